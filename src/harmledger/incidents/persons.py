"""Which single victims are one person, and how many persons a text names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from harmledger.incidents.readings import Reading, described, individual, status_of
from harmledger.records import Claim

__all__ = ["named_apart", "same_person"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OTHER = re.compile(r"\b(?:another|other|second|third|fourth|fifth)\b", re.IGNORECASE)


def _name(claim: Claim) -> tuple[str, ...]:
    """The words of a victim's name, lower case; empty where none is given."""
    if claim.population is None or not claim.population.named:
        return ()
    return tuple(word.casefold() for word in _WORD.findall(claim.quote))


def same_person(one: Claim, two: Claim) -> bool:
    """Whether nothing that is said of the two tells them apart: name, sex, age, status."""
    first, second = _name(one), _name(two)
    if first and second:
        return first[-1] == second[-1] or bool(set(first) & set(second))
    if _OTHER.search(one.quote) or _OTHER.search(two.quote):
        return False
    for a, b in zip(
        (*described(one), status_of(one)), (*described(two), status_of(two)), strict=True
    ):
        if a is not None and b is not None and a != b:
            return False
    return True


def named_apart(claims: Sequence[Claim]) -> Reading | None:
    """The persons that one text names one by one, added up, where it names two or more.

    Only texts that speak of single persons alone are read so; of several texts, the one that
    names the most. "Hill" and "Tom Hill" are one, "Tom Hill" and "Ann Hill" are two.
    """
    by_text: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_text[claim.text_id].append(claim)
    best: Reading | None = None
    for text_id in sorted(by_text):
        own = by_text[text_id]
        if not all(individual(claim) for claim in own):
            continue
        persons: list[tuple[str, ...]] = []
        for name in sorted({_name(c) for c in own if _name(c)}, key=lambda n: (-len(n), n)):
            if not any(_short_for(name, known) for known in persons):
                persons.append(name)
        if len(persons) > 1 and (best is None or len(persons) > (best.low or 0)):
            best = Reading(len(persons), len(persons), tuple(own), persons=True)
    return best


def _short_for(name: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return set(name) <= set(full) or (len(name) > 1 and name[0] == full[0] and name[-1] == full[-1])
