"""Two methods side by side, in lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from harmledger.cli.report import many
from harmledger.cli.words import short
from harmledger.records import Assessment, Comparison
from harmledger.wording import kind_words, range_words

__all__ = ["compared_lines", "compared_sums"]

#: Measures that count no people.
_THINGS = frozenset({"aid", "arms", "damaged"})


def compared_lines(first: str, second: str, pairs: Sequence[Comparison]) -> Iterator[str]:
    """Subject by subject: what each method says, and where the numbers differ, the rules why.

    Subjects with another number come first. Where the number is the same, or one method assesses
    no such people, a line says so: the rules are then for JSON Lines, which have all of them.
    """
    width = max(len(first), len(second))
    differing = {pair.subject for pair in pairs if _kind(pair) == _OTHER}
    last = ""
    for pair in sorted(pairs, key=lambda pair: pair.subject not in differing):
        if pair.subject != last:
            if last:
                yield ""
            yield f"{pair.title} ({pair.subject_kind} {short(pair.subject)})"
            last = pair.subject
        people = f", {pair.status.replace('_', ' ')}" if pair.status else ", all people"
        if pair.measure in _THINGS:
            people = ""
        kind = _kind(pair)
        head = f"  {kind_words(pair.measure, pair.unit, pair.phase)}{people}: "
        if kind == _ALONE:
            name, alone = (first, pair.first) if pair.first else (second, pair.second)
            yield f"{head}by {name} alone: {_state(alone)}"
            continue
        if kind != _OTHER:
            yield f"{head}{kind}: {_both(first, second, pair)}"
            continue
        yield f"{head}{kind}"
        for name, one in ((first, pair.first), (second, pair.second)):
            yield f"    {name:<{width}}  {_state(one)}"
        for difference in pair.differences:
            yield (
                f"    {difference.method}, {difference.rule} (in the other method: "
                f"{difference.other}): {difference.sentence}"
            )


def compared_sums(pairs: Sequence[Comparison]) -> str:
    """How many subjects are alike, and in what the others differ."""
    counted = Counter(_kind(pair) for pair in pairs)
    parts = [f"{counted[kind]:,} {kind}" for kind in _KINDS if counted[kind]]
    return f"{many(len(pairs), 'subject')} compared: {', '.join(parts) or 'none'}"


_OTHER = "another number"
_ALONE = "assessed by one alone"
_GRADE = "the same number, another grade"
_ALIKE = "alike"
_KINDS = (_OTHER, _GRADE, _ALIKE, _ALONE)


def _kind(pair: Comparison) -> str:
    one, two = pair.first, pair.second
    if one is None or two is None:
        return _ALONE
    if pair.same:
        return _ALIKE
    return _GRADE if (one.low, one.high) == (two.low, two.high) else _OTHER


def _both(first: str, second: str, pair: Comparison) -> str:
    """The one number of both, with what each grades it."""
    assert pair.first is not None
    assert pair.second is not None
    number = range_words(pair.first.low, pair.first.high)
    grades = _grade(pair.first), _grade(pair.second)
    if grades[0] == grades[1]:
        return f"{number}, {grades[0]}"
    return f"{number}, {grades[0]} by {first} and {grades[1]} by {second}"


def _grade(one: Assessment) -> str:
    return "not graded" if one.grade == "ungraded" else one.grade


def _state(one: Assessment | None) -> str:
    if one is None:
        return "assesses no such people"
    best = f", best {one.best}" if one.best is not None and one.low != one.high else ""
    origins = f"{one.independent_origins} origin{'' if one.independent_origins == 1 else 's'}"
    return f"{range_words(one.low, one.high, one.highest_said)}{best}, {origins}, {_grade(one)}"
