"""Who holds a number that nobody is said to say: "the board had 52", "the toll was cut to 74".

Read in the order of the words, from the number back to the verb before it: the parser hangs such
numbers on many words.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.attribution.hearing import Hearing
from harmledger.claims.attribution.speakers import is_source, is_speaker, kind_of, phrase
from harmledger.claims.attribution.tellings import named_source, of_source, owner_of
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["held_number"]

#: Words between the verb and the number, and clauses up to the one that has the subject.
_BETWEEN, _UP = 16, 3
#: Sentences back to the one that says what "it" is about.
_BACK = 3
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_HAVE = frozenset(("has", "have", "had"))
_POINTING = frozenset(("that", "those"))
#: Works that are nobody's by themselves.
_PLAIN = frozenset(("figures", "data", "numbers", "sources", "accounts", "records", "evidence"))


def held_number(voices: Hearing, index: int, trigger: Token, number: Token) -> Speaker | None:
    """The source in whose clause ``number`` stands; ``trigger``: the word that tells the harm.

    Where harm is told beside the number, only a work, a list, or who makes one holds it.
    """
    verb = _verb_before(number)
    if verb is None or voices.within(index, number) is not None:
        return None
    subject = _subject(verb)
    if subject is None or subject.i > verb.i or _negated(verb):
        return None
    if _is_work(subject) and not is_speaker(subject):
        return None  # "unconfirmed reports said"
    if any(c.lower_ in {"our", "my"} for c in subject.lefts):
        return None  # the narrator's own count
    alone = trigger.i == number.i
    parsed = voices.parsed[index]
    if subject.dep_ == "nsubjpass":
        owner = _changed(verb, subject)
        return phrase(parsed, owner) if owner is not None else None
    if subject.lower_ in words("grammar", "speaker_pronouns"):
        holds = alone and _may_hold(verb, number)
        meant = _meant(voices, index, subject) if holds else None
        return meant if meant is not None and _keeps(meant, verb) else None
    if subject.lower_ in _POINTING and verb.lower_ in _giving():
        owner = of_source(subject)  # "that of the council gives 41"
        return phrase(parsed, owner) if owner is not None else None
    if _is_work(subject) and (verb.lower_ in _giving() or _brings(verb)):
        if (owner := owner_of(subject)) is not None:
            return phrase(parsed, owner)
        # "These figures include 41 dead": of whom the sentences before speak.
        back = any(c.lower_ in words("grammar", "narrator") for c in subject.lefts)
        return None if back or subject.lower_ in _PLAIN else phrase(parsed, subject)
    if not named_source(subject) and subject.lower_ not in words("grammar", "bodies"):
        place = subject.ent_type_ == "GPE" and _brings(verb)
        return phrase(parsed, subject) if place else None
    names = verb.lower_ in words("reporting", "naming_dead")
    if names or _makes_list(verb) or _brings(verb) or (alone and _may_hold(verb, number)):
        found = phrase(parsed, subject)
        return found if found is not None and _keeps(found, verb) else None
    return None


@cache
def _giving() -> frozenset[str]:
    """Verbs by which a work, or that of a source, gives a figure."""
    kinds = ("having", "with_object", "figure_objects", "say")
    return frozenset().union(*(words("reporting", kind) for kind in kinds))


@cache
def _holding() -> frozenset[str]:
    """Verbs by which a source itself has a number that stands alone."""
    return _giving() | words("reporting", "finding") | words("reporting", "moving_to")


def _verb_before(number: Token) -> Token | None:
    """The nearest verb before the number that makes a clause."""
    first = max(number.sent.start, number.i - _BETWEEN)
    for token in reversed(list(number.doc[first : number.i])):
        if token.text in {";", ":"} or token.dep_ == "mark" or token.tag_ in {"WDT", "WP"}:
            return None
        helped = child(token, "aux", "auxpass") is not None
        if token.tag_ in _FINITE or (token.tag_ == "VBN" and helped):
            return token
        if token.tag_ == "VB" and token.dep_ == "conj" and not helped:
            return token  # "call it murder and give the number as 41"
    return None


def _subject(verb: Token) -> Token | None:
    """The subject before a verb, or before the first of several that are joined."""
    told = verb
    for _ in range(_UP):
        main = told.head if told.dep_ in {"aux", "auxpass"} else told
        near = [*told.children, *main.children]  # "the list has 41 killed" is parsed either way
        own = [c for c in near if c.dep_ in {"nsubj", "nsubjpass"} and c.i < told.i]
        if own:
            subject = own[0]
            relative = subject.tag_ in {"WDT", "WP"} and main.dep_ == "relcl"
            return main.head if relative else subject
        if main.dep_ not in {"conj", "advcl", "xcomp"} or main.head.i == main.i:
            return None
        told = main.head
    return None


def _negated(verb: Token) -> bool:
    main = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    return any(c.dep_ == "neg" for one in (verb, main) for c in one.children)


def _is_work(subject: Token) -> bool:
    return subject.lower_ in words("reporting", "lists") | words("reporting", "documents")


def _is_figure(noun: Token) -> bool:
    return noun.lower_ in words("reporting", "figures") | words("reporting", "more_figures")


def _meant(voices: Hearing, index: int, pronoun: Token) -> Speaker | None:
    """Whom a pronoun means: the body that the sentence before is about, else the source before."""
    for back in range(1, _BACK + 1) if pronoun.lower_ == "it" else ():
        before = voices.sentence(index - back)
        if before is None:
            return None
        main = next((t for t in before.doc if t.dep_ == "ROOT"), None)
        about = child(main, "nsubj") if main is not None and main.pos_ != "NOUN" else main
        if about is not None and about.lower_ == "it":
            continue
        found = phrase(before, about) if about is not None else None
        if found is None or about is None or about.tag_ not in {"NN", "NNP"}:
            break
        if about.ent_type_ == "ORG" or _is_body(found.name):
            return found
        break
    return voices.meant(index, pronoun)


def _is_body(name: str) -> bool:
    """Whether a name is that of a body that may count, and is no party to the fighting."""
    known = kind_of(name)
    told = set(name.lower().split())
    return known not in {"other", "belligerent"} or (
        known == "other"
        and bool(told & (words("grammar", "bodies") | words("reporting", "source_nouns")))
    )


def _changed(verb: Token, subject: Token) -> Token | None:
    """ "A ministry tally was raised to 44": the ministry."""
    if verb.tag_ != "VBN" or not _is_figure(subject):
        return None
    return owner_of(subject) if verb.lower_ in words("reporting", "moving_to") else None


def _brings(verb: Token) -> bool:
    """ "Brought the number of dead down to 41", "gave the toll as 41"."""
    moving = words("reporting", "moving_to") | words("reporting", "announcing")
    taken = child(verb, "dobj")
    return verb.lower_ in moving and taken is not None and _is_figure(taken)


def _makes_list(verb: Token) -> bool:
    """ "Have drawn up a list of 41 dead"."""
    taken = child(verb, "dobj")
    made = words("reporting", "making") | words("reporting", "publishing")
    return verb.lower_ in made and taken is not None and _is_work(taken)


def _may_hold(verb: Token, number: Token) -> bool:
    """Whether the number is what the verb gives, not a day or a part of its subject."""
    if number.ent_type_ in {"TIME", "MONEY", "PERCENT"}:
        return False
    way = number.nbor(-1).lower_ if number.i else ""
    known = f"{verb.lower_} {way}" in words("reporting", "with_figure")
    return known or verb.lower_ in _holding()


def _keeps(source: Speaker, verb: Token) -> bool:
    """Whether the source may have the number for its count: an army that had 12 has lost them."""
    if verb.lower_ in _HAVE:
        return _is_body(source.name)
    return is_source(source.name) or source.name[:1].isupper()
