"""The tolls, ranges and origins of the bundled case, equal to the answer made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from demo_answer import answer
from harmledger import Book
from harmledger.demo import case_paths
from harmledger.pages import InputOptions
from harmledger.pipeline import run, trace


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    path = tmp_path_factory.mktemp("demo") / "book"
    run(case_paths(), path, InputOptions())
    return Book(path)


def options(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def point(
    low: int | None, high: int | None, day: str | None, by_report: bool, document: str
) -> Any:
    return low, high, day, by_report, document


def test_the_tolls_are_those_of_the_answer_point_by_point(book: Book) -> None:
    claims = {claim.id: claim for claim in book.claims()}
    left = {
        toll.id: (
            toll,
            {
                point(
                    p.low,
                    p.high,
                    p.as_of or p.reported_at,
                    p.as_of is None,
                    claims[p.claim_id].document,
                )
                for p in toll.points
            },
        )
        for toll in book.tolls()
    }
    for told in answer()["toll"]:
        wanted = {
            point(p["low"], p.get("high"), p["as_of"], p.get("by_report", False), p["document"])
            for p in told["points"]
        }
        fitting = [
            toll.id
            for toll, points in left.values()
            if points == wanted
            and toll.counter == told.get("written", told["counter"])
            and toll.measure == told["measure"]
            and toll.status in options(told["status"])
            and toll.where in options(told["where"])
        ]
        assert len(fitting) == 1, told["definition"]
        del left[fitting[0]]
    assert not left


@pytest.mark.parametrize("told", answer()["incident"], ids=lambda told: told["id"])
def test_ranges_and_origins_are_those_of_the_answer(book: Book, told: dict[str, Any]) -> None:
    (incident,) = [
        one for one in book.incidents() if one.when is not None and one.when.start == told["date"]
    ]
    for wanted in told["assessed"]:
        (one,) = [
            a
            for a in book.assessments()
            if (a.subject, a.measure, a.status) == (incident.id, wanted["measure"], None)
        ]
        assert (one.low, one.high) == (wanted["low"], wanted["high"]), wanted["measure"]
        names = sorted(origin.name for origin in one.origins)
        assert names == sorted(wanted.get("written", wanted["origins"]))


def test_the_toll_that_grew_keeps_its_steps_in_the_reasons(book: Book) -> None:
    main = max(book.incidents(), key=lambda one: len(one.reports))
    (killed,) = [
        a
        for a in book.assessments()
        if (a.subject, a.measure, a.status) == (main.id, "killed", None)
    ]
    rules = {reason.rule for reason in killed.reasons}
    assert {"later_replaces_earlier", "same_breakdown", "belligerent_is_context"} <= rules


def test_the_trace_says_why_the_mission_is_no_origin(book: Book) -> None:
    main = max(book.incidents(), key=lambda one: len(one.reports))
    (killed,) = [
        a.id
        for a in book.assessments()
        if (a.subject, a.measure, a.status) == (main.id, "killed", None)
    ]
    (figure,) = [f for f in book.figures() if f.assessment == killed]
    lines = "\n".join(trace(book, figure.id))
    assert "Rule rests_on: Gives a figure of Médecins Sans Frontières, and is its count" in lines
    assert "“Its figure for the hospital follows the earlier estimate of the aid group" in lines
