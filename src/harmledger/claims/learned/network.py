"""A small network: traits and vectors through one layer of units to one score, in plain numpy."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from harmledger.claims.words.lexicon import LANGUAGE
from harmledger.vocabulary import data_file

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["CONTEXT", "Network", "network", "packed"]

#: What an explanation calls the vectors.
CONTEXT = "context of the words"
#: Traits that an explanation names.
_REASONS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The model. ``add``: the score from which it claims; ``drop``: below it a claim is dropped.

    ``within`` is a row of unit weights for each number of the vectors, ``by_trait`` one for each
    of ``traits``; ``start`` and ``out`` are the units' own. ``direct`` goes past the units.
    """

    version: int
    add: float
    drop: float
    traits: Mapping[str, int]
    within: NDArray[np.float32]
    by_trait: NDArray[np.float32]
    start: NDArray[np.float32]
    out: NDArray[np.float32]
    direct: NDArray[np.float32]
    bias: float

    def scores(
        self, traits: Sequence[Iterable[str]], vectors: Sequence[NDArray[np.float32]]
    ) -> list[float]:
        """How likely each candidate was harmed, from 0 to 1, by its traits and its vectors."""
        import numpy as np

        if not traits:
            return []
        units = np.stack(vectors) @ self.within + self.start
        sums = np.full(len(units), self.bias, dtype=np.float32)
        for row, own in enumerate(traits):
            known = self._known(own)
            units[row] += np.add.reduce(self.by_trait[known], axis=0)
            sums[row] += np.add.reduce(self.direct[known])
        sums += np.maximum(units, 0) @ self.out
        return [float(p) for p in 1 / (1 + np.exp(-np.clip(sums, -30, 30)))]

    def reasons(self, traits: Sequence[str], vector: NDArray[np.float32]) -> tuple[str, ...]:
        """What speaks most for the claim, the strongest first: traits, or :data:`CONTEXT`."""
        import numpy as np

        names = [trait for trait in dict.fromkeys(traits) if trait in self.traits]
        known = self._known(names)
        given = vector @ self.within
        open_units = self.out * ((given + self.start + self.by_trait[known].sum(axis=0)) > 0)
        worth = list((self.by_trait[known] @ open_units + self.direct[known]).tolist())
        told = [*zip(worth, names, strict=True), (float(np.dot(given, open_units)), CONTEXT)]
        told.sort(key=lambda one: (-one[0], one[1]))
        return tuple(name for value, name in told[:_REASONS] if value > 0)

    def _known(self, traits: Iterable[str]) -> list[int]:
        held = self.traits
        return [held[trait] for trait in dict.fromkeys(traits) if trait in held]


def packed(table: NDArray[np.float32]) -> dict[str, Any]:
    """A table as text: whole numbers from -127 to 127, and for each column what they are times."""
    import numpy as np

    scale = np.maximum(np.abs(table).max(axis=0), 1e-9) / 127
    numbers = np.round(table / scale).astype(np.int8)
    return {
        "rows": len(table),
        "scale": [float(f"{value:.4g}") for value in scale],
        "numbers": b64encode(numbers.tobytes()).decode("ascii"),
    }


def unpacked(held: Mapping[str, Any]) -> NDArray[np.float32]:
    """The table that :func:`packed` made a text of."""
    import numpy as np

    numbers = np.frombuffer(b64decode(held["numbers"]), dtype=np.int8).reshape(held["rows"], -1)
    scale = np.array(held["scale"], dtype=np.float32)
    return numbers.astype(np.float32) * scale


def network_from(held: Mapping[str, Any]) -> Network:
    """The network that a data file holds."""
    import numpy as np

    return Network(
        version=held["version"],
        add=held["add"],
        drop=held["drop"],
        traits={trait: row for row, trait in enumerate(held["traits"])},
        within=unpacked(held["within"]),
        by_trait=unpacked(held["by_trait"]),
        start=np.array(held["start"], dtype=np.float32),
        out=np.array(held["out"], dtype=np.float32),
        direct=np.array(held["direct"], dtype=np.float32),
        bias=held["bias"],
    )


@cache
def network(name: str = "judge") -> Network:
    """A network of the package: that of the judge, or its ``screen``."""
    held = json.loads(data_file(LANGUAGE, "context.json"))
    return network_from({"version": held["version"], **held[name]})
