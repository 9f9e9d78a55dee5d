"""Who counted, on a page: numbers of reports with their origins, and each origin's names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from harmledger.records import Assessment
from harmledger.site.shelf import Shelf
from harmledger.site.words import plain, plural

__all__ = ["origin_views", "reports_and_origins"]

_LINKS = 12  # reports linked from one name; the table beside it has all

View = dict[str, Any]


def reports_and_origins(text_ids: Sequence[str], origins: int) -> str:
    """ "14 reports, 2 independent origins": never the one number without the other."""
    return f"{plural(len(text_ids), 'report')}, {plural(origins, 'independent origin')}"


def origin_views(shelf: Shelf, assessment: Assessment, root: str) -> list[View]:
    """Who counted: each origin with the names it is cited by, where, and why they are one."""
    return [
        {
            "name": shelf.shown(origin.name, about),
            "kind": "report and its copies" if origin.kind == "family" else plain(origin.kind),
            "counts": f"{plural(len(origin.claims), 'claim')} in {plural(len(about), 'report')}",
            "names": [
                {
                    "name": shelf.shown(named.name, about),
                    "why": shelf.shown(named.why, about),
                    "rule": plain(named.rule),
                    "reports": [
                        {"href": f"{root}texts/{card.file}", "title": card.title}
                        for text_id in shelf.texts_of(named.claims)[:_LINKS]
                        if (card := shelf.cards.get(text_id))
                    ],
                    "more": max(len(shelf.texts_of(named.claims)) - _LINKS, 0),
                }
                for named in origin.names
            ],
        }
        for origin in assessment.origins
        for about in [shelf.texts_of(origin.claims)]
    ]
