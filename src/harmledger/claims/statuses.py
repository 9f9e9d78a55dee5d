"""Who those harmed were, where another part of the text says it: roles of names, parts of totals.

"Luis Prat was wounded" is said of a civilian where the text has "Luis Prat, a clerk at the bank";
"he" has the status of the one just named; six of whom two were officers and two clerks are mixed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.ages import ADULT
from harmledger.claims.lexicon import alternatives, words
from harmledger.claims.people import is_person_word, status_of
from harmledger.claims.persons import described, individual, name_of
from harmledger.records import Claim

__all__ = ["settle_statuses"]

_PRONOUNS = frozenset(("he", "she", "him", "her", "both"))
#: How far back a pronoun may point, in characters.
_REACH = 500
#: How far back a pronoun may point to a child that no claim counts, in characters.
_CLOSE = 220
#: Names looked up in one text: lists of the dead can be long.
_MOST_NAMES = 300
#: Arrests of more at once are no arrests for one event.
_FEW = 3
_FIGHTERS = frozenset(("armed_forces", "police", "armed_group", "perpetrator"))
#: How far before a name the words of a role stand, in characters.
_TITLE_REACH = 200
#: What stands behind a name: ", 16," and ", a clerk at the bank"; and the words before it.
_AGE_BEHIND = re.compile(r"(?:\s+Jr\.?)?\s*,\s+(\d{1,3})\s*[,.;]")
_ROLE_BEHIND = re.compile(
    r"\s*,\s+(?:\d{1,3},\s+)?(?:(?:who\s+)?(?:is|was)\s+)?((?:an?|the|one)\s+)?([^,.;:]{3,60})",
    re.IGNORECASE,
)
_WORDS_AHEAD = re.compile(r"(?:[\w.-]+\s+){1,6}$")
_LINK = re.compile(r"^(?:of|for|from|in|at|with|who|on|to|and|as|by)$")


def settle_statuses(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in text order, with statuses that stand elsewhere in the text."""
    by_name: dict[str, str] = {}
    for claim in claims:
        status = _status(claim)
        for name in name_of(claim)[-1:]:
            if status != "unstated":
                by_name.setdefault(name, status)
    said: dict[str, tuple[str, bool]] = {}
    out: list[Claim] = []
    for claim in claims:
        population = claim.population
        names = _surnames(claim)
        if population is None or population.status != "unstated":
            out.append(claim)
        elif names and (len(said) < _MOST_NAMES or set(names) <= set(said)):
            for name in names:
                if name not in said:
                    said[name] = _said_of(text, name)
            statuses = {by_name.get(name.casefold()) or said[name][0] for name in names}
            child = all(said[name][1] for name in names)
            out.append(_with(claim, statuses.pop() if len(statuses) == 1 else "unstated", child))
        elif claim.quote.casefold() in _PRONOUNS:
            like = _like_the_last(claim, out)
            out.append(_child_before(text, like) if _status(like) == "unstated" else like)
        else:
            out.append(claim)
    if _of_crime().search(text):
        out = [_arrested(claim) for claim in out]
    return _mixed(_of_their_totals(out))


@cache
def _blame_behind() -> re.Pattern[str]:
    """What stands behind the name of one who is blamed for the event: "opened fire"."""
    blamed = alternatives(words("grammar", "blamed"))
    return re.compile(rf"[^.\n]{{0,40}}\b(?:{blamed})\b", re.IGNORECASE)


@cache
def _of_crime() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('grammar', 'of_crime'))})\b", re.IGNORECASE)


def _arrested(claim: Claim) -> Claim:
    """One arrested in a report that speaks of charges is a suspect of the event.

    Many arrested at once (at a march, in a sweep) are not, nor is anyone with a stated role.
    """
    population, basis = claim.population, claim.basis
    if claim.measure != "detained" or population is None or basis is None:
        return claim
    few = claim.high is not None and claim.high <= _FEW
    plain = population.status == "unstated" or (population.age == "child" and not population.role)
    if few and plain and basis.word.lower() in words("grammar", "arrests"):
        return replace(claim, population=replace(population, status="perpetrator"))
    return claim


def _status(claim: Claim) -> str:
    return claim.population.status if claim.population else "unstated"


def _with(claim: Claim, status: str, child: bool) -> Claim:
    population = claim.population
    assert population is not None
    if child:
        status = "civilian" if status == "unstated" else status
        population = replace(population, age="child")
    return replace(claim, population=replace(population, status=status))


def _surnames(claim: Claim) -> tuple[str, ...]:
    """The last words of the names that a claim names, as written."""
    if claim.population is None or not claim.population.named:
        return ()
    names = re.split(r",|;|\band\b|\bAND\b", claim.quote)
    return tuple(
        parts[-1]
        for name in names
        if (parts := re.findall(r"[^\W\d_][\w’'-]{2,}", name)) and parts[-1][0].isupper()
    )


