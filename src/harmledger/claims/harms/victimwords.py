"""The word "victims" itself: no victims were reported, the victims included two nurses.

The rules are count and include.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child, subject_of
from harmledger.claims.victims.phrases import none_of
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "counted_victims",
    "no_victims",
    "none_told",
    "recovering",
    "victims_are",
]


def no_victims(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "There were no victims": none. "No victims came forward" tells of none either."""
    verb = noun.head
    told = verb.lower_ in words("grammar", "none_told") or noun.dep_ in {"attr", "dobj"}
    if none_of(noun) is not None and told and not any(c.lower_ == "of" for c in noun.head.lefts):
        yield Harm(word, noun, noun, None, "count")


def recovering(parsed: Parsed, verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "All five are recovering": they were hurt, where harm is told of before."""
    subject = subject_of(verb)
    if subject is None or not any(c.lower_ in words("grammar", "be") for c in verb.lefts):
        return
    if any(map(_several(parsed), (subject, *subject.lefts))) and _tells_harm(parsed):
        yield Harm(word, verb, subject, None, "subject")


def victims_are(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The victims included two boys and a girl", "the victim is Luis Prat": who they are.

    "The victims are students" tells more of people who are counted elsewhere.
    """
    if not _tells_harm(parsed):
        return
    if noun.dep_ == "pobj" and noun.head.lower_ == "among":
        verb = noun.head.head  # "among the victims were two nurses and a clerk"
        named = child(verb, *SUBJECTS, "attr")
        if verb.lower_ in words("grammar", "be") and named is not None and named.i > verb.i:
            yield Harm(word, noun, named, None, "include")
        return
    if noun.dep_ not in SUBJECTS or noun.head.lower_ not in word.needs_verb:
        return
    if any(c.dep_ == "neg" for c in noun.head.children):
        return
    named = child(noun.head, "dobj", "attr")
    be = noun.head.lower_ in words("grammar", "be")
    if named is not None and named.i > noun.i and (named.tag_ == "NNP" or not be):
        yield Harm(word, noun, named, None, "include")


def counted_victims(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "All five victims are recovering", "three of the victims were sent home", "was a victim of a
    shooting": those spoken of, whether they lived or not."""
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    blow = child(of, "pobj") if of is not None else None
    if blow is not None:
        told = noun.dep_ == "attr" and noun.head.lower_ in words("grammar", "be")
        whom = subject_of(noun.head) if told else None
        if whom is not None and blow.lower_ in words("grammar", "blows"):
            yield Harm(word, noun, whom, None, "victim")
        return
    if not _tells_harm(parsed):
        return
    if any(c.lower_ in _plain_harm() for c in noun.lefts):
        return  # "the two murdered victims"
    found = noun.dep_ == "dobj" and noun.head.lower_ in words("grammar", "finders")
    more = words("grammar", "ordinals")
    if any(map(_several(parsed), noun.lefts)) or (
        found and any(c.lower_ in more for c in noun.lefts)
    ):
        yield Harm(word, noun, noun, None, "victim")
    elif noun.dep_ == "pobj" and noun.head.lower_ == "of":
        some = noun.head.head
        if _several(parsed)(some) and some.dep_ in SUBJECTS:
            yield Harm(word, noun, some, None, "victim")


def _several(parsed: Parsed) -> Callable[[Token], bool]:
    """Whether a token is a number above one, and no word like "several"."""

    def told(token: Token) -> bool:
        quantity = parsed.quantity(token)
        return quantity is not None and quantity.qualifier != "vague" and (quantity.low or 2) > 1

    return told


#: Characters before a sentence in which the harm is told of.
_TOLD_BEFORE = 600
_WORD = re.compile(r"[a-z]+")
_HARM = frozenset(("killed", "injured"))


@cache
def _plain_harm() -> frozenset[str]:
    """Harm words that need no other word beside them: there are victims of fraud, too."""
    return frozenset(
        form
        for form, rows in harm_words().items()
        if any(
            r.measure in _HARM
            and not r.needs_verb
            and not r.needs_noun
            and r.frame != "victims_counted"
            for r in rows
        )
    )


def _tells_harm(parsed: Parsed) -> bool:
    """Whether the sentence or what stands before it tells of people killed or injured."""
    first = max(0, parsed.sentence.start - _TOLD_BEFORE)
    near = _WORD.findall(parsed.text[first : parsed.sentence.end].lower())
    return not _plain_harm().isdisjoint(near)


def none_told(token: Token, word: HarmWord) -> bool:
    """ "There were no dead and no wounded": the word itself, with a word for none before it."""
    if word.frame not in {"state", "transitive"} or not token.i:
        return False
    counts = token.lower_ in words("grammar", "count_nouns") | words("grammar", "none_nouns")
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
    noun = behind is not None and behind.pos_ in {"NOUN", "PROPN", "ADJ"}
    before = token.nbor(-1).lower_
    none = before in words("grammar", "zero") or (before == "nor" and none_of(token) is not None)
    return counts and none and not noun
