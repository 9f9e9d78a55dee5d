"""Which candidates may be linked at all: a bound of the score that is quick to work out.

Scores are worked out with all their reasons only where the bound reaches the bar, so the links are
the same as if every score were worked out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.incidents.captivity import SIEGE_DAYS
from harmledger.incidents.dating import LONG_DAYS, SOON_DAYS
from harmledger.incidents.features import FROM, RAREST_WORDS
from harmledger.incidents.figures import SIZES
from harmledger.incidents.frequency import RAREST
from harmledger.incidents.links import weights
from harmledger.incidents.node import Node
from harmledger.incidents.outline import Outline, joined
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.sharing import told
from harmledger.incidents.vectors import Vector
from harmledger.incidents.weighing import outline_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["Screen"]

#: Single precision and rounding move a bound by less than this.
_MARGIN = 0.01

#: Days of a year, and off it, that are as good as a day that comes round.
_YEAR, _ROUND = 365.2425, 4

#: Events that are laid out at one time.
_LOT = 4096


class Screen:
    """The events as arrays: what they have, with what sharing it can add to a score at most.

    ``_numbers`` and ``_values`` hold the things of all events, one event after another: words,
    words of the headline, rare words, names, ages and figures. What two events share adds the
    product of both values, times the ``_factors`` of the thing. Times and places are apart.
    """

    def __init__(self, nodes: Sequence[Node], rarity: Rarity) -> None:
        import numpy as np

        self._weight = weights()
        size = len(rarity.words)
        outlines = [node.outlined(outline_of) for node in nodes]
        rare = ((rarity.values - FROM) / (RAREST - FROM)).clip(0.0)
        things, of_things, worth = told(outlines, rarity)
        factors = [
            np.full(size, self._weight["words"]),
            np.full(size, self._weight["headline"]),
            rare * (self._weight["rare_words"] / RAREST_WORDS),
            worth,
        ]
        self._factors = np.concatenate(factors).astype(np.float32)
        self._marked = np.zeros(len(self._factors), np.float32)
        self._lay_out(nodes, things, of_things, rare, _called(outlines, rarity))
        self._low = np.array([one.low for one in outlines])
        self._high = np.array([one.high for one in outlines])
        unknown = float("nan")
        self._published = np.array(
            [unknown if one.published is None else one.published for one in outlines], float
        )
        self._dated = np.array([one.dated for one in outlines], bool)
        self._placed = np.array([one.placed for one in outlines], bool)
        self._back = np.array([one.back for one in outlines], bool)
        large = SIZES.index("figure_large")
        self._large = np.array([large in one.sizes for one in outlines], bool)
        self._told = np.array([one.told for one in outlines], bool)
        self._captives = np.array([one.captives for one in outlines], bool)

    def _lay_out(
        self,
        nodes: Sequence[Node],
        told: Numbers,
        of_told: Numbers,
        rare: NDArray[np.float64],
        called: Numbers,
    ) -> None:
        """What events have, one event after another; ``called``: see :func:`_called`."""
        import numpy as np

        size = len(rare)
        # A word by which an event is called speaks for it as a rare word and as its name.
        by_name = 1.0 + RAREST_WORDS / self._weight["rare_words"] * max(
            self._weight["event_name"], self._weight["event_named"]
        )
        lots = [(np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros(0, np.int64))]
        for first in range(0, len(nodes), _LOT):
            some = nodes[first : first + _LOT]
            own = slice(*of_told.searchsorted([first, first + len(some)]).tolist())
            words, of_words, weights_of = _joined([node.vector for node in some])
            headline, of_headline, in_headline = _joined([node.headline_vector for node in some])
            is_rare = rare[words] > 0
            things, of_things = told[own], of_told[own] - first
            numbers = np.concatenate(
                [words, headline + size, words[is_rare] + 2 * size, things + 3 * size]
            )
            of = np.concatenate([of_words, of_headline, of_words[is_rare], of_things])
            names = np.isin((of_words[is_rare] + first) * size + words[is_rare], called)
            names = np.where(names, by_name, 1.0)
            values = np.concatenate([weights_of, in_headline, names, np.ones(len(things))])
            order = np.argsort(of, kind="stable")
            lots.append(
                (
                    numbers[order].astype(np.int32),
                    values[order].astype(np.float32),
                    np.bincount(of, minlength=len(some)),
                )
            )
        self._numbers, self._values, lengths = map(np.concatenate, zip(*lots, strict=True))
        self._ends = np.cumsum(lengths)
        self._starts = self._ends - lengths

    def passing(self, ones: Numbers, twos: Numbers) -> NDArray[np.bool_]:
        """Which pairs of events may have a link that reaches the bar for proposals."""
        import numpy as np

        bound = self._times(ones, twos)
        place = max(self._weight[f"place_{how}"] for how in ("same", "near", "within", "among"))
        near = max(0.0, self._weight["figure_near"])
        bound += np.where(self._large[ones] & self._large[twos], near, 0.0)
        bound += np.where(self._placed[ones] & self._placed[twos], max(0.0, place), 0.0)
        # Event by event; of two the one with more pairs, so that few events are gone through.
        many = np.bincount(np.concatenate([ones, twos]))
        mine = np.where(many[ones] > many[twos], ones, twos)
        order = np.argsort(mine, kind="stable")
        others, mine = (ones + twos - mine)[order], mine[order]
        edges = np.flatnonzero(np.append(True, mine[1:] != mine[:-1])[: len(mine)])
        for start, end in pairwise([*edges.tolist(), len(mine)]):
            bound[order[start:end]] += self._shared(int(mine[start]), others[start:end])
        passing: NDArray[np.bool_] = bound >= self._weight["proposed"] - _MARGIN
        return passing

    def _shared(self, one: int, others: Numbers) -> NDArray[np.float64]:
        import numpy as np

        own = slice(int(self._starts[one]), int(self._ends[one]))
        mine = self._numbers[own]
        self._marked[mine] = self._values[own] * self._factors[mine]
        starts = self._starts[others]
        lengths = self._ends[others] - starts
        whose = np.repeat(np.arange(len(others)), lengths)
        before = np.cumsum(lengths) - lengths
        places = np.arange(len(whose)) + (starts - before)[whose]
        adds = self._marked[self._numbers[places]] * self._values[places]
        self._marked[mine] = 0.0
        return np.bincount(whose, adds, len(others)).astype(np.float64)

    def _times(self, one: Numbers, others: Numbers) -> NDArray[np.float64]:
        """What times and days of publication add at most."""
        import numpy as np

        weight = self._weight
        apart = np.maximum(self._low[one] - self._high[others], self._low[others] - self._high[one])
        days = np.abs(self._published[others] - self._published[one])
        days[self._first_report(one, others) | self._first_report(others, one)] = 0.0
        far = weight["days_between"] * np.minimum(1.0, np.log1p(days) / 6)
        far += weight["days_many"] * (days > LONG_DAYS)
        far[np.isnan(days)] = 0.0
        dated = self._dated[one] & self._dated[others]
        open_ = dated | self._back[one] | self._back[others]
        soon = np.where(open_, 0.0, far) + weight["date_soon"] * (days <= SOON_DAYS)
        agreed = max(weight[f"date_{how}"] for how in ("near", "round", "rough"))
        agreed = max(agreed, weight["date_same"] + weight["date_recalled"])
        together = np.where(dated, np.maximum(soon, agreed), soon)
        bound: NDArray[np.float64] = np.where(apart > 0, weight["dates_differ"] + far, together)
        held = self._captives[one] & self._captives[others] & (apart <= SIEGE_DAYS)
        bound = np.where(held, np.maximum(bound, weight["date_near"]), bound)
        # What reports tell beside their claims, or the day on which they were written.
        beside = self._told[one] | self._told[others]
        beside |= self._round(one, others) | self._round(others, one)
        told = max(0.0, weight["date_told"], weight["date_round"])
        return np.where(beside, np.maximum(bound, told), bound)

    def _first_report(self, one: Numbers, others: Numbers) -> NDArray[np.bool_]:
        """Where one gives no day and may have been written soon after that of the other."""
        import numpy as np

        after = np.nan_to_num(self._published[one] - self._high[others], nan=-9.0)
        soon: NDArray[np.bool_] = ~self._dated[one] & (after >= -1) & (after <= SOON_DAYS + 1)
        return soon

    def _round(self, one: Numbers, others: Numbers) -> NDArray[np.bool_]:
        """Where the one may have been written when the day of the other came round."""
        import numpy as np

        days = np.nan_to_num(self._published[one] - self._low[others], posinf=0.0, neginf=0.0)
        over = np.abs(days - _YEAR * np.round(days / _YEAR))
        round_: NDArray[np.bool_] = (days > 0) & (over <= _ROUND)
        return round_


def _called(outlines: Sequence[Outline], rarity: Rarity) -> Numbers:
    """The words by which events are called: their numbers, each event's behind those of the one
    before."""
    import numpy as np

    codes, sizes = joined(outlines, lambda one: one.called)
    of = np.repeat(np.arange(len(outlines)), sizes)
    numbers = rarity.words.searchsorted(codes)
    numbers[numbers == len(rarity.words)] = 0
    known = rarity.words[numbers] == codes if len(rarity.words) else np.zeros(len(codes), bool)
    found: Numbers = of[known] * len(rarity.words) + numbers[known]
    return found


def _joined(vectors: Sequence[Vector]) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
    """The words of all vectors, whose they are, and what they weigh."""
    import numpy as np

    numbers = np.concatenate([np.zeros(0, np.int32), *(one.numbers for one in vectors)])
    of = np.repeat(np.arange(len(vectors)), [len(one) for one in vectors])
    weighed = np.concatenate([np.zeros(0), *(one.weights for one in vectors)])
    return numbers.astype(np.int64), of, weighed
