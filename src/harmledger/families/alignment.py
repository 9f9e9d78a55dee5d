"""Which sentence of one text tells what which sentence of the other tells."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from harmledger.families.fingerprint import Fingerprint

__all__ = ["Alignment", "Matched", "align"]

#: Below this likeness two sentences share no more than chance and topic give.
_LEAST = 0.2

#: A word that joins more sentence pairs than this says nothing of either.
_MOST_PAIRS = 40

#: Sentences are not taken for shorter than a handful of rare words, or one word would match.
_SHORTEST = 8.0


@dataclass(frozen=True, slots=True)
class Matched:
    """Two sentences, each the likest to the other: their numbers and the cosine, 0 to 1."""

    first: int
    second: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Mutual best matches in the order of the first text.

    ``first_mass`` and ``second_mass``: the weight of each text's words (quotations discounted)
    in matched sentences times their likeness; ``shares``: that of all words in matched sentences,
    as a share of each text. ``steady``: of the steps from one match to the
    next, how many go one to three sentences ahead in the other text; the mean of both texts.
    """

    matched: tuple[Matched, ...]
    first_mass: float
    second_mass: float
    shares: tuple[float, float]
    steady: float


def align(first: Fingerprint, second: Fingerprint) -> Alignment:
    """Sentences matched by the cosine of their rarity vectors, wherever they stand.

    Not tied to the order, so that shuffled copies align too; ``steady`` tells the order.
    """
    width = len(second.sentences)
    shared: dict[int, float] = {}
    for word, own in first.within.items():
        other = second.within.get(word)
        if other is None or len(own) * len(other) > _MOST_PAIRS:
            continue
        square = first.rarities[word] ** 2
        for one in own:
            row = one * width
            for two in other:
                cell = row + two
                shared[cell] = shared.get(cell, 0.0) + square
    best_first: dict[int, tuple[float, int]] = {}
    best_second: dict[int, tuple[float, int]] = {}
    for cell, square in shared.items():
        one, two = divmod(cell, width)
        likeness = square / (max(first.norms[one], _SHORTEST) * max(second.norms[two], _SHORTEST))
        if likeness < _LEAST:
            continue
        if (likeness, -two) > best_first.get(one, (0.0, 0)):
            best_first[one] = (likeness, -two)
        if (likeness, -one) > best_second.get(two, (0.0, 0)):
            best_second[two] = (likeness, -one)
    matched = [
        Matched(one, -two, min(1.0, likeness))
        for one, (likeness, two) in sorted(best_first.items())
        if best_second[-two][1] == -one
    ]
    return Alignment(
        matched=tuple(matched),
        first_mass=sum(first.masses[m.first] * m.likeness for m in matched),
        second_mass=sum(second.masses[m.second] * m.likeness for m in matched),
        shares=(
            sum(first.masses[m.first] for m in matched) / max(first.mass, 1.0),
            sum(second.masses[m.second] for m in matched) / max(second.mass, 1.0),
        ),
        steady=(_ahead([m.second for m in matched]) + _ahead(_by_second(matched))) / 2,
    )


def _by_second(matched: list[Matched]) -> list[int]:
    return [m.first for m in sorted(matched, key=lambda match: match.second)]


def _ahead(numbers: list[int]) -> int:
    return sum(0 < two - one <= 3 for one, two in pairwise(numbers))
