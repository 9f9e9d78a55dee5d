"""Sentences that say that one counter's figure is another's: "its figure follows the estimate of".

Only words are read here: whom they mean is the question of :mod:`harmledger.counters.rests`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from harmledger.counters.resting_forms import (
    base_forms,
    noun_forms,
    other_first,
    owned_noun,
    patterns,
    signs,
)
from harmledger.records import Text

__all__ = ["Span", "Statement", "behind_name", "statements_in"]

Span = tuple[int, int]

#: A sentence of more code points is a list or a page without full stops.
_LONGEST = 700
#: Places looked at in a text: no report has more.
_MOST = 300
_END = re.compile(r"(?<!\b[A-Z])(?<!\.[A-Z])[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """``start:end``: the sentence; ``at``: where the words stand that say it.

    ``whose``: a run of words that ends with whose figure is another's; None where it is that of
    who speaks in the sentence. ``figure``: the figure with what it is of ("figure for the
    hospital"). ``bases``: runs of words that begin (True) or end with whose figure it is, the
    likeliest first.
    """

    start: int
    end: int
    at: int
    whose: Span | None
    figure: Span | None
    bases: tuple[tuple[int, int, bool], ...]


def behind_name(text: str, at: int) -> int:
    """Where the figure or work ends that stands behind its owner's name; ``at`` where none does."""
    found = owned_noun().match(text, at)
    return found.end() if found else at


def statements_in(text: Text) -> list[Statement]:
    """What a text says of figures that rest on others, in the order of its words."""
    whole = text.text
    lowered = whole.lower().replace("\n", " ")
    # A letter whose small form is two would move the places.
    places = _places(lowered) if len(lowered) == len(whole) else list(range(0, len(whole), 80))
    kept = [(b.start, b.end) for b in text.blocks if b.kept] or [(0, len(whole))]
    spans: list[Span] = []
    for start, end in kept:
        inside = places[bisect_left(places, start) : bisect_left(places, end)]
        for place in inside[:_MOST]:
            if spans and spans[-1][0] <= place < spans[-1][1]:
                continue
            span = _sentence(whole, place, start, end)
            if span is not None:
                spans.append(span)
    found = [
        statement
        for start, end in spans
        if noun_forms().search(whole, start, end)
        for statement in (*_in_order(whole, start, end), *_other_first(whole, start, end))
    ]
    return sorted(found, key=lambda one: one.at)


def _places(lowered: str) -> list[int]:
    """Where signs stand in a text."""
    found: set[int] = set()
    for sign in signs():
        at = lowered.find(sign)
        while at >= 0:
            found.add(at)
            at = lowered.find(sign, at + 1)
    return sorted(found)


def _sentence(text: str, at: int, start: int, end: int) -> Span | None:
    """The sentence around ``at``, which lies between ``start`` and ``end``; None for a long one."""
    first, last = max(start, at - _LONGEST), min(end, at + _LONGEST)
    for found in _END.finditer(text, first, last):
        if found.end() > at:
            last = found.end()
            break
        first = found.end()
    cut = (first > start and first == at - _LONGEST) or (last < end and last == at + _LONGEST)
    return None if cut else (first, last)


def _in_order(text: str, start: int, end: int) -> Iterator[Statement]:
    for kind, words, pattern in patterns():
        if not words.search(text, start, end):
            continue
        for found in pattern.finditer(text, start, end):
            bases = tuple(_based(text, found.end(), end, kind))
            if bases:
                yield Statement(
                    start=start,
                    end=end,
                    at=found.start("at"),
                    whose=found.span("whose") if "whose" in pattern.groupindex else None,
                    figure=found.span("figure") if "figure" in pattern.groupindex else None,
                    bases=bases,
                )


def _based(text: str, at: int, end: int, kind: str) -> Iterator[tuple[int, int, bool]]:
    """Runs of words behind the saying in which the other counter may be named."""
    wanted = {"same_as": ("named",), "naming_asides": ("owned", "given", "named")}
    nouns = ("figures",) if kind in {"follows", "followed"} else ("figures", "works")
    for name in wanted.get(kind, ("owned", "given", "told")):
        found = base_forms(*nouns)[name].match(text, at, end)
        if found:
            yield (*found.span("base"), name != "owned")


def _other_first(text: str, start: int, end: int) -> Iterator[Statement]:
    for _, words, pattern in other_first():
        if not words.search(text, start, end):
            continue
        for found in pattern.finditer(text, start, end):
            given = base_forms("figures", "works")["given"].match(
                text, found.start("noun"), found.end("of")
            )
            of = ((*given.span("base"), True),) if given else ()
            yield Statement(
                start=start,
                end=end,
                at=found.start("at"),
                whose=found.span("whose"),
                figure=None,
                bases=(*of, (*found.span("base"), False)),
            )
