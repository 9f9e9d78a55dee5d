"""Victims of clauses that lack a word: a subject of their own, or "whom".

"In Leeds, Yorkshire, a docker was killed", "the clerks they have abducted".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["all_who_were", "beside_the_place", "without_whom"]


def beside_the_place(parsed: Parsed, verb: Token) -> Token | None:
    """ "In Leeds, Yorkshire, a docker was killed": the docker, whom the parser hangs on the place.

    A noun for people right before the auxiliary of a verb that has no subject.
    """
    first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), None)
    near = first.nbor(-1) if first is not None and first.i else None
    if near is None:
        return None
    if (numbered := _numbered_above(parsed, near)) is not None:
        return numbered
    if near.dep_ != "appos" or not is_person_word(near.lower_):
        return None
    told = near.head.pos_ == "PROPN" and not is_person_word(near.head.lower_)
    return near if told and near.left_edge.lower_ in {"a", "an"} else None


def _numbered_above(parsed: Parsed, near: Token) -> Token | None:
    """ "After hours of combat 40 soldiers and officers of the army were killed": the 40.

    The people with a number in whose phrase ``near`` stands.
    """
    one = near
    while not any(parsed.quantity(c) is not None for c in (one, *one.lefts)):
        if one.dep_ not in {"pobj", "prep", "conj"} or one.head.i > one.i:
            return None
        one = one.head
    return one if is_person_word(one.lower_) and one.dep_ in {"pobj", "appos", "dobj"} else None


def without_whom(parsed: Parsed, verb: Token) -> Token | None:
    """ "The hundred clerks they have abducted": a clause about those before it, without "whom"."""
    if verb.dep_ != "relcl" or child(verb, "dobj") is not None:
        return None
    doer = child(verb, "nsubj")
    if doer is None or doer.lower_ in words("grammar", "relatives"):
        return None
    opens = verb.doc[verb.left_edge.i]
    bare = opens.i == doer.left_edge.i or opens.lower_ == "that"
    whom = verb.head
    counts = any(parsed.quantity(c) is not None for c in (whom, *whom.lefts))
    return whom if bare and (is_person_word(whom.lower_) or counts) else None


def all_who_were(verb: Token, victim: Token) -> Token:
    """ "Ana Ruiz and her daughter Eva, who were found dead": both, by the plural of the verb."""
    if verb.tag_ not in {"VBN", "VBD", "JJ"} or victim.tag_ not in {"NN", "NNP"}:
        return victim
    clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
    if clause is None or clause.head.i != victim.i:
        return victim
    if not any(c.lower_ in {"were", "are", "have"} for c in (*clause.lefts, clause)):
        return victim
    first = victim
    while first.dep_ in {"conj", "appos"} and first.head.i < first.i:
        first = first.head
        if first.tag_ not in {"NN", "NNP"}:
            return victim
    return first
