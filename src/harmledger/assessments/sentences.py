"""Reasons in words: short, without the names of victims, with every bound as it was given."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.incidents import claim_words
from harmledger.records import Claim
from harmledger.wording import listed

__all__ = ["claims_word", "said", "who"]

#: Claims that a sentence names before it counts the rest.
_MOST = 5


def who(claim: Claim) -> str:
    """The speaker as written and the report, or the report alone."""
    return f"{claim.speaker.name} in {claim.document}" if claim.speaker else claim.document


def said(claims: Sequence[Claim]) -> str:
    """Figures and who gave them: "22 (MSF in b.html) and about 50 fighters (a.html)".

    Figures, not quotations: a quotation may be the name of a victim.
    """
    words = [f"{claim_words(claim)} ({who(claim)})" for claim in claims]
    return listed(list(dict.fromkeys(words)), most=_MOST)


def claims_word(number: int) -> str:
    """1 claim, 2 claims."""
    return f"{number:,} claim" if number == 1 else f"{number:,} claims"
