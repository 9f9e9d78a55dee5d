"""One claim's figure in words, with its qualifier and the people it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from harmledger.incidents.readings import described, status_of
from harmledger.records import Claim
from harmledger.vocabulary import load
from harmledger.wording import figure_words

__all__ = ["claim_words", "done_words", "number_words", "people_words"]

#: A longer description of people is left to the quotation.
_MOST_LETTERS = 60

_ARTICLE = re.compile(r"^(?:an?|the|some|of|one)\s+", re.IGNORECASE)

#: "Of the dead", "of its crew": those counted are some of a group that is told of.
_OF = re.compile(r"^of\s+(?=(?:the|those|them|these|its|their|his|her|our)\b)", re.IGNORECASE)


def number_words(claim: Claim) -> str:
    """The figure as it was qualified: about 50; at least 3; dozens are "an unstated number"."""
    figure = figure_words(claim.low, claim.high)
    if claim.qualifier == "vague":
        known = claim.low is not None or claim.high is not None
        return f"an unstated number, {figure}" if known else "an unstated number"
    if claim.low is None and claim.high is None:
        return figure
    if claim.qualifier == "about":
        return f"about {figure}"
    if claim.qualifier in {"at_least", "more_than"} and not figure.startswith("at least "):
        return f"at least {figure}"
    if claim.qualifier in {"at_most", "fewer_than"} and not figure.startswith("at most "):
        return f"at most {figure}"
    return figure


@cache
def _plain() -> frozenset[str]:
    return frozenset(load("en", "statements")["plain_people"].words("words"))


def people_words(claim: Claim) -> str:
    """Whom the claim counts, where that is not just people: fighters, staff, children, families.

    Never the words for a named victim; what happened to them ("deaths", "dead") says nothing of
    who they are.
    """
    words = load("en", "statements")
    many = claim.low != 1 or claim.high != 1
    if claim.unit not in {"people", None}:
        return str(words["unit"].data.get(claim.unit, [claim.unit, claim.unit])[many])
    population = claim.population
    if population is None:
        return ""
    surface = _ARTICLE.sub("", _OF.sub("", " ".join((population.surface or "").split())))
    plain = set(re.findall(r"\w+", surface.casefold())) <= _plain()
    nobody = claim.low == claim.high == 0 and surface == claim.quote  # "None were injured"
    if not plain and not nobody and not population.named and len(surface) <= _MOST_LETTERS:
        return surface
    status = words["status"].data.get(status_of(claim) or "")
    if status is not None:
        return str(status[many])
    group = " ".join(part for part in described(claim) if part)
    return str(words["described"].data.get(group, [group, group])[many])


def done_words(measure: str, claims: Iterable[Claim]) -> str:
    """What befell those whom the claims of a measure count: killed; killed, injured or missing."""
    words = load("en", "statements")[measure].data
    own = (claim for claim in claims if claim.measure == measure)
    lost = any(c.basis and c.basis.word.lower() in words.get("lost_words", ()) for c in own)
    return str(words["lost" if lost else "done"])


def claim_words(claim: Claim) -> str:
    """Number and people: "about 50 fighters", "at least 3", "2 families"."""
    people, number = people_words(claim), number_words(claim)
    surface = " ".join((claim.population.surface or "").split()) if claim.population else ""
    named = claim.population is not None and claim.population.named
    if _OF.match(surface) and len(surface) <= _MOST_LETTERS and not named:
        people = surface if claim.qualifier != "vague" else _OF.sub("", surface)
    if not people:
        return number
    first, comma, least = number.partition(", ")
    # An unstated number of villagers, at least 24.
    return (
        f"{first} of {people}{comma}{least}" if claim.qualifier == "vague" else f"{number} {people}"
    )
