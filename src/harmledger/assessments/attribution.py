"""Who is said to have done it: competing attributions, and responsibility accepted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from harmledger.records import Claim
from harmledger.tolls import counter_key, speaker_key
from harmledger.vocabulary import load

__all__ = ["accepting", "competing"]

#: Letters by which "Israeli" is known for "Israel".
_STEM = 4

#: Spellings of parties that are compared with each other.
_MOST_PARTIES = 60


@lru_cache(maxsize=1 << 12)
def _party(name: str) -> frozenset[str]:
    """The words that name a party; empty for "gunmen" or "a man"."""
    if not re.search(r"[A-Z]", name):
        return frozenset()
    unnamed = load("en", "counters")["unnamed_actors"].words("words")
    return frozenset((speaker_key(name) or "").split()) - frozenset(unnamed)


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    return any(
        a == b or (min(len(a), len(b)) >= _STEM and (a.startswith(b) or b.startswith(a)))
        for a in one
        for b in two
    )


def competing(claims: Sequence[Claim], family_of: Mapping[str, str]) -> list[Claim]:
    """Claims of different origins that name different parties; empty where none compete."""
    named: dict[frozenset[str], dict[tuple[str, str], Claim]] = {}
    for claim in claims:
        party = _party(claim.actor.name) if claim.actor else frozenset()
        if party:
            named.setdefault(party, {}).setdefault(counter_key(claim, family_of), claim)
    for one, two in combinations(sorted(named, key=sorted)[:_MOST_PARTIES], 2):
        if _alike(one, two):
            continue
        for first, claim in sorted(named[one].items()):
            for second, other in sorted(named[two].items()):
                if first != second:
                    return [claim, other]
    return []


def accepting(claims: Sequence[Claim]) -> list[Claim]:
    """Claims in which a belligerent says that it did it itself."""
    return [
        claim
        for claim in claims
        if claim.stance == "asserted"
        and claim.speaker is not None
        and claim.speaker.kind == "belligerent"
        and claim.actor is not None
        and speaker_key(claim.speaker.name) is not None
        and speaker_key(claim.speaker.name) == speaker_key(claim.actor.name)
    ]
