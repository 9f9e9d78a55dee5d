"""Kinds as Arrow tables."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from builders import claim, kunduz, text, when
from harmledger.errors import HarmledgerError
from harmledger.ledger import KINDS, Book, Kind

TEXT = text("At least 12 people were killed.", "a.html")


def test_nested_records_become_structs_and_unknown_stays_unknown(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    made = claim(12, None, TEXT, date=when("2015-10-03"), place=kunduz(), hedges=("reportedly",))
    with Book(tmp_path, create=True) as book:
        with book.writer.transaction():
            book.writer.put("claims", [made])
        table = book.to_arrow("claims")
    (row,) = table.to_pylist()
    assert table.column_names[:2] == ["document", "id"]
    assert (row["low"], row["high"]) == (12, None)
    assert row["when"]["start"] == "2015-10-03"
    assert row["where"]["lat"] == pytest.approx(36.73)
    assert row["speaker"] is None
    assert row["hedges"] == ["reportedly"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_empty_kind_has_its_schema_too(kind: Kind, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    with Book(tmp_path, create=True) as book:
        table = book.to_arrow(kind.name)
    assert table.num_rows == 0
    assert "id" in table.column_names


def test_without_pyarrow_the_way_to_get_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with Book(tmp_path, create=True) as book, pytest.raises(HarmledgerError) as caught:
        book.to_arrow("claims")
    assert "harmledger[arrow]" in caught.value.hint
