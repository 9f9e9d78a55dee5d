"""The measured likeness of two texts: a handful of numbers, each of which a person can check."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.families.alignment import Alignment, align
from harmledger.families.fingerprint import Fingerprint
from harmledger.families.order import in_order

__all__ = ["FEATURES", "Likeness", "likeness"]

#: What texts of a few dozen words are short of before a share of theirs is worth believing:
#: weight (about five rare words), names, sentences, triples.
_WEIGHT, _NAMES, _SENTENCES, _TRIPLES = 30.0, 2, 2, 5

#: Names of the features, in the order of ``Likeness.values``; explained in the weights' file.
FEATURES = (
    "order_shorter",
    "order_longer",
    "order_kept",
    "words_shorter",
    "words_longer",
    "sentences_told",
    "sentences_matched",
    "sentences_steady",
    "names",
    "numbers",
    "triples",
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The features of a pair and what they were read from; ``places`` are word positions."""

    values: tuple[float, ...]
    places: tuple[tuple[int, int], ...]
    alignment: Alignment

    def __getitem__(self, name: str) -> float:
        return self.values[FEATURES.index(name)]


def likeness(first: Fingerprint, second: Fingerprint) -> Likeness:
    """Compare two texts; the features are the same whichever comes first."""
    ordered, shared, places = in_order(first, second)
    alignment = align(first, second)
    masses = sorted((first.mass + _WEIGHT, second.mass + _WEIGHT))
    held = sorted((_held(first, second), _held(second, first)))
    matched = len(alignment.matched)
    sentences = min(len(first.sentences), len(second.sentences))
    names = len(first.names.keys() & second.names.keys())
    all_names = len(first.names) + len(second.names) - names
    numbers = min(len(first.numbers), len(second.numbers))
    triples = min(len(first.triples), len(second.triples))
    values = (
        ordered / masses[0],
        ordered / masses[1],
        ordered / (shared + _WEIGHT / 2),
        held[1],
        held[0],
        max(
            alignment.first_mass / (first.mass + _WEIGHT),
            alignment.second_mass / (second.mass + _WEIGHT),
        ),
        matched / (sentences + _SENTENCES),
        alignment.steady / (matched + _SENTENCES),
        names / (all_names + _NAMES),
        len(first.numbers & second.numbers) / (numbers + 1),
        len(first.triples & second.triples) / (triples + _TRIPLES),
    )
    return Likeness(values, tuple(places), alignment)


def _held(own: Fingerprint, other: Fingerprint) -> float:
    """The share of a text's weight whose words the other has at least as often."""
    weights = own.weights
    held = 0.0
    for word, places in own.places.items():
        there = other.places.get(word)
        if there is None:
            continue
        if len(places) == 1 or len(there) == 1:
            held += weights[places[0]]
        else:
            held += sum([weights[place] for place in places[: len(there)]])
    return held / (own.mass + _WEIGHT)
