"""What pairs of texts are to each other, kept from one run to the next.

A decision follows from the two texts alone. A book that grows by a hundred reports therefore need
not compare again those that it had, and its families are the same as if it did.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from harmledger.families.decision import decide
from harmledger.families.fingerprint import fingerprint
from harmledger.families.segments import story_spans
from harmledger.families.wordings import Wording
from harmledger.records import Text

__all__ = ["Verdict", "Verdicts"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision without what it was read from: see ``decision.Decision``."""

    relation: str | None
    odds: float
    score: float
    reused: int


class Verdicts:
    """Decisions on pairs, worked out where they are not known yet."""

    def __init__(self) -> None:
        self._kept: dict[str, Verdict] = {}
        self._asked: dict[str, Verdict] = {}
        self._digests: dict[str, str] = {}

    @classmethod
    def read(cls, written: str | None, code: str) -> Verdicts:
        """Those that :meth:`written` wrote with the same code.

        None where there are none, where other code made them, and where they are damaged: what
        is not known is worked out.
        """
        found = cls()
        head, _, rows = (written or "").partition("\n")
        if head == _head(rows, code):
            found._kept = {pair: Verdict(*row) for pair, *row in json.loads(rows)}
        return found

    def written(self, code: str) -> str:
        """The decisions that were asked for, in the order of the pairs; ``code``: what made them.

        The same whether they were known or worked out.
        """
        rows = json.dumps(
            [
                [pair, one.relation, one.odds, one.score, one.reused]
                for pair, one in sorted(self._asked.items())
            ],
            separators=(",", ":"),
        )
        return f"{_head(rows, code)}\n{rows}"

    def of(self, first: Wording, second: Wording) -> Verdict:
        """The decision on two wordings, by the texts that stand for them."""
        pair = f"{self._digest(first)}{self._digest(second)}"
        known = self._asked.get(pair) or self._kept.get(pair)
        if known is None:
            made = decide(fingerprint(first.text), fingerprint(second.text))
            known = Verdict(made.relation, made.odds, made.score, made.reused)
        self._asked[pair] = known
        return known

    def _digest(self, wording: Wording) -> str:
        text = wording.text
        known = self._digests.get(text.id)
        if known is None:
            known = self._digests[text.id] = _digest(text)
        return known


def _head(rows: str, code: str) -> str:
    return f"{code} {hashlib.sha256(rows.encode()).hexdigest()}"


def _digest(text: Text) -> str:
    """A hash of all that a fingerprint is made from."""
    plain = repr((text.lang, story_spans(text), text.text))
    return hashlib.blake2b(plain.encode(), digest_size=16).hexdigest()
