"""What pairs of texts are to each other, and families made, kept from one run to the next.

A decision follows from the two texts alone, a family from the texts of its group. A book that grows
by a hundred reports therefore need not compare again those that it had, and its families are
the same as if it did.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from harmledger.families.decision import decide
from harmledger.families.fingerprint import fingerprint
from harmledger.families.wordings import Wording
from harmledger.kept import digest_of
from harmledger.records import Family, Text

__all__ = ["Verdict", "Verdicts"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision without what it was read from: see ``decision.Decision``."""

    relation: str | None
    odds: float
    score: float
    reused: int


class Verdicts:
    """Decisions on pairs and families of groups, worked out where they are not known yet."""

    def __init__(self) -> None:
        self._kept_families: dict[str, Family] = {}
        self._families: dict[str, Family] = {}
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
            held = msgspec.json.decode(rows, type=_Rows)
            found._kept = {row[0]: Verdict(*row[1:]) for row in held.pairs}
            found._kept_families = held.families
        return found

    def written(self, code: str) -> str:
        """The decisions that were asked for, in the order of the pairs; ``code``: what made them.

        The same whether they were known or worked out.
        """
        held = _Rows(
            pairs=[
                (pair, one.relation, one.odds, one.score, one.reused)
                for pair, one in sorted(self._asked.items())
            ],
            families=dict(sorted(self._families.items())),
        )
        rows = msgspec.json.encode(held).decode()
        return f"{_head(rows, code)}\n{rows}"

    def family(self, group: str) -> Family | None:
        """The family that was made of a group, by its key (:meth:`key_of`); None if none was."""
        known = self._families.get(group) or self._kept_families.get(group)
        if known is not None:
            self._families[group] = known
        return known

    def made(self, group: str, family: Family) -> None:
        """Keep the family that was made of a group."""
        self._families[group] = family

    @staticmethod
    def key_of(texts: Iterable[Text]) -> str:
        """The key of a group: a hash of all that its texts say of themselves, in this order."""
        found = hashlib.blake2b(digest_size=16)
        for text in texts:
            found.update(digest_of(text))
        return found.hexdigest()

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
            known = self._digests[text.id] = digest_of(text).hex()
        return known


class _Rows(msgspec.Struct, frozen=True):
    """What is written: the decision on each pair, and the family of each group."""

    pairs: list[tuple[str, str | None, float, float, int]]
    families: dict[str, Family]


def _head(rows: str, code: str) -> str:
    return f"{code} {hashlib.sha256(rows.encode()).hexdigest()}"
