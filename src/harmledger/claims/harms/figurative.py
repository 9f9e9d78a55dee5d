"""Harm words in a manner of speaking: "the coach was killed by the press", "massacred 9-1".

A harm is none where critics, prices or a scandal did it, where it befell somebody "politically" or
"in the polls", and where it is the score of a match. A sportsman's injury in a match or in training
is a harm, but none of violence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.parsing.lowerwords import lower_words, text_of, word_set
from harmledger.claims.parsing.syntax import SUBJECTS
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["figurative"]

#: Behind a harm word, the score of a match: the higher number stands first, unlike in a range.
_SCORE = re.compile(r"\s+(\d{1,3})[-–](\d{1,2})(?=[\s,.;:!?)]|$)")
#: Words of a sentence among which those for players and play are looked for.
_NEAR = 200


def figurative(told: Token) -> bool:
    """Whether a harm word is used in a manner of speaking or tells of an injury in sport."""
    near = word_set(told.doc)
    doers, manners = words("figurative", "doers"), words("figurative", "manners")
    return (
        (not doers.isdisjoint(near) and not doers.isdisjoint(t.lower_ for t in _doers(told)))
        or (
            not manners.isdisjoint(near)
            and not manners.isdisjoint(c.lower_ for c in told.children if c.dep_ == "advmod")
        )
        or _behind(told)
        or _in_sport(told)
        or _at_market(told)
        or _on_strike(told)
    )


def _on_strike(told: Token) -> bool:
    """ "Opened fire on striking miners": they are on strike; "fell, striking miners" is a harm."""
    if told.lower_ not in words("figurative", "on_strike") or told.i + 1 >= len(told.doc):
        return False
    opens = told.i == 0 or told.nbor(-1).pos_ in {"ADP", "DET", "NUM", "CCONJ"}
    return opens and is_person_word(told.nbor(1).lower_)


def _doers(told: Token) -> Iterator[Token]:
    """Who or what did it: "by critics", "the scandal wounded", "casualties of the reform"."""
    verb = told
    if told.pos_ == "NOUN" and told.lower_ not in words("figurative", "befallen"):
        return
    if told.pos_ == "NOUN":
        verb = told.head if told.dep_ == "dobj" else told
        for link in told.children:
            if link.lower_ == "of":
                yield from (c for c in link.children if c.dep_ == "pobj")
    for part in verb.children:
        if part.dep_ == "agent" or (part.lower_ == "by" and part.dep_ == "prep"):
            yield from (c for c in part.children if c.dep_ == "pobj")
        elif part.dep_ in SUBJECTS and (verb.i != told.i or part.dep_ == "nsubj"):
            yield part


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives(words('figurative', 'behind'))})\b", re.IGNORECASE)


def _behind(told: Token) -> bool:
    """ "Slaughtered in the polls", "captured on film", "massacred 9-1"."""
    text = text_of(told.doc)
    end = told.idx + len(told)
    if _phrases().match(text, end):
        return True
    score = _SCORE.match(text, end)
    return score is not None and int(score[1]) > int(score[2])


def _in_sport(told: Token) -> bool:
    """ "The striker was injured in training": a word for a player and one for play, and no word
    of violence or disaster in the sentence."""
    if told.lower_ not in words("figurative", "sport_harms"):
        return False
    near = frozenset(lower_words(told.doc)[:_NEAR])
    players, play = words("figurative", "players"), words("figurative", "play")
    if not near & players or not near & (play | words("figurative", "strains")):
        return False
    return not near & words("figurative", "not_sport")


def _at_market(told: Token) -> bool:
    """ "Traders were slaughtered as shares fell": those who trade, where the sentence tells of
    prices and of no violence."""
    near = frozenset(lower_words(told.doc)[:_NEAR])
    traders, prices = words("figurative", "traders"), words("figurative", "prices")
    if not near & traders or not near & prices or near & words("figurative", "not_sport"):
        return False
    return any(t.lower_ in traders for t in told.children)
