"""Sums of each month (or year) for the page of totals: the picture, and the table beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from harmledger.records import Sum, Total
from harmledger.site.period_bars import Period, Spread
from harmledger.site.periods import MOST, periods
from harmledger.site.shelf import Shelf
from harmledger.site.templating import View
from harmledger.site.words import count, date_words, plain, plural, range_with_ends
from harmledger.wording import kind_words, range_words

__all__ = ["by_period", "sum_view"]

#: Measure, unit, phase and people of a sum.
_Head = tuple[str, str, str, str]

#: Incidents that a row of the table names; the rest are counted.
_LINKS = 6


def by_period(
    shelf: Shelf, months: Iterable[Total], years: Iterable[Total], *, key: str, of: str = ""
) -> list[View]:
    """For each measure, unit and people a picture and a table: of months, or of years where the
    months are too many for one picture. ``key``: unique on the page; ``of``: the country, if one.
    """
    yearly = _grouped(years)
    views = []
    for head, own in _grouped(months).items():
        dated = [at for one in own if (at := _place(one.key)) is not None]
        if dated and max(dated) - min(dated) < MOST:
            views.append(_view(shelf, head, own, "month", key, of))
        elif dated:
            views.append(_view(shelf, head, yearly[head], "year", key, of))
    return views


def sum_view(one: Sum, show: str) -> View:
    """A sum in words: its range, over how many incidents, and what is not known."""
    notes = []
    words = "nothing to add"
    if one.incidents or one.rests or one.known_high:
        words = range_with_ends(one.low, one.high, one.highest_said)
    partly = one.low is None and one.known_low > 0 and one.without_low < one.incidents
    if partly:
        # What is known comes first; the others stay unknown, and so does the sum of all.
        words = (
            f"{range_words(one.known_low, None, one.highest_said)} in "
            f"{count(one.incidents - one.without_low)} of them"
        )
        notes.append(f"an unknown number in the other {count(one.without_low)}")
    for name in ("low", "high"):
        without, known = getattr(one, f"without_{name}"), getattr(one, f"known_{name}")
        if without and not (partly and name == "low"):
            rest = f"; those of the others add up to {count(known)}" if known else ""
            notes.append(f"no {name} is known for {count(without)}{rest}")
    if show == "best" and one.best is not None and one.incidents:
        words = f"{count(one.best)} ({words})"
    over = [plural(one.incidents, "incident")] if one.incidents or not one.rests else []
    if one.rests:
        over.append(f"what is left of {plural(len(one.rests), 'running count')}")
        notes.append("; ".join(one.rests).removesuffix("."))
    if one.parts:
        notes.append(f"{plural(len(one.parts), 'incident')} not added again, being part of others")
    return {
        "range": words,
        "incidents": " and ".join(over),
        "note": ". ".join(f"{note[0].upper()}{note[1:]}" for note in notes),
    }


def _grouped(totals: Iterable[Total]) -> dict[_Head, list[Total]]:
    found: dict[_Head, list[Total]] = defaultdict(list)
    for one in totals:
        found[one.measure, one.unit or "", one.phase or "", one.people].append(one)
    return found


def _place(key: str) -> int | None:
    """The number of a month (2015-10) or year (2015) on the line of time; None: not known."""
    year, _, month = key.partition("-")
    if not year.isdigit() or not (month.isdigit() or not month):
        return None
    return int(year) * 12 + int(month) - 1 if month else int(year)


def _view(shelf: Shelf, head: _Head, own: Sequence[Total], what: str, key: str, of: str) -> View:
    measure, unit, phase, people = head
    name = kind_words(measure, unit, phase, "" if people == "all" else people)
    name = f"{name}, {of}" if of else name
    key = "-".join((key, f"{what}s", *filter(None, (measure, unit, phase, people))))
    held, rows = [], []
    last: int | None = None
    # Those without a known period come last, in the order of their words.
    for number, one in enumerate(sorted(own, key=lambda t: (_place(t.key) is None, t.key))):
        at, anchor = _place(one.key), f"{key}-{number}"
        label = date_words(one.key) if at is not None else plain(one.key)
        if at is not None and last is not None and at > last + 1:
            rows.append({"gap": _gap(last + 1, at - 1, what)})
        last = at
        held.append(_period(one, at, label, f"#{anchor}"))
        rows += _rows(shelf, one, label, anchor)
    title = f"{name[0].upper()}{name[1:]}, by {what}"
    svg = periods(held, key=key, title=title, year=12 if what == "month" else 1, what=what)
    return {
        "key": key,
        "heading": title,
        "svg": svg,
        "rows": rows,
        "what": what,
        "rule": own[0].rule,
        "sentence": own[0].sentence,
    }


def _gap(first: int, last: int, what: str) -> str:
    def words(at: int) -> str:
        return date_words(f"{at // 12:04}-{at % 12 + 1:02}" if what == "month" else f"{at:04}")

    return words(first) if first == last else f"{words(first)} to {words(last)}"


def _period(one: Total, at: int | None, label: str, href: str) -> Period:
    counted = _spread(one.counted, one.show)
    beside = tuple(s for each in one.beside if (s := _spread(each, one.show)) is not None)
    said = [f"{label}: {sum_view(one.counted, one.show)['range']}"]
    said += [
        f"beside it, {plain(each.grades[0])}: {sum_view(each, one.show)['range']}"
        for each in one.beside
    ]
    return Period(
        at=at,
        label=label,
        counted=counted,
        beside=beside,
        title=f"{'; '.join(said)}: to its row",
        href=href,
    )


def _spread(one: Sum, show: str) -> Spread | None:
    if not one.incidents:
        return None
    return Spread(low=one.low, high=one.high, best=one.best if show == "best" else None)


def _rows(shelf: Shelf, one: Total, label: str, anchor: str) -> list[View]:
    sums = [one.counted, *one.beside]
    if not one.counted.incidents and one.beside:
        sums = list(one.beside)
    rows = []
    for number, each in enumerate(sums):
        links = [
            {"title": shelf.shown(incident.title, shelf.texts_of(incident.claims)), "href": path}
            for i in each.subjects[:_LINKS]
            if (path := shelf.subject_path(i)) and (incident := shelf.incidents.get(i))
        ]
        rows.append(
            {
                "gap": None,
                "anchor": anchor if number == 0 else None,
                "label": label,
                **sum_view(each, one.show),
                "grades": ", ".join(map(plain, each.grades)),
                "beside": each is not one.counted,
                "links": links,
                "more": max(len(each.subjects) - len(links), 0),
            }
        )
    return rows
