"""Why two counts may differ: whom they count, where, since when and until which day.

What differs in their definitions is said, one sentence a cause, and nothing is said to be the right
count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from harmledger.dates import day_number
from harmledger.places import name_key
from harmledger.records import Cause, Claim, Text, Toll, TollPoint, Where
from harmledger.tolls.count import Count
from harmledger.tolls.phrases import said_beside
from harmledger.wording import when_in_words

__all__ = ["causes_of", "same_area", "says_indirect"]


def causes_of(one: Count, other: Count, said: Mapping[str, str | None]) -> Iterator[Cause]:
    found = [
        cause
        for cause in (
            _population(one, other),
            _area(one, other),
            _period(one, other),
            _indirect(said[one.toll.id], said[other.toll.id]),
            _cut_off(one, other),
        )
        if cause is not None
    ]
    if found:
        yield from found
    elif _figures(one.toll) == _figures(other.toll):
        yield Cause(kind="none", sentence="Both give the same figure.")
    else:
        yield Cause(
            kind="none",
            sentence="As far as the reports say, both count the same: their figures disagree.",
        )


def _population(one: Count, other: Count) -> Cause | None:
    if one.what == other.what:
        return None
    return Cause(
        kind="population", sentence=f"This is of {one.what}; the other is of {other.what}."
    )


def _area(one: Count, other: Count) -> Cause | None:
    if same_area(one, other):
        return None
    return Cause(
        kind="area",
        sentence=f"This {_counts_in(one)}; the other {_counts_in(other)}.",
    )


def same_area(one: Count, other: Count) -> bool:
    here, there = _place(one), _place(other)
    if here is None or there is None:
        return here is there
    known = here.geonameid is not None and here.geonameid == there.geonameid
    return known or name_key(here.name) == name_key(there.name)


def _place(count: Count) -> Where | None:
    return next((claim.place for claim in count.claims if claim.place is not None), None)


def _counts_in(count: Count) -> str:
    return f"counts in {count.toll.where}" if count.toll.where else "states no area"


def _period(one: Count, other: Count) -> Cause | None:
    if one.period == other.period:
        return None
    return Cause(
        kind="period", sentence=f"This {_counts_when(one)}; the other {_counts_when(other)}."
    )


def _counts_when(count: Count) -> str:
    times = [claim.when for claim in count.claims if claim.when] if count.period else []
    words = sorted({when_in_words(when) or f"“{when.surface}”" for when in times})
    return f"counts {_preposed(words[0])}" if words else "states no beginning"


def _preposed(words: str) -> str:
    """ "Since 7 October 2023", "until March", "from 3 to 5 June 2015", "in June 2015"."""
    if words.startswith(("since ", "until ", "“")):
        return words
    return f"from {words}" if " to " in words else f"in {words}"


def _indirect(here: str | None, there: str | None) -> Cause | None:
    """By the phrases of indirect deaths that each is told with."""
    if bool(here) == bool(there):
        return None
    words, which = (here, "this") if here else (there, "the other")
    silent = "the other" if here else "this"
    return Cause(
        kind="indirect",
        sentence=f"Only {which} speaks of “{words}”; {silent} does not say whether it counts "
        "indirect deaths.",
    )


def says_indirect(claims: Iterable[Claim], texts: Mapping[str, Text]) -> str | None:
    for claim in claims:
        if said := said_beside(claim, texts.get(claim.text_id), "indirect"):
            return said
    return None


def _cut_off(one: Count, other: Count) -> Cause | None:
    here, there = _last_day(one.toll.points), _last_day(other.toll.points)
    if here == there:
        return None
    if here is None or there is None:
        which = "this" if here is None else "the other"
        return Cause(
            kind="cut_off", sentence=f"The day of the latest reading of {which} is unknown."
        )
    first, last = day_number(here), day_number(there)
    apart = abs(first - last) if first is not None and last is not None else 0
    days = f" ({apart} day{'s' if apart != 1 else ''} apart)" if apart else ""
    return Cause(
        kind="cut_off",
        sentence=f"The latest reading of this is of {here}, that of the other of {there}{days}.",
    )


def _last_day(points: Sequence[TollPoint]) -> str | None:
    days = [day for point in points if (day := point.as_of or point.reported_at)]
    return max(days) if days else None


def _figures(toll: Toll) -> frozenset[tuple[int | None, int | None]]:
    day = _last_day(toll.points)
    return frozenset((p.low, p.high) for p in toll.points if (p.as_of or p.reported_at) == day)
