"""Noun phrases for people: what one counts, and the population it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.quantities.ages import ADULT, age_beside
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import age_of, is_group_name, is_person_word, sex_of, status_of
from harmledger.records import Population

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["Counted", "countable", "item", "left_number", "none_hurt", "none_of", "under_number"]


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


def _harms(verb: Token, victim: Token) -> bool:
    """Whether a verb of harm has the victim for its object or subject."""
    below = victim.head.i == verb.i and victim.dep_ in {"dobj", "nsubjpass"}
    return below and any(row.frame == "transitive" for row in harm_words().get(verb.lower_, ()))


def none_of(head: Token) -> Token | None:
    """The word that makes ``head`` none: "no casualties", "no damage or casualties", "without any".

    "Any" and "a single" are none under without, under a negation, and in "no reports of any".
    """
    if any(c.lower_ == "threatening" for c in head.lefts):
        return None  # "no life-threatening injuries": there may be others
    if head.lower_ == "loss" and head.head.lower_ == "without":
        return head.head  # "passed without loss of life"
    for child in head.children:
        if child.lower_ in words("grammar", "zero") and child.i < head.i:
            return child
        if child.lower_ == "any" or child.lower_ in words("grammar", "only_one"):
            for above in head.ancestors:
                below = {c.lower_ for c in above.children}
                if above.lower_ == "without":
                    return child
                if below & words("grammar", "negations"):
                    # "Did not mention any casualties" is unknown, not none.
                    # That the army "has not killed any clerks" is a zero, too.
                    none = above.lower_ in words("grammar", "none_under") or _harms(above, head)
                    return child if none else None
                if above.pos_ in {"VERB", "AUX"} and above.dep_ != "pcomp":
                    break
    if (neither := _neither(head)) is not None:
        return neither
    if head.dep_ == "conj" and not any(c.dep_ in {"det", "nummod"} for c in head.lefts):
        first = head.head
        if any(c.lower_ in {"or", "nor"} for c in first.children) and first.dep_ != "conj":
            return none_of(first)
    return None


def _neither(head: Token) -> Token | None:
    """ "Neither dead nor wounded": what opens the two of which ``head`` is the second."""
    if not head.i or head.nbor(-1).lower_ != "nor":
        return None
    return next((t for t in head.doc[max(0, head.i - 4) : head.i] if t.lower_ == "neither"), None)


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


def _is_said_to_be(noun: Token) -> list[Token]:
    """What the sentence says that somebody is: "one of those hurt was an employee"."""
    if noun.dep_ != "nsubj" or noun.head.lower_ not in words("grammar", "be"):
        return []
    return [child for child in noun.head.children if child.dep_ == "attr" and child.pos_ == "NOUN"]


def _owner(token: Token) -> bool:
    """ "The boy's mother", "Colonel Prat's wife": the words say nothing of who is harmed."""
    if token.dep_ != "poss" or not is_person_word(token.head.lower_):
        return False
    return is_person_word(token.lower_) or token.head.lower_ in words("grammar", "kin")


def _is_surname(noun: Token) -> bool:
    """ "Baker", "Leo Porter": a word in title case that no article stands before."""
    title = noun.pos_ == "PROPN" and noun.text.istitle()
    return title and not any(child.dep_ == "det" for child in noun.children)


def countable(parsed: Parsed, noun: Token, *, bare: bool) -> bool:
    """Whether a number with this noun can count people."""
    lowered = noun.lower_
    if lowered in words("grammar", "not_people") or lowered in words("things", "not_people"):
        return False
    if lowered in words("things", "aid_units") or lowered in words("things", "arms_weights"):
        return False  # "30 tons are not accounted for"
    before = tuple(c.lower_ for c in noun.lefts if c.dep_ == "compound")
    if lowered in words("things", "animals") and not is_group_name(lowered, before):
        return False  # but Tamil Tigers
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
            told = [*(c for c in noun.children if c.dep_ == "appos"), *_is_said_to_be(noun)]
            nouns = [*nouns, *(c for c in told if c.pos_ == "NOUN")]
        elif noun is head and (low, high) == (1, 1):
            nouns = [*nouns, *_is_said_to_be(noun)]
        elif noun.lower_ in words("grammar", "count_nouns"):
            nouns = [*nouns, *sufferers(noun)]
    modifiers: tuple[str, ...] = ()
    for noun in nouns:
        modifiers = tuple(
            below.lower_
            for t in noun.children
            if t.dep_ in {"amod", "compound", "nmod", "poss"} and t.i < noun.i and not _owner(t)
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
        # "Baker" is a name where it ends one, whatever the word means.
        own = "" if named and _is_surname(noun) else noun.lower_
        heard.extend((*modifiers, own))
        if status == "unstated":
            status = status_of(own, modifiers, parsed.words)
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
    stated_role = status != "unstated" or noun.lower_ in words("things", "households")
    role = noun.lower_ if noun.pos_ == "NOUN" and stated_role else None
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


def none_hurt(parsed: Parsed, head: Token) -> Counted:
    """None of the people spoken of: "the officers" of "the officers were not hurt"."""
    span = parsed.start(head.left_edge), parsed.end(head)
    return item(parsed, *span, 0, 0, "exactly", head, [head])
