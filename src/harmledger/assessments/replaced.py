"""Figures that their own origin replaced on a later day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from harmledger.assessments.repeats import by_text, nameless, repeats
from harmledger.assessments.shorter import fuller_names, generic_speakers
from harmledger.claims import described, individual, share_of
from harmledger.counters import Counters
from harmledger.incidents import counted, speaks_of_others, status_of, whole_readings
from harmledger.records import Claim

__all__ = ["first_days", "of_all", "replaced", "sums_of", "with_repeated"]

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


def replaced(claims: Sequence[Claim], counters: Counters) -> frozenset[str]:
    """Figures of an origin for which it gave another on a later day.

    Groups that a later text of it lists side by side, and that are no parts there, are a figure
    for all as well. A copy tells no later than the first of its family. What an outlet tells in its
    own name is replaced by no smaller figure: that may be one of some.
    """
    days = first_days(claims, counters)
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
        wholes[*key, None] += [(day, low) for low in sums_of(own)]
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
    gone |= _outgrown(claims, counters, days)
    return with_repeated(claims, frozenset(gone), counters)


def with_repeated(
    claims: Sequence[Claim], gone: frozenset[str], counters: Counters
) -> frozenset[str]:
    """``gone``, and headlines and ledes that give such a figure again."""
    told = by_text((c for c in claims if c.id in gone), counters.family_of)
    kept = by_text((c for c in claims if c.id not in gone and not nameless(c)), counters.family_of)
    again = (c for c in claims if nameless(c) and repeats(c, told.get(counters.family(c), ())))
    return gone.union(c.id for c in again if not repeats(c, kept.get(counters.family(c), ())))


def first_days(claims: Sequence[Claim], counters: Counters) -> dict[str, str]:
    """By family the day of its first dated report."""
    days: dict[str, str] = {}
    for claim in claims:
        if claim.reported_at:
            family = counters.family(claim)
            day = claim.reported_at[:10]
            days[family] = min(days.get(family, day), day)
    return days


def _outgrown(
    claims: Sequence[Claim], counters: Counters, days: Mapping[str, str]
) -> frozenset[str]:
    """What an outlet told in its own name before it told of as many or more of the same people.

    "At least" so many of its own is replaced by what it tells later of others' counts, too, but for
    a side's: it no longer says no more than that.
    """
    told: dict[tuple[object, ...], list[tuple[str, Claim, bool]]] = defaultdict(list)
    tellers = {counters.teller(claim) for claim in claims if claim.speaker is None}
    for claim in claims:
        day = days.get(counters.family(claim))
        if not (day and counted(claim) and claim.low is not None and of_all(claim)):
            continue
        people = status_of(claim), described(claim)
        teller = counters.teller(claim) or counters.outlet(claim)
        # What others cite the outlet for is its own, too.
        cited = counters.key(claim)[1] if claim.speaker is not None else None
        if cited is not None and cited in tellers:
            told[cited, *people].append((day, claim, True))
        if teller is not None and teller != cited:
            told[teller, *people].append((day, claim, claim.speaker is None))
    return frozenset(
        claim.id
        for rows in told.values()
        for day, claim, own in rows
        if own and any(day < later and _outgrows(m, claim, own=o) for later, m, o in rows)
    )


def _outgrows(more: Claim, claim: Claim, *, own: bool) -> bool:
    side = more.speaker is not None and more.speaker.kind == "belligerent"
    stands = own or (claim.high is None and not side)
    return stands and (claim.low or 0) <= (more.low or 0)


def of_all(claim: Claim) -> bool:
    """Whether nothing says that the figure is of some only, of others, or of one person."""
    some = claim.part_of is not None or share_of(claim) or speaks_of_others(claim)
    return not (some or individual(claim)) and claim.qualifier != "vague"


def sums_of(claims: Sequence[Claim]) -> list[int]:
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
