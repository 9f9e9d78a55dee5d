"""Names, ages and figures of events, and what sharing each of them can add to a score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from harmledger.incidents.features import FROM, RAREST_NAMES
from harmledger.incidents.figures import SIZES
from harmledger.incidents.frequency import RAREST
from harmledger.incidents.links import weights
from harmledger.incidents.outline import Outline, joined, small
from harmledger.incidents.rarity import Rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["told"]


def told(
    outlines: Sequence[Outline], rarity: Rarity
) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
    """Names that can speak for one event, ages and figures: their numbers, whose they are, in
    the order of events, and what sharing each adds at most, the first or a further one."""
    import numpy as np

    weight, events = weights(), np.arange(len(outlines))
    codes, sizes = joined(outlines, lambda one: one.persons + one.names)
    levels = small(outlines, lambda one: one.person_levels + one.name_levels)
    ranks, of_names = rarity.names.ranks(codes), np.repeat(events, sizes)
    persons = rarity.names.ranks(joined(outlines, lambda one: one.persons)[0])
    values, is_person = rarity.names.of_ranks(ranks, levels), np.isin(ranks, persons)
    telling = rarity.names.shared(ranks) & ((values > FROM) | is_person)
    ranks, of_names = ranks[telling], of_names[telling]
    person = max(weight["person"], weight["persons"] / 2, 0.0)
    above = (values[telling] - FROM).clip(0.0) / (RAREST - FROM)
    named = max(0.0, weight["names"]) / RAREST_NAMES * above + person * is_person[telling]

    ages = small(outlines, lambda one: one.ages)
    of_ages = np.repeat(events, [len(one.ages) for one in outlines])
    figures, sizes = joined(outlines, lambda one: one.figures)
    of_figures = np.repeat(events, sizes)
    by_size = np.array([max(0.0, weight[name]) / 2 for name in SIZES])
    figured = by_size[small(outlines, lambda one: one.sizes)]

    # Each kind numbered behind the one before.
    lots, worths, first = [], [], 0
    for kind, worth in ((ranks, named), (figures, figured)):
        _, at, numbers = np.unique(kind, return_index=True, return_inverse=True)
        lots.append(numbers.astype(np.int64) + first)
        worths.append(worth[at])
        first += len(at)
    lots.append(ages.astype(np.int64) + first)
    worths.append(np.full(1 << 8, max(0.0, weight["ages"]) / 2))
    of = np.concatenate([of_names, of_figures, of_ages])
    order = np.argsort(of, kind="stable")
    return np.concatenate(lots)[order], of[order], np.concatenate(worths)
