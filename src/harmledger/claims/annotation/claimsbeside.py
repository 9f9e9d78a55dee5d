"""The claims of a text beside one of them: its parts, and those that count the same near it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from harmledger.claims.annotation.reading import Reading
from harmledger.records import Claim

__all__ = ["ClaimsBeside"]

#: Claims before one, or behind it, that are looked at.
MOST = 6


class ClaimsBeside:
    """The claims of a text in their order, looked up without going over all of them each time."""

    def __init__(self, reading: Reading, claims: Sequence[Claim]) -> None:
        self._sentences = sorted(sentence.start for sentence in reading.sentences)
        self._index = {one.start: index for index, one in enumerate(reading.sentences)}
        self._starts = sorted(claim.start for claim in claims)
        self._parts: dict[str, list[Claim]] = defaultdict(list)
        self._alike: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=lambda one: one.start):
            self._alike[claim.measure, claim.unit].append(claim)
            if claim.part_of:
                self._parts[claim.part_of].append(claim)

    def parts(self, claim: Claim) -> Sequence[Claim]:
        """The claims that are told as parts of it."""
        return self._parts.get(claim.id, ())

    def before(self, claim: Claim) -> list[Claim]:
        """The last that count the same before it."""
        alike = self._alike[claim.measure, claim.unit]
        at = bisect_left(alike, claim.start, key=lambda one: one.start)
        return alike[max(0, at - MOST) : at]

    def behind(self, claim: Claim) -> list[Claim]:
        """Those that count the same behind it, to the end of the next sentence."""
        alike = self._alike[claim.measure, claim.unit]
        at = bisect_right(alike, claim.end, key=lambda one: one.start)
        after = bisect_right(self._sentences, claim.sentence_start)
        last = self._sentences[min(after, len(self._sentences) - 1)] if self._sentences else 0
        near = alike[at : at + MOST + 1]  # one too many adds up to nothing
        return [one for one in near if one.sentence_start <= max(last, claim.sentence_start)]

    def within(self, start: int, end: int) -> int:
        """How many claims begin in this stretch of the text."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def sentence(self, claim: Claim) -> int:
        """The number of its sentence, -1 where it stands in none."""
        return self._index.get(claim.sentence_start, -1)
