"""What decisions about claims do to them, without a book."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim, kunduz, text
from harmledger.decisions import (
    CLAIM_FIELDS,
    FIGURE_FIELDS,
    about,
    as_set,
    checked,
    claim_seen,
    judge_claims,
)
from harmledger.errors import UsageProblem
from harmledger.records import Claim, Decision, Edit

TEXT = text("The group said that 22 people were killed and 37 hurt in Kunduz.", "a")
KILLED = claim(22, 22, TEXT, speaker="the group", kind="medic", place=kunduz())
NOWHERE = claim(22, 22, TEXT)
HURT = claim(37, 37, TEXT, measure="injured", status=None)


def decided(on: Claim, verdict: str, minute: int = 0, **values: str) -> Decision:
    edits = tuple(Edit(name=f"set:{name}", value=value) for name, value in values.items())
    made = Decision(
        id="",
        subject=on.id,
        subject_kind="claim",
        seen=claim_seen(on),
        verdict=verdict,
        edits=edits,
        reason="misread",
        by="A. Reader",
        at=f"2024-05-01T10:{minute:02d}:00Z",
    )
    return replace(made, id=made.hashed)


def test_a_rejected_claim_is_left_out_and_its_review_says_by_whom() -> None:
    found = judge_claims([KILLED, HURT], [decided(KILLED, "reject")])
    assert found.claims == (HURT,)
    (review,) = found.reviews
    assert (review.state, review.verdict, review.by, review.reason) == (
        *("counts", "reject", "A. Reader", "misread"),
    )


def test_an_edited_claim_keeps_what_was_read_beside_what_was_set() -> None:
    values = {
        "low": "20",
        "high": "unknown",
        "measure": "injured",
        "status": "civilian",
        "stance": "hedged",
        "scope": "cumulative",
        "speaker": "the board",
        "speaker_kind": "authority",
        "place": "kunduz",
        "when": "2015-10-03/2015-10-05",
        "actor": "the army",
    }
    found = judge_claims([KILLED], [decided(KILLED, "edit", **values)])
    (made,) = found.claims
    assert (made.low, made.high, made.measure, made.stance) == (20, None, "injured", "hedged")
    assert (made.scope, made.actor and made.actor.name) == ("cumulative", "the army")
    assert made.population is not None
    assert made.population.status == "civilian"
    assert made.speaker is not None
    assert (made.speaker.name, made.speaker.kind) == ("the board", "authority")
    assert made.where is not None
    assert made.where.geonameid == kunduz().geonameid, "a place that the book knows is resolved"
    assert made.when is not None
    assert (made.when.start, made.when.end) == ("2015-10-03", "2015-10-05")
    assert (made.id, made.quote, made.start) == (KILLED.id, KILLED.quote, KILLED.start)
    (review,) = found.reviews
    assert review.claim == made
    rows = {change.field: (change.was, change.now) for change in review.changes}
    assert rows["low"] == ("22", "20")
    assert rows["high"] == ("22", "unknown")
    assert rows["speaker"] == ("the group", "the board")


def test_unknown_is_not_zero_and_no_speaker_is_the_narrator() -> None:
    edit = decided(KILLED, "edit", low="unknown", high="0", speaker="unknown", place="Nowhere")
    (made,) = judge_claims([KILLED], [edit]).claims
    assert (made.low, made.high, made.speaker) == (None, 0, None)
    assert made.where is not None
    assert (made.where.lat, made.where.precision) == (None, "unresolved")


@pytest.mark.parametrize(
    ("written", "name", "country", "precision"),
    [
        ("Iran", "Iran", "IR", "country"),
        ("Herat", "Herat", "AF", "city"),
        ("Springfield, Illinois", "Springfield", "US", "city"),
        ("Hyderabad", "Hyderabad", None, "unresolved"),
        (",", ",", None, "unresolved"),
    ],
)
def test_a_place_that_no_claim_names_is_looked_up(
    written: str, name: str, country: str | None, precision: str
) -> None:
    (made,) = judge_claims([NOWHERE], [decided(NOWHERE, "edit", place=written)]).claims
    assert made.where is not None
    assert (made.where.name, made.where.country, made.where.precision) == (name, country, precision)
    assert (made.where.lat is not None) == (precision == "city")


def test_a_new_version_of_the_extractor_changes_nothing_but_another_reading_does() -> None:
    reject = decided(KILLED, "reject")
    newer = replace(KILLED, extractor="rules@99", basis=None)
    assert judge_claims([newer], [reject]).claims == ()
    for other in (
        replace(KILLED, low=21),
        replace(KILLED, speaker=None),
        replace(KILLED, when=None),
    ):
        found = judge_claims([other], [reject])
        changed = claim_seen(other) != claim_seen(KILLED)
        assert found.claims == ((other,) if changed else ())
        assert found.reviews[0].state == ("needs_another_look" if changed else "counts")
    gone = judge_claims([HURT], [reject])
    assert gone.claims == (HURT,)
    assert gone.reviews[0].state == "needs_another_look"
    assert gone.reviews[0].current == ()


def test_a_later_decision_replaces_and_an_undone_one_counts_no_longer() -> None:
    first = decided(KILLED, "reject")
    second = replace(decided(KILLED, "approve", 1), supersedes=first.id)
    second = replace(second, id=second.hashed)
    undone = replace(second, verdict="undo", supersedes=second.id, at="2024-05-01T11:00:00Z")
    undone = replace(undone, id=undone.hashed)
    assert about([second, first], "claim") == [second]
    assert about([undone, second, first], "claim") == [first]
    assert about([first], "figure", "page") == []


def test_what_a_replaced_decision_had_replaced_does_not_count_again() -> None:
    chain = [decided(KILLED, "edit", low="3", high="3")]
    for verdict in ("approve", "reject"):
        after = replace(decided(KILLED, verdict), supersedes=chain[-1].id)
        chain.append(replace(after, id=after.hashed))
    assert about(chain, "claim") == [chain[-1]]


def test_two_decisions_made_side_by_side_the_later_one_counts() -> None:
    one, two = decided(KILLED, "reject"), decided(KILLED, "approve", 1)
    assert about([two, one], "claim") == [two]


@pytest.mark.parametrize(
    ("given", "said", "hint"),
    [
        ("lo=3", "did you mean 'low'?", "fields: measure"),
        ("low", "an equals sign is missing", "`low=22`"),
        ("low=many", "not a number", "low=unknown"),
        ("low=-3", "not a number", "digits"),
        ("status=civillian", "did you mean 'civilian'?", "status is one of"),
        ("stance=doubted", "not known", "asserted, denied"),
        ("when=Tuesday", "not a date", "2015-10-03"),
        ("measure=kiled", "did you mean 'killed'?", "measure is one of"),
        ("speaker=", "give between 1 and", ""),
    ],
)
def test_what_cannot_be_set_is_explained(given: str, said: str, hint: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        checked([given], CLAIM_FIELDS)
    assert said in raised.value.message
    assert hint in raised.value.hint


def test_values_are_read_as_they_are_meant() -> None:
    edits = checked(["low = 3", "high=Unknown", "place=Kunduz   city", "low=4"], CLAIM_FIELDS)
    assert as_set(edits) == {"low": "4", "high": "unknown", "place": "Kunduz city"}
    assert as_set(checked(["grade=confirmed"], FIGURE_FIELDS)) == {"grade": "confirmed"}
