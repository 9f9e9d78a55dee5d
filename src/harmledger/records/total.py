"""Totals: sums over incidents, with what is not known kept apart from what is added."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Sum", "Total"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A sum over incidents (and the rests of counts of many events).

    ``low``, ``best`` and ``high`` are None as soon as one of them is unknown for one incident:
    the unknown is neither 0 nor left out in silence. ``known_low``, ``known_best`` and
    ``known_high`` are the sums over those for which it is known, and ``without_low``,
    ``without_best``, ``without_high`` say for how many it is not. ``subjects``: the ids of the
    incidents that are added up. ``highest_said``: where ``high`` is None, the sum of the highest
    numbers that were said for each (its high, or where that is unknown what "or more" stands
    behind); None where that is ``known_low``. ``parts``: those that are not, because they are parts
    of others of this sum or, where that is divided, of another key's. ``rests``: one sentence for
    each count of many events of which the rest is in the sum.
    """

    grades: tuple[str, ...]
    incidents: int
    low: int | None
    best: int | None
    high: int | None
    known_low: int
    known_best: int
    known_high: int
    without_low: int
    without_best: int
    without_high: int
    subjects: tuple[str, ...]
    rests: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    highest_said: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What a method's rule adds up for one key of a partition of the incidents.

    ``by``: ``all``, ``year``, ``month``, ``country``, ``place``, ``actor``, ``population`` or
    ``grade``; ``key``: which one. ``counted``: what the rule adds up; ``beside``: by grade, what
    stands beside it. ``withdrawn``: figures that a person withdrew, in neither. ``reopened``: those
    with what the method gives, because what a person decided of them needs another look. ``rule``
    and ``sentence``: the method's rule, to be shown beside the number. ``show``: ``range`` or
    ``best``. ``unit`` and ``phase``: what is counted where that is no people harmed (trucks of aid
    that entered, houses destroyed); each is added up alone.
    """

    by: str
    key: str
    measure: str
    people: str
    method: str
    counted: Sum
    beside: tuple[Sum, ...]
    withdrawn: int
    rule: str
    sentence: str
    show: str
    reopened: int = 0
    unit: str | None = None
    phase: str | None = None
