"""Figures for people displaced, buildings and aid: each unit and phase alone, nobody's number 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from builders import claim, singles, text, when, where
from harmledger.assessments import assess, compare, load_method
from harmledger.figures import make_figures, totals
from harmledger.incidents import find_incidents, with_effects
from harmledger.records import Assessment, Basis, Claim, Figure, Text, Total, Where

DAY = when("1962-02-17")


def hamburg() -> Where:
    """The city of Hamburg, resolved."""
    return where("Hamburg", lat=53.55, lon=9.99, geonameid=2911298, country="DE")


def paper(name: str) -> Text:
    body = f"A convoy came to Hamburg on 17 February 1962, says {name}."
    return text(body, name, published_at="1962-02-20")


def told(of: Text, low: int | None, high: int | None = None, **more: object) -> Claim:
    number = high if low is None else low
    given: dict[str, object] = {
        "quote": f"{number:,} {more.get('unit')} {more.get('measure')} {more.get('phase')}",
        "at": 0,
        "date": DAY,
        "place": hamburg(),
        "status": None,
    }
    return claim(low, low if high is None else high, of, **(given | more))  # type: ignore[arg-type]


def displaced(of: Text, low: int | None, high: int | None = None, **more: object) -> Claim:
    return told(of, low, high, **({"measure": "displaced", "status": "unstated"} | more))


def lost(of: Text, number: int, word: str, **more: object) -> Claim:
    one = told(of, number, measure="damaged", **({"unit": "houses"} | more))
    return replace(one, basis=Basis(word=word, rule="passive", start=0, end=0))


def aid(of: Text, number: int, phase: str | None = "entered", **more: object) -> Claim:
    return told(of, number, measure="aid", phase=phase, **({"unit": "trucks"} | more))


def killed(of: Text, number: int, **more: object) -> Claim:
    return told(of, number, measure="killed", **({"status": "unstated", "unit": "people"} | more))


def made(
    *claims: Claim, method: str = "airwars"
) -> tuple[list[Assessment], list[Figure], list[Total]]:
    texts = [TEXTS[one.text_id] for one in claims]
    kin = singles(dict.fromkeys(texts))
    found = list(with_effects(find_incidents(texts, claims, kin), texts, claims, kin))
    rules = load_method(method)
    assessed = list(assess(found, (), claims, kin, rules))
    figures = list(make_figures(assessed, found, (), claims, texts))
    return assessed, figures, list(totals(rules, assessed, found, claims, figures=figures))


A, B, C = (paper(name) for name in ("Elbe Post", "Alster Wire", "Relief Letter"))
TEXTS = {one.id: one for one in (A, B, C)}


def ranges(assessed: Sequence[Assessment]) -> dict[str, tuple[int | None, int | None]]:
    return {
        " ".join(filter(None, (a.measure, a.unit, a.phase, a.status))): (a.low, a.high)
        for a in assessed
    }


def test_unlike_units_and_phases_are_never_put_together() -> None:
    assessed, _, sums = made(
        displaced(A, 3000),
        displaced(B, 3200),
        displaced(A, 600, unit="families"),
        lost(A, 40, "destroyed"),
        lost(B, 110, "damaged"),
        lost(B, 41, "destroyed"),
        aid(A, 10),
        aid(B, 10),
        aid(B, 8, "distributed"),
        aid(A, 70, unit="tonnes"),
    )
    assert ranges(assessed) == {
        "displaced people": (3000, 3200),
        "displaced families": (600, 600),
        "damaged houses destroyed": (40, 41),
        "damaged houses damaged": (110, 110),
        "aid trucks entered": (10, 10),
        "aid trucks distributed": (8, 8),
        "aid tonnes entered": (70, 70),
    }
    added = {(t.measure, t.unit, t.phase): (t.counted.low, t.counted.high) for t in sums}
    assert added["displaced", None, None] == (3000, 3200)
    assert added["damaged", "houses", "destroyed"] == (40, 41)
    assert added["aid", "trucks", "entered"] == (10, 10)
    assert len({one.id for one in assessed}) == len(assessed)


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        (displaced(A, 3000), "said that 3,000 people were displaced in Hamburg on 17 February"),
        (displaced(A, 600, unit="families"), "said that 600 families were displaced in Hamburg"),
        (displaced(A, 90, unit="households"), "said that 90 households were displaced"),
        (lost(A, 40, "destroyed"), "said that 40 houses were destroyed in Hamburg"),
        (lost(A, 1, "damaged", unit="buildings"), "said that 1 building was damaged in Hamburg"),
        (aid(A, 10), "said that 10 trucks of aid had entered Hamburg on 17 February 1962"),
        (aid(A, 10, "delivered"), "said that 10 trucks of aid were delivered in Hamburg"),
        (aid(A, 10, "distributed"), "said that 10 trucks of aid were distributed in Hamburg"),
        (aid(A, 10, "denied"), "said that 10 trucks of aid were refused passage in Hamburg"),
        (aid(A, 10, None), "one report, Elbe Post, told of 10 trucks of aid in Hamburg on 17 Feb"),
        (aid(A, 70, unit="tonnes"), "said that 70 tonnes of aid had entered Hamburg"),
        (aid(A, 300, unit="tents"), "said that 300 tents had entered Hamburg"),
    ],
    ids=str,
)
def test_the_statement_says_what_was_counted(own: Claim, sentence: str) -> None:
    (figure,) = made(own)[1]
    assert sentence in figure.statement[0].lower() + figure.statement[1:]


def test_what_fled_moves_no_figure_of_those_killed() -> None:
    army = {"speaker": "the army", "kind": "belligerent", "actor": "the army"}
    harm = [killed(A, 12), killed(B, 14)]
    alone = made(*harm)[0]
    beside = made(*harm, displaced(A, 3000, **army), lost(B, 40, "destroyed", **army))[0]
    (plain,) = [one for one in alone if one.measure == "killed"]
    (same,) = [one for one in beside if one.measure == "killed"]
    fields = ("low", "high", "grade", "origins", "reasons", "edges", "independent_origins")
    assert [getattr(same, name) for name in fields] == [getattr(plain, name) for name in fields]


def test_what_nobody_counted_is_unknown_and_no_zero() -> None:
    assessed, figures, sums = made(killed(A, 12), displaced(B, None, 500))
    assert ranges(assessed)["displaced people"] == (None, 500)
    (fled,) = [total for total in sums if total.measure == "displaced"]
    assert [(one.low, one.high) for one in fled.beside] == [(None, 500)]
    assert not any(total.measure in {"damaged", "aid"} for total in sums)
    assert not any(figure.low == 0 for figure in figures)


def test_a_denial_is_named_and_not_counted() -> None:
    denied = lost(B, 40, "destroyed", stance="denied", speaker="the mayor", kind="authority")
    assessed, figures, _ = made(killed(A, 12), lost(A, 40, "destroyed"), killed(B, 12), denied)
    assert ranges(assessed)["damaged houses destroyed"] == (40, 40)
    (figure,) = [one for one in figures if one.measure == "damaged"]
    assert figure.independent_origins == 1
    assert "denie" in figure.statement


def test_residents_and_people_who_fled_are_not_told_apart() -> None:
    assessed = made(displaced(A, 5300, status="civilian"), displaced(B, 5000))[0]
    assert ranges(assessed) == {"displaced people": (5000, 5300)}


def test_whose_word_on_aid_it_is_sets_its_range_too() -> None:
    army = {"speaker": "the army", "kind": "belligerent"}
    assessed = made(aid(A, 10), aid(B, 12, **army))[0]
    assert ranges(assessed) == {"aid trucks entered": (10, 12)}
    word = made(killed(A, 12), killed(B, 12), displaced(A, 900), displaced(B, 12, **army))[0]
    assert ranges(word)["displaced people"] == (900, 900)


@pytest.mark.parametrize("method", ["ucdp", "acled", "ibc"])
def test_methods_that_count_deaths_count_nothing_else(method: str) -> None:
    claims = [killed(A, 12, status="civilian"), displaced(A, 3000), aid(B, 10)]
    assert {one.measure for one in made(*claims, method=method)[0]} == {"killed"}
    pairs = compare(
        load_method("airwars"),
        load_method(method),
        made(*claims)[0],
        made(*claims, method=method)[0],
        {},
    )
    assert {pair.measure for pair in pairs if pair.second is None} >= {"displaced", "aid"}
    assert all(pair.differences for pair in pairs if pair.measure in {"displaced", "aid"})


def test_another_900_damaged_are_all_that_were_damaged() -> None:
    body = "The quake destroyed at least 150 houses and damaged another 900 in Hamburg."
    of = text(body, "quake", published_at="1962-02-20")
    TEXTS[of.id] = of
    whole = {"at": body.find("150"), "quote": "at least 150", "qualifier": "at_least"}
    first = lost(of, 150, "destroyed", **whole)
    second = lost(of, 900, "damaged", at=body.find("another"), quote="another 900")
    span = {"sentence_start": 0, "sentence_end": len(body)}
    assessed = made(replace(first, high=None, **span), replace(second, **span))[0]
    assert ranges(assessed)["damaged houses damaged"] == (900, 900)


@pytest.mark.parametrize(
    ("numbers", "held"), [((80, 12), (80, None)), ((500, 200, 700), (700, 700)), ((80,), (80, 80))]
)
def test_goods_of_one_sentence_are_a_lower_bound(
    numbers: tuple[int, ...], held: tuple[int, int | None]
) -> None:
    claims = [aid(A, number, unit="tonnes", at=3 * at) for at, number in enumerate(numbers)]
    claims = [replace(one, sentence_start=0, sentence_end=60) for one in claims]
    (figure,) = made(*claims)[1]
    assert (figure.low, figure.high) == held
