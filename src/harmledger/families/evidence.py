"""What a person can check of two texts: passages side by side, rare words in order, names."""

from __future__ import annotations

from bisect import bisect_left

from harmledger.families.fingerprint import Fingerprint
from harmledger.families.likeness import Likeness
from harmledger.records import Passage

__all__ = ["passages", "shared_names", "words_in_order"]

#: Evidence of one link stays short enough to read.
_MOST_PASSAGES = 20
_MOST_WORDS = 30
_MOST_NAMES = 20

#: Words below this rarity are no evidence.
_RARE = 4.0


def passages(first: Fingerprint, second: Fingerprint, alike: Likeness) -> tuple[Passage, ...]:
    """Sentences that tell the same, in the order of the first text; at most 20.

    Those with the most in common are kept. Spans are half-open code points into each text.
    """
    found: list[tuple[float, Passage]] = []
    for match in alike.alignment.matched:
        one, two = first.sentences[match.first], second.sentences[match.second]
        passage = Passage(
            first_start=one[0],
            first_end=one[1],
            second_start=two[0],
            second_end=two[1],
            likeness=round(_common(_told(first, one), _told(second, two)), 4),
        )
        found.append((-match.likeness * first.masses[match.first], passage))
    found.sort(key=lambda pair: (pair[0], pair[1].first_start))
    kept = [passage for _, passage in found[:_MOST_PASSAGES]]
    return tuple(sorted(kept, key=lambda passage: passage.first_start))


def _told(text: Fingerprint, sentence: tuple[int, int]) -> set[str]:
    """The distinct words of a sentence."""
    start, end = (bisect_left(text.spans, (place, place)) for place in sentence)
    return set(text.words[start:end])


def _common(first: set[str], second: set[str]) -> float:
    """Distinct words of both to distinct words of either."""
    return len(first & second) / max(1, len(first | second))


def words_in_order(first: Fingerprint, alike: Likeness) -> tuple[str, ...]:
    """The rarest words that both have in the same order, as the first text writes them."""
    rare = [
        (-first.rarities[first.words[place]], place)
        for place, _ in alike.places
        if first.rarities[first.words[place]] >= _RARE
    ]
    kept = sorted(place for _, place in sorted(rare)[:_MOST_WORDS])
    return tuple(first.text.text[slice(*first.spans[place])] for place in kept)


def shared_names(first: Fingerprint, second: Fingerprint) -> tuple[str, ...]:
    """Names that both have, in the order of the first text; at most 20."""
    both = [name for word, name in first.names.items() if word in second.names]
    return tuple(both[:_MOST_NAMES])
