"""Plurals without a number that tell nothing of how many: "they kill people" beside one victim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.claims import same_person
from harmledger.records import Claim
from harmledger.vocabulary import load

__all__ = ["plurals_beside_one"]

#: In so many sentences one person must be told of, before a plural means nobody of the event.
_SENTENCES = 3


def plurals_beside_one(claims: Sequence[Claim]) -> list[Claim]:
    """Bare plurals where all else, in three sentences or more, tells of one and the same person.

    A boy was killed, and then, of the town, "this is killing our children". A plural that comes
    first in its text, and "several", say how many were harmed.
    """
    bare = [claim for claim in claims if _bare(claim)]
    rest = [claim for claim in claims if not _bare(claim)]
    if not bare or any(claim.low != 1 or claim.high != 1 for claim in rest):
        return []
    told = {(claim.text_id, claim.sentence_start) for claim in rest}
    if len(told) < _SENTENCES or not all(same_person(rest[0], other) for other in rest):
        return []
    return [
        claim
        for claim in bare
        if any(one.text_id == claim.text_id and one.start < claim.start for one in rest)
    ]


def _bare(claim: Claim) -> bool:
    return claim.qualifier == "vague" and _quantity().search(claim.quote) is None


@cache
def _quantity() -> re.Pattern[str]:
    words = load("en", "quantities")["vague"].data["words"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
