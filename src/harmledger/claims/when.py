"""When it happened: the time expression that dates the harm, against the date of publication.

Dates are EDTF: ``XXXX-10-07`` is a day whose year nobody states. A weekday, "yesterday" and
the like are resolved only against a known date of publication, towards the past.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from harmledger.claims.lexicon import alternatives, words
from harmledger.claims.numbers import parse_number
from harmledger.records import When

__all__ = ["find_times"]

_MONTHS = "january february march april may june july august september october november december"
_MONTH = (
    {name: i for i, name in enumerate(_MONTHS.split(), start=1)}
    | {name[:3]: i for i, name in enumerate(_MONTHS.split(), start=1)}
    | {"sept": 9}
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


#: "Bloody Sunday", "Good Friday" name days of history, not the day of the harm.
_NAMED_DAY = re.compile(rf"\b(?:{alternatives(words('time', 'named_days'))})\s+$", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    month = "(?:" + "|".join(sorted(_MONTH, key=len, reverse=True)) + r")\b\.?"
    day = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
    year = r"(?:1[89]|20)\d\d"
    weekday = "(?:" + "|".join(_DAYS) + ")"
    return re.compile(
        rf"\b(?:(?P<since>since|from)\s+)?"
        rf"(?:(?:(?P<prep>on|in|by|until|of|early|late|before|after)\s+)?(?:{weekday},?\s+)?"
        rf"(?:(?P<m1>{month})\s+(?P<d1>{day})(?!\d)(?:,?\s+(?P<y1>{year}))?"
        rf"|(?P<d2>{day})\s+(?:of\s+)?(?P<m2>{month})(?:,?\s+(?P<y2>{year}|\d\d(?!\d)))?"
        rf"|(?P<m3>{month}),?\s+(?P<y3>{year})"
        rf"|(?P<iso>{year}-\d\d-\d\d)"
        rf"|(?P<ordinal>(?:first|second)\s+half)\s+of\s+(?:the\s+year|(?P<yh>{year}))"
        rf"|(?P<y4>{year})(?![\d,.]\d|\s+(?:people|others|dead|killed)))"
        rf"|(?P<both>between\s+(?:{day}\s+{month}|{month}\s+{day})\s+and\s+(?:{day}\s+{month}|{month}\s+{day})(?:,?\s+{year})?)"
        rf"|(?:on\s+)?(?:(?P<rel>last|this|next)\s+)?(?P<weekday>{weekday})(?:\s+(?:morning|afternoon|evening|night))?"
        rf"|(?P<day>yesterday|today|tonight|this\s+morning|last\s+night|overnight|this\s+afternoon|this\s+evening|the\s+day\s+before\s+yesterday)"
        rf"|(?P<period>(?:last|this|past)\s+(?:week|month|year|weekend))"
        rf"|(?P<ago>(?:an?|\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?:day|week|month|year)s?\s+(?:ago|earlier))"
        rf"|(?:in|over|during|for)\s+the\s+(?:past|last)\s+(?P<past>(?:\w+\s+)?(?:day|week|month|year|decade)s?)"
        rf"|(?P<began>since\s+the\s+(?:war|conflict|offensive|fighting|start\s+of\s+the\s+\w+)(?:\s+(?:began|started))?)"
        rf"|(?P<so>so\s+far\s+this\s+(?:year|month|week)))",
        re.IGNORECASE,
    )


def find_times(text: str, start: int, end: int, published: date | None) -> list[When]:
    """The time expressions in ``text[start:end]``, in order, resolved as far as they can be."""
    found: list[When] = []
    for match in _pattern().finditer(text, start, end):
        if match["weekday"] and _NAMED_DAY.search(
            text, max(start, match.start() - 12), match.start()
        ):
            continue
        when = _read(match, published)
        if when is not None:
            found.append(_trimmed(when))
    return found


def _trimmed(when: When) -> When:
    """The surface without an "of" before it and a full stop that ends the sentence."""
    surface = re.sub(r"^of\s+", "", when.surface, flags=re.IGNORECASE)
    offset = when.offset + len(when.surface) - len(surface)
    if surface.endswith(".") and surface.split()[-1].rstrip(".").lower() in _MONTHS.split():
        surface = surface[:-1]
    return replace(when, surface=surface, offset=offset)


def _when(match: re.Match[str], first: str | None, last: str | None, precision: str | None) -> When:
    if match["since"] and match["since"].lower() == "since":
        last, precision = None, "period"
    return When(start=first, end=last, precision=precision, surface=match[0], offset=match.start())


def _month_of(name: str) -> int:
    return _MONTH[name.lower().rstrip(".")]


def _read(match: re.Match[str], published: date | None) -> When | None:
    if match["m1"] or match["m2"]:
        name = match["m1"] or match["m2"]
        if name.lower() == "may" and not name[0].isupper():
            return None
        day = int(re.sub(r"\D", "", match["d1"] or match["d2"]))
        return _day(match, _month_of(name), day, match["y1"] or match["y2"], published)
    if match["m3"]:
        month, year = _month_of(match["m3"]), int(match["y3"])
        last = monthrange(year, month)[1]
        return _when(match, f"{year}-{month:02}-01", f"{year}-{month:02}-{last}", "month")
    if match["iso"]:
        return _when(match, match["iso"], match["iso"], "day")
    if match["ordinal"]:
        year_text = match["yh"] or (str(published.year) if published else None)
        first = match["ordinal"].lower().startswith("first")
        year_text = year_text or "XXXX"
        return _when(
            match,
            f"{year_text}-{'01-01' if first else '07-01'}",
            f"{year_text}-{'06-30' if first else '12-31'}",
            "period",
        )
    if match["y4"]:
        if not match["prep"] and not match["since"]:
            return None
        return _when(match, f"{match['y4']}-01-01", f"{match['y4']}-12-31", "year")
    return _relative(match, published)


def _day(
    match: re.Match[str], month: int, day: int, year: str | None, published: date | None
) -> When | None:
    if not 1 <= day <= 31:
        return None
    if year and len(year) == 2:
        century = 1900 if int(year) > 30 else 2000
        year = str(century + int(year))
    if year is None and published is not None:
        # The latest such day that is not after publication (one day of slack for time zones).
        number = published.year
        try:
            if date(number, month, day) > published + timedelta(days=1):
                number -= 1
        except ValueError:
            return None
        year = str(number)
    if year is not None and day > monthrange(int(year), month)[1]:
        return None
    value = f"{year or 'XXXX'}-{month:02}-{day:02}"
    return _when(match, value, value, "day")


def _between(match: re.Match[str], published: date | None) -> When | None:
    """ "Between 28 September and 13 October": the period, with the year of its end."""
    pattern = _pattern()
    first_text, last_text = re.split(
        r"\s+and\s+", match[0][len("between") :].strip(), maxsplit=1, flags=re.IGNORECASE
    )
    last_match = pattern.match(last_text)
    if last_match is None:
        return None
    last = _read(last_match, published)
    year = re.search(r"\d{4}", last.end) if last and last.end else None
    first_match = pattern.match(f"{first_text} {year[0]}" if year else first_text)
    first = _read(first_match, published) if first_match else None
    if first is None or last is None:
        return None
    return When(
        start=first.start, end=last.end, precision="period", surface=match[0], offset=match.start()
    )


def _relative(match: re.Match[str], published: date | None) -> When | None:
    surface = match[0].lower()
    if match["both"]:
        return _between(match, published)
    if match["began"]:
        return When(
            start=None, end=None, precision="period", surface=match[0], offset=match.start()
        )
    if published is None:
        precision = "day" if match["weekday"] or match["day"] else "period"
        return When(
            start=None, end=None, precision=precision, surface=match[0], offset=match.start()
        )
    if match["weekday"]:
        back = (published.weekday() - _DAYS.index(match["weekday"].lower())) % 7
        if (match["rel"] or "").lower() == "last" and back == 0:
            back = 7
        if (match["rel"] or "").lower() == "next":
            return None
        day = published - timedelta(days=back)
        return _when(match, day.isoformat(), day.isoformat(), "day")
    if match["day"]:
        back = {"yesterday": 1, "last night": 1, "the day before yesterday": 2}.get(
            re.sub(r"\s+", " ", match["day"].lower()), 0
        )
        day = published - timedelta(days=back)
        first = day - timedelta(days=1) if match["day"].lower() == "overnight" else day
        return _when(match, first.isoformat(), day.isoformat(), "day")
    if match["period"]:
        return _period(match, surface, published)
    if match["ago"]:
        count = parse_number(surface.split()[0]) if not surface.startswith("a") else 1
        unit = surface.split()[1].rstrip("s")
        days = (count or 1) * {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
        first_day = published - timedelta(days=days)
        precision = {"day": "day", "week": "week", "month": "month", "year": "year"}[unit]
        return _when(match, first_day.isoformat(), first_day.isoformat(), precision)
    if match["past"]:
        words = match["past"].lower().split()
        count = (parse_number(words[0]) or 1) if len(words) > 1 else 1
        unit = words[-1].rstrip("s")
        days = count * {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}[unit]
        first_day = published - timedelta(days=min(days, 365 * 200))
        return _when(match, first_day.isoformat(), published.isoformat(), "period")
    unit = surface.split()[-1]
    first_day = {"year": published.replace(month=1, day=1), "month": published.replace(day=1)}.get(
        unit, published - timedelta(days=published.weekday())
    )
    return _when(match, first_day.isoformat(), published.isoformat(), "period")


def _period(match: re.Match[str], surface: str, published: date) -> When:
    words = surface.split()
    back = words[0] != "this"
    if words[1] == "year":
        year = published.year - (1 if back else 0)
        return _when(match, f"{year}-01-01", f"{year}-12-31", "year")
    if words[1] == "month":
        last = published.replace(day=1) - timedelta(days=1) if back else published
        first = last.replace(day=1)
        end = first.replace(day=monthrange(first.year, first.month)[1])
        return _when(match, first.isoformat(), end.isoformat(), "month")
    monday = published - timedelta(days=published.weekday() + (7 if back else 0))
    first = monday + timedelta(days=5) if words[1] == "weekend" else monday
    return _when(match, first.isoformat(), (monday + timedelta(days=6)).isoformat(), "week")
