"""The title of an incident."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.incidents.phrases import done_words
from harmledger.records import Claim, Measure, When, Where
from harmledger.wording import listed, place_in_words, when_in_words

__all__ = ["title_of"]


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
    harmed = [one.measure for one in measures if one.low != 0 or one.high != 0]
    if {"killed", "injured"} & set(harmed):
        harmed = [measure for measure in harmed if measure != "casualties"]
    if harmed:
        done = "people " + listed([done_words(name, claims) for name in harmed])
    else:
        done = "no one " + listed([done_words(one.measure, claims) for one in measures], "or")
    return f"{place}, {day}: {done}"
