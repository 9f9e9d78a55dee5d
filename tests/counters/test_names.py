"""Names that are one counter and names that are not: the rows of ``names.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import claim, singles, text, where
from harmledger.counters import entries, find_counters
from harmledger.counters.words import name_words

ROWS = [
    line.strip()
    for line in (Path(__file__).parent / "names.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def keys(names: list[str]) -> list[tuple[str, str]]:
    """The counter of each name, each in a report of its own."""
    texts, claims = [], []
    for number, row in enumerate(names):
        name, _, place = (part.strip() for part in row.partition("@"))
        code, _, town = place.partition(" ")
        report = text("22 killed.", f"report{number}.txt")
        at = where(town, lat=1.0, lon=1.0, country=code) if town else None
        texts.append(report)
        claims.append(claim(22, 22, report, speaker=name, place=at))
    found = find_counters(claims, singles(texts), texts)
    return [found.key(one) for one in claims]


@pytest.mark.parametrize("row", ROWS)
def test_row(row: str) -> None:
    kind, _, rest = row.partition(":")
    names = [name.strip() for name in rest.split("|")]
    assert kind in {"one", "two"}, f"write one: or two: before {row!r}"
    assert len(names) > 1, f"{row!r} needs two names"
    counters = keys(names)
    if kind == "one":
        assert len(set(counters)) == 1, dict(zip(names, counters, strict=True))
    else:
        assert len(set(counters)) == len(names), dict(zip(names, counters, strict=True))


def test_no_two_counters_of_the_vocabulary_have_one_name() -> None:
    names = [(name_words(name), row.id) for row in entries() for name in row.names]
    assert len({words for words, _ in names}) == len({(words, row) for words, row in names})


def test_every_counter_is_found_by_each_of_its_names() -> None:
    from harmledger.counters.known import known

    wrong = [
        (row.id, name)
        for row in entries()
        for name in (*row.names, row.name)
        if getattr(known().meant_by(name_words(name)), "id", None) != row.id
    ]
    assert wrong == []


def test_every_counter_says_who_it_is() -> None:
    assert [row.id for row in entries() if not row.explanation or not row.source] == []
