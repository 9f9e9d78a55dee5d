"""Counts of some of a number told before: "six of the nine", "of those nine, four were shot"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from harmledger.claims.words.numbers import NUMBER, parse_number
from harmledger.records import Claim

__all__ = ["of_a_number_told"]

_COUNTED = frozenset(("asserted", "hedged"))
_THE = rf"of\s+(?:the|those|these|its|their)\s+(?:same\s+)?(?P<number>{NUMBER})\b"
#: Behind the count: "six of the nine", "six people of the nine".
_BEHIND = re.compile(rf"\s+(?:[a-z]+\s+)?(?P<said>{_THE})", re.IGNORECASE)
#: At the opening of the sentence or clause: "Of the nine, four".
_OPENS = re.compile(rf"(?P<said>\b{_THE})[^.;:]{{0,60}}?\s$", re.IGNORECASE)
_REACH = 110
#: Claims before one among which the number is looked for.
_BACK = 40


def of_a_number_told(text: str, claims: Sequence[Claim], at: int) -> str | None:
    """The words "of the nine", where the text counted nine of the same measure before; else None.

    "Six of the nine passengers" where nobody counted nine dead says how many died.
    """
    claim = claims[at]
    size = claim.low or claim.high or 0
    first = max(claim.sentence_start, claim.start - _REACH)
    found = _BEHIND.match(text, claim.end, claim.sentence_end) or _OPENS.search(
        text[first : claim.start]
    )
    number = parse_number(found["number"]) if found is not None else None
    if found is None or number is None or number <= size:
        return None
    for other in claims[max(0, at - _BACK) : at]:
        same = other.measure == claim.measure and other.stance in _COUNTED
        if same and number in {other.low, other.high}:
            return found["said"]
    return None
