"""Values that a person sets on an assessment, with the reason that says who set them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from harmledger.decisions.fields import UNKNOWN, number
from harmledger.decisions.reviewing import because
from harmledger.records import Assessment, Change, Decision, Reason
from harmledger.wording import figure_words

__all__ = ["RULE", "edited", "said_who_set"]

#: The rule that a reason names where a person decided.
RULE = "decision"

_NUMBERS = ("low", "best", "high")


def edited(
    assessment: Assessment, values: Mapping[str, str], decision: Decision
) -> tuple[Assessment, list[Change]]:
    """The assessment with the values set, and the reason that says who set them."""
    numbers = {
        field: number(values[field]) if field in values else getattr(assessment, field)
        for field in _NUMBERS
    }
    ranged = (numbers["low"], numbers["high"]) != (assessment.low, assessment.high)
    if ranged and "best" not in values:
        # The best value of the method belongs to its own range.
        same = numbers["low"] is not None and numbers["low"] == numbers["high"]
        numbers["best"] = numbers["low"] if same else None
    grade = values.get("grade", assessment.grade)
    new: dict[str, int | str | None] = {**numbers, "grade": grade}
    changes = [
        Change(field=field, was=_shown(getattr(assessment, field)), now=_shown(value))
        for field, value in new.items()
        if getattr(assessment, field) != value
    ]
    if not changes:
        return assessment, changes
    changed = {change.field for change in changes}
    what = "; ".join(f"{c.field} {c.now} (by the method: {c.was})" for c in changes)
    sentence = f"Set by {decision.by}: {what}.{because(decision.reason)}"
    reason = Reason(rule=RULE, sentence=sentence, claims=())
    return (
        replace(
            assessment,
            low=numbers["low"],
            best=numbers["best"],
            high=numbers["high"],
            grade=grade,
            reasons=(*assessment.reasons, reason),
            # What was said of a bound goes with it.
            highest_said=None if "high" in changed or "low" in changed else assessment.highest_said,
            edges=tuple(one for one in assessment.edges if one.bound not in changed),
        ),
        changes,
    )


def said_who_set(words: str, was: Assessment, now: Assessment, by: str) -> str:
    """A sentence made of the values set, with who set them and what the method gives.

    ``was``: by the method; ``now``: as set; ``words`` are made of ``now``.
    """
    grade = f", graded {now.grade}" if now.grade != was.grade else ""
    method = f"{was.method} gives {figure_words(was.low, was.high)}, graded {was.grade}"
    graded = f"graded {now.grade} by {now.method}"
    return words.replace(graded, f"set by {by}{grade}; {method}", 1)


def _shown(value: object) -> str:
    return UNKNOWN if value is None else str(value)
