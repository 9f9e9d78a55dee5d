"""How far two people who marked the same reports agree.

    python bench/agreement.py [--open]

Claim F1 as the scorer counts it: spans overlap; measure, low and high are equal. The fields are
compared on the claims that both have; a speaker, place or time agrees where the spans overlap or
neither has one. The texts are not needed. ``--open``: the second marks of open reports
(``bench/open/second.jsonl``) beside the first, also those that both hold for sure, where a mark in
doubt of the one is neither for nor against the other.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from gold import CLAIMS, OPEN

FOLDER = CLAIMS.parent
TERMS = ("status", "scope", "modality", "qualifier")
SPANS = ("speaker", "place", "when")


def _agree(first: list[int] | None, second: list[int] | None) -> bool:
    if first is None or second is None:
        return first is second
    return first[0] < second[1] and second[0] < first[1]


def _pairs(
    first: list[dict[str, Any]], second: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Claims that both have, each used once."""
    free = list(second)
    found = []
    for one in first:
        for other in free:
            same = all(one[name] == other[name] for name in ("measure", "low", "high"))
            if same and one["start"] < other["end"] and other["start"] < one["end"]:
                found.append((one, other))
                free.remove(other)
                break
    return found


def _compared(name: str, sides: list[tuple[list[dict[str, Any]], list[dict[str, Any]]]]) -> str:
    counts: Counter[str] = Counter()
    for one, other in sides:
        counts["a"] += len(one)
        counts["b"] += len(other)
        for first, second in _pairs(one, other):
            counts["both"] += 1
            counts.update(field for field in TERMS if first[field] == second[field])
            counts.update(field for field in SPANS if _agree(first[field], second[field]))
    both = counts["both"]
    fields = ", ".join(f"{field} {counts[field] / both:.3f}" for field in (*TERMS, *SPANS))
    f1 = 2 * both / (counts["a"] + counts["b"])
    return f"{name}: claims {counts['a']} and {counts['b']}, F1 {f1:.3f}; {fields}"


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def _without_doubt(
    first: list[dict[str, Any]], second: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The sure marks of each, without those that the other has in doubt at the same place."""

    def sure(own: list[dict[str, Any]], their: list[dict[str, Any]]) -> list[dict[str, Any]]:
        doubts = [d for d in their if not d["sure"]]
        return [
            mark
            for mark in own
            if mark["sure"]
            and not any(d["start"] < mark["end"] and mark["start"] < d["end"] for d in doubts)
        ]

    return sure(first, second), sure(second, first)


def main() -> None:
    """One line for each half and one for both; or for the open reports."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--open", action="store_true")
    if parser.parse_args().open:
        firsts = {row["id"]: row["claims"] for row in _rows(OPEN / "claims.jsonl")}
        pairs = [(firsts[row["id"]], row["claims"]) for row in _rows(OPEN / "second.jsonl")]
        print(_compared(f"open ({len(pairs)} reports)", pairs))
        print(_compared("without those in doubt", [_without_doubt(*pair) for pair in pairs]))
        return
    sides = zip(*(_rows(FOLDER / f"annotator_{name}.jsonl") for name in "ab"), strict=True)
    both = [(one["half"], (one["claims"], other["claims"])) for one, other in sides]
    for half in ("develop", "check", None):
        print(_compared(half or "all", [pair for own, pair in both if half in (None, own)]))


if __name__ == "__main__":
    main()
