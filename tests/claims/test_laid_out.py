"""Figures outside sentences: the rows of laid_out.txt, and what holds for any layout."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claim_rows import differences
from harmledger.claims import extract
from harmledger.claims.laid.find import laid_out
from harmledger.records import Block, Text

ROWS = Path(__file__).parent / "laid_out.txt"


def _cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[list[str], list[str]]] = []
    open_text = False
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line.startswith(">"):
            if not open_text:
                cases.append(([], []))
            cases[-1][0].append(line[2:])
            open_text = True
        elif not line.strip() or line.startswith("#"):
            open_text = False
        else:
            cases[-1][1].append(line)
            open_text = False
    return [("\n".join(text), rows) for text, rows in cases]


@pytest.mark.parametrize(("text", "rows"), _cases())
def test_rows(text: str, rows: list[str]) -> None:
    problems = differences(rows, extract(text, published_at="2015-10-05"))
    assert not problems, "\n" + "\n".join(problems)


def test_there_are_rows_with_and_without_claims() -> None:
    assert sum(1 for _, rows in _cases() if rows) > 15
    assert sum(1 for _, rows in _cases() if not rows) > 2


def _figures(content: str) -> list[tuple[str, str, int | None, int | None]]:
    block = Block(kind="body", start=0, end=len(content))
    text = Text(id="t", page_id="p", document="", text=content, blocks=(block,))
    found = laid_out(text).figures
    spans = [(laid.start, laid.end) for laid in found]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    assert all(content[start:end].strip() for start, end in spans)
    return [(content[f.start : f.end], f.measure, f.told.low, f.told.high) for f in found]


CELLS = st.lists(
    st.lists(st.integers(min_value=0, max_value=1_500).map("{:,}".format), min_size=3, max_size=3),
    min_size=1,
    max_size=6,
)


@given(rows=CELLS)
@settings(max_examples=60, deadline=None)
def test_a_table_says_the_same_however_its_columns_are_parted(rows: list[list[str]]) -> None:
    table = [["Town", "Killed", "Wounded", "Missing"], *(["Yala", *row] for row in rows)]
    wide = "\n".join("".join(f"{cell:<12}" for cell in row).rstrip() for row in table)
    tabs = "\n".join("\t".join(row) for row in table)
    bars = "\n".join("| " + " | ".join(row) + " |" for row in table)
    expected = [
        (value, measure, int(value.replace(",", "")), int(value.replace(",", "")))
        for row in rows
        for value, measure in zip(row, ("killed", "injured", "missing"), strict=True)
    ]
    assert _figures(wide) == _figures(tabs) == _figures(bars) == expected


PIECES = st.sampled_from(
    "Killed~Wounded:~12~at least 30~|~\t~   ~\n~\n\n~: ~. ~; later ~k = killed~7 k~, of whom "
    "~children~None~How many died? ~rifles seized~…".split("~")
)


@given(pieces=st.lists(PIECES, max_size=40))
@settings(max_examples=150, deadline=None)
def test_figures_are_apart_and_in_order_in_any_text(pieces: list[str]) -> None:
    _figures(" ".join(pieces))
    _figures("".join(pieces))
