"""Reasons in words: short, without the names of victims, with every bound as it was given."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.incidents import listed
from harmledger.records import Claim

__all__ = ["claims_word", "figure_words", "said", "who"]

#: Claims that a sentence names before it counts the rest.
_MOST = 5


def figure_words(low: int | None, high: int | None) -> str:
    """22; 30 to 42; at least 30; at most 5; an unknown number."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    if low is not None:
        return f"at least {low:,}"
    return "an unknown number" if high is None else f"at most {high:,}"


def who(claim: Claim) -> str:
    """The speaker as written and the report, or the report alone."""
    return f"{claim.speaker.name} in {claim.document}" if claim.speaker else claim.document


def said(claims: Sequence[Claim]) -> str:
    """Figures and who gave them: "22 (MSF in b.html) and at least 19 (a.html)".

    Figures, not quotations: a quotation may be the name of a victim.
    """
    words = [f"{figure_words(claim.low, claim.high)} ({who(claim)})" for claim in claims]
    return listed(list(dict.fromkeys(words)), most=_MOST)


def claims_word(number: int) -> str:
    """1 claim, 2 claims."""
    return f"{number:,} claim" if number == 1 else f"{number:,} claims"
