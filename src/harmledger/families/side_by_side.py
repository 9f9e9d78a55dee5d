"""Sentences of a copy beside those they were copied from, for a person to check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.families.arrays import first_places, firsts_of_runs, ranges
from harmledger.families.segments import sentences, story_spans
from harmledger.families.tokens import hashes_and_places
from harmledger.families.wording import run_hashes
from harmledger.records import Passage, Text

if TYPE_CHECKING:
    from harmledger.families.tokens import Hashes, Places

__all__ = ["copied_sentences"]

#: Evidence of one link stays short enough to read.
_MOST = 20
#: Sentences of either text that are looked at.
_LOOKED_AT = 60
#: Pairs of texts that are looked at together. Pairs and sentences are numbered in the lowest bits
#: of the words' hashes: 128 times 60 sentences fit in 13.
_LOT = 128
_BITS = 13
#: Sentences of fewer words are left out.
_SHORTEST = 4
#: Words in a run by which two sentences meet.
_RUN = 3
#: Of the words of the longer of two sentences, the share that both must have.
_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class _Told:
    """The sentences of some texts, one after the other.

    ``spans``, ``lengths`` (words), ``texts`` (the number of the text) are of sentences; ``words``
    and ``numbers`` (of the sentence) of all their words.
    """

    spans: list[tuple[int, int]]
    lengths: Places
    texts: Places
    words: Hashes
    numbers: Places


def copied_sentences(pairs: Sequence[tuple[Text, Text]]) -> Iterator[tuple[Passage, ...]]:
    """For each pair the sentences that stand in both, as they are or edited, as the first has them.

    At most 20, the first ones. Spans are half-open code points into each ``Text.text``;
    ``likeness`` is the share of the longer sentence's words that both have.
    """
    for start in range(0, len(pairs), _LOT):
        yield from _in_lot(pairs[start : start + _LOT])


def _in_lot(pairs: Sequence[tuple[Text, Text]]) -> Iterator[tuple[Passage, ...]]:
    import numpy as np

    own, other = _told([first for first, _ in pairs]), _told([second for _, second in pairs])
    met, beside = _met(own, other)
    longer = np.maximum(own.lengths[met], other.lengths[beside])
    likeness = _in_both(own, other, met, beside) / longer
    alike = likeness >= _LEAST
    met, beside, shares = met[alike], beside[alike], likeness[alike].tolist()
    edges = np.searchsorted(own.texts[met], np.arange(len(pairs) + 1)).tolist()
    ones, twos = met.tolist(), beside.tolist()
    for first, last in pairwise(edges):
        yield tuple(
            Passage(
                first_start=own.spans[ones[at]][0],
                first_end=own.spans[ones[at]][1],
                second_start=other.spans[twos[at]][0],
                second_end=other.spans[twos[at]][1],
                likeness=round(shares[at], 4),
            )
            for at in range(first, min(last, first + _MOST))
        )


def _told(texts: Sequence[Text]) -> _Told:
    import numpy as np

    spans: list[tuple[int, int]] = []
    numbers: list[int] = []
    plains: list[str] = []
    for number, text in enumerate(texts):
        told = [span for one in story_spans(text) for span in sentences(text.text, *one)]
        # Some are too short: a few more are read than are looked at, so that work stays bounded.
        told = told[: 4 * _LOOKED_AT]
        spans += told
        numbers += [number] * len(told)
        plain = text.text[: max((end for _, end in told), default=0)]
        small = plain if plain.isascii() else plain.lower()
        plains.append(small if len(small) == len(plain) else plain)
    hashes, places, begins = hashes_and_places(plains)
    of_text = np.array(numbers, np.int64)
    within = np.array(spans, np.int64).reshape(-1, 2)
    edges = np.searchsorted(places, within + begins[of_text][:, None])
    lengths = edges[:, 1] - edges[:, 0]
    kept = np.flatnonzero(lengths >= _SHORTEST)
    firsts = np.searchsorted(of_text[kept], of_text[kept])
    kept = kept[np.arange(len(kept)) - firsts < _LOOKED_AT]
    lengths = lengths[kept]
    return _Told(
        spans=[spans[number] for number in kept.tolist()],
        lengths=lengths,
        texts=of_text[kept],
        words=hashes[ranges(edges[kept, 0], lengths)],
        numbers=np.repeat(np.arange(len(kept)), lengths),
    )


def _met(own: _Told, other: _Told) -> tuple[Places, Places]:
    """The sentences that share a run of words with the other text, and with which the most."""
    import numpy as np

    runs, numbers = _runs(own)
    others, other_numbers = _runs(other)
    here, there = first_places(others, runs)
    cells, times = np.unique_counts(numbers[here] << _BITS | other_numbers[there])
    # of equal counts the earlier sentence
    order = np.lexsort((cells, -times, cells >> _BITS))
    best = cells[order]
    best = best[firsts_of_runs(best >> _BITS)]
    return best >> _BITS, best & ((1 << _BITS) - 1)


def _runs(told: _Told) -> tuple[Hashes, Places]:
    """Runs of words within one sentence, the text in their lowest bits; number of the sentence."""
    if not len(told.words):
        return told.words, told.numbers
    runs = run_hashes(told.words, _RUN)
    first, last = told.numbers[: len(runs)], told.numbers[_RUN - 1 :]
    inside = first == last
    numbers = first[inside]
    return _marked(runs[inside], told.texts[numbers]), numbers


def _marked(hashes: Hashes, numbers: Places) -> Hashes:
    import numpy as np

    bits = np.uint64(_BITS)
    marked: Hashes = hashes >> bits << bits | numbers.astype(np.uint64)
    return marked


def _in_both(own: _Told, other: _Told, met: Places, beside: Places) -> Places:
    """How many words each sentence has in common with the one beside it, repeats counted."""
    import numpy as np

    starts = np.cumsum(other.lengths) - other.lengths
    lengths = other.lengths[beside]
    words = other.words[ranges(starts[beside], lengths)]
    mine, my_times = _counted(own.words, own.numbers)
    theirs, their_times = _counted(words, np.repeat(met, lengths))
    here, there = first_places(theirs, mine)
    times = np.minimum(my_times[here], their_times[there])
    numbers = (mine[here] & np.uint64((1 << _BITS) - 1)).astype(np.int64)
    both: Places = np.bincount(numbers, times, len(own.spans)).astype(np.int64)[met]
    return both


def _counted(words: Hashes, numbers: Places) -> tuple[Hashes, Places]:
    """Each word of each sentence once, its lowest bits the sentence, and how often it stands."""
    import numpy as np

    keys = np.sort(_marked(words, numbers))
    starts = np.flatnonzero(firsts_of_runs(keys))
    return keys[starts], np.diff(starts, append=len(keys))
