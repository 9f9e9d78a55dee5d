"""What an event does beside harm to people: who fled, what was destroyed, which aid came.

Such claims tie no reports together that tell of people harmed, and part none. They are put to the
incidents once those are made, or make incidents of their own (``beside_harm``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from harmledger.incidents.events import LocalEvent
from harmledger.incidents.readings import counted
from harmledger.places import is_fine
from harmledger.records import Claim, Text
from harmledger.vocabulary import alternatives, load

__all__ = ["EFFECTS", "is_effect", "makes_event", "of_event"]

#: Measures of what one event does beside harm to people. Arms are of no event (docs/methods.md).
EFFECTS = frozenset({"displaced", "damaged", "aid"})

#: Days about which an event may be stated that is known by nothing but who fled or what broke.
_LONGEST = 31

#: What a plural without a number counts: see ``vocabulary/en/quantities.toml``.
_PLURAL = 2

#: Characters on either side of a word of displacement in which "remain" is said of it.
_NEAR = 30

#: Characters before and behind its sentence in which a delivery is called one.
_BESIDE = 400

#: Precisions of places so large that aid for them is a flow and no delivery.
_WIDE = frozenset({"country", "sea", "region", "area", "province_governorate"})


def is_effect(claim: Claim) -> bool:
    """True for a claim of what one event did beside harm to people, not of an imagined one."""
    return claim.scope == "event" and claim.measure in EFFECTS and claim.stance != "hypothetical"


def of_event(claim: Claim, text: Text | None, *, harmed: bool = False) -> bool:
    """Whether the claim says what happened, and not how many there are: "7,000 remain displaced"
    counts the displaced of many events. Aid that is only promised is none that came.

    ``harmed``: its sentence counts people harmed in one event.
    """
    if claim.measure == "aid":
        return _came(claim, text)
    if claim.measure == "displaced" and claim.qualifier == "vague" and (claim.low or 0) <= _PLURAL:
        return False  # "fired on displaced people" counts nobody
    when = claim.when
    since = when is not None and (when.start is None) != (when.end is None)
    running = since or bool(when and _pattern("running").search(when.surface))
    if text is None or claim.basis is None:
        return harmed or not running
    start = max(claim.sentence_start, min(claim.start, claim.basis.start) - _NEAR)
    end = min(claim.sentence_end, max(claim.end, claim.basis.end) + _NEAR)
    told = text.text[start:end]
    before = _pattern("states").search(told) or _displaced_before(claim, text.text)
    if claim.measure == "displaced" and before:
        return False
    return harmed or not (running or _pattern("running").search(told))


def _came(claim: Claim, text: Text | None) -> bool:
    """Whether goods moved, or were kept from it: they are neither promised nor asked for."""
    if claim.phase is not None or text is None:
        return claim.phase not in load("en", "effects")["phases"].words("words")
    return not _pattern("asked").search(text.text[claim.sentence_start : claim.start])


def _displaced_before(claim: Claim, text: str) -> bool:
    """Whether those counted are "12,000 displaced people", and not 12,000 who were displaced."""
    if claim.basis is None or claim.basis.word.casefold() != "displaced":
        return False
    behind = text[claim.basis.end : min(claim.sentence_end, claim.basis.end + _NEAR)].split()
    number = text[claim.end : claim.basis.start]
    adjective = claim.end <= claim.basis.start and len(number.split()) <= 1
    return adjective and bool(behind) and _pattern("stock").match(behind[0]) is not None


def makes_event(event: LocalEvent, text: Text | None) -> bool:
    """Whether claims of no harm are an incident by themselves.

    Somebody must stand behind a number above zero, at a place and a time of a month at most; else
    they may only join others (``tied``). Aid must be told of as a delivery ("a convoy of ten
    trucks") at a place smaller than a province: what enters a country on a Tuesday is a flow.
    """
    numbers = [
        claim
        for claim in event.claims
        if counted(claim) and claim.qualifier != "vague" and (claim.low or claim.high)
    ]
    spans = [one for one in event.spans if one.high - one.low < _LONGEST]
    if not numbers or not spans or not event.places:
        return False
    if numbers[0].measure != "aid":
        return True
    placed = any(is_fine(place) or place.precision not in _WIDE for place in event.places)
    return placed and any(_delivered(claim, text) for claim in event.claims)


def _delivered(claim: Claim, text: Text | None) -> bool:
    if text is None:
        return False
    kept = [(block.start, block.end) for block in text.blocks if block.kept]
    at = bisect_right(kept, (claim.start, len(text.text))) - 1
    low, high = kept[at] if at >= 0 else (0, len(text.text))
    start, end = max(low, claim.sentence_start - _BESIDE), min(high, claim.sentence_end + _BESIDE)
    return _pattern("deliveries").search(text.text[start:end]) is not None


@cache
def _pattern(term: str) -> re.Pattern[str]:
    words = load("en", "effects")[term].words("words")
    return re.compile(rf"\b(?:{alternatives(words)})\b", re.IGNORECASE)
