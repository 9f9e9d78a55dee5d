"""Figures that point back: "lawyers put the figure at 137", "the police figure is 220".

What is counted was told just before; where no harm is told there, nothing is read. The rule is
toll.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["figure", "measures_of"]

#: Characters before the word in which the harm is told of.
_REACH = 320
_WORD = re.compile(r"[a-z]+")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+")
_FRAMES = frozenset(("transitive", "intransitive", "state", "count"))


def figure(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Put the figure at 137", "the official figure is 220": the number it is given."""
    number = _given(parsed, noun)
    measure = None
    if number is not None:
        # "The figure for the injured", "the number of wounded" say themselves what they count.
        named = list(dict.fromkeys(measures_of(parsed.doc[noun.i + 1 : number.i].text)))
        measure = named[0] if len(named) == 1 else None if named else _measured(parsed, noun)
    if number is not None and measure is not None:
        yield Harm(replace(word, measure=measure), noun, number, None, "toll")


def _given(parsed: Parsed, noun: Token) -> Token | None:
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"} and verb.lower_ in words("grammar", "puts_figures"):
        links = [p for p in (*verb.rights, *noun.rights) if p.lower_ in {"at", "as"}]
        told = [c for p in links for c in p.rights if c.dep_ in {"pobj", "nummod", "pcomp"}]
    elif noun.dep_ == "nsubj" and verb.lower_ in words("grammar", "be"):
        told = [c for c in verb.rights if c.dep_ == "attr"]
    else:
        return None
    for one in told:
        counts = [t for t in (one, *one.lefts) if parsed.quantity(t) is not None]
        if counts and (one.pos_ == "NUM" or is_person_word(one.lower_)):
            return one
    return None


def _measured(parsed: Parsed, noun: Token) -> str | None:
    """What the sentence counts that tells last of a harm before ``noun``; None where that is
    more than one thing: "91 were killed and 12 hurt. The union puts the figure at 140"."""
    at = parsed.start(noun)
    before = parsed.text[max(0, at - _REACH) : at].lower()
    for sentence in reversed(_SENTENCE_END.split(before)):
        told = {measure for word in _WORD.findall(sentence) for measure in _measures(word)}
        if told:
            return told.pop() if len(told) == 1 else None
    return None


def measures_of(sentence: str) -> list[str]:
    """What the harm words of a sentence measure, in order: of people alone, the outcome told."""
    rows = ((w, m) for w in _WORD.findall(sentence.lower()) for m in _measures(w))
    return [m for w, m in rows if not any(row.outcome_unknown for row in harm_words()[w])]


def _measures(word: str) -> Iterator[str]:
    for row in harm_words().get(word, ()):
        plain = not (row.needs_verb or row.needs_noun or row.particle)
        if plain and row.frame in _FRAMES and row.measure not in {"aid", "arms", "damaged"}:
            yield row.measure
