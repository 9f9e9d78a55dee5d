"""Which pairs of wordings are worth a comparison, of all the pairs there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from harmledger.families.collapse import near_exact_pairs
from harmledger.families.copying import SHORT_RUN
from harmledger.families.prescreen import worth_comparing
from harmledger.families.rare import rare_meetings
from harmledger.families.unions import Unions
from harmledger.families.wordings import Wording
from harmledger.kept import Kept

if TYPE_CHECKING:
    from harmledger.families.rare import Numbers, Weights

__all__ = ["copy_candidates", "rewrite_candidates"]

#: A near-exact copy has this share of the longer text in common.
_NEAR_EXACT = 0.6

#: A run that stands in more groups of texts than this is common and leads nowhere.
_RUN_GROUPS = 24

#: Of the weight of the rare runs of one text, what the other must have.
_RUN_LIKENESS = 0.12

#: A word (a name, a number) that stands in more groups than this leads nowhere.
_WORD_GROUPS = 24

#: Of the weight of the rare words of one text, what the other must have.
_WORD_LIKENESS = 0.1

#: The best partners of a text, by runs and by words: with them the work stays in proportion.
_EACH_BY_RUNS = 20
_EACH_BY_WORDS = 10


def copy_candidates(wordings: Sequence[Wording]) -> Iterator[tuple[bool, tuple[int, int]]]:
    """Pairs (earlier, later) of positions that may be copies or parts, and whether it is sure.

    First the near-exact copies, which are sure, so that they count as one; then each text with
    at most 20 that share the most rare runs of three words. ``wordings`` longest first.
    """
    if len(wordings) < 2:
        return
    unions = Unions(len(wordings))
    for pair in near_exact_pairs(wordings, _NEAR_EXACT):
        unions.join(*pair)
        yield True, pair
    met = rare_meetings(
        wordings, unions.roots(), words=SHORT_RUN, most=_RUN_GROUPS, least=_RUN_LIKENESS
    )
    first, second = _best(*met, _EACH_BY_RUNS)
    for pair in zip(first.tolist(), second.tolist(), strict=True):
        yield False, pair


def rewrite_candidates(
    wordings: Sequence[Wording], groups: Sequence[int], kept: Kept | None = None
) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of positions in different groups that may tell one story.

    Each text with at most 10 that share the most rare words: names, numbers, foreign words,
    which rewrites and translations keep. ``groups``: for each wording a number that it has in
    common with its copies; ``kept``: what was found of pairs before.
    """
    if len(wordings) < 2:
        return
    met = rare_meetings(wordings, groups, words=1, most=_WORD_GROUPS, least=_WORD_LIKENESS)
    yield from worth_comparing(wordings, *_best(*met, _EACH_BY_WORDS), kept)


def _best(first: Numbers, second: Numbers, likeness: Weights, each: int) -> tuple[Numbers, Numbers]:
    """The pairs that are among the best of one of the two."""
    import numpy as np

    chosen = np.zeros(len(first), bool)
    for ends, others in ((first, second), (second, first)):
        order = np.lexsort((others, -likeness, ends))
        starts = np.ones(len(order), bool)
        starts[1:] = ends[order][1:] != ends[order][:-1]
        numbers = np.arange(len(order))
        ranks = numbers - np.maximum.accumulate(np.where(starts, numbers, 0))
        chosen[order[ranks < each]] = True
    return first[chosen], second[chosen]
