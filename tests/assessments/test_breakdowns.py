"""A report that gives a counter's breakdown again, without naming it, counted nothing itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim, kunduz, singles, text, when
from harmledger.assessments import assess, load_method
from harmledger.records import Assessment, Claim, Incident, Text

FIRST = text("12 guards and 10 weavers died, MSF said.", "first", published_at="1998-08-15")
AFTER = text("The fire killed 12 guards and 10 weavers.", "after", published_at="1998-08-17")
LAST = text("MSF said 42 had died.", "last", published_at="1998-09-01")


def parts(of: Text, *figures: int, speaker: str | None = None) -> list[Claim]:
    found = []
    for number in figures:
        status = "police" if number == 12 else "civilian"
        at = of.text.index(str(number)) if str(number) in of.text else 0
        found.append(claim(number, number, of, at=at, status=status, speaker=speaker))
    return found


def killed(*claims: Claim, without: str = "") -> Assessment:
    event = Incident(
        id="event",
        title="Kunduz",
        when=when("1998-08-15"),
        where=kunduz(),
        measures=(),
        claims=tuple(one.id for one in claims),
        reports=(),
    )
    method = load_method("airwars")
    method = replace(method, rules=tuple(rule for rule in method.rules if rule.does != without))
    found = assess([event], [], claims, singles([FIRST, AFTER, LAST]), method)
    return next(a for a in found if a.measure == "killed" and a.status is None)


def test_the_breakdown_is_that_of_the_counter_and_replaced_with_it() -> None:
    own = [*parts(FIRST, 12, 10, speaker="MSF"), claim(42, 42, LAST, at=9, speaker="MSF")]
    again = parts(AFTER, 12, 10)
    one = killed(*own, *again)
    assert [origin.name for origin in one.origins] == ["Médecins Sans Frontières"]
    assert (one.low, one.high) == (42, 42)
    (why,) = [reason for reason in one.reasons if reason.rule == "same_breakdown"]
    assert set(why.claims) == {claim.id for claim in again}


@pytest.mark.parametrize("figures", [(12,), (12, 11), (12, 10, 3)])
def test_one_number_or_another_breakdown_is_the_reports_own(figures: tuple[int, ...]) -> None:
    one = killed(*parts(FIRST, 12, 10, speaker="MSF"), *parts(AFTER, *figures))
    assert not [reason for reason in one.reasons if reason.rule == "same_breakdown"]


def test_an_earlier_report_repeats_nobody() -> None:
    one = killed(*parts(FIRST, 12, 10), *parts(AFTER, 12, 10, speaker="MSF"))
    assert len(one.origins) == 2


def test_a_method_without_the_rule_counts_the_report_as_an_origin() -> None:
    own = [*parts(FIRST, 12, 10, speaker="MSF"), *parts(AFTER, 12, 10)]
    assert len(killed(*own).origins) == 1
    assert len(killed(*own, without="same_breakdown").origins) == 2
