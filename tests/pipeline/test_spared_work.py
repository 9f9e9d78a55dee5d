"""What a book keeps spares work: what follows from it is the same as without."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from given_out import given_out
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import text
from harmledger import Book
from harmledger.claims import read_claims
from harmledger.decisions import assessment_seen, claim_seen, claims_edit, figure_seen
from harmledger.incidents import compared
from harmledger.kept import Kept, in_memory
from harmledger.pipeline import Derived, derive, run, verify
from harmledger.records import Claim, Decision, Edit, Text

WHERE = "in an air strike in Kunduz on 3 October 2015"
BODIES = (
    f"The Hill Office said that 22 people were killed {WHERE}.",
    f"The Hill Office said that 22 people were killed {WHERE}. Read more.",
    f"The Valley Bureau said that 30 people, among them 12 soldiers, were killed {WHERE}.",
    f"At least 40 people were killed and dozens injured {WHERE}, the army said.",
    f"Hill Office: 22 dead. The Office said that 22 people were killed {WHERE}. In Herat two "
    "farmers were killed by a mine on 9 May 2014, it said.",
    f"A doctor said that 40 people were killed {WHERE}; a nurse said that at least 40 were killed.",
    "Two farmers were killed by a mine in Herat on 9 May 2014, the police said.",
    "The trial over the air strike in Kunduz opens on Monday.",
    # What it recalls is an incident of its own, which nothing ties to another.
    f"Six drivers were killed {WHERE}. "
    + "The road to the river was closed and the market stood empty for a week. " * 8
    + "Nine farmers died in a similar attack on the bridge years ago.",
    "Since January 2015 the Hill Office has counted 310 civilians killed in Kunduz.",
    "The Valley Bureau has counted 290 civilians killed in Kunduz since January 2015.",
    # Who fled, what was destroyed and which aid came: of those incidents, and of their own.
    f"The Valley Bureau said that 22 people were killed {WHERE}. It said that the strike drove "
    "3,000 people from their homes and destroyed 12 houses.",
    "Some 3,000 people fled Kunduz on 3 October 2015, the Relief Fund said.",
    "A convoy of ten trucks of aid entered Herat on 9 May 2014, the Relief Fund said.",
    "On 9 May 2014 a convoy of ten trucks of aid reached Herat, a driver said.",
)
COUNT = len(BODIES)


@cache
def material() -> tuple[tuple[Text, ...], tuple[Claim, ...]]:
    texts = tuple(text(body, f"r{n}", published_at="2015-10-05") for n, body in enumerate(BODIES))
    return texts, tuple(claim for _, claims in read_claims(texts) for claim in claims)


@cache
def whole() -> Derived:
    return derive(*material(), "airwars")


def decision(at: int, verdict: str, minute: int) -> Decision:
    """On a page, a claim, an assessment, a figure or two incidents, as a person saw them in the
    whole book."""
    kind, _, done = verdict.rpartition(" ")
    texts, claims = material()
    edits: tuple[Edit, ...] = (Edit(name="set:low", value="1"),) if kind == "claim" else ()
    if kind == "page":
        subject = seen = texts[at % len(texts)].page_id
    elif kind == "claim":
        claim = claims[at % len(claims)]
        subject, seen = claim.id, claim_seen(claim)
    elif kind == "incident":
        found = whole().incidents
        one, other = found[at % len(found)], found[(at + at // len(found)) % len(found)]
        subject = seen = one.id
        held, others = one.claims, other.claims
        if done == "unmerge":
            held, others, other = one.claims[:1], one.claims[1:], one
        edits = (
            Edit(name="with", value=other.id),
            Edit(name="claims", value=claims_edit(held)),
            Edit(name="with_claims", value=claims_edit(others)),
        )
    else:
        figure = whole().figures[at % len(whole().figures)]
        made = next(one for one in whole().assessments if one.id == figure.assessment)
        group = next(
            one for one in (*whole().incidents, *whole().tolls) if one.id == figure.subject
        )
        subject = made.id if kind == "assessment" else figure.id
        seen = assessment_seen(made) if kind == "assessment" else figure_seen(figure, made)
        edits = (
            Edit(name="assessment", value=made.id),
            Edit(name="group", value=group.id),
            Edit(name="measure", value=made.measure),
            Edit(name="unit", value=made.unit or ""),
            Edit(name="status", value=made.status or ""),
            Edit(name="claims", value=claims_edit(group.claims)),
            *((Edit(name="set:low", value="1"),) if done == "edit" else ()),
        )
    return made_by_a_person(subject, kind, seen, done, edits, minute)


def made_by_a_person(
    subject: str, kind: str, seen: str, verdict: str, edits: tuple[Edit, ...], minute: int
) -> Decision:
    made = Decision(
        id="",
        subject=subject,
        subject_kind=kind,
        seen=seen,
        verdict=verdict,
        reason="a better source",
        by="A. Reader",
        at=f"2024-05-01T10:{minute:02d}:00Z",
        edits=edits,
    )
    return replace(made, id=made.hashed)


VERDICTS = (
    "page withdraw",
    "claim reject",
    "claim edit",
    "incident merge",
    "incident unmerge",
    "assessment edit",
    "assessment reject",
    "figure approve",
    "figure edit",
    "figure reject",
)

steps = st.lists(
    st.tuples(
        st.sets(st.integers(0, COUNT - 1), min_size=1),
        st.lists(st.tuples(st.integers(0, 30), st.sampled_from(VERDICTS)), max_size=5),
        st.sampled_from(["airwars", "ibc", "ucdp"]),
    ),
    min_size=2,
    max_size=4,
)


Step = tuple[set[int], list[tuple[int, str]], str]


def goes_through(states: list[Step], chance: random.Random) -> list[Derived]:
    """What is derived in each state, the same as from nothing."""
    texts, claims = material()
    held: dict[tuple[str, bytes], bytes] = {}
    made = []
    for present, judged, method in states:
        own = [texts[n] for n in present]
        ids = {one.id for one in own}
        said = [claim for claim in claims if claim.text_id in ids]
        decisions = [decision(at, kind, n) for n, (at, kind) in enumerate(judged)]
        fresh, known = Kept(code="c"), Kept(in_memory(held), "c")
        expected = derive(own, said, method, decisions=decisions, kept=fresh)
        assert derive(own, said, method, decisions=decisions) == expected
        chance.shuffle(own)
        chance.shuffle(said)
        found = derive(own, said, method, None, "", decisions, known)
        assert found == expected
        assert known.asked == fresh.asked
        held = {
            key: value
            for key, value in {**held, **known.new}.items()
            if key[1] in known.asked.get(key[0], ())
        }
        assert held == fresh.new
        made.append(found)
    return made


@given(steps=steps, chance=st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_a_book_that_goes_through_any_states_is_as_one_made_from_nothing(
    steps: list[Step], chance: random.Random
) -> None:
    goes_through(steps, chance)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_decision_moves_in_a_book_that_grew_what_it_moves_in_a_new_one(verdict: str) -> None:
    every = set(range(COUNT))
    before, decided, grown, after = goes_through(
        [
            (every, [], "airwars"),
            (every, [(0, verdict)], "airwars"),
            (every - {COUNT - 1}, [(0, verdict), (1, verdict)], "airwars"),
            (every, [], "airwars"),
        ],
        random.Random(verdict),
    )
    assert [review.counts for review in decided.reviews] == [True]
    assert any(review.counts for review in grown.reviews)
    assert after == before != decided


def test_what_a_report_only_recalls_is_told_with_and_without_what_is_kept() -> None:
    for kept in (None, Kept(code="c")):
        made = derive(*material(), "airwars", kept=kept)
        told = [one for incident in made.incidents for one in incident.reasons]
        assert any("told apart from what the report is about" in one for one in told)


def test_events_that_were_let_go_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    # As in a large book, of whose events not all can be held.
    monkeypatch.setattr(compared, "_LOT", 1)
    assert derive(*material(), "airwars", kept=Kept(code="c")) == whole()


def test_a_book_keeps_the_same_however_it_grew(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, body in enumerate(BODIES):
        (folder / f"r{number}.txt").write_text(body)
    whole, bits = tmp_path / "whole", tmp_path / "bits"
    run([folder], whole)
    for path in sorted(folder.iterdir()):
        run([path], bits)
    assert given_out(bits) == given_out(whole)
    assert kept_in(bits) == kept_in(whole) != []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE kept SET value = x'00'",
        "UPDATE kept SET value = 'x'",
        "DELETE FROM kept",
        "UPDATE figures SET body = CAST(replace(body, 'killed', 'hurt') AS BLOB)",
        "UPDATE assessments SET body = x'00'",
        "DELETE FROM assessments",
        "UPDATE briefs SET body = x'00'",
        "UPDATE briefs SET body = (SELECT max(body) FROM briefs)",
        "DELETE FROM briefs",
        "DELETE FROM written",
        "UPDATE incidents SET body = x'00'",
        "DELETE FROM families; DELETE FROM written WHERE kind = 'families'",
    ],
)
def test_what_is_damaged_is_worked_out_again(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, body in enumerate(BODIES):
        (folder / f"r{number}.txt").write_text(body)
    run(sorted(folder.iterdir())[:-1], tmp_path / "book")
    with sqlite3.connect(tmp_path / "book" / "ledger.db") as ledger:
        ledger.executescript(damage)
    run([folder], tmp_path / "book")
    run([folder], tmp_path / "whole")
    assert kept_in(tmp_path / "book") == kept_in(tmp_path / "whole")
    with Book(tmp_path / "book") as book:
        assert list(verify(book)) == []


def kept_in(book: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(book / "ledger.db") as ledger:
        return ledger.execute("SELECT shelf, key, value FROM kept ORDER BY shelf, key").fetchall()
