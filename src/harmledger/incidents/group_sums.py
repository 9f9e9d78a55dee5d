"""Groups of people that may be added up, because they are disjoint by what the text says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from harmledger.claims import same_person
from harmledger.incidents.readings import (
    Reading,
    individual,
    only_there,
    speaks_of_others,
    status_of,
    sum_of,
    surface_of,
)
from harmledger.records import Claim

__all__ = ["side_by_side", "sums_of_statuses", "without_fighters_alone"]

_ANYONE = re.compile(r"\b(people|persons?|victims?|lives|dead|in total|total)\b", re.IGNORECASE)

_PRONOUNS = frozenset(("he", "she", "him", "her"))

#: People of whom a sum leaves out everybody else.
_FIGHTING = frozenset({"armed_forces", "police", "armed_group"})

#: "A triple homicide": the number of all, whoever is named beside it.
_MANIFOLD = re.compile(r"(?:double|triple|quadruple|quintuple|sextuple)\b", re.IGNORECASE)

#: So many other sentences about one person say that a list of two in one sentence is none.
_TOLD_AGAIN = 2

#: Characters between two quantities that stand side by side ("12 staff and 10 patients").
_SIDE_BY_SIDE = 40

#: The same where the first are those aboard something, which is then named.
_THERE = 80

#: Longer lists are more likely to be something else.
_LONGEST = 5


def side_by_side(claims: Sequence[Claim]) -> list[Reading]:
    """Sums of groups that one sentence lists next to each other; ``claims`` in text order."""
    runs: list[list[Claim]] = []
    for claim in claims:
        last = runs[-1][-1] if runs else None
        if last is not None and _adjacent(last, claim):
            runs[-1].append(claim)
        else:
            runs.append([claim])
    return [
        sum_of([Reading(claim.low, claim.high, (claim,)) for claim in run])
        for run in runs
        if 2 <= len(run) <= _LONGEST and _disjoint(run) and not _only_here(run, claims)
    ]


def _only_here(run: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Single persons side by side, where all else that the text tells is of one of them.

    "Father charged after teenager shot dead", and then three sentences about the teenager.
    """
    if not all(individual(claim) for claim in run):
        return False
    text_id, sentence = run[0].text_id, run[0].sentence_start
    rest = [c for c in claims if c.text_id == text_id and c.sentence_start != sentence]
    if len({claim.sentence_start for claim in rest}) < _TOLD_AGAIN:
        return False
    return all(individual(claim) and same_person(rest[0], claim) for claim in rest)


def _adjacent(one: Claim, two: Claim) -> bool:
    return (
        one.text_id == two.text_id
        and one.sentence_start == two.sentence_start
        and one.speaker == two.speaker
        and one.stance == two.stance
        and 0 <= two.start - one.end <= (_THERE if only_there(one) else _SIDE_BY_SIDE)
        and "vague" not in (one.qualifier, two.qualifier)
    )


def _disjoint(run: Sequence[Claim]) -> bool:
    if any(claim.quote.casefold() in _PRONOUNS for claim in run):
        return False  # "a boy died after he was shot" tells of one
    if any(_pointed_at(one, two) for one, two in pairwise(run)):
        return False
    if any(_MANIFOLD.match(claim.quote) for claim in run):
        return False
    surfaces = [surface_of(claim).casefold() for claim in run]
    if not all(surfaces) or len(set(surfaces)) < len(surfaces):
        return False
    # "22 people, 12 staff and 10 patients" lists a whole with its parts; "259 people aboard and 11
    # people on the ground" does not.
    if any(_anyone(claim) for claim in run):
        return False
    lows = [claim.low for claim in run if claim.low is not None]
    if len(lows) < len(run):
        return False
    return len(lows) == 2 or all(2 * low != sum(lows) for low in lows)


def _anyone(claim: Claim) -> bool:
    anyone = _ANYONE.search(surface_of(claim)) is not None
    return anyone and not speaks_of_others(claim) and not only_there(claim)


def _pointed_at(one: Claim, two: Claim) -> bool:
    """ "Shot a teenager, killing the youth": another harm word, and the article points back."""
    told = one.basis is not None and two.basis is not None and one.basis.start != two.basis.start
    alone = individual(one) and individual(two)
    return told and alone and two.quote.casefold().startswith("the ")


def sums_of_statuses(claims: Sequence[Claim]) -> list[Reading]:
    """Where nobody gave a total: the statuses that one source of a text names, which are disjoint,
    added, with those that the text tells itself.

    What two sources count is not added up: one's civilians may be the other's fighters. Only the
    sources that name the most statuses are added up, and no sum below a group that another tells
    of; empty where none names two. One
    person described twice ("a policeman", "the driver") must not become two: single victims
    count only beside another status in their sentence.
    """
    by_text: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_text[claim.text_id].append(claim)
    found: list[tuple[int, Reading]] = []
    for text_id in sorted(by_text):
        for own in _by_source(by_text[text_id]):
            statuses: dict[str, list[Claim]] = defaultdict(list)
            for claim in own:
                status = status_of(claim)
                if status is not None and (not individual(claim) or _beside(claim, own)):
                    statuses[status].append(claim)
            if len(statuses) > 1:
                parts = [_spread(statuses[status]) for status in sorted(statuses)]
                found.append((len(statuses), sum_of(parts)))
    most = max((number for number, _ in found), default=0)
    least = max((claim.low or 0 for claim in claims), default=0)
    sums = (reading for number, reading in found if number == most)
    return [reading for reading in sums if reading.high is None or reading.high >= least]


def _by_source(claims: Sequence[Claim]) -> list[list[Claim]]:
    """By source what it says, with what the narrator of the same text says himself."""
    told: list[Claim] = []
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        speaker = claim.speaker
        name = (speaker.canonical or speaker.name).casefold() if speaker else ""
        (said[name] if name else told).append(claim)
    return [[*told, *own] for own in said.values()] or [told]


def _beside(claim: Claim, claims: Sequence[Claim]) -> bool:
    return any(
        other.sentence_start == claim.sentence_start
        and status_of(other) not in {None, status_of(claim)}
        for other in claims
    )


def _spread(claims: Sequence[Claim]) -> Reading:
    lows = [claim.low for claim in claims if claim.low is not None]
    highs = [claim.high for claim in claims]
    return Reading(
        min(lows, default=None),
        None if None in highs else max(high for high in highs if high is not None),
        tuple(claims),
    )


def without_fighters_alone(sums: Sequence[Reading], others: Sequence[Reading]) -> list[Reading]:
    """The sums without those of soldiers, police and armed groups alone, where others are of all:
    "three policemen and 25 rebels" leaves out the villagers whom another counts."""
    of_all = [one for one in sums if not all(status_of(c) in _FIGHTING for c in one.claims)]
    return of_all if of_all or others else list(sums)
