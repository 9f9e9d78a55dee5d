"""Whose "its guards" are: the body named nearest before them, or the one that speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child
from harmledger.claims.words.gazetteer import known_country
from harmledger.claims.words.kinds import kind_of
from harmledger.claims.words.lexicon import words
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["arms_of", "bears_arms", "holder_before"]

_OWN = frozenset(("its", "their", "our"))
#: Kinds of sources that may have armed people under them.
_ARMED = frozenset(("belligerent", "authority", "un", "anonymous_official", "other"))
_PARTS = frozenset(("det", "amod", "compound", "nmod", "poss", "nummod"))


def arms_of(doer: Token) -> Token | None:
    """The noun of "its soldiers", "one of its units"; None for "its researchers", "their son"."""
    noun = doer
    if doer.pos_ in {"NUM", "PRON", "DET"} or doer.lower_ in {"members", "some"}:
        link = child(doer, "prep")
        of_them = child(link, "pobj") if link is not None and link.lower_ == "of" else None
        noun = of_them or doer
    arms = words("grammar", "own_arms") | words("people", "armed_forces")
    arms |= words("people", "police") | words("grammar", "private_arms")
    owner = child(noun, "poss")
    owned = owner is not None and owner.lower_ in _OWN
    return noun if owned and noun.lower_ in arms else None


def bears_arms(kind: str) -> bool:
    """Whether a source of this kind can have done a deed: no watchdog, doctor or paper has."""
    return kind in _ARMED


def holder_before(parsed: Parsed, saying: Token, doer: Token, speaker: Speaker) -> Token | None:
    """The last body named between the verb of saying and ``doer`` that "its" or "it" can mean.

    A company, an armed body or an office of state; a country, unless something is merely done
    there. "Its" and "it" mean none of many ("the rebels"). None where only the speaker is left.
    """
    pronoun = child(doer, "poss") or doer
    one = pronoun.lower_ in {"its", "it"}
    first = min((t.i for t in doer.subtree), default=doer.i)
    for noun in reversed(list(parsed.doc[saying.i + 1 : first])):
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ in {"compound", "nmod", "npadvmod"}:
            continue
        if speaker.start <= parsed.start(noun) < speaker.end or (one and _many(noun)):
            continue
        if _holds(noun) and (one or noun.dep_ != "poss"):
            return noun
    return None


def _many(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} and noun.lower_ not in words("people", "police")


def _holds(noun: Token) -> bool:
    if known_country(noun.text):
        link = noun.head
        return noun.dep_ in {*SUBJECTS, "dobj", "poss"} or (
            noun.dep_ == "pobj" and link.lower_ in words("grammar", "of_bodies")
        )
    name = [t.text for t in noun.lefts if t.dep_ in _PARTS] + [noun.text]
    if any(word.lower() in words("grammar", "companies") for word in name):
        return True
    if noun.dep_ == "appos" and noun.head.lower_ in words("grammar", "companies"):
        return True
    return kind_of(" ".join(name)) in {"belligerent", "authority"} and not _person(noun)


def _person(noun: Token) -> bool:
    return noun.lower_ in words("grammar", "office_holders") or noun.ent_type_ == "PERSON"
