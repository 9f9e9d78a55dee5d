"""What may fill the slot of a harm word: a phrase for people that stands in its sentence.

"Police found three men; all had been shot": no rule joins "three men" to "shot", but the two stand
in one sentence. Every such pair is a slot; :mod:`harmledger.claims.learned.judge` weighs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.drafts.undone import aimed_at, by_sentence, no_longer, shot_down
from harmledger.claims.drafts.unsaid import of_illness
from harmledger.claims.harms.figurative import figurative
from harmledger.claims.harms.treatment import where_they_work
from harmledger.claims.parsing.lowerwords import lower_words
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.count import Counted
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["PEOPLE", "Slot", "label", "noun_of", "number_head", "triggers"]

#: What the judge is trained for: harm to people.
PEOPLE = frozenset(
    ("killed", "injured", "casualties", "missing", "detained", "abducted", "displaced")
)
#: Frames of nouns.
_NOUNS = frozenset(
    "count event suffered life fatal_event multiple condition custody in_hospital with_wounds "
    "refuge toll".split()
)
#: Harm words that are places: they tell of harm by being brought or lying there.
_PLACES = frozenset(("hospitalised", "in_hospital", "medical_center"))
#: Frames of words that tell of harm only where a rule finds it so.
_NOT_ASKED = frozenset(("none", "victims_are", "said_of", "said_for", "done_to"))
_HEADS = frozenset(("NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"))


@dataclass(frozen=True, slots=True)
class Slot:
    """A harm word and a phrase that may tell whom it befell; ``path`` leads from head to word."""

    counted: Counted
    trigger: Token
    word: HarmWord
    path: tuple[str, ...]


def triggers(parsed: Parsed) -> Iterator[tuple[Token, HarmWord]]:
    """The harm words of a sentence that may befall people, each with its row."""
    table, doc = harm_words(), parsed.doc
    for at, low in enumerate(lower_words(doc)):
        for word in table.get(low, ()):
            if word.measure not in PEOPLE or word.frame in _NOT_ASKED or word.many:
                continue
            if word.needs_noun and not parsed.words & (word.needs_noun - {low}):
                continue
            if word.needs_verb and not parsed.words & word.needs_verb:
                continue
            if _stands_as(doc[at], word):
                yield doc[at], word


def _sentenced(death: Token) -> bool:
    """ "The court sentenced three men to death": what is to come, and may not."""
    to = death.head
    sentenced = words("not_counts", "death_sentences")
    return to.lower_ == "to" and death.lower_ == "death" and to.head.lower_ in sentenced


def _stands_as(token: Token, word: HarmWord) -> bool:
    """Whether the word is of the kind that its frame needs: "Noah lives nearby" has no "lives"."""
    if token.ent_type_ == "PERSON":
        return False
    if word.frame in _NOUNS and token.pos_ not in {"NOUN", "PROPN"}:
        return False
    if word.id in _PLACES and where_they_work(token):
        return False
    if (word.measure == "killed" and of_illness(token)) or figurative(token):
        return False
    if aimed_at(token) or shot_down(token) or _sentenced(token) or by_sentence(token):
        return False
    return not any(map(no_longer, (token, token.head, token.head.head)))


def number_head(parsed: Parsed, token: Token, quantities: set[int]) -> Token | None:
    """The head of the phrase that the number ``token`` counts, None where there is none."""
    if token.lower_ == "one" and noun_of(token).i != token.i:
        return token
    quantity = parsed.quantity(token)
    if quantity is None or quantity.start in quantities:
        return None
    quantities.add(quantity.start)
    noun = token.head
    counts = token.dep_ in {"nummod", "amod", "det", "quantmod", "nmod", "compound", "predet"}
    return noun if counts and noun.i > token.i and noun.pos_ in _HEADS else token


def label(head: Token) -> bool:
    """ "[Reporter] Were any policemen hurt?": who speaks."""
    return head.i > 0 and head.nbor(-1).text == "["


def noun_of(head: Token) -> Token:
    """The noun that says who: "two of the officers" are officers."""
    for below in head.children:
        if below.lower_ == "of":
            return next((g for g in below.children if g.dep_ == "pobj"), head)
    return head
