"""Counts of the first days, which those of others all exceed later: what was known so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from harmledger.assessments.method import Method, Rule
from harmledger.assessments.offices import of_state
from harmledger.assessments.origins import find_origins
from harmledger.assessments.replaced import first_days
from harmledger.assessments.sentences import said
from harmledger.assessments.sorting import reason
from harmledger.counters import Counters
from harmledger.dates import day_number, span_of
from harmledger.incidents import Reading, Wholes
from harmledger.records import Claim, Incident, Reason, Where

__all__ = ["EARLY", "Early", "early_counts"]

#: How the reason begins that names counts of the first days.
EARLY = "Counted so far, in the first days"

#: So many other origins must have counted more later: one alone may be wrong.
_OTHERS = 2

#: They count whom they have verified: their figure is a finding also in the first days.
_VERIFYING = frozenset({"monitor", "un"})

#: The place of all offices of the state among the origins.
_STATE = -1


@dataclass(frozen=True, slots=True)
class Early:
    """Finds the counts of the first days among the figures for all of one incident.

    The dead of the first hours are those found so far. A count told up to ``within`` days after the
    event is one, where all that was told on later days is more, by two other origins at least; who
    tells it again later upholds it, and monitors and the United Nations count whom they have
    verified. A high figure of the first days is never touched: that fewer were counted later may as
    well be a dispute. The offices of the state are one, and a party to the event is no other.
    """

    rule: Rule
    counters: Counters
    last: int
    told: dict[str, int]
    where: Where | None
    parties: Set[str]

    def among(self, readings: Sequence[Reading]) -> list[Reading]:
        """Those of the figures that are such counts, in their order."""
        given = [one for one in readings if not _vague(one)]
        days = [self._day(one) for one in given]
        found = [one for at, one in enumerate(given) if self._exceeded(at, given, days)]
        if not found:
            # Most events have none, and origins take time.
            return []
        origins = find_origins([c for one in given for c in one.claims], self.counters)
        whose = {claim: n for n, origin in enumerate(origins) for claim in origin.claims}
        owners = {id(one): self._owners(one, whose) for one in given}
        return [one for one in found if len(self._others(one, given, days, owners)) >= _OTHERS]

    def _exceeded(self, at: int, given: Sequence[Reading], days: Sequence[int | None]) -> bool:
        """Whether a figure is of the first days, and all that is told later, or may be, is more."""
        day, one = days[at], given[at]
        if day is None or day > self.last + self.rule.options["within"] or _verified(one):
            return False
        later = [given[n] for n, other in enumerate(days) if other is None or other > day]
        lows = [other.low for other in later if other.low is not None]
        bounds = [other.high for other in later if other.low is None and other.high is not None]
        if one.low is None or not lows or any(bound < min(lows) for bound in bounds):
            return False
        return min(lows) > (one.low if one.high is None else one.high)

    def _owners(self, one: Reading, whose: Mapping[str, int]) -> frozenset[int]:
        """The origins of a figure by their places; all offices of the state are one, and who took
        part is none."""
        found = set()
        for claim in one.claims:
            speaker = claim.speaker
            if claim.id in self.parties or (speaker is not None and speaker.kind == "belligerent"):
                continue
            found.add(_STATE if of_state(claim, self.where) else whose[claim.id])
        return frozenset(found)

    def _others(
        self,
        one: Reading,
        given: Sequence[Reading],
        days: Sequence[int | None],
        owners: Mapping[int, Set[int]],
    ) -> Set[int]:
        """The origins, by their places, of what others told on later days."""
        day = self._day(one) or 0
        later = [
            owners[id(two)] for two, told in zip(given, days, strict=True) if (told or 0) > day
        ]
        return frozenset().union(*later) - owners[id(one)]

    def set_aside(self, wholes: Wholes) -> tuple[Reason, ...]:
        """Put these beside the figures for all, with the reason."""
        found = self.among(wholes.readings)
        if not found:
            return ()
        claims = [claim for one in found for claim in one.claims]
        wholes.readings = [one for one in wholes.readings if one not in found]
        wholes.aside["early"] = claims
        sentence = (
            f"{EARLY}; all that others told later is more, so it sets no low: {said(claims)}."
        )
        return (reason(self.rule.id, sentence, claims),)

    def _day(self, reading: Reading) -> int | None:
        """When the figure was told last; None where one of its claims has no date."""
        days = [self.told.get(self.counters.family(claim)) for claim in reading.claims]
        known = [day for day in days if day is not None]
        return max(known) if len(known) == len(days) and known else None


def early_counts(
    incident: Incident,
    claims: Sequence[Claim],
    method: Method,
    counters: Counters,
    parties: Set[str] = frozenset(),
) -> Early | None:
    """The rule that does ``early_counts`` for an incident of which the day is known; else None.

    A copy tells no later than the first of its family. ``parties``: ids of claims whose speaker is
    a party to the event.
    """
    rule = method.rule("early_counts")
    span = span_of(incident.when)
    if rule is None or span is None or span.coarse or span.yearless:
        return None
    days = {family: day_number(day) for family, day in first_days(claims, counters).items()}
    told = {family: day for family, day in days.items() if day is not None}
    return Early(rule, counters, span.high, told, incident.where, parties)


def _vague(reading: Reading) -> bool:
    return all(claim.qualifier == "vague" for claim in reading.claims)


def _verified(reading: Reading) -> bool:
    speakers = [claim.speaker for claim in reading.claims if claim.speaker is not None]
    return any(speaker.kind in _VERIFYING for speaker in speakers)
