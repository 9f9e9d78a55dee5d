"""The points of a toll: readings in the order of the dates they run to, undated ones first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from harmledger.dates import day_number, span_of
from harmledger.records import Claim, Family, Text, TollPoint

__all__ = ["points_of", "report_days"]


def report_days(texts: Mapping[str, Text], families: Iterable[Family]) -> dict[str, str]:
    """By text the first known date of publication in its family (YYYY-MM-DD).

    A copy that is published later brings no new reading.
    """
    days: dict[str, str] = {}
    for text in texts.values():
        if day_number(text.published_at) is not None and text.published_at:
            days[text.id] = text.published_at[:10]
    for family in families:
        known = [days[m.text_id] for m in family.members if m.text_id in days]
        if known:
            for member in family.members:
                days[member.text_id] = min(known)
    return days


def points_of(claims: Iterable[Claim], days: Mapping[str, str]) -> tuple[TollPoint, ...]:
    """One point a claim, by the date it runs to, else the report's; undated ones first.

    Denied claims give no reading, nor do those whose low is above their high.
    """
    points = [
        TollPoint(
            as_of=_as_of(claim, days.get(claim.text_id)),
            reported_at=days.get(claim.text_id),
            low=claim.low,
            high=claim.high,
            claim_id=claim.id,
        )
        for claim in claims
        if claim.stance != "denied" and _sound(claim)
    ]
    return tuple(
        sorted(
            points,
            key=lambda p: (p.as_of or p.reported_at or "", p.reported_at or "", p.claim_id),
        )
    )


def _sound(claim: Claim) -> bool:
    if claim.low is not None and claim.high is not None and claim.low > claim.high:
        return False
    return (claim.low or 0) >= 0 and (claim.high or 0) >= 0


def _as_of(claim: Claim, reported: str | None) -> str | None:
    """The day a stated time ends on. Nobody counts beyond the day of the report."""
    span = span_of(claim.when)
    if claim.when is None or span is None or span.yearless:
        return None
    # "Since 7 October" says when the count began, not the day it runs to.
    one_day = claim.when.precision in {"day", "hour"}
    end = claim.when.end or (claim.when.start if one_day else None)
    if end is None or len(end) < 10 or "X" in end:
        return None
    end = end[:10]
    return None if reported is not None and end > reported else end
