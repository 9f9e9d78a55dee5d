"""Those who harmed themselves and others at once: "shot himself and a friend" is one count of 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import Counted, item
from harmledger.claims.victims.together import together
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["and_himself", "with_one_more"]


def with_one_more(parsed: Parsed, pronoun: Token) -> bool:
    """Whether "himself" heads a list of single persons: not "himself and 12 others"."""
    if pronoun.lower_ not in words("grammar", "reflexives"):
        return False
    others = [c for c in pronoun.children if c.dep_ == "conj"]
    return bool(others) and all(
        other.tag_ in {"NN", "NNP"}
        and not any(parsed.quantity(c) is not None for c in (other, *other.lefts))
        and not list(other.conjuncts[1:])
        for other in others
    )


def and_himself(parsed: Parsed, heads: list[Token], found: list[Counted]) -> list[Counted]:
    """``found``, with the "himself" that heads their list counted as one of them; else empty."""
    first, *others = heads
    if not with_one_more(parsed, first) or len(found) != len(others):
        return []
    span = parsed.start(first), parsed.end(first)
    him = item(parsed, *span, 1, 1, "exactly", first, [first])
    count = together([him, *found])
    return count if len(count) == 1 else []
