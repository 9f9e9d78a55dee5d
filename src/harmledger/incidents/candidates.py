"""Which events are worth comparing: an index by persons, names and rare words, time and place."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from harmledger.incidents.describe import Node
from harmledger.incidents.features import SOON_DAYS, window
from harmledger.incidents.places import is_fine, name_key
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.vectors import rarest

__all__ = ["candidates"]

#: Days in a bucket of time.
_BUCKET = 4

#: Degrees of a cell of the map; places within 50 km are in neighbouring cells.
_CELL = 0.5

#: Rarest words of an event that are looked up at its time, and at any time.
_WORDS = 12
_ANY_TIME_WORDS = 12

#: Names of an event that are looked up at any time.
_NAMES = 12

#: From this rarity on a name or word is looked up at any time.
_RARE = 4.5

#: Events listed under one key; a place with more in four days is found by its words.
_MOST_POSTINGS = 150

#: The same where the time is left open.
_MOST_ANY_TIME = 60

#: The events with the most keys in common that are compared with one event.
_MOST_CANDIDATES = 40

#: An event whose time is wider than so many buckets is filed as undated.
_MOST_BUCKETS = 12

#: Half days about a stated day in which another report may date the event.
_SLACK = 1

_Key = tuple[object, ...]


def candidates(nodes: Sequence[Node], rarity: Rarity) -> Iterator[tuple[int, list[int]]]:
    """Positions with the earlier ones that share a person, a rare name or word, or a time and
    a place or word, those with most in common first."""
    size = len(nodes)
    at_any_time: dict[_Key, list[int]] = defaultdict(list)
    timed: dict[_Key, dict[int | str, list[int]]] = defaultdict(dict)
    for number, node in enumerate(nodes):
        posted, asked = _tokens(node, rarity)
        buckets = _buckets(node)
        met: Counter[int] = Counter()
        always = _timeless(node, rarity)
        for token in always:
            met.update(at_any_time.get(token, ()))
        # A dated event meets those of its time and the undated; an undated one meets all.
        times = ["any"] if buckets is None else [*buckets, "undated"]
        for token in asked:
            by_time = timed.get(token)
            if by_time is not None:
                found = [by_time[time] for time in times if time in by_time]
                if found:
                    met.update(found[0] if len(found) == 1 else set().union(*found))
        # One number for each, as numbers are quickly sorted: most in common, then the earlier.
        best = sorted([other - count * size for other, count in met.items()])
        yield number, [rank % size for rank in best[:_MOST_CANDIDATES]]
        for token in always:
            if len(at_any_time[token]) < _MOST_ANY_TIME:
                at_any_time[token].append(number)
        times = ["undated", "any"] if buckets is None else [*buckets, "any"]
        for token in posted:
            by_time = timed[token]
            for time in times:
                listed = by_time.setdefault(time, [])
                if len(listed) < _MOST_POSTINGS:
                    listed.append(number)


def _buckets(node: Node) -> list[int | str] | None:
    low, high = window(node)
    if math.isinf(low) and node.published is not None:
        # Most reports come soon after the event; later ones are met by names and rare words.
        low = node.published - SOON_DAYS
    if math.isinf(low) or (high - low) / _BUCKET > _MOST_BUCKETS:
        return None
    return list(range(int((low - _SLACK) // _BUCKET), int((high + _SLACK) // _BUCKET) + 1))


def _timeless(node: Node, rarity: Rarity) -> list[_Key]:
    """Keys that are looked up whatever the time."""
    keys: list[_Key] = [
        ("name", *name) for name in sorted(node.people.persons) if rarity.events_with(name) > 1
    ]
    names = [
        (-rarity.name(name), name)
        for name in node.people.names - node.people.persons
        if rarity.events_with(name) > 1 and rarity.name(name) >= _RARE
    ]
    keys += [("name", *name) for _, name in sorted(names)[:_NAMES]]
    rare = rarity.rare_and_shared(node.vector, _RARE, _ANY_TIME_WORDS)
    return keys + [("rare", word) for word in rare]


def _tokens(node: Node, rarity: Rarity) -> tuple[list[_Key], list[_Key]]:
    """Keys to be filed under, and keys to look up (the neighbouring cells too)."""
    posted: list[_Key] = [("word", w) for w in rarest(node.vector, _WORDS, rarity.shared)]
    asked = list(posted)
    place = node.place
    if place is None:
        return posted, asked
    if is_fine(place) and place.lat is not None and place.lon is not None:
        row, column = math.floor(place.lat / _CELL), math.floor(place.lon / _CELL)
        posted.append(("cell", row, column))
        # Cells narrow towards the poles: look further east and west there.
        reach = min(8, math.ceil(1 / max(0.1, math.cos(math.radians(place.lat)))))
        asked += [
            ("cell", row + up, column + across)
            for up in (-1, 0, 1)
            for across in range(-reach, reach + 1)
        ]
    name: _Key = ("place", *sorted(name_key(place.name)))
    posted.append(name)
    asked.append(name)
    return posted, asked
