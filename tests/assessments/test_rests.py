"""Figures that rest on another counter's: whose they are, and what a method makes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim, kunduz, singles, text, when
from harmledger.assessments import assess, assess_tolls, load_method
from harmledger.assessments.method import Method
from harmledger.counters import Counters, find_counters
from harmledger.records import Assessment, Claim, Incident, Text, Toll, TollPoint

OWN = text("MSF said 12 had died.", "own", published_at="1998-08-15")
REST = text(
    "UNAMA said 12 had died. Its figure rests on MSF data.", "rest", published_at="1998-08-20"
)
AGAIN = text("UNAMA said 12 had died.", "again", published_at="1998-08-22")
LATER = text("MSF said 29 had died.", "later", published_at="1998-09-01")
ARMY = text("UNAMA said 7 had died, citing the Afghan army.", "army", published_at="1998-08-20")
TEXTS = [OWN, REST, AGAIN, LATER, ARMY]


def said(of: Text, number: int) -> Claim:
    name = of.text.split()[0]
    return claim(number, number, of, speaker=name, kind="un" if name == "UNAMA" else "medic")


def known(*claims: Claim) -> Counters:
    return find_counters(claims, singles(TEXTS), TEXTS)


def killed(*claims: Claim, method: Method | None = None) -> Assessment:
    event = Incident(
        id="event",
        title="Kunduz",
        when=when("1998-08-15"),
        where=kunduz(),
        measures=(),
        claims=tuple(one.id for one in claims),
        reports=(),
    )
    how = method or load_method("airwars")
    found = assess([event], [], claims, singles(TEXTS), how, known(*claims))
    return next(a for a in found if a.measure == "killed" and a.status is None)


def without(does: str) -> Method:
    method = load_method("airwars")
    return replace(method, rules=tuple(rule for rule in method.rules if rule.does != does))


def test_it_is_no_origin_and_the_reason_keeps_the_sentence() -> None:
    one = killed(said(OWN, 12), said(REST, 12))
    assert [origin.name for origin in one.origins] == ["Médecins Sans Frontières"]
    assert (one.low, one.high, one.grade) == (12, 12, "weak")
    (why,) = [reason for reason in one.reasons if reason.rule == "rests_on"]
    assert why.claims == (said(REST, 12).id,)
    assert "“Its figure rests on MSF data.”" in why.sentence


def test_it_falls_with_the_figure_that_it_rests_on() -> None:
    one = killed(said(OWN, 12), said(REST, 12), said(LATER, 29))
    assert (one.low, one.high, one.independent_origins) == (29, 29, 1)


def test_the_same_figure_in_a_report_that_does_not_say_so_rests_on_it_too() -> None:
    assert killed(said(OWN, 12), said(REST, 12), said(AGAIN, 12)).independent_origins == 1
    # Alone it is the counter's own, and so is another figure of it.
    assert killed(said(OWN, 12), said(AGAIN, 12)).independent_origins == 2
    other = killed(said(OWN, 12), said(REST, 12), replace(said(AGAIN, 12), low=13, high=13))
    assert (other.independent_origins, other.high) == (2, 13)


def test_what_rests_on_a_belligerents_count_is_that_partys_word() -> None:
    one = killed(said(OWN, 12), said(ARMY, 7))
    assert (one.low, one.high) == (12, 12)
    assert "belligerent_is_context" in {reason.rule for reason in one.reasons}
    assert killed(said(OWN, 12), said(ARMY, 7), method=without("rests_on")).low == 7


def test_a_method_without_the_rule_counts_both() -> None:
    one = killed(said(OWN, 12), said(REST, 12), method=without("rests_on"))
    assert one.independent_origins == 2
    assert "rests_on" not in {reason.rule for reason in one.reasons}


@pytest.mark.parametrize("does", ["", "rests_on"])
def test_a_running_count_keeps_its_range_and_says_whose_it_is(does: str) -> None:
    own = replace(said(REST, 12), scope="cumulative")
    toll = Toll(
        id="toll",
        title="Killed",
        counter="UNAMA",
        measure="killed",
        definition="killed",
        status=None,
        where="Kunduz",
        points=(
            TollPoint(as_of=None, reported_at=REST.published_at, low=12, high=12, claim_id=own.id),
        ),
        claims=(own.id,),
    )
    claims = {one.id: one for one in (own, said(OWN, 12))}
    (made,) = assess_tolls([toll], claims, without(does), known(*claims.values()), ())
    assert (made.low, made.high) == (12, 12)
    whose = "UNAMA" if does else "Médecins Sans Frontières"
    assert [origin.name for origin in made.origins] == [whose]
    assert ("rests_on" in {reason.rule for reason in made.reasons}) is not bool(does)
