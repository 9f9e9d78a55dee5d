"""Which number counts a noun, and which noun a number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import left_number, none_of, under_number
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["copula", "numbered_noun", "predicate", "quantity_token_of", "suits"]


def quantity_token_of(parsed: Parsed, head: Token) -> Token | None:
    """The number that counts ``head``: itself, or one of its modifiers; None where none does."""
    if parsed.quantity(head) is not None:
        return head
    if head.tag_ in {"NNS", "NNPS"} or (head.pos_ == "PROPN" and head.lower_.endswith("s")):
        near = left_number(parsed, head)
        if near is not None:
            return near
    for child in head.children:
        if (
            child.i < head.i
            and parsed.quantity(child) is not None
            and child.dep_
            in {
                "nummod",
                "amod",
                "det",
                "quantmod",
                "nmod",
                "compound",
                "predet",
                "advmod",
                "dep",
            }
        ):
            return child
        if child.dep_ in {"amod", "compound", "nummod"}:
            for below in child.children:
                if parsed.quantity(below) is not None and below.i < child.i:
                    return below
    return None


def copula(numeral: Token) -> Token | None:
    """The verb of a number that is a subject: by the parse, or directly behind it."""
    if numeral.dep_ in {"nsubj", "nsubjpass"}:
        # "29 killed, of whom 11 were children and 14 were women": the verb of another number.
        between = numeral.doc[numeral.i + 1 : numeral.head.i]
        return None if any(t.lower_ == "whom" for t in between) else numeral.head
    behind = numeral.doc[numeral.i + 1] if numeral.i + 1 < len(numeral.doc) else None
    return behind if behind is not None and behind.pos_ == "AUX" else None


def predicate(numeral: Token, pronoun: Token) -> Token | None:
    """The noun right behind "two of them", "two of whom were"."""
    for token in numeral.doc[pronoun.i + 1 : pronoun.i + 4]:
        if token.pos_ == "NOUN" and is_person_word(token.lower_):
            return token
        if token.pos_ not in {"AUX", "ADJ", "ADV"}:
            return None
    return None


def numbered_noun(number: Token) -> Token | None:
    """ "The number of civilians killed rose to 19": whom a bare number counts."""
    if number.i == 0 or number.nbor(-1).lower_ not in words("grammar", "toll_links"):
        return None
    for token in number.doc:
        if is_person_word(token.lower_) and under_number(token):
            return token
    return None


def _dates(token: Token) -> bool:
    """ "Seized on 19 February", "seized on Monday"; not "seized on the remark"."""
    low = token.lower_
    return token.ent_type_ == "DATE" or low in words("not_counts", "months") or low.endswith("day")


def suits(parsed: Parsed, head: Token) -> bool:
    """Whether ``head`` can be what a verb with other uses killed: "eliminated", "lost"."""
    if head.lower_ in words("things", "arms_pieces"):
        return False  # "took nine prisoners and a mortar"
    if head.lower_ == "lives":
        return not any(c.dep_ == "poss" for c in head.children)  # "lost their lives"
    said = (c for c in head.children if c.dep_ == "acl")
    # "A docker losing his life" loses, and is not lost.
    verbs = [head.head.lower_]
    verbs += [c.lower_ for c in said if not any(below.dep_ == "dobj" for below in c.children)]
    if any(c.dep_ == "amod" and c.lower_ == "lost" for c in head.lefts):
        return False  # "the lost man was found"
    loser = head.dep_ == "nsubj"  # "families lost their homes"
    if not loser and any(verb in words("harm_words", "lose", "forms") for verb in verbs):
        # "Lost nobody", "lost no men", "did not lose a single man".
        none = head.lower_ in {"nobody", "none"} and not list(head.children)
        none = none or none_of(head) is not None
        counted_here = none or quantity_token_of(parsed, head) is not None
        inner = (g for c in head.children if c.lower_ == "of" for g in c.children)
        whom = {head.lower_, *(g.lower_ for g in inner)}  # "lost 19 of its people"
        lost = words("harm_words", "lose", "needs_verb")
        return counted_here and bool(whom & lost)
    if any(verb in words("harm_words", "seize", "forms") for verb in verbs):
        upon = any(
            p.lower_ in {"on", "upon"} and not any(map(_dates, p.children))
            for c in (head.head, *head.children)
            for p in c.children
        )
        return not upon and (is_person_word(head.lower_) or head.ent_type_ == "PERSON")
    if any(verb in words("harm_words", "neutralise", "forms") for verb in verbs):
        return (
            is_person_word(head.lower_)
            or parsed.quantity(head) is not None
            or head.ent_type_ == "PERSON"
            or head.lower_ in words("harm_words", "neutralise", "needs_verb")
        )
    return True
