"""A count of the first days, which all that others told later exceeds, sets no low."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, family, kunduz, singles, text, when
from harmledger.assessments import assess, load_method, parse_method
from harmledger.errors import VocabularyProblem
from harmledger.records import Assessment, Claim, Family, Incident, When
from harmledger.vocabulary import method_file, method_names

PAPERS = ("Lamp Post", "Harbour Watch", "Coast Daily", "Hill Radio", "River News")
#: Days of October 2015 on which each told its figure; the event was on the 3rd.
Told = tuple[int | tuple[int | None, int | None], int | None]


def claims_of(told: tuple[Told, ...], *, speakers: tuple[str | None, ...] = ()) -> list[Claim]:
    made = []
    for of, (bounds, day) in enumerate(told):
        low, high = bounds if isinstance(bounds, tuple) else (bounds, bounds)
        published = None if day is None else f"2015-10-{day:02}"
        own = text("word " * 200, f"r{of}", published_at=published, publisher=PAPERS[of])
        speaker = speakers[of] if of < len(speakers) else None
        one = claim(low, high, own, at=20 * of, sentence=(0, 500), speaker=speaker)
        made.append(replace(one, reported_at=published))
    return made


def assessed(
    claims: list[Claim],
    *,
    name: str = "airwars",
    day: When | str | None = "2015-10-03",
    families: list[Family] | None = None,
) -> Assessment:
    event = Incident(
        id="event",
        title="Kunduz",
        when=when(day) if isinstance(day, str) else day,
        where=kunduz(),
        measures=(),
        claims=tuple(one.id for one in claims),
        reports=(),
    )
    texts = [text("word " * 200, f"r{of}", publisher=name) for of, name in enumerate(PAPERS)]
    found = assess([event], [], claims, families or singles(texts), load_method(name))
    return next(a for a in found if a.measure == "killed" and a.status is None)


def why(one: Assessment) -> list[str]:
    return [reason.sentence for reason in one.reasons if reason.rule == "early_counts"]


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        # Those of the first days, exceeded by all that two others told later.
        (((9, 3), (42, 9), (42, 20)), 42, 42),
        (((9, 3), (22, 4), (42, 9), (42, 20)), 42, 42),
        (((9, 6), (30, 9), (42, 20)), 30, 42),
        (((9, 3), (14, 3), (30, 9), (42, 20)), 30, 42),
        # "At least nine" was as true later; what was told with a bound above is a dispute.
        ((((9, None), 3), (30, 9), (42, 20)), 30, 42),
        ((((9, 35), 3), (30, 9), (42, 20)), 9, 42),
        # One other origin alone.
        (((9, 3), (42, 9)), 9, 42),
        (((9, 3), (42, 3), (42, 9)), 9, 42),
        # Told on the fourth day after the event.
        (((9, 7), (30, 9), (42, 20)), 9, 42),
        # Someone upholds it, or says less.
        (((9, 3), (30, 9), (9, 20)), 9, 30),
        (((9, 3), (30, 9), (42, 20), (7, 21)), 7, 42),
        # "At most ten" is no more, "at most sixty" contradicts nobody.
        (((9, 3), (30, 9), (42, 20), ((None, 10), 21)), 9, 42),
        (((9, 3), (30, 9), (42, 20), ((None, 60), 21)), 30, 60),
        # A report without a date may be of any day.
        (((9, None), (30, 9), (42, 20)), 9, 42),
        (((9, 3), (30, None), (42, 20)), 9, 42),
        (((9, 3), (30, 9), (42, 20), (8, None)), 8, 42),
        # A high of the first days stays.
        (((90, 3), (30, 9), (42, 20)), 30, 90),
    ],
)
def test_which_counts_are_early(told: tuple[Told, ...], low: int, high: int) -> None:
    one = assessed(claims_of(told))
    assert (one.low, one.high) == (low, high)


def test_the_reason_names_them_and_they_stay_origins() -> None:
    one = assessed(claims_of(((9, 3), (30, 9), (42, 20))))
    assert why(one) == [
        "Counted so far, in the first days; all that others told later is more, so it sets no "
        "low: 9 (r0)."
    ]
    assert (one.grade, one.independent_origins, len(one.claims)) == ("fair", 3, 3)


@pytest.mark.parametrize(("kind", "low"), [("monitor", 9), ("un", 9), ("medic", 30)])
def test_who_verifies_stays(kind: str, low: int) -> None:
    first, *others = claims_of(((9, 3), (30, 9), (42, 20)), speakers=("Field Watch",))
    assert first.speaker is not None
    own = replace(first, speaker=replace(first.speaker, kind=kind))
    assert assessed([own, *others]).low == low


def test_a_copy_counts_nobody_on() -> None:
    told = claims_of(((9, 3), (30, 9), (30, 20)))
    texts = [text("word " * 200, f"r{of}", publisher=PAPERS[of]) for of in range(3)]
    assert assessed(told, families=[family(*texts[1:]), *singles(texts[:1])]).low == 9


def test_attackers_are_others() -> None:
    first, *others = claims_of(((9, 3), (30, 9), (42, 20)))
    people = [
        replace(o, population=replace(o.population, status="perpetrator"))
        for o in others
        if o.population
    ]
    assert assessed([first, *people]).low == 9


@pytest.mark.parametrize(
    ("speakers", "kind"),
    [
        # The offices of a state tell one toll, and combatants settle nobody else's.
        ((None, "the governor", "the prosecutor"), "authority"),
        ((None, "the Northern Army", "the Southern Front"), "belligerent"),
    ],
)
@pytest.mark.parametrize("name", ["airwars", "ucdp"])
def test_who_is_no_other(speakers: tuple[str | None, ...], kind: str, name: str) -> None:
    told = claims_of(((9, 3), (30, 12), (42, 20)), speakers=speakers)
    own = [
        replace(one, speaker=replace(one.speaker, kind=kind)) if one.speaker else one
        for one in told
    ]
    assert assessed(own, name=name).low == 9


def test_the_same_source_later_is_no_other() -> None:
    told: tuple[Told, ...] = ((9, 3), (30, 9), (42, 20))
    one = assessed(claims_of(told, speakers=("the governor", "the mayor", "the mayor")))
    assert (one.low, one.high) == (9, 42)


@pytest.mark.parametrize(
    "day", [None, When(start=None, end=None, precision=None, surface="then", offset=0)]
)
def test_an_event_of_which_no_day_is_known_has_no_first_days(day: When | None) -> None:
    assert assessed(claims_of(((9, 3), (30, 9), (42, 20))), day=day).low == 9


@pytest.mark.parametrize("day", [when("2015-10"), when("2015-09-03", "2015-10-03", "period")])
def test_a_month_has_no_first_days(day: When) -> None:
    assert assessed(claims_of(((9, 3), (30, 9), (42, 20))), day=day).low == 9


@pytest.mark.parametrize("name", method_names())
def test_every_method_has_the_rule(name: str) -> None:
    assert load_method(name).rule("early_counts") is not None


@pytest.mark.parametrize("within", ["-1", "true", '"three"'])
def test_a_mistake_in_the_file_is_said(within: str) -> None:
    wrong = method_file("airwars@1").replace("within = 3", f"within = {within}")
    with pytest.raises(VocabularyProblem, match="'early_counts': within must"):
        parse_method("airwars@1", wrong)


figures = st.lists(
    st.tuples(st.integers(1, 60), st.one_of(st.none(), st.integers(3, 28))), min_size=1, max_size=5
)


@settings(max_examples=60, deadline=None)
@given(figures)
def test_it_only_narrows_from_below_and_the_high_stays(told: list[tuple[int, int | None]]) -> None:
    one = assessed(claims_of(tuple(told)))
    given_ = [number for number, _ in told]
    assert one.low is not None
    assert min(given_) <= one.low <= (one.high or 0)
    assert one.high == max(given_)
    assert (one.low > min(given_)) == bool(why(one))
