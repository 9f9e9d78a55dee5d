"""What is known of a slot, as traits that a weight can be given: "type number", "path nsubjpass".

A trait is a name and a value. All come from what the rules compute anyway: the parse and the word
lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.learned.slots import Slot, noun_of
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, is_passive
from harmledger.claims.quantities.ages import age_beside
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_anaphoric, is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["traits_of"]


def _length(steps: int) -> str:
    return str(steps) if steps < 6 else "6 to 8" if steps < 9 else "9 and more"


def _gap(tokens: int) -> str:
    for most in (1, 2, 4, 7, 12, 20):
        if tokens <= most:
            return f"up to {most}"
    return "more than 20"


def _kind(parsed: Parsed, slot: Slot) -> str:
    """The form of the candidate: number, vague number, name, pronoun, indefinite and so on."""
    one, head = slot.counted, slot.counted.head
    front = {c.lower_ for c in head.children if c.i < head.i}
    if one.population.named:
        return "name" if one.low == 1 else "names"
    if one.low == one.high == 1:
        if head.lower_ == "one":
            return "one of several"
        if parsed.quantity(head) or any(parsed.quantity(c) for c in head.children):
            return "one"
        if front & {"a", "an", "another"}:
            return "indefinite"
        return "definite" if front & words("grammar", "definite") else "bare"
    if one.qualifier == "vague":
        return "vague number"
    if parsed.quantity(head) is not None and noun_of(head).i == head.i:
        return "bare number"
    return "number"


def _word(token: Token) -> str:
    """The word in lower case, unless it is a name or a number: weights are no list of persons."""
    if token.pos_ == "PROPN" or token.ent_type_ == "PERSON":
        return "a name"
    return "a number" if token.like_num else token.lower_


def _verb(token: Token) -> Token | None:
    return next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)


def _form(trigger: Token) -> str:
    if trigger.pos_ in {"NOUN", "PROPN"}:
        return "noun"
    if trigger.dep_ in {"amod", "acl"}:
        return "participle"
    if is_passive(trigger):
        return "passive"
    return "active" if trigger.pos_ in {"VERB", "AUX"} else "adjective"


def traits_of(parsed: Parsed, slot: Slot) -> Iterator[str]:
    """The traits of a slot that its sentence tells, some perhaps twice."""
    one, head, trigger, measure = slot.counted, slot.counted.head, slot.trigger, slot.word.measure
    kind, form, steps = _kind(parsed, slot), _form(trigger), slot.path
    route = " ".join(steps) if len(steps) <= 4 else "long"
    yield f"measure: {measure}"
    yield f"kind: {kind}"
    yield f"kind and measure: {kind}, {measure}"
    yield f"form of the word: {form}"
    yield f"frame: {slot.word.frame}"
    yield f"harm word: {trigger.lower_}"
    yield f"row: {slot.word.id}"
    yield f"way to the word: {route}"
    yield f"way and form: {route}, {form}, {slot.word.frame}"
    yield f"steps to the word: {_length(len(steps))}"
    for step in dict.fromkeys(steps[:8]):
        yield f"on the way: {step}"
    if steps:
        yield f"ends of the way: {steps[0]}, {steps[-1]}"
        yield f"last step: {steps[-1]}, {form}"
    yield f"relation: {head.dep_}"
    yield f"relation and kind: {head.dep_}, {kind}"
    # Where it stands.
    side = "before" if head.i < trigger.i else "behind"
    gap = _gap(abs(head.i - trigger.i))
    yield f"side: {side}, {form}"
    yield f"distance: {gap}"
    yield f"distance and side: {gap}, {side}, {kind}"
    left, right = sorted((head.i, trigger.i))
    between = head.doc[left + 1 : right]
    verbs = sum(t.pos_ == "VERB" for t in between)
    yield f"verbs between: {min(verbs, 3)}"
    if any(t.text in {",", ";", ":"} for t in between):
        yield "between: a comma"
    # Who it is.
    noun = noun_of(head)
    population = one.population
    yield f"status: {population.status}"
    yield f"status and measure: {population.status}, {measure}"
    if noun.pos_ == "NOUN":
        yield f"noun: {noun.lower_}"
        if not is_person_word(noun.lower_):
            yield f"no word for people: {kind}"
    if is_anaphoric(noun.lower_):
        yield "noun: one that points back"
    if head.ent_type_:
        yield f"name of a: {head.ent_type_}"
    if parsed.years(head) is not None or (head.pos_ == "PROPN" and age_beside(head) is not None):
        yield "age: beside it"
    for below in head.children:
        if below.dep_ in {"relcl", "acl", "appos", "conj"}:
            yield f"below it: {below.dep_} {side}"
        if below.dep_ in {"amod", "det", "prep"}:
            yield f"modifier: {_word(below)}"
    # What is said of it.
    verb = _verb(head)
    if verb is not None:
        yield f"verb: {verb.lower_}"
        if head.dep_ in {*SUBJECTS, "dobj"}:
            yield f"verb and relation: {verb.lower_}, {head.dep_}"
        if head.dep_ == "nsubj" and verb.i != trigger.i and verb.pos_ == "VERB":
            near = "in what it does" if verb in trigger.ancestors else "elsewhere"
            yield f"does something else: {form}"
            yield f"does something else, with the word: {near}"
        if verb.lower_ in words("grammar", "be"):
            yield f"told what it is: {head.dep_}"
    for name, offset in (("word before", -1), ("word behind", 1)):
        at = (head.left_edge.i if offset < 0 and head.i - head.left_edge.i < 5 else head.i) + offset
        if 0 <= at < len(head.doc):
            yield f"{name}: {_word(head.doc[at])}"
    if head.dep_ == "nsubj" and trigger.i == head.head.i and form == "active":
        yield f"does it: {slot.word.frame}"
    if any(c.dep_ == "neg" for c in trigger.children):
        yield "word: negated"
    if any(c.dep_ == "aux" and c.tag_ == "MD" for c in trigger.children):
        yield "word: with a modal"
    yield f"sentence: {parsed.sentence.kind}"
