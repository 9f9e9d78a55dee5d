"""What pairs of wordings are to each other, kept from one run to the next.

A decision follows from the two texts alone. A book that grows by a hundred reports therefore need
not compare again those that it had, and its families are the same as if it did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from harmledger.families.arrays import distinct
from harmledger.families.decision import decide
from harmledger.families.fingerprint import fingerprint
from harmledger.families.pairs import pair_keys
from harmledger.families.wordings import Wording
from harmledger.kept import Kept, Shelf, digest, digest_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.uint64]
    Numbers = NDArray[np.int64]
    Rows = NDArray[Any]

__all__ = ["Verdict", "Verdicts", "verdict_of"]

#: What two texts may be to each other.
_RELATIONS = (None, "copy", "rewrite", "partial")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision without what it was read from: see ``decision.Decision``."""

    relation: str | None
    odds: float
    score: float
    reused: int


@dataclass(frozen=True, slots=True)
class _Held:
    """Keys of pairs, ascending, of eight bytes each; and their rows, in the same order."""

    keys: bytes = b""
    rows: bytes = b""


#: A verdict as a row of an array; the relation by its place in ``_RELATIONS``.
_ROW = [("relation", "<u1"), ("odds", "<f8"), ("score", "<f8"), ("reused", "<i4")]


def verdict_of(row: tuple[int, float, float, int]) -> Verdict:
    """The verdict that a row of an array says."""
    return Verdict(_RELATIONS[row[0]], *row[1:])


class Verdicts:
    """Decisions on pairs of positions in ``wordings``, worked out where ``kept`` has none.

    They are of the texts that stand for the wordings: what a text says of itself counts too. A
    pair's key has 64 bits, see ``incidents.compared``.
    """

    def __init__(self, wordings: Sequence[Wording], kept: Kept | None = None) -> None:
        import numpy as np

        self._wordings = wordings
        self._shelf = Shelf(kept, "verdicts", _Held)
        held = self._shelf.held(digest()) or _Held()
        self._keys: Keys = np.frombuffer(held.keys, np.uint64)
        self._rows: Rows = np.frombuffer(held.rows, _ROW)
        self._asked: Keys = np.zeros(0, np.uint64)
        self._singly: dict[tuple[int, int], Verdict] = {}
        self._texts: Keys = np.arange(len(wordings), dtype=np.uint64)
        if kept is not None:
            digests = b"".join([digest_of(wording.text)[:8] for wording in wordings])
            self._texts = np.frombuffer(digests, np.uint64)

    def of_all(self, one: Numbers, two: Numbers) -> Rows:
        """The decisions on many pairs, as rows of an array; to be asked once."""
        import numpy as np

        keys = pair_keys(self._texts, one, two)
        rows, known = self._looked_up(keys)
        new = np.flatnonzero(~known)
        for at, first, second in zip(
            new.tolist(), one[new].tolist(), two[new].tolist(), strict=True
        ):
            rows[at] = self._row(self._decided(first, second))
        self._asked = keys
        self._add(keys[new], rows[new])
        return rows

    def of(self, one: int, two: int) -> Verdict:
        """The decision on one pair."""
        import numpy as np

        found = self._singly.get((one, two))
        if found is None:
            rows, known = self._looked_up(pair_keys(self._texts, np.array([one]), np.array([two])))
            found = verdict_of(rows[0].item()) if known[0] else self._decided(one, two)
            self._singly[one, two] = found
        return found

    def keep(self) -> None:
        """Keep what was asked for, whether it was known or worked out."""
        import numpy as np

        one, two = np.array(list(self._singly), np.int64).reshape(-1, 2).T
        keys = pair_keys(self._texts, one, two)
        self._add(keys, np.array([self._row(found) for found in self._singly.values()], _ROW))
        asked = distinct(np.concatenate([self._asked, keys]))
        rows, _ = self._looked_up(asked)
        self._shelf.put(digest(), _Held(asked.tobytes(), rows.tobytes()))

    def _looked_up(self, keys: Keys) -> tuple[Rows, NDArray[np.bool_]]:
        """The rows of these pairs, and which of them are known."""
        import numpy as np

        rows = np.zeros(len(keys), _ROW)
        if not len(self._keys):
            return rows, np.zeros(len(keys), bool)
        at = self._keys.searchsorted(keys)
        at[at == len(self._keys)] = 0
        known: NDArray[np.bool_] = self._keys[at] == keys
        rows[known] = self._rows[at[known]]
        return rows, known

    def _add(self, keys: Keys, rows: Rows) -> None:
        import numpy as np

        keys, rows = np.concatenate([self._keys, keys]), np.concatenate([self._rows, rows])
        order = np.argsort(keys, kind="stable")
        self._keys, self._rows = keys[order], rows[order]

    def _decided(self, one: int, two: int) -> Verdict:
        first, second = self._wordings[one].text, self._wordings[two].text
        made = decide(fingerprint(first), fingerprint(second))
        return Verdict(made.relation, made.odds, made.score, made.reused)

    @staticmethod
    def _row(verdict: Verdict) -> tuple[int, float, float, int]:
        relation = _RELATIONS.index(verdict.relation)
        return relation, verdict.odds, verdict.score, verdict.reused
