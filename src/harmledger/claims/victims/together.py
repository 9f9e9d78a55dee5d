"""Single persons joined under one harm word: one count over the whole list, or one each."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.claims.quantities.ages import age_beside
from harmledger.claims.victims.phrases import Counted
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word
from harmledger.records import Population

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["together"]

#: Statuses that stand on one side where a list holds both.
_SIDES = {"armed_forces": "security", "police": "security"}
_ANDS = frozenset(("and", "&"))


def together(found: list[Counted]) -> list[Counted]:
    """ "A man and his son were killed": single persons joined, none with a number, are one count.

    So are two told by what they do ("an officer and a sergeant"), and plurals without a number
    ("students and workers"). Two of two sides ("a soldier and a clerk") are not. Three or more stay
    apart where one is told by a role, by an age behind the name, or as spoken of before.
    """
    first, last = min(found, key=lambda one: one.start), max(found, key=lambda one: one.end)
    between = {token.lower_ for token in first.head.doc[first.head.i : last.head.i]}
    bounds = {(one.low, one.high, one.qualifier) for one in found}
    if (
        any(one.head.pos_ == "NUM" for one in found)
        or len(bounds) > 1
        or between & words("grammar", "parts_lists")
    ):
        return found
    single, vague = (1, 1, "exactly") in bounds, (2, None, "vague") in bounds
    if single and not _a_list(found):
        return found
    if any(c.lower_ == "one" for one in found for c in one.head.lefts):
        return found  # "one man and one woman": each is given a number
    if between & words("grammar", "signs_of_wounds"):
        return found  # "a man with a gunshot wound and a boy who was hit": told one by one
    if not (single or vague) or (single and len(found) > 2 and any(map(_told_apart, found))):
        return found
    populations = [one.population for one in found]
    status = _status({one.status for one in populations}, vague=vague)
    roles = {one.status for one in populations if one.age != "child"}
    if single and status == "civilian" and roles == {"unstated"}:
        status = "unstated"  # "a child and a woman"
    if single and status == "mixed":
        return found  # "a soldier and a clerk": methods count the two sides apart
    ages, sexes = {one.age for one in populations}, {one.sex for one in populations}
    population = Population(
        status=status,
        age=next(iter(ages)) if len(ages) == 1 else None,
        sex=next(iter(sexes)) if len(sexes) == 1 else None,
        named=any(one.named for one in populations),
    )
    number = len(found) + _unread(found) if single else 2
    return [
        replace(
            first,
            end=last.end,
            low=number,
            high=number if single else None,
            population=population,
        )
    ]


def _unread(found: list[Counted]) -> int:
    """How many members the parser lost: "a 31 y/o woman, 38 y/o woman, and 52 y/o woman": three."""
    heads = sorted((one.head for one in found), key=lambda head: head.i)
    said = {head.lower_ for head in heads if head.pos_ == "NOUN"}
    read = {head.i for head in heads}
    between = heads[0].doc[heads[0].i + 1 : heads[-1].i]
    return sum(t.lower_ in said and t.i not in read and t.nbor().text == "," for t in between)


def _a_list(found: list[Counted]) -> bool:
    """Whether single persons make a whole list: closed by an "and", none of them with a number.

    "In Leeds, Judge Ana Ruiz was shot" is none, nor are the last two of three.
    """
    heads = sorted((one.head for one in found), key=lambda head: head.i)
    first, last = heads[0], heads[-1]
    doc = first.doc
    if not any(token.lower_ in _ANDS for token in doc[heads[-2].i : last.i]):
        # "Girl, woman shot": a headline leaves it out.
        return len(heads) == 2 and not any(list(head.lefts) for head in heads)
    if any(t.dep_ == "nummod" and t.head.tag_ == "NNS" for t in doc[first.i : last.i]):
        return False  # "Ana Ruiz, along with her four children, and Luis Prat"
    if any(map(_one_more, heads, heads[1:])):
        return False
    left = first.left_edge.i
    comma = left > 1 and doc[left - 1].text == doc[last.left_edge.i - 2].text == ","
    before = doc[left - 2] if comma else None  # "a colonel, a judge, and a clerk"
    return before is None or not is_person_word(before.lower_) or before.is_ancestor(first)


def _one_more(one: Token, other: Token) -> bool:
    """Whether a name or noun that was not read stands between commas: "PRAT, ANA SOLER, AND LEMA".

    An age or what somebody is ("a clerk", "director of the daily") is none.
    """
    doc = one.doc
    commas = [token.i for token in doc[one.i + 1 : other.i] if token.text == ","]
    for first, last in pairwise(commas):
        chunk = doc[first + 1 : last]
        bare = bool(chunk) and all(token.tag_ in {"NN", "NNP"} for token in chunk)
        if bare and not is_person_word(chunk[-1].lower_):
            return True
    return False


def _status(statuses: set[str], *, vague: bool) -> str:
    """The status of a list whose members have ``statuses``.

    Those of two sides ("a soldier and a clerk", "the gunman and a man") are mixed; a soldier and a
    man of whom nothing is told are unstated.
    """
    if statuses == {"civilian", "unstated"}:
        return "civilian"  # "a clerk and a woman"
    if len(statuses) == 1:
        return next(iter(statuses))
    sides = {_SIDES.get(status, status) for status in statuses}
    if "perpetrator" not in sides:
        sides.discard("unstated")
    return "mixed" if vague or len(sides) > 1 else "unstated"


def _told_apart(one: Counted) -> bool:
    """Whether one of three or more is told by itself: by a role, an age, or as spoken of before."""
    head = one.head
    aged = age_beside(head) is not None  # "Hugo Lema, 18, Luis Prat, 40, and Bruno Almazan, 22"
    before = any(c.lower_ == "the" for c in head.lefts)  # "the woman, the man and the child"
    return aged or before or _with_role(one)


def _with_role(one: Counted) -> bool:
    """Whether a person without a name is told by a role: "a driver", and not "his son"."""
    if one.population.named:
        return False  # "Mayor Ana Ruiz, Consul Luis Prat and Hugo Lema"
    head = one.head
    if one.population.status not in {"unstated", "civilian"}:
        return True
    described = [head, *(c for c in head.children if c.dep_ in {"appos", "compound"})]
    none = words("grammar", "no_roles") | words("grammar", "kin")
    return any(
        t.pos_ == "NOUN" and t.lower_ not in none and not t.text.isdigit() for t in described
    )
