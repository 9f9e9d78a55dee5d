"""How far two people who marked the same reports agree.

    python bench/agreement.py

Claim F1 as the scorer counts it: spans overlap; measure, low and high are equal. The fields are
compared on the claims that both have; a speaker, place or time agrees where the spans overlap or
neither has one. The texts are not needed.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "gold"
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


def main() -> None:
    """One line for each half and one for both."""
    sides = [
        [json.loads(line) for line in (FOLDER / f"annotator_{name}.jsonl").open(encoding="utf-8")]
        for name in "ab"
    ]
    for half in ("develop", "check", None):
        counts: Counter[str] = Counter()
        for one, other in zip(*sides, strict=True):
            if half not in (None, one["half"]):
                continue
            counts["a"] += len(one["claims"])
            counts["b"] += len(other["claims"])
            for first, second in _pairs(one["claims"], other["claims"]):
                counts["both"] += 1
                counts.update(name for name in TERMS if first[name] == second[name])
                counts.update(name for name in SPANS if _agree(first[name], second[name]))
        both = counts["both"]
        fields = ", ".join(f"{name} {counts[name] / both:.3f}" for name in (*TERMS, *SPANS))
        f1 = 2 * both / (counts["a"] + counts["b"])
        print(f"{half or 'all'}: claims {counts['a']} and {counts['b']}, F1 {f1:.3f}; {fields}")


if __name__ == "__main__":
    main()
