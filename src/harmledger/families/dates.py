"""Which of some texts was published before all others, where their dates tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from harmledger.families.wordings import Bearer

__all__ = ["earliest"]


def earliest(bearers: Sequence[Bearer]) -> Bearer | None:
    """The one text that was published before all others, where the dates tell.

    None where a date is missing or unreadable, or where two share the earliest. Days are
    compared; times only where all texts of the earliest day give one with its zone.
    """
    dated: list[tuple[date, datetime | None, Bearer]] = []
    for bearer in bearers:
        moment = _moment(bearer.published_at)
        if moment is None:
            return None
        zoned = moment.astimezone(UTC) if moment.tzinfo else None
        dated.append(((zoned or moment).date(), zoned, bearer))
    if not dated:
        return None
    first_day = min(day for day, _, _ in dated)
    first = [(moment, bearer) for day, moment, bearer in dated if day == first_day]
    if len(first) == 1:
        return first[0][1]
    moments = [(moment, bearer) for moment, bearer in first if moment]
    if len(moments) < len(first):
        return None
    start = min(moment for moment, _ in moments)
    leaders = [bearer for moment, bearer in moments if moment == start]
    return leaders[0] if len(leaders) == 1 else None


def _moment(published_at: str | None) -> datetime | None:
    if not published_at:
        return None
    try:
        return datetime.fromisoformat(published_at)
    except ValueError:
        return None
