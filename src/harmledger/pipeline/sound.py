"""Whether what a person sets makes sense together, before it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from harmledger.decisions import UNKNOWN, as_edited
from harmledger.errors import UsageProblem
from harmledger.ledger import Book
from harmledger.pipeline.assessing import method_named
from harmledger.records import Assessment, Claim, Figure
from harmledger.wording import range_words

__all__ = ["sound_claim", "sound_figure"]


def sound_claim(book: Book, claim: Claim, fields: Mapping[str, str]) -> dict[str, str]:
    """The fields with ids written out; UsageProblem where the claim would make no sense."""
    made = dict(fields)
    whole = made.get("part_of", UNKNOWN)
    if whole != UNKNOWN:
        made["part_of"] = book.get(whole, kind="claims").id
        if made["part_of"] == claim.id:
            raise UsageProblem("part_of: a claim is no part of itself")
    edited = as_edited(claim, made, tuple(book.claims()) if made else ())
    if edited.low is not None and edited.high is not None and edited.low > edited.high:
        raise UsageProblem(
            f"low {edited.low} would be above high {edited.high}",
            hint="set both, such as `low=20` `high=22`",
        )
    if "speaker_kind" in made and edited.speaker is None:
        raise UsageProblem(
            "speaker_kind: the claim has no speaker", hint="set it too: `speaker=NAME`"
        )
    return made


def sound_figure(book: Book, held: Assessment | Figure, fields: Mapping[str, str]) -> None:
    """UsageProblem where bounds or the best value contradict each other, or where the method of
    the figure has no such grade."""
    graded = fields.get("grade")
    rules = method_named(book, held.method) if graded is not None else None
    if rules is not None and graded not in {one.grade for one in rules.grades}:
        grades = dict.fromkeys(one.grade for one in rules.grades)
        raise UsageProblem(
            f"grade={graded}: {rules.id} gives no such grade",
            hint=f"it gives: {', '.join(grades)}",
        )
    numbers = {
        name: (None if fields[name] == UNKNOWN else int(fields[name]))
        if name in fields
        else cast("int | None", getattr(held, name))
        for name in ("low", "high")
    }
    low, high = numbers["low"], numbers["high"]
    if low is not None and high is not None and low > high:
        raise UsageProblem(
            f"low {low} would be above high {high}",
            hint="set both, such as `low=20` `high=22`",
        )
    best = fields.get("best", UNKNOWN)
    if best == UNKNOWN:
        return
    if (low is not None and int(best) < low) or (high is not None and int(best) > high):
        raise UsageProblem(f"best {best} would lie outside {range_words(low, high)}")
