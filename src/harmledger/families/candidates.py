"""Which pairs of wordings are worth an exact comparison: an index of sampled runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from harmledger.families.wordings import Wording

__all__ = ["candidate_pairs"]

#: Up to this many runs all are indexed; of longer texts one in ``_SAMPLE``. The sample is by
#: the run's hash, so two texts keep the same runs and a shorter one keeps a superset.
_ALL_RUNS = 200
_SAMPLE = 8

#: A run that stands in more texts than this points to the first of them only. Copies still
#: meet, because those first ones are among their copies; boilerplate stays cheap.
_MOST_POSTINGS = 40

#: Of the sampled runs of the shorter text, the share that must meet for a comparison.
_SHARE = 0.4

#: The best-matching candidates that are compared exactly for one text.
_MOST_CANDIDATES = 40


def _sampled(wording: Wording) -> list[int]:
    if len(wording.runs) <= _ALL_RUNS:
        return list(wording.runs)
    return [run for run in wording.runs if run % _SAMPLE == 0]


def candidate_pairs(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of positions that share enough sampled runs, best first.

    ``wordings`` longest first, so that the later of a pair is the shorter.
    """
    postings: dict[int, list[int]] = {}
    for number, wording in enumerate(wordings):
        sample = _sampled(wording)
        met: Counter[int] = Counter()
        thinned = 0
        for run in sample:
            if run % _SAMPLE == 0:
                thinned += 1
            met.update(postings.get(run, ()))
        for other in _best(met, wordings, len(sample), thinned):
            yield other, number
        for run in sample:
            posted = postings.setdefault(run, [])
            if len(posted) < _MOST_POSTINGS:
                posted.append(number)


def _best(met: Counter[int], wordings: Sequence[Wording], full: int, thinned: int) -> list[int]:
    shares = []
    for other, shared in met.items():
        # A long text keeps only the thinned sample: measure against what could have met.
        possible = full if len(wordings[other].runs) <= _ALL_RUNS else thinned
        share = shared / max(1, possible)
        if share >= _SHARE:
            shares.append((-share, other))
    shares.sort()
    return [other for _, other in shares[:_MOST_CANDIDATES]]
