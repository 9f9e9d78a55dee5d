"""No cell is a formula, and no cell loses what it said."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.exports import restore_cell, safe_cell

#: Text made mostly of what is dangerous, so that the laws are tried where it matters.
HOSTILE = st.text(
    st.sampled_from("=+-@'\"\t\r\n ,;\u200b\ufeff\u00a0＝＋－＠﹦﹢﹣﹫aZ1(|"), max_size=8
)


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://evil.example","12")',
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\tplain",
        "\rplain",
        "  =1+1",
        "\u00a0=1+1",
        "\u3000=1+1",
        "\ufeff=1+1",
        "\u200b=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "﹦1+1",
        "'=1+1",
        "-2015",
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "12 killed",
        "more than 30,000",
        "a=b",
        "1+1",
        "O'Brien",
        "'Ali' was killed",
        "2015-10-03",
        "—",
        "–3",
    ],
)
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


@settings(max_examples=300)
@given(st.one_of(HOSTILE, st.text(max_size=20)))
def test_law_no_cell_begins_as_a_formula_and_each_comes_back(text: str) -> None:
    cell = safe_cell(text)
    assert restore_cell(cell) == text
    seen = cell.lstrip()
    assert cell[:1] not in {"\t", "\r", "\n"}
    assert unicodedata.normalize("NFKC", seen[:1])[:1] not in {"=", "+", "-", "@"}


@settings(max_examples=100)
@given(HOSTILE)
def test_law_being_safe_twice_is_undone_twice(text: str) -> None:
    assert restore_cell(restore_cell(safe_cell(safe_cell(text)))) == text
