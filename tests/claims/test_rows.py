"""Tables of quantities and of sentences: a row for everything the extractor is to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from claim_rows import differences
from harmledger.claims import extract
from harmledger.claims.quantities.grammar import find_quantities

HERE = Path(__file__).parent


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _sentences() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    tables = sorted(path.name for path in HERE.glob("sentences*.txt"))
    for line in (line for table in tables for line in _lines(table)):
        if line.startswith("> "):
            cases.append((line[2:], []))
        else:
            cases[-1][1].append(line)
    return cases


@pytest.mark.parametrize("line", _lines("quantities.txt"))
def test_quantities(line: str) -> None:
    text, _, expected = line.partition("=>")
    text = text.rstrip()
    got = "; ".join(
        f"{text[q.start : q.end]}|{'' if q.low is None else q.low}|"
        f"{'' if q.high is None else q.high}|{q.qualifier}"
        for q in find_quantities(text)
    )
    assert got == expected.strip()


@pytest.mark.parametrize(("sentence", "rows"), _sentences())
def test_sentences(sentence: str, rows: list[str]) -> None:
    claims = extract(sentence, published_at="2015-10-05")
    problems = differences(rows, claims)
    assert not problems, "\n" + "\n".join(problems)


def test_the_table_has_rows_with_and_without_claims() -> None:
    cases = _sentences()
    assert sum(1 for _, rows in cases if rows) > 30
    assert sum(1 for _, rows in cases if not rows) > 5
