"""A source falls, and comes back."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import text
from harmledger import Book
from harmledger.claims import read_claims
from harmledger.errors import NotFound, UsageProblem
from harmledger.pipeline import derive, restore, run, verify, withdraw
from harmledger.records import Claim, Decision, Text

AT = "2024-05-01T10:00:00Z"
WHERE = "in an air strike in Kunduz on 3 October 2015"
BODIES = (
    f"The Hill Office said that 22 people were killed {WHERE}.",
    f"The Hill Office said that 22 people were killed {WHERE}. Read more.",
    f"The Valley Bureau said that 30 people, among them 12 soldiers, were killed {WHERE}.",
    f"At least 40 people were killed and dozens injured {WHERE}, the army said.",
    "Since January 2015 the Hill Office has counted 310 civilians killed in Kunduz.",
)
KINDS = ("families", "counters", "incidents", "tolls", "assessments", "figures")


@cache
def material() -> tuple[tuple[Text, ...], tuple[Claim, ...]]:
    texts = tuple(text(body, f"r{n}", published_at="2015-10-05") for n, body in enumerate(BODIES))
    return texts, tuple(claim for _, claims in read_claims(texts) for claim in claims)


def decision(page: str, *, undoes: Decision | None = None, minute: int = 0) -> Decision:
    made = Decision(
        id="",
        subject=page,
        subject_kind="page",
        seen=page,
        verdict="undo" if undoes else "withdraw",
        reason="taken back by its publisher",
        by="A. Reader",
        at=f"2024-05-01T10:{minute:02d}:00Z",
        supersedes=undoes.id if undoes else None,
    )
    return replace(made, id=made.hashed)


@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(0, len(BODIES) - 1)))
def test_without_a_source_the_figures_are_those_of_the_others(gone: set[int]) -> None:
    texts, claims = material()
    decisions = [decision(texts[n].page_id) for n in sorted(gone)]
    found = derive(texts, claims, "airwars", decisions=decisions)
    rest = [one for n, one in enumerate(texts) if n not in gone]
    kept = {one.id for one in rest}
    without = derive(rest, [one for one in claims if one.text_id in kept], "airwars")
    assert [found.of(kind) for kind in KINDS] == [without.of(kind) for kind in KINDS]
    assert all(review.counts for review in found.reviews)
    assert len(found.reviews) == len(gone)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, len(BODIES) - 1), min_size=1, max_size=4, unique=True), st.data())
def test_adding_it_again_gives_exactly_the_former_figures(
    order: list[int], data: st.DataObject
) -> None:
    texts, claims = material()
    before = derive(texts, claims, "airwars")
    fallen = [decision(texts[n].page_id, minute=m) for m, n in enumerate(order)]
    back = data.draw(st.permutations(fallen))
    undone = [decision(one.subject, undoes=one, minute=30 + m) for m, one in enumerate(back)]
    after = derive(texts, claims, "airwars", decisions=[*undone, *fallen])
    assert after == before


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, body in enumerate(BODIES):
        (folder / f"r{number}.txt").write_text(body + "\n", encoding="utf-8")
    run([folder], tmp_path / "book")
    return tmp_path / "book"


def derived(book: Book) -> list[object]:
    return [list(book.records(kind)) for kind in (*KINDS, "reviews")]


def test_in_a_book_every_figure_that_moves_is_listed_and_the_page_stays(made: Path) -> None:
    folder = made.parent / "reports"
    with Book(made, read_only=False) as book:
        before = derived(book)
        page = next(p for p in book.pages() if p.document.endswith("r2.txt"))
        old = {f.id: f for f in book.figures()}
        done = withdraw(book, page.document, at=AT, reason="taken back", by="A. Reader")
        new = {f.id: f for f in book.figures()}
        shown = {one.id for pair in done.changed for one in pair if one is not None}
        # What is not listed says the same as before, whatever its id is now.
        rest = sorted(f.statement for f in old.values() if f.id not in shown)
        assert rest == sorted(f.statement for f in new.values() if f.id not in shown)
        assert any(two is None for _, two in done.changed), "the 12 soldiers are nobody's now"
        (correction,) = book.corrections()
        assert (correction.about, correction.reason) == (page.document, "taken back")
        assert len(correction.moved) == len(done.changed)
        assert book.content(page.id)
        assert [text.id for text in book.children("texts", page.id)]
        assert list(verify(book)) == []
        with pytest.raises(UsageProblem, match=r"withdrawn already, by A\. Reader"):
            withdraw(book, page.id[:10], at=AT, reason="again")
    # Reading it again does not bring it back.
    run([folder], made)
    with Book(made, read_only=False) as book:
        assert derived(book) != before
        again = restore(book, page.id[:12], at=AT, reason="it stands after all")
        assert {f.id for _, f in again.changed if f} <= set(old)
        assert derived(book) == before
        assert len(list(book.corrections())) == 2
        with pytest.raises(UsageProblem, match="is not withdrawn"):
            restore(book, page.document, at=AT, reason="x")
        with pytest.raises(NotFound, match="no page in"):
            withdraw(book, "nothing.txt", at=AT, reason="x")
        assert list(verify(book)) == []
