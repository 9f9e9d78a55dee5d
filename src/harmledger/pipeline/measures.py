"""Whether a measure that somebody asks for is one."""

from __future__ import annotations

from harmledger.errors import UsageProblem, did_you_mean
from harmledger.vocabulary import load

__all__ = ["check_measure"]


def check_measure(measure: str | None) -> None:
    """UsageProblem for a word that is no measure, with what was meant; None asks for all."""
    known = load("en", "measures").ids()
    if measure is not None and measure not in known:
        raise UsageProblem(
            f"{measure}: no such measure{did_you_mean(measure, known)}",
            hint="measures: " + ", ".join(known),
        )
