"""A low or high that one origin alone gives, far from all others, is named and moves nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, kunduz, singles, text, when
from harmledger.assessments import assess, load_method, parse_method
from harmledger.assessments.method import Method
from harmledger.errors import VocabularyProblem
from harmledger.records import Assessment, Claim, Incident
from harmledger.vocabulary import method_file

TEXTS = [
    text("word " * 200, f"r{n}", published_at="2015-10-04", publisher=name)
    for n, name in enumerate(("Lamp Post", "Harbour Watch", "Coast Daily", "Hill Radio"))
]
Bounds = int | tuple[int | None, int | None]


def said(bounds: Bounds, of: int, **more: object) -> Claim:
    low, high = bounds if isinstance(bounds, tuple) else (bounds, bounds)
    fields = {"at": 20 * of, "sentence": (0, 500), **more}
    return claim(low, high, TEXTS[of], **fields)  # type: ignore[arg-type]


def killed(*claims: Claim, method: Method | None = None) -> Assessment:
    event = Incident(
        id="event",
        title="Kunduz",
        when=when("2015-10-03"),
        where=kunduz(),
        measures=(),
        claims=tuple(one.id for one in claims),
        reports=(),
    )
    found = assess([event], [], claims, singles(TEXTS), method or load_method("airwars"))
    return next(a for a in found if a.measure == "killed" and a.status is None)


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        (
            (3, 14, 17),
            "The low, 3, rests on one report alone (Lamp Post); the other figures are 14 to 17.",
        ),
        (
            (3, 14, 14),
            "The low, 3, rests on one report alone (Lamp Post); the other figures are 14.",
        ),
        (
            (90, 14, 17),
            "The high, 90, rests on one report alone (Lamp Post); the other figures are 14 to 17.",
        ),
        (
            (3, (14, None), (24, None)),
            "The low, 3, rests on one report alone (Lamp Post); the other figures are 14 to 24 or "
            "more.",
        ),
        (
            ((200, None), 14, 17),
            "The highest figure, 200 or more, rests on one report alone (Lamp Post); the other "
            "figures are 14 to 17.",
        ),
        (((14, 90), 15, 17), "The high, 90, rests on one report alone (Lamp Post); the other "
         "figures are 15 to 17."),
    ],
)  # fmt: skip
def test_an_end_of_one_origin_is_named(figures: tuple[Bounds, ...], sentence: str) -> None:
    claims = [said(one, of) for of, one in enumerate(figures)]
    made = killed(*claims)
    (edge,) = made.edges
    assert edge.sentence == sentence
    assert edge.claims == (claims[0].id,)
    assert edge.value in {made.low, made.high, made.highest_said}
    (why,) = [one for one in made.reasons if one.rule == "edge_alone"]
    assert (why.sentence, why.claims) == (sentence, edge.claims)


@pytest.mark.parametrize(
    "figures",
    [
        (14, 17),
        (3, 17),  # Of two nobody can tell which is far off.
        (7, 14, 17),  # Half is not below half.
        (28, 14, 14),
        (3, 3, 14, 17),  # Two say so.
        (7, 14, (None, 20)),
    ],
)
def test_these_are_no_edges(figures: tuple[Bounds, ...]) -> None:
    assert killed(*(said(one, of) for of, one in enumerate(figures))).edges == ()


def test_a_named_speaker_is_a_source() -> None:
    lone = said(3, 0, speaker="the harbour office")
    (edge,) = killed(lone, said(14, 1), said(17, 2)).edges
    assert "rests on one source alone (the harbour office)" in edge.sentence


def test_other_figures_of_one_origin_are_one() -> None:
    claims = [said(3, 0), said(14, 1), replace(said(17, 1, at=90), id="again")]
    assert killed(*claims).edges == ()


def test_of_one_number_only_the_low_is_an_end() -> None:
    acled = load_method("acled")
    claims = [said(3, 0), said(14, 1), said(90, 2)]
    (edge,) = killed(*claims, method=acled).edges
    assert edge.sentence.startswith("The figure, 3, rests on")
    assert killed(said(14, 0), said(15, 1), said(90, 2), method=acled).edges == ()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=4))
def test_it_moves_no_number(figures: list[int]) -> None:
    method = load_method("airwars")
    without = replace(method, rules=tuple(r for r in method.rules if r.does != "name_edges"))
    claims = [said(one, of) for of, one in enumerate(figures)]
    one, other = killed(*claims), killed(*claims, method=without)
    assert (one.low, one.high, one.grade) == (other.low, other.high, other.grade)
    assert other.edges == ()
    for edge in one.edges:
        far = edge.value * 2 < edge.others_low or edge.value > 2 * (edge.others_high or 0)
        assert far


def test_how_far_it_was_said() -> None:
    made = killed(said((60, None), 0), said((200, None), 1))
    assert (made.low, made.high, made.highest_said) == (60, None, 200)
    assert killed(said((60, None), 0), said((60, None), 1)).highest_said is None
    assert killed(said(60, 0), said(200, 1)).highest_said is None
    words = said((200, None), 1, quote="hundreds", qualifier="vague")
    assert killed(said((60, None), 0), words).highest_said is None
    group = said((90, None), 1, surface="children")
    assert killed(said((60, None), 0), group).highest_said == 90


def test_the_distance_is_written_in_the_method() -> None:
    content = method_file("airwars@1").replace("times = 2", "times = 4")
    method = parse_method("airwars@1", content)
    claims = [said(5, 0), said(14, 1), said(17, 2)]
    assert killed(*claims).edges
    assert killed(*claims, method=method).edges == ()
    with pytest.raises(VocabularyProblem, match="times must be 2 or more"):
        parse_method("airwars@1", content.replace("times = 4", "times = 1"))
