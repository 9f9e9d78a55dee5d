"""Totals by the method's own rule, which stands beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from harmledger.assessments import Method, load_method, parse_method
from harmledger.errors import VocabularyProblem
from harmledger.figures import totals
from harmledger.records import Total
from harmledger.site.shelf import Shelf
from harmledger.site.sums_by_period import by_period, sum_view
from harmledger.site.templating import Made, View, render
from harmledger.site.words import plain, plural
from harmledger.wording import kind_words

__all__ = ["total_page"]

_PARTS = (
    ("all", "All incidents"),
    ("year", "By year"),
    ("country", "By country"),
    ("population", "By population: each is a part of all people, and not added to them"),
    ("grade", "By grade"),
)
#: Rows of one table; the program's command shows all.
_MOST = 60
#: Countries that have pictures of their own: those with the most incidents.
_COUNTRIES = 6


def total_page(shelf: Shelf) -> Made:
    """totals.html: sums over incidents as the book's figures stand."""
    methods = []
    for number, name in enumerate(sorted({one.method for one in shelf.assessments.values()})):
        try:
            own = shelf.own_methods.get(name)
            method = parse_method(name, own, own=True) if own else load_method(name)
        except VocabularyProblem:
            continue
        methods.append(_of_method(shelf, method, f"m{number}"))
    return render("totals.html", shelf, "totals.html", "totals", methods=methods)


def _of_method(shelf: Shelf, method: Method, key: str) -> View:
    rule = method.rule("total")
    added = _adder(shelf, method)
    parts = []
    for by, heading in _PARTS:
        found = added(by, None)
        rows = [row for one in found[:_MOST] for row in _rows(shelf, one)]
        parts.append({"heading": heading, "rows": rows, "more": max(len(found) - _MOST, 0)})
    return {
        "name": method.id,
        "rule": rule.explanation if rule else "All grades are added up, lowest to highest.",
        "parts": parts,
        "pictures": list(_pictures(shelf, added, key)),
    }


_AGAIN = "what a person decided needs another look"


def _adder(shelf: Shelf, method: Method) -> Callable[[str, str | None], list[Total]]:
    """The function that adds up by a division, over all incidents or those of one country."""
    made = [one for one in shelf.assessments.values() if one.method == method.id]

    def added(by: str, country: str | None) -> list[Total]:
        incidents = [
            one
            for one in shelf.incidents.values()
            if country is None or (one.where is not None and one.where.country == country)
        ]
        return list(
            totals(
                method,
                made,
                incidents,
                shelf.claims.values(),
                by=by,
                figures=shelf.figures.values(),
                tolls=shelf.tolls.values(),
                open_again={i for r in shelf.reviews if not r.counts for i in r.current},
            )
        )

    return added


def _pictures(
    shelf: Shelf, added: Callable[[str, str | None], list[Total]], key: str
) -> Iterator[View]:
    """Sums by month of all incidents, and of each country where there are several."""
    yield from by_period(shelf, added("month", None), added("year", None), key=key)
    places = (one.where for one in shelf.incidents.values())
    countries = Counter(place.country for place in places if place and place.country)
    if len(countries) < 2:
        return
    for country, _ in sorted(countries.items(), key=lambda pair: (-pair[1], pair[0]))[:_COUNTRIES]:
        months = added("month", country)
        if _periods(months) > 1:
            own = f"{key}-{country}"
            yield from by_period(shelf, months, added("year", country), key=own, of=country)


def _periods(months: Sequence[Total]) -> int:
    return len({one.key for one in months})


def _rows(shelf: Shelf, one: Total) -> Iterator[View]:
    key = "" if one.by == "all" else shelf.shown(plain(one.key))
    people = "" if one.people == "all" or one.by == "population" else one.people
    head = {"measure": kind_words(one.measure, one.unit, one.phase, people), "key": key}
    grades = ", ".join(map(plain, one.counted.grades))
    total = {**head, **sum_view(one.counted, one.show), "grades": grades, "beside": False}
    if one.reopened:
        again = f"{plural(one.reopened, 'figure')} as the method gives: {_AGAIN}"
        total["note"] = "; ".join(filter(None, (total["note"], again)))
    yield total
    for beside in one.beside:
        grade = ", ".join(map(plain, beside.grades))
        yield {**head, **sum_view(beside, one.show), "grades": grade, "beside": True}
