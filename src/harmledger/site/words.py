"""Values, dates and sources in plain words. Nothing here rounds, averages or fills a gap."""

from __future__ import annotations

import re
from calendar import monthrange

from harmledger.records import Claim, When
from harmledger.wording import range_words

__all__ = [
    "count",
    "date_words",
    "no_folder",
    "plain",
    "plural",
    "range_with_ends",
    "short_value",
    "value_words",
    "when_words",
]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_EDTF = re.compile(r"^(\d{4}|XXXX)(?:-(\d{2}))?(?:-(\d{2}))?(?:[T ](\d{2}:\d{2}).*)?$")

#: A path that begins with a drive: C:\\reports.
_DRIVE = re.compile(r"[A-Za-z]:[/\\]")

#: Where a text's date of publication was found.
DATE_FROM = {
    "json-ld": "found in the page's structured data",
    "meta": "found in the page's metadata",
    "url": "found in the page's address",
    "text": "found in the text itself",
    "given": "given with the input",
    "feed": "found in the feed",
    "pdf": "found in the PDF's properties",
}


def plain(term: str | None) -> str:
    """A vocabulary id as words: ``armed_forces`` is "armed forces"; None is "unknown"."""
    return "unknown" if term is None else term.replace("_", " ")


def count(value: int) -> str:
    """A whole number with separators: 30000 is "30,000"."""
    return f"{value:,}"


def no_folder(place: str) -> str:
    """Where something was read from, without the folders of the machine it was read on.

    "/home/ana/case/rows.jsonl#12" is "rows.jsonl#12": readers of a site have no business with
    the rest. A path that was given as a part of another folder stays.
    """
    path, mark, member = place.partition("#")
    if path.startswith(("/", "\\", "~")) or _DRIVE.match(path):
        path = re.split(r"[/\\]", path)[-1]
    return f"{path}{mark}{member}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """ "1 origin", "2 origins"."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def value_words(low: int | None, high: int | None, qualifier: str = "") -> str:
    """A claim's value as it was qualified: "more than 30,000", "at most 4", "8 to 10";
    of a word such as "dozens" the least that it means."""
    if low is None and high is None:
        return "no number stated"
    if high is None and low is not None:
        if qualifier == "more_than":
            return f"more than {count(low)}"
        if qualifier == "vague":
            return f"no number given, at least {count(low)}"
        return f"at least {count(low)}"
    if low is None and high is not None:
        return f"{'fewer than' if qualifier == 'fewer_than' else 'at most'} {count(high)}"
    assert low is not None
    assert high is not None
    about = "about " if qualifier == "about" else ""
    return about + (count(low) if low == high else f"{count(low)} to {count(high)}")


def short_value(low: int | None, high: int | None, qualifier: str = "") -> str:
    """The same for a picture's narrow column: "30,000+", "over 40", "up to 4", "8\u201310"."""
    if low is None and high is None:
        return "no number"
    if high is None and low is not None:
        return f"over {count(low)}" if qualifier == "more_than" else f"{count(low)}+"
    if low is None and high is not None:
        return f"{'under' if qualifier == 'fewer_than' else 'up to'} {count(high)}"
    assert low is not None
    assert high is not None
    about = "about " if qualifier == "about" else ""
    return about + (count(low) if low == high else f"{count(low)}\u2013{count(high)}")


def range_with_ends(low: int | None, high: int | None, said: int | None = None) -> str:
    """An assessed range, of which an unknown end is said to be unknown; ``said``: the highest
    number that was said where the high is."""
    if low is None and high is None:
        return "unknown"
    words = range_words(low, high, said)
    if low is None:
        return f"{words}, no lower figure known"
    return f"{words}, no upper figure known" if low and high is None else words


def date_words(date: str | None) -> str:
    """An ISO or EDTF date: "3 October 2015", "October 2015", "7 October (year unknown)"."""
    if not date:
        return "date unknown"
    found = _EDTF.match(date)
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        return date
    year, month, day, clock = found.groups()
    known = year if year != "XXXX" else "(year unknown)"
    if month is None:
        return known
    words = f"{_MONTHS[int(month) - 1]} {known}"
    if day is not None:
        words = f"{int(day)} {words}"
    return f"{words}, {clock}" if clock else words


def when_words(when: When | None) -> str:
    """When the harm happened: one date, or from one to another, or unknown."""
    if when is None or (when.start is None and when.end is None):
        return "date unknown" if when is None else f"\u201c{when.surface}\u201d"
    if when.start == when.end or when.end is None:
        return date_words(when.start)
    if when.start is None:
        return f"until {date_words(when.end)}"
    start, end = _whole(when.start, when.end)
    return date_words(start) if start == end else f"{date_words(start)} to {date_words(end)}"


def _whole(start: str, end: str) -> tuple[str, str]:
    """Whole years or months without their days: 2011-01-01 to 2011-12-31 is 2011 to 2011."""
    if start[4:] == "-01-01" and end[4:] == "-12-31" and "X" not in start:
        return start[:4], end[:4]
    last = re.fullmatch(r"(\d{4}|XXXX)-(\d{2})-(\d{2})", end)
    if start[7:] != "-01" or last is None or not 1 <= int(last[2]) <= 12:
        return start, end
    # The year may be unknown: February is whole with either of its ends.
    days = (
        {monthrange(int(last[1]), int(last[2]))[1]}
        if last[1].isdigit()
        else {monthrange(year, int(last[2]))[1] for year in (2023, 2024)}
    )
    return (start[:7], end[:7]) if int(last[3]) in days else (start, end)


def claim_words(claim: Claim) -> str:
    """A claim in one line for a label: "killed: at least 22 (hedged)"."""
    words = f"{plain(claim.measure)}: {value_words(claim.low, claim.high, claim.qualifier)}"
    return words if claim.stance == "asserted" else f"{words} ({plain(claim.stance)})"
