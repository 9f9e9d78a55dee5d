"""Cells that a spreadsheet will not run.

A cell that begins with one of ``= + - @`` is a formula to a spreadsheet, also after spaces,
after characters nobody sees, and in full-width form; a tab or line break in front can hide
one. Such text gets an apostrophe in front, as OWASP advises ("CSV Injection",
owasp.org/www-community/attacks/CSV_Injection). Numbers are not text and stay as they are.
"""

from __future__ import annotations

import unicodedata

__all__ = ["restore_cell", "safe_cell"]

#: The signs that begin a formula, with their full-width and small forms (same NFKC).
_SIGNS = frozenset("=+-@")
_HIDING = frozenset("\t\r\n")
_GUARD = "'"


def safe_cell(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet could run it."""
    return _GUARD + text if _dangerous(text) else text


def restore_cell(cell: str) -> str:
    """What ``safe_cell`` was given: the exact inverse."""
    rest = cell.removeprefix(_GUARD)
    return rest if rest != cell and _dangerous(rest) else cell


def _dangerous(text: str) -> bool:
    # Apostrophes are looked through, so that text which begins with one and a sign comes
    # back from restore_cell unchanged.
    text = text.lstrip(_GUARD)
    if text[:1] in _HIDING and text:
        return True
    first = next((character for character in text if not _unseen(character)), "")
    return any(part in _SIGNS for part in unicodedata.normalize("NFKC", first)[:1])


def _unseen(character: str) -> bool:
    """Space of any kind, and control and format characters such as a zero-width space."""
    return character.isspace() or unicodedata.category(character) in {"Cc", "Cf"}
