"""How closely a time or place hangs on a harm: by the clauses that lie between them in the parse.

In "He resigned on Sunday over the raid that killed nine in Basra" the place stands in the clause of
the harm and the time does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.places.placekinds import is_kind
from harmledger.claims.words.eventwords import is_event
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "APART",
    "beside_the_past",
    "clause_distance",
    "of_the_deed",
    "of_the_rise",
    "why_it_rose",
]

#: From this distance on, two words belong to clauses that say nothing of each other.
APART = 5


def _passive(verb: Token) -> bool:
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def _person(noun: Token) -> bool:
    return (
        (is_person_word(noun.lower_) and noun.lower_ != "party")
        or noun.pos_ == "PRON"
        or noun.ent_type_ == "PERSON"
    )


def _above(token: Token, *, nominal: bool, first: bool) -> int:
    """The cost of the step from a token to its head, away from the harm.

    ``nominal``: the way led over a noun, so that the harm is a thing spoken of; ``first``: the
    token is the harm itself.
    """
    head = token.head
    match token.dep_:
        case "conj":
            return 1 if token.pos_ in {"VERB", "AUX", "ADJ"} else 0
        case "acl" if first:
            return 0  # "leaving four people injured"
        case "relcl" | "acl":
            where = any(c.lower_ == "where" for c in token.children)
            return 0 if where or is_event(head) else 3 if _person(head) else 1
        case "advcl" if _years_after(token):
            return APART
        case "advcl":
            return 1 if is_event(head) or head.pos_ == "AUX" else 2
        case "xcomp" | "ccomp" | "pcomp" | "parataxis":
            return 1
    if head.pos_ in {"VERB", "AUX"}:
        if first and token.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}:
            return 0  # "no casualties were reported", "there were 75 arrests"
        if not nominal and token.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
            return 0
        if token.lower_ == "with":
            return 1  # "ended with four men shot"
        near = is_event(head) or head.pos_ == "AUX" or head.lower_ in words("places", "responses")
        near = near or head.lower_ in words("things", "arrives")  # "ships with 900 tons docked"
        near = near or (token.dep_ in {"dobj", "nsubj", "nsubjpass"} and is_event(token))
        return 1 if near else 3
    if token.pos_ in {"NOUN", "PRON", "NUM"}:
        return 0 if is_event(token) or is_kind(token.lower_) else 1
    return 0


def _years_after(verb: Token) -> bool:
    """ "Flowers were laid at the station four years after a bomb killed nine": where they were laid
    is not where the bomb went off."""
    after = next((c for c in verb.lefts if c.lower_ in {"after", "since"}), None)
    if after is None or not after.i:
        return False
    return verb.doc[after.i - 1].lower_ in words("places", "long_units")


def beside_the_past(token: Token) -> bool:
    """Whether the token stands with what was done "four years after" a harm, not with the harm."""
    return any(
        verb.dep_ == "advcl"
        and _years_after(verb)
        and verb.head.is_ancestor(token)
        and not verb.is_ancestor(token)
        for verb in token.doc
    )


def _explains(verb: Token) -> bool:
    """ "Because it includes", "as it adds"."""
    return any(c.lower_ in {"because", "since", "as"} and c.dep_ == "mark" for c in verb.lefts)


def _below(token: Token) -> int:
    """The cost of the step from a token up to its head, on the way to the harm's clause."""
    head = token.head
    match token.dep_:
        case "conj":
            if token.lower_ in words("places", "later_deaths"):
                return 4  # "... and a fourteenth man died in June"
            return 1 if token.pos_ in {"VERB", "AUX", "ADJ"} else 0
        case "relcl" | "acl":
            return 3 if _person(head) and (not is_event(token) or _passive(token)) else 1
        case "appos":
            return 3 if _person(token) or _person(head) else 0
        case "advcl" | "xcomp" | "pcomp" | "ccomp":
            return 1
        case "parataxis":
            return 2
        case _:
            return 2 if head.pos_ == "NOUN" and _person(head) else 0


def clause_distance(harm: Token, token: Token) -> int:
    """How many clauses, roughly, lie between the harm and the token; 0 is the harm's own clause."""
    costs = {harm.i: 0}
    cost, at = 0, harm
    nominal = harm.pos_ in {"NOUN", "PROPN"}
    first = True
    while at.head.i != at.i:
        cost += _above(at, nominal=nominal, first=first)
        first = first and at.dep_ in {"conj", "amod", "compound"}
        if at.dep_ in {"advcl", "xcomp", "ccomp", "conj", "parataxis"}:
            nominal = False
        at = at.head
        nominal = nominal or at.pos_ in {"NOUN", "PROPN", "PRON"}
        if at.pos_ in {"VERB", "AUX"}:
            nominal = False
        costs[at.i] = cost
    cost, at = 0, token
    of_some = False
    while at.i not in costs:
        if at.head.i == at.i:
            return 2 * APART
        cost += _below(at)
        of_some = of_some or (at.dep_ in {"relcl", "acl"} and _person(at.head))
        if of_some and at.dep_ == "advcl" and _explains(at):
            # "Counts 24 dead, because it includes the clerk who died in Basra".
            return 2 * APART
        at = at.head
    return cost + costs[at.i]


def why_it_rose(token: Token) -> bool:
    """Whether the token stands in a clause that says why some toll of its sentence rose."""
    tolls = words("places", "tolls")
    return any(of_the_rise(one, token) for one in token.doc if one.lower_ in tolls)


def of_the_rise(toll: Token, token: Token) -> bool:
    """ "The toll rose to 29 when a man died in Basra": that is where the man died."""
    rise = toll.head
    if toll.lower_ not in words("places", "tolls") or toll.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    for above in (token, *token.ancestors):
        if above.i == rise.i:
            return False
        opened = any(c.lower_ in {"when", "after", "as"} for c in above.lefts)
        if above.dep_ in {"advcl", "relcl"} and (opened or above.head.i == rise.i):
            return any(c.dep_ in {"nsubj", "nsubjpass"} for c in above.children)
    return False


def of_the_deed(arrest: Token, token: Token) -> bool:
    """Whether a place or time is that of the deed: "arrested over a shooting in Basra"."""
    for above in token.ancestors:
        if above.i == arrest.i:
            return False
        if above.pos_ == "NOUN" and is_event(above) and arrest.is_ancestor(above):
            return True
    return False
