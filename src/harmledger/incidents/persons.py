"""How many persons a text names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from harmledger.claims import individual, name_of
from harmledger.incidents.readings import Reading
from harmledger.records import Claim

__all__ = ["named_apart"]


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
        for name in sorted({name_of(c) for c in own if name_of(c)}, key=lambda n: (-len(n), n)):
            if not any(_short_for(name, known) for known in persons):
                persons.append(name)
        if len(persons) > 1 and (best is None or len(persons) > (best.low or 0)):
            best = Reading(len(persons), len(persons), tuple(own), persons=True)
    return best


def _short_for(name: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return set(name) <= set(full) or (len(name) > 1 and name[0] == full[0] and name[-1] == full[-1])
