"""Who counted, on a page: numbers of reports with their origins, and each origin's names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from harmledger.records import Assessment, Claim, NamedAs
from harmledger.site.shelf import Shelf
from harmledger.site.templating import Made, View, render
from harmledger.site.words import plain, plural

__all__ = ["counters_pages", "origin_views", "other_name", "reports_and_origins"]

_LINKS = 12  # reports linked from one name; the table beside it has all

PER_PAGE = 200  # counters on one page


def reports_and_origins(text_ids: Sequence[str], origins: int) -> str:
    """ "14 reports, 2 independent origins": never the one number without the other."""
    return f"{plural(len(text_ids), 'report')}, {plural(origins, 'independent origin')}"


def other_name(shelf: Shelf, claim: Claim) -> str | None:
    """The name of a claim's counter where the report calls it otherwise."""
    found = shelf.counters.spoken.get(claim.id)
    if found is None or claim.speaker is None:
        return None
    name = shelf.counters.counters[found.counter].name
    return None if _bare(name) == _bare(claim.speaker.name) else name


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", " ".join(name.casefold().split()))


def origin_views(shelf: Shelf, assessment: Assessment, root: str) -> list[View]:
    """Who counted: each origin with the names it is cited by, where, and why they are one."""
    return [
        {
            "name": shelf.shown(origin.name, shelf.texts_of(origin.claims)),
            "kind": "report and its copies" if origin.kind == "family" else plain(origin.kind),
            "counts": _counts(shelf, origin.claims),
            "names": [_name(shelf, named, root, origin.name) for named in origin.names],
        }
        for origin in assessment.origins
    ]


def counters_pages(shelf: Shelf) -> Iterator[Made]:
    """counters.html and its continuations: every named counter of the book, by name."""
    held = list(shelf.counters.counters.values())
    chunks = [held[at : at + PER_PAGE] for at in range(0, len(held), PER_PAGE)] or [[]]
    files = ["counters.html", *(f"counters-{n}.html" for n in range(2, len(chunks) + 1))]
    for number, counters in enumerate(chunks):
        yield render(
            "counters.html",
            shelf,
            files[number],
            total=plural(len(held), "named counter"),
            rows=[
                {
                    "id": counter.id,
                    "name": shelf.shown(counter.name, shelf.texts_of(counter.claims)),
                    "kind": plain(counter.kind),
                    "counts": _counts(shelf, counter.claims),
                    "names": [_name(shelf, named, "", counter.name) for named in counter.names],
                }
                for counter in counters
            ],
            pages=[
                {"label": str(n + 1), "href": file, "current": n == number}
                for n, file in enumerate(files)
            ],
        )


def _counts(shelf: Shelf, claims: Sequence[str]) -> str:
    reports = len(shelf.texts_of(claims))
    return f"{plural(len(claims), 'claim')} in {plural(reports, 'report')}"


def _name(shelf: Shelf, named: NamedAs, root: str, own: str) -> View:
    """A name of the counter called ``own``: of its own name there is nothing to explain."""
    about = shelf.texts_of(named.claims)
    return {
        "own": named.rule == "as_named" and named.name == own,
        "name": shelf.shown(named.name, about),
        "why": shelf.shown(named.why, about),
        "rule": plain(named.rule),
        "reports": [
            {"href": f"{root}texts/{card.file}", "title": card.title}
            for text_id in about[:_LINKS]
            if (card := shelf.cards.get(text_id))
        ],
        "more": max(len(about) - _LINKS, 0),
    }
