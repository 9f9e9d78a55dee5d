"""Claims and figures judged in a book: what moves, what survives, and what is taken back."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from harmledger import Book
from harmledger.errors import NotFound, UsageProblem
from harmledger.pipeline import Decided, decide, find_record, judge, run, totals_of, undo, verify
from harmledger.records import Claim, Figure

_CLOCK = count()
WHERE = "in an air strike in Kunduz on 3 October 2015"
REPORTS = {
    "a.txt": f"The Hill Office said that 22 people were killed {WHERE}.\n",
    "b.txt": f"The Valley Bureau said that 30 people were killed {WHERE}.\n",
    "c.txt": "Police said that four people were injured in a fire in Herat on 9 May 2014.\n",
}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, words in REPORTS.items():
        (folder / name).write_text(words, encoding="utf-8")
    run([folder], tmp_path / "book")
    return tmp_path / "book"


def at() -> str:
    """A later moment each time."""
    minutes = next(_CLOCK)
    return f"2024-05-01T{minutes // 60:02d}:{minutes % 60:02d}:00Z"


def act(
    book: Book, one: str, verdict: str, *values: str, by: str = "A. Reader", why: str = "misread"
) -> Decided:
    return judge(book, one, verdict, by=by, at=at(), reason=why, values=values)


def killed(book: Book) -> Figure:
    (figure,) = (f for f in book.figures() if f.measure == "killed")
    return figure


def claim_of(book: Book, low: int) -> Claim:
    (found,) = (claim for claim in book.claims() if claim.low == low)
    return found


def derived(book: Book) -> dict[str, list[object]]:
    kinds = ("families", "counters", "incidents", "tolls", "assessments", "figures", "reviews")
    return {kind: list(book.records(kind)) for kind in kinds}


def test_an_edit_moves_the_figure_and_taking_it_back_restores_everything(made: Path) -> None:
    with Book(made, read_only=False) as book:
        before = derived(book)
        done = act(book, claim_of(book, 30).id[:8], "edit", "low=20", "high=20", why="a misprint")
        assert (killed(book).low, killed(book).high) == (20, 22)
        assert done.decision.id in killed(book).decisions
        assert claim_of(book, 30).high == 30, "what the program read stays"
        (was, now) = done.changed[0]
        assert was is not None
        assert now is not None
        assert ((was.low, was.high), (now.low, now.high)) == ((22, 30), (20, 22))
        assert list(verify(book)) == []
        (correction,) = book.corrections()
        assert correction.reason == "a misprint"
        assert correction.moved[0].before is not None
        assert correction.moved[0].before.high == 30
        assert correction.hashed == correction.id
        assessment = book.one("assessments", killed(book).assessment)
        assert any("Set by A. Reader" in r.sentence for r in assessment.reasons)  # type: ignore[union-attr]
        undo(book, done.decision.id, by="B", at=at())
        assert derived(book) == before
        assert len(list(book.decisions())) == 2
        assert len(list(book.corrections())) == 2


def test_a_rejected_claim_is_kept_and_counts_in_no_figure(made: Path) -> None:
    with Book(made, read_only=False) as book:
        wrong = claim_of(book, 30)
        act(book, wrong.id, "reject", why="another attack")
        figure = killed(book)
        assert (figure.low, figure.high, figure.independent_origins) == (22, 22, 1)
        assert wrong.id not in {link.claim_id for link in figure.trace}
        assert wrong in book.claims()
        (review,) = book.reviews()
        assert (review.verdict, review.by, review.reason) == (
            "reject",
            "A. Reader",
            "another attack",
        )
        # Edited afterwards it counts again, as edited.
        judge(
            *(book, wrong.id, "edit"),
            by="B",
            at=at(),
            reason="no, misread",
            values=["high=25", "low=25"],
        )
        assert (killed(book).low, killed(book).high) == (22, 25)
        assert len(list(book.reviews())) == 1
        assert list(verify(book)) == []


def test_edits_add_up_and_approving_keeps_them(made: Path) -> None:
    with Book(made, read_only=False) as book:
        one = claim_of(book, 30).id
        act(book, one, "edit", "low=25", "high=25")
        act(book, one, "edit", "speaker=the Hill Office")
        assert killed(book).high == 25
        assert killed(book).independent_origins == 1
        act(book, one, "approve")
        assert killed(book).high == 25
        (review,) = book.reviews()
        assert review.verdict == "approve"
        assert {change.field for change in review.changes} >= {"low", "high", "speaker"}


def test_a_figure_is_approved_by_a_person_alone_and_only_as_it_was_seen(made: Path) -> None:
    folder = made.parent / "reports"
    with Book(made, read_only=False) as book:
        assert {figure.status for figure in book.figures()} == {"draft"}
        done = act(book, killed(book).id, "approve")
        assert killed(book).status == "approved"
        assert killed(book).decisions == (done.decision.id,)
        assert [f.status for f in book.figures() if f.measure != "killed"] == ["draft"]
        assert list(book.corrections()) == [], "an approval corrects nothing"
        first = killed(book).id
    # A copy says nothing new: the figure has another id and stays approved.
    (folder / "d.txt").write_text(f"{REPORTS['a.txt'].strip()} Read more.\n", encoding="utf-8")
    run([folder], made)
    with Book(made) as book:
        assert killed(book).id != first
        assert killed(book).status == "approved"
        assert list(verify(book)) == []
    # Another counter changes what the figure says: it is a draft again, and is listed.
    (folder / "e.txt").write_text(
        f"The River Board said that 35 people were killed {WHERE}.\n", encoding="utf-8"
    )
    run([folder], made)
    with Book(made, read_only=False) as book:
        assert killed(book).status == "draft"
        (review,) = book.reviews()
        assert review.state == "needs_another_look"
        assert review.current == (killed(book).id,)
        assert "between 22 and 35" in review.sentence.lower()
        act(book, killed(book).id, "approve")
        assert killed(book).status == "approved"
        assert [r.state for r in book.reviews()] == ["counts"], "the new one replaces the old"
        assert list(verify(book)) == []


def test_what_a_person_sets_on_a_figure_stands_beside_what_the_method_gives(made: Path) -> None:
    with Book(made, read_only=False) as book:
        figure = killed(book)
        act(book, figure.id, "edit", "low=24", "grade=confirmed")
        edited = killed(book)
        assert (edited.low, edited.high, edited.grade) == (24, 30, "confirmed")
        assert edited.status == "draft"
        assert edited.statement.startswith("Between 24 and 30 people were reported killed")
        kept = book.one("assessments", edited.assessment)
        assert (kept.low, kept.grade) == (22, "fair")  # type: ignore[union-attr]
        act(book, edited.id, "approve")
        assert (killed(book).low, killed(book).status) == (24, "approved")
        act(book, edited.id, "reject")
        assert (killed(book).low, killed(book).status) == (22, "withdrawn")
        assert list(verify(book)) == []


def test_an_assessment_can_be_set_and_rejected_and_its_figure_follows(made: Path) -> None:
    with Book(made, read_only=False) as book:
        one = killed(book).assessment
        act(book, one, "edit", "grade=confirmed")
        assert killed(book).grade == "confirmed"
        assert "graded confirmed" in killed(book).statement
        act(book, one, "approve")
        assert (killed(book).grade, killed(book).status) == ("confirmed", "draft")
        # The figure is judged as the person sees it: with the assessment as it was set.
        act(book, killed(book).id, "approve")
        assert killed(book).status == "approved"
        act(book, one, "reject")
        assert (killed(book).grade, killed(book).status) == ("fair", "withdrawn")
        assert list(verify(book)) == []


@pytest.mark.parametrize(
    ("verdict", "values", "said"),
    [
        ("edit", ["low=40"], "above high"),
        ("edit", ["part_of=self"], "no part of itself"),
        ("edit", [], "needs a value"),
        ("approve", ["low=1"], "takes no values"),
        ("edit", ["grade=fair"], "no such field"),
        ("edit", ["speaker=unknown", "speaker_kind=un"], "has no speaker"),
        ("edit", ["place=Kunduz"], "place=Kunduz: nothing would change"),
        ("edit", ["when=2015-10-03", "low=030"], "when=2015-10-03, low=30: nothing would change"),
    ],
)
def test_what_makes_no_sense_is_refused(
    made: Path, verdict: str, values: list[str], said: str
) -> None:
    with Book(made, read_only=False) as book:
        one = claim_of(book, 30)
        given = [value.replace("self", one.id[:10]) for value in values]
        with pytest.raises(UsageProblem, match=said):
            act(book, one.id, verdict, *given)
        assert list(book.decisions()) == []


def test_what_cannot_be_judged_is_refused(made: Path) -> None:
    with Book(made, read_only=False) as book:
        incident = next(iter(book.incidents()))
        with pytest.raises(UsageProblem, match="the id of an incident"):
            act(book, incident.id, "approve")
        with pytest.raises(UsageProblem, match="best 50 would lie outside"):
            act(book, killed(book).id, "edit", "best=50")
        with pytest.raises(UsageProblem, match="airwars@1 gives no such grade") as graded:
            act(book, killed(book).id, "edit", "grade=documented")
        assert graded.value.hint == "it gives: contested, confirmed, discounted, fair, weak"
        with pytest.raises(UsageProblem, match="has no statement"):
            act(book, killed(book).assessment, "edit", "statement=Many.")
        with pytest.raises(NotFound):
            act(book, "abcdef123", "approve")
        old = killed(book).id
        act(book, claim_of(book, 30).id, "reject")
        with pytest.raises(NotFound, match="moved by a decision") as raised:
            act(book, old, "approve")
        assert killed(book).id in raised.value.hint


def test_two_incidents_are_put_together_and_apart_again(made: Path) -> None:
    with Book(made, read_only=False) as book:
        before = derived(book)
        one, other = (incident.id for incident in book.incidents())
        done = decide(book, one[:8], other[:8], "merge", by="A", at=at(), reason="one day")
        (merged,) = book.incidents()
        assert done.decision.id in killed(book).decisions
        assert list(verify(book)) == []
        with pytest.raises(UsageProblem, match="one incident already"):
            decide(book, merged.id, one, "merge", by="A", at=at())
        # By the id that it had, which is gone.
        decide(book, merged.id, other[:8], "unmerge", by="A", at=at(), reason="no")
        assert {i.id for i in book.incidents()} == {one, other}
        strip = [f.statement for f in book.figures()]
        assert strip == [getattr(f, "statement", "") for f in before["figures"]]
        last = list(book.decisions())[-1]
        undo(book, last.id, by="A", at=at())
        assert len(list(book.incidents())) == 1
        undo(book, done.decision.id, by="A", at=at())
        assert derived(book) == before


def test_a_report_is_taken_out_of_an_incident(made: Path) -> None:
    with Book(made, read_only=False) as book:
        whole = next(i for i in book.incidents() if len(i.claims) == 2)
        with pytest.raises(UsageProblem, match="nothing of it stands"):
            decide(book, whole.id, "c.txt", "unmerge", by="A", at=at())
        decide(book, whole.id, "b.txt", "unmerge", by="A", at=at(), reason="another")
        figures = sorted((f.low, f.high) for f in book.figures() if f.measure == "killed")
        assert figures == [(22, 22), (30, 30)]
        assert list(verify(book)) == []


def test_the_sentence_of_a_figure_says_who_set_it_and_what_the_method_gives(made: Path) -> None:
    with Book(made, read_only=False) as book:
        act(book, killed(book).id, "edit", "low=22", "high=22")
        said = killed(book).statement
        assert "22 people were reported killed in Kunduz" in said
        assert "set by A. Reader; airwars@1 gives 22 to 30, graded" in said
        assert list(verify(book)) == []


def test_an_assessment_that_was_set_is_told_of_in_its_figure_too(made: Path) -> None:
    with Book(made, read_only=False) as book:
        act(book, killed(book).assessment, "edit", "grade=confirmed")
        assert "confirmed" in killed(book).statement
        assert "set by A. Reader" in killed(book).statement


def test_a_total_says_that_what_a_person_set_has_lapsed(made: Path) -> None:
    with Book(made, read_only=False) as book:
        act(book, killed(book).id, "edit", "low=22", "high=22")
        (total,) = totals_of(book, measure="killed")
        assert (total.counted.low, total.counted.high, total.reopened) == (22, 22, 0)
        act(book, claim_of(book, 30).id, "edit", "low=26", "high=26")
        (total,) = totals_of(book, measure="killed")
        assert (total.counted.low, total.counted.high, total.reopened) == (22, 26, 1)


def test_an_incident_that_a_decision_gave_another_id_is_told_by_its_new_one(made: Path) -> None:
    with Book(made, read_only=False) as book:
        old, other = sorted(book.incidents(), key=lambda i: -len(i.claims))
        act(book, claim_of(book, 30).id, "reject")
        (new,) = (i for i in book.incidents() if i.id != other.id)
        assert new.id != old.id
        with pytest.raises(NotFound, match="has a new id") as raised:
            decide(book, old.id[:8], other.id, "merge", by="A", at=at())
        assert new.id in raised.value.hint
        with pytest.raises(NotFound, match="has a new id"):
            decide(book, other.id, old.id[:8], "merge", by="A", at=at())
        with pytest.raises(NotFound, match="no report"):
            decide(book, "aaaaaaaaaa", other.id, "merge", by="A", at=at())


def test_the_place_of_a_claim_that_tells_on_of_an_event_is_set_and_its_day_stays(
    made: Path,
) -> None:
    folder = made.parent / "reports"
    (folder / "d.txt").write_text(
        "Shells in Tyre\n\nShells fell on Tyre, Lebanon, on 4 May 2011, the mayor said. "
        "Nineteen people were killed, a doctor said.\n",
        encoding="utf-8",
    )
    run([folder], made)
    with Book(made, read_only=False) as book:
        before = derived(book)
        one = claim_of(book, 19)
        assert one.time is not None
        done = act(book, one.id, "edit", "place=Sidon, Lebanon")
        (review,) = book.reviews()
        assert [change.field for change in review.changes] == ["place"]
        assert review.claim is not None
        assert review.claim.place is not None
        assert review.claim.place.name == "Sidon"
        assert review.claim.time == one.time
        titles = [incident.title for incident in book.incidents()]
        assert any(title.startswith("Sidon, 4 May 2011") for title in titles), titles
        assert list(verify(book)) == []
        # Once more it changes nothing.
        with pytest.raises(UsageProblem, match="nothing would change"):
            act(book, one.id, "edit", "place=Sidon, Lebanon")
        undo(book, done.decision.id, by="B", at=at())
        assert derived(book) == before


def test_a_speaker_who_is_taken_away_takes_the_kind_set_for_him_along(made: Path) -> None:
    with Book(made, read_only=False) as book:
        one = claim_of(book, 30).id
        act(book, one, "edit", "speaker_kind=medic")
        act(book, one, "edit", "speaker=unknown")
        (review,) = book.reviews()
        assert review.claim is not None
        assert review.claim.speaker is None


def test_a_figure_that_would_stay_as_it_is_is_not_edited(made: Path) -> None:
    with Book(made, read_only=False) as book:
        for subject in (killed(book).id, killed(book).assessment):
            with pytest.raises(UsageProblem, match="low=22: nothing would change"):
                act(book, subject, "edit", "low=22")
        assert list(book.decisions()) == []
        act(book, killed(book).id, "reject")
        # Withdrawn, it is brought back by what it says.
        act(book, killed(book).id, "edit", "low=22")
        assert killed(book).status == "draft"


def test_a_toll_that_a_decision_gave_another_id_is_told_and_found_by_its_old_one(
    made: Path,
) -> None:
    folder = made.parent / "reports"
    for day, number in ((12, 1400), (19, 1460)):
        (folder / f"toll{day}.txt").write_text(
            f"Count of the Valley Bureau\n\n{day} May 2015\n\nThe Valley Bureau said that {number} "
            "people had been killed in Herat since 1 January 2015.\n",
            encoding="utf-8",
        )
    run([folder], made)
    with Book(made, read_only=False) as book:
        (old,) = book.tolls()
        assert len(old.claims) == 2
        done = act(book, claim_of(book, 1400).id, "edit", "measure=injured")
        after = {toll.id for toll in book.tolls()}
        assert old.id not in after
        act(book, claim_of(book, 1400).id, "edit", "measure=killed")
        assert old.id in {toll.id for toll in book.tolls()}
        done = act(book, claim_of(book, 1400).id, "reject")
        (new,) = book.tolls()
        assert done.tolls == ((old.id, new.id),)
        assert find_record(book, old.id[:8]) == new


def test_what_is_never_two_is_named_where_it_is_to_be_merged(made: Path) -> None:
    with Book(made, read_only=False) as book:
        figure = killed(book)
        with pytest.raises(UsageProblem, match="this is the id of a figure") as raised:
            decide(book, figure.id, figure.subject, "merge", by="A", at=at())
        assert figure.subject in raised.value.hint
        with pytest.raises(UsageProblem, match="this is the id of a claim"):
            decide(book, claim_of(book, 30).id[:10], "the Hill Office", "merge", by="A", at=at())
