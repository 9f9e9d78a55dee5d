"""Harm that is said of people as a state: "12 dead", "are missing", "the dead include 13 staff".

The rules are named state, count, adjacent and include.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.harms.ofthose import told_of_them
from harmledger.claims.harms.participles import left_so, ranked
from harmledger.claims.parsing.outside import outside_the_clause
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child, is_passive, left_quantity, subject_of
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["included_casualties", "state"]


def state(parsed: Parsed, token: Token, word: HarmWord) -> Iterator[Harm]:
    if ranked(token) is not None:
        return  # "two were killed and a third wounded": read as the passive that it is
    if (who := _who_are(parsed, token)) is not None:
        yield Harm(word, token, who, None, "state")
        return
    if token.pos_ == "VERB" and child(token, "dobj", *SUBJECTS) is not None:
        subject = child(token, *SUBJECTS)
        if word.measure == "missing" and subject is not None:
            yield Harm(word, token, subject, None, "state")
        return
    if word.measure == "displaced" and token.dep_ == "amod" and token.head.tag_ in {"NN", "NNP"}:
        return  # "a homeless man" was not made homeless by what is told
    yield from included(token, word)
    if token.dep_ == "pobj" and token.head.lower_ == "of" and child(token, "det") is not None:
        numeral = told_of_them(parsed, token.head)
        if numeral is not None:
            # "Nine of the missing are patients and 24 are staff".
            yield Harm(word, token, numeral, None, "state")
            for other in numeral.head.children:
                # The parser may give the second number to the noun before it.
                subject = child(other, *SUBJECTS) or other.nbor(-1) if other.i else None
                if other.dep_ == "conj" and subject and parsed.quantity(subject) is not None:
                    yield Harm(word, token, subject, None, "state")
        return
    if token.dep_ == "pobj" and token.head.lower_ == "among":
        # "Nineteen children were among the dead", "among the dead were 19 children".
        subject = child(token.head.head, *SUBJECTS) or child(token.head.head, "attr")
        if subject is not None and token.head.head.lower_ in words("grammar", "be"):
            yield Harm(word, token, subject, None, "state")
        return
    head = token.head
    if head.lower_ == "as" and is_passive(head.head):
        listed = subject_of(head.head)  # "were listed as missing"
        if listed is not None:
            yield Harm(word, token, listed, None, "state")
        return
    owner = child(token, "poss")
    if token.dep_ == "dobj" and owner and head.lower_ in words("grammar", "result_verbs"):
        yield Harm(word, token, owner, None, "state")  # "held her captive", as the parser has it
        return
    if word.id == "hostage" and token.dep_ in {"appos", "conj"} and (held := _held(token)):
        yield Harm(word, token, held, None, "state")
        return
    if (
        token.dep_ == "dobj"
        and word.id in {"hostage", "prisoner"}
        and (taken := _taken(token)) is not None
    ):
        yield Harm(word, token, taken, None, "state")
        return
    if token.dep_ in {"oprd", "acomp"} and head.lower_ in words("grammar", "result_verbs"):
        # "A man and his three children were shot dead": all of the subject, not the nearest number.
        subject = subject_of(head) if is_passive(head) else None
        subject = outside_the_clause(head) or subject
        if head.dep_ == "acl" and head.tag_ == "VBN" and child(head, "dobj") is None:
            subject = head.head  # "a man found dead in a park"
        if subject is not None:
            yield Harm(word, token, subject, None, "state")
            return
    shot = token.dep_ in {"prep", "advmod", "acomp", "oprd"} and not is_passive(head)
    felled = child(head, "dobj") if shot and token.i == head.i + 1 else None
    if felled is not None and felled.i > token.i:
        yield Harm(word, token, felled, None, "state")  # "shot dead a protester"
        return
    if token.dep_ == "advcl" and (left := left_so(token)) is not None:
        yield Harm(word, token, left, None, "state")  # "a shooting that left a boy injured"
        return
    found = child(token, *SUBJECTS)
    if (
        found is not None
        and token.dep_ == "ccomp"
        and head.lower_ in words("grammar", "result_verbs")
    ):
        yield Harm(word, token, found, None, "state")  # "found a father and two sons dead"
        return
    near = left_quantity(parsed, token)
    # "40 dead and 12 missing", "12 dead": the word itself is counted.
    if any(child.dep_ == "nummod" for child in token.children):
        yield Harm(word, token, token, None, "count")
    elif token.dep_ == "conj" and token.head.dep_ == "amod" and token.pos_ == "ADJ":
        # "Their wounded and dead comrades".
        yield Harm(word, token, token.head.head, None, "state")
    elif token.dep_ in {"amod", "acl"} and token.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        yield Harm(word, token, _identified_as(token.head) or token.head, None, "state")
    elif near is not None:
        yield Harm(word, token, near, None, "adjacent")
    elif token.dep_ in {
        "acomp",
        "oprd",
        "attr",
        "xcomp",
        "ccomp",
        "conj",
        "advcl",
        "advmod",
        "dobj",
    }:
        head = token.head
        if head.dep_ == "conj" and head.pos_ == "ADJ":
            head = head.head
        victim = None
        if child(token, *SUBJECTS) is not None:
            victim = child(token, *SUBJECTS)  # "found a man dead", as the parser has it
        elif head.lower_ in words("grammar", "result_verbs"):
            victim = child(head, "dobj") or (subject_of(head) if is_passive(head) else None)
        elif token.dep_ == "dobj" and child(token, "det", "poss") is not None:
            victim = None  # "the priest mourned the dead": others than the priest
        else:
            said = head.pos_ in {"VERB", "AUX", "ADJ"}
            victim = _carried(token, head) or (subject_of(head) if said else None)
        if victim is not None and victim.i != token.i:
            yield Harm(word, token, victim, None, "state")


def _carried(token: Token, verb: Token) -> Token | None:
    """ "Porters brought out a boy dead", "carried the weaver, wounded, to the gate": the object."""
    found = child(verb, "dobj") if verb.pos_ == "VERB" and not is_passive(verb) else None
    person = found is not None and (found.pos_ == "PROPN" or is_person_word(found.lower_))
    return found if person and found is not None and found.i < token.i else None


def _who_are(parsed: Parsed, token: Token) -> Token | None:
    """ "57 dead and 18 who are missing": the bare number, wherever the parser hangs the clause."""
    if (
        token.i < 3
        or token.nbor(-2).lower_ != "who"
        or token.nbor(-1).lower_ not in words("grammar", "plural_be")
    ):
        return None
    number = token.nbor(-3)
    return number if parsed.quantity(number) is not None else None


def _held(token: Token) -> Token | None:
    """ "Hold 800 visitors, 100 children among them, hostage": the object of holding."""
    for verb in reversed(token.doc[max(0, token.i - 16) : token.i]):
        if verb.pos_ == "VERB" and verb.lower_ in words("harm_words", "hostage", "needs_verb"):
            return child(verb, "dobj") if token in verb.subtree else None
    return None


def _taken(token: Token) -> Token | None:
    """ "Took a clerk hostage", "clerks held hostage by rebels", as the parser may have them."""
    verb = token.head
    front = next((c for c in token.lefts if c.dep_ in {"compound", "nmod"}), None)
    if verb.lower_ not in words("grammar", "result_verbs"):
        return None
    if front is not None and is_person_word(front.lower_):
        return front
    before = verb.nbor(-1) if verb.i else None
    loose = child(verb, *SUBJECTS) is None or verb.dep_ == "conj"
    person = before is not None and before.pos_ == "NOUN" and is_person_word(before.lower_)
    # "Worried over aid workers held hostage", whatever the parser makes of the participle.
    beside = person and token.nbor(-1).i == verb.i
    if before is not None and beside and (loose or before.dep_ == "pobj"):
        return before
    by = any(c.lower_ in {"by", "in", "at"} for c in (*verb.rights, *token.rights))
    subject = child(verb, *SUBJECTS)
    bare = token.nbor(-1).i == verb.i and verb.tag_ in {"VBD", "VBN"}
    return subject if by and bare and subject is not None else None


def _identified_as(group: Token) -> Token | None:
    """ "Identified the dead men as Luis Prat and Juan Soler": the names."""
    if any(c.dep_ == "nummod" for c in group.children):
        return None  # "the two dead officers were identified as ..." counts them
    if group.dep_ not in {"dobj", "nsubjpass"} or group.head.lower_ not in {"identified", "named"}:
        return None
    named = child(group.head, "prep")
    return child(named, "pobj") if named is not None and named.lower_ == "as" else None


def included(token: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The dead include 13 staff", "the injured were 12 men": the verb lists who they are."""
    if child(token, "det") is None or token.dep_ not in SUBJECTS:
        return
    if token.head.lower_ in words("grammar", "list_verbs"):
        listed = child(token.head, "dobj", "attr")
        if listed is not None:
            yield Harm(word, token, listed, None, "include")


def included_casualties(token: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The casualties included a sergeant": unless a clause says what became of him."""
    for harm in included(token, word):
        if not any(c.dep_ == "relcl" for c in harm.victim.children):
            yield harm
