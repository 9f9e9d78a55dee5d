"""Evidence that two tellings of one text are of one person, or that they are not.

Names, ages in years, sex and status that differ make two persons. Else each thing that speaks for
one person or for two has its weight, and the sum decides
(:mod:`harmledger.claims.persons.sameness`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harmledger.claims.persons.days import another_day
from harmledger.claims.persons.occasions import Occasions
from harmledger.claims.persons.single import status_of
from harmledger.claims.persons.tellings import Telling
from harmledger.claims.words.lexicon import words

__all__ = ["Scene", "apart", "evidence"]

#: From these years on one is not called a teen or a child any more.
_GROWN = 20
#: How far behind a person a pronoun may stand, in characters.
_PRONOUN_REACH = 500


@dataclass(frozen=True, slots=True)
class Scene:
    """The text, the events that it tells of, and who is harmed in it.

    ``lone``: one victim only; ``all_died``: of nobody it is said that he or she lived.
    """

    text: str
    occasions: Occasions
    lone: bool = False
    all_died: bool = False


def apart(text: str, one: Telling, two: Telling) -> bool:
    """Whether two tellings, in text order, are of two persons for sure."""
    if one.names and two.names:
        return not _named_alike(text, one.names, two.names)
    if None not in {one.years, two.years} and one.years != two.years:
        return True
    if None not in {one.sex, two.sex} and one.sex != two.sex:
        return True
    grown = {age for age in (one.years, two.years) if age is not None and age >= _GROWN}
    if grown and True in {one.child, two.child}:
        return True
    statuses = {status_of(one.claim), status_of(two.claim)} - {None}
    if len(statuses) > 1 or two.fresh:
        return True
    # Side by side, only a word that points back is surely the same.
    side_by_side = one.claim.sentence_start == two.claim.sentence_start
    return side_by_side and two.form not in {"pronoun", "definite"}


def _named_alike(text: str, one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """ "Ruiz" is "Ana Ruiz", and "Ana" is "Ruiz" where the text has the full name somewhere."""
    shared = set(one) & set(two)
    if len(one) > 1 and len(two) > 1:
        # "Luis Prat" and "Ana Prat" are two, "Luis Prat" and "Luis Prat Soler" one.
        return one[0] == two[0] or len(shared) > 1
    if not shared and len(one) == len(two) == 1:
        return any(_full_name(*pair).search(text) for pair in ((one[0], two[0]), (two[0], one[0])))
    return bool(shared)


def _full_name(first: str, last: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{first})[ \n](?:[A-Z]\w*\.?[ \n])?(?i:{last})\b")


def evidence(
    scene: Scene, one: Telling, two: Telling, nearest: Telling | None
) -> Iterator[tuple[str, float]]:
    """What speaks for one person (above zero) or for two, by name; the tellings in text order.

    ``nearest``: the last telling before ``two`` that can be of the same person.
    """
    first, second = one.claim, two.claim
    named = bool(one.names and two.names)
    if named:
        yield "same name", 6
    if one.years is not None and one.years == two.years:
        yield "same age", 3
    if two.form == "pronoun" and nearest is not one:
        pass  # what else speaks for it goes through the one in between
    elif scene.lone:
        yield "one victim in the text", 4
    elif scene.all_died and {first.measure, second.measure} == {"killed", "injured"}:
        yield "nobody told to have lived", 3
    if "number" in {one.form, two.form} and two.form != "pronoun":
        yield "a number", -9
    if two.form == "pronoun":
        if nearest is one and second.start - first.start < _PRONOUN_REACH:
            yield "pronoun of the nearest", 4
    elif two.form == "definite":
        same = one.noun == two.noun
        yield (
            ("points back to the nearest", 2 if same else 1) if nearest is one else ("definite", 1)
        )
    elif two.form == "kin":
        yield "somebody's kin", -1
    elif two.form == "indefinite":
        yield "told as new", -1
        if one.names:
            yield "told as new behind a name", -2
    if not named and "pronoun" not in {one.form, two.form}:
        yield from _by_noun(one, two)
    if not named and scene.occasions.differ(first.start, second.start):
        yield "other event", -4
    if not named and another_day(first, second):
        yield "other day", -4
    dead = {first.measure, second.measure} == {"killed"}
    if dead:
        yield "both dead", 1


def _by_noun(one: Telling, two: Telling) -> Iterator[tuple[str, float]]:
    """What the nouns for the two tell: "the clerk" is no driver, and "his wife" one's wife."""
    kin = words("grammar", "kin")
    if one.noun is not None and one.noun == two.noun:
        yield ("same kin", 3) if one.noun in kin else ("same noun", 1)
    if one.names or two.names:
        return
    roles = {role for role in (one.role, two.role) if role is not None}
    if len(roles) > 1:
        yield "other role", -3
    elif one.role != two.role and not roles & kin:
        yield "role told of one", -1
