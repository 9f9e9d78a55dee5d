"""The tolls and the origins of the bundled case, against the answer made by hand.

What differs is listed here by name, so that nothing else may differ and nothing mended is missed.
"""

from __future__ import annotations

from typing import Any

import pytest

from demo_answer import answer
from harmledger import Book
from harmledger.demo import case_paths
from harmledger.pages import InputOptions
from harmledger.pipeline import run
from harmledger.records import Assessment

#: Points whose day in the answer is the report's, as the count says no other.
BY_REPORT = {
    ("killed", 480, "https://wire.example/2015/10/04/kunduz-withdrawal"),
    ("killed", 35, "https://wire.example/2015/10/04/kunduz-withdrawal"),
    ("killed", 60, "https://wire.example/2015/10/03/kunduz-evening"),
    ("injured", 500, "https://wire.example/2015/10/03/kunduz-evening"),
    ("killed", 65, "lakeside-0311"),
    ("injured", 394, "2015-10-03-example-wire.txt"),
}

#: The counter in the answer, and as the book calls it.
CALLED = {
    "UNAMA": {"UNAMA", "The United Nations"},
    "Afghan officials": {"officials"},
    "acting governor of Kunduz province": {"Hamdullah Danishi"},
    "Kunduz police": {"the police"},
    "Médecins Sans Frontières": {"Médecins Sans Frontières"},
}

#: Running counts of the book that the answer leaves out: sums that hold those killed and injured
#: together, families displaced, and a comparison with earlier years.
BESIDE = {("casualties", 11002), ("casualties", 11000), ("casualties", 848), ("displaced", 13000)}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    path = tmp_path_factory.mktemp("demo") / "book"
    run(case_paths(), path, InputOptions())
    return Book(path)


def points(book: Book) -> dict[tuple[str, int, str], dict[str, Any]]:
    claims = {claim.id: claim for claim in book.claims()}
    return {
        (toll.measure, point.low or 0, claims[point.claim_id].document): {
            "counter": toll.counter,
            "status": toll.status,
            "high": point.high,
            "day": point.as_of or point.reported_at,
            "as_of": point.as_of,
        }
        for toll in book.tolls()
        for point in toll.points
    }


def test_every_running_count_of_the_answer_is_a_point_of_its_counter(book: Book) -> None:
    found = points(book)
    for toll in answer()["toll"]:
        for point in toll["points"]:
            key = (toll["measure"], point["low"], point["document"])
            read = found[key]
            assert read["counter"] in CALLED[toll["counter"]], key
            assert read["status"] == toll["status"], key
            assert read["high"] == point.get("high"), key
            assert read["day"] == point["as_of"], key
            assert (read["as_of"] is None) is (key in BY_REPORT), key


def test_no_other_running_count_is_made_but_those_named(book: Book) -> None:
    told = {
        (toll["measure"], point["low"]) for toll in answer()["toll"] for point in toll["points"]
    }
    assert {key[:2] for key in points(book)} - told == BESIDE


def killed(book: Book) -> Assessment:
    main = max(book.incidents(), key=lambda one: len(one.reports))
    return next(
        a
        for a in book.assessments()
        if a.subject == main.id and a.measure == "killed" and a.status is None
    )


def test_whoever_counted_is_an_origin_and_those_who_rest_on_another_are_named(book: Book) -> None:
    one = killed(book)
    names = {origin.name for origin in one.origins}
    assert names == {
        "Médecins Sans Frontières",
        "UNAMA",
        # A director and a review of the group are the group; the inquiry of the United States,
        # whose aircraft it was, stands aside as the word of a party.
        "Lakeside Press Agency (example)",
    }
    counters = {
        figure["counter"]
        for figure in answer()["incident"][0]["figure"]
        if figure["measure"] == "killed" and not figure.get("contested")
    }
    assert {"Médecins Sans Frontières", "UNAMA"} <= counters & names
    assert {"U.S. military investigation", "a director of Médecins Sans Frontières"} <= counters


def test_the_range_lies_within_what_was_said_and_ends_at_the_last_count(book: Book) -> None:
    hospital = answer()["incident"][0]
    one = killed(book)
    assert one.low is not None
    assert hospital["killed_said"]["lowest"] <= one.low
    assert one.high == hospital["killed_last"]["high"] == hospital["killed_said"]["highest"]
    injured = next(
        a
        for a in book.assessments()
        if a.subject == one.subject and a.measure == "injured" and a.status is None
    )
    assert injured.low == hospital["injured_said"]["lowest"]
