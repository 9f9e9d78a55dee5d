"""Every rule of every method that comes with the program fires in a case made by hand.

A rule that never fires would be a sentence in a file and no rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from builders import claim, kunduz, singles, text, when
from harmledger.assessments import assess, load_method
from harmledger.counters import find_counters
from harmledger.incidents import measures_of
from harmledger.records import Basis, Claim, Incident, Toll, TollPoint
from harmledger.vocabulary import method_names

TEXTS = [
    text("word " * 200, name, published_at=f"2015-10-0{3 + n}") for n, name in enumerate("abcd")
]

#: These say what is assessed, how it is shown, or what is added up: they need no reason.
QUIET = {"only", "total"}


def said(low: int | None, of: int = 0, **more: object) -> Claim:
    high = more.pop("high", low)
    fields = {"at": 20 * of, "sentence": (0, 500), "speaker": f"Office {of}", **more}
    return claim(low, high, TEXTS[of], **fields)  # type: ignore[arg-type]


def cases() -> Iterator[list[Claim]]:
    """For each rule claims on which it fires, and others around them."""
    yield [said(5), said(5, 1, stance="denied")]
    yield [said(5), said(900, 1, measure="displaced")]
    yield [said(5), said(6, 1, stance="hedged", hedges=("reportedly",))]
    yield [said(5), said(2, 1, kind="belligerent")]
    yield [said(5), said(9, 1, speaker="Office 0")]
    yield [said(5, high=None), said(9, 1), said(8, 2)]
    yield [said(5, kind="authority", speaker="the governor"),
           said(9, 1, kind="authority", speaker="the interior ministry")]  # fmt: skip
    yield [told_earlier(said(5)), said(9, 1, speaker=None)]
    yield [said(5), said(0, 1)]
    yield [said(None, quote="villagers", qualifier="vague")]
    yield [said(None, quote="a family", qualifier="exactly", surface="a family")]
    yield [said(5), said(9, 1, high=3)]
    whole = said(5)
    yield [whole, said(2, 0, at=60, part_of=whole.id, status="civilian")]
    for status in ("civilian", "unstated"):
        yield [said(2, 0, sentence=(0, 10), status=status, speaker=None),
               said(9, 0, at=90, sentence=(90, 99), status=status),
               said(2, 0, at=60, sentence=(60, 80), status=status,
                    surface="of the dead")]  # fmt: skip
    yield [said(5), said(1, 1, status="perpetrator")]
    yield [said(3), said(2, 1, status="civilian"), said(1, 2, status="perpetrator")]
    yield [said(3, surface="soldiers", status="armed_forces"),
           said(4, 0, at=25, surface="nurses", status="civilian")]  # fmt: skip
    yield [said(5), said(7, 1, surface="seven others")]
    yield [said(5), said(1, 1, quote="a man", surface="a man")]
    yield [*(said(1, 0, at=at, quote="the boy", sentence=(at, at + 9)) for at in (0, 20, 40)),
           said(2, 0, at=60, high=None, quote="children", qualifier="vague")]  # fmt: skip
    yield [said(5), said(24, 1, high=None, quote="dozens", qualifier="vague")]
    yield [said(24, high=None, quote="dozens", qualifier="vague")]
    yield [said(5), said(2, 1, high=None, quote="several", qualifier="vague")]
    yield [said(5), said(3, 1, surface="children", status="civilian")]
    yield [said(1, quote="Ana Ruiz", named=True, surface="Ana Ruiz"),
           said(1, 0, at=80, quote="Emil Ibarra", named=True, surface="Emil Ibarra")]  # fmt: skip
    yield [said(5, status="civilian"), said(5, 1, status="armed_group")]
    yield [said(3), said(9, 1, surface="children", status="civilian")]
    yield [said(5, 0, actor="Russia"), said(6, 1, actor="the Taliban")]
    yield [said(5, 0), said(6, 1, speaker="Russia", actor="Russia", kind="belligerent")]
    yield [said(5, status="armed_group")]
    yield [said(5), said(7, 1)]
    yield [said(5)]
    yield [said(4, status="civilian"), said(6, 1, status="civilian")]
    yield [said(9, status="civilian"), said(4, 1, status="armed_group"), said(20, 2)]
    yield [said(12, surface="nurses", status="civilian"),
           said(10, 0, at=25, surface="patients", status="civilian")]  # fmt: skip
    yield [said(12, surface="nurses", status="civilian"),
           said(10, 0, at=25, surface="patients", status="civilian"),
           said(12, 1, surface="nurses", status="civilian", speaker=None),
           said(10, 1, at=45, surface="patients", status="civilian", speaker=None)]  # fmt: skip
    yield [said(n, of) for of, n in enumerate((2, 14, 17))]
    yield [said(n, of) for of, n in enumerate((14, 2, 17))]
    yield [said(5), of_age(said(3, 1, status="civilian"), "child")]
    yield [said(5, status="civilian"), of_age(said(3, 1, status="civilian"), "child")]
    shot = replace(
        said(2, measure="injured", sentence=(0, 40)),
        basis=Basis(word="shot", rule="passive", start=0, end=4, outcome_open=True),
    )
    yield [shot, said(2, 0, at=60, sentence=(50, 90))]


def told_earlier(one: Claim) -> Claim:
    basis = Basis(word="killed", rule="passive", start=0, end=4, earlier="an earlier figure")
    return replace(one, basis=basis)


def of_age(one: Claim, age: str) -> Claim:
    assert one.population is not None
    return replace(one, population=replace(one.population, age=age))


def incident(claims: list[Claim]) -> Incident:
    return Incident(
        id="event",
        title="",
        when=when("2015-10-03"),
        where=kunduz(),
        measures=measures_of(claims),
        claims=tuple(one.id for one in claims),
        reports=(),
    )


def tolls() -> Iterator[tuple[Toll, list[Claim]]]:
    own = [
        said(300 + n, n, scope="cumulative", status="civilian", speaker="the UN") for n in range(2)
    ]
    yield (
        Toll(
            id="toll",
            title="Civilians killed",
            counter="the UN",
            measure="killed",
            definition="civilians killed",
            status="civilian",
            where="Kunduz",
            points=tuple(
                TollPoint(
                    as_of=None, reported_at=one.reported_at, low=one.low, high=one.high,
                    claim_id=one.id,
                )
                for one in own
            ),
            claims=tuple(one.id for one in own),
        ),
        own,
    )  # fmt: skip


def of_civilians(claims: list[Claim]) -> list[Claim]:
    """The same said of civilians, for a method that counts no others."""
    return [
        replace(one, population=replace(one.population, status="civilian"))
        if one.population and one.population.status == "unstated"
        else one
        for one in claims
    ]


@pytest.mark.parametrize("name", method_names())
def test_every_rule_fires(name: str) -> None:
    method = load_method(name)
    fired: set[str] = set()
    every = list(cases())
    for claims in (*every, *map(of_civilians, every)):
        for one in assess([incident(claims)], [], claims, singles(TEXTS), method):
            fired.update(reason.rule for reason in one.reasons)
    said_so = text("The UN said 5 were killed. Its figure is that of the Red Cross.", "said so")
    claims = of_civilians([claim(5, 5, said_so, speaker="The UN", kind="un")])
    counters = find_counters(claims, (), [said_so])
    for one in assess([incident(claims)], [], claims, (), method, counters):
        fired.update(reason.rule for reason in one.reasons)
    for toll, claims in tolls():
        for one in assess([], [toll], claims, singles(TEXTS), method):
            fired.update(reason.rule for reason in one.reasons)
    wanted = {rule.id for rule in method.rules if rule.does not in QUIET}
    wanted |= {grade.id for grade in method.grades}
    assert wanted - fired == set()
