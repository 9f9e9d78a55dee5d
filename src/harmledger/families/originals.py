"""Which text of a family came first: credit lines, then dates; unknown where neither says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from harmledger.families.credits import Credit, credits_of, is_by
from harmledger.families.wordings import Bearer
from harmledger.records import Mark, Tie

__all__ = ["earliest", "original_of"]

#: Of a story copied more often than this only the first texts' credit lines are read.
_MOST_READ = 200

#: Credit lines shown.
_MOST_MARKS = 10


def original_of(bearers: Sequence[Bearer]) -> tuple[Bearer | None, Tie]:
    """The original, None where the evidence does not say, and the reason.

    1. A text whose publisher is credited by another one, where there is only one such text.
    2. The only text that credits nobody, where all others do.
    3. The earliest by date of publication of those that credit nobody.
    """
    credited = {bearer.text_id: _foreign(bearer) for bearer in bearers[:_MOST_READ]}
    marks = [credit.mark for found in credited.values() for credit in found]
    named = [
        bearer
        for bearer in bearers
        if not credited.get(bearer.text_id)
        and any(
            is_by(bearer.text, credit)
            for other, found in credited.items()
            if other != bearer.text_id
            for credit in found
        )
    ]
    if len(named) == 1:
        sentence = f"{named[0].document} is whom another text credits: {_listed(marks)}."
        return named[0], _tie(sentence, named[0], marks)
    free = [bearer for bearer in bearers if not credited.get(bearer.text_id)]
    if marks and len(free) == 1:
        sentence = f"{free[0].document} is the only text that names no other source of its words."
        return free[0], _tie(sentence, free[0], marks)
    first = earliest(free or bearers)
    if first is None:
        sentence = "The dates of publication do not tell which text came first."
        return None, _tie(sentence, None, marks)
    whence = f", {first.text.published_from}" if first.text.published_from else ""
    among = " of those that credit nobody" if free and len(free) < len(bearers) else ""
    sentence = (
        f"{first.document} has the earliest date of publication{among} "
        f"({(first.published_at or '')[:10]}{whence})."
    )
    return first, _tie(sentence, first, marks)


def _foreign(bearer: Bearer) -> list[Credit]:
    """Credit lines that name somebody other than the text's own publisher."""
    return [credit for credit in credits_of(bearer.text) if not is_by(bearer.text, credit)]


def _listed(marks: Sequence[Mark]) -> str:
    quotes = list(dict.fromkeys(" ".join(mark.quote.split()) for mark in marks))[:3]
    return ", ".join(f"“{quote}”" for quote in quotes)


def _tie(sentence: str, bearer: Bearer | None, marks: Sequence[Mark]) -> Tie:
    return Tie(
        kind="original",
        sentence=sentence,
        between=(bearer.document,) if bearer else (),
        text_ids=(bearer.text_id,) if bearer else (),
        marks=tuple(marks[:_MOST_MARKS]),
    )


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
