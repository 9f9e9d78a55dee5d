"""Noun phrases for people: what one counts, and the population it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.ages import ADULT, age_beside
from harmledger.claims.gate import harm_words
from harmledger.claims.lexicon import words
from harmledger.claims.parse import Parsed
from harmledger.claims.people import age_of, is_person_word, sex_of, status_of
from harmledger.records import Population

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["Counted", "by_noun", "countable", "item", "left_number", "none_of", "under_number"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What one noun phrase counts. ``start:end`` is the quote in the text."""

    start: int
    end: int
    low: int | None
    high: int | None
    qualifier: str
    population: Population
    head: Token


def left_number(parsed: Parsed, head: Token) -> Token | None:
    """The number left of a plural with nothing but its own modifiers between them."""
    for index in range(head.i - 1, max(-1, head.i - 5), -1):
        token = head.doc[index]
        if parsed.quantity(token) is not None:
            return token
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"} or token.head.i != head.i:
            return None
    return None


def under_number(head: Token) -> bool:
    """ "The number of civilians killed": the civilians are counted elsewhere, or not at all."""
    above = head.head
    return above.lower_ == "of" and above.head.lower_ in {"number", "numbers", "total", "count"}


def none_of(head: Token) -> Token | None:
    """The word that makes ``head`` none: "no casualties", "no damage or casualties", "without any".

    "Any" is none under without, under a negation, and in "no reports of any injuries".
    """
    for child in head.children:
        if child.lower_ in words("grammar", "zero") and child.i < head.i:
            return child
        if child.lower_ == "any":
            for above in head.ancestors:
                below = {c.lower_ for c in above.children}
                if above.lower_ == "without":
                    return child
                if below & words("grammar", "negations"):
                    # "Did not mention any casualties" is unknown, not none.
                    return child if above.lower_ in words("grammar", "none_under") else None
                if above.pos_ in {"VERB", "AUX"} and above.dep_ != "pcomp":
                    break
    if head.dep_ == "conj" and not any(c.dep_ in {"det", "nummod"} for c in head.lefts):
        first = head.head
        if any(c.lower_ in {"or", "nor"} for c in first.children) and first.dep_ != "conj":
            return none_of(first)
    return None


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
    )


def _told_of(head: Token) -> bool:
    """ "The murdered priests": a role and a death tell who they were; "the dead men" point back."""
    slain = any(
        c.dep_ == "amod"
        and any(r.measure == "killed" and r.people_only and r.frame == "transitive" for r in rows)
        for c in head.children
        if (rows := harm_words().get(c.lower_))
    )
    return slain and head.lower_ not in words("people", "unstated")


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


def sufferers(noun: Token) -> list[Token]:
    """Whose casualties: "the troops suffered four casualties", "inflicted two on the police"."""
    among = [
        victim
        for child in noun.children
        if child.lower_ == "among"
        for victim in child.children
        if victim.dep_ == "pobj" and not list(victim.conjuncts)
    ]
    verb = noun.head
    if noun.dep_ != "dobj" or among:
        return among
    near = [*verb.children, *noun.children]
    hit = [v for c in near if c.lower_ in {"on", "upon"} for v in c.children]
    if not hit and verb.lower_ in words("grammar", "suffers"):
        return [child for child in verb.children if child.dep_ == "nsubj"]
    return [v for v in hit if v.dep_ == "pobj"]


def countable(parsed: Parsed, noun: Token, *, bare: bool) -> bool:
    """Whether a number with this noun can count people."""
    lowered = noun.lower_
    if lowered in words("grammar", "not_people") or lowered in words("things", "not_people"):
        return False
    if lowered in words("things", "animals"):
        return False
    if is_person_word(lowered) or lowered in words("grammar", "count_nouns") or bare:
        return True
    return noun.ent_type_ not in {"MONEY", "PERCENT", "TIME", "DATE"} or noun.pos_ == "NUM"


def item(
    parsed: Parsed,
    start: int,
    end: int,
    low: int | None,
    high: int | None,
    qualifier: str,
    head: Token,
    nouns: list[Token],
    *,
    named: bool = False,
) -> Counted:
    heard: list[str] = []
    status = "unstated"
    for noun in list(nouns):
        if noun.pos_ == "PROPN":
            told = [c for c in noun.children if c.dep_ == "appos"]
            if noun.dep_ == "nsubj" and noun.head.lower_ in words("grammar", "be"):
                told += [c for c in noun.head.children if c.dep_ == "attr"]
            nouns = [*nouns, *(c for c in told if c.pos_ == "NOUN")]
        elif noun.lower_ in words("grammar", "count_nouns"):
            nouns = [*nouns, *sufferers(noun)]
    modifiers: tuple[str, ...] = ()
    for noun in nouns:
        modifiers = tuple(
            below.lower_
            for t in noun.children
            if t.dep_ in {"amod", "compound", "nmod", "poss"} and t.i < noun.i
            # "Boko Haram members": a name of several words hangs together.
            for below in (*(c for c in t.lefts if c.dep_ in {"compound", "amod"}), t)
        )
        if noun.lower_ in words("grammar", "group_nouns"):
            modifiers += tuple(
                below.lower_
                for c in noun.children
                if c.lower_ == "of"
                for g in c.children
                for below in (*(b for b in g.lefts if b.dep_ in {"compound", "amod"}), g)
            )
        heard.extend((*modifiers, noun.lower_))
        if status == "unstated":
            status = status_of(noun.lower_, modifiers, parsed.words)
    age = age_of(tuple(heard))
    for noun in nouns:
        stated = [years for t in (noun, *noun.lefts) if (years := parsed.years(t)) is not None]
        beside = age_beside(noun) if noun.pos_ == "PROPN" else None
        if min([*stated, *([beside] if beside is not None else [])], default=ADULT) < ADULT:
            age = "child"
            status = "civilian" if status == "unstated" else status
    if age == "child" and status == "unstated":
        status = "civilian"
    noun = nouns[0]
    left = min(
        (t.i for t in noun.children if t.i < noun.i and t.dep_ in {"amod", "compound", "nmod"}),
        default=noun.i,
    )
    role = noun.lower_ if noun.pos_ == "NOUN" and status not in {"unstated"} else None
    surface_start = parsed.start(noun.doc[left])
    surface = None
    if noun.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"} and parsed.quantity(noun) is None:
        surface = parsed.text[surface_start : parsed.end(noun)]
    return Counted(
        start=start,
        end=end,
        low=low,
        high=high,
        qualifier=qualifier,
        head=head,
        population=Population(
            status=status,
            age=age,
            sex=sex_of(tuple(heard)),
            role=role,
            surface=surface,
            named=named,
        ),
    )
