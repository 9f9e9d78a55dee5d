"""All events of a book together: how rare their words and names are, and what their words weigh."""

from __future__ import annotations

import hashlib
import math
import struct
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from harmledger.incidents.captivity import captives
from harmledger.incidents.dating import window
from harmledger.incidents.figures import SIZES, figure_key, size_feature, size_of
from harmledger.incidents.naming import level_of, name_code
from harmledger.incidents.node import Node
from harmledger.incidents.outline import Outline, joined, small
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.vectors import Vectors
from harmledger.incidents.words import code_of
from harmledger.places import is_fine, name_key
from harmledger.records import Where

__all__ = ["outline_of", "weigh"]

#: Degrees of a cell of the map; places within 50 km are in neighbouring cells.
_CELL = 0.5

#: Events that are weighed at one time.
_LOT = 1024


def outline_of(node: Node) -> Outline:
    """What is asked of the event together with all others."""
    first = node.locals[0]
    low, high = window(node)
    persons = sorted(node.people.persons)
    names = sorted(node.people.names - node.people.persons)
    here, around = _places(node.place)
    figures = sorted({figure_key(figure) for figure in node.figures if size_of(figure)})
    return Outline(
        key=first.claims[0].id if first.claims else first.text_id,
        published=node.published,
        low=low,
        high=high,
        claims=bool(first.claims),
        chief=first.chief,
        headlined=any(event.headline for event in node.locals),
        texts=len(node.locals),
        words=node.bag.words,
        counts=node.bag.counts,
        headline=node.headline.words,
        headline_counts=node.headline.counts,
        persons=_codes(map(name_code, persons)),
        person_levels=bytes(map(level_of, persons)),
        names=_codes(map(name_code, names)),
        name_levels=bytes(map(level_of, names)),
        here=here,
        around=around,
        ages=bytes(sorted(node.people.ages)),
        figures=b"".join(_key(*figure) for figure in figures),
        sizes=bytes(SIZES.index(size_feature(size)) for _, size in figures),
        dated=node.span is not None,
        placed=node.place is not None,
        called=_codes(sorted(map(code_of, node.called))),
        back=node.back,
        told=bool(node.days),
        summed=node.locals[0].summed,
        within=tuple(dict.fromkeys(one for event in node.locals for one in event.within)),
        captives=captives(node),
    )


def weigh(nodes: Sequence[Node]) -> Rarity:
    """Give every node its vectors; the rarity of words and names among these nodes.

    The words themselves are let go: nothing asks for them again, and a large book has many.
    """
    outlines = [node.outlined(outline_of) for node in nodes]
    rarity = Rarity(
        joined(outlines, lambda one: one.words)[0],
        joined(outlines, lambda one: one.persons + one.names)[0],
        len(nodes),
    )
    words, headlines = Vectors(), Vectors()
    for first in range(0, len(nodes), _LOT):
        lot, some = nodes[first : first + _LOT], outlines[first : first + _LOT]
        said = rarity.vectors([(one.words, one.counts) for one in some], words)
        told = rarity.vectors([(one.headline, one.headline_counts) for one in some], headlines)
        names = _often_named(some, rarity)
        events = struct.pack("<d", rarity.events)
        for node, outline, *parts in zip(lot, some, said, told, names, strict=True):
            node.words, node.headlines = words, headlines
            if node.content:
                node.seal = _seal(node.content, parts[:2], events + parts[2])
            outline.let_words_go()
    words.close()
    headlines.close()
    for at, node in enumerate(nodes):
        node.at = at
    return rarity


def _seal(content: bytes, said: Iterable[bytes], rare: bytes) -> bytes:
    """A hash of what an event says (``content``), of its vectors (``said``: see ``Rarity.vectors``)
    and of how rare its names are."""
    found = hashlib.blake2b(content, digest_size=16)
    for one in said:
        found.update(len(one).to_bytes(4, "big") + one)
    found.update(rare)
    return found.digest()


def _often_named(outlines: Sequence[Outline], rarity: Rarity) -> list[bytes]:
    """Of each event how rare its often used names are: that follows from how many events have them.

    How rare other names are follows from the list and the number of events alone.
    """
    import numpy as np

    codes, sizes = joined(outlines, lambda one: one.persons + one.names)
    levels = small(outlines, lambda one: one.person_levels + one.name_levels)
    ranks = rarity.names.ranks(codes)
    often = rarity.names.often(ranks)
    of = np.repeat(np.arange(len(outlines)), sizes)[often]
    values = rarity.names.of_ranks(ranks[often], levels[often])
    ends = of.searchsorted(np.arange(len(outlines)), side="right").tolist()
    return [values[start:end].tobytes() for start, end in pairwise([0, *ends])]


def _codes(numbers: Iterable[int]) -> bytes:
    return array("Q", numbers).tobytes()


def _places(place: Where | None) -> tuple[bytes, bytes]:
    """Places to be filed under, and to look up (the neighbouring cells too)."""
    if place is None:
        return b"", b""
    fine = is_fine(place)
    return _places_of(place.name, place.lat if fine else None, place.lon if fine else None)


@lru_cache(maxsize=1 << 14)
def _places_of(place: str, lat: float | None, lon: float | None) -> tuple[bytes, bytes]:
    name = _key("place", *sorted(name_key(place)))
    if lat is None or lon is None:
        return name, name
    row, column = math.floor(lat / _CELL), math.floor(lon / _CELL)
    # Cells narrow towards the poles: look further east and west there.
    reach = min(8, math.ceil(1 / max(0.1, math.cos(math.radians(lat)))))
    around = [
        _key(row + up, column + across) for up in (-1, 0, 1) for across in range(-reach, reach + 1)
    ]
    return name + _key(row, column), b"".join([name, *around])


@lru_cache(maxsize=1 << 16)
def _key(*parts: object) -> bytes:
    """A code of eight bytes."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=8).digest()
