"""Nouns for people without a number: "a policeman" is one, "several villagers" at least two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import Counted, item, under_number
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_anaphoric, is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_noun"]

_NOT_VICTIMS = frozenset(
    (
        "DATE",
        "TIME",
        "MONEY",
        "PERCENT",
        "CARDINAL",
        "ORDINAL",
        "GPE",
        "LOC",
        "FAC",
        "EVENT",
        "WORK_OF_ART",
        "LAW",
    )
)
#: Endings of nouns that are no persons, for nouns that no list knows.
_THINGS = ("tion", "sion", "ment", "ness", "ity", "ism", "ship", "ing", "ure", "ance", "ence")


def _some_person(head: Token, modifiers: set[str]) -> bool:
    """Whether a singular noun in no list can be the person that a strong harm word asks for."""
    return (
        head.tag_ == "NN"
        and bool(modifiers & words("grammar", "one_person"))
        and not head.lower_.endswith(_THINGS)
        and head.lower_ not in words("grammar", "not_people")
        and head.lower_ not in words("grammar", "not_killed")
        and head.lower_ not in words("things", "not_people") | words("things", "animals")
        and head.lower_ not in words("places", "facility")
    )


def _told_of(head: Token) -> bool:
    """ "The murdered priests": a role and a death tell who they were; "the dead men" point back."""
    slain = any(
        c.dep_ == "amod"
        and any(r.measure == "killed" and r.people_only and r.frame == "transitive" for r in rows)
        for c in head.children
        if (rows := harm_words().get(c.lower_))
    )
    of = head.head if head.dep_ == "pobj" else head
    killing = of.head if of.lower_ == "of" or head.dep_ == "poss" else head
    slain = slain or killing.lower_ in words("grammar", "killings_of")  # "the priests' murder"
    return (
        slain and not is_anaphoric(head.lower_) and head.lower_ not in words("people", "unstated")
    )


def by_noun(
    parsed: Parsed, head: Token, modifiers: set[str], *, strong: bool = False
) -> Counted | None:
    """Nouns without a number: "a policeman" is one, "several villagers" vague.

    ``strong``: the harm word befalls people only.
    """
    lowered = head.lower_
    aged = lowered == "old" and head.i > 1 and head.nbor(-2).lower_ in {"year", "month"}
    aged = aged or parsed.years(head) is not None
    known = is_person_word(lowered) or (strong and _some_person(head, modifiers))
    if not aged and not known:
        return None
    year_of_age = head.ent_type_ == "DATE" and head.tag_ == "NN"  # "a 12-year boy"
    if not aged and not year_of_age and head.ent_type_ in _NOT_VICTIMS - {"CARDINAL"}:
        return None
    if under_number(head):
        return None
    first_of_phrase = min((c.i for c in head.children if c.i < head.i), default=head.i)
    if first_of_phrase and parsed.quantity(head.doc[first_of_phrase - 1]) is not None:
        # "on Saturday 65 fighters were killed": the parser gave the number to the date.
        quantity = parsed.quantity(head.doc[first_of_phrase - 1])
        assert quantity is not None
        return item(
            parsed,
            quantity.start,
            quantity.end,
            quantity.low,
            quantity.high,
            quantity.qualifier,
            head,
            [head],
        )
    plural = head.tag_ in {"NNS", "NNPS"} or lowered in words("grammar", "collective_plurals")
    vague = next(
        (
            c
            for c in head.children
            if c.lower_ in words("grammar", "vague_determiners") and c.i < head.i
        ),
        None,
    )
    if plural:
        if any(c.dep_ == "nummod" and c.text.isdigit() for c in head.lefts):
            return None  # "20 hauliers die each year": a number that counts nobody
        if lowered == "police" and head.dep_ != "nsubjpass":
            return None  # "found dead, Kabul police": who says it or came to it
        if modifiers & {"both"}:
            first = next(c for c in head.children if c.lower_ == "both")
            return item(
                parsed, parsed.start(first), parsed.end(head), 2, 2, "exactly", head, [head]
            )
        if vague is not None:
            return item(
                parsed, parsed.start(vague), parsed.end(vague), 2, None, "vague", head, [head]
            )
        if modifiers & words("grammar", "definite") and not _told_of(head):
            return None
        left = min(
            (c for c in head.children if c.i < head.i and c.dep_ in {"amod", "compound"}),
            key=lambda c: c.i,
            default=head,
        )
        return item(parsed, parsed.start(left), parsed.end(head), 2, None, "vague", head, [head])
    if lowered in words("people", "demonyms") and not modifiers & words("grammar", "determiners"):
        return None  # "Druze were killed": a people, not one person
    if lowered in words("grammar", "no_count_singulars") or modifiers & words(
        "grammar", "distributive"
    ):
        return None
    if modifiers & words("grammar", "determiners") or head.tag_ in {"NN", "NNP"}:
        left = min(
            (
                c
                for c in head.children
                if c.i < head.i and c.dep_ in {"det", "amod", "compound", "poss", "nmod", "nummod"}
            ),
            key=lambda c: c.i,
            default=head,
        )
        left = min((t for t in left.subtree), key=lambda t: t.i) if left.i != head.i else left
        return item(parsed, parsed.start(left), parsed.end(head), 1, 1, "exactly", head, [head])
    return None
