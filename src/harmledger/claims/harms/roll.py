"""Rolls of those harmed: "the dead are Ana Ruiz, 44, a clerk; Hugo Lema, 31, a mason; and a guard".

The rule is roll. Who is on such a list is read by the order of the words, for the parser makes
little of it: each is a count of one, or a number with its noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.lowerwords import lower_words
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.member import ANDS, member
from harmledger.claims.victims.phrases import left_number
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["roll"]

#: Words between the head of a roll and its verb: "those who died in the crash were".
_REACH = 10
#: Words of what is told of one before the next.
_TOLD = 16
#: Persons of a roll, at least and at most.
_LEAST, _MOST = 3, 80
#: Words before the verb in "the third of them to be killed was".
_ONE_OF = 6
_NAMES = frozenset(
    ("named", "identified", "names", "naming", "identifies", "identifying", "listed")
)
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
#: "Ana Ruiz, 44", "Hugo Lema (31)", "a boy of nine".
_OLDEST = 110
_FRAMES = frozenset(("state", "transitive", "intransitive", "victims_are"))


def roll(parsed: Parsed) -> tuple[list[Harm], range]:
    """Those on the roll that the sentence holds, and the tokens over which it runs."""
    doc = parsed.doc
    heads = words("grammar", "roll_heads")
    for at, low in enumerate(lower_words(doc)):
        if low not in heads:
            continue
        head = doc[at]
        word = _word(head)
        start = _link(head) if word is not None else None
        if word is None or start is None:
            continue
        found, stop = _members(parsed, start)
        # Two, one of them a number, are one count each as well.
        numbers = any(left_number(parsed, one) is not None for one in found)
        if len(found) >= _LEAST - numbers and _told_apart(parsed, found, doc[start:stop].text):
            return [Harm(word, head, one, None, "roll") for one in found], range(start, stop)
    single = _first_or_only(parsed)
    return ([single], range(single.victim.i, single.victim.i + 1)) if single else ([], range(0))


def _first_or_only(parsed: Parsed) -> Harm | None:
    """ "The first to die was a schoolboy", "the only fatality was a porter"."""
    doc = parsed.doc
    rows = [row for row in harm_words().get("dead", ()) if row.frame == "state"]
    ones = words("grammar", "roll_heads", "one")
    for at, low in enumerate(lower_words(doc)):
        if at < 2 or low not in ones:
            continue
        verb = doc[at]
        before = [t.lower_ for t in doc[max(0, verb.i - _ONE_OF) : verb.i]]
        told = words("grammar", "one_of_the_dead").isdisjoint(before[-1:])
        which = words("grammar", "which_of_them").isdisjoint(before)
        one = None if told or which or not rows else member(parsed, verb.i + 1)
        if one is not None and one.i != verb.i:
            return Harm(rows[0], doc[verb.i - 1], one, None, "roll")
    return None


def _word(head: Token) -> HarmWord | None:
    """The row of the word that says what befell those on the roll."""
    rows = harm_words().get(head.lower_, ())
    return next((row for row in rows if row.frame in _FRAMES and not row.needs_noun), None)


def _link(head: Token) -> int | None:
    """The token behind the verb or colon with which the roll begins."""
    doc = head.doc
    before = {t.lower_ for t in doc[max(0, head.i - 3) : head.i]}
    if head.i == 0 or head.nbor(-1).text in {".", "\n"}:
        opens = head.i + 1 < len(doc) and doc[head.i + 1].text == ":"
        return head.i + 2 if opens else None
    if not before & {"the", "those", "who"}:
        return None
    for at in range(head.i + 1, min(len(doc) - 1, head.i + _REACH)):
        low = doc[at].lower_
        if (
            low in words("grammar", "roll_heads", "links")
            or low == ":"
            or (low == "as" and _NAMES & {t.lower_ for t in doc[:at]})
        ):
            return at + 2 if doc[at + 1].text == ":" else at + 1
        if low in {",", ";", ".", "and", "or"} or (
            doc[at].tag_ in _FINITE and low not in {"was", "were"}
        ):
            return None
    return None


def _members(parsed: Parsed, start: int) -> tuple[list[Token], int]:
    """The heads of those listed from ``start`` on, and where the list ends."""
    doc = parsed.doc
    found: list[Token] = []
    at = start
    while at < len(doc) and len(found) < _MOST:
        one, end = _one(parsed, at)
        if one is None:
            break
        found.append(one)
        follows = _next(parsed, end, names=_named(found[0]))
        if follows is None:
            return found, end
        at = follows
    return found, at


def _one(parsed: Parsed, at: int) -> tuple[Token | None, int]:
    """One person, or a number with its noun, that begins at ``at``."""
    doc = parsed.doc
    if parsed.quantity(doc[at]) is not None:
        for token in doc[at + 1 : at + 4]:
            if token.tag_ in {"NNS", "NNPS"} and not _thing(token.lower_):
                return token, token.i + 1
            if token.pos_ not in {"NOUN", "ADJ", "PROPN"}:
                break
        return None, at
    one = member(parsed, at) or _owned(doc, at)
    return (one, one.i + 1) if one is not None else (None, at)


def _owned(doc: Doc, at: int) -> Token | None:
    """ "The school's cook"."""
    for token in doc[at + 1 : at + 4]:
        if token.tag_ == "POS" and token.i + 1 < len(doc):
            behind = doc[token.i + 1]
            return behind if is_person_word(behind.lower_) and behind.tag_ == "NN" else None
    return None


def _thing(word: str) -> bool:
    kinds = ("not_people", "animals", "vehicles", "buildings", "arms_pieces")
    return any(word in words("things", kind) for kind in kinds)


def _named(one: Token) -> bool:
    return one.pos_ == "PROPN" and not is_person_word(one.lower_)


def _next(parsed: Parsed, end: int, *, names: bool) -> int | None:
    """Where the next of the list begins behind what is told of the last; None where none does."""
    doc = parsed.doc
    for at in range(end, min(len(doc), end + _TOLD)):
        text = doc[at].text
        if text == "." or (doc[at].tag_ in _FINITE and not _in_clause(doc[at])):
            return None
        if text not in {",", ";", "\n"} and doc[at].lower_ not in ANDS:
            continue
        follows = at + 1
        while follows < len(doc) and (doc[follows].lower_ in ANDS or doc[follows].text == "\n"):
            follows += 1
        if follows >= len(doc):
            return None
        one, _ = _one(parsed, follows)
        if one is None:
            continue
        plain = names and not _named(one) and parsed.quantity(doc[follows]) is None
        if plain and text != ";" and not _holds_name(doc, follows, one):
            continue  # "Ana Ruiz, 44, a clerk": who she is
        return follows
    return None


def _in_clause(verb: Token) -> bool:
    """ "Ana Ruiz, who kept the shop": a verb of a clause of its own."""
    return any(t.dep_ == "relcl" for t in (verb, *verb.ancestors))


def _holds_name(doc: Doc, start: int, one: Token) -> bool:
    return any(t.pos_ == "PROPN" and not is_person_word(t.lower_) for t in doc[start : one.i + 1])


def _told_apart(parsed: Parsed, found: list[Token], told: str) -> bool:
    """Names alone, side by side, are one count; with ages or roles they are one each."""
    if not all(map(_named, found)):
        return True
    if ";" in told:
        return True
    aged = sum(_has_age(one) for one in found)
    return aged * 2 >= len(found)


def _has_age(one: Token) -> bool:
    behind = one.doc[one.i + 1 : one.i + 3]
    if len(behind) < 2 or behind[0].text not in {",", "("}:
        return False
    return behind[1].text.isdigit() and int(behind[1].text) <= _OLDEST
