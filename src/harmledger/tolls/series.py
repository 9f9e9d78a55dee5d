"""The points of a toll: readings in the order of the dates they run to, undated ones first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from harmledger.dates import day_number, span_of
from harmledger.records import Claim, Family, Text, TollPoint

__all__ = ["points_of", "reading_days", "report_days"]


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


def reading_days(
    claims: Iterable[Claim],
    texts: Mapping[str, Text],
    days: Mapping[str, str],
    families: Mapping[str, str],
) -> dict[str, str]:
    """By claim of one series the day on which its reading was first told (YYYY-MM-DD).

    That is the day of its family (``days``, by text), but for a later issue that says another
    number in the same words: it repeats nobody. ``families``: the family of each text.
    """
    told: dict[str, dict[object, str]] = {}
    own = list(claims)
    for claim in own:
        text = texts.get(claim.text_id)
        day = text.published_at[:10] if text and text.published_at else None
        if day is not None and day_number(day) is not None:
            figures = told.setdefault(families.get(claim.text_id, claim.text_id), {})
            figure = claim.low, claim.high
            figures[figure] = min(figures.get(figure, day), day)
    found = {}
    for claim in own:
        figures = told.get(families.get(claim.text_id, claim.text_id), {})
        day = days.get(claim.text_id)
        first = figures.get((claim.low, claim.high))
        # Another number was told on the family's first day, by a text of this series.
        later = first is not None and first > min(figures.values())
        if later or day is not None:
            found[claim.id] = first if later and first is not None else day or ""
    return found


def points_of(claims: Iterable[Claim], days: Mapping[str, str]) -> tuple[TollPoint, ...]:
    """One point a claim, by the date it runs to, else the report's; undated ones first.

    ``days``: by claim that of the report.

    Denied claims give no reading, nor do those whose low is above their high, nor, beside others, a
    figure told as an earlier one: it is not of the day of its report, and only its own words could
    say of which.
    """
    own = [claim for claim in claims if claim.stance != "denied" and _sound(claim)]
    dated = [c for c in own if not _told_earlier(c) or _as_of(c, days.get(c.id)) is not None]
    points = [
        TollPoint(
            as_of=_as_of(claim, days.get(claim.id)),
            reported_at=days.get(claim.id),
            low=claim.low,
            high=claim.high,
            claim_id=claim.id,
        )
        for claim in dated or own
    ]
    return tuple(
        sorted(
            points,
            key=lambda p: (p.as_of or p.reported_at or "", p.reported_at or "", p.claim_id),
        )
    )


def _told_earlier(claim: Claim) -> bool:
    return claim.basis is not None and bool(claim.basis.earlier)


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
