"""One person told by two nouns: "a teacher and poet was killed", "a clerk and father of two".

English repeats the article for two persons, but not for a pair: "a father and son", "a man and
woman".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["of_kin", "one_person"]

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
#: What marks the second noun as a person of its own.
_OWN = frozenset(("det", "poss", "nummod"))
#: Words from the second noun to the number of children: "father of the two".
_REACH = 4


def one_person(head: Token, second: Token) -> bool:
    """Whether ``second``, joined to ``head``, is only another word for the same person."""
    if second.head.i != head.i or second.dep_ != "conj" or not _single(head, second):
        return False
    if _parent_of_some(second):
        return True
    pairs = words("grammar", "pair_words")
    if head.lower_ in pairs and second.lower_ in pairs:
        return False  # "a man and woman was shot"
    if head.dep_ in _SUBJECTS:
        verb = head.head
        said = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
        return any(t.lower_ in words("grammar", "singular_verbs") for t in said)
    return second.lower_ in words("grammar", "second_roles")


def of_kin(head: Token) -> bool:
    """ "The nephew of the mayor was killed": not the mayor."""
    link = head.head
    return (
        head.dep_ in {"pobj", "appos"}
        and (of_kin(link) if head.dep_ == "appos" else link.lower_ == "of")
        and (head.dep_ == "appos" or link.head.lower_ in words("grammar", "kin"))
    )


def _single(head: Token, second: Token) -> bool:
    nouns = head.tag_ == second.tag_ == "NN" and head.lower_ != second.lower_
    known = is_person_word(head.lower_) and is_person_word(second.lower_)
    joined = any(c.dep_ == "cc" and c.lower_ == "and" for c in head.rights)
    article = any(c.dep_ == "poss" or c.lower_ in {"a", "an", "the"} for c in head.lefts)
    return nouns and known and joined and article and not any(c.dep_ in _OWN for c in second.lefts)


def _parent_of_some(noun: Token) -> bool:
    """ "A husband and father of two"."""
    behind = noun.doc[noun.i + 1 : noun.i + _REACH]
    of = [t.lower_ for t in behind][:1] == ["of"] and noun.lower_ in words("grammar", "kin")
    return of and any(t.like_num or t.tag_ == "CD" for t in behind)
