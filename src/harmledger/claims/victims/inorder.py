"""Lists read by the order of their words, where the parser broke them apart.

"Ana Ruiz, 47, and Hugo Lema, 21, were killed": persons side by side up to the verb, or behind it,
closed by an "and". Only single persons are read so, each with a name or a noun for a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.member import (
    ANDS,
    before_age,
    left_of,
    member,
    member_up_to,
    past_age,
    person,
)
from harmledger.claims.victims.oneperson import one_person
from harmledger.claims.victims.phrases import Counted, item
from harmledger.claims.victims.together import together
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["in_order"]

#: Tags of a verb that begins a clause of its own: "a man and a woman was hurt".
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
#: Persons from which on those beside each other are a list, though they are no one count.
_SURE_LIST = 4
#: Persons of one list at most.
_MOST = 12


def in_order(parsed: Parsed, found: list[Counted], trigger: Token) -> list[Counted]:
    """``found``, single persons, with those beside them in a list under ``trigger``.

    One count, or one for each of four and more who are told one by one.

    Empty where the words beside them make no list with them.
    """
    if any((one.low, one.high) != (1, 1) or not person(parsed, one.head) for one in found):
        return []
    first, last = min(found, key=lambda one: one.start), max(found, key=lambda one: one.end)
    doc = first.head.doc
    behind = _behind(parsed, first, trigger)
    if len(behind) < len(found):
        behind = _behind(parsed, last, trigger)
    front = [] if behind else _in_front(parsed, first.head, trigger, closed=len(found) > 1)
    if not (behind or front) or any(one_person(o.head, t) for o in found for _, t in behind):
        return []
    members = [*found]
    behind = [(left, one) for left, one in behind if all(one.i != m.head.i for m in found)]
    for left, one in (*front, *behind):
        named = one.pos_ == "PROPN" and not is_person_word(one.lower_)
        span = parsed.start(doc[left]), parsed.end(one)
        members.append(item(parsed, *span, 1, 1, "exactly", one, [one], named=named))
    counts = together(members)
    # Four by name and age are one claim each; of two or three, a slip of the parser is likelier.
    return counts if len(counts) == 1 or len(members) >= _SURE_LIST else []


def _behind(parsed: Parsed, mine: Counted, trigger: Token) -> list[tuple[int, Token]]:
    """Those behind ``mine``, each with the token that its phrase begins with."""
    head = mine.head
    doc = head.doc
    last = next((t.i for t in doc[head.i :] if parsed.end(t) >= mine.end), head.i)
    at = past_age(doc, last + 1)
    members: list[tuple[int, Token]] = []
    whole, end = 0, at  # members up to the last "and", and what follows them
    while len(members) < _MOST:
        start = at + 1 if at < len(doc) and doc[at].text == "," else at
        closes = start < len(doc) and doc[start].lower_ in ANDS
        left = start + 1 if closes else start
        one = member(parsed, left) if left > at else None
        if one is None:
            break
        members.append((left, one))
        at = past_age(doc, one.i + 1)
        if closes:
            whole, end = len(members), at
    while end < len(doc) and doc[end].lower_ in words("grammar", "behind_lists"):
        end += 1
    follows = doc[end] if end < len(doc) else None
    if trigger.i > head.i:
        verb = follows is not None and (follows.pos_ in {"AUX", "VERB"} or follows.i == trigger.i)
        fits = (
            verb
            and trigger.i >= end
            and follows is not None
            and follows.lower_ not in words("grammar", "singular_verbs")
        )
    else:
        fits = follows is None or follows.tag_ not in _FINITE
    return members[:whole] if fits else []


def _in_front(
    parsed: Parsed, head: Token, trigger: Token, *, closed: bool
) -> list[tuple[int, Token]]:
    """Those in front of ``head``, the first one first, each with its first token.

    ``closed``: an "and" stands further on, so a comma will do.
    """
    doc = head.doc
    at = left_of(doc, head) - 1
    members: list[tuple[int, Token]] = []
    if at < 1 or not (doc[at].lower_ in ANDS or (closed and doc[at].text == ",")):
        return []
    at -= 1
    while len(members) < _MOST:
        last = at - 1 if doc[at].text == "," and not members else at
        one = member_up_to(parsed, before_age(doc, last))
        if one is None:
            break
        left = left_of(doc, one)
        members.insert(0, (left, one))
        if left < 2 or doc[left - 1].text != ",":
            break
        at = left - 2
    if not members:
        return []
    first = members[0][0]
    before = doc[first - 1] if first else None
    if trigger.i < first:
        fits = before is not None and (before.i == trigger.i or before.head.i == trigger.i)
    else:
        fits = _begins(before, trigger) and not any(
            t.lower_ in words("grammar", "singular_verbs") for t in doc[head.i + 1 : trigger.i]
        )
    return members if fits else []


def _begins(before: Token | None, trigger: Token) -> bool:
    """Whether a clause begins behind ``before``, or the list is said of by "who"."""
    if trigger.dep_ == "relcl" or before is None:
        return True
    opens = before.dep_ in {"mark", "advmod"} or before.lower_ in {"that", "when", "where", "and"}
    says = before.lower_ in words("reporting", "verbs")
    return opens or says or (before.is_punct and before.text != ",")
