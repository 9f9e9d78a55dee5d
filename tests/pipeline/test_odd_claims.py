"""Claims that cannot be right: a clear word, and no wrong sum."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim, text, when, where
from harmledger.assessments import load_method
from harmledger.claims import read_claims
from harmledger.figures import totals
from harmledger.pipeline import Derived, derive
from harmledger.records import Assessment, Claim, Text

AIRWARS = load_method("airwars")
HERAT = where("Herat", lat=34.35, lon=62.2, geonameid=1140026, country="AF")
DAY = when("2015-10-03")


def report(name: str, body: str) -> Text:
    return text(body, name, published_at="2015-10-05")


def made(texts: list[Text], claims: list[Claim]) -> Derived:
    return derive(texts, claims, "airwars")


def said(assessment: Assessment, rule: str) -> str:
    return " ".join(r.sentence for r in assessment.reasons if r.rule == rule)


def whole(found: Derived) -> Assessment:
    (one,) = (a for a in found.assessments if a.status is None)
    return one


def test_a_low_above_its_high_is_listed_and_not_counted() -> None:
    texts = [report("a", "Between 30 and 20 people were killed in Herat, where 25 died.")]
    odd = claim(30, 20, texts[0], quote="30", date=DAY, place=HERAT)
    sound = claim(25, 25, texts[0], quote="25", date=DAY, place=HERAT)
    one = whole(made(texts, [odd, sound]))
    assert (one.low, one.high) == (25, 25)
    assert "Contradicts itself" in said(one, "no_contradictions")
    (alone,) = made(texts, [odd]).assessments
    assert (alone.low, alone.high) == (None, None), "unknown, not 0"


def test_a_part_larger_than_its_whole_is_listed_and_moves_nothing() -> None:
    texts = [report("a", "Five people, including nine children, were killed in Herat.")]
    five = claim(5, 5, texts[0], quote="Five", date=DAY, place=HERAT)
    nine = claim(9, 9, texts[0], quote="nine", date=DAY, place=HERAT, status="civilian",
                 part_of=five.id)  # fmt: skip
    one = whole(made(texts, [five, nine]))
    assert (one.low, one.high) == (5, 5)
    assert "a part larger than its whole" in said(one, "no_contradictions")


def test_a_date_after_the_reports_is_said_and_is_in_no_total_of_a_period() -> None:
    texts = [report("a", "Five people were killed in Herat on 3 October 2035, the office said.")]
    late = claim(5, 5, texts[0], quote="Five", date=when("2035-10-03"), place=HERAT)
    found = made(texts, [late])
    one = whole(found)
    assert (one.low, one.high) == (5, 5)
    assert "cannot be right" in said(one, "date_after_reports")
    keys = {
        by: [t.key for t in totals(AIRWARS, found.assessments, found.incidents, [late], by=by)]
        for by in ("year", "month", "all")
    }
    assert keys == {
        "year": ["date after its own reports"],
        "month": ["date after its own reports"],
        "all": ["all"],
    }
    # On the other side of the world it is tomorrow already.
    near = replace(late, when=when("2015-10-06"))
    assert said(whole(made(texts, [near])), "date_after_reports") == ""


def test_two_incidents_the_same_day_in_the_same_town_are_added_and_not_joined() -> None:
    texts = [
        report("a", "A bomb at the market in Herat killed five people on 3 October 2015."),
        report("b", "Gunmen at the airport of Herat shot two pilots dead on 3 October 2015."),
    ]
    claims = [
        claim(5, 5, texts[0], quote="five", date=DAY, place=HERAT),
        claim(2, 2, texts[1], quote="two", date=DAY, place=HERAT),
    ]
    found = made(texts, claims)
    assert len(found.incidents) == 2
    graded = [replace(one, grade="fair") for one in found.assessments]
    (total,) = totals(AIRWARS, graded, found.incidents, claims)
    assert (total.counted.low, total.counted.high, total.counted.incidents) == (7, 7, 2)


def read(body: str) -> tuple[list[Text], list[Claim]]:
    texts = [report("a", body)]
    return texts, [claim for _, own in read_claims(texts) for claim in own]


@pytest.mark.parametrize(
    ("body", "total", "odd"),
    [
        ("Five people, including nine children, were killed in Herat.", 5, "9 children"),
        ("Ten people were killed in Herat, among them 14 children.", 10, "14 children"),
        (
            "Twelve people were killed in Herat, including 9 soldiers, 7 police officers and "
            "4 civilians.",
            12,
            "9 soldiers (a), 7 police officers (a) and 4 civilians",
        ),
    ],
)
@pytest.mark.parametrize("method", ["airwars", "ucdp", "acled"])
def test_a_list_that_is_larger_than_its_total_is_named_and_moves_nothing(
    body: str, total: int, odd: str, method: str
) -> None:
    texts, claims = read(body)
    found = derive(texts, claims, method)
    one = whole(found)
    assert (one.low, one.high) == (total, total)
    assert f"alone or with others): {odd}" in said(one, "no_contradictions")
    for part in found.assessments:
        if part.status is not None and not part.status.startswith("side"):
            assert (part.low, part.high) == (None, None), "unknown, not 0"


def test_a_list_that_may_name_the_same_people_twice_contradicts_nothing() -> None:
    texts, claims = read(
        "Twelve people were killed in Herat, including 9 men, 7 foreigners and 2 policemen."
    )
    found = derive(texts, claims, "airwars")
    assert said(whole(found), "no_contradictions") == ""


def test_an_incident_with_five_thousand_claims() -> None:
    """One incident, its range, its origins, and reasons that stay short."""
    offices = 100
    texts = [report(f"r{n:03}", f"{20 + n % 5} people were killed. " * 50) for n in range(offices)]
    claims = [
        claim(20 + n % 5, 20 + n % 5, one, at=k * 23, date=DAY, place=HERAT,
              speaker=f"Office {n}", sentence=(k * 23, k * 23 + 22))
        for n, one in enumerate(texts)
        for k in range(50)
    ]  # fmt: skip
    found = made(texts, claims)
    (incident,) = found.incidents
    assert len(incident.claims) == 5000
    one = whole(found)
    assert (one.low, one.high, one.independent_origins) == (20, 24, offices)
    assert max(len(r.sentence) for r in one.reasons) < 500
    (figure,) = found.figures
    assert len(figure.trace) == 5000
    assert len(figure.statement) < 500
