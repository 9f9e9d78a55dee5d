"""A first look at each word that may stand for people: cheap, so that few are looked at closely.

What is looked at: the vectors of the word, of the word above it and of the nearest harm word, and
how these stand to each other. A second, smaller network weighs it (``"screen"`` in
``vocabulary/en/context.json``); a phrase is counted and given all its clues only from its bound on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from harmledger.claims.learned.candidates import Words
from harmledger.claims.parsing.parse import Parsed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

__all__ = ["Sight", "sights_of"]

#: Words in a step of distance, and the most steps.
_STEP, _MOST = 3, 5


@dataclass(frozen=True, slots=True)
class Sight:
    """A word that may stand for people, and what is seen of it."""

    head: Token
    traits: tuple[str, ...]
    vector: NDArray[np.float32]


def sights_of(parsed: Parsed, heads: Iterable[Token], words: Words) -> Iterator[Sight]:
    """What is seen of each of ``heads``; ``words`` are the harm words of the sentence, not none."""
    table = cast("NDArray[np.float32]", parsed.doc.tensor)
    for head in heads:
        harm, row = min(words, key=lambda one: (abs(one[0].i - head.i), one[0].i))
        above = head.head
        yield Sight(
            head,
            (
                f"relation: {head.dep_}",
                f"form: {head.tag_}",
                f"kind: {head.pos_}",
                f"name of a: {head.ent_type_}",
                f"frame: {row.frame}",
                f"measure: {row.measure}",
                f"harm word: {harm.dep_}",
                f"harm word behind: {harm.i > head.i}",
                f"harm word below: {harm.head.i == head.i}",
                f"harm word above: {above.i == harm.i}",
                f"distance: {min(_MOST, abs(harm.i - head.i) // _STEP)}",
            ),
            table[[head.i, above.i, harm.i]].reshape(-1),
        )
