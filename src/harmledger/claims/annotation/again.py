"""Victims told of again: what one sentence states of their harm holds where they are named next.

"Archbishop Romero was killed on 24 March 1980 ... the court heard who killed Romero": one harm, of
one day, whatever else the text tells of between.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.persons.single import name_of
from harmledger.claims.times.spans import days_apart
from harmledger.claims.words.lexicon import words
from harmledger.records import Claim, When, Where

__all__ = ["with_told_again"]

#: How many sentences lie at most between two tellings of one victim that share place and day.
REACH = 3
#: Tellings of one name looked at: in a long table one surname is of many.
_MOST = 60


def with_told_again(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """``claims`` of one text, in their order, each with what is stated of the same victims near it.

    Only what a claim does not state itself is added, and only where all statements agree.
    """
    index_of = {sentence.start: n for n, sentence in enumerate(reading.sentences)}
    at = {claim.id: index_of[claim.sentence_start] for claim in claims}
    whom = {claim.id: _whom(reading.text.text, claim) for claim in claims}
    told: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if (who := whom[claim.id]) is not None:
            told[(*who, claim.measure)].append(claim)
    for claim in claims:
        who = whom[claim.id]
        own = told[(*who, claim.measure)] if who is not None else []
        if len(own) < 2 or len(own) > _MOST or (claim.where and claim.when):
            yield claim
            continue
        others = [
            other
            for other in own
            if other.id != claim.id and abs(at[other.id] - at[claim.id]) <= REACH
        ]
        others.sort(key=lambda other: abs(at[other.id] - at[claim.id]))
        yield replace(
            claim,
            where=claim.where or _one_place([o.where for o in others if o.where]),
            when=claim.when or _one_time([o.when for o in others if o.when]),
        )


def _whom(text: str, claim: Claim) -> tuple[str, ...] | None:
    """What tells the victims from others: a surname, or "the" with their noun; None: nothing."""
    if claim.scope != "event" or claim.stance == "hypothetical" or not claim.population:
        return None
    name = [word for word in name_of(claim) if word not in words("grammar", "name_suffixes")]
    if name and claim.low == claim.high == 1:
        return ("named", name[-1])
    if not name and claim.low != 1 and claim.population.surface:
        before = text[max(0, claim.start - 8) : claim.start].casefold().split()
        definite = {*before[-1:], claim.quote.casefold().split()[0]} & words("grammar", "definite")
        return ("group", claim.population.surface.casefold().split()[-1]) if definite else None
    return None


def _one_place(places: list[Where]) -> Where | None:
    """The nearest of the places; None where two are of different towns."""
    return places[0] if len({(p.geonameid, p.name.casefold()) for p in places}) == 1 else None


def _one_time(times: list[When]) -> When | None:
    """The nearest of the times; None where two are of different days."""
    apart = any(days_apart(one, two) for n, one in enumerate(times) for two in times[:n])
    return times[0] if times and not apart else None
