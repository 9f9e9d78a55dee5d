"""Pages: finds reports in files, folders and archives, byte for byte, without trusting them."""

from __future__ import annotations

from harmledger.pages.feeds import parse_xml
from harmledger.pages.options import InputOptions
from harmledger.pages.reader import read
from harmledger.pages.rows import parse_row
from harmledger.pages.utf16 import unmarked_utf_16
from harmledger.pages.walk import nothing_there

__all__ = ["InputOptions", "nothing_there", "parse_row", "parse_xml", "read", "unmarked_utf_16"]
