"""Reports of one event told again and again (``told_again.toml``), read and put together."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from builders import text
from harmledger.claims import read_claims_in
from harmledger.families import find_families
from harmledger.incidents import find_incidents

ROWS = tomllib.loads((Path(__file__).parent / "told_again.toml").read_text("utf-8"))["report"]


@cache
def pairs(number: int) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Of one set the pairs of reports of one event, and those whose main incident is one."""
    own = [row for row in ROWS if row["set"] == number]
    texts = [
        text(row["text"].strip(), f"{at:02} {row['event']}", published_at=row["published"])
        for at, row in enumerate(own)
    ]
    claims = [claim for _, found in read_claims_in(texts, 1) for claim in found]
    home = {
        report.document: one.id
        for one in find_incidents(texts, claims, find_families(texts))
        for report in one.reports
        if report.main
    }
    both = list(combinations(sorted(one.document for one in texts), 2))
    wanted = {(one, two) for one, two in both if one[3:] == two[3:]}
    made = {(one, two) for one, two in both if home.get(one) == home.get(two, "")}
    return wanted, made


@pytest.mark.parametrize(("number", "least"), [(1, 29), (2, 17)])
def test_reports_of_one_event_come_together_and_no_others(number: int, least: int) -> None:
    wanted, made = pairs(number)
    assert made <= wanted
    assert len(made) >= least


def test_two_bombs_in_one_town_years_apart_stay_two() -> None:
    _, made = pairs(1)
    assert not any("dizengoff-1994" in one and "dizengoff-1996" in two for one, two in made)
