"""Numbers that only say of how many others are told: "of 38 officers seized, ten were killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from harmledger.records import Claim

__all__ = ["without_openers"]

#: The number opens its clause behind "of".
_OF = re.compile(r"(?:^|[.;:]\s+|\n\s*)\W*(?:out\s+)?of\s+(?:[^\W\d]+\s+){0,3}?$", re.IGNORECASE)


def without_openers(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without numbers of which the clause behind a comma counts fewer: it says of these
    alone what befell them. "Of the 62 killed, 36 were Swiss" has its word of harm before the comma.
    """
    for at, claim in enumerate(claims):
        lead = text[claim.sentence_start : claim.start]
        comma = text.find(",", claim.end, claim.sentence_end) if _OF.search(lead) else -1
        basis = claim.basis
        behind = comma >= 0 and basis is not None and basis.start > comma
        fewer = behind and any(
            other.measure == claim.measure
            and comma < other.start < claim.sentence_end
            and (other.low or 0) < (claim.low or 0)
            for other in claims[at + 1 : at + 6]
        )
        told = behind and text[claim.start : comma].strip() and _counts_there(text, claim, comma)
        if not (fewer or told):
            yield claim


def _counts_there(text: str, claim: Claim, comma: int) -> bool:
    """Whether the words up to the word of harm count others: the claim took the wrong number."""
    basis = claim.basis
    ahead = text[comma : basis.start] if basis is not None else ""
    return (
        re.search(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b", ahead)
        is not None
    )
