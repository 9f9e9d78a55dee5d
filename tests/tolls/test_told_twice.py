"""One reading told twice, and parts that count over the period of their whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim, singles, text, when, where
from harmledger.records import Claim, Story, Text, Toll
from harmledger.tolls import find_tolls

TEXT = text(
    "Army counts 900 dead in Varzan\n\nThe army said 900 were killed in the Varzan Valley from "
    "May to July, of whom 40 were children and 11 women.",
    "a",
    published_at="2012-08-03",
)
OTHER = text("The army counts 900 dead in Varzan.", "b", published_at="2012-08-04")
PERIOD = when("2012-05-01", "2012-07-31", "period")


def reading(of: Text, low: int, place: str, at: int, **more: object) -> Claim:
    return claim(  # type: ignore[misc]
        low,
        low,
        of,
        at=at,
        scope="cumulative",
        speaker="The army",
        kind="belligerent",
        place=where(place, country="AF"),
        date=more.pop("date", PERIOD),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def tolls(*claims: Claim) -> list[Toll]:
    return list(find_tolls([TEXT, OTHER], claims, singles([TEXT, OTHER])))


def test_a_headline_with_a_shorter_name_of_the_area_is_the_same_reading() -> None:
    headline = reading(TEXT, 900, "Varzan", 12)
    body = reading(TEXT, 900, "the Varzan Valley", 47)
    (toll,) = tolls(headline, body)
    assert set(toll.claims) == {headline.id, body.id}


@pytest.mark.parametrize(
    ("of", "low", "place"),
    [
        (OTHER, 900, "Varzan"),
        (TEXT, 901, "Varzan"),
        (TEXT, 900, "Zerhan"),
        (TEXT, 900, "Valley Ford"),
    ],
)
def test_another_text_number_or_area_is_another_series(of: Text, low: int, place: str) -> None:
    assert len(tolls(reading(TEXT, 900, "the Varzan Valley", 47), reading(of, low, place, 12))) == 2


def test_a_part_without_a_time_counts_over_the_period_of_its_whole() -> None:
    body = reading(TEXT, 900, "the Varzan Valley", 47)
    part = reading(TEXT, 11, "the Varzan Valley", 60, part_of=body.id, date=None)
    part = replace(part, story=Story(when=PERIOD))
    own = reading(TEXT, 40, "the Varzan Valley", 70, part_of=body.id, date=when("2012-06"))
    found = {toll.points[0].low: toll for toll in tolls(body, part, own)}
    assert found[11].points[0].as_of == found[900].points[0].as_of == "2012-07-31"
    assert "May 2012 to July 2012" in found[11].definition
    assert found[40].points[0].as_of != "2012-07-31"
