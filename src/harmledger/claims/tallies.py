"""Words that are counted themselves, or that a number is given to: deaths, the toll, the dead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.frames import Harm
from harmledger.claims.gate import HarmWord
from harmledger.claims.lexicon import words
from harmledger.claims.parse import Parsed
from harmledger.claims.syntax import of_objects

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["count", "numbered", "toll"]


def count(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    if word.needs_verb and not any(t.lower_ in word.needs_verb for t in noun.doc):
        return
    modified = any(
        parsed.quantity(c) is not None or c.lower_ in {"no", "some", "several"}
        for c in noun.children
    )
    if word.id == "bodies" and modified:
        # "19 legislative bodies" are not the dead.
        modified = all(
            c.lower_ in words("grammar", "body_words")
            for c in noun.children
            if c.dep_ in {"amod", "compound"} and parsed.quantity(c) is None
        )
    if modified:
        yield Harm(word, noun, noun, None, "count")
        return
    if word.id == "bodies":
        # "the bodies of 12 people": the people are counted; one body is no claim by itself.
        for victim in of_objects(noun):
            if parsed.quantity(victim) or any(parsed.quantity(c) for c in victim.children):
                yield Harm(word, noun, victim, None, "count")
        return
    if noun.head.lower_ == "of" and parsed.quantity(noun.head.head) is not None:
        yield Harm(word, noun, noun.head.head, None, "count")


def toll(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The death toll rose to 41", "put the toll at 41", "a toll of 41"."""
    for token in noun.doc[noun.i + 1 : noun.i + 14]:
        if parsed.quantity(token) is None:
            continue
        if token.nbor(-1).lower_ in {"from"}:
            continue
        between = {t.lower_ for t in noun.doc[noun.i + 1 : token.i]}
        if between & words("grammar", "toll_links"):
            yield Harm(word, noun, token, None, "toll")
        return


def numbered(parsed: Parsed, token: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The dead numbered 23", "put the injured at 37", "the number of dead at 12"."""
    before = token.nbor(-1).lower_ if token.i else ""
    if before not in {"the", "of", "number", "count"}:
        return
    between: set[str] = set()
    for ahead in token.doc[token.i + 1 : token.i + 5]:
        if parsed.quantity(ahead) is not None:
            if between & words("grammar", "numbered") and not between & {
                "and",
                ",",
            }:
                yield Harm(word, token, ahead, None, "toll")
            return
        between.add(ahead.lower_)
