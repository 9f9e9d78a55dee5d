"""Long tables of claims in pages: the first rows stand on the page of the incident or toll itself,
the others by a hundred on pages of their own, which lead to each other without any script."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.site.shelf import Shelf
from harmledger.site.templating import Made, View, render

__all__ = ["ROWS", "paged"]

#: Rows of one page.
ROWS = 100


def paged(
    shelf: Shelf, path: str, key: str, heading: View, groups: Sequence[View]
) -> tuple[View, list[Made]]:
    """The part of a table that stands on the page ``path``, and the pages with the rest.

    ``key``: unique on that page; ``heading``: the keys ``anchor``, ``title`` and ``words``. Rows
    keep their numbers.
    """
    parts = _parts(groups)
    count = sum(len(group["rows"]) for group in groups)
    if len(parts) < 2:
        return {"groups": list(groups), "pages": []}, []
    stem = path.removesuffix(".html")
    paths = [path, *(f"{stem}-{key}-{n}.html" for n in range(2, len(parts) + 1))]
    links = [
        {
            "n": n,
            "href": paths[n - 1].rpartition("/")[2] + (f"#{heading['anchor']}" if n == 1 else ""),
            "rows": f"{(n - 1) * ROWS + 1:,} to {min(n * ROWS, count):,}",
        }
        for n in range(1, len(parts) + 1)
    ]
    made = [
        render(
            "claims.html",
            shelf,
            paths[n - 1],
            heading=heading,
            groups=parts[n - 1],
            pages=links,
            own=n,
            count=f"{count:,}",
        )
        for n in range(2, len(parts) + 1)
    ]
    return {"groups": parts[0], "pages": links, "count": f"{count:,}"}, made


def _parts(groups: Sequence[View]) -> list[list[View]]:
    """The rows of the groups cut into pages; a group that goes on has its heading on each."""
    parts: list[list[View]] = [[]]
    left = ROWS
    for group in groups:
        rows = group["rows"]
        at = 0
        while at < len(rows):
            if not left:
                parts.append([])
                left = ROWS
            taken = rows[at : at + left]
            parts[-1].append({**group, "rows": taken})
            at += len(taken)
            left -= len(taken)
    return parts
