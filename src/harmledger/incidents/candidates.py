"""Which events are worth comparing: an index by time and by place or rare word."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from harmledger.incidents.features import window
from harmledger.incidents.nodes import Node
from harmledger.incidents.places import is_fine, name_key
from harmledger.incidents.words import Vector, rarest

__all__ = ["candidate_pairs"]

#: Half days in a bucket of time; a window covers one to three of them.
_BUCKET = 8

#: Degrees of a cell of the map; places within 50 km are in neighbouring cells.
_CELL = 0.5

#: Rarest words of an event that are looked up.
_WORDS = 10

#: Events listed under one key; a place with more in four days is found by its words.
_MOST_POSTINGS = 150

#: The events with the most keys in common that are compared with one event.
_MOST_CANDIDATES = 40

#: An event whose window is wider than this is filed as undated.
_MOST_BUCKETS = 12

_Key = tuple[object, ...]


def candidate_pairs(nodes: Sequence[Node], words: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """Pairs of positions (earlier, later) that share a time bucket and a place or rare word."""
    having: Counter[str] = Counter()
    for vector in words:
        having.update(vector.keys())
    postings: dict[_Key, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        posted, asked = _tokens(node, words[number], having)
        buckets = _buckets(node)
        met: Counter[int] = Counter()
        for token in asked:
            # A dated event meets those of its time and the undated; an undated one meets all.
            times = ["any"] if buckets is None else [*buckets, "undated"]
            found = {other for time in times for other in postings.get((time, *token), ())}
            met.update(found)
        best = sorted(met.items(), key=lambda item: (-item[1], item[0]))
        for other, _ in best[:_MOST_CANDIDATES]:
            yield other, number
        for token in posted:
            times = ["undated", "any"] if buckets is None else [*buckets, "any"]
            for time in times:
                listed = postings[(time, *token)]
                if len(listed) < _MOST_POSTINGS:
                    listed.append(number)


def _buckets(node: Node) -> list[int | str] | None:
    low, high = window(node)
    if math.isinf(low) or (high - low) / _BUCKET > _MOST_BUCKETS:
        return None
    return list(range(int(low // _BUCKET), int(high // _BUCKET) + 1))


def _tokens(node: Node, vector: Vector, having: Counter[str]) -> tuple[list[_Key], list[_Key]]:
    """Keys to be filed under, and keys to look up (the neighbouring cells too)."""
    shared = [word for word in vector if having[word] > 1]
    posted: list[_Key] = [("word", word) for word in rarest(vector, _WORDS, shared)]
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
    name: _Key = ("name", *sorted(name_key(place.name)))
    posted.append(name)
    asked.append(name)
    return posted, asked
