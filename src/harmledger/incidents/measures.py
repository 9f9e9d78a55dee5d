"""What was said of an event, measure by measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from harmledger.incidents.effects import EFFECTS
from harmledger.incidents.losses import EITHER
from harmledger.incidents.readings import counted
from harmledger.incidents.wholes import whole_readings
from harmledger.records import Claim, Incident, Measure
from harmledger.vocabulary import load

__all__ = ["losses_in", "measures_of"]


def measures_of(
    claims: Sequence[Claim], losses: Mapping[str, str] | None = None
) -> tuple[Measure, ...]:
    """By measure the lowest and highest figure said of all the people, parts left aside.

    Denied claims say nothing of how many. ``high`` is None where nobody gave an upper bound, and
    where the highest figure is itself open: "at least 83" beside "70" is no 64 to 70. Of people
    displaced, buildings and aid there is a row for each unit and phase: families are no people,
    and trucks that entered were not handed out. ``losses``: by claim what became of its buildings
    (``loss_of``); where it is not given, they were damaged or destroyed.
    """
    measures: list[Measure] = []
    for measure in load("en", "measures").ids():
        own = [claim for claim in claims if claim.measure == measure]
        if not own:
            continue
        if measure not in EFFECTS:
            people = [claim for claim in own if claim.unit in {"people", None}]
            measures.append(_measure(measure, own, people, claims))
            continue
        rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in own:
            loss = (losses or {}).get(claim.id, EITHER) if measure == "damaged" else claim.phase
            rows[claim.unit or "", loss or ""].append(claim)
        for (unit, phase), counting in sorted(rows.items(), key=_people_first):
            measures.append(
                _measure(measure, counting, counting, counting, unit or None, phase or None)
            )
    return tuple(measures)


def losses_in(incidents: Iterable[Incident]) -> dict[str, str]:
    """By claim what became of the buildings that it counts, as the incidents have it."""
    return {
        claim: row.phase
        for incident in incidents
        for row in incident.measures
        if row.measure == "damaged" and row.phase is not None
        for claim in row.claims
    }


def _people_first(row: tuple[tuple[str, str], list[Claim]]) -> tuple[bool, tuple[str, str]]:
    return row[0][0] != "people", row[0]


def _measure(
    measure: str,
    own: Sequence[Claim],
    counting: Sequence[Claim],
    known: Sequence[Claim],
    unit: str | None = None,
    phase: str | None = None,
) -> Measure:
    wholes = whole_readings([c for c in counting if counted(c)], known=known)
    lows = [reading.low for reading in wholes.readings if reading.low is not None]
    highs = [reading.high for reading in wholes.readings if reading.high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    if high is not None and high < max(lows, default=0):
        high = None
    part = wholes.largest_part
    if high is not None and part is not None and part.low is not None:
        high = max(high, part.low)
    claims = tuple(claim.id for claim in own)
    return Measure(measure=measure, low=low, high=high, claims=claims, unit=unit, phase=phase)
