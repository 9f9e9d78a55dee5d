"""Which candidates may be linked at all: a bound of the score that is quick to work out.

Scores are worked out with all their reasons only where the bound reaches the bar, so the links are
the same as if every score were worked out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from harmledger.incidents.describe import Node
from harmledger.incidents.features import (
    LONG_DAYS,
    RAREST_NAMES,
    RAREST_WORDS,
    SOON_DAYS,
    above,
    window,
)
from harmledger.incidents.figures import size_feature, size_of
from harmledger.incidents.links import weights
from harmledger.incidents.rarity import Rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Screen"]

#: Single precision and rounding move a bound by less than this.
_MARGIN = 0.01


class Screen:
    """The events as arrays: what they have, with what sharing it can add to a score at most.

    ``_numbers`` and ``_values`` hold the things of all events, one event after another: words,
    words of the headline, rare words, names, ages and figures. What two events share adds the
    product of both values, times the ``_factors`` of the thing. Times and places are apart.
    """

    def __init__(self, nodes: Sequence[Node], rarity: Rarity) -> None:
        import numpy as np

        self._weight = weights()
        self._things: dict[object, int] = {}
        persons = {name for node in nodes for name in node.people.persons}
        size = len(rarity.words)
        self._rare = np.array(list(map(above, rarity.values.tolist())), float)
        own = [self._of(node, rarity, persons) for node in nodes]
        factors = [
            np.full(size, self._weight["words"]),
            np.full(size, self._weight["headline"]),
            self._rare * (self._weight["rare_words"] / RAREST_WORDS),
            np.array([self._factor(thing, rarity, persons) for thing in self._things]),
        ]
        self._factors = np.concatenate(factors).astype(np.float32)
        self._marked = np.zeros(len(self._factors), np.float32)
        lengths = np.array([len(numbers) for numbers, _ in own], np.int64)
        self._ends = np.cumsum(lengths)
        self._starts = self._ends - lengths
        self._numbers = np.concatenate([numbers for numbers, _ in own] or [np.zeros(0, np.int32)])
        self._values = np.concatenate([v for _, v in own] or [np.zeros(0, np.float32)])
        windows = [window(node) for node in nodes]
        self._low = np.array([low for low, _ in windows])
        self._high = np.array([high for _, high in windows])
        unknown = float("nan")
        self._published = np.array(
            [unknown if node.published is None else node.published for node in nodes], float
        )
        self._dated = np.array([node.span is not None for node in nodes], bool)
        self._placed = np.array([node.place is not None for node in nodes], bool)

    def _of(
        self, node: Node, rarity: Rarity, persons: set[tuple[str, str]]
    ) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        import numpy as np

        size = len(rarity.words)
        words, headline = node.vector, node.headline_vector
        rare = words.numbers[self._rare[words.numbers] > 0]
        things = [*self._told(node, rarity, persons)]
        numbers = [
            words.numbers,
            headline.numbers + size,
            rare + 2 * size,
            np.array([self._things.setdefault(one, len(self._things)) for one in things], np.int32)
            + 3 * size,
        ]
        values = [words.weights, headline.weights, np.ones(len(rare) + len(things))]
        return (
            np.concatenate(numbers).astype(np.int32),
            np.concatenate(values).astype(np.float32),
        )

    @staticmethod
    def _told(node: Node, rarity: Rarity, persons: set[tuple[str, str]]) -> Iterator[object]:
        """Names that can speak for one event, ages and figures."""
        people = node.people
        for name in people.names | people.persons:
            if rarity.events_with(name) > 1 and (name in persons or above(rarity.name(name))):
                yield name
        yield from people.ages
        for figure in node.figures:
            if size_of(figure):
                yield figure

    def _factor(self, thing: object, rarity: Rarity, persons: set[tuple[str, str]]) -> float:
        """What sharing one age, figure or name adds at most, the first or a further one."""
        weight = self._weight
        if isinstance(thing, int):
            return max(0.0, weight["ages"]) / 2
        assert isinstance(thing, tuple)
        if len(thing) == 3:
            return max(0.0, weight[size_feature(thing)]) / 2
        named = max(0.0, weight["names"]) * above(rarity.name(thing)) / RAREST_NAMES
        person = max(weight["person"], weight["persons"] / 2, 0.0) if thing in persons else 0.0
        return named + person

    def passing(self, one: int, others: Sequence[int]) -> list[int]:
        """Those of the others whose link with the event may reach the bar for proposals."""
        import numpy as np

        if not others:
            return []
        at = np.array(others)
        bound = self._shared(one, at) + self._times(one, at)
        place = max(self._weight[f"place_{how}"] for how in ("same", "near", "within"))
        bound += np.where(self._placed[one] & self._placed[at], max(0.0, place), 0.0)
        passing: list[int] = at[bound >= self._weight["proposed"] - _MARGIN].tolist()
        return passing

    def _shared(self, one: int, others: NDArray[np.int64]) -> NDArray[np.float64]:
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

    def _times(self, one: int, others: NDArray[np.int64]) -> NDArray[np.float64]:
        """What times and days of publication add at most."""
        import numpy as np

        weight = self._weight
        apart = np.maximum(self._low[one] - self._high[others], self._low[others] - self._high[one])
        days = np.abs(self._published[others] - self._published[one])
        far = weight["days_between"] * np.minimum(1.0, np.log1p(days) / 6)
        far += weight["days_many"] * (days > LONG_DAYS)
        far[np.isnan(days)] = 0.0
        soon = far + weight["date_soon"] * (days <= SOON_DAYS)
        dated = self._dated[one] & self._dated[others]
        agreed = max(weight["date_same"], weight["date_near"])
        together = np.where(dated, np.maximum(soon, agreed), soon)
        bound: NDArray[np.float64] = np.where(apart > 0, weight["dates_differ"] + far, together)
        return bound
