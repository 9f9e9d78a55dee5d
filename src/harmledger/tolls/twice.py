"""One reading of a counter that its report tells twice under two names of the area.

The headline says "1,166 dead in Gaza", the report "1,166 killed in the Gaza Strip": one series.
"""

from __future__ import annotations

from collections import defaultdict

from harmledger.records import Claim

__all__ = ["join_twice_told"]

_Series = dict[tuple[object, ...], dict[str, Claim]]


def join_twice_told(series: _Series, place: int) -> None:
    """Put such a claim into the series of the fuller name; ``place``: the place of areas in keys.

    Only what one text says with the same number, people and period, where the words of one name
    are among those of the other.
    """
    alike: dict[tuple[object, ...], list[tuple[tuple[object, ...], Claim]]] = defaultdict(list)
    for key, own in series.items():
        for claim in own.values():
            rest = key[:place] + key[place + 1 :]
            alike[*rest, claim.text_id, claim.low, claim.high].append((key, claim))
    for told in alike.values():
        for key, claim in told:
            fuller = {other for other, beside in told if other != key and _fuller(beside, claim)}
            if len(fuller) == 1 and claim.id in series.get(key, {}):
                series[fuller.pop()][claim.id] = series[key].pop(claim.id)
    for key in [key for key, own in series.items() if not own]:
        del series[key]


def _fuller(one: Claim, two: Claim) -> bool:
    """Whether the name of the first's area is that of the second's with more words."""
    first, second = _words(one), _words(two)
    return bool(second) and second < first


def _words(claim: Claim) -> frozenset[str]:
    where = claim.place
    return frozenset(where.name.casefold().split()) - {"the"} if where else frozenset()
