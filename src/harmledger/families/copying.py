"""How much of one text was copied into another, seen from where their short runs meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.families.arrays import first_places, ranges
from harmledger.families.wording import run_hashes
from harmledger.families.wordings import Wording

if TYPE_CHECKING:
    from harmledger.families.tokens import Hashes, Places

__all__ = ["SHORT_RUN", "Copying", "copied", "copied_in", "copying_of"]

#: Words in a short run. Where one word in five was changed, half of these still stand.
SHORT_RUN = 3

#: Two runs that meet bridge the words between them up to so many words apart ...
_GAP = 15
#: ... if the texts have gone on by the same number of words, give or take these.
_SLIP = 6
#: Runs that meet for each word of such stretches. Below it they share a way of writing, not
#: words that were copied: where one word in five was changed there are about 0.55.
_DENSITY = 0.33

#: Pairs that are measured at one time; their number fits the bits that it takes of a run's hash.
_BITS = 8
_LOT = 1 << _BITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """``words``: how many words of the shorter text stand, edited or not, in the longer.

    ``of_shorter`` and ``of_longer``: the same as a share of either text, 0 to 1.
    """

    words: int
    of_shorter: float
    of_longer: float


def copied(first: Wording, second: Wording) -> Copying:
    """What the shorter of two wordings has in common with the longer, place by place.

    Edits leave short runs in step all along a copy, whereas reports of one event that quote the
    same speech meet in the quotation and nowhere else: what is measured is the length of the
    stretches that run in step, not the number of runs.
    """
    return copied_in([(first, second)])[0]


def copied_in(pairs: Sequence[tuple[Wording, Wording]]) -> list[Copying]:
    """:func:`copied` for each pair; some hundred pairs are measured at a time."""
    found: list[Copying] = []
    for start in range(0, len(pairs), _LOT):
        found += _side_by_side(pairs[start : start + _LOT])
    return found


def _side_by_side(pairs: Sequence[tuple[Wording, Wording]]) -> list[Copying]:
    import numpy as np

    sides = [sorted(pair, key=lambda wording: (wording.length, wording.key)) for pair in pairs]
    runs, numbers, places = _runs([shorter for shorter, _ in sides])
    others, _, other_places = _runs([longer for _, longer in sides])
    here, there = first_places(others, runs)
    number = numbers[here]
    steps, steps_there = np.diff(places[here]), np.diff(other_places[there])
    in_step = (steps <= _GAP) & (np.abs(steps_there - steps) <= _SLIP) & (np.diff(number) == 0)
    # each stretch is as long as its steps and the run that it ends with
    begins = np.diff(in_step.astype(np.int8), prepend=0) == 1
    size = len(pairs)
    words = np.bincount(number[:-1][in_step], steps[in_step], size).astype(np.int64)
    words += SHORT_RUN * np.bincount(number[:-1][begins], minlength=size)
    words[np.bincount(number, minlength=size) < _DENSITY * words] = 0
    return [copying_of(count, *pair) for count, pair in zip(words.tolist(), sides, strict=True)]


def copying_of(words: int, first: Wording, second: Wording) -> Copying:
    """So many words of the shorter of two wordings as a share of both."""
    shorter, longer = sorted((first.length, second.length))
    return Copying(
        words=words,
        of_shorter=min(1.0, words / max(1, shorter)),
        of_longer=min(1.0, words / max(1, longer)),
    )


def _runs(wordings: Sequence[Wording]) -> tuple[Hashes, Places, Places]:
    """The short runs of some texts, in the lowest bits the text; its number, the run's place."""
    import numpy as np

    lengths = np.array([wording.length for wording in wordings])
    numbers = np.repeat(np.arange(len(wordings)), lengths)
    places = ranges(np.zeros(len(wordings), np.int64), lengths)
    runs = run_hashes(np.concatenate([wording.words for wording in wordings]), SHORT_RUN)
    inside = numbers[: len(runs)] == numbers[len(numbers) - len(runs) :]
    numbers, places = numbers[: len(runs)][inside], places[: len(runs)][inside]
    runs = runs[inside] >> np.uint64(_BITS) << np.uint64(_BITS) | numbers.astype(np.uint64)
    return runs, numbers, places
