"""Claims that stand beside an incident's range: figures replaced later, and denials by a zero."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.assessments.method import Method
from harmledger.assessments.repeats import by_text, nameless, repeats
from harmledger.assessments.sentences import said
from harmledger.assessments.shorter import fuller_names, generic_speakers
from harmledger.assessments.sorting import reason
from harmledger.claims import share_of
from harmledger.counters import Counters
from harmledger.incidents import counted, status_of, whole_readings
from harmledger.records import Claim, Reason

__all__ = ["REPLACED", "Aside", "set_aside"]

#: How the reason begins that names figures which a later one replaced.
REPLACED = "Replaced by a later figure of the same origin"

#: Words before those of whom only some speak: "an official" of today is not that of yesterday.
_SOME = re.compile(
    r"(?:an?|one|another|two|three|some|several|other|many|few|most)\s", re.IGNORECASE
)
#: Kinds of speakers that one place has one of, though no name is given.
_BODIES = frozenset({"anonymous_official", "authority", "medic"})
#: Precisions of places that are one town.
_TOWNS = frozenset({"city", "town", "village"})

#: Measures of people of whom fewer are left when some are found or let go.
_ENDING = frozenset({"missing", "detained", "abducted", "displaced"})


@dataclass(frozen=True, slots=True)
class Aside:
    """The rule that sets claims aside, and what its reason says before naming them."""

    rule: str
    words: str
    ids: frozenset[str]

    def reason(self, claims: Sequence[Claim]) -> Reason | None:
        """The reason for those of ``claims`` that are set aside; None where none is."""
        own = [claim for claim in claims if claim.id in self.ids]
        return reason(self.rule, f"{self.words}: {said(own)}.", own) if own else None


def set_aside(claims: Sequence[Claim], method: Method, counters: Counters) -> tuple[Aside, ...]:
    """What the method's rules set aside among the claims of one measure of an incident."""
    found: list[Aside] = []
    rule = method.rule("latest_of_origin")
    if rule is not None:
        ids = _replaced(claims, counters)
        found.append(Aside(rule.id, REPLACED, ids))
    rule = method.rule("zero_is_denial")
    if rule is not None:
        ids = _zeros(claims)
        found.append(Aside(rule.id, "Says that there was none, which stands beside the range", ids))
    return tuple(found)


def _replaced(claims: Sequence[Claim], counters: Counters) -> frozenset[str]:
    """Figures of a named origin for which it gave another on a later day.

    Groups that a later text of it lists side by side, and that are no parts there, are a figure
    for all as well. A copy tells no later than the first of its family.
    """
    days: dict[str, str] = {}
    for claim in claims:
        if claim.reported_at:
            family = counters.family(claim)
            day = claim.reported_at[:10]
            days[family] = min(days.get(family, day), day)
    series: dict[tuple[object, ...], list[tuple[str, Claim]]] = defaultdict(list)
    texts: dict[tuple[tuple[str, str], str, str], list[Claim]] = defaultdict(list)
    fuller = fuller_names(claims, counters)
    for claim in claims:
        kind, whose = counters.key(claim)
        # "The examiner" and "the state examiner".
        key = kind, fuller.get(whose, whose)
        known = days.get(counters.family(claim))
        if _somebody(claim, counters) and known and counted(claim) and claim.qualifier != "vague":
            series[*key, status_of(claim)].append((known, claim))
            texts[key, known, claim.text_id].append(claim)
    wholes: dict[tuple[object, ...], list[tuple[str, int]]] = defaultdict(list)
    for (key, day, _), own in texts.items():
        wholes[*key, None] += [(day, low) for low in _sums(own)]
    gone: set[str] = set()
    for people, readings in series.items():
        last: dict[int | None, str] = defaultdict(str)
        for day, claim in readings:
            # "Fourteen remain in hospital" replaces no count of all the injured.
            if not share_of(claim):
                town = _town(claim, counters)
                last[town] = max(last[town], day)
        for day, claim in readings:
            town = _town(claim, counters)
            fitting = last.values() if town is None else (last[None], last[town])
            if day < max(fitting, default=""):
                gone.add(claim.id)
        for later, low in wholes.get(people, ()):
            fewer = (c for day, c in readings if day < later and _may_become(c, low))
            gone.update(claim.id for claim in fewer)
    # A headline or lede that gives the replaced figure again goes with it.
    told = by_text((c for c in claims if c.id in gone), counters.family_of)
    kept = by_text((c for c in claims if c.id not in gone and not nameless(c)), counters.family_of)
    for claim in claims:
        family = counters.family(claim)
        again = nameless(claim) and repeats(claim, told.get(family, ()))
        if again and not repeats(claim, kept.get(family, ())):
            gone.add(claim.id)
    return frozenset(gone)


def _sums(claims: Sequence[Claim]) -> list[int]:
    """The figures for all that one text gives as groups side by side: "a nurse and two patients"
    are three."""
    found = whole_readings(claims, known=claims).readings
    return [
        one.low
        for one in found
        if len(one.claims) > 1
        and not one.persons
        and one.low is not None
        and one.low == sum(claim.low or 0 for claim in one.claims)
    ]


def _may_become(claim: Claim, low: int) -> bool:
    """Whether a list of so many may be all of those of an earlier figure: the missing become
    fewer, the dead do not, so that a list of fewer dead is one of some of them."""
    return claim.measure in _ENDING or (claim.low or 0) <= low


def _somebody(claim: Claim, counters: Counters) -> bool:
    """True where the speaker is named, or is the police, the doctors, the officials of a place.

    Two who are called "an official" are not one person, nor are any two witnesses.
    """
    said = counters.spoken.get(claim.id)
    speaker = claim.speaker
    if said is None or (speaker is not None and speaker.kind == "witness"):
        return False
    if speaker is None or not _bare(claim, counters):
        return True
    return speaker.kind in _BODIES and not _SOME.match(speaker.name)


def _bare(claim: Claim, counters: Counters) -> bool:
    """Whether the speaker is called by no name: "police", "doctors", "Spanish officials"."""
    said = counters.spoken.get(claim.id)
    if said is None or claim.speaker is None or counters.counters[said.counter].entry:
        return False
    return said.words <= generic_speakers() or claim.speaker.kind == "anonymous_official"


def _town(claim: Claim, counters: Counters) -> int | None:
    """The town of a bare speaker: the police of one town are not those of another."""
    place = claim.place if _bare(claim, counters) else None
    return place.geonameid if place is not None and place.precision in _TOWNS else None


def _zeros(claims: Sequence[Claim]) -> frozenset[str]:
    """Zeros beside figures that are none: "no one was hurt" against twelve is a denial."""
    if not any(claim.low for claim in claims if counted(claim)):
        return frozenset()
    return frozenset(c.id for c in claims if c.low == 0 and c.high == 0 and not share_of(c))
