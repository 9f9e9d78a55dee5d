"""Harm told by several words of which none tells it alone: "no trace of", "was led away".

The words are rows of the harm vocabulary whose forms have blanks in them. The frame is said_of
(their subject: "was led away"), done_to (subject of the passive, object of the active) or said_for
(what the last of them has for object: "no trace of the pilot").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.harms.aboard import those_aboard
from harmledger.claims.harms.frames import transitive
from harmledger.claims.harms.goods_shares import goods_shares
from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.lowerwords import lower_words
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child, left_quantity, subject_of
from harmledger.claims.victims.phrases import none_of
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["fits", "phrased", "said_of"]

_OBJECTS = ("pobj", "dobj", "pcomp")
#: Words between the last of the phrase and the number that it is said of, in the order of words.
_REACH = 4
_ARMED = frozenset(("perpetrator", "armed_group", "armed_forces", "police"))
_NOUNS = frozenset(("NOUN", "PROPN", "NUM"))
#: Fewer than these who leave a town or cross a river are not displaced by it.
_LEAST_MOVED = 10
_PREDICATES = frozenset(("VERB", "AUX"))


@cache
def _by_first() -> dict[str, list[tuple[tuple[str, ...], HarmWord]]]:
    """By first word all words of each phrase, the longest first, with its row."""
    found: dict[str, list[tuple[tuple[str, ...], HarmWord]]] = defaultdict(list)
    for form, rows in harm_words().items():
        told = tuple(form.split())
        if len(told) > 1:
            found[told[0]] += [(told, row) for row in rows]
    return {first: sorted(told, key=lambda one: -len(one[0])) for first, told in found.items()}


def phrased(parsed: Parsed) -> Iterator[Harm]:
    """The harms of a sentence that its phrases tell, in the order of the phrases."""
    table, end, low = _by_first(), 0, lower_words(parsed.doc)
    for at, first in enumerate(low):
        for told, word in table.get(first, ()) if at >= end else ():
            if low[at : at + len(told)] != told:
                continue
            if word.needs_verb and not parsed.words & word.needs_verb:
                continue
            end = at + len(told)
            if word.id == "not_made_it" and low[end : end + 1] and _makes_it_to(low[end]):
                break
            phrase = list(parsed.doc[at:end])
            yield from (h for h in _harms(parsed, phrase, word) if fits(parsed, h))
            break
    yield from goods_shares(parsed)


def _makes_it_to(word: str) -> bool:
    return word in words("grammar", "makes_it_to")


def fits(parsed: Parsed, harm: Harm) -> bool:
    """Whether it is said of several where the row asks for it, and of no fighters."""
    head = harm.victim
    if harm.word.measure == "displaced" and head.lower_ in words("things", "aid_units"):
        return False  # "60 tonnes of flour crossed into the valley"
    if harm.word.unarmed and status_of(head.lower_, ()) in _ARMED:
        return False
    if not harm.word.many:
        return True
    found = parsed.quantity(head) or next(filter(None, map(parsed.quantity, head.children)), None)
    if found is not None:
        least = _LEAST_MOVED if harm.word.measure == "displaced" else 2
        if harm.word.measure == "displaced" and found.size <= 2 and harm.trigger.dep_ == "relcl":
            return False  # "many of them children who had taken shelter in compounds"
        return found.size >= least or found.qualifier == "vague"
    if harm.word.measure == "displaced":
        return head.lower_ in words("things", "households")
    return head.tag_ in {"NNS", "NNPS"} or head.lower_ in words("grammar", "some_of_many")


def _harms(parsed: Parsed, phrase: list[Token], word: HarmWord) -> Iterator[Harm]:
    inner = {t.i for t in phrase}
    root = next((t for t in phrase if t.head.i not in inner or t.head.i == t.i), phrase[0])
    if word.frame == "said_for":
        last = phrase[-1]
        noun = child(last, *_OBJECTS) or _behind(parsed, last)
        if noun is not None:
            yield Harm(word, root, noun, None, "phrase")
    elif word.frame == "count":
        if none_of(phrase[0]) is not None:
            yield Harm(word, root, phrase[0], None, "count")
        else:
            yield from said_of(parsed, phrase, word)
    elif word.frame == "none_lived":
        aboard = those_aboard(parsed, phrase[0].i)
        if aboard is not None:
            yield Harm(word, root, aboard, None, "phrase")
    elif word.frame == "done_to":
        verb = next((t for t in phrase if t.pos_ == "VERB"), root)
        yield from transitive(parsed, verb, word)
    else:
        yield from said_of(parsed, phrase, word)


def said_of(parsed: Parsed, phrase: list[Token], word: HarmWord) -> Iterator[Harm]:
    """The subject of the words, or of the verb that they hang on."""
    inner = {t.i for t in phrase}
    root = next((t for t in phrase if t.head.i not in inner or t.head.i == t.i), phrase[0])
    subject = _subject(parsed, phrase, root)
    if subject is not None and subject.i not in inner:
        yield Harm(word, root, subject, None, "subject")


def _subject(parsed: Parsed, phrase: list[Token], root: Token) -> Token | None:
    """Of whom the phrase is said: of its verb, else of the verb that it hangs on."""
    for token in (root, *phrase):
        if token.pos_ not in _PREDICATES:
            continue
        if token.dep_ in {"acl", "relcl"} and child(token, *SUBJECTS) is None:
            return token.head
        if (told := subject_of(token)) is not None and told not in phrase:
            return told  # not the throats of "with their throats cut"
    above = root.head
    left = (
        child(above, "dobj")
        if above.lower_ in words("grammar", "result_verbs", "of_phrases") and above.i < root.i
        else None
    )
    if left is not None and left.i < phrase[0].i:
        return left  # "the shelling left 48 houses in ruins"
    if root.dep_ == "prep" and above.pos_ in _NOUNS and above.i < root.i and above.dep_ != "dobj":
        return above  # "the nuns in captivity"
    while above.dep_ in {"prep", "pobj"}:
        above = above.head
    if above.pos_ in _PREDICATES and (told := subject_of(above)) is not None:
        return told
    return left_quantity(parsed, phrase[0])


def _behind(parsed: Parsed, last: Token) -> Token | None:
    """The number right behind the phrase, where the parser hangs it elsewhere."""
    for token in last.doc[last.i + 1 : last.i + 1 + _REACH]:
        if parsed.quantity(token) is not None:
            return token.head if token.dep_ == "nummod" else token
    return None
