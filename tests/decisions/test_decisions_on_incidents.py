"""Merges and un-merges of incidents, and how a group is found again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, family, kunduz, singles, text, when
from harmledger.claims import read_claims
from harmledger.decisions import Groups, claims_edit, regroup
from harmledger.incidents import find_incidents, measures_of, title_of
from harmledger.records import Claim, Decision, Edit, Incident, PartOf, Report, Text, content_id

TEXTS = [text(f"Report {n}: 12 people were killed in Kunduz.", f"r{n}") for n in range(6)]
CLAIMS = [
    claim(10 + n, 10 + n, one, at=10, date=when("2015-10-03"), place=kunduz())
    for n, one in enumerate(TEXTS)
]


def incident(*claims: Claim) -> Incident:
    first = claims[0]
    measures = measures_of(claims)
    return Incident(
        id=content_id("incident", *sorted(one.id for one in claims)),
        title=title_of(first.when, first.where, measures),
        when=first.when,
        where=first.where,
        measures=measures,
        claims=tuple(one.id for one in claims),
        reports=tuple(
            sorted(
                (Report(document=c.document, text_id=c.text_id, main=True) for c in claims),
                key=lambda r: (r.document, r.text_id),
            )
        ),
        reasons=("Tied by the program.",),
    )


def decided(verdict: str, one: Incident, other: Incident, minute: int = 0) -> Decision:
    made = Decision(
        id="",
        subject=one.id,
        subject_kind="incident",
        seen="",
        verdict=verdict,
        edits=(
            Edit(name="with", value=other.id),
            Edit(name="claims", value=claims_edit(one.claims)),
            Edit(name="with_claims", value=claims_edit(other.claims)),
        ),
        reason="the same strike",
        by="A. Reader",
        at=f"2024-05-01T10:{minute:02d}:00Z",
    )
    return replace(made, id=made.hashed)


def test_a_merge_is_one_incident_of_all_claims_and_says_who_made_it() -> None:
    one, other = incident(*CLAIMS[:2]), incident(CLAIMS[2])
    merge = decided("merge", one, other)
    found = regroup([one, other], CLAIMS, [merge])
    (made,) = found.incidents
    assert replace(made, reasons=()) == replace(incident(*CLAIMS[:3]), reasons=())
    assert made.measures[0].low == 10
    assert made.measures[0].high == 12
    assert "Put together by A. Reader" in made.reasons[0]
    assert "the same strike" in made.reasons[0]
    assert found.decisions == {made.id: (merge.id,)}
    (review,) = found.reviews
    assert (review.state, review.current) == ("counts", (made.id,))


def test_a_merge_finds_its_sides_again_when_reports_have_joined_them() -> None:
    one, other = incident(*CLAIMS[:2]), incident(CLAIMS[2])
    merge = decided("merge", one, other)
    grown, moved = incident(*CLAIMS[:2], CLAIMS[4]), incident(CLAIMS[2], CLAIMS[5])
    found = regroup([grown, moved], CLAIMS, [merge])
    (made,) = found.incidents
    assert set(made.claims) == {CLAIMS[n].id for n in (0, 1, 2, 4, 5)}
    # The program itself puts them together: nothing left to do, and it still counts.
    whole = incident(*CLAIMS[:3])
    again = regroup([whole], CLAIMS, [merge])
    assert again.incidents == (whole,)
    assert again.reviews[0].state == "counts"


def test_an_unmerge_takes_the_claims_of_the_second_out_and_what_is_as_like_both_is_proposed() -> (
    None
):
    whole = incident(*CLAIMS[:4])
    apart = decided("unmerge", incident(*CLAIMS[:2]), incident(CLAIMS[2]))
    found = regroup([whole], CLAIMS, [apart])
    held = {frozenset(one.claims) for one in found.incidents}
    assert held == {
        frozenset({CLAIMS[0].id, CLAIMS[1].id}),
        frozenset({CLAIMS[2].id}),
        frozenset({CLAIMS[3].id}),
    }
    one, other, later = (
        next(i for i in found.incidents if claim.id in i.claims) for claim in CLAIMS[1:4]
    )
    assert all("Kept apart" in side.reasons[0] for side in (one, other))
    assert "may be of either" in later.reasons[0]
    assert {p.incident for p in later.proposals} == {one.id, other.id}
    assert all([p.incident for p in side.proposals] == [later.id] for side in (one, other))
    (kept,) = found.reviews
    assert kept.sentence.startswith("Two incidents. 1 of later reports")
    assert set(kept.current) == {one.id, other.id}


def reported(*bodies: str) -> tuple[list[Text], list[Claim], list[Incident]]:
    texts = [text(body, f"r{n}", published_at="2015-10-07") for n, body in enumerate(bodies)]
    claims = [claim for _, own in read_claims(texts) for claim in own]
    return texts, claims, list(find_incidents(texts, claims, singles(texts)))


MARKET = "A bomb killed 12 people at a vegetable market in Kirkuk on Monday, police said."
BAKERY = "An explosion killed nine people at a bakery in Kirkuk on Monday, police said."
LATER = [
    ("A bomb at a bakery in Kirkuk killed seven people queueing for bread on Monday, a medic "
     "said.", "bakery"),
    ("The bomb at the vegetable market in Kirkuk on Monday killed 14 people, a medic said.",
     "market"),
    # Nothing but a toll that is near one of them.
    ("A blast killed ten people in Kirkuk on Monday, a medic said.", "either"),
]  # fmt: skip


@pytest.mark.parametrize(("later", "side"), LATER)
@pytest.mark.parametrize("turned", [False, True], ids=["market first", "bakery first"])
def test_a_later_report_joins_the_side_that_it_is_liker(
    later: str, side: str, turned: bool
) -> None:
    texts, claims, found = reported(MARKET, BAKERY)
    (_,) = found  # the program takes them for one
    by_text = [incident(*(c for c in claims if c.text_id == one.id)) for one in texts]
    apart = decided("unmerge", *(by_text[::-1] if turned else by_text))

    texts, claims, found = reported(MARKET, BAKERY, later)
    (_,) = found
    made = regroup(found, claims, [apart], texts, singles(texts)).incidents
    names = {texts[0].id: "market", texts[1].id: "bakery", texts[2].id: "later"}
    told = {claim.id: names[claim.text_id] for claim in claims}
    held = {frozenset(told[one] for one in i.claims): i for i in made}
    if side == "either":
        assert held.keys() == {frozenset({"market"}), frozenset({"bakery"}), frozenset({"later"})}
        assert len(held[frozenset({"later"})].proposals) == 2
        return
    other = "market" if side == "bakery" else "bakery"
    assert held.keys() == {frozenset({side, "later"}), frozenset({other})}
    told_why = held[frozenset({side, "later"})].reasons
    gone = "r0" if other == "market" else "r1"
    assert not any(f"{gone} and " in reason or f" and {gone}:" in reason for reason in told_why)
    assert any("Came later and is of this side" in reason for reason in told_why)


def test_a_copy_goes_where_its_sentence_is() -> None:
    body = f"{MARKET} {BAKERY.replace('on Monday', 'hours later')}"
    texts, claims, _ = reported(body, body)
    own = [claim for claim in claims if claim.text_id == texts[0].id]
    whole = incident(*claims)
    apart = decided("unmerge", incident(own[0]), incident(own[1]))
    made = regroup([whole], claims, [apart], texts, [family(*texts)]).incidents
    low = {claim.id: claim.low for claim in claims}
    assert sorted([low[one] for one in i.claims] for i in made) == [[9, 9], [12, 12]]


def test_later_claims_of_who_fled_go_where_the_harm_of_their_report_goes() -> None:
    first, second = TEXTS[:2]
    copy = replace(second, id="copy", document="copy")

    def fled(of: Text) -> Claim:
        return claim(300, 300, of, at=30, measure="displaced", date=when("2015-10-03"))

    own = [CLAIMS[0], CLAIMS[1], fled(first), fled(second)]
    harm = replace(CLAIMS[1], id="harm", document="copy", text_id="copy")
    later = [harm, replace(fled(second), id="later", document="copy", text_id="copy")]
    apart = decided("unmerge", incident(own[0], own[2]), incident(own[1], own[3]))
    every = [*own, *later]
    texts, kin = [first, second, copy], [family(first), family(second, copy)]
    found = regroup([incident(*every)], every, [apart], texts, kin)
    assert sorted(sorted(one.claims) for one in found.incidents) == sorted(
        sorted(claim.id for claim in side) for side in ([own[0], own[2]], [own[1], own[3], *later])
    )


def test_parts_follow_their_claims_through_merges_and_unmerges() -> None:
    series, part, other = incident(CLAIMS[0]), incident(CLAIMS[1]), incident(CLAIMS[2])
    told = PartOf(incident=series.id, claim=CLAIMS[0].id, sentence="r0 gives one figure.")
    part = replace(part, claims=(CLAIMS[1].id, CLAIMS[3].id), part_of=(told,))
    # r0 tells one of them as a part: its own text, under another claim.
    own = replace(CLAIMS[1], text_id=CLAIMS[0].text_id)
    claims = [own if one.id == own.id else one for one in CLAIMS]
    held = [replace(series, parts=(part.id,)), part, other]

    merged = regroup(held, claims, [decided("merge", series, other)]).incidents
    whole = next(one for one in merged if one.parts)
    assert set(whole.claims) == {CLAIMS[0].id, CLAIMS[2].id}
    assert [link.incident for one in merged for link in one.part_of] == [whole.id]

    # The side without that report is told as a part by nobody.
    split = regroup(held, claims, [decided("unmerge", part, incident(CLAIMS[3]))]).incidents
    assert {one.claims: len(one.part_of) for one in split if CLAIMS[0].id not in one.claims} == {
        (CLAIMS[1].id,): 1,
        (CLAIMS[2].id,): 0,
        (CLAIMS[3].id,): 0,
    }

    # A whole and its part that a person says are one are no part of each other.
    (both, _) = sorted(
        regroup(held, claims, [decided("merge", series, part)]).incidents,
        key=lambda one: -len(one.claims),
    )
    assert (both.part_of, both.parts) == ((), ())


def test_a_decision_whose_claims_are_scattered_needs_another_look() -> None:
    one, other = incident(*CLAIMS[:2]), incident(CLAIMS[2])
    merge = decided("merge", one, other)
    scattered = [incident(one) for one in CLAIMS[:3]]
    found = regroup(scattered, CLAIMS, [merge])
    assert sorted(i.id for i in found.incidents) == sorted(i.id for i in scattered)
    assert found.reviews[0].state == "needs_another_look"


PARTITIONS = st.lists(st.integers(0, 3), min_size=6, max_size=6)
STEPS = st.lists(
    st.tuples(st.sampled_from(["merge", "unmerge"]), st.integers(0, 5), st.integers(0, 5)),
    max_size=5,
)


@given(PARTITIONS, STEPS)
def test_whatever_is_decided_each_claim_is_in_exactly_one_incident(
    homes: list[int], steps: list[tuple[str, int, int]]
) -> None:
    made = [
        incident(*(c for c, home in zip(CLAIMS, homes, strict=True) if home == n))
        for n in sorted(set(homes))
    ]
    decisions = [
        decided(verdict, incident(CLAIMS[one]), incident(CLAIMS[other]), minute)
        for minute, (verdict, one, other) in enumerate(steps)
        if one != other
    ]
    found = regroup(made, CLAIMS, decisions)
    held = [claim_id for one in found.incidents for claim_id in one.claims]
    assert sorted(held) == sorted(one.id for one in CLAIMS)
    assert len({one.id for one in found.incidents}) == len(found.incidents)
    assert len(found.reviews) == len(decisions)


def test_a_group_is_the_one_that_holds_most_of_what_was_seen_or_none() -> None:
    two, one = incident(*CLAIMS[:2]), incident(CLAIMS[2])
    groups = Groups([two, one])
    seen = [c.id for c in CLAIMS[:3]]
    assert groups.again("gone", seen) == two.id
    assert groups.again("gone", [CLAIMS[0].id, CLAIMS[2].id]) is None, "half is not most"
    assert groups.again("gone", [CLAIMS[5].id]) is None
    assert groups.again(one.id, seen) == one.id, "the same id is the same group"
