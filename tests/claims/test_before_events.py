"""What was before the event of a report has its own days, or it would set the event's low."""

from __future__ import annotations

import pytest

from harmledger import extract

OPENED = "A blast killed 40 people at a mill in Herat on Monday. "


def days(text: str, quote: str) -> tuple[str | None, str | None]:
    (one,) = [c for c in extract(text, published_at="2010-03-02") if c.quote == quote]
    assert one.when is not None
    return one.when.start, one.when.end


@pytest.mark.parametrize(
    ("sentence", "quote", "start", "end"),
    [
        ("Ten had been killed there in the week before.", "Ten", "2010-02-22", "2010-02-28"),
        ("The week before, 12 weavers were shot in the town.", "12", "2010-02-22", "2010-02-28"),
        ("The previous week 12 weavers died in clashes.", "12", "2010-02-22", "2010-02-28"),
        ("Over the two weeks prior, 9 guards were killed.", "9", "2010-02-15", "2010-02-28"),
        ("Before that, 10 people had been killed in a quarrel.", "10", None, "2010-02-28"),
        ("In the days leading up to the blast ten people died.", "ten", None, "2010-02-28"),
        ("Earlier in the week, 10 people had been killed there.", "10", None, "2010-02-28"),
        ("Six dyers had died at the mill in the run-up.", "Six", None, "2010-02-28"),
        ("Five had been killed in the town the day before.", "Five", "2010-02-28", "2010-02-28"),
        ("Three days earlier, 5 people were killed there.", "5", "2010-02-26", "2010-02-26"),
        ("Six carters were killed in the preceding days.", "Six", None, "2010-02-28"),
    ],
)
def test_it_is_dated_before_the_day_of_the_event(
    sentence: str, quote: str, start: str | None, end: str | None
) -> None:
    assert days(OPENED + sentence, quote) == (start, end)
    assert days(OPENED + sentence, "40") == ("2010-03-01", "2010-03-01")


@pytest.mark.parametrize(
    ("text", "quote", "start", "end"),
    [
        (
            "A blast killed 40 people in Herat on Monday, the day before the fair.",
            "40",
            "2010-03-01",
            "2010-03-01",
        ),
        ("Nine people died in Herat in the previous week.", "Nine", "2010-02-23", "2010-03-02"),
        (
            "Nine people died in Herat the day before yesterday.",
            "Nine",
            "2010-02-28",
            "2010-02-28",
        ),
        ("The day before the fair, 9 people were killed in Herat.", "9", None, None),
    ],
)
def test_other_days_stay(text: str, quote: str, start: str | None, end: str | None) -> None:
    assert days(text, quote) == (start, end)
