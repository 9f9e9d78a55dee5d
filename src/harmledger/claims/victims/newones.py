"""One person who is not told of before and has no noun: "a fourth was wounded", "a body"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import Counted, item
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["one_not_told_of"]


def one_not_told_of(
    parsed: Parsed, head: Token, modifiers: set[str], *, pronouns: bool
) -> Counted | None:
    """The one whom a rank or a body stands for; None where ``head`` is neither.

    ``modifiers``: the words that hang on ``head`` before it. ``pronouns``: as for "he", a rank
    counts only as the argument of a finite verb.
    """
    # "A body was found": somebody's, of whom nothing else is told.
    body = head.lower_ in {"body", "corpse"} and {"a", "an"} & modifiers and head.dep_ != "conj"
    # "Three were killed and a fourth was wounded".
    ranked = head.pos_ in {"ADJ", "NOUN", "ADV"} and head.lower_ in words("grammar", "ordinals")
    before = head.nbor(-1) if head.i else head
    if before.lower_ == "a":  # which the parser may hang on the verb
        modifiers = {*modifiers, "a"}
    alone = not any(c.lower_ == "of" for c in head.children)
    if not body and not (ranked and pronouns and alone and "a" in modifiers):
        return None
    first = min(head.left_edge.i, before.i) if before.lower_ == "a" else head.left_edge.i
    span = parsed.start(head.doc[first]), parsed.end(head)
    return item(parsed, *span, 1, 1, "exactly", head, [head])
