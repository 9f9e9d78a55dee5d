"""Dates as they are written, to ISO 8601. A date that could be two days is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

__all__ = ["Found", "find_date", "iso_date", "url_date"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}\s*,?\s+{_YEAR}",
        rf"\b{_DAY}-{_MONTH}-{_YEAR}",
        r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<day>\d{1,2})\b",
        r"\b(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year>(?:19|20)\d\d)\b",
    )
)
#: Telex style: 3 JAN 90. Only in capitals, since a two-digit year is easily something else.
_TELEX = re.compile(
    r"\b(?P<day>\d{1,2})\s+(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?\s+(?P<yy>\d\d)\b"
)
_ISO = re.compile(
    r"\s*(\d{4}-\d{2}-\d{2})"
    r"(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?\b.*",
    re.DOTALL,
)
_URL = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2}|"
    + "|".join(k for k in _MONTHS if len(k) == 3)
    + r")[/-](?P<day>\d{1,2})(?=[/_.-]|$)|"
    r"(?<!\d)(?P<y>(?:19|20)\d\d)-?(?P<m>[01]\d)-?(?P<d>[0-3]\d)(?!\d)",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: its ISO form and where it stands."""

    iso: str
    start: int
    end: int


def _day(year: int, month: int, day: int) -> str | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def iso_date(written: str | None) -> str | None:
    """A date or date-time in ISO 8601, from ISO, RFC 2822, epoch seconds or words; else None."""
    if not written or len(written) > 200:
        return None
    text = written.strip()
    match = _ISO.fullmatch(text)
    if match:
        return _from_iso(match)
    if re.fullmatch(r"\d{10}(?:\.\d+)?|\d{13}", text):
        seconds = float(text) / (1000 if len(text) == 13 else 1)
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))
        return moment.isoformat()
    if re.fullmatch(r"\d{8}", text):
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]))
    if re.fullmatch(r"\d{14}", text):
        return _from_digits(text)
    if re.match(r"\s*(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d", text):
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, IndexError, OverflowError):
            return None
        return moment.isoformat() if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None
    found = find_date(text)
    return found.iso if found else None


def _from_digits(text: str) -> str | None:
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()
    except ValueError:
        return None


def _from_iso(match: re.Match[str]) -> str | None:
    day, time, zone = match.groups()
    year, month, number = (int(part) for part in day.split("-"))
    if _day(year, month, number) is None:
        return None
    if not time:
        return day
    if zone and zone != "Z" and ":" not in zone:
        zone = zone[:3] + ":" + zone[3:]
    written = f"{day}T{time}{'+00:00' if zone == 'Z' else zone or ''}"
    try:
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        return day


def find_date(text: str) -> Found | None:
    """The first full date in ``text``: day, month and year all stated."""
    best: Found | None = None
    for pattern in (*_WRITTEN, _TELEX):
        for match in pattern.finditer(text):
            iso = _from_parts(match.groupdict())
            if iso and (best is None or match.start() < best.start):
                best = Found(iso, match.start(), match.end())
                break
    return best


def _from_parts(parts: dict[str, str | None]) -> str | None:
    year = int(parts.get("year") or 0) or 1900 + int(parts.get("yy") or 0)
    if parts.get("yy") and year < 1930:
        year += 100
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first <= 12 and second <= 12 and first != second:
            return None  # 03/10 is March in one country and October in another
        return _day(year, min(first, second), max(first, second))
    month = _MONTHS[(parts["month"] or "").lower()] if parts.get("month") else int(parts["m"] or 0)
    return _day(year, month, int(parts["day"] or 0))


def url_date(url: str | None) -> str | None:
    """The day in an address such as ``/2015/10/03/`` or ``-20151003``."""
    if not url:
        return None
    # an archive's own stamp is the day of its copy, not of the report
    address = re.sub(r"^https?://web\.archive\.org/web/\d+[a-z_]*/", "", url).partition("?")[0]
    for match in _URL.finditer(address):
        if match["year"]:
            month = _MONTHS.get(match["month"].lower()) or int(match["month"])
            found = _day(int(match["year"]), month, int(match["day"]))
        else:
            found = _day(int(match["y"]), int(match["m"]), int(match["d"]))
        if found:
            return found
    return None
