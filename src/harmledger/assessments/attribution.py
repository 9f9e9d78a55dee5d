"""Who is said to have done it: competing attributions, and responsibility accepted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from harmledger.assessments.parties import alike, is_known, own_act, party_of
from harmledger.counters import Counters
from harmledger.places import name_key
from harmledger.records import Claim

__all__ = ["accepting", "competing"]

#: Spellings of parties that are compared with each other.
_MOST_PARTIES = 60


def competing(claims: Sequence[Claim], counters: Counters) -> list[Claim]:
    """Claims of different origins that name different parties; empty where none compete."""
    named: dict[frozenset[str], dict[tuple[str, str], Claim]] = {}
    places = frozenset().union(*(name_key(claim.place.name) for claim in claims if claim.place))
    for claim in claims:
        party = party_of(claim.actor.name) if claim.actor else frozenset()
        # A town where it happened is no party to it.
        if party and (is_known(party) or not party <= places):
            named.setdefault(party, {}).setdefault(counters.key(claim), claim)
    for one, two in combinations(sorted(named, key=sorted)[:_MOST_PARTIES], 2):
        if alike(one, two):
            continue
        for first, claim in sorted(named[one].items()):
            for second, other in sorted(named[two].items()):
                if first != second:
                    return [claim, other]
    return []


def accepting(claims: Sequence[Claim]) -> list[Claim]:
    """Claims in which a party says that it did it itself."""
    return [claim for claim in claims if claim.stance == "asserted" and own_act(claim)]
