"""The overview and the lists: figures, reports, what was left out. Long ones are divided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from harmledger.records import Refusal
from harmledger.site.family_pages import family_note
from harmledger.site.shelf import Shelf
from harmledger.site.show import show
from harmledger.site.subject_views import in_order, subject_view
from harmledger.site.templating import Made, View, render
from harmledger.site.words import count, date_words, no_folder, plural

__all__ = ["listing_pages"]

PER_PAGE = 100  # incidents or tolls on one page; each brings up to a few figures
REPORTS_PER_PAGE = 200
_FIRST = 12  # reports and refusals on the overview

_PARTS = (
    ("incidents", "Incidents", "Single events, the most reported first; copies count once."),
    ("tolls", "Tolls", "Running counts: one counter, one definition, over time."),
)


def _divided(items: Sequence[Any], size: int) -> list[Sequence[Any]]:
    return [items[at : at + size] for at in range(0, len(items), size)] or [()]


def _pages(stem: str, first: str, total: int, current: int) -> list[View]:
    return [
        {
            "label": str(n + 1),
            "href": first if n == 0 else f"{stem}-{n + 1}.html",
            "current": n == current,
        }
        for n in range(total)
    ]


def listing_pages(shelf: Shelf) -> Iterator[Made]:
    """index.html and its continuations, reports.html and its continuations, refused.html."""
    divided = {
        "incidents": _divided(in_order(shelf, shelf.incidents.values()), PER_PAGE),
        "tolls": _divided(in_order(shelf, shelf.tolls.values()), PER_PAGE),
    }

    def part(kind: str, heading: str, note: str, number: int) -> View:
        chunks = divided[kind]
        return {
            "id": kind,
            "heading": heading,
            "note": note,
            "subjects": [subject_view(shelf, subject, "") for subject in chunks[number]],
            "pages": _pages(kind, f"index.html#{kind}", len(chunks), number),
        }

    reports = _report_rows(shelf)
    problems = [r for r in shelf.refusals if r.severity == "problem"]
    yield render(
        "index.html",
        shelf,
        "index.html",
        "index",
        heading="Figures and the sentences they came from",
        intro=True,
        counts=_counts(shelf),
        withheld=shelf.names.count > 0,
        parts=[part(*about, 0) for about in _PARTS],
        reports=reports[:_FIRST],
        reports_more=len(reports) > _FIRST,
        reports_total=count(len(reports)),
        refused=[_refusal(r) for r in problems[:_FIRST]],
        refused_more=len(shelf.refusals) > min(len(problems), _FIRST),
        refused_total=count(len(shelf.refusals)),
    )
    for about in _PARTS:
        for number in range(1, len(divided[about[0]])):
            yield render(
                "index.html",
                shelf,
                f"{about[0]}-{number + 1}.html",
                "index",
                heading=f"{about[1]}, page {number + 1}",
                intro=False,
                parts=[part(*about, number)],
            )
    chunks = _divided(reports, REPORTS_PER_PAGE)
    for number, rows in enumerate(chunks):
        yield render(
            "reports.html",
            shelf,
            "reports.html" if number == 0 else f"reports-{number + 1}.html",
            "reports",
            rows=rows,
            total=plural(len(reports), "report"),
            families=plural(_families(shelf), "family", "families"),
            pages=_pages("reports", "reports.html", len(chunks), number),
        )
    yield render(
        "refused.html",
        shelf,
        "refused.html",
        "refused",
        total=len(shelf.refusals),
        parts=[
            {"heading": heading, "rows": [_refusal(r) for r in shelf.refusals if r.severity == s]}
            for s, heading in (("problem", "Could not be read"), ("skipped", "Not reports"))
        ],
    )


def _refusal(refusal: Refusal) -> View:
    return {
        "source": show(no_folder(refusal.source)),
        "code": show(refusal.code),
        "message": show(refusal.message),
        "hint": show(refusal.hint),
    }


def _report_rows(shelf: Shelf) -> list[View]:
    rows = []
    for card in sorted(shelf.cards.values(), key=lambda c: (c.date or "9999", c.title, c.id)):
        family = family_note(shelf, card.id, "")
        rows.append(
            {
                "href": f"texts/{card.file}",
                "title": card.title,
                "publisher": card.publisher,
                "named": card.named,
                "date": date_words(card.date),
                "family": family or {"words": "alone", "href": None},
                "claims": count(len(shelf.claims_of.get(card.id, ()))),
                "withdrawn": bool(shelf.reviews_of.get(card.page_id)),
            }
        )
    return rows


def _families(shelf: Shelf) -> int:
    return len({family.id for family in shelf.families.values()})


def _counts(shelf: Shelf) -> list[View]:
    rows = (
        ("reports read", len(shelf.cards), "reports.html"),
        ("families of reports", _families(shelf), None),
        ("named counters", len(shelf.counters.counters), "counters.html"),
        ("claims", len(shelf.claims), None),
        ("incidents", len(shelf.incidents), "#incidents"),
        ("tolls", len(shelf.tolls), "#tolls"),
        ("figures", len(shelf.figures), None),
        ("left out", len(shelf.refusals), "refused.html"),
        ("corrections", len(shelf.corrections), "corrections.html"),
    )
    return [{"label": label, "value": count(n), "href": href} for label, n, href in rows]
