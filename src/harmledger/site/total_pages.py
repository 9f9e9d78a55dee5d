"""Totals by the method's own rule, which stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from harmledger.assessments import load_method, parse_method
from harmledger.errors import VocabularyProblem
from harmledger.figures import totals
from harmledger.records import Sum, Total
from harmledger.site.shelf import Shelf
from harmledger.site.templating import Made, View, render
from harmledger.site.words import count, plain, plural, range_words

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


def total_page(shelf: Shelf) -> Made:
    """totals.html: sums over incidents as the book's figures stand."""
    methods = []
    for name in sorted({one.method for one in shelf.assessments.values()}):
        try:
            own = shelf.own_methods.get(name)
            method = parse_method(name, own, own=True) if own else load_method(name)
        except VocabularyProblem:
            continue
        made = [one for one in shelf.assessments.values() if one.method == name]
        rule = method.rule("total")
        parts = []
        for by, heading in _PARTS:
            found = list(
                totals(
                    method,
                    made,
                    shelf.incidents.values(),
                    shelf.claims.values(),
                    by=by,
                    figures=shelf.figures.values(),
                    tolls=shelf.tolls.values(),
                )
            )
            rows = [row for one in found[:_MOST] for row in _rows(shelf, one)]
            parts.append({"heading": heading, "rows": rows, "more": max(len(found) - _MOST, 0)})
        sentence = rule.explanation if rule else "All grades are added up, lowest to highest."
        methods.append({"name": name, "rule": sentence, "parts": parts})
    return render("totals.html", shelf, "totals.html", "totals", methods=methods)


def _rows(shelf: Shelf, one: Total) -> Iterator[View]:
    key = "" if one.by == "all" else shelf.shown(plain(one.key))
    people = "" if one.people == "all" or one.by == "population" else f", {plain(one.people)}"
    head = {"measure": f"{plain(one.measure)}{people}", "key": key}
    grades = ", ".join(map(plain, one.counted.grades))
    yield {**head, **_sum(one.counted, one.show), "grades": grades, "beside": False}
    for beside in one.beside:
        grade = ", ".join(map(plain, beside.grades))
        yield {**head, **_sum(beside, one.show), "grades": grade, "beside": True}


def _sum(one: Sum, show: str) -> View:
    notes = []
    for name in ("low", "high"):
        without, known = getattr(one, f"without_{name}"), getattr(one, f"known_{name}")
        if without:
            rest = f"; the others add up to {count(known)}" if known else ""
            notes.append(f"no {name} is known for {count(without)}{rest}")
    words = range_words(one.low, one.high) if one.incidents or one.known_high else "nothing to add"
    if show == "best" and one.best is not None and one.incidents:
        words = f"{count(one.best)} ({words})"
    return {
        "range": words,
        "incidents": plural(one.incidents, "incident"),
        "note": ". ".join(notes),
    }
