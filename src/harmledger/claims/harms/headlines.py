"""Verbs of headlines that the parser takes for nouns: "Hotel fire: 23 die", "A blast wounds 3"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.eventwords import is_event
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["first_of_headline", "in_headline"]

#: What may stand before a number that opens the second half of a headline.
_OPENS = frozenset((":", ",", ";", "-", "–", "—"))
_PLAIN = frozenset(("adjacent", "participle", "passive", "state", "headline"))
_ENDS = frozenset((".", "?", "!"))


def in_headline(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Hotel fire: 23 die", "a blast wounds 3": a verb that the parser takes for a noun.

    The number stands right before or behind it, and next to nothing follows.
    """
    number = next((c for c in noun.children if parsed.quantity(c) is not None), None)
    if number is None or noun.doc[-1].text in _ENDS:
        return
    before = number.i == noun.i - 1 and word.frame == "intransitive" and noun.tag_ in {"NN", "NNP"}
    opened = before and (number.i == 0 or number.nbor(-1).text in _OPENS)
    behind = number.i == noun.i + 1 and word.frame == "transitive" and noun.tag_ == "NNS"
    done = behind and noun.i > 0 and is_event(noun.nbor(-1))
    if (opened and noun.lower_ in words("grammar", "headline_verbs")) or done:
        yield Harm(word, noun, number, None, "headline")


def first_of_headline(harm: Harm) -> Iterator[Harm]:
    """ "Teacher and two pupils killed", "Soldier, two rebels killed": the one who opens it."""
    victim = harm.victim
    first, doc = victim.head, victim.doc
    if first.i != 0 or victim.dep_ not in {"conj", "appos"} or doc[-1].text in _ENDS:
        return
    bare = first.tag_ in {"NN", "NNP"} and is_person_word(first.lower_) and not list(first.lefts)
    numbered = any(c.dep_ == "nummod" for c in victim.lefts)
    joined = doc[1].lower_ in {",", "and", "&"} and harm.rule in _PLAIN
    if bare and numbered and joined and victim.left_edge.i == 2:
        yield replace(harm, victim=first)