def _said_of(text: str, surname: str) -> tuple[str, bool]:
    """The status that ``text`` states beside a name, and whether it gives an age below 18."""
    found = [m.span() for m in re.finditer(rf"\b{re.escape(surname)}(?!\w)", text, re.IGNORECASE)]
    exact = [(start, end) for start, end in found if text[start:end] == surname]
    ages = (_AGE_BEHIND.match(text, end) for _, end in exact)
    child = any(age is not None and int(age[1]) < ADULT for age in ages)
    for _, end in found:
        role = _ROLE_BEHIND.match(text, end)
        # "Swanson, police said" gives no role: a role has an article, or goes on with of or for.
        if role and (role[1] or re.search(r"\b(?:of|for)\b", role[2])):
            status = _status_of_phrase(role[2])
            if status != "unstated":
                return status, child
    if any(_blame_behind().match(text, end) for _, end in found):
        return "perpetrator", child
    last = 0
    for start, end in exact:
        title = _WORDS_AHEAD.search(text[max(last, start - _TITLE_REACH) : start])
        last = end
        status = _status_of_title(title[0].split()) if title else "unstated"
        if status != "unstated":
            return status, child
    return "unstated", child


def _status_of_title(ahead: list[str]) -> str:
    """The status of the role that stands before a name, with a first name or two between them."""
    for first in range(3):
        title = ahead[: len(ahead) - first]
        linked = [i for i, word in enumerate(title) if _LINK.match(word.lower())]
        title = title[linked[-1] + 1 :] if linked else title
        if title and first and not ahead[len(title) :][0][:1].isupper():
            break  # what stands between is no first name
        status = _status_of_phrase(" ".join(title))
        if status != "unstated":
            return status
    return "unstated"


def _status_of_phrase(phrase: str) -> str:
    """The status of a role in plain words: "a Capitol Police officer who was there"."""
    parts: list[str] = []
    for word in phrase.lower().split():
        if parts and _LINK.match(word):
            break
        parts.append(word.strip('()"“”'))
    if not parts or not is_person_word(parts[-1].rstrip(".")):
        return "unstated"
    if parts[-1] in words("grammar", "no_titles"):
        return "unstated"
    return status_of(parts[-1].rstrip("."), tuple(parts[:-1]), frozenset(parts))


def _like_the_last(claim: Claim, before: Sequence[Claim]) -> Claim:
    """A pronoun with the status and age of the person told last, where their sex agrees."""
    for other in reversed(before):
        if claim.start - other.start > _REACH:
            break
        if not individual(other) or other.measure == "detained" or other.population is None:
            continue
        if (claim.low or 0) > 1 and _status(other) == "perpetrator":
            continue  # "shot his wife and then himself ... both of whom lived"
        one, two = described(claim)[1], described(other)[1]
        if one is not None and two is not None and one != two:
            continue
        status = _status(other)
        if status == "unstated" or claim.population is None:
            return claim
        own = replace(claim.population, status=status, age=other.population.age)
        return replace(claim, population=own)
    return claim


@cache
def _children() -> re.Pattern[str]:
    nouns = alternatives(words("people", "age_child"))
    return re.compile(rf"\b(?:({nouns})|(\d{{1,2}})[\s-]year[\s-]old)\b", re.IGNORECASE)


def _child_before(text: str, claim: Claim) -> Claim:
    """ "The girl was flown to hospital, where she died": a child told of just before."""
    found = list(_children().finditer(text, max(0, claim.start - _CLOSE), claim.start))
    if not found or claim.population is None:
        return claim
    noun, years = found[-1][1], found[-1][2]
    other = {"female": "boy", "male": "girl"}.get(claim.population.sex or "")
    if (years and int(years) >= ADULT) or (noun and noun.lower() == other):
        return claim
    return _with(claim, "civilian", child=True)


def _of_their_totals(claims: Sequence[Claim]) -> list[Claim]:
    """Parts of which nothing is said are what their total is: "three rebels, one a woman"."""
    whole = {claim.id: _status(claim) for claim in claims}
    return [
        replace(claim, population=replace(claim.population, status=whole[claim.part_of]))
        if claim.part_of in whole
        and claim.population is not None
        and claim.population.status == "unstated"
        and whole[claim.part_of] not in {"unstated", "mixed"}
        else claim
        for claim in claims
    ]


def _mixed(claims: Sequence[Claim]) -> list[Claim]:
    """Totals whose stated parts are fighters and others are mixed."""
    parts: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.part_of is not None:
            parts[claim.part_of].add(_status(claim))
    return [
        replace(claim, population=replace(claim.population, status="mixed"))
        if claim.population is not None
        and claim.population.status == "unstated"
        and _is_mixed(parts.get(claim.id, set()))
        else claim
        for claim in claims
    ]


def _is_mixed(statuses: set[str]) -> bool:
    return bool(statuses & _FIGHTERS) and "civilian" in statuses
