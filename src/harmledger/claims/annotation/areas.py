"""The area of a running count that names none: by the counter's office, or its count before.

"The governor of Derry said 480 had been killed so far": in Derry, unless another place is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.places.mentions import Mention
from harmledger.claims.words.lexicon import words
from harmledger.records import Claim, Speaker, Story, Where

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["office_area", "with_areas"]

#: Words between an office and the place that it governs: "governor of the province of Derry".
_LINKS = frozenset(("prep", "pobj", "compound", "nmod", "poss"))


def office_area(reading: Reading, index: int, speaker: Speaker | None) -> Mention | None:
    """The place over which the speaker of sentence ``index`` holds an office, as it is told there.

    "Ada Brisk, the mayor of Derry", "the mayor of Derry": Derry.
    """
    parsed = reading.parsed[index]
    if speaker is None:
        return None
    for mention in reading.places(index):
        office = _office(parsed.doc[mention.token])
        if office is None:
            continue
        named = office.head if office.dep_ == "appos" else office
        if speaker.start <= parsed.start(named) < speaker.end:
            return mention
    return None


def _office(place: Token) -> Token | None:
    """The office that a place stands behind: "the governor of Derry"."""
    for above in (place, *place.ancestors):
        if above.lower_ in words("places", "area_offices"):
            return above
        if above.dep_ not in _LINKS:
            return None
    return None


def with_areas(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Running counts without a place, placed as the count before of the same people and source.

    "The UN documented 300 killed in Bosnia in 1992. By June it had documented 90 deaths." Claims
    come in text order, their speakers resolved; the place is noted as the story's.
    """
    last: dict[tuple[object, ...], Where] = {}
    for claim in claims:
        if claim.scope != "cumulative" or claim.speaker is None:
            yield claim
            continue
        status = claim.population.status if claim.population else None
        counter = (claim.speaker.canonical or claim.speaker.name).casefold()
        key = (counter, claim.measure, claim.unit, status)
        if claim.place is not None:
            last[key] = claim.place
        elif key in last:
            when = claim.story.when if claim.story else None
            claim = replace(claim, story=Story(where=last[key], when=when))
        yield claim
