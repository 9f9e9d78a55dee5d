"""The claims around a candidate: those of its sentence, of its noun, of its number, and how many.

They are counted once for a text, so that a long list of the dead does not make the work grow with
the square of its length.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harmledger.claims.learned.slots import Slot

__all__ = ["Around", "Known"]

#: Characters in a step of distance.
_STEP = 25
_Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Known:
    """A claim of the text: span, measure, bounds, index of its sentence, its head in lower case."""

    start: int
    end: int
    measure: str
    low: int | None
    high: int | None
    sentence: int | None
    word: str


class _Counts:
    """How many claims there are of each measure: of all, of single persons, by noun, by number."""

    def __init__(self, claims: Iterable[Known]) -> None:
        self.all: Counter[str] = Counter()
        self.ones: Counter[str] = Counter()
        self.words: Counter[tuple[str, str]] = Counter()
        self.nouns: Counter[str] = Counter()
        self.numbers: Counter[tuple[_Bounds, str]] = Counter()
        self.bounds: Counter[_Bounds] = Counter()
        for claim in claims:
            many = claim.low, claim.high
            self.all[claim.measure] += 1
            self.ones[claim.measure] += many == (1, 1)
            self.words[claim.word, claim.measure] += 1
            self.nouns[claim.word] += 1
            self.numbers[many, claim.measure] += 1
            self.bounds[many] += 1


class Around:
    """The claims of a text, to be asked what stands around a candidate."""

    def __init__(self, claims: Iterable[Known]) -> None:
        held = list(claims)
        self._sentences: dict[int | None, list[Known]] = defaultdict(list)
        for claim in held:
            self._sentences[claim.sentence].append(claim)
        self._counts = _Counts(held)
        self._number = len(held)

    def told(self, index: int, slot: Slot, kind: str) -> Iterator[str]:
        """The traits of a candidate of sentence ``index``; claims that it overlaps do not count."""
        one, measure, word = slot.counted, slot.word.measure, slot.counted.head.lower_
        near = [*self._sentences.get(index, ()), *self._sentences.get(None, ())]
        itself = [k for k in near if k.start < one.end and one.start < k.end]
        here = [k for k in self._sentences.get(index, ()) if k not in itself]
        same = [k for k in here if k.measure == measure]
        stand = "none" if not here else "of this measure" if same else "of another"
        yield f"claims beside it: {stand}"
        yield f"claims beside it: {stand}, {kind}"
        bounds = (one.low, one.high)
        if any((k.low, k.high) == bounds for k in same):
            yield f"claims beside it: as many, {kind}"
        if same:
            nearest = min(same, key=lambda k: abs(k.start - one.start))
            side = "before" if nearest.start < one.start else "behind"
            yield f"claim nearest: {side}, {min(4, abs(nearest.start - one.start) // _STEP)}"
        counts, less = self._counts, _Counts(itself)
        of_noun = counts.words[word, measure] - less.words[word, measure]
        noun = _whose(of_noun, counts.nouns[word] - less.nouns[word])
        yield f"noun claimed: {noun}"
        yield f"noun claimed: {noun}, {kind}"
        yield f"claims of one: {min(3, counts.ones[measure] - less.ones[measure])}, {kind}"
        yield f"claims of this measure: {min(4, counts.all[measure] - less.all[measure])}"
        yield f"claims in all: {min(5, self._number - len(itself))}"
        if one.low != 1:
            as_many = counts.numbers[bounds, measure] - less.numbers[bounds, measure]
            number = _whose(as_many, counts.bounds[bounds] - less.bounds[bounds])
            yield f"as many claimed: {number}"


def _whose(of_this: int, of_any: int) -> str:
    return "of this measure" if of_this else "of another" if of_any else "no"
