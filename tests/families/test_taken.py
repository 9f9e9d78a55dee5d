"""Texts that say that they were taken from elsewhere join the one report they are likest to."""

from __future__ import annotations

import pytest
from reports import AIRSHIP, FERRY, INDEPENDENT, REWORDED, SPUN

from builders import text
from harmledger.families import find_families
from harmledger.families.taken import join_taken, line_of
from harmledger.families.unions import Unions
from harmledger.families.wordings import collect
from harmledger.records import Text


def together(texts: list[Text]) -> list[list[str]]:
    return sorted(sorted(m.document for m in one.members) for one in find_families(texts))


def test_it_joins_and_the_evidence_says_by_which_line() -> None:
    others = [text(FERRY, "wire"), text(INDEPENDENT, "other"), text(AIRSHIP, "airship")]
    spun = text(SPUN, "site", junk="Source link")
    assert together([*others, spun]) == [["airship"], ["other"], ["site", "wire"]]
    family = next(f for f in find_families([*others, spun]) if len(f.members) > 1)
    assert [(m.document, m.relation) for m in family.members] == [
        ("wire", "original"),
        ("site", "rewrite"),
    ]
    (tie,) = [tie for tie in family.evidence if tie.kind == "link"]
    assert "site says that it was taken from elsewhere (“Source link”)" in tie.sentence
    assert tie.passages


@pytest.mark.parametrize("junk", ["", "Read more", "Smith contributed to this report"])
def test_the_same_words_without_such_a_line_stay_apart(junk: str) -> None:
    assert together([text(FERRY, "wire"), text(SPUN, "site", junk=junk)]) == [["site"], ["wire"]]


def test_a_line_joins_no_independent_report() -> None:
    texts = [text(FERRY, "wire"), text(INDEPENDENT, "other", junk="Original article")]
    assert together(texts) == [["other"], ["wire"]]


def test_copies_of_the_report_are_no_rivals() -> None:
    texts = [text(FERRY, "wire"), text(REWORDED, "b"), text(SPUN, "site", junk="View original")]
    assert together(texts) == [["b", "site", "wire"]]


def test_where_it_was_taken_from_must_not_be_the_text_itself() -> None:
    # The same words stand elsewhere: that one is what it was taken from.
    texts = [text(FERRY, "wire"), text(SPUN, "site", junk="Source link"), text(SPUN, "first")]
    assert together(texts) == [["first", "site"], ["wire"]]


@pytest.mark.parametrize(
    ("weighed", "settled", "expected"),
    [
        # Positions: 0 to 2 are reports, 3 and 4 say that they were taken from elsewhere.
        ({(0, 3): -0.5}, set(), [0, 1, 2, 0, 4]),
        ({(0, 3): -0.8}, set(), [0, 1, 2, 3, 4]),
        ({(0, 3): -0.5, (1, 3): -4.6}, set(), [0, 1, 2, 0, 4]),
        ({(0, 3): -0.5, (1, 3): -4.4}, set(), [0, 1, 2, 3, 4]),
        ({(0, 3): -0.5}, {3}, [0, 1, 2, 3, 4]),
        ({(0, 1): -0.5}, set(), [0, 1, 2, 3, 4]),
        # Texts taken from elsewhere are neither what another was taken from nor its rivals.
        ({(3, 4): -0.5}, set(), [0, 1, 2, 3, 4]),
        ({(0, 3): -0.2, (3, 4): -0.6}, set(), [0, 1, 2, 0, 4]),
        ({(0, 3): 0.1, (0, 4): -0.5}, set(), [0, 1, 2, 0, 0]),
    ],
)
def test_the_bar_and_the_lead(
    weighed: dict[tuple[int, int], float], settled: set[int], expected: list[int]
) -> None:
    bodies = [FERRY, FERRY[:-100], FERRY[:-200], f"{SPUN} Again.", SPUN]
    wordings = collect(
        text(body, str(n), junk="Source link" if n > 2 else "") for n, body in enumerate(bodies)
    )
    assert [w.bearers[0].document for w in wordings] == ["0", "1", "2", "3", "4"]
    groups = Unions(5)
    join_taken(groups, weighed, wordings, settled)
    assert groups.roots() == expected


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("It rained.\nSource link", "Source link"),
        ("It rained. Republished with permission.", "Republished with permission"),
        ("BEIRUT (AP) - It rained.", None),
        ("It rained. With reporting by Smith.", None),
    ],
)
def test_which_lines_say_so(words: str, line: str | None) -> None:
    assert line_of(text(words, "a")) == line
