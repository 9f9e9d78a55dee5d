"""Nouns of harm: whose death it was, and who has the wounds or was taken to hospital.

The rules are named event and suffered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.harms.treatment import where_they_work
from harmledger.claims.parsing.syntax import (
    SUBJECTS,
    child,
    is_passive,
    of_objects,
    outer_subject,
    subject_of,
)
from harmledger.claims.victims.phrases import none_of
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["event", "suffered"]


def _only_sought(noun: Token) -> bool:
    """ "A warrant for the arrest of Luis Prat", "a reward for his capture"."""
    before = noun.head
    if before.lower_ == "to" and before.head.lower_ in words("grammar", "leads_to"):
        return any(t.lower_ in words("grammar", "leads_to", "asked") for t in noun.doc[: noun.i])
    if before.lower_ != "for":
        return False
    # "A warrant has been issued for the arrest of Luis Prat".
    issued = [before.head, *(c for c in before.head.children if c.dep_ in {*SUBJECTS, "dobj"})]
    return any(t.lower_ in words("grammar", "seeks_arrest") for t in issued)


def event(noun: Token, word: HarmWord) -> Iterator[Harm]:
    if word.measure == "detained" and _only_sought(noun):
        return
    named = list(of_objects(noun))
    beside = next((c for c in noun.children if c.dep_ == "conj" and c.pos_ == "NOUN"), None)
    if not named and noun.dep_ == "conj":
        named = list(of_objects(noun.head))  # "the murder of students and their kidnapping"
    elif not named and beside is not None:
        named = list(of_objects(beside))  # "the kidnapping and murder of students"
    if not named:
        # "The murder by gunfire of two priests": the parser gives them to the means.
        means = (child(c, "pobj") for c in noun.children if c.lower_ == "by")
        named = [v for m in means if m is not None for v in of_objects(m) if _counted(v)]
    if not named and noun.lower_ in {"death", "fatality"}:
        named = [c for c in noun.lefts if c.dep_ == "nummod"]  # "causing at least one death"
    if not named:
        named = _dated(noun)
    if word.measure == "killed" and word.id == "death_of":
        # "The murder joins that of Mayor Ruiz", "murders such as that of a bishop".
        same = [t for t in noun.doc[noun.i + 1 : noun.i + 7] if t.lower_ == "that"]
        named += [v for t in same for c in t.children if c.lower_ == "of" for v in c.rights]
    if any(c.lower_ == "attempted" for c in noun.children):
        word = replace(word, measure="injured")  # "the attempted murder of a judge"
    for victim in [*named, *(one for v in named for one in _joined(noun, v))]:
        if word.id != "loss" or is_person_word(victim.lower_):
            yield Harm(word, noun, victim, None, "event")


def _joined(noun: Token, victim: Token) -> Iterator[Token]:
    """ "The murder of a priest and two nuns": the nuns, whom the parser joins to the murder.

    Only with a number: "the killing of officers and their relatives" tells of a practice.
    """
    doc, at = noun.doc, victim.right_edge.i + 1
    if victim.i < noun.i or at >= len(doc) or doc[at].lower_ != "and" or doc[at].head.i != noun.i:
        return
    for other in (*noun.conjuncts, *noun.head.lefts):
        beside = other.dep_ == "conj" or other.dep_ == noun.dep_
        told = any(c.dep_ == "nummod" for c in other.lefts) and is_person_word(other.lower_)
        if beside and told and other.left_edge.i == at + 1:
            yield other


def _counted(victim: Token) -> bool:
    """A number of people or one person told by a noun."""
    return any(c.dep_ == "nummod" for c in victim.lefts) or is_person_word(victim.lower_)


def _dated(noun: Token) -> list[Token]:
    """ "The murder on 26 February of Mayor Ana Ruiz": a date stands before whose murder it was."""
    doc = noun.doc
    at = noun.i + 1
    if at >= len(doc) or doc[at].lower_ not in {"on", "in"}:
        return []
    for of in doc[at : at + 9]:
        behind = doc[of.i + 1] if of.i + 1 < len(doc) else None
        if of.lower_ == "of" and behind is not None and behind.ent_type_ not in {"DATE", "TIME"}:
            dated = any(t.lower_ in words("not_counts", "months") for t in doc[at : of.i])
            number = behind.like_num and behind.nbor(1).lower_ in words("not_counts", "months")
            if number:
                continue
            first = (t for t in doc[of.i + 1 : of.i + 9] if t.head.i <= of.i or t.dep_ == "pobj")
            return [t for t in first if t.pos_ in {"NOUN", "PROPN", "NUM"}][:1] if dated else []
        if of.pos_ in {"VERB", "AUX"}:
            return []
    return []


def _killed_below(verb: Token) -> bool:
    """Whether a death is told in what hangs on the verb; "shot" tells one only with "to death"."""
    below = [token for token in verb.subtree if token.i > verb.i]
    near = {token.lower_ for token in below}
    return any(
        row.measure == "killed"
        and row.frame in {"transitive", "intransitive", "state"}
        and (row.particle is None or row.particle in near)
        for token in below
        for row in harm_words().get(token.lower_, ())
    )


def _before(verb: Token) -> Token | None:
    """ "Left a boy suffering from a wound": the person right before, however it hangs there."""
    person = verb.nbor(-1) if verb.i else None
    return person if person is not None and is_person_word(person.lower_) else None


def _headline(verb: Token) -> bool:
    """ "Child taken to hospital": headlines leave out the auxiliary and the article."""
    subject = child(verb, "nsubj")
    bare = subject is not None and not any(c.dep_ in {"det", "poss"} for c in subject.lefts)
    participle = verb.tag_ == "VBN" or verb.lower_.endswith("n")  # "taken" is never a past tense
    return bare and participle and verb.dep_ == "ROOT" and not child(verb, "aux", "dobj")


def suffered(noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Two suffered gunshot wounds", "four were taken to hospital": the verb's subject."""
    if word.id in {"medical_center", "medical_care"} and not any(
        t.lower_ in words("grammar", "medical") for t in noun.lefts
    ):
        return
    if word.id in {"hospitalised", "medical_center"} and where_they_work(noun):
        return
    if none_of(noun) is not None and noun.dep_ == "dobj" and noun.head.lower_ in word.needs_verb:
        if noun.lower_ in words("grammar", "none_nouns") | words("grammar", "count_nouns"):
            yield Harm(word, noun, noun, None, "count")  # "suffered no wounds"
        return
    # "Suffered various types of wounds": two steps farther up.
    kinds = noun.dep_ == "pobj" and noun.head.head.lower_ in words("grammar", "kinds_of")
    for above in islice(noun.ancestors, 4 if kinds else 2):
        if above.lower_ in word.needs_verb and _killed_below(above):
            # "Taken to hospital, where he died" tells it of him; "where died" of the one taken.
            patient = child(above, "nsubjpass")
            told = any(t.dep_ in SUBJECTS for t in above.subtree if t.i > above.i)
            if patient is not None and not told and above.dep_ not in {"acl", "relcl"}:
                yield Harm(replace(word, measure="killed"), noun, patient, None, "suffered")
            return
        if above.lower_ in word.needs_verb and above.pos_ == "VERB":
            taken = above.lower_ in words("grammar", "moves") and word.id != "took_bullet"
            moved = child(above, "dobj") if taken and not is_passive(above) else None
            plain = moved is not None and moved.lower_ not in words("grammar", "relatives")
            if moved is not None and (plain or above.dep_ not in {"acl", "relcl"}):
                yield Harm(word, noun, moved, None, "suffered")  # "took four to the hospital"
                return
            own = child(above, *SUBJECTS)
            clause = above.dep_ in {"acl", "relcl"}
            clause = clause and (own is None or own.lower_ in words("grammar", "relatives"))
            if clause and above.head.pos_ in {"NOUN", "PROPN", "NUM"}:
                yield Harm(word, noun, above.head, None, "suffered")
                return
            passive = is_passive(above) or _headline(above)
            victim = subject_of(above) if not taken or passive else None
            if victim is None and above.dep_ == "pcomp":
                victim = outer_subject(above)  # "were listed as having wounds"
            if victim is None and above.tag_ == "VBG":
                victim = _before(above)
            if victim is not None:
                yield Harm(word, noun, victim, None, "suffered")
            return
