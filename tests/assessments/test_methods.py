"""The methods that come with the program, over claims made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim, kunduz, singles, text, when
from harmledger.assessments import assess, compare, load_method, parse_method
from harmledger.errors import VocabularyProblem
from harmledger.incidents import measures_of
from harmledger.records import Assessment, Claim, Incident, Toll, TollPoint
from harmledger.vocabulary import method_file

TEXTS = [
    text("word " * 200, name, published_at=f"2015-10-0{3 + n}") for n, name in enumerate("abcdef")
]


def incident(claims: list[Claim]) -> Incident:
    return Incident(
        id="event",
        title="Kunduz",
        when=when("2015-10-03"),
        where=kunduz(),
        measures=measures_of(claims),
        claims=tuple(sorted(one.id for one in claims)),
        reports=(),
    )


def by(method: str, *claims: Claim, tolls: tuple[Toll, ...] = ()) -> dict[str, Assessment]:
    """Assessments by measure and people; ``killed`` where of all people."""
    made = assess([incident(list(claims))], tolls, claims, singles(TEXTS), load_method(method))
    return {f"{a.measure} {a.status}".removesuffix(" None"): a for a in made}


def said(number: int, of: int, speaker: str | None = None, **more: object) -> Claim:
    high = more.pop("high", number)
    return claim(
        number,
        high,  # type: ignore[arg-type]
        TEXTS[of],
        at=20 * of,
        sentence=(0, 500),
        speaker=speaker,
        **more,  # type: ignore[arg-type]
    )


def sentences(assessment: Assessment) -> str:
    return " ".join(reason.sentence for reason in assessment.reasons)


class TestUcdp:
    def test_best_is_what_most_origins_count_inside_low_and_high(self) -> None:
        found = by(
            "ucdp", said(30, 0, "MSF"), said(42, 1, "the UN"), said(30, 2, "the board"),
            said(22, 3, "the review"),
        )  # fmt: skip
        one = found["killed"]
        assert (one.low, one.best, one.high, one.grade) == (22, 30, 42, "ungraded")
        assert "Most likely: 30" in sentences(one)

    def test_among_equals_the_lowest_and_nothing_averaged(self) -> None:
        of_one_day = [replace(c, reported_at="2015-10-04") for c in (said(22, 0, "MSF"),
                      said(42, 1, "the UN"))]  # fmt: skip
        one = by("ucdp", *of_one_day)["killed"]
        assert one.best == 22
        assert "as many independent origins as any (1), and the lowest of these" in sentences(one)

    @pytest.mark.parametrize(
        ("days", "best", "why"),
        [
            (("2015-10-07", "2016-05-02", "2015-10-09"), 42, "as any (1), and told last"),
            (("2015-10-07", "2016-05-02", "2016-05-02"), 37, "told last, and the lowest of these"),
            # Of a report without a date nobody knows whether it came later.
            (("2015-10-03", None, None), 22, "as any (1), and told last"),
        ],
    )
    def test_among_equals_a_later_count_is_likelier_than_that_of_the_first_week(
        self, days: tuple[str | None, ...], best: int, why: str
    ) -> None:
        counts = ((22, "MSF"), (42, "the UN"), (37, "the board"))
        claims = [
            replace(said(number, at, speaker), reported_at=day)
            for at, ((number, speaker), day) in enumerate(zip(counts, days, strict=True))
        ]
        one = by("ucdp", *claims)["killed"]
        assert one.best == best
        assert why in sentences(one)

    def test_pages_that_copy_one_counter_do_not_make_a_figure_likelier(self) -> None:
        copies = [replace(said(42, n, "the UN"), reported_at=None) for n in (1, 2, 3)]
        one = by("ucdp", replace(said(22, 0, "MSF"), reported_at=None), *copies)["killed"]
        assert one.best == 22

    def test_sides_and_what_is_left_and_their_sum(self) -> None:
        found = by(
            "ucdp",
            said(20, 0, "MSF"),
            said(9, 1, "the UN", status="civilian"),
            said(4, 2, "the board", status="armed_group"),
            said(3, 3, "the review", status="police"),
        )
        best = {name: one.best for name, one in found.items()}
        assert best == {
            "killed": 20,
            "killed civilian": 9,
            "killed side_a": 3,
            "killed side_b": 4,
            "killed side_unknown": 4,
        }
        assert "9 + 3 + 4 + 4 = 20" in sentences(found["killed"])
        assert "Best is 20 for all less 16 whose side is known." in sentences(
            found["killed side_unknown"]
        )

    def test_sides_that_sum_to_more_raise_the_best_for_all(self) -> None:
        found = by(
            "ucdp",
            said(10, 0, "MSF"),
            said(9, 1, "the UN", status="civilian"),
            said(4, 2, "the board", status="armed_group"),
        )
        one = found["killed"]
        assert (one.low, one.best, one.high) == (10, 13, 13)
        assert found["killed side_unknown"].best == 0
        left = sentences(found["killed side_unknown"])
        assert "Best is 10 for all less 13 whose side is known, but not outside that: 0." in left

    def test_sides_above_the_high_raise_it_though_one_of_them_has_no_number(self) -> None:
        whole = said(10, 0, "MSF")
        some = claim(None, None, TEXTS[0], at=300, sentence=(0, 500), status="civilian")
        found = by(
            "ucdp",
            whole,
            replace(some, part_of=whole.id),
            said(6, 1, "the UN", status="police"),
            said(7, 2, "the board", status="armed_group"),
        )
        one = found["killed"]
        assert (found["killed civilian"].low, one.low, one.high) == (None, 10, 13)
        assert "raised from 10 to the sides' lows: 13" in sentences(one)

    def test_where_no_side_is_known_there_is_one_figure(self) -> None:
        found = by("ucdp", said(10, 0, "MSF"))
        assert set(found) == {"killed"}
        assert "all are of unknown side" in sentences(found["killed"])

    def test_only_deaths_of_events_and_their_precision(self) -> None:
        found = by("ucdp", said(10, 0, "MSF"), said(5, 1, "MSF", measure="injured"))
        assert set(found) == {"killed"}
        assert "date_prec 1; The place is known to the city: where_prec 1" in sentences(
            found["killed"]
        )


class TestAcled:
    def test_one_number_the_lowest_and_what_others_gave_is_said(self) -> None:
        one = by("acled", said(42, 0, "MSF"), said(22, 1, "the UN", high=None))["killed"]
        assert (one.low, one.best, one.high) == (22, 22, 22)
        assert "The highest given is 42." in sentences(one)

    @pytest.mark.parametrize(("quote", "number"), [("tens", 10), ("Dozens", 12), ("hundreds", 100)])
    def test_words_that_are_numbers(self, quote: str, number: int) -> None:
        vague = said(24, 0, "MSF", high=None, quote=quote, qualifier="vague")
        one = by("acled", vague)["killed"]
        assert (one.low, one.best, one.high) == (number, number, number)
        beside = by("acled", vague, said(130, 1, "the UN"))["killed"]
        assert beside.low == number, "the most conservative, also where it is a word"

    def test_several_sets_no_number_where_one_is_given_and_none_stays_unknown(self) -> None:
        several = said(2, 0, "MSF", high=None, quote="several", qualifier="vague")
        assert by("acled", several, said(7, 1, "the UN"))["killed"].low == 7
        nobody = replace(said(0, 0, "MSF"), low=None, high=None)
        assert by("acled", nobody)["killed"].best is None

    def test_no_groups(self) -> None:
        found = by("acled", said(9, 0, "MSF"), said(4, 1, "the UN", status="civilian"))
        assert set(found) == {"killed"}


class TestIbc:
    def test_civilians_alone_documented_by_two_origins(self) -> None:
        found = by(
            "ibc",
            said(9, 0, "MSF", status="civilian"),
            said(12, 1, "the UN", status="civilian"),
            said(30, 2, "the board"),
        )
        assert set(found) == {"killed civilian"}
        one = found["killed civilian"]
        assert (one.low, one.high, one.grade) == (9, 12, "documented")

    def test_one_source_or_its_copies_are_provisional(self) -> None:
        found = by("ibc", *(said(9, n, "MSF", status="civilian") for n in range(3)))
        assert found["killed civilian"].grade == "provisional"


def toll(counted: Claim) -> Toll:
    point = TollPoint(as_of="2015-12-31", reported_at=None, low=310, high=310, claim_id=counted.id)
    return Toll(
        id="toll",
        title="Civilians killed",
        counter="the UN",
        measure="killed",
        definition="civilians killed",
        status="civilian",
        where="Kunduz",
        points=(point,),
        claims=(counted.id,),
    )


@pytest.mark.parametrize(("method", "kept"), [("airwars", True), ("ibc", True), ("ucdp", False)])
def test_running_counts_are_assessed_by_the_methods_that_take_them(method: str, kept: bool) -> None:
    counted = said(310, 0, "the UN", status="civilian", scope="cumulative")
    found = list(assess([], [toll(counted)], [counted], singles(TEXTS), load_method(method)))
    assert [one.subject_kind for one in found] == (["toll"] if kept else [])


def test_two_methods_side_by_side_say_which_rules_differ() -> None:
    claims = [said(22, 0, "MSF"), said(42, 1, "the army", kind="belligerent")]
    one, two = load_method("airwars"), load_method("ucdp")
    event = incident(claims)

    def under(method: str) -> list[Assessment]:
        return list(assess([event], [], claims, singles(TEXTS), load_method(method)))

    (pair,) = compare(one, two, under("airwars"), under("ucdp"), {"event": "Kunduz"})
    assert (pair.title, pair.same) == ("Kunduz", False)
    assert pair.first is not None
    assert pair.second is not None
    assert (pair.first.high, pair.second.high) == (22, 42)
    rows = {(d.method, d.rule): d for d in pair.differences}
    context = rows["airwars@1", "belligerent_is_context"]
    assert context.other == "no such rule"
    assert "a belligerent alone said it" in context.sentence
    assert rows["ucdp@1", "range"].other == "fired with another outcome"
    assert ("ucdp@1", "hedges_kept") not in rows, "it fired under neither"
    # What only one of them assesses says by which rule the other does not.
    civilian = [said(22, 0, "MSF", measure="injured")]
    event = incident(civilian)
    made = list(assess([event], [], civilian, singles(TEXTS), one))
    (pair,) = compare(one, two, made, [], {})
    assert pair.second is None
    assert pair.differences[0].rule == "deaths_only"


def test_a_method_over_itself_is_the_same() -> None:
    claims = [said(22, 0, "MSF"), said(42, 1, "the army", kind="belligerent")]
    method = load_method("airwars")
    made = list(assess([incident(claims)], [], claims, singles(TEXTS), method))
    assert all(pair.same for pair in compare(method, method, made, made, {}))
    assert all(not pair.differences for pair in compare(method, method, made, made, {}))


@pytest.mark.parametrize(
    ("method", "old", "new", "says"),
    [
        ("ucdp@1", 'measures = ["killed"]', 'measures = ["kiled"]', "did you mean 'killed'"),
        ("ucdp@1", 'measures = ["killed"]', "measures = []", "must not be empty"),
        ("ucdp@1", "days = [1, 6", "days = [6, 1", "whole numbers that rise"),
        ("ucdp@1", 'when = "most_origins"', 'when = "most"', "when = 'most' is not known"),
        ("ucdp@1", 'side_a = ["armed_forces", "police"]\n', "", "the key 'side_a' is missing"),
        ("acled@1", "tens = 10", 'tens = "ten"', "a table of words and whole numbers"),
        ("acled@1", "tens = 10", "tens = -1", "a table of words and whole numbers"),
        ("acled@1", 'days_name = "time_precision"', "days_name = 3", "days_name must be a word"),
        ("acled@1", 'high = "lowest"', 'high = "lowst"', "did you mean 'lowest'"),
        ("ibc@1", 'grades = ["documented"]', 'grades = ["documentd"]', "mean 'documented'"),
        ("ibc@1", 'show = "range"', 'shwo = "range"', "did you mean 'show'"),
    ],
)
def test_a_mistake_in_the_newer_rules_is_named(method: str, old: str, new: str, says: str) -> None:
    content = method_file(method)
    assert old in content
    with pytest.raises(VocabularyProblem) as caught:
        parse_method(method, content.replace(old, new, 1))
    assert says in str(caught.value)


def test_a_users_own_file_may_be_called_as_it_likes_but_not_its_method() -> None:
    content = method_file("ibc@1").replace('name = "ibc"', 'name = "ours"')
    assert parse_method("my file.toml", content, own=True).id == "ours@1"
    with pytest.raises(VocabularyProblem, match="a word of small letters"):
        parse_method("x", content.replace('"ours"', '"Our Method!"'), own=True)


def under(name: str, assessment: Assessment) -> str:
    return " ".join(r.sentence for r in assessment.reasons if r.rule == name)


class TestAirwarsCodes:
    def test_who_is_a_civilian_until_somebody_says_otherwise(self) -> None:
        one = by("airwars", said(5, 0, "MSF"))["killed"]
        assert "takes them for civilians until one does" in under(
            "civilian_unless_participating", one
        )
        two = by("airwars", said(5, 0, "MSF"), said(2, 1, "the UN", status="armed_group"))
        assert "taken part in fighting: 2" in under("civilian_unless_participating", two["killed"])

    @pytest.mark.parametrize(
        ("claims", "status"),
        [
            ([said(5, 0, "MSF")], "single_source_claim"),
            ([said(5, 0, "MSF"), said(6, 1, "the UN")], "likely_strike"),
            (
                [said(5, 0, "MSF", actor="Russia"), said(6, 1, "the UN", actor="the Taliban")],
                "contested_strike",
            ),
            (
                [said(5, 0, "MSF"), said(6, 1, "Russia", actor="Russia", kind="belligerent")],
                "declared_strike",
            ),
        ],
    )
    def test_the_status_of_the_strike(self, claims: list[Claim], status: str) -> None:
        assert status in under("strike_status", by("airwars", *claims)["killed"])

    def test_the_answer_of_the_belligerent(self) -> None:
        def answer(*more: Claim) -> str:
            return under("belligerent_answer", by("airwars", said(5, 0, "MSF"), *more)["killed"])

        assert "not_yet_assessed: in none of these claims" in answer()
        denied = said(5, 1, "the army", kind="belligerent", stance="denied")
        assert "non_credible: it denies 5" in answer(denied)
        own = said(4, 1, "Russia", kind="belligerent", actor="Russia")
        assert "answer is credible" in answer(own)

    def test_what_is_conceded_is_a_range_for_each_party_and_its_high_its_low(self) -> None:
        one = by(
            "airwars",
            said(9, 0, "MSF"),
            said(3, 1, "Russia", high=None, kind="belligerent", actor="Russia"),
            said(2, 2, "the Taliban", kind="belligerent", actor="the Taliban"),
        )["killed"]
        assert (one.low, one.high) == (9, 9)
        told = under("conceded_range", one)
        assert "Conceded by Russia, a range of its own beside the others: 3." in told
        assert "Conceded by the Taliban, a range of its own beside the others: 2." in told


def test_the_type_of_violence_is_coded_only_where_claims_say_it() -> None:
    def coded(status: str) -> str:
        return under("type_of_violence", by("ucdp", said(5, 0, "MSF", status=status))["killed"])

    assert "type_of_violence is 1, state-based" in coded("police")
    assert "left open: those killed are told of as civilian, and whether they were" in coded(
        "civilian"
    )
    assert "left open: nobody says who those killed were" in coded("unstated")


def test_the_rest_of_an_aggregate_stands_in_its_own_assessment() -> None:
    counted = said(310, 0, "the UN", status="civilian", scope="cumulative")
    event = said(9, 1, "MSF", status="civilian")
    found = list(
        assess(
            [incident([event])],
            [toll(counted)],
            [counted, event],
            singles(TEXTS),
            load_method("ibc"),
        )
    )
    (one,) = [made for made in found if made.subject_kind == "toll"]
    assert (one.low, one.high) == (310, 310), "the count itself stands"
    assert "1 incident of this book may be part of it, 0 surely are; left are 301 to 310" in under(
        "residual_of_aggregates", one
    )
