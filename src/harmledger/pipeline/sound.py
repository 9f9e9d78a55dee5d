"""Whether what a person sets makes sense together, before it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from harmledger.decisions import UNKNOWN, as_edited, changes_between
from harmledger.errors import UsageProblem
from harmledger.ledger import Book
from harmledger.pipeline.assessing import method_named
from harmledger.records import Assessment, Claim, Figure
from harmledger.wording import range_words

__all__ = ["sound_claim", "sound_figure"]


def sound_claim(
    book: Book, claim: Claim, before: Mapping[str, str], new: Mapping[str, str], *, back: bool
) -> dict[str, str]:
    """All fields that are set (``before`` and ``new``), with ids written out.

    ``back``: it was rejected and counts again. UsageProblem where the claim would make no sense,
    or where nothing would change.
    """
    made = {**before, **new}
    if new.get("speaker") == UNKNOWN and "speaker_kind" not in new:
        made.pop("speaker_kind", None)  # it was that of a speaker who is gone
    whole = made.get("part_of", UNKNOWN)
    if whole != UNKNOWN:
        made["part_of"] = book.get(whole, kind="claims").id
        if made["part_of"] == claim.id:
            raise UsageProblem("part_of: a claim is no part of itself")
    known = tuple(book.claims()) if made else ()
    edited = as_edited(claim, made, known)
    if edited.low is not None and edited.high is not None and edited.low > edited.high:
        raise UsageProblem(
            f"low {edited.low} would be above high {edited.high}",
            hint="set both, such as `low=20` `high=22`",
        )
    if "speaker_kind" in made and edited.speaker is None:
        raise UsageProblem(
            "speaker_kind: the claim has no speaker", hint="set it too: `speaker=NAME`"
        )
    if new and not back and not changes_between(as_edited(claim, before, known), edited):
        hint = "`show` prints the claim as it was read, and what a person set on it"
        if "place" in new:
            hint = "name the larger place, too, where several are called so: `place=Tyre, Lebanon`"
        raise _nothing_new(new, hint)
    return made


def _nothing_new(new: Mapping[str, str], hint: str) -> UsageProblem:
    said = ", ".join(f"{field}={value}" for field, value in new.items())
    return UsageProblem(f"{said}: nothing would change, it says so already", hint=hint)


def sound_figure(
    book: Book,
    held: Assessment | Figure,
    before: Mapping[str, str],
    new: Mapping[str, str],
    *,
    back: bool,
) -> dict[str, str]:
    """All fields that are set (``before`` and ``new``); ``back``: it was withdrawn by a person.

    UsageProblem where bounds or the best value contradict each other, where the method of the
    figure has no such grade, or where nothing new would change.
    """
    fields = {**before, **new}
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
    if best != UNKNOWN and (
        (low is not None and int(best) < low) or (high is not None and int(best) > high)
    ):
        raise UsageProblem(f"best {best} would lie outside {range_words(low, high)}")
    stands = {name: getattr(held, name) for name in new}
    if new and not back and all(_written(stands[name]) == value for name, value in new.items()):
        raise _nothing_new(new, "`show` prints the figure as it stands")
    return fields


def _written(value: object) -> str:
    return UNKNOWN if value is None else str(value)
