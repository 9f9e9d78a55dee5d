"""Two methods side by side, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from harmledger.cli.words import short
from harmledger.ledger import range_words
from harmledger.records import Assessment, Comparison

__all__ = ["compared_lines"]


def compared_lines(first: str, second: str, pairs: Sequence[Comparison]) -> Iterator[str]:
    """Subject by subject: what each method says, and the rules that differ."""
    width = max(len(first), len(second))
    last = ""
    for pair in pairs:
        if pair.subject != last:
            if last:
                yield ""
            yield f"{pair.title} ({pair.subject_kind} {short(pair.subject)})"
            last = pair.subject
        people = f", {pair.status.replace('_', ' ')}" if pair.status else ", all people"
        unit = f", {pair.unit}" if pair.unit not in {None, "people"} else ""
        yield f"  {pair.measure}{people}{unit}{': alike' if pair.same else ''}"
        for name, one in ((first, pair.first), (second, pair.second)):
            yield f"    {name:<{width}}  {_state(one)}"
        if pair.same:
            continue
        for difference in pair.differences:
            yield (
                f"    {difference.method}, {difference.rule} (in the other method: "
                f"{difference.other}): {difference.sentence}"
            )


def _state(one: Assessment | None) -> str:
    if one is None:
        return "assesses no such people"
    best = f", best {one.best}" if one.best is not None and one.low != one.high else ""
    origins = f"{one.independent_origins} origin{'' if one.independent_origins == 1 else 's'}"
    grade = "not graded" if one.grade == "ungraded" else one.grade
    return f"{range_words(one.low, one.high)}{best}, {origins}, {grade}"
