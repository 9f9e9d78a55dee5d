"""Shares of a number told before: "four of the wounded", "40 of those", "of these, 128".

Such a claim says nothing of how many there were in all. Its people are then written with the
words that make it a share ("of the wounded").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.words.lexicon import LANGUAGE, words
from harmledger.records import Claim, Population
from harmledger.vocabulary import load

__all__ = ["adds_to_a_count", "share_of", "some_of_its_group", "with_shares"]

_BACK = r"of (?:these|those|them|whom)"
_BEFORE = re.compile(rf"\b({_BACK}),?\s+$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s+({_BACK}|of the (\w+))\b", re.IGNORECASE)
#: Rules that tell of the state of people who were harmed: never of all of them.
_STATES = frozenset({"condition", "in_hospital", "state"})


@cache
def _harmed() -> dict[str, str]:
    """By word for those harmed the measure that it counts."""
    terms = load(LANGUAGE, "measures").terms
    return {word: term.id for term in terms for word in term.data.get("harmed", ())}


def share_of(claim: Claim) -> bool:
    """Whether the claim is of some of those harmed in the same way, not a count of all."""
    if claim.basis is not None and claim.basis.only_some:
        return True
    surface = claim.population.surface if claim.population else None
    return bool(surface and surface.startswith("of "))


def adds_to_a_count(claim: Claim) -> bool:
    """Whether the claim tells by how much a count changed: "added 3,000 deaths to its toll"."""
    said = ((claim.basis.only_some if claim.basis else None) or "").casefold().split()
    return bool(said) and said[0] in words("only_some", "additions")


@cache
def _first_words() -> frozenset[str]:
    keys = "words", "ahead", "how_long"
    phases = {w.split()[0] for key in keys for w in words("only_some", "phases", key)}
    return words("grammar", "losing").union(phases)


def some_of_its_group(claim: Claim) -> bool:
    """Whether it counts one phase of the event, or one person's kin: some of any group, too.

    "Shortly before the assault", "lost nine relatives"; but "12 of those killed were soldiers" has
    all the soldiers.
    """
    said = ((claim.basis.only_some if claim.basis else None) or "").casefold().split()
    return bool(said) and said[0] in _first_words()


def with_shares(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with those that are shares of a number of their own measure marked."""
    made: list[Claim] = []
    last: Claim | None = None
    for claim in claims:
        words = None if claim.part_of else _words(text, claim, last)
        if words is not None:
            people = claim.population or Population(status="unstated")
            made.append(replace(claim, population=replace(people, surface=words)))
        else:
            made.append(claim)
        last = claim
    return made


def _words(text: str, claim: Claim, last: Claim | None) -> str | None:
    surface = ((claim.population.surface if claim.population else None) or "").casefold()
    behind = _BEHIND.match(text, claim.end)
    if behind and behind[2]:
        same = _harmed().get(behind[2].casefold()) == claim.measure
        own = surface in {"", behind[2].casefold()}
        return f"of the {behind[2]}" if same and own and claim.basis else None
    found = behind or _BEFORE.search(text[max(0, claim.start - 12) : claim.start])
    if found is None or surface not in {"", *found[1].casefold().split()}:
        return None
    told = (
        last is not None and last.measure == claim.measure and (last.low or 0) >= (claim.low or 0)
    )
    state = claim.basis is not None and claim.basis.rule in _STATES
    return found[1].lower() if told or state else None
