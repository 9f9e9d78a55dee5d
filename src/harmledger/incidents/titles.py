"""The title of an incident."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.incidents.phrases import done_words
from harmledger.records import Claim, Measure, When, Where
from harmledger.vocabulary import load
from harmledger.wording import listed, place_in_words, when_in_words

__all__ = ["title_of"]

#: Measures that count no people.
_THINGS = frozenset({"damaged", "aid"})


def title_of(
    when: When | None,
    where: Where | None,
    measures: Sequence[Measure],
    claims: Sequence[Claim] = (),
) -> str:
    """Kunduz, 3 October 2015: people killed and injured.

    ``claims``: of the incident, by whose words the killed or missing are not called injured.
    """
    place = place_in_words(where) if where else "Place not stated"
    day = when_in_words(when) or "date not stated"
    harmed = [
        one.measure
        for one in measures
        if one.measure not in _THINGS and (one.low != 0 or one.high != 0)
    ]
    harmed = list(dict.fromkeys(harmed))  # people and families displaced
    if {"killed", "injured"} & set(harmed):
        harmed = [measure for measure in harmed if measure != "casualties"]
    things = list(dict.fromkeys(_thing(one) for one in measures if _tells(one)))
    people = ["people " + listed([done_words(name, claims) for name in harmed])] if harmed else []
    told = [*people, *things]
    if not told:
        none = dict.fromkeys(one.measure for one in measures if one.measure not in _THINGS)
        told = ["no one " + listed([done_words(one, claims) for one in none], "or")]
        if not none:
            told = ["nothing damaged or delivered"]
    return f"{place}, {day}: {', '.join(told)}"


def _tells(one: Measure) -> bool:
    return one.measure in _THINGS and (one.low != 0 or one.high != 0)


def _thing(one: Measure) -> str:
    """Buildings destroyed; aid that entered: what befell things, without a number."""
    words = load("en", "statements")
    data = words[one.measure].data
    goods = data.get("goods", "buildings")
    phase = {**words["phase"].data, **words["loss"].data}.get(one.phase or "")
    return f"{goods} {str(phase).removeprefix('to have ')}" if phase else str(goods)
