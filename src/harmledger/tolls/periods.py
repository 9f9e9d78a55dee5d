"""The period that a count covers, as far as it tells one series from another: its beginning."""

from __future__ import annotations

import re
from dataclasses import replace

from harmledger.dates import point
from harmledger.records import Claim, Text, When
from harmledger.tolls.phrases import phrase

__all__ = ["begun", "period_key", "within"]

#: A time with one of these is a day that a count runs to, unless it ends on another.
_DAY = frozenset({"day", "hour"})

#: A rolling period this near to a figure, in the same clause, is the figure's.
_NEAR = 80
_CLAUSE = re.compile(r"[,;:.]")


def begun(claim: Claim, text: Text | None) -> Claim:
    """The claim, its time open at the end where the day stated is the one it begins on.

    "Since the clashes broke out on Monday": Monday is no day that the count runs to.
    """
    when = claim.when
    if when is None or text is None or when.precision not in _DAY or when.start != when.end:
        return claim
    before = text.text[max(claim.sentence_start, when.offset - _NEAR) : when.offset]
    if not phrase("running_from").search(_CLAUSE.split(before)[-1]):
        return claim
    return replace(claim, when=replace(when, end=None, precision="period"))


def period_key(claim: Claim, text: Text | None, reported: str | None) -> tuple[object, ...] | None:
    """Equal for counts that begin together; None where no beginning is stated.

    A count "in the last month" or "in the past 24 hours" begins anew with each report, so its
    readings never make one series with those of another day (``reported``, YYYY-MM-DD).
    """
    when = claim.when
    if when is None:
        return ("rolling", reported or claim.text_id) if _rolling(claim, text) else None
    if when.precision in _DAY and when.start == when.end:
        return None
    if _runs_to(claim, text):
        return None
    start = point(when.start)
    if start is None:
        # "Since the war began": known by its words alone.
        return ("words", " ".join(when.surface.casefold().split())) if when.end is None else None
    # "In June 2015" and "since June 2015" begin together and are two counts; a half year and
    # the year it begins are readings of one.
    length = None if when.precision == "period" or when.precision in _DAY else when.precision
    if _of_its_year(when):
        length = "year"
    if phrase("rolling").search(when.surface) and reported:
        # The day of the first copy: a later one reckons the same words from its own day.
        return "rolling", reported, " ".join(when.surface.casefold().split())
    return ("short" if _short(claim) else "from", start[0], start[2], length)


def _of_its_year(when: When) -> bool:
    """From 1 January to a stated day of the same year: "between 1 January and 30 June"."""
    first, last = when.start or "", when.end or ""
    opens = len(first) == 10 and first.endswith("-01-01") and first[:4].isdigit()
    months = when.precision == "period" and first[:4] == last[:4] and last[5:7] != "01"
    return opens and months


def _short(claim: Claim) -> bool:
    """A stated period of a week at most."""
    first, last = (point(claim.when.start), point(claim.when.end)) if claim.when else (None, None)
    return first is not None and last is not None and 0 <= last[1] - first[0] <= 7


def _runs_to(claim: Claim, text: Text | None) -> bool:
    """ "As of June 2015", "until March": the end of the count, not its beginning."""
    if claim.when is None:
        return False
    before = text.text[max(0, claim.when.offset - 20) : claim.when.offset] if text else ""
    found = list(phrase("running_to").finditer(before))
    near = bool(found) and not before[found[-1].end() :].strip()
    return near or bool(phrase("running_to").match(claim.when.surface))


def within(claim: Claim, period: Claim) -> bool:
    """Whether a count up to a day, its beginning not stated, may be one of a stated period.

    "By the end of June it had documented 1,592", beside "3,545 in 2015".
    """
    one, other = claim.when, period.when
    days = [one.end if one else None, other.start if other else None, other.end if other else None]
    if any(day is None or len(day) < 10 or "X" in day for day in days):
        return False
    last, first, end = (str(day)[:10] for day in days)
    return first < last <= end


def _rolling(claim: Claim, text: Text | None) -> bool:
    """ "In the past 24 hours" in the figure's own clause: no date is read from it."""
    if text is None:
        return False
    after = text.text[claim.end : min(claim.sentence_end, claim.end + _NEAR)]
    before = text.text[max(claim.sentence_start, claim.start - _NEAR) : claim.start]
    own = (_CLAUSE.split(before)[-1], _CLAUSE.split(after)[0])
    return any(phrase("rolling").search(part) for part in own)
