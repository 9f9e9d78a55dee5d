"""A number axis for the pictures: where a value stands, and which ticks to write."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Axis", "make_axis", "tick_label"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Maps values ``low..high`` to ``left..right`` (picture units).

    ``log``: decimal logarithm; with ``zero`` of value + 1, so that a stated 0 has a place.
    """

    low: int
    high: int
    left: float
    right: float
    log: bool
    zero: bool
    ticks: tuple[int, ...]

    def _of(self, value: int) -> float:
        if not self.log:
            return float(value)
        return math.log10(value + 1) if self.zero else math.log10(max(value, 1))

    def at(self, value: int) -> float:
        """Where ``value`` stands, never outside ``left..right``."""
        low, high = self._of(self.low), self._of(self.high)
        share = (self._of(value) - low) / (high - low)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


def make_axis(
    values: Iterable[int], left: float, right: float, *, from_zero: bool = False, ticks: int = 5
) -> Axis:
    """An axis that holds all ``values`` (>= 0); logarithmic where they span more than 100 times.

    A linear axis starts at 0 where that costs no more than half of the picture or where
    ``from_zero`` asks for it (an open lower end), and else says where it starts by its ticks.
    """
    held = sorted(set(values)) or [0, 1]
    positive = [value for value in held if value > 0]
    if positive and positive[-1] > 100 * positive[0]:
        zero = held[0] == 0
        low = 0 if zero else _power_below(positive[0])
        high = _power_above(positive[-1])
        marks = [] if not zero else [0]
        power = 1 if zero else low
        while power <= high:
            marks.append(power)
            power *= 10
        every = math.ceil(len(marks) / (ticks + 1))
        return Axis(
            low=low,
            high=high,
            left=left,
            right=right,
            log=True,
            zero=zero,
            ticks=tuple(marks[::every]),
        )
    # A lone value or a wide spread is read against 0; a narrow spread is drawn large.
    near = len(held) > 1 and held[0] * 2 > held[-1]
    low = held[0] if near and not from_zero else 0
    step = _nice(max(held[-1] - low, 1), ticks)
    low = low // step * step
    high = max(-(-held[-1] // step) * step, low + step)
    return Axis(
        low=low,
        high=high,
        left=left,
        right=right,
        log=False,
        zero=low == 0,
        ticks=tuple(range(low, high + 1, step)),
    )


def tick_label(value: int) -> str:
    """30000 is "30,000"; whole millions and more in words."""
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if value >= size and value % (size // 10) == 0:
            return f"{value / size:g} {word}"
    return f"{value:,}"


def _power_below(value: int) -> int:
    return int(10 ** (len(str(value)) - 1))


def _power_above(value: int) -> int:
    below = _power_below(value)
    return below if below == value else below * 10


def _nice(spread: int, ticks: int) -> int:
    """The smallest of 1, 2, 5, 10, 20 ... that needs at most ``ticks`` steps."""
    unit = 1
    while True:
        for factor in (1, 2, 5):
            if unit * factor * ticks >= spread:
                return unit * factor
        unit *= 10
