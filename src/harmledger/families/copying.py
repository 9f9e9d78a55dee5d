"""How much of one text was copied into another, seen from where their short runs meet."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.families.wording import run_hashes
from harmledger.families.wordings import Wording

__all__ = ["SHORT_RUN", "Copying", "copied"]

#: Words in a short run. Where one word in five was changed, half of these still stand.
SHORT_RUN = 3

#: Two runs that meet bridge the words between them up to so many words apart ...
_GAP = 15
#: ... if the texts have gone on by the same number of words, give or take these.
_SLIP = 6
#: Runs that meet for each word of such stretches. Below it they share a way of writing, not
#: words that were copied: where one word in five was changed there are about 0.55.
_DENSITY = 0.33


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
    import numpy as np

    shorter, longer = sorted((first, second), key=lambda wording: (wording.length, wording.key))
    if not shorter.length:
        return Copying(words=0, of_shorter=0.0, of_longer=0.0)
    runs = run_hashes(shorter.words, SHORT_RUN)
    others, places = np.unique(run_hashes(longer.words, SHORT_RUN), return_index=True)
    met = np.searchsorted(others, runs)
    met[met == len(others)] = 0
    here = np.flatnonzero(others[met] == runs)
    if not len(here):
        return Copying(words=0, of_shorter=0.0, of_longer=0.0)
    there = places[met[here]]
    steps, steps_there = np.diff(here), np.diff(there)
    in_step = (steps <= _GAP) & (np.abs(steps_there - steps) <= _SLIP)
    # each stretch is as long as its steps and the run that it ends with
    stretches = np.diff(np.concatenate(([0], in_step.astype(np.int8)))) == 1
    words = int(steps[in_step].sum()) + SHORT_RUN * int(stretches.sum())
    if len(here) < _DENSITY * words:
        words = 0
    return Copying(
        words=words,
        of_shorter=min(1.0, words / shorter.length),
        of_longer=min(1.0, words / longer.length),
    )
