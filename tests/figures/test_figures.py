"""A figure's sentence keeps every hedge and bound, and its trace leads to every claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, kunduz, singles, text, when, where
from harmledger.assessments import assess, load_method
from harmledger.figures import make_figures
from harmledger.incidents import measures_of
from harmledger.records import Claim, Figure, Incident, Text
from harmledger.tolls import find_tolls

METHOD = load_method("airwars")
TEXTS = [
    text("word " * 100, name, published_at="2024-03-26", publisher=f"The {name} Post")
    for name in "ABCD"
]
A, B, C, D = TEXTS


def killed(low: int | None, high: int | None, of: Text, **more: object) -> Claim:
    values: dict[str, object] = {"at": 0} | more
    return claim(low, high, of, **values)  # type: ignore[arg-type]  # rows of mixed types


def figures(claims: Sequence[Claim]) -> list[Figure]:
    event = Incident(
        id="event",
        title="",
        when=when("2015-10-03"),
        where=kunduz(),
        measures=measures_of(claims),
        claims=tuple(one.id for one in claims),
        reports=(),
    )
    families = singles(TEXTS)
    made = assess([event], [], claims, families, METHOD)
    return list(make_figures(made, [event], [], claims, TEXTS))


def toll(*claims: Claim) -> str:
    families = singles(TEXTS)
    tolls = list(find_tolls(TEXTS, claims, families))
    made = assess([], tolls, claims, families, METHOD)
    (figure,) = make_figures(made, [], tolls, claims, TEXTS)
    return figure.statement


def says(*claims: Claim, status: str | None = None) -> str:
    families = singles(TEXTS)
    event = Incident(
        id="event",
        title="",
        when=when("2015-10-03"),
        where=kunduz(),
        measures=(),
        claims=tuple(one.id for one in claims),
        reports=(),
    )
    made = [one for one in assess([event], [], claims, families, METHOD) if one.status == status]
    (figure,) = make_figures(made, [event], [], claims, TEXTS)
    return figure.statement


TWO = "(2 independent origins; graded fair by airwars@1)."
ONE = "(1 independent origin; graded weak by airwars@1)."
PLACE = "in Kunduz on 3 October 2015"


@pytest.mark.parametrize(
    ("figure", "other", "statement"),
    [
        ((30, None), (42, 42), f"Between 30 and 42 people were reported killed {PLACE} {TWO}"),
        ((22, 22), (22, 22), f"22 people were reported killed {PLACE} {TWO}"),
        ((1, 1), (1, 1), f"1 person was reported killed {PLACE} {TWO}"),
        ((30, None), (30, None), f"At least 30 people were reported killed {PLACE} {TWO}"),
        (
            (30, None),
            (90, None),
            f"Between 30 and 90 or more people were reported killed {PLACE} {TWO}",
        ),
        (
            (None, 9),
            (1, None),
            f"Between 1 and 9 people were reported killed {PLACE} {TWO}",
        ),
        ((1, None), (1, None), f"At least 1 person was reported killed {PLACE} {TWO}"),
        ((None, 9), (None, 8), f"At most 9 people were reported killed {PLACE} {TWO}"),
        ((0, 0), (0, 0), f"No one was reported killed {PLACE} {TWO}"),
        (
            (30000, 30000),
            (31234, 31234),
            f"Between 30,000 and 31,234 people were reported killed {PLACE} {TWO}",
        ),
        (
            (None, None),
            (None, None),
            f"How many people were killed {PLACE} is not known by this method {TWO}",
        ),
    ],
)
def test_two_origins(
    figure: tuple[int | None, int | None], other: tuple[int | None, int | None], statement: str
) -> None:
    first = killed(*figure, A, quote="one")
    second = killed(*other, B, quote="one")
    assert says(first, second) == statement


def test_a_zero_stands_beside_what_others_count() -> None:
    none = killed(0, 0, A, quote="one", speaker="the police")
    some = killed(3, 3, B, quote="one", speaker="A doctor")
    assert says(none, some) == (
        f"One source, a doctor, said that 3 people were killed {PLACE} {ONE} "
        "The police said that no one was killed."
    )


@pytest.mark.parametrize(
    ("change", "statement"),
    [
        ({}, f"One report, The A Post, said that 22 people were killed {PLACE} {ONE}"),
        (
            {"speaker": "The spokesman"},
            f"One source, the spokesman, said that 22 people were killed {PLACE} {ONE}",
        ),
        (
            {"speaker": "MSF"},
            f"One source, Médecins Sans Frontières, said that 22 people were killed {PLACE} {ONE}",
        ),
        (
            {"qualifier": "about"},
            f"One report, The A Post, said that about 22 people were killed {PLACE} {ONE}",
        ),
        (
            {"measure": "injured"},
            f"One report, The A Post, said that 22 people were injured {PLACE} {ONE}",
        ),
        (
            {"measure": "casualties"},
            f"One report, The A Post, said that 22 people were killed or injured {PLACE} {ONE}",
        ),
        (
            {"measure": "abducted"},
            f"One report, The A Post, said that 22 people were abducted {PLACE} {ONE}",
        ),
        (
            {"unit": "families"},
            f"One report, The A Post, said that 22 families were killed {PLACE} {ONE}",
        ),
        (
            {"stance": "hedged", "hedges": ("May",)},
            f"One report, The A Post, said that 22 people may have been killed {PLACE} {ONE} "
            "The figure given is hedged (“may”).",
        ),
        (
            {"status": "mixed"},
            f"One report, The A Post, said that 22 people were killed {PLACE} (civilians and "
            "combatants not distinguished; 1 independent origin; graded weak by airwars@1).",
        ),
    ],
)
def test_one_origin(change: dict[str, object], statement: str) -> None:
    assert says(killed(22, 22, A, **change)) == statement


@pytest.mark.parametrize(
    ("status", "low", "words"),
    [
        ("civilian", 1, "1 civilian was killed"),
        ("civilian", 12, "12 civilians were killed"),
        ("civilian", 0, "no civilians were killed"),
        ("police", 2, "2 police officers were killed"),
        ("armed_forces", 1, "1 member of the armed forces was killed"),
        ("armed_group", 5, "5 members of armed groups were killed"),
        ("perpetrator", 1, "1 person suspected or told of as an attacker was killed"),
    ],
)
def test_statuses(status: str, low: int, words: str) -> None:
    sentence = says(killed(low, low, A, status=status, quote="one"), status=status)
    assert sentence.startswith(f"One report, The A Post, said that {words} {PLACE}")


@pytest.mark.parametrize(
    ("age", "sex", "status", "low", "words"),
    [
        ("child", None, "unstated", 2, "2 children were killed"),
        ("child", "female", "unstated", 1, "1 girl was killed"),
        (None, "female", "unstated", 3, "3 women or girls were killed"),
        ("elderly", None, "unstated", 3, "3 people (elderly) were killed"),
        ("child", None, "civilian", 2, "2 civilians (children) were killed"),
    ],
)
def test_age_and_sex(age: str | None, sex: str | None, status: str, low: int, words: str) -> None:
    one = killed(low, low, A, status=status, quote="one")
    assert one.population is not None
    one = replace(one, population=replace(one.population, age=age, sex=sex))
    sentence = says(one, status=None if status == "unstated" else status)
    assert sentence.startswith(f"One report, The A Post, said that {words} {PLACE}")


def test_an_age_that_only_some_claims_state_is_no_heading() -> None:
    one = killed(2, 2, A, quote="one")
    assert one.population is not None
    one = replace(one, population=replace(one.population, age="child"))
    assert "2 people were" in says(one, killed(2, 2, A, quote="one", at=9))


def test_a_vague_quantity_is_no_number() -> None:
    sentence = says(killed(24, None, A, qualifier="vague", quote="dozens"))
    assert sentence == (
        f"One report, The A Post, said that an unstated number of people (“dozens”) were killed "
        f"{PLACE} {ONE} No source gives a number: counted as at least 24."
    )


def test_a_range_told_upside_down_is_named() -> None:
    sentence = says(
        killed(30, 12, A, qualifier="between", quote="Between 30 and 12"), killed(9, 9, B)
    )
    assert sentence.startswith("One report, The B Post, said that 9 people were killed")
    assert "Not counted, for its low is above its high: 30 to 12 (A)." in sentence


def test_words_of_two_sources_are_no_number_either() -> None:
    some = killed(2, None, A, qualifier="vague", quote="several")
    more = killed(24, None, B, qualifier="vague", quote="Dozens")
    assert says(some, more) == (
        f"An unstated number of people were reported killed {PLACE} {TWO} "
        "No source gives a number: counted as at least 2."
    )
    counted = says(some, killed(3, 3, B))
    assert counted.startswith("3 people were reported killed")
    assert "No source gives a number" not in counted


def test_a_word_that_may_be_a_name_is_not_repeated() -> None:
    sentence = says(killed(2, None, A, qualifier="vague", quote="the Brisks"))
    assert "an unstated number of people were killed" in sentence


def test_a_name_broken_over_two_lines_is_written_in_one() -> None:
    sentence = says(killed(2, 2, A, speaker="the mayor\n  of Herat"))
    assert sentence.startswith("One source, the mayor of Herat, said that 2 people were killed")


def test_no_sentence_says_at_least_0() -> None:
    """Where sources disagree about who was harmed, the method's low of 0 is nobody's word."""
    army = killed(30, None, A, status="armed_group", quote="x", surface="fighters")
    mayor = killed(30, None, B, status="civilian", quote="x", surface="villagers")
    words = says(army, mayor, status="civilian")
    assert words.startswith("One report, The B Post, said that at least 30 civilians were killed")
    assert words.endswith(
        "Sources disagree about who was harmed: how many of them were civilians is not settled, "
        "so that airwars@1 takes 0 for the lowest number of these."
    )
    other = killed(35, 35, C, status="civilian", quote="x", surface="villagers")
    words = says(killed(30, 30, A, status="armed_group", quote="x"), replace(mayor, high=30), other,
                 status="civilian")  # fmt: skip
    assert words.startswith("At most 35 civilians were reported killed")
    assert "and 35 civilians" not in words


def test_a_hedged_zero_keeps_its_hedge() -> None:
    sentence = says(killed(0, 0, A, stance="hedged", hedges=("believed",), quote="no one"))
    assert f"no one was killed {PLACE}" in sentence
    assert sentence.endswith("The figure given is hedged (“believed”).")


def test_some_hedged_some_not() -> None:
    sentence = says(
        killed(22, 22, A),
        killed(30, 30, B, stance="hedged", hedges=("reportedly",)),
        killed(31, 31, C, qualifier="about"),
    )
    assert "1 of 3 figures given is hedged (“reportedly”)." in sentence
    assert "1 of 3 figures given is approximate." in sentence
    assert "may have been" not in sentence


def test_a_low_that_a_group_proves_is_put_into_nobodys_mouth() -> None:
    sentence = says(
        killed(None, 15, A, qualifier="at_most", speaker="a resident"),
        killed(9, 9, B, status="civilian", speaker="the mayor"),
    )
    assert sentence.startswith(
        f"Between 9 and 15 people were reported killed {PLACE}, the high from one source, "
        "a resident, the low given for some of them"
    )


def test_what_cannot_be_right_is_said_in_the_sentence() -> None:
    whole = killed(10, 10, A, speaker="the governor")
    part = killed(14, 14, A, at=20, part_of=whole.id, status="civilian", surface="children",
                  speaker="the governor")  # fmt: skip
    turned = killed(30, 12, B, speaker="a nurse")
    words = says(whole, part, turned)
    assert words.startswith("One source, the governor, said that 10 people were killed")
    assert words.endswith(
        "Not counted, for its low is above its high: 30 to 12 (a nurse). "
        "Not counted, for a part cannot be larger than its whole: 14 children (the governor)."
    )
    assert "a part cannot be larger than its whole: 14" in says(whole, part, status="civilian")


@pytest.mark.parametrize(("day", "told"), [("2043-06-09", True), ("2012-06-09", False)])
def test_a_date_after_the_reports_is_said_in_the_sentence(day: str, told: bool) -> None:
    of = replace(A, published_at="2012-06-10")
    one = killed(8, 8, of, date=when(day))
    event = Incident(id="event", title="", when=when(day), where=kunduz(), measures=(),
                     claims=(one.id,), reports=())  # fmt: skip
    made = assess([event], [], [one], singles([of]), METHOD)
    (figure,) = make_figures(made, [event], [], [one], [of])
    after = "The date as read is after the reports, so it cannot be right."
    assert figure.statement.endswith(after) is told


def test_what_one_origin_gives_again_is_no_further_figure() -> None:
    again = replace(B, id="again", document="again")
    sentence = says(
        killed(22, 22, A),
        killed(30, 30, B, qualifier="about", speaker="the mayor"),
        killed(30, 30, again, qualifier="about", speaker="the mayor"),
    )
    assert sentence.endswith("1 of 2 figures given is approximate.")
    alone = says(
        killed(30, 30, B, qualifier="about", speaker="the mayor"),
        killed(30, 30, again, qualifier="about", speaker="the mayor"),
    )
    assert alone.startswith("One source, the mayor, said that about 30 people were killed")


def test_a_denial_stands_beside_the_figure() -> None:
    sentence = says(killed(22, 22, A), killed(22, 22, B, stance="denied", speaker="the army"))
    assert "22 people were killed" in sentence
    assert sentence.endswith("The army denied a report of 22 killed.")


def test_a_denial_alone_is_no_figure() -> None:
    sentence = says(killed(22, 22, B, stance="denied", speaker="the army"))
    assert sentence == (
        f"How many people were killed {PLACE} is not known by this method "
        "(no independent origin; graded weak by airwars@1). The army denied a report of 22 killed."
    )


def test_a_belligerents_figure_stands_beside_it() -> None:
    sentence = says(
        killed(22, 22, A), killed(3, None, B, speaker="the US military", kind="belligerent")
    )
    assert sentence.endswith(
        "A belligerent's own figure stands beside it: at least 3 (the US military)."
    )


def test_what_a_belligerent_gave_before_is_left_to_the_trace() -> None:
    later = replace(B, id="later", document="later", published_at="2024-04-02")
    (figure,) = (
        one
        for one in figures(
            [
                killed(22, 22, A),
                killed(30, 30, B, speaker="the US military", kind="belligerent"),
                killed(6, 6, later, speaker="the US military", kind="belligerent"),
                # Its headline, which shortens the name.
                killed(6, 6, later, at=90, speaker="US military", kind="belligerent"),
            ]
        )
        if one.measure == "killed"
    )
    assert figure.statement.endswith(
        "A belligerent's own figure stands beside it: 6 (the US military)."
    )
    assert {one.document for one in figure.trace} == {"A", "B", "later"}


def test_an_upper_bound_below_the_low_stands_beside_it() -> None:
    words = says(killed(99, 99, A, speaker="the coroner"), killed(None, 90, B, speaker="the mayor"))
    assert words.startswith("99 people were reported killed")
    assert words.endswith("An upper bound below that was given too: at most 90 (the mayor).")


def test_a_high_taken_from_a_group_is_not_the_word_of_the_source_of_the_low() -> None:
    words = says(
        killed(2, 2, A, speaker="the embassy"),
        killed(11, 11, B, status="civilian", surface="children", speaker="the bureau"),
    )
    assert words.startswith("Between 2 and 11 people were reported killed")
    assert ", the low from one source, the embassy, the high given for some of them" in words


def test_a_range_that_one_source_never_gave_is_put_into_nobodys_mouth() -> None:
    claims = [
        killed(147, 147, A, speaker="the Health Ministry"),
        killed(23357, 23357, A, at=50, speaker="the Health Ministry", sentence=(50, 90)),
    ]
    assert says(*claims) == (
        f"Between 147 and 23,357 people were reported killed {PLACE}, all figures from one "
        f"source, the Health Ministry {ONE}"
    )
    spoken = killed(0, 3, A, speaker="the governor", quote="up to three")
    assert says(spoken).startswith("One source, the governor, said that between 0 and 3 people")
    # The method's low for a plural without a number is not the source's.
    vague = killed(None, None, A, quote="villagers", qualifier="vague", speaker="the governor")
    assert says(vague).startswith(
        "One source, the governor, said that an unstated number of people were killed"
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"low": 3, "surface": "doctors"}, "The army denied a report of 3 killed (doctors)."),
        (
            {"low": 50, "qualifier": "about", "measure": "killed"},
            "The army denied a report of about 50 killed.",
        ),
        (
            {"low": None, "status": "civilian"},
            "The army denied a report of an unstated number killed (civilians).",
        ),
        (
            {"low": 1, "surface": "Dr Osmani", "status": "civilian", "named": True},
            "The army denied a report of 1 killed (civilian).",
        ),
        (
            {"low": 0, "status": "civilian", "stance": "asserted"},
            "The army said that no civilians were killed.",
        ),
        (
            {"low": 0, "surface": "staff", "stance": "asserted"},
            "The army said that no staff were killed.",
        ),
    ],
)
def test_a_denial_speaks_of_its_own_figure_and_people(
    change: dict[str, object], words: str
) -> None:
    values: dict[str, object] = {"stance": "denied", "speaker": "the army", "quote": "one"} | change
    low = values.pop("low")
    sentence = says(killed(22, 22, A), killed(low, low, B, **values))  # type: ignore[arg-type]  # as above
    assert sentence.endswith(words)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"qualifier": "about", "surface": "fighters"}, "about 50 fighters (the army)"),
        ({"qualifier": "at_least", "high": None}, "at least 50 (the army)"),
        ({"qualifier": "more_than"}, "at least 50 (the army)"),
        ({"qualifier": "at_most", "low": None}, "at most 50 (the army)"),
        (
            {"qualifier": "vague", "high": None, "surface": "fighters"},
            "an unstated number of fighters, at least 50 (the army)",
        ),
        ({"status": "armed_group"}, "50 members of armed groups (the army)"),
        ({"surface": "the dead"}, "50 (the army)"),
        ({"surface": "They"}, "50 (the army)"),
        ({"surface": "Him", "status": "armed_group"}, "50 members of armed groups (the army)"),
        ({"stance": "hedged"}, "50 (the army, hedged)"),
    ],
)
def test_a_figure_beside_keeps_its_qualifier_and_people(
    change: dict[str, object], words: str
) -> None:
    values: dict[str, object] = {"low": 50, "high": 50, "speaker": "the army"} | change
    low, high = values.pop("low"), values.pop("high")
    other = killed(low, high, B, kind="belligerent", **values)  # type: ignore[arg-type]  # as above
    assert f"stands beside it: {words}." in says(killed(22, 22, A), other)
    families = singles(TEXTS)
    event = Incident(
        id="event",
        title="",
        when=None,
        where=None,
        measures=(),
        claims=(other.id,),
        reports=(),
    )
    (made, *_) = assess([event], [], [other], families, METHOD)
    # The reasons of an assessment say it in the same words.
    figure = words.partition(" (the army")[0]
    assert any(f": {figure} (the army in B)." in reason.sentence for reason in made.reasons)


@pytest.mark.parametrize(
    ("second", "words"),
    [
        # One counter under two names of one country, who says of one number who they were.
        ({"speaker": "the U.S. army", "status": "civilian"}, "30 civilians (the U.S. army)"),
        ({"speaker": "the Afghan army", "status": "civilian"},
         "30 (the American army) and 30 civilians (the Afghan army)"),
        ({"speaker": "the U.S. army", "low": 31, "high": 31},
         "30 (the American army) and 31 (the U.S. army)"),
    ],
)  # fmt: skip
def test_two_names_of_one_counter_with_one_figure_are_told_once(
    second: dict[str, object], words: str
) -> None:
    values: dict[str, object] = {"low": 30, "high": 30} | second
    low, high = values.pop("low"), values.pop("high")
    one = killed(30, 30, B, kind="belligerent", speaker="the American army")
    two = killed(low, high, C, kind="belligerent", **values)  # type: ignore[arg-type]  # as above
    assert f"stands beside it: {words}." in says(killed(22, 22, A), one, two)


def test_a_place_told_by_what_it_is_has_its_article() -> None:
    claims = [killed(22, 22, A)]
    event = Incident(
        id="event",
        title="",
        when=None,
        where=where("Bosnian capital"),
        measures=(),
        claims=(claims[0].id,),
        reports=(),
    )
    made = assess([event], [], claims, singles(TEXTS), METHOD)
    (figure,) = make_figures(made, [event], [], claims, TEXTS)
    assert "22 people were killed in the Bosnian capital" in figure.statement


def test_where_and_when_are_left_out_where_unknown() -> None:
    claims = [killed(22, 22, A)]
    event = Incident(
        id="event", title="", when=None, where=None, measures=(), claims=(claims[0].id,), reports=()
    )
    made = assess([event], [], claims, singles(TEXTS), METHOD)
    (figure,) = make_figures(made, [event], [], claims, TEXTS)
    assert figure.statement == f"One report, The A Post, said that 22 people were killed {ONE}"


GAZA = where("Gaza", lat=31.5, lon=34.5, geonameid=1, country="PS")


@pytest.mark.parametrize(
    ("change", "statement"),
    [
        (
            {
                "low": 8000,
                "high": None,
                "speaker": "the watchdog group",
                "stance": "hedged",
                "hedges": ("May",),
                "status": "civilian",
                "place": where("Iraq", country="IQ"),
            },
            "One source, the watchdog group, said that at least 8,000 civilians may have been "
            "killed in Iraq (reported on 26 March 2024; 1 independent origin; graded weak by "
            "airwars@1). The figure given is hedged (“may”).",
        ),
        (
            {
                "low": 30000,
                "high": None,
                "speaker": "Local authorities",
                "status": "mixed",
                "place": GAZA,
                "date": when("2023-10-07", "2024-03-25", "period"),
            },
            "One source, Local authorities, said that at least 30,000 people were killed in Gaza "
            "from 7 October 2023 to 25 March 2024 (civilians and combatants not distinguished; "
            "1 independent origin; graded weak by airwars@1).",
        ),
        (
            {
                "low": 100,
                "high": None,
                "measure": "arms",
                "unit": "deliveries",
                "status": None,
                "phase": "delivered",
            },
            "One report, The A Post, said that at least 100 deliveries of arms were made "
            "(reported on 26 March 2024; 1 independent origin; graded weak by airwars@1).",
        ),
        (
            {
                "low": 1,
                "high": 1,
                "measure": "aid",
                "unit": "trucks",
                "status": None,
                "phase": "entered",
                "place": GAZA,
            },
            "One report, The A Post, said that 1 truck of aid had entered Gaza "
            "(reported on 26 March 2024; 1 independent origin; graded weak by airwars@1).",
        ),
        (
            {
                "low": 500,
                "high": 500,
                "measure": "aid",
                "unit": "tonnes",
                "status": None,
                "phase": "promised",
            },
            "One report, The A Post, said that 500 tonnes of aid were promised "
            "(reported on 26 March 2024; 1 independent origin; graded weak by airwars@1).",
        ),
        (
            {"low": 20, "high": 20, "measure": "damaged", "unit": "buildings", "status": None},
            "One report, The A Post, said that 20 buildings were damaged "
            "(reported on 26 March 2024; 1 independent origin; graded weak by airwars@1).",
        ),
        (
            {"low": 1500, "high": 1500, "measure": "displaced", "unit": "households"},
            "One report, The A Post, said that 1,500 households were displaced "
            "(reported on 26 March 2024; 1 independent origin; graded weak by airwars@1).",
        ),
    ],
)
def test_tolls(change: dict[str, object], statement: str) -> None:
    values = {"scope": "cumulative"} | change
    low, high = values.pop("low"), values.pop("high")
    assert toll(killed(low, high, A, **values)) == statement  # type: ignore[arg-type]  # as above


def test_the_trace_has_every_claim_with_its_page() -> None:
    whole = killed(22, 22, B)
    claims = [whole, killed(3, 3, B, at=50, part_of=whole.id), killed(9, 9, A, stance="denied")]
    (figure,) = figures(claims)
    assert [(one.document, one.page_id, one.start) for one in figure.trace] == [
        ("A", A.page_id, 0),
        ("B", B.page_id, 0),
        ("B", B.page_id, 50),
    ]
    assert [one.quote for one in figure.trace] == ["9", "22", "3"]
    assert (figure.status, figure.decisions, figure.subject_kind) == ("draft", (), "incident")


def test_a_text_that_is_not_given_leaves_the_page_empty() -> None:
    claims = [replace(killed(22, 22, A), text_id="gone")]
    (figure,) = figures(claims)
    assert [one.page_id for one in figure.trace] == [""]


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.integers(0, 3), st.integers(1000, 10**7)),
            st.booleans(),
            st.sampled_from(TEXTS),
            st.sampled_from(["asserted", "hedged", "denied"]),
            st.sampled_from(["killed", "missing", "aid", "damaged"]),
            st.sampled_from(["people", None, "trucks", "widgets"]),
            st.sampled_from(["unstated", "civilian", None]),
        ),
        max_size=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_every_figure_says_that_something_was_said(
    rows: list[tuple[int | None, bool, Text, str, str, str | None, str | None]],
) -> None:
    claims = [
        killed(
            low,
            low if exact else None,
            of,
            at=number * 9,
            stance=stance,
            measure=measure,
            unit=unit,
            status=status,
            quote="one",
            hedges=("may",) if stance == "hedged" else (),
        )
        for number, (low, exact, of, stance, measure, unit, status) in enumerate(rows)
    ]
    for figure in figures(claims):
        words = figure.statement
        said = (" reported", " said that ", " told of ", "not known")
        assert any(one in words for one in said)
        assert words[0].isupper() or words[0].isdigit()
        assert "None" not in words
        assert "  " not in words
        assert {one.claim_id for one in figure.trace} <= {one.id for one in claims}
        if figure.high is None and figure.low is not None:
            open_above = "at least" if figure.highest_said is None else "or more"
            assert open_above in words.casefold()


def test_arrests_are_of_the_day_of_the_event_only_where_a_claim_says_so() -> None:
    held = killed(5, 5, A, measure="detained")
    dead = killed(29, 29, A, at=9)
    said = [one.statement for one in figures([held, dead]) if one.measure == "detained"]
    assert "detained over events in Kunduz on 3 October 2015" in said[0]
    there = replace(held, where=kunduz())
    said = [one.statement for one in figures([there, dead]) if one.measure == "detained"]
    assert "detained in Kunduz (" in said[0]
    then = replace(there, when=when("2015-10-03"))
    said = [one.statement for one in figures([then, dead]) if one.measure == "detained"]
    assert "detained in Kunduz on 3 October 2015" in said[0]


def test_a_grade_that_would_be_misread_says_what_it_means() -> None:
    army = killed(3, 3, A, status="armed_forces", quote="three soldiers", surface="soldiers")
    assert says(army, status="armed_forces").endswith(
        "(1 independent origin; graded discounted by airwars@1; none of them is said to be a "
        "civilian)."
    )
