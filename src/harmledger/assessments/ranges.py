"""The range of readings: lowest to highest figure, with unknown bounds kept unknown."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.assessments.method import Method
from harmledger.incidents import Reading
from harmledger.wording import figure_words

__all__ = ["highest_said", "how_ranged", "range_of"]


def range_of(
    readings: Sequence[Reading], method: Method | None = None
) -> tuple[int | None, int | None]:
    """Lowest and highest figure. Always ``0 <= low <= high`` where both are known.

    A method whose high is the ``lowest`` too gives one number: the most conservative.

    "At least 30" beside "42" is 30 to 42: the highest figure that was said is 42. Where the
    highest figure is itself open ("at least 50" beside "42"), and where no reading has an
    upper bound, the high is unknown. "At most 20" gives no low.
    """
    rule = method.rule("range") if method else None
    one_number = rule is not None and rule.options["high"] == "lowest"
    lows = [reading.low for reading in readings if reading.low is not None]
    highs = [reading.high for reading in readings if reading.high is not None]
    if not lows:
        return None, min(highs, default=None) if one_number else max(highs, default=None)
    if one_number:
        return min(lows), min(lows)
    if not highs or max(lows) > max(highs):
        return min(lows), None
    return min(lows), max(highs)


def highest_said(
    readings: Sequence[Reading],
    low: int | None,
    high: int | None,
    method: Method | None = None,
) -> int | None:
    """Where a low is known and no high, the highest number that was said: of "at least 60" and "at
    least 200" the 200. None where that is the low; words without a number say none."""
    if low is None or high is not None or (method is not None and method.high == "lowest"):
        return None
    told = [one for one in readings if all(c.qualifier != "vague" for c in one.claims)]
    top = max((bound for one in told for bound in (one.low, one.high) if bound), default=0)
    return top if top > low else None


def how_ranged(
    readings: Sequence[Reading],
    low: int | None,
    high: int | None,
    method: Method | None = None,
) -> str:
    """How the range came about, in one sentence."""
    number = len(readings)
    if number == 0:
        return "No claim gives a figure: the number is unknown, which is not zero."
    if low is None and high is None:
        return "The claims give no figure: the number is unknown, which is not zero."
    rule = method.rule("range") if method else None
    if rule is not None and rule.options["high"] == "lowest" and low is not None:
        least = min(one.low for one in readings if one.low is not None)
        top = max((one.high or one.low or 0 for one in readings), default=0)
        sentence = f"One number, the lowest of the figures given: {least:,}."
        return sentence if top <= least else f"{sentence} The highest given is {top:,}."
    figures = "figure" if number == 1 else f"{number:,} figures"
    sentence = f"Lowest to highest of {figures}: {figure_words(low, high)}."
    if number == 1:
        sentence = f"One figure: {figure_words(low, high)}."
    below = sorted({r.high for r in readings if _bound_below(r, low) and r.high is not None})
    if below:
        bounds = " and ".join(f"{bound:,}" for bound in below)
        sentence += f" At most {bounds}, as was said too, gives no low, so the low stays {low:,}."
    if high is None:
        said = highest_said(readings, low, high, method)
        told = f" The highest that was said is {said:,} or more." if said else ""
        sentence += f"{told} No upper bound is given for the highest, so none is shown."
    return sentence


def _bound_below(reading: Reading, low: int | None) -> bool:
    """ "At most 90" where the lowest low is 91: it contradicts the low and is none itself."""
    return reading.low is None and reading.high is not None and reading.high < (low or 0)
