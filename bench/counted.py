"""Right, extra and missed claims of a report, and what they come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from harmledger.records import Claim

__all__ = ["counts", "line"]


def counts(claims: Sequence[Claim], answer: dict[str, Any]) -> Counter[str]:
    """Right, extra and missed claims of a report, as the scorer beside the data counts them."""
    used: set[int] = set()
    found: Counter[str] = Counter()
    for mark in answer["claims"]:
        sure = mark.get("sure", True)
        group = "1" if mark["low"] == mark["high"] == 1 else "2"
        over = [
            i
            for i, c in enumerate(claims)
            if i not in used and c.start < mark["end"] and mark["start"] < c.end
        ]
        wanted = (mark["measure"], mark["low"], mark["high"])
        hit = [i for i in over if (claims[i].measure, claims[i].low, claims[i].high) == wanted]
        if hit:
            used.add(hit[0])
            found.update(["right", f"right {group}"] if sure else [])
        elif sure:
            found.update(["missed", f"missed {group}"])
        else:
            used.update(over)
    for i, claim in enumerate(claims):
        if i not in used:
            found.update(["extra", f"extra {'1' if claim.low == claim.high == 1 else '2'}"])
    return found


def line(name: str, total: Counter[str], group: str = "") -> str:
    """Precision, recall and F1 in one line."""
    right, extra, missed = (total[f"{word}{group}"] for word in ("right", "extra", "missed"))
    p, r = right / max(1, right + extra), right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + extra + missed)
    return f"{name}: precision {p:.3f}, recall {r:.3f}, F1 {f1:.3f} (right {right}, extra {extra})"
