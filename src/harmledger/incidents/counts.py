"""Counts of several attacks that are the figure of one event after all.

"Bombs kill 191 in Madrid" is one event, and so is "ten bombs killed 191 people in Madrid on
Thursday", though the words leave open whether it counts many: of one text, on one day, with the
same figure or one near it. A figure that is the sum of one event and of another told beside it, or
is said of two attacks together, is of neither: 77, of an island's 69 and a town's eight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from harmledger.claims import adds_to_a_count
from harmledger.dates import dates_agree, span_of
from harmledger.incidents.attack_words import both, in_all
from harmledger.incidents.events import HARM, TELLING
from harmledger.places import places_agree
from harmledger.records import Claim, Text

__all__ = ["counts_of_events"]

#: Days of an event.
_DAYS = 1

#: Figures of the events of a text that a count is compared with.
_MOST = 50

#: How far one toll may lie above another of the same event.
_NEAR = 1.25


def counts_of_events(
    text: Text | None, claims: Sequence[Claim], running: Sequence[Claim]
) -> list[Claim]:
    """Those of the running counts of one text that say how many died in one of its events."""
    told: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    figures: dict[tuple[str, str | None], set[int]] = defaultdict(set)
    for claim in claims:
        figures[claim.measure, claim.unit].add(claim.low or 0)
        own = told[claim.measure, claim.unit]
        if claim.low and claim.low >= TELLING and claim.part_of is None and len(own) < _MOST:
            own.append(claim)
    found = []
    for claim in running:
        span = span_of(claim.time)
        if claim.measure not in HARM or claim.stance in {"hypothetical", "denied"}:
            continue
        if span is None or span.high - span.low > _DAYS or adds_to_a_count(claim):
            continue
        together = _of_several(text, claim)
        beside = figures[claim.measure, claim.unit]
        for one in told.get((claim.measure, claim.unit), ()):
            same = one.low == claim.low
            summed = (claim.low or 0) - (one.low or 0) in beside
            if (same or not (together or summed)) and _of_one(claim, one):
                found.append(claim)
                break
    return found


def _of_several(text: Text | None, count: Claim) -> bool:
    """Whether its sentence says that it is of two or more attacks together."""
    if text is None:
        return False
    start, end = count.sentence_start, count.sentence_end
    words = text.text
    return bool(in_all().search(words, start, end) or both().search(words, start, end))


def _of_one(count: Claim, one: Claim) -> bool:
    if not count.low or not one.low or max(count.low, one.low) > _NEAR * min(count.low, one.low):
        return False
    dates = dates_agree(span_of(count.time), span_of(one.time))
    same = count.low == one.low and dates != "conflict"
    return (same or dates == "agree") and places_agree(count.place, one.place) != "apart"
