"""Whoever counted is an origin; pages, copies and repetitions are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, family, kunduz, text
from harmledger.assessments import origins_of
from harmledger.records import Claim, Text

A, B, C = (text(f"{name} 22 killed.", name, publisher=f"The {name}") for name in "ABC")
MSF = "Médecins Sans Frontières"
APART = [family(A), family(B), family(C)]


def said(of: Text, speaker: str | None = None, low: int = 22, at: int = 2) -> Claim:
    return claim(low, low, of, at=at, speaker=speaker)


@pytest.mark.parametrize(
    ("claims", "names"),
    [
        ([], []),
        ([said(A)], ["The A"]),
        ([said(A), said(B)], ["The A", "The B"]),
        ([said(A, "MSF"), said(B, "MSF"), said(C, "MSF")], [MSF]),
        ([said(A, "the ministry"), said(B, "The Ministry")], ["The Ministry"]),
        ([said(A, "MSF"), said(B, "the UN")], [MSF, "the UN"]),
        ([said(A, "officials"), said(B, "officials")], ["officials"]),
        ([said(A, "officials"), said(B, "witnesses")], ["officials", "witnesses"]),
        ([said(A, "he"), said(A, "they", at=3)], ["The A"]),
        # "The group" is the one speaker whom the text names, else the text's own word.
        ([said(A, "The group", 19), said(A, "MSF", at=4)], [MSF]),
        (
            [said(A, "aid group", 19), said(A, "MSF", at=4), said(A, "UN", at=6)],
            [MSF, "UN", "The A"],
        ),
        ([said(A, "the group"), said(B, "the group")], ["The A", "The B"]),
        # What a known body wrote is its own count; an inquiry of nobody known is not.
        ([said(A, "a UNAMA report"), said(B, "a review by UNAMA"), said(C, "UNAMA")], ["UNAMA"]),
        (
            [said(A, "a review by Hill House"), said(B, "UNAMA")],
            ["a review by Hill House", "UNAMA"],
        ),
        ([said(A, "M.S.F."), said(B, "MSF")], [MSF]),
        # A headline that repeats the body's source is not a second source.
        ([said(A, at=0), said(A, "MSF", at=2)], [MSF]),
        ([said(A, low=19, at=0), said(A, "MSF", at=2)], [MSF, "The A"]),
        ([said(B, at=0), said(A, "MSF", at=2)], [MSF, "The B"]),
    ],
)
def test_origins(claims: list[Claim], names: list[str]) -> None:
    found = origins_of(claims, APART)
    assert [one.name for one in found] == names


def test_press_reports_are_not_the_one_speaker_named_beside_them() -> None:
    first = claim(None, 90, A, at=0, speaker="The first press reports", kind="media")
    found = origins_of([first, said(A, "the coroner", 99)], APART)
    assert [one.name for one in found] == ["the coroner", "The A"]


def test_a_town_is_not_short_for_a_body_that_has_its_name() -> None:
    mothers = claim(90, 90, A, at=0, speaker="Mothers of Kunduz committee", place=kunduz())
    town = claim(70, 70, B, at=0, speaker="Kunduz", place=kunduz())
    named = [[name.name for name in one.names] for one in origins_of([mothers, town], APART)]
    assert named == [["Kunduz"], ["Mothers of Kunduz committee"]]


def test_five_papers_quoting_one_ministry_and_its_copies_are_one_origin() -> None:
    texts = [text(f"{n} killed", f"p{n}") for n in range(5)]
    claims = [claim(5, 5, one, at=0, speaker="the Health Ministry") for one in texts]
    assert len(origins_of(claims, [family(one) for one in texts])) == 1


def test_copies_are_one_origin_and_named_as_a_family() -> None:
    (found,) = origins_of([said(A), said(B)], [family(A, B), family(C)])
    assert (found.kind, found.name, len(found.claims)) == ("family", "The A", 2)


def test_a_text_in_no_family_stands_for_itself() -> None:
    assert len(origins_of([said(A), said(B)], [])) == 2


def test_a_vague_headline_over_a_quoted_figure_is_no_origin() -> None:
    vague = claim(24, None, A, at=0, quote="dozens", qualifier="vague")
    assert [one.name for one in origins_of([vague, said(A, "MSF")], APART)] == [MSF]


SPEAKERS = st.sampled_from([None, "MSF", "the UN", "officials", "he"])


@given(
    rows=st.lists(
        st.tuples(st.sampled_from([A, B, C]), SPEAKERS, st.integers(0, 3), st.integers(0, 9)),
        max_size=10,
    )
)
@settings(max_examples=60, deadline=None)
def test_never_more_origins_than_claims_and_every_claim_has_one(
    rows: list[tuple[Text, str | None, int, int]],
) -> None:
    claims = {c.id: c for c in (said(of, who, low, at) for of, who, low, at in rows)}
    found = origins_of(claims.values(), APART)
    assert len(found) <= len(claims)
    assert sorted(one for origin in found for one in origin.claims) == sorted(claims)
    assert found == origins_of(reversed(claims.values()), APART)


def test_one_outlet_is_one_origin_however_many_stories_it_tells() -> None:
    first, later = (text(f"{n} killed.", n, publisher="The Harbour Wire") for n in ("22", "24"))
    copy = text("24 killed.", "copy", publisher="A Gazette")
    families = [family(first), family(later, copy)]
    claims = [said(first), said(later, low=24), said(copy, low=24)]
    assert [one.name for one in origins_of(claims, families)] == ["The Harbour Wire"]
    # What it copies from another is that one's.
    families = [family(first), family(copy, later)]
    names = [one.name for one in origins_of(claims, families)]
    assert names == ["A Gazette", "The Harbour Wire"]


def test_a_short_name_is_that_of_a_counter_cited_by_its_letters() -> None:
    rights = "Afghanistan Independent Human Rights Commission"
    assert [
        o.name for o in origins_of([said(A, "AIHRC"), said(B, "Rights commission")], APART)
    ] == [f"the {rights}"]


def test_a_list_of_the_dead_is_whose_report_it_is() -> None:
    claims = [said(A, "the harbour board"), said(A, "A list of the dead", at=4)]
    assert [one.name for one in origins_of(claims, APART)] == ["the harbour board"]


def test_where_nobody_knows_which_came_first_any_outlet_of_a_family_may_be_meant() -> None:
    first, later = (text(f"{n} killed.", n, publisher="The Harbour Wire") for n in ("22", "24"))
    copy = text("24 killed.", "a copy", publisher="A Gazette")
    (told, copied) = family(copy, later, relation="unknown").members
    both = replace(family(copy, later), members=(replace(told, relation="unknown"), copied))
    claims = [said(first), said(later, low=24), said(copy, low=24)]
    assert len(origins_of(claims, [family(first), both])) == 1
