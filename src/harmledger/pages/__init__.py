"""Pages: finds reports in files, folders and archives, byte for byte, without trusting them."""

from __future__ import annotations

from harmledger.pages.options import InputOptions
from harmledger.pages.reader import read

__all__ = ["InputOptions", "read"]
