"""Victims that the parser hangs on another verb: "sources told reporters 12 guards were killed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, objects
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = [
    "behind",
    "first_of_list",
    "hurt_by",
    "listed_before",
    "next_phrase",
    "not_the_date",
    "not_the_place",
    "number_before",
    "number_behind",
    "number_hung",
    "swallowed",
    "told_victim",
]

_OBJECTS = frozenset(("dobj", "npadvmod", "dative"))


def _tells(verb: Token) -> bool:
    lowered = verb.lower_
    told = lowered in words("reporting", "verbs") or lowered in words("grammar", "finds")
    return verb.pos_ == "VERB" and told


def hurt_by(verb: Token) -> Token | None:
    """The object of ``verb``; of "injured between 1 May and 3 June" the date is none."""
    found = objects(verb)
    if found is None or found.lower_ not in words("not_counts", "months"):
        return found
    return None if any(c.dep_ == "nummod" for c in found.children) else found


def told_victim(verb: Token) -> Token | None:
    """ "A neighbour called to report a man had been shot": the man, right before the auxiliary."""
    first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), None)
    near = first.nbor(-1) if first is not None and first.i else None
    if near is None or near.dep_ != "dobj" or not is_person_word(near.lower_):
        return None
    return near if _tells(near.head) and near.head.i < near.i else None


def swallowed(parsed: Parsed, victim: Token) -> Token | None:
    """ "Told reporters 12 rebels and a guard were killed": the 12, taken for what was told."""
    opener = victim.left_edge
    if opener.i < 3 or not any(c.dep_ in {"nummod", "det"} for c in victim.lefts):
        return None
    joiner = opener.nbor(-1)
    if joiner.lower_ != "and":
        return None
    for token in reversed(parsed.doc[max(0, joiner.i - 12) : joiner.i]):
        if token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN":
            return None
        counts = any(parsed.quantity(c) is not None for c in token.lefts)
        if counts and token.dep_ in _OBJECTS and is_person_word(token.lower_):
            near = (token.head, *parsed.doc[max(0, token.i - 5) : token.i])
            return token if any(map(_tells, near)) else None
    return None


def not_the_date(parsed: Parsed, verb: Token) -> Token | None:
    """ "Between 1 and 9 May, 700 families were displaced": the parser takes the month for the
    subject; the last number before the verb and outside brackets is."""
    depth = 0
    for token in reversed(verb.doc[: verb.i]):
        depth += {")": 1, "(": -1}.get(token.text, 0)
        if depth == 0 and parsed.quantity(token) is not None:
            return token
    return None


def not_the_place(verb: Token, victim: Token) -> Token | None:
    """ "A man standing near a shop who was shot": the man, where the parser takes the shop."""
    who = any(c.lower_ == "who" and c.dep_ in SUBJECTS for c in verb.children)
    if verb.dep_ != "relcl" or verb.head.i != victim.i or not who:
        return None
    if victim.pos_ != "NOUN" or is_person_word(victim.lower_):
        return None
    who_is = next(c for c in verb.children if c.lower_ == "who").nbor(-1)
    if who_is.text == "," and who_is.i:
        who_is = who_is.nbor(-1)
    if who_is in victim.subtree and is_person_word(who_is.lower_):
        return who_is  # "the release of the clerk who was seized"
    for above in victim.ancestors:
        if above.pos_ == "NOUN" and is_person_word(above.lower_):
            while above.dep_ == "conj":
                above = above.head
            named = above.dep_ == "appos" and above.head.pos_ == "PROPN"
            return above.head if named else above  # "Luis Prat, founder of the guild, who was"
    return None


def number_before(parsed: Parsed, verb: Token, victim: Token) -> Token | None:
    """ "In 30 years of war in Angola 100,000 were killed": the bare number right before the verb,
    where the parser takes an earlier subject."""
    first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), None)
    near = first.nbor(-1) if first is not None and first.i else None
    if near is None or near.i == victim.i or parsed.quantity(near) is None:
        return None
    apart = victim.i < near.i and victim.head.i != near.i and near.head.i != victim.i
    return near if apart and near.pos_ == "NUM" and victim.head.i != verb.i else None


def behind(participle: Token) -> Token | None:
    """ "Also injured were a driver and his son": the subject that stands behind its verb."""
    doc = participle.doc
    if any(
        t.pos_ not in {"ADV", "CCONJ", "PUNCT"} for t in doc[participle.sent.start : participle.i]
    ):
        return None
    for token in doc[participle.i + 1 : participle.i + 9]:
        if token.lower_ in {"was", "were", "is", "are"}:
            return _first_phrase(token)
        if token.pos_ == "VERB":
            return None
    return None


def next_phrase(verb: Token) -> Token | None:
    """ "Accused of killing Ida Hall": the phrase right behind, where the parser lost the object."""
    first = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if first is None or first.pos_ not in {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"}:
        return None
    for token in (first, *first.ancestors):
        if token.i > verb.i and token.pos_ in {"NOUN", "PROPN"} and token.head.i < verb.i:
            return token if token.dep_ in {"appos", "conj", "dobj", "pobj", "dep"} else None
    return None


def _first_phrase(verb: Token) -> Token | None:
    """The head of the noun phrase directly behind ``verb``."""
    for token in verb.doc[verb.i + 1 : verb.i + 8]:
        if token.pos_ in {"NOUN", "PROPN", "NUM"} and (
            token.head.i <= verb.i or token.dep_ in SUBJECTS
        ):
            return token
        if token.pos_ not in {"NOUN", "PROPN", "NUM", "DET", "ADJ", "PUNCT", "PRON"}:
            return None
    return None


def number_hung(parsed: Parsed, verb: Token) -> Token | None:
    """ "Left one dead and three injured": the number, wherever the parser hangs the participle."""
    if verb.dep_ != "acl" or verb.i == 0 or verb.tag_ not in {"VBN", "VBD"}:
        return None
    before = verb.nbor(-1)
    return before if before.i != verb.head.i and parsed.quantity(before) is not None else None


def number_behind(parsed: Parsed, verb: Token) -> Token | None:
    """ "Killed 25 guards, wounded 30, and captured 24": a bare number right behind the verb, where
    the parser takes the verb for a participle of the noun before."""
    doc = verb.doc
    if verb.dep_ != "acl" or verb.i == 0 or verb.nbor(-1).lower_ not in {",", "and"}:
        return None
    if verb.i + 2 >= len(doc) or parsed.quantity(doc[verb.i + 1]) is None:
        return None
    number, after = doc[verb.i + 1], doc[verb.i + 2]
    told = number.pos_ == "NUM" and (after.is_punct or after.pos_ in {"CCONJ", "ADP"})
    return number if told and number.head.i == verb.i else None


def first_of_list(parsed: Parsed, last: Token) -> Token:
    """ "Rebels, five carters and four guards have died": of the numbers joined, the first."""
    first = last
    while first.dep_ == "conj" and first.head.i < first.i and _numbered(parsed, first.head):
        first = first.head
    return first


def listed_before(parsed: Parsed, verb: Token) -> Token | None:
    """The numbered people right before a verb that the parser left without a subject."""
    first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), None)
    near = first.nbor(-1) if first is not None and first.i else None
    if near is None or not _numbered(parsed, near) or not is_person_word(near.lower_):
        return None
    return first_of_list(parsed, near)


def _numbered(parsed: Parsed, noun: Token) -> bool:
    return any(parsed.quantity(c) is not None for c in (noun, *noun.lefts))
