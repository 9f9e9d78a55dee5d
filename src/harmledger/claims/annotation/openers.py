"""Numbers that only say of how many others are told: "of 38 officers seized, ten were killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from harmledger.claims.quantities.grammar import find_quantities
from harmledger.records import Claim

__all__ = ["without_openers"]

#: The number opens its clause behind "of".
_OF = re.compile(r"(?:^|[.;:]\s+|\n\s*)\W*(?:out\s+)?of\s+(?:[^\W\d]+\s+){0,3}?$", re.IGNORECASE)


def without_openers(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without numbers behind which the same sentence counts fewer, up to the word of
    harm: that befell those alone. "Of the 62 killed, 36 were Swiss" has its word of harm before.
    """
    for claim in claims:
        lead = text[claim.sentence_start : claim.start]
        comma = text.find(",", claim.end, claim.sentence_end) if _OF.search(lead) else -1
        basis = claim.basis
        if comma < 0 or basis is None or basis.start < comma or not _fewer(text, claim, comma):
            yield claim


def _fewer(text: str, claim: Claim, comma: int) -> bool:
    ahead = text[comma : claim.basis.start] if claim.basis is not None else ""
    return any(0 < one.size < (claim.low or 0) for one in find_quantities(ahead))
