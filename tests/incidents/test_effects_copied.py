"""A copy of a report moves nothing that was told beside harm, and many reports stay little work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, family, singles, text, when, where
from harmledger.incidents import effects_named, effects_tied, with_effects
from harmledger.records import Claim, Text, When, Where, content_id

DAY, WEEKS = when("2023-06-06"), when("2023-06-06", "2023-06-26")
OBLAST = where(
    "Kherson Oblast", precision="region", lat=46.6, lon=32.6, geonameid=706442, country="UA"
)
TOWN = where("Kherson", lat=46.63, lon=32.6, geonameid=706448, country="UA")
FARM = where("Old Mill")

_Report = tuple[Text, list[Claim]]


def report(name: str, *told: Claim, words: str = "In Kherson on 6 June 2023") -> _Report:
    """A text with the claims; each stands in a sentence of its own."""
    of = text(f"{words} {name} " + "word " * 80, name, published_at="2023-06-07", publisher=name)
    claims = []
    for number, one in enumerate(told):
        at = 40 + 40 * number
        moved = replace(
            one, document=name, text_id=of.id, start=at, end=at + 3, sentence_start=at - 5
        )
        claims.append(replace(moved, id=content_id("claim", of.id, number), sentence_end=at + 30))
    return of, claims


def effect(
    number: int,
    place: Where | None = OBLAST,
    day: When | None = DAY,
    measure: str = "displaced",
) -> Claim:
    unit = {"damaged": "houses", "aid": "trucks"}.get(measure, "people")
    phase = "entered" if measure == "aid" else None
    of = text("", "none")
    one = claim(number, number, of, measure=measure, unit=unit, phase=phase, place=place)
    return replace(one, when=day)


def copied(one: _Report, name: str) -> _Report:
    of, claims = one
    copy = replace(of, id=f"{name} text", page_id=f"{name} page", document=name)
    again = [
        replace(c, id=content_id("claim", name, c.id), document=name, text_id=copy.id)
        for c in claims
    ]
    return copy, again


def seen(reports: Sequence[_Report], *kin: Sequence[Text]) -> Counter[object]:
    """Measures, times and places of the incidents; ``kin``: the families with copies."""
    texts = [one for one, _ in reports]
    claims = [one for _, own in reports for one in own]
    held = {one.id for each in kin for one in each}
    families = [family(*each) for each in kin] + singles(t for t in texts if t.id not in held)
    return Counter(
        (
            tuple((m.measure, m.unit, m.phase, m.low, m.high) for m in one.measures),
            one.when and one.when.start,
            one.where and one.where.name,
        )
        for one in with_effects([], texts, claims, families)
    )


_EFFECTS = st.builds(
    effect,
    st.sampled_from([0, 3, 12, 100, 120, 145, 150, 300]),
    st.sampled_from([OBLAST, OBLAST, TOWN, FARM, None]),
    st.sampled_from([DAY, DAY, when("2023-06-09"), when("2023-06-06", "2023-06-09"), WEEKS, None]),
    st.sampled_from(["displaced", "displaced", "damaged", "aid"]),
)


@settings(max_examples=250, deadline=None)
@given(
    st.lists(st.lists(_EFFECTS, min_size=1, max_size=4), min_size=1, max_size=6),
    st.integers(0, 5),
    st.integers(1, 14),
    st.integers(0, 99),
)
def test_a_copy_changes_no_incident(
    told: list[list[Claim]], which: int, copies: int, salt: int
) -> None:
    reports = [report(f"paper {salt} {number}", *own) for number, own in enumerate(told)]
    one = reports[which % len(reports)]
    more = [copied(one, f"copy {salt} {number}") for number in range(copies)]
    assert seen([*reports, *more], [one[0], *(t for t, _ in more)]) == seen(reports)


@pytest.mark.parametrize("which", range(3))
@pytest.mark.parametrize("salt", range(12))
def test_figures_near_each_other_are_one_whatever_is_copied(which: int, salt: int) -> None:
    reports = [report(f"p{salt} {n}", effect(n)) for n in (145, 100, 120)]
    copy = copied(reports[which], f"c{salt}")
    (known,) = seen(reports)
    assert known[0] == (("displaced", "people", None, 100, 145),)  # type: ignore[index]
    assert seen([*reports, copy], [reports[which][0], copy[0]]) == {known: 1}


@pytest.mark.parametrize("day", [DAY, WEEKS], ids=["day", "weeks"])
@pytest.mark.parametrize("salt", range(12))
def test_one_wording_for_two_villages_is_two_incidents_with_a_copy_too(
    salt: int, day: When
) -> None:
    far = where("Lviv", lat=49.84, lon=24.03, geonameid=702550, country="UA")
    rows = report(
        f"p{salt}",
        effect(10, TOWN, day, measure="damaged"),
        effect(10, far, day, measure="damaged"),
    )
    copy = copied(rows, f"c{salt}")
    known = seen([rows])
    assert sorted(place for _, _, place in known) == ["Kherson", "Lviv"]  # type: ignore[misc]
    assert seen([rows, copy], [rows[0], copy[0]]) == known


def test_an_event_of_no_place_finds_the_one_that_its_report_names() -> None:
    placed = report("a", effect(300, OBLAST))
    bare = report("b", effect(290, None), words="In Kherson Oblast on 6 June 2023")
    other = report("c", effect(290, None), words="In Kherson on 6 June 2023")
    families = singles([placed[0], bare[0], other[0]])
    claims = [*placed[1], *bare[1], *other[1]]
    (one,) = with_effects([], [placed[0], bare[0], other[0]], claims, families)
    assert {r.document for r in one.reports} == {"a", "b"}


@pytest.mark.parametrize("step", [0, 1])
def test_work_grows_with_the_reports(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Half the reports of one day state no place, and each names a word of all places."""
    calls: Counter[str] = Counter()
    for owner, name in (
        (effects_named.Named, "_words"),
        (effects_named.Named, "_look"),
        (effects_tied, "_tie"),
    ):
        plain = getattr(owner, name)

        def counting(*given: object, plain: object = plain, name: str = name) -> object:
            calls[name] += 1
            return plain(*given)  # type: ignore[operator]

        monkeypatch.setattr(owner, name, counting)
    for size in (100, 200, 400):
        calls.clear()
        reports = []
        for number in range(size):
            spot = where(
                f"Oblast {number}",
                precision="region",
                lat=-60 + number * 0.1,
                lon=float(number * 7 % 170),
                geonameid=number + 1,
                country="UA",
            )
            told = effect(100 + step * number, spot if number % 2 else None)
            reports.append(report(f"p{number}", told, words="In this Oblast on 6 June 2023"))
        seen(reports)
        assert 0 < calls["_words"] <= size // 2, "each text without a place is read once"
        assert 0 < calls["_look"] <= effects_tied._MOST_NAMED * size // 2
        assert calls["_tie"] <= (effects_tied._MOST_NAMED + 2) * size // 2


def test_many_rows_of_one_wording_find_their_like_in_a_copy() -> None:
    """A table of one wording for many villages, in a text and its copy."""
    villages = [
        where(f"Village{n}", lat=-60 + n * 0.5, lon=20.0, geonameid=n + 1, country="UA")
        for n in range(120)
    ]
    rows = report("table", *(effect(10, one, measure="damaged") for one in villages))
    copy = copied(rows, "copy")
    known = seen([rows])
    assert len(known) == len(villages)
    assert seen([rows, copy], [rows[0], copy[0]]) == known
