"""What a count of many events adds to the incidents inside it: the rest, and nothing twice.

The incidents that a count may contain lower its rest's low; only those that it surely contains
lower its high. So both bounds hold whichever of the doubtful ones it contains.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from harmledger.assessments.within import parts_among
from harmledger.dates import point, span_of
from harmledger.records import Assessment, Claim, Incident, Toll, Where
from harmledger.wording import figure_words

__all__ = ["Rest", "added", "rest_of"]

_WIDE = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Low and high of what a count holds beyond the incidents, and a sentence that says it."""

    low: int
    high: int | None
    country: str | None
    sentence: str


def rest_of(
    toll: Toll,
    counted: Assessment,
    incidents: Iterable[tuple[Incident, Assessment]],
    claims: Mapping[str, Claim],
) -> Rest:
    """The rest of a toll over assessments of the same measure and people.

    low: what its low is above the sum of the highs of all that it may contain (0 where one of
    them is open); high: what its high is above the sum of the lows of those it surely contains.
    Incidents that are parts of others among them are not taken once more.
    """
    own = [claims[one] for one in toll.claims if one in claims]
    place = next((claim.place for claim in own if claim.place), None)
    surely: list[Assessment] = []
    perhaps: list[Assessment] = []
    first, last = _period(toll, own)
    pairs = list(incidents)
    parts = parts_among(pairs)
    for incident, assessment in pairs:
        if incident.id in parts:
            continue
        held = min(_in_time(incident, first, last), _in_place(incident, place))
        if held == 2:
            surely.append(assessment)
        if held >= 1:
            perhaps.append(assessment)
    highs = [one.high for one in perhaps]
    lows = sum(one.low or 0 for one in surely)
    low = 0
    if counted.low is not None and None not in highs:
        low = max(0, counted.low - sum(high or 0 for high in highs))
    high = None if counted.high is None else max(low, counted.high - lows)
    sentence = (
        f"Of {toll.title} ({figure_words(counted.low, counted.high)}), "
        f"{len(perhaps)} incident{'s' * (len(perhaps) != 1)} of this book may be part of it, "
        f"{len(surely)} surely {'is' if len(surely) == 1 else 'are'}; "
        f"left are {figure_words(low, high)}."
    )
    return Rest(low=low, high=high, country=place.country if place else None, sentence=sentence)


def _period(toll: Toll, claims: Sequence[Claim]) -> tuple[int | None, int | None]:
    """The first and the last day that a toll counts, None where it does not say."""
    last = point(toll.points[-1].as_of or toll.points[-1].reported_at) if toll.points else None
    spans = [found for claim in claims if (found := span_of(claim.when)) and not found.yearless]
    first = min((found.low for found in spans if found.low != found.high), default=None)
    return first, last[1] if last else None


def _in_time(incident: Incident, first: int | None, last: int | None) -> int:
    """2: surely inside the period, 1: perhaps, 0: not."""
    span = span_of(incident.when)
    if span is None or span.yearless:
        return 1
    if (last is not None and span.low > last) or (first is not None and span.high < first):
        return 0
    inside = last is not None and first is not None and first <= span.low and span.high <= last
    return 2 if inside else 1


def _in_place(incident: Incident, area: Where | None) -> int:
    """2: surely inside the area, 1: perhaps, 0: in another country."""
    where = incident.where
    if area is None or where is None:
        return 1
    if area.country and where.country and area.country != where.country:
        return 0
    same = area.geonameid is not None and area.geonameid == where.geonameid
    if same or area.name.casefold() == where.name.casefold():
        return 2
    return 2 if area.precision == _WIDE and area.country and area.country == where.country else 1


def added(rests: Sequence[tuple[str, Rest]]) -> list[Rest]:
    """The rests that may be added: of counts that may hold the same people only the largest.

    Counts of different countries hold different people; one whose country is not known may
    hold those of any other. ``rests``: by the toll's id, for a stable choice.
    """
    if any(rest.country is None for _, rest in rests):
        groups = {"": list(rests)}
    else:
        groups = {}
        for one, rest in rests:
            groups.setdefault(rest.country or "", []).append((one, rest))
    chosen = []
    for _, own in sorted(groups.items()):
        open_ = [(one, rest) for one, rest in own if rest.high != 0]
        if open_:
            best = max(open_, key=lambda item: (item[1].low, item[1].high or 0, item[0]))
            chosen.append(best[1])
    return chosen
