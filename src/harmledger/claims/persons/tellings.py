"""One victim as one claim tells of him or her: name, years, sex, noun, and how it is introduced.

"Ana Ruiz, 17," is a name with years; "a clerk" a new person; "the clerk" and "she" point back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from harmledger.claims.persons.single import individual, name_of
from harmledger.claims.quantities.ages import ADULT, find_ages
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word
from harmledger.records import Claim

__all__ = ["Telling", "telling_of"]

#: How far before a name its age may begin: "17-year-old Ana Ruiz".
_AGE_REACH = 24
_AGE_BEHIND = re.compile(r"(?:\s+[A-Z]\w+\.?)?\s*(?:,\s*(?:aged?\s+)?|\(\s*)(\d{1,2})\s*[,.;)]")
_PRONOUNS = frozenset(("he", "she", "him", "her"))
_OTHER = re.compile(r"\b(?:another|other|second|third|fourth|fifth|else)\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(\w+),?\s*\Z")
#: "One of the victims, 17-year-old Ana Ruiz", "the clerk, later identified as Ana Ruiz".
_NAME = r"((?:[A-Z][\w'’.-]*[ \n]){1,3}[A-Z][\w'’-]+)"
_APPOSED = re.compile(
    r"(?:[ \n]+of[ \n]+(?:the|those|his|her|its)[ \n][\w -]{3,40})?,?[ \n]+"
    r"(?:(?:who[ ]was[ ])?(?:later[ ])?(?:identified|named)[ ](?:by[ ][\w ]{3,30}[ ])?as[ ]"
    rf"(?:\d{{1,2}}-year-old[ ])?{_NAME}|\d{{1,2}}-year-old[ ]{_NAME}"
    rf"|{_NAME}[ ]?,[ ](?:aged?[ ])?\d{{1,2}}\b)"
)
#: Words with which a name ends that are no surname.
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@dataclass(frozen=True, slots=True)
class Telling:
    """What one claim says of its one victim.

    ``form``: pronoun, name, definite ("the boy"), kin ("his friend"), indefinite ("a boy"),
    number ("one"). ``fresh``: told as one more ("another man"). ``years``: the age in years, None
    where not given.
    """

    claim: Claim
    form: str
    names: tuple[str, ...] = ()
    years: int | None = None
    sex: str | None = None
    noun: str | None = None
    fresh: bool = False

    @property
    def child(self) -> bool | None:
        """Whether under 18, or called a child; None where nothing tells."""
        if self.years is not None:
            return self.years < ADULT
        population = self.claim.population
        return True if population is not None and population.age == "child" else None

    @property
    def role(self) -> str | None:
        """The noun where it tells more than sex and age: "clerk", "daughter"."""
        plain = words("grammar", "no_roles") - words("grammar", "kin")
        return None if self.noun is None or self.noun in plain else self.noun


def telling_of(text: str, claim: Claim) -> Telling:
    """What ``claim``, of one person, tells of that person."""
    alone = claim.quote.casefold() if claim.quote.istitle() and " " not in claim.quote else None
    surname = (alone,) if alone and _surname(text, alone) else ()
    names = tuple(
        word
        for word in name_of(claim) or surname or _apposed(text, claim)
        if word not in _SUFFIXES
        and len(word) > 1
        and (not is_person_word(word) or _surname(text, word))
    )
    population = claim.population
    return Telling(
        claim,
        _form(claim, bool(names)),
        names,
        _years(text, claim),
        population.sex if population else None,
        _kin_before(text, claim) if names else _noun(claim),
        bool(_OTHER.search(claim.quote)),
    )


def _apposed(text: str, claim: Claim) -> tuple[str, ...]:
    """The name that stands behind the words for a person, in apposition to them."""
    if claim.quote.casefold() in _PRONOUNS:
        return ()
    found = _APPOSED.match(text, claim.end)
    name = next((part for part in found.groups() if part), "") if found else ""
    return tuple(word.casefold() for word in name.split())


def _surname(text: str, word: str) -> bool:
    """ "Luis Miller ... Miller": a name here, though a word for people; not so in "the miller"."""
    name = word.capitalize()
    return (
        re.search(rf"\b{word}s?\b", text) is None
        and name in text
        and any(
            not is_person_word(first.casefold())
            for first in re.findall(rf"\b([A-Z][a-z]+) {name}\b", text)
        )
    )


def _form(claim: Claim, named: bool) -> str:
    first, *_ = [*claim.quote.casefold().split(), ""]
    if claim.quote.casefold() in _PRONOUNS:
        return "pronoun"
    if named:
        return "name"
    if not individual(claim):
        return "number"
    if first in words("grammar", "own") or re.search(r"['’]s\s", claim.quote):
        return "kin"
    return "definite" if first in words("grammar", "points_back") else "indefinite"


def _years(text: str, claim: Claim) -> int | None:
    """The age in the quote, right before it, or behind it between commas."""
    found = [*find_ages(claim.quote)]
    if not found:
        near = text[max(0, claim.start - _AGE_REACH) : claim.start]
        found = [age for age in find_ages(near) if not near[age.end :].strip()]
    if found:
        return found[-1].years
    behind = _AGE_BEHIND.match(text, claim.end)
    return int(behind[1]) if behind and claim.quote.casefold() not in _PRONOUNS else None


def _noun(claim: Claim) -> str | None:
    population = claim.population
    if population is None or not population.surface or claim.quote.casefold() in _PRONOUNS:
        return None
    return population.surface.split()[-1].casefold().rpartition("-")[2]


def _kin_before(text: str, claim: Claim) -> str | None:
    """ "His wife Ana Ruiz": the noun before a name, where it is one of kin."""
    before = _WORD_BEFORE.search(text, max(0, claim.start - _AGE_REACH), claim.start)
    noun = before[1].casefold() if before else None
    return noun if noun in words("grammar", "kin") else None
