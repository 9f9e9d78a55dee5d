"""The record that somebody means: by its id, an id it had before a decision, or a report's name."""

from __future__ import annotations

import re

from harmledger.errors import NotFound
from harmledger.ledger import Book, Record
from harmledger.pipeline.beginnings import begins
from harmledger.pipeline.renamed import renamed
from harmledger.pipeline.withdraw import find_page

__all__ = ["find_record", "moved_figure"]


def find_record(book: Book, wanted: str) -> Record:
    """The record with this id or beginning of it.

    Also by the id that an incident, a toll or a figure had before a decision, and the text of a
    report by its name or address. Errors: NotFound where none or several fit.
    """
    try:
        return book.get(wanted)
    except NotFound as error:
        now = {kind: renamed(book, wanted, kind) for kind in ("incidents", "tolls")}
        now["figures"] = moved_figure(book, wanted)
        found = next((book.one(kind, one) for kind, one in now.items() if one), None)
        found = found or _report(book, wanted)
        if found:
            return found
        if _ended(book, wanted):
            error.hint = "a decision ended this figure: `book.corrections()` has it"
        elif not _like_an_id(wanted):
            raise NotFound(
                f"{wanted} is neither an id of {book.path} nor the name of a report",
                hint="`book.figures()` (or incidents, texts) has ids and names; "
                "a place or a measure narrows the list",
            ) from None
        raise error


def _like_an_id(wanted: str) -> bool:
    return re.fullmatch(r"(?:c-)?[0-9a-f]+", wanted.strip().lower()) is not None


def moved_figure(book: Book, wanted: str) -> str | None:
    """The id under which a figure lives on that a decision has moved; None: none is known."""
    last: str | None = None
    for correction in book.corrections():
        for one in correction.moved:
            if one.before and one.after and begins(one.before.figure, last or wanted):
                last = one.after.figure
    return last if last is not None and book.one("figures", last) is not None else None


def _ended(book: Book, wanted: str) -> bool:
    moved = (one.before for correction in book.corrections() for one in correction.moved)
    return any(one and begins(one.figure, wanted) for one in moved)


def _report(book: Book, wanted: str) -> Record | None:
    try:
        page = find_page(book, wanted)
    except NotFound:
        return None
    return next(book.children("texts", page.id), page)
