"""What is known of a candidate: traits of its own, traits of the claims around it, and its vectors.

The vectors are those that the parser makes of each word from the word and its neighbours: words
used alike have vectors alike, so what was learned of "gunned down" also says something of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from harmledger.claims.learned.around import Around
from harmledger.claims.learned.signs import Signs
from harmledger.claims.learned.slots import Slot, noun_of
from harmledger.claims.learned.traits import traits_of
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.ways import does_it

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

__all__ = ["clues_of", "vectors_of"]

#: Longest phrase whose first word is looked at.
_LONG = 6


def clues_of(parsed: Parsed, index: int, slot: Slot, around: Around, signs: Signs) -> list[str]:
    """The traits of a candidate in sentence ``index`` of a text with these claims and signs."""
    own, kind = traits_of(parsed, slot), _kind(slot)
    beside = around.told(index, slot, kind), signs.told(slot, parsed.start(slot.trigger))
    return list(dict.fromkeys((*own, *_form(parsed, slot, kind), *chain(*beside))))


def _kind(slot: Slot) -> str:
    one = slot.counted
    if one.head.pos_ == "PRON":
        return "pronoun"
    if one.population.named:
        return "name"
    if one.low == one.high == 1:
        return "one"
    return "vague" if one.qualifier == "vague" else "number"


def _form(parsed: Parsed, slot: Slot, kind: str) -> Iterator[str]:
    one, head, word, steps = slot.counted, slot.counted.head, slot.word, slot.path
    way = " ".join(steps[:4])
    yield f"form: {kind}"
    yield f"form: {kind}, {word.measure}"
    yield f"form: the doer, {does_it(slot.trigger, steps)}"
    yield f"form: by it, {'agent' in steps}"
    yield f"role: {one.population.role}"
    yield "head: a name" if head.pos_ == "PROPN" else f"head: {head.lower_}"
    yield f"form: {head.tag_}"
    yield f"relation and frame: {head.dep_}, {word.frame}"
    yield f"qualifier: {one.qualifier}"
    yield f"way begins: {way}"
    yield f"way begins, row: {way}, {word.id}"
    yield f"form: itself the word, {head.i == slot.trigger.i}"


def vectors_of(parsed: Parsed, slot: Slot) -> NDArray[np.float32]:
    """The vectors of twelve places about a candidate, one behind the other.

    What the weights were trained on: the order may only change with them.
    """
    import numpy as np

    table: NDArray[np.float32] = np.asarray(parsed.doc.tensor, dtype=np.float32)
    head, trigger = slot.counted.head, slot.trigger
    nothing = np.zeros(table.shape[1], dtype=np.float32)
    left, right = sorted((head.i, trigger.i))
    edge = head.left_edge.i if head.i - head.left_edge.i < _LONG else head.i
    return np.concatenate(
        (
            table[head.i],  # the phrase, its noun, the word above it, its verb
            table[noun_of(head).i],
            table[head.head.i],
            table[_verb(head).i],
            table[trigger.i],  # the harm word, the word above it, its verb
            table[trigger.head.i],
            table[_verb(trigger).i],
            # What stands between, the words before and behind, the sentence, the first word.
            table[left + 1 : right].mean(axis=0) if right > left + 1 else nothing,
            table[edge - 1] if edge > 0 else nothing,
            table[head.i + 1] if head.i + 1 < len(table) else nothing,
            table.mean(axis=0),
            table[edge],
        )
    )


def _verb(token: Token) -> Token:
    return next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), token)
