"""Early figures of an office of a state, which another of it has counted on from."""

from __future__ import annotations

import pytest

from builders import claim, kunduz, singles, text, when
from harmledger.assessments import COUNTED_ON, assess, load_method
from harmledger.records import Assessment, Claim, Family, Incident, When

DAYS = ("2015-10-03", "2015-10-04", "2015-10-09", "2016-03-01", "2015-10-20")
TEXTS = [
    text("word " * 200, f"r{n}", published_at=day, publisher=outlet)
    for n, (day, outlet) in enumerate(
        zip(DAYS, ("Lamp Post", "Harbour Watch", "Coast Daily", "Lamp Post", "Reed"), strict=True)
    )
]
DAY = when("2015-10-03")
FIRST, NEXT, WEEK, LATE, FORTNIGHT = range(5)


def said(low: int | None, of: int, **more: object) -> Claim:
    high = more.pop("high", low)
    fields = {"at": 20 * of, "sentence": (0, 500), **more}
    return claim(low, high, TEXTS[of], **fields)  # type: ignore[arg-type]


def killed(
    *claims: Claim, day: When | None = DAY, families: list[Family] | None = None
) -> Assessment:
    event = Incident(
        id="event",
        title="Kunduz",
        when=day,
        where=kunduz(),
        measures=(),
        claims=tuple(one.id for one in claims),
        reports=(),
    )
    made = families or singles(TEXTS)
    found = assess([event], [], claims, made, load_method("airwars"))
    return next(one for one in found if one.status is None)


def reasons(found: Assessment, words: str) -> list[tuple[str, ...]]:
    return [one.claims for one in found.reasons if one.sentence.startswith(words)]


def office(low: int, of: int, speaker: str, kind: str = "authority") -> Claim:
    return said(low, of, speaker=speaker, kind=kind)


def test_the_offices_of_a_state_count_on_for_each_other() -> None:
    early = office(30, FIRST, "the Interior Ministry")
    lede = said(30, FIRST, at=40)
    mayor = office(86, NEXT, "the mayor")
    found = killed(early, lede, mayor, office(99, WEEK, "the chief prosecutor's office"))
    assert (found.low, found.high) == (99, 99)
    assert reasons(found, COUNTED_ON) == [(early.id, lede.id, mayor.id)]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        # Doctors, courts and inquiries count for themselves.
        (office(30, FIRST, "hospital doctors", "medic"), office(99, WEEK, "the government")),
        (office(30, FIRST, "the government"), office(99, WEEK, "hospital doctors", "medic")),
        (office(30, FIRST, "the government"), office(99, WEEK, "the commission")),
        # So does another country, and so do monitors.
        (office(30, FIRST, "the British government"), office(99, WEEK, "the governor")),
        (office(30, FIRST, "the governor"), office(99, WEEK, "Field Monitor", "monitor")),
        # The governor of another province, and a person of whom no office is known.
        (office(30, FIRST, "the Kunduz governor"), office(99, WEEK, "the Baghlan governor")),
        (office(30, FIRST, "the interior ministry"), office(99, WEEK, "Selma Ardic")),
        # What is hedged settles nothing, nor does what is inside the bounds of the first.
        (
            office(30, FIRST, "the governor"),
            said(99, WEEK, speaker="the police", kind="authority", stance="hedged"),
        ),
        (
            said(30, FIRST, high=60, speaker="the interior ministry", kind="authority"),
            office(35, WEEK, "the governor"),
        ),
        # "At most 25" of a third office is less.
        (
            office(30, FIRST, "the governor"),
            said(None, LATE, high=25, speaker="the prosecutor", kind="authority"),
        ),
        # A figure given long after the event is no early one.
        (office(30, FORTNIGHT, "the governor"), office(99, LATE, "the interior ministry")),
    ],
)
def test_whose_figures_no_office_replaces(first: Claim, later: Claim) -> None:
    assert killed(first, later).low == 30


def test_a_lower_figure_of_another_office_is_a_disagreement() -> None:
    found = killed(office(99, FIRST, "the governor"), office(30, WEEK, "the interior ministry"))
    assert (found.low, found.high) == (30, 99)
    found = killed(
        office(30, FIRST, "the governor"),
        office(99, NEXT, "the interior ministry"),
        office(28, WEEK, "the police"),
    )
    assert (found.low, found.high) == (28, 99)
