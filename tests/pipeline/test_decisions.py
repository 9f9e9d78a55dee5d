"""Names of counters put together and kept apart in a book, and taken back again."""

from __future__ import annotations

from pathlib import Path

import pytest

from harmledger import Book
from harmledger.errors import NotFound, UsageProblem, VocabularyProblem
from harmledger.pipeline import decide, run, undo, verify, withdraw

OFFICE = "The Hill Office"
REPORTS = {
    "a.txt": "At least 22 people were killed in an air strike in Kunduz on 3 October 2015, "
    "the Hill Office said.\n",
    "b.txt": "In Kunduz 30 people died in the air strike of 3 October 2015, "
    "according to the Valley Bureau.\n",
    "c.txt": "An air strike in Kunduz on 3 October 2015 killed 22 people, the Hill Office said in "
    "a statement. It gave no names.\n",
}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A book of three reports and two counters."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, words in REPORTS.items():
        (folder / name).write_text(words, encoding="utf-8")
    run([folder], tmp_path / "book")
    return tmp_path / "book"


def origins(book: Path) -> int:
    """Of the figure with the most origins."""
    with Book(book) as held:
        return max(figure.independent_origins for figure in held.figures())


def decided(book: Path, verdict: str, minute: int, one: str = "hill office") -> str:
    with Book(book, read_only=False) as held:
        at = f"2024-05-01T10:{minute:02d}:00Z"
        done = decide(held, one, "the Valley Bureau", verdict, by="A", at=at, reason="same staff")
        return done.decision.id


def test_a_merge_counts_and_survives_and_can_be_taken_back(made: Path) -> None:
    assert origins(made) == 2
    merged = decided(made, "merge", 0)
    assert origins(made) == 1
    with Book(made) as held:
        figure = next(f for f in held.figures() if f.independent_origins)
        assert figure.decisions == (merged,)
        (counter,) = held.counters()
        assert [n.rule for n in counter.names if n.rule == "decision"] == ["decision"]
        assert any("same staff" in name.why for name in counter.names)
        assert list(verify(held)) == []
    folder = made.parent / "reports"
    (folder / "d.txt").write_text("The Hill Office opened a school.\n", encoding="utf-8")
    run([folder], made)
    assert origins(made) == 1
    assert not run([folder], made).derived
    with Book(made, read_only=False) as held:
        done = undo(held, merged[:8], by="B", at="2024-05-02T00:00:00Z")
        assert done.changed
        with pytest.raises(UsageProblem, match="counts no longer"):
            undo(held, merged, by="B", at="2024-05-03T00:00:00Z")
        assert len(list(held.decisions())) == 2
        assert list(verify(held)) == []
    assert origins(made) == 2


def test_unmerge_after_merge_gives_the_former_figures(made: Path) -> None:
    with Book(made) as held:
        before = list(held.figures())
    first = decided(made, "merge", 0)
    second = decided(made, "unmerge", 1)
    with Book(made) as held:
        assert [(f.low, f.high, f.grade, f.independent_origins) for f in held.figures()] == [
            (f.low, f.high, f.grade, f.independent_origins) for f in before
        ]
        assert [(d.id, d.supersedes) for d in held.decisions()] == [(first, None), (second, first)]


def test_what_cannot_be_decided_is_explained(made: Path) -> None:
    with Book(made, read_only=False) as held:
        at = "2024-05-01T10:00:00Z"
        with pytest.raises(NotFound, match="no report in"):
            decide(held, "nobody", "the Hill Office", "merge", by="A", at=at)
        with pytest.raises(UsageProblem, match="are one name"):
            decide(held, "the Hill Office", "Hill Office", "merge", by="A", at=at)
        assert list(held.decisions()) == []


def test_decisions_that_contradict_each_other_are_refused(made: Path) -> None:
    folder = made.parent / "reports"
    words = "In Kunduz 25 people died in the air strike of 3 October 2015, the River Board said.\n"
    (folder / "e.txt").write_text(words, encoding="utf-8")
    run([folder], made)
    at = [f"2024-05-01T1{hour}:00:00Z" for hour in range(6)]  # of one time, the ids decide
    with Book(made, read_only=False) as held:
        decide(held, "the Hill Office", "the Valley Bureau", "merge", by="A", at=at[0])
        last = decide(held, "the Valley Bureau", "the River Board", "merge", by="A", at=at[1])
        with pytest.raises(UsageProblem, match="stands against it"):
            decide(held, "the Hill Office", "the River Board", "unmerge", by="A", at=at[2])
        undo(held, last.decision.id, by="A", at=at[3])
        decide(held, "the Hill Office", "the River Board", "unmerge", by="A", at=at[4])
        with pytest.raises(UsageProblem, match="stand against it"):
            decide(held, "the Valley Bureau", "the River Board", "merge", by="A", at=at[5])
        assert len(list(held.decisions())) == 4
        assert list(verify(held)) == []


def test_a_books_own_vocabulary_is_kept(made: Path) -> None:
    own = made.parent / "counters.toml"
    row = 'id = "h"\nname = "H"\nkind = "monitor"\nnames = ["hill office", "valley bureau"]\n'
    own.write_text(f'[about]\nexplanation = "Ours."\n[[term]]\n{row}', encoding="utf-8")
    folder = made.parent / "reports"
    run([folder], made, counters=own)
    assert origins(made) == 1
    assert not run([folder], made).derived
    with Book(made) as held:
        assert list(verify(held)) == []
    own.write_text("[about]\nexplanation = 'Ours.'\n[[term]]\nnmae = 3\n", encoding="utf-8")
    with pytest.raises(VocabularyProblem, match=r"counters\.toml: .*did you mean 'name'"):
        run([folder], made, counters=own)
    with pytest.raises(UsageProblem, match="cannot be read"):
        run([folder], made, counters=made.parent / "missing.toml")


def test_a_decision_about_names_is_among_the_reviews(made: Path) -> None:
    merged = decided(made, "merge", 0)
    with Book(made, read_only=False) as held:
        (review,) = held.reviews()
        (counter,) = held.counters()
        assert (review.decision, review.state, review.sentence) == (
            merged,
            "counts",
            "One counter.",
        )
        assert review.current == (counter.id,)
        page = next(page for page in held.pages() if page.collected_from.endswith("b.txt"))
        withdraw(held, page.id, reason="taken back", by="A", at="2024-05-02T00:00:00Z")
        (review,) = (r for r in held.reviews() if r.subject_kind == "name")
        assert review.state == "needs_another_look"
        assert "Valley Bureau" in review.sentence
        assert list(verify(held)) == []
