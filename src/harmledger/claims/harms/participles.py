"""Participles behind or before a noun: which of the nouns near them is harmed.

"The clerk shot and killed", "one of the two officers hurt", "those kidnapped are A. Ruiz".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.parsing.syntax import SUBJECTS, child
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = [
    "all_of",
    "behind_the_clause",
    "carried_on",
    "child_of",
    "identified",
    "left_beside",
    "left_so",
    "left_together",
    "named_ahead",
    "one_before",
    "one_of",
    "placed",
    "ranked",
    "singled_out",
]

_NOUNS = frozenset(("NOUN", "PROPN", "NUM", "PRON"))


def left_so(participle: Token) -> Token | None:
    """ "An attack that left four children injured": the object of leaving, wherever the parser
    hangs the participle."""
    for token in reversed(participle.doc[max(0, participle.i - 4) : participle.i]):
        if token.dep_ == "dobj":
            return token if token.head.lower_ in words("grammar", "result_verbs") else None
        if token.pos_ != "ADV":
            return None
    return None


def left_together(last: Token) -> Token | None:
    """ "Left a woman, a boy and a man wounded": the first of those that were left so."""
    first = last
    while first.dep_ in {"conj", "appos"} and first.head.pos_ in _NOUNS and first.head.i < first.i:
        first = first.head
    left = first.head.lower_ in {"left", "leaves", "leaving", "leave"}
    return first if first.i != last.i and first.dep_ == "dobj" and left else None


def left_beside(last: Token) -> Token | None:
    """ "Leaving four men and a woman wounded", where the parser starts a clause with the woman:
    the four men."""
    joiner = last.left_edge.nbor(-1) if last.left_edge.i else None
    if joiner is None or joiner.lower_ != "and" or joiner.i == 0:
        return None
    first = joiner.nbor(-1)
    left = first.head.lower_ in {"left", "leaves", "leaving", "leave"}
    return first if first.dep_ == "dobj" and left else None


def singled_out(group: Token) -> Token | None:
    """ "Among the priests murdered was A. Torres", "one of the students killed was A. Cabrera"."""
    above = group.head
    if group.dep_ != "pobj":
        return None
    if above.lower_ == "among" and above.head.lower_ in words("grammar", "be"):
        subject = child(above.head, *SUBJECTS, "attr")
        inverted = subject is not None and subject.i > above.head.i
        # "Two policemen were among those killed" as well.
        return subject if inverted or group.lower_ == "those" else None
    if above.lower_ == "of" and above.head.lower_ == "one" and above.head.dep_ in SUBJECTS:
        named = child(above.head.head, "attr")
        return named if named is not None and named.pos_ == "PROPN" else None
    return None


def carried_on(verb: Token) -> Token | None:
    """ "The clerk shot and killed": the noun of the first participle."""
    first = verb.head
    joined = verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and first.tag_ in {"VBN", "VBD"}
    if not joined or first.dep_ != "acl" or first.head.pos_ not in _NOUNS:
        return None
    return None if child(verb, "dobj", *SUBJECTS) or child(first, "dobj") else first.head


def identified(group: Token) -> Token | None:
    """ "Those who were kidnapped are A. Ruiz and B. Paz": the names, where no number is given."""
    if group.dep_ == "nsubjpass" and group.head.lower_ in words("grammar", "identifies"):
        # "The wounded man was identified as Luis Prat".
        link = next((c for c in group.head.children if c.lower_ == "as"), None)
        named = child(link, "pobj") if link is not None and group.tag_ == "NN" else None
        return named if named is not None and named.pos_ == "PROPN" else None
    if group.dep_ != "nsubj" or group.head.lower_ not in words("grammar", "list_verbs"):
        return None
    if any(c.dep_ == "nummod" for c in group.children):
        return None
    named = child(group.head, "attr")
    return named if named is not None and named.pos_ == "PROPN" else None


def all_of(last: Token, verb: Token) -> Token | None:
    """ "Luis Prat and Hugo Marti, who were kidnapped": a plural clause is said of all the names."""
    plural = any(c.lower_ in {"were", "are", "have"} for c in verb.children)
    if verb.dep_ != "relcl" or verb.head.i != last.i or last.dep_ != "conj" or not plural:
        return None
    return last.head if last.tag_ in {"NNP", "NN"} and last.head.tag_ in {"NNP", "NN"} else None


def named_ahead(one: Token) -> Token | None:
    """ "Luis Prat, alias X, one of the most wanted men, was killed": the name, where the parser
    takes "one" for the subject."""
    best = {"most", "best", "leading", "top"}
    group = [t for t in one.subtree if t.i > one.i]
    if one.lower_ != "one" or not any(t.lower_ in best or t.tag_ == "JJS" for t in group):
        return None
    for token in reversed(one.doc[: one.i]):
        if token.dep_ in SUBJECTS and token.pos_ == "PROPN":
            return token
        if token.tag_ in {"VBD", "VBP", "MD"}:
            return None
    return None


def child_of(parent: Token, participle: Token) -> Token | None:
    """ "The father of the baby abducted in May": the baby, right before the participle."""
    if parent.lower_ not in words("grammar", "kin") or participle.i == 0:
        return None
    near = participle.nbor(-1)
    of = near.dep_ == "pobj" and near.head.lower_ == "of" and near.head.head.i == parent.i
    return near if of and near.pos_ == "NOUN" and is_person_word(near.lower_) else None


def ranked(verb: Token) -> Token | None:
    """ "Two men were killed and a third wounded": the third, taken for a measure by the parser."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBN", "VBD"}:
        return None
    for below in verb.lefts:
        alone = below.dep_ in {"npadvmod", "advmod"} and child(below, "prep") is None
        one = below.i > 0 and below.nbor(-1).lower_ in {"a", "another"}
        if below.lower_ == "another" and below.dep_ == "det":
            return below  # "and another badly injured"
        if alone and one and below.lower_ in words("grammar", "ordinals"):
            return below
    return None


def placed(noun: Token) -> bool:
    """Whether a noun is only where someone was: "in his garage"."""
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"in", "at", "near", "inside", "outside"}
        and not is_person_word(noun.lower_)
        and noun.pos_ == "NOUN"
    )


def one_before(verb: Token) -> Token | None:
    """ "Police said after a man resisted before killing himself": the one, not the police."""
    for token in reversed(verb.doc[: verb.i]):
        if token.tag_ == "NN" and is_person_word(token.lower_) and child(token, "det"):
            return token
    return None


def one_of(group: Token) -> Iterator[Token]:
    """ "A. Paz was one of 26 people killed": the one, beside the 26."""
    above = group.head
    one = above.head
    if group.dep_ != "pobj" or above.lower_ != "of" or one.lower_ != "one":
        return
    if one.dep_ in {"attr", "appos"} and any(c.dep_ == "nummod" for c in group.children):
        yield one


def behind_the_clause(verb: Token, victim: Token) -> Token | None:
    """ "A guard who tried to stop the riot was hurt": the guard, not the riot."""
    if victim.pos_ != "NOUN" or is_person_word(victim.lower_) or victim.head.i != verb.i:
        return None
    for token in reversed(verb.doc[max(0, victim.i - 12) : victim.i]):
        if token.lower_ != "who":
            continue
        told = token.nbor(-1) if token.i else None
        known = told is not None and (told.pos_ == "PROPN" or is_person_word(told.lower_))
        return told if known else None
    return None
