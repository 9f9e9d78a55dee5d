"""Whom a headline means: "Rights commission: up to 70" is whose figure the report then gives.

A headline shortens the names of sources and counts nobody. What it gives again is the figure of
the source that its own report names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from harmledger.claims.attribution.sources import known_as
from harmledger.records import Claim

__all__ = ["with_headlined"]

_Figure = tuple[str, bool, int]


def with_headlined(claims: Sequence[Claim], headlines: Collection[int]) -> Iterator[Claim]:
    """``claims`` of one text, in their order; a headline's source under the name that it has there.

    ``headlines``: where the sentences of headlines start. Left as it is: a source that the report
    cites itself, and a figure that it has from several.
    """
    cited: set[str] = set()
    whose: dict[_Figure, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.sentence_start not in headlines and claim.speaker is not None:
            name = claim.speaker.canonical or claim.speaker.name
            cited.add(name.casefold())
            for figure in _figures(claim):
                whose[figure].add(name)
    for claim in claims:
        speaker = claim.speaker
        if speaker is not None and claim.sentence_start in headlines:
            name = speaker.canonical or speaker.name
            names = set[str]().union(*(whose.get(figure, ()) for figure in _figures(claim)))
            if name.casefold() not in cited and len(names) == 1:
                claim = known_as(claim, names.pop())
        yield claim


def _figures(claim: Claim) -> Iterator[_Figure]:
    """The bounds of a claim: one of them is enough ("97 died", "as many as 97")."""
    for low, bound in ((True, claim.low), (False, claim.high)):
        if bound is not None and claim.stance != "denied":
            yield claim.measure, low, bound
