"""Tolls of other counters that may be set beside one, and why they may differ.

Two counters are compared where they count the same measure in the same country. What differs in
their definitions is said, one sentence a cause, and nothing is said to be the right count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from harmledger.incidents.dates import day_number
from harmledger.incidents.places import name_key
from harmledger.incidents.wording import when_in_words
from harmledger.records import Cause, Claim, Rival, Text, Toll, TollPoint, Where
from harmledger.tolls.phrases import said_beside

__all__ = ["Count", "with_rivals"]

#: Rivals listed for one toll: the likest definitions come first.
MOST = 12
#: Statuses that leave open who was counted.
_OPEN = frozenset((None, "unstated", "mixed"))
#: Counters compared within one group of measure and country, by size of their tolls.
_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Count:
    """A toll with what its definition is read from.

    ``what``: whom it counts, in words; ``period``: equal for counts that begin together; ``of``:
    the country in the counter's name, for counts that name no area.
    """

    toll: Toll
    claims: Sequence[Claim]
    counter: object
    what: str
    period: object
    of: str | None = None


def with_rivals(counts: Sequence[Count], texts: Mapping[str, Text]) -> Iterator[Toll]:
    """The tolls in the order given, each with its rivals."""
    groups: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for count in counts:
        if (area := _country(count)) is not None:
            first = count.claims[0]
            part = first.part_of is not None
            groups[first.measure, first.phase, first.unit, part, area].append(count)
    rivals: dict[str, list[Rival]] = {}
    for group in groups.values():
        largest = sorted(group, key=lambda count: (-len(count.claims), count.toll.id))[:_COMPARED]
        said = {
            count.toll.id: _says_indirect(count.claims, texts)
            for count in (largest if len(largest) > 1 else ())
        }
        for count in largest:
            others = [
                (_unlike(count, other), other.toll.id, other)
                for other in largest
                if other.counter != count.counter and _comparable(count, other)
            ]
            rivals[count.toll.id] = [
                Rival(toll=its, causes=tuple(_causes(count, other, said)))
                for _, its, other in sorted(others, key=lambda found: found[:2])[:MOST]
            ]
    for count in counts:
        yield replace(count.toll, rivals=tuple(rivals.get(count.toll.id, ())))


def _comparable(one: Count, other: Count) -> bool:
    """Civilians killed and soldiers killed are two counts, not two opinions on one."""
    either = {one.toll.status, other.toll.status}
    return len(either) == 1 or not either.isdisjoint(_OPEN)


def _unlike(one: Count, other: Count) -> int:
    """In how many of people, area and period they differ."""
    return (one.what != other.what) + (not _same_area(one, other)) + (one.period != other.period)


def _country(count: Count) -> object:
    """The country that a count is of: stated for it, else that of the story; else its place.

    A monitor or ministry whose name tells a country counts in it, where nothing else is said.
    """
    for claim in count.claims:
        for where in (claim.where, claim.story.where if claim.story else None):
            if where is not None and where.country:
                return where.country
    places = [claim.place for claim in count.claims if claim.place is not None]
    if places:
        return tuple(sorted(name_key(places[0].name)))
    return count.of


def _causes(one: Count, other: Count, said: Mapping[str, str | None]) -> Iterator[Cause]:
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
    if _same_area(one, other):
        return None
    return Cause(
        kind="area",
        sentence=f"This {_counts_in(one)}; the other {_counts_in(other)}.",
    )


def _same_area(one: Count, other: Count) -> bool:
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


def _says_indirect(claims: Iterable[Claim], texts: Mapping[str, Text]) -> str | None:
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
