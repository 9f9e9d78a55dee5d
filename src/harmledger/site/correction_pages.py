"""The corrections: what decisions moved, kept for readers."""

from __future__ import annotations

from collections.abc import Iterator

from harmledger.decisions import done_words
from harmledger.records import Correction, Moved, Snapshot
from harmledger.site.shelf import Shelf
from harmledger.site.templating import Made, View, render
from harmledger.site.words import date_words, plain, plural, range_with_ends

__all__ = ["correction_pages"]

PER_PAGE = 50
#: Figures shown of one correction; the book lists all.
_MOST = 100


def correction_pages(shelf: Shelf) -> Iterator[Made]:
    """corrections.html and its continuations, the latest correction first."""
    rows = sorted(shelf.corrections, key=lambda one: (one.at, one.id), reverse=True)
    chunks = [rows[at : at + PER_PAGE] for at in range(0, len(rows), PER_PAGE)] or [[]]
    names = ["corrections.html", *(f"corrections-{n}.html" for n in range(2, len(chunks) + 1))]
    for number, (name, chunk) in enumerate(zip(names, chunks, strict=True)):
        pages = [
            {"label": str(n + 1), "href": other, "current": n == number}
            for n, other in enumerate(names)
        ]
        made = [_correction(shelf, one) for one in chunk]
        yield render("corrections.html", shelf, name, "corrections", corrections=made, pages=pages)


def _correction(shelf: Shelf, one: Correction) -> View:
    texts = tuple(dict.fromkeys(text for moved in one.moved for text in moved.texts))
    left = len(one.moved) - _MOST
    about = one.about or f"{one.subject_kind} {one.subject}"
    hidden = one.subject_kind == "page" and shelf.names.in_address(about, texts)
    return {
        "id": one.id,
        "date": date_words(one.at[:10]),
        "about": "a report whose name spells a name" if hidden else shelf.shown(about, texts),
        "done": done_words(one.verdict),
        "by": shelf.shown(one.by or "somebody who is not named"),
        "reason": shelf.shown(one.reason, texts),
        "moved": [_moved(shelf, moved) for moved in one.moved[:_MOST]],
        "more": f"and {plural(left, 'more figure')}" if left > 0 else "",
    }


def _moved(shelf: Shelf, moved: Moved) -> View:
    now = shelf.figures.get(moved.after.figure) if moved.after else None
    path = shelf.subject_path(now.subject) if now else None
    return {
        "before": _snapshot(shelf, moved.before, moved.texts),
        "after": _snapshot(shelf, moved.after, moved.texts),
        "href": f"{path}#f-{now.id}" if now and path else None,
    }


def _snapshot(shelf: Shelf, one: Snapshot | None, texts: tuple[str, ...]) -> View | None:
    if one is None:
        return None
    return {
        "statement": shelf.shown(one.statement, texts),
        "range": range_with_ends(one.low, one.high),
        "grade": plain(one.grade),
        "origins": plural(one.independent_origins, "independent origin"),
        "status": plain(one.status),
    }
