"""What a book keeps spares work: what follows from it is the same as without."""

from __future__ import annotations

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
from harmledger.decisions import claim_seen
from harmledger.families import Verdicts
from harmledger.kept import Kept, in_memory
from harmledger.pipeline import derive, run, verify
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
    "Since January 2015 the Hill Office has counted 310 civilians killed in Kunduz.",
    "The Valley Bureau has counted 290 civilians killed in Kunduz since January 2015.",
)
COUNT = len(BODIES)


@cache
def material() -> tuple[tuple[Text, ...], tuple[Claim, ...]]:
    texts = tuple(text(body, f"r{n}", published_at="2015-10-05") for n, body in enumerate(BODIES))
    return texts, tuple(claim for _, claims in read_claims(texts) for claim in claims)


def decision(at: int, kind: str, minute: int) -> Decision:
    """A page withdrawn, or a claim rejected or given another figure."""
    texts, claims = material()
    claim = claims[at % len(claims)]
    page = texts[at % len(texts)].page_id
    made = Decision(
        id="",
        subject=page if kind == "withdraw" else claim.id,
        subject_kind="page" if kind == "withdraw" else "claim",
        seen=page if kind == "withdraw" else claim_seen(claim),
        verdict=kind,
        reason="a better source",
        by="A. Reader",
        at=f"2024-05-01T10:{minute:02d}:00Z",
        edits=(Edit(name="low", value="1"),) if kind == "edit" else (),
    )
    return replace(made, id=made.hashed)


steps = st.lists(
    st.tuples(
        st.sets(st.integers(0, COUNT - 1), min_size=1),
        st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["withdraw", "reject", "edit"]))),
        st.sampled_from(["airwars", "ibc", "ucdp"]),
    ),
    min_size=2,
    max_size=4,
)


@given(steps=steps, shuffle=st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_a_book_that_goes_through_any_states_is_as_one_made_from_nothing(
    steps: list[tuple[set[int], list[tuple[int, str]], str]], shuffle: object
) -> None:
    texts, claims = material()
    held: dict[tuple[str, bytes], bytes] = {}
    verdicts: str | None = None
    for present, decided, method in steps:
        own = [texts[n] for n in present]
        ids = {one.id for one in own}
        said = [claim for claim in claims if claim.text_id in ids]
        decisions = [decision(at, kind, n) for n, (at, kind) in enumerate(decided)]
        fresh, known = Kept(code="c"), Kept(in_memory(held), "c")
        expected = derive(own, said, method, decisions=decisions, kept=fresh)
        assert derive(own, said, method, decisions=decisions) == expected
        shuffle.shuffle(own)  # type: ignore[attr-defined]
        shuffle.shuffle(said)  # type: ignore[attr-defined]
        spared = Verdicts.read(verdicts, "c")
        found = derive(own, said, method, None, "", decisions, spared, known)
        assert found == expected
        assert known.asked == fresh.asked
        verdicts = spared.written("c")
        held = {
            key: value
            for key, value in {**held, **known.new}.items()
            if key[1] in known.asked.get(key[0], ())
        }
        assert held == fresh.new


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
    "damage", ["UPDATE kept SET value = x'00'", "UPDATE kept SET value = 'x'", "DELETE FROM kept"]
)
def test_what_is_damaged_is_worked_out_again(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, body in enumerate(BODIES):
        (folder / f"r{number}.txt").write_text(body)
    run(sorted(folder.iterdir())[:-1], tmp_path / "book")
    with sqlite3.connect(tmp_path / "book" / "ledger.db") as ledger:
        ledger.execute(damage)
    run([folder], tmp_path / "book")
    run([folder], tmp_path / "whole")
    assert kept_in(tmp_path / "book") == kept_in(tmp_path / "whole")
    with Book(tmp_path / "book") as book:
        assert list(verify(book)) == []


def kept_in(book: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(book / "ledger.db") as ledger:
        return ledger.execute("SELECT shelf, key, value FROM kept ORDER BY shelf, key").fetchall()
