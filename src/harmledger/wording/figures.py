"""How a figure's two bounds are said: an unknown bound is open, never 0."""

from __future__ import annotations

__all__ = ["figure_words", "kind_words", "range_words"]


def figure_words(low: int | None, high: int | None) -> str:
    """22; 30 to 42; at least 30; at most 5; an unknown number."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    if low is not None:
        return f"at least {low:,}"
    return "an unknown number" if high is None else f"at most {high:,}"


def kind_words(measure: str, unit: str | None, phase: str | None, people: str | None = None) -> str:
    """What is counted: killed, civilian; displaced, families; houses destroyed; aid, trucks,
    entered. Of buildings ``phase`` is what became of them."""
    named = [measure, None if unit == "people" else unit, phase]
    if measure == "damaged" and phase:
        named = [f"{unit or 'buildings'} {phase}"]
    return ", ".join(part.replace("_", " ") for part in (*named, people) if part)


def range_words(low: int | None, high: int | None, said: int | None = None) -> str:
    """``3``, ``3 to 8``, ``3,000 or more``, ``up to 8`` or ``an unknown number``; where the high is
    unknown and ``said`` the highest number that was said, ``3 to 8 or more``.

    "0 or more" would say nothing and look like zero: who was harmed is then ``not settled``.
    """
    if low is None:
        return "an unknown number" if high is None else f"up to {high:,}"
    if high is None and said and low:
        return f"{low:,} to {said:,} or more"
    if high is None:
        return f"{low:,} or more" if low else "not settled"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
