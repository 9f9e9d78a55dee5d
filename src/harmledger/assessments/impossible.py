"""Dates that cannot be: an event on a day after the reports that tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.dates import point, span_of
from harmledger.records import Claim, Incident, Reason

__all__ = ["DATED_AFTER", "after_reports", "dated_after"]

#: The reason's name: no rule of a method, but a word about the claims.
DATED_AFTER = "date_after_reports"

#: Days by which a report may be dated before the event it tells of: clocks differ over the world.
_CLOCKS = 1


def after_reports(incident: Incident, claims: Sequence[Claim]) -> bool:
    """Whether the incident's date begins later than every dated report of it was published."""
    span = span_of(incident.when)
    if span is None or span.yearless:
        return False
    days = [found[0] for claim in claims if (found := point((claim.reported_at or "")[:10]))]
    return bool(days) and span.low > max(days) + _CLOCKS


def dated_after(incident: Incident, claims: Sequence[Claim]) -> list[Reason]:
    """A reason that says so; empty where the date can be right."""
    if not after_reports(incident, claims):
        return []
    said = incident.when.surface if incident.when else ""
    sentence = (
        f"The date as read (“{said}”) is after the reports themselves, so it cannot be right: "
        "the figure is kept, and is in no total of a period."
    )
    own = [claim.id for claim in claims if claim.time is not None]
    return [Reason(rule=DATED_AFTER, sentence=sentence, claims=tuple(own))]
