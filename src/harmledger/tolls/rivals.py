"""Tolls of other counters that may be set beside one.

Two counters are compared where they count the same measure in the same country.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from harmledger.places import name_key
from harmledger.records import Rival, Text, Toll
from harmledger.tolls.causes import causes_of, same_area, says_indirect
from harmledger.tolls.count import Count

__all__ = ["with_rivals"]

#: Rivals listed for one toll: the likest definitions come first.
MOST = 12
#: Statuses that leave open who was counted.
_OPEN = frozenset((None, "unstated", "mixed"))
#: Counters compared within one group of measure and country, by size of their tolls.
_COMPARED = 200


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
            count.toll.id: says_indirect(count.claims, texts)
            for count in (largest if len(largest) > 1 else ())
        }
        for count in largest:
            others = [
                (_unlike(count, other), other.toll.id, other)
                for other in largest
                if other.counter != count.counter
                and _comparable(count, other)
                and not (_repeats(count, other) or _repeats(other, count))
            ]
            rivals[count.toll.id] = [
                Rival(toll=its, causes=tuple(causes_of(count, other, said)))
                for _, its, other in sorted(others, key=lambda found: found[:2])[:MOST]
            ]
    for count in counts:
        yield replace(count.toll, rivals=tuple(rivals.get(count.toll.id, ())))


def _comparable(one: Count, other: Count) -> bool:
    """Civilians killed and soldiers killed are two counts, not two opinions on one."""
    either = {one.toll.status, other.toll.status}
    return len(either) == 1 or not either.isdisjoint(_OPEN)


def _repeats(one: Count, other: Count) -> bool:
    """Whether one is what headlines and narrators say without a source, in reports that give the
    other's counter for the very figure."""
    if any(claim.speaker is not None for claim in one.claims):
        return False
    said = {(claim.text_id, claim.low, claim.high) for claim in other.claims}
    return all((claim.text_id, claim.low, claim.high) in said for claim in one.claims)


def _unlike(one: Count, other: Count) -> int:
    """In how many of people, area and period they differ."""
    return (one.what != other.what) + (not same_area(one, other)) + (one.period != other.period)


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
