"""Texts: what a page says, its junk marked rather than cut out, and where it comes from."""

from __future__ import annotations

from harmledger.texts.make import CLEANER, make_text, make_texts

__all__ = ["CLEANER", "make_text", "make_texts"]
