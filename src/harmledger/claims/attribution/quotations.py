"""Direct quotations of a text: where each begins and ends, over sentences and paragraphs.

``"We counted three," he said. "Two were ours."`` holds two quotations. A quotation that a
paragraph leaves open goes on where the next paragraph opens with a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Quotation", "find_quotations", "quotation_at"]

#: Two apostrophes are a quotation mark in old wire text.
_MARK = re.compile(r"[“”\"«»„]|''|``|‘‘|’’")
_OPENS, _CLOSES = frozenset("“«„") | {"``", "‘‘"}, frozenset("”»") | {"’’"}
_BREAK = re.compile(r"\n\s*\n")
#: British style: single marks, the last one behind a stop or comma.
_SINGLE = re.compile(r"(?<![\w”\"])[‘'](?=\w)[^\n“”\"]{12,1200}?[.,!?][’'](?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """``text[start:end]`` with its marks. ``goes_on``: from the paragraph before.

    ``single``: in single marks, as headings and titles are, too.
    """

    start: int
    end: int
    goes_on: bool = False
    single: bool = False


def _shape(text: str, match: re.Match[str]) -> str:
    """``open`` or ``close`` as the mark stands in the text; ``either`` where it does not tell."""
    ahead = text[match.end() : match.end() + 1]
    behind = text[match.start() - 1 : match.start()] if match.start() else ""
    spaced_before = not behind or behind.isspace() or behind in "([—–-/'‘"
    spaced_after = not ahead or ahead.isspace() or ahead in ".,;:!?)]—–-"
    if spaced_before != spaced_after:
        return "open" if spaced_before else "close"
    if match[0] in _OPENS:
        return "open"
    return "close" if match[0] in _CLOSES else "either"


def find_quotations(text: str) -> list[Quotation]:
    """The quotations of ``text`` in order; they do not overlap.

    A mark that was lost ends at its paragraph's end or at the next opening mark.
    """
    found: list[Quotation] = []
    begun: int | None = None
    goes_on = False
    for match in _MARK.finditer(text):
        shape = _shape(text, match)
        if begun is not None and (end := _BREAK.search(text, begun, match.start())) is not None:
            found.append(Quotation(start=begun, end=end.start(), goes_on=goes_on))
            goes_on = end.end() == match.start() and shape != "close"
            begun = match.start() if goes_on else None
            if goes_on:
                continue
        if shape == "either":
            shape = "open" if begun is None else "close"
        if shape == "open":
            if begun is not None:
                found.append(Quotation(start=begun, end=match.start(), goes_on=goes_on))
            # A paragraph of one line opens with a mark while the one before is still open.
            goes_on = begun is not None and "\n" in text[max(0, match.start() - 2) : match.start()]
            begun = match.start()
        elif begun is not None:
            found.append(Quotation(start=begun, end=match.end(), goes_on=goes_on))
            begun, goes_on = None, False
    if begun is not None:
        stop = _BREAK.search(text, begun)
        found.append(
            Quotation(start=begun, end=stop.start() if stop else len(text), goes_on=goes_on)
        )
    single = [
        Quotation(start=m.start(), end=m.end(), single=True)
        for m in _SINGLE.finditer(text)
        if not any(q.start < m.end() and m.start() < q.end for q in found)
    ]
    return sorted([*found, *single], key=lambda q: q.start)


def quotation_at(quotations: list[Quotation], offset: int) -> int | None:
    """The index of the quotation that holds the character at ``offset``."""
    index = bisect_right(quotations, offset, key=lambda q: q.start) - 1
    return index if index >= 0 and offset < quotations[index].end else None
