"""Lows and highs far from all other figures that rest on one origin alone, told in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.assessments.method import Method
from harmledger.assessments.origins import find_origins
from harmledger.assessments.ranges import highest_said, range_of
from harmledger.assessments.sorting import reason
from harmledger.assessments.status_groups import StatusGroup
from harmledger.counters import Counters
from harmledger.incidents import Reading
from harmledger.records import Edge, Origin
from harmledger.wording import range_words

__all__ = ["find_edges"]

#: So many other origins must have counted: of two figures nobody can tell which is far off.
_OTHERS = 2


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure of the whole with the places of its origins in their list."""

    reading: Reading
    owners: frozenset[int]

    @property
    def top(self) -> int | None:
        """The highest number that it says."""
        return self.reading.low if self.reading.high is None else self.reading.high


def find_edges(group: StatusGroup, method: Method, counters: Counters) -> tuple[Edge, ...]:
    """The ends of the group's range that one origin alone gives and that are ``times`` below the
    next lowest, or above the next highest, figure of two or more other origins; a reason for each.

    It changes no number: such an end is most often a part, another place or a misreading, but
    only a person can tell.
    """
    rule = method.rule("name_edges")
    if rule is None:
        return ()
    readings = [
        one
        for one in group.sorted.readings
        if all(claim.qualifier != "vague" for claim in one.claims)
    ]
    claims = [claim for one in readings for claim in one.claims]
    origins = find_origins(claims, counters)
    whose = {claim: n for n, origin in enumerate(origins) for claim in origin.claims}
    given = [_Given(one, frozenset(whose[claim.id] for claim in one.claims)) for one in readings]
    times = rule.options["times"]
    found = [_low(group, given, origins, times, method)]
    if group.low is None or method.high != "lowest":
        found.append(_high(group, given, origins, times))
    edges = tuple(one for one in found if one is not None)
    by_id = {claim.id: claim for claim in group.claims}
    for edge in edges:
        own = [by_id[one] for one in edge.claims if one in by_id]
        group.reasons.append(reason(rule.id, edge.sentence, own))
    return edges


def _low(
    group: StatusGroup,
    given: Sequence[_Given],
    origins: Sequence[Origin],
    times: int,
    method: Method,
) -> Edge | None:
    own = [one for one in given if one.reading.low == group.low]
    others = _others(own, [one for one in given if one.reading.low is not None])
    if group.low is None or not others:
        return None
    if group.low * times >= min(one.reading.low or 0 for one in others):
        return None
    bound = "figure" if method.high == "lowest" else "low"
    return _edge("low", bound, group.low, own, others, origins)


def _high(
    group: StatusGroup, given: Sequence[_Given], origins: Sequence[Origin], times: int
) -> Edge | None:
    top = group.high if group.high is not None else group.said
    own = [one for one in given if one.top == top]
    if not own and group.high is not None:
        own = _raised(group, origins)
    others = _others(own, [one for one in given if one.top is not None])
    if top is None or not others or top <= times * max(one.top or 0 for one in others):
        return None
    bound = "high" if group.high is not None else "highest figure"
    return _edge("high", bound, top, own, others, origins)


def _raised(group: StatusGroup, origins: Sequence[Origin]) -> list[_Given]:
    """The figure of one group from which the high of all was taken; its origin as one of these,
    or one more."""
    ids = {claim.id for claim in group.raised}
    claims = tuple(claim for claim in group.raised if claim.low == group.high)
    owners = frozenset(n for n, origin in enumerate(origins) if ids.intersection(origin.claims))
    if not claims or not owners:
        return []
    return [_Given(Reading(group.high, group.high, claims), owners)]


def _others(own: Sequence[_Given], given: Sequence[_Given]) -> list[_Given]:
    """The figures of other origins where ``own`` are of one alone and those of two or more."""
    mine = frozenset().union(*(one.owners for one in own))
    others = [one for one in given if not one.owners & mine]
    theirs = frozenset().union(*(one.owners for one in others))
    return others if len(mine) == 1 and len(theirs) >= _OTHERS else []


def _edge(
    bound: str,
    word: str,
    value: int,
    own: Sequence[_Given],
    others: Sequence[_Given],
    origins: Sequence[Origin],
) -> Edge:
    readings = [one.reading for one in others]
    low, high = range_of(readings)
    origin = origins[min(own[0].owners)]
    what = "report" if origin.kind == "family" else "source"
    number = f"{value:,} or more" if word == "highest figure" else f"{value:,}"
    figures = range_words(low, high, highest_said(readings, low, high))
    sentence = (
        f"The {word}, {number}, rests on one {what} alone ({origin.name}); the others give "
        f"{figures}."
    )
    claims = dict.fromkeys(claim.id for one in own for claim in one.reading.claims)
    return Edge(
        bound=bound,
        value=value,
        origin=origin.name,
        others_low=low or 0,
        others_high=high,
        claims=tuple(claims),
        sentence=sentence,
    )
