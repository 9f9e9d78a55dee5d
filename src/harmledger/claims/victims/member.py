"""One person of a list by the order of the words: where the phrase begins, ends, and its age.

A phrase is a determiner and adjectives before a noun for a person, a name, or both ("her daughter
Ana Ruiz"); an age, a side of the picture ("(left)") or an office may stand behind a name.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.names import is_name, name_front
from harmledger.claims.victims.phrases import Counted, item, left_number
from harmledger.claims.words.gazetteer import known_name
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_anaphoric, is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "ANDS",
    "before_age",
    "left_of",
    "member",
    "member_up_to",
    "of_roll",
    "past_age",
    "person",
]

#: Words that close a list.
ANDS = frozenset(("and", "&"))
#: Tags of the words of one person's phrase behind its determiner.
_OF_PHRASE = frozenset(("NN", "NNP", "JJ"))
#: Tokens of one person's phrase at most.
_LONGEST = 8
#: Tokens of what stands behind a name: ", leader of the rural workers' union,".
_APPOSED = 16


def member(parsed: Parsed, start: int) -> Token | None:
    """The person whose phrase begins at ``start``; None where no such phrase does."""
    doc = parsed.doc
    at = start
    if at < len(doc) and doc[at].lower_ in words("grammar", "determiners") - {
        "one",
        "this",
        "that",
    }:
        at += 1
    elif at + 1 < len(doc) and doc[at].tag_ == "NNS" and is_person_word(doc[at].lower_):
        at += 1 if doc[at + 1].tag_ == "NNP" else 0  # "soldiers Ana Ruiz and Hugo Lema"
    last = at
    while last < len(doc) and last < at + _LONGEST and _of_phrase(parsed, doc[last]):
        last += 1
    one = doc[last - 1] if last > at else None
    if one is None or (last < len(doc) and doc[last].tag_ == "POS"):
        return None
    return one if person(parsed, one) and _whole(doc, start, one) else None


def member_up_to(parsed: Parsed, last: int) -> Token | None:
    """The person whose phrase ends at ``last``."""
    if last < 0 or not _of_phrase(parsed, parsed.doc[last]):
        return None
    one = parsed.doc[last]
    return one if person(parsed, one) and _whole(one.doc, left_of(one.doc, one), one) else None


def _whole(doc: Doc, left: int, one: Token) -> bool:
    """ "A clerk", "his clerk Ana Ruiz", "Ana Ruiz": a noun has a determiner, or an age.

    Kin need none: "his aunt, stepsister and nephew".
    """
    if one.pos_ == "PROPN" and not is_person_word(one.lower_):
        return True
    if left == one.i and one.lower_ in words("grammar", "kin"):
        return True
    front = {token.lower_ for token in doc[left : one.i]}
    return bool(front & (words("grammar", "determiners") | {"young"}))


def _of_phrase(parsed: Parsed, token: Token) -> bool:
    fits = token.tag_ in _OF_PHRASE or token.lower_ in _more_of_phrases()
    return fits and parsed.quantity(token) is None


@cache
def _more_of_phrases() -> frozenset[str]:
    """What belongs to a person's phrase whatever the tagger calls it: "GUATEMALAN", "III"."""
    return words("grammar", "name_suffixes") | words("people", "demonyms")


def left_of(doc: Doc, head: Token) -> int:
    """The first token of the phrase that ``head`` ends, a determiner included."""
    at = head.i
    while at and head.i - at < _LONGEST and _told(doc[at - 1]):
        at -= 1
    return at - 1 if at and doc[at - 1].lower_ in words("grammar", "determiners") else at


def _told(token: Token) -> bool:
    return token.tag_ in _OF_PHRASE or token.lower_ in words("people", "demonyms")


def person(parsed: Parsed, token: Token) -> bool:
    """Whether ``token`` ends the phrase of one person: a noun for a person, or a name."""
    if token.tag_ in {"NNS", "NNPS"} or parsed.quantity(token) is not None:
        return False
    if is_person_word(token.lower_) or parsed.years(token) is not None:
        return not is_anaphoric(token.lower_)
    if is_name(parsed, token):
        return True
    if token.tag_ != "NNP" and token.lower_ not in words("grammar", "name_suffixes"):
        return False
    front = token.i
    while front and parsed.doc[front - 1].tag_ == "NNP":
        if is_person_word(parsed.doc[front - 1].lower_):
            break  # "Governor Ana Ruiz"
        front -= 1
    name = parsed.doc[front : token.i + 1].text
    other = kind_of(name) == "other" and not known_name(name)
    return other and token.lower_ not in words("grammar", "not_people")


def of_roll(parsed: Parsed, head: Token) -> Counted:
    """What one of a roll counts: a name or a person is one, a number what it says."""
    number = left_number(parsed, head)
    found = parsed.quantity(number) if number is not None else None
    if found is not None:
        bounds = found.low, found.high, found.qualifier
        return item(parsed, found.start, found.end, *bounds, head, [head])
    named = head.pos_ == "PROPN" and not is_person_word(head.lower_)
    first = name_front(head) if named else head.doc[left_of(head.doc, head)]
    span = parsed.start(first), parsed.end(head)
    return item(parsed, *span, 1, 1, "exactly", head, [head], named=named)


def past_age(doc: Doc, at: int) -> int:
    """The token behind ", 23", "(left)" or "III" that may stand at ``at``."""
    while at < len(doc) and doc[at].lower_ in words("grammar", "name_suffixes"):
        at += 1
    if at + 1 < len(doc) and doc[at].text == "," and doc[at + 1].text.isdigit():
        return at + 2
    if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")":
        return at + 3
    return _past_apposition(doc, at)


def _past_apposition(doc: Doc, at: int) -> int:
    """The comma behind ", director of the daily" that may stand at ``at`` behind a name."""
    named = at and doc[at - 1].tag_ == "NNP" and not is_person_word(doc[at - 1].lower_)
    if not named or at + 1 >= len(doc) or doc[at].text != ",":
        return at
    for end in range(at + 2, min(len(doc) - 1, at + _APPOSED)):
        if doc[end].text == ",":
            noun = next((t for t in doc[at + 1 : end] if t.tag_ in {"NN", "IN"}), None)
            role = noun is not None and is_person_word(noun.lower_)
            return end if role and doc[end + 1].lower_ in ANDS else at
        if doc[end].pos_ in {"VERB", "AUX", "CCONJ"} or doc[end].text in {";", ":"}:
            break
    return at


def before_age(doc: Doc, at: int) -> int:
    """The token in front of ", 23" or "(left)" that may end at ``at``."""
    if at > 1 and doc[at].text.isdigit() and doc[at - 1].text == ",":
        return at - 2
    if at > 2 and doc[at].text == ")" and doc[at - 2].text == "(":
        return at - 3
    return at
