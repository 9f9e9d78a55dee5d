"""Which pairs of wordings may be rewrites of one another: they share rare words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from harmledger.families.rarity import rarities, reduced
from harmledger.families.segments import WORD, story_spans
from harmledger.families.wordings import Wording
from harmledger.records import Text

__all__ = ["reworded_pairs"]

#: The rarest words of a text by which it is found: those no list has (names and numbers too).
_MOST_WORDS = 80

#: A word in more wordings than this finds none of them.
_MOST_POSTINGS = 100

#: What must meet: so many words, and that share of the fewer.
_WORDS = 4
_SHARE = 0.12

#: The best-matching candidates that are compared for one text.
_MOST_CANDIDATES = 12


def _rare(text: Text) -> set[str]:
    known = rarities()
    found: dict[str, None] = {}
    for start, end in story_spans(text):
        for word in WORD.findall(text.text, start, end):
            short = reduced(word)
            if short not in known:
                found.setdefault(short)
                if len(found) >= _MOST_WORDS:
                    return set(found)
    return set(found)


def reworded_pairs(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of positions that share enough rare words.

    The same whatever the order in which texts came: ``wordings`` are sorted.
    """
    sketches = [_rare(wording.text) for wording in wordings]
    standing: dict[str, list[int]] = {}
    for number, sketch in enumerate(sketches):
        for word in sketch:
            standing.setdefault(word, []).append(number)
    for number, sketch in enumerate(sketches):
        met: Counter[int] = Counter()
        for word in sketch:
            holders = standing[word]
            if len(holders) <= _MOST_POSTINGS:
                met.update(other for other in holders if other != number)
        found = []
        for other, shared in met.items():
            share = shared / min(len(sketch), len(sketches[other]))
            if shared >= _WORDS and share >= _SHARE:
                found.append((-share, other))
        for _, other in sorted(found)[:_MOST_CANDIDATES]:
            # A pair may be among the best of only one of its two.
            yield min(number, other), max(number, other)
