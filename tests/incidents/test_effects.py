"""People displaced, buildings and aid find the event that they are of, and move nobody harmed."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, family, kabul, kunduz, singles, text, when, where
from harmledger.incidents import find_incidents, loss_of, with_effects
from harmledger.records import Basis, Claim, Incident, Text, Where

FLOOD_DAY = when("1962-02-17")


def hamburg() -> Where:
    """The city of Hamburg, resolved."""
    return where("Hamburg", lat=53.55, lon=9.99, geonameid=2911298, country="DE")


WIRE = text(
    "The dykes broke at Hamburg on 17 February 1962 and 315 people drowned. Some 20,000 people "
    "were driven from their homes. A further 60 tonnes of food was flown in on Monday.",
    "wire",
    headline="Storm flood at Hamburg",
    published_at="1962-02-20",
)
RELIEF = text(
    "After the storm of 17 February the city of Hamburg gave shelter to 20,000 people who had to "
    "leave their homes.",
    "relief",
    headline="Relief work in Hamburg",
    published_at="1962-02-25",
)


def wire_claims(of: Text = WIRE) -> list[Claim]:
    return [
        claim(315, 315, of, date=FLOOD_DAY, place=hamburg()),
        claim(20_000, 20_000, of, quote="20,000", measure="displaced"),
    ]


def relief_claims(of: Text = RELIEF) -> list[Claim]:
    return [
        claim(
            20_000,
            20_000,
            of,
            quote="20,000",
            measure="displaced",
            date=FLOOD_DAY,
            place=hamburg(),
        )
    ]


def aid(of: Text, number: int = 10, **more: object) -> Claim:
    given = {
        "unit": "trucks",
        "phase": "entered",
        "status": None,
        "date": when("1993-01-17"),
        "place": zepa(),
    }
    return claim(number, number, of, measure="aid", **(given | more))  # type: ignore[arg-type]


def zepa() -> Where:
    """A town, resolved."""
    return where("Zepa", lat=43.95, lon=19.13, geonameid=3186562, country="BA")


def found(
    texts: Sequence[Text], claims: Sequence[Claim], *families: Sequence[Text]
) -> list[Incident]:
    kin = [family(*one) for one in families] or singles(texts)
    return list(with_effects(find_incidents(texts, claims, kin), texts, claims, kin))


def groups(texts: Sequence[Text], claims: Sequence[Claim]) -> list[set[str]]:
    by_id = {one.id: one for one in claims}
    made = found(texts, claims)
    return [{f"{by_id[c].measure} {by_id[c].low}" for c in one.claims} for one in made]


def test_who_fled_is_of_the_event_that_the_text_tells() -> None:
    (one,) = found([WIRE], wire_claims())
    assert [(m.measure, m.unit, m.low, m.high) for m in one.measures] == [
        ("killed", None, 315, 315),
        ("displaced", "people", 20_000, 20_000),
    ]
    assert one.title == "Hamburg, 17 February 1962: people killed and displaced"


def test_a_report_of_the_displaced_alone_joins_by_day_place_and_figure() -> None:
    claims = [*wire_claims(), *relief_claims()]
    (one,) = found([WIRE, RELIEF], claims)
    assert len(one.claims) == 3
    assert {report.document for report in one.reports} == {"wire", "relief"}


def test_nobody_harmed_and_3_000_fled_is_an_incident() -> None:
    (one,) = found([RELIEF], relief_claims())
    assert one.title == "Hamburg, 17 February 1962: people displaced"
    assert [report.main for report in one.reports] == [True]


@pytest.mark.parametrize(
    "changes",
    [
        {"when": None},
        {"qualifier": "vague"},
        {"stance": "denied"},
        {"stance": "hypothetical"},
        {"low": 0, "high": 0},
        {"when": when("1962", precision="year")},
        {"when": replace(FLOOD_DAY, end=None, precision="period", surface="since 17 February")},
        {"scope": "cumulative"},
        {"measure": "arms", "unit": "rifles"},
        {"where": None},
    ],
    ids=str,
)
def test_what_makes_no_incident_by_itself(changes: dict[str, object]) -> None:
    (told,) = relief_claims()
    assert not found([RELIEF], [replace(told, **changes)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 7,000 people remained displaced in Hamburg on 17 February 1962.",
        "On 17 February 1962 a school at Hamburg hosted 7,000 displaced people.",
        "On 17 February 1962 some 7,000 displaced people returned to Hamburg.",
        "Hamburg still had 7,000 people displaced on 17 February 1962.",
        "On 17 February 1962 shells hit a camp at Hamburg with 7,000 displaced people.",
    ],
)
def test_how_many_there_are_is_of_no_event(sentence: str) -> None:
    of = text(sentence, "state", published_at="1962-02-20")
    at = sentence.find("displaced")
    told = claim(7000, 7000, of, quote="7,000", measure="displaced", date=FLOOD_DAY)
    told = replace(
        told, where=hamburg(), basis=Basis(word="displaced", rule="passive", start=at, end=at + 9)
    )
    assert not found([of], [told])


CONVOY = text("A convoy of ten trucks reached Zepa on 17 January 1993. It was the first.", "convoy")
COUNT = text("Ten trucks entered Zepa on 17 January 1993, against 12 on Saturday.", "count")


def test_a_convoy_is_an_incident_and_a_day_count_is_none() -> None:
    (one,) = found([CONVOY], [aid(CONVOY)])
    assert one.title == "Zepa, 17 January 1993: aid entered"
    assert not found([COUNT], [aid(COUNT)])


def test_a_day_count_joins_the_delivery_that_it_counts() -> None:
    (one,) = found([CONVOY, COUNT], [aid(CONVOY), aid(COUNT)])
    assert len(one.claims) == 2
    assert one.reasons == (
        "count tells of it, too, by day, place and figure: 10 trucks, beside 10 trucks in convoy.",
    )
    assert len(found([CONVOY, COUNT], [aid(CONVOY), aid(COUNT, 31)])[0].claims) == 1


@pytest.mark.parametrize(
    "changes", [{"stance": "denied"}, {"low": 0, "high": 0}, {"qualifier": "vague"}], ids=str
)
def test_a_denial_and_a_zero_stand_beside_what_others_tell(changes: dict[str, object]) -> None:
    told = [*wire_claims(), *relief_claims()]
    told[2] = replace(told[2], **changes)  # type: ignore[arg-type]
    (one,) = found([WIRE, RELIEF], told)
    assert told[2].id in one.claims


@pytest.mark.parametrize("phase", ["promised", "approved"])
def test_aid_that_is_promised_is_of_no_event(phase: str) -> None:
    assert not found([CONVOY], [replace(aid(CONVOY), phase=phase)])


def test_aid_that_is_asked_for_is_of_no_event() -> None:
    of = text("The agency appealed for 500 tonnes for the convoy to Zepa on 17 January 1993.", "x")
    assert not found([of], [aid(of, 500, unit="tonnes", phase=None)])


def test_aid_for_a_country_is_a_flow() -> None:
    wide = where("Bosnia", precision="country", country="BA")
    assert not found([CONVOY], [aid(CONVOY, place=wide)])


def test_aid_is_never_of_the_event_in_which_people_were_harmed() -> None:
    of = text(
        "A shell killed four people in Zepa on 17 January 1993. A convoy of ten trucks reached it.",
        "both",
    )
    shelled = claim(4, 4, of, quote="four", date=when("1993-01-17"), place=zepa())
    assert sorted(groups([of], [shelled, aid(of)]), key=str) == [{"aid 10"}, {"killed 4"}]


def test_two_attacks_of_one_day_are_not_joined_by_what_they_destroyed() -> None:
    of = text(
        "A shell killed four people in Kunduz on 3 October 2015 and destroyed 12 houses. In Kabul "
        "a bomb killed nine and destroyed 12 houses on the same day.",
        "two",
    )
    day = when("2015-10-03")
    second = of.text.find("12 houses", of.text.find("Kabul"))
    claims = [
        claim(4, 4, of, quote="four", date=day, place=kunduz()),
        claim(12, 12, of, quote="12 houses", measure="damaged", unit="houses", status=None),
        claim(9, 9, of, quote="nine", date=day, place=kabul()),
        claim(12, 12, of, at=second, measure="damaged", unit="houses", status=None),
    ]
    claims[1] = replace(claims[1], when=day, where=kunduz())
    assert sorted(map(sorted, groups([of], claims))) == [
        ["damaged 12", "killed 4"],
        ["damaged 12", "killed 9"],
    ]


@pytest.mark.parametrize(
    ("word", "told", "loss"),
    [
        ("destroyed", "The fire destroyed 40 homes.", "destroyed"),
        ("damaged", "The fire damaged 40 homes.", "damaged"),
        ("burned", "In all 40 homes burned down.", "destroyed"),
        ("destroyed", "In all 40 homes were destroyed or badly damaged.", "damaged_or_destroyed"),
        ("damaged", "In all 40 homes were damaged or destroyed.", "damaged_or_destroyed"),
        ("destroyed", "It destroyed 40 homes and many damaged roofs lay about.", "destroyed"),
        ("razed", "Soldiers razed 40 homes.", "destroyed"),
    ],
)
def test_destroyed_and_damaged_are_told_apart(word: str, told: str, loss: str) -> None:
    of = text(told, "loss")
    at = told.find(word)
    one = claim(40, 40, of, measure="damaged", unit="homes", status=None)
    one = replace(one, basis=Basis(word=word, rule="active", start=at, end=at + len(word)))
    assert loss_of(one, of) == loss


def test_units_and_phases_have_rows_of_their_own() -> None:
    told = [
        replace(aid(CONVOY), id="a"),
        replace(aid(CONVOY, 70, unit="tonnes"), id="b"),
        replace(aid(CONVOY), phase="distributed", id="c"),
    ]
    (one,) = found([CONVOY], told)
    assert [(m.unit, m.phase, m.low) for m in one.measures] == [
        ("tonnes", "entered", 70),
        ("trucks", "distributed", 10),
        ("trucks", "entered", 10),
    ]


def test_the_order_of_the_input_changes_nothing() -> None:
    texts = [WIRE, RELIEF, CONVOY]
    claims = [*wire_claims(), *relief_claims(), aid(CONVOY)]
    known = found(texts, claims)
    for order in itertools.permutations(texts):
        shuffled = random.Random(len(order[0].text)).sample(claims, len(claims))
        assert found(order, shuffled) == known


def test_copies_are_one_event() -> None:
    copy = replace(RELIEF, id="copy", document="copy")
    told = relief_claims()[0]
    again = replace(told, text_id="copy", document="copy", id="copied")
    (one,) = found([RELIEF, copy], [told, again], [RELIEF, copy])
    assert len(one.claims) == 2


_MEASURES = st.sampled_from(["killed", "injured", "displaced", "damaged", "aid"])
_PLACES = st.sampled_from([hamburg(), kunduz(), kabul(), None])
_DAYS = st.sampled_from([FLOOD_DAY, when("1962-02-18"), when("2015-10-03"), None])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(_MEASURES, _PLACES, _DAYS, st.integers(0, 400), st.sampled_from([0, 1, 2])),
        max_size=12,
    )
)
def test_people_harmed_are_grouped_as_without(told: list[tuple]) -> None:  # type: ignore[type-arg]
    texts = [WIRE, RELIEF, CONVOY]
    claims = [
        replace(
            claim(number, number, texts[which], at=at, measure=measure, date=day, place=place),
            id=f"{at:03}",
        )
        for at, (measure, place, day, number, which) in enumerate(told)
    ]
    harm = {one.id for one in claims if one.measure in {"killed", "injured"}}
    plain = list(find_incidents(texts, claims, singles(texts)))
    made = found(texts, claims)
    groups_of = sorted(sorted(set(one.claims) & harm) for one in made if set(one.claims) & harm)
    assert groups_of == sorted(sorted(one.claims) for one in plain)
    by_claims = {frozenset(set(one.claims) & harm): (one.when, one.where) for one in made}
    for one in plain:
        assert by_claims[frozenset(one.claims)] == (one.when, one.where)
    every = [one for incident in made for one in incident.claims]
    assert len(every) == len(set(every)), "a claim is in one incident at most"
