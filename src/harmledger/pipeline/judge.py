"""Decisions about claims, assessments and figures: approved, rejected, or set by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from harmledger.decisions import (
    CLAIM_FIELDS,
    COUNTS,
    FIGURE_FIELDS,
    UNKNOWN,
    about,
    as_edited,
    as_set,
    assessment_seen,
    checked,
    claim_seen,
    claims_edit,
    figure_seen,
)
from harmledger.errors import NotFound, UsageProblem
from harmledger.ledger import Book, Record, range_words
from harmledger.pipeline.recording import Decided, record
from harmledger.pipeline.watch import Watcher
from harmledger.records import Assessment, Claim, Decision, Edit, Figure, Incident, Toll

__all__ = ["VERDICTS", "judge"]

#: What can be decided about a claim, an assessment or a figure.
VERDICTS = ("approve", "reject", "edit")

_KINDS = {Claim: "claim", Assessment: "assessment", Figure: "figure"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    """What is judged: its kind, what the person sees, and how it is found again."""

    kind: str
    id: str
    seen: str
    about: str
    edits: tuple[Edit, ...] = ()


def judge(
    book: Book,
    subject: str,
    verdict: str,
    *,
    by: str,
    at: str,
    reason: str = "",
    values: Sequence[str] = (),
    progress: Watcher | None = None,
) -> Decided:
    """Approve, reject or edit a claim, an assessment or a figure.

    ``subject``: its id or the beginning of it. ``values``: ``FIELD=VALUE`` for an edit. What an
    earlier decision had set stays set unless ``values`` or a rejection replaces it. ``at``: UTC,
    ISO 8601. Errors: NotFound; UsageProblem for a field or value that cannot be set.
    """
    try:
        held = book.get(subject)
    except NotFound as error:
        raise _moved_on(book, subject, error) from error
    if not isinstance(held, Claim | Assessment | Figure):
        raise UsageProblem(_not_judged(subject, held), hint=_HINT)
    kind = _KINDS[type(held)]
    reviews = {review.decision: review for review in book.reviews()}
    now = {one: review.current[0] for one, review in reviews.items() if review.current}
    standing = about(book.decisions(), kind)
    earlier = next((d for d in standing if held.id in {d.subject, now.get(d.id)}), None)
    last = reviews.get(earlier.id) if earlier else None
    counts = last is not None and last.state == COUNTS
    kept = earlier if counts else None
    one = _claim(held, book) if isinstance(held, Claim) else _figure(held, book, kept)
    new = checked(values, CLAIM_FIELDS if kind == "claim" else FIGURE_FIELDS, f"a {kind}")
    if kind == "assessment" and "statement" in as_set(new):
        raise UsageProblem(
            "an assessment has no statement", hint="edit the statement of its figure"
        )
    if bool(new) is not (verdict == "edit"):
        needs = "needs a value: --set low=22" if verdict == "edit" else "takes no --set"
        raise UsageProblem(f"--verdict {verdict} {needs}")
    fields = {**(as_set(kept.edits) if kept and verdict != "reject" else {}), **as_set(new)}
    if isinstance(held, Claim):
        fields = _sound_claim(book, held, fields)
    else:
        _sound_figure(held, fields)
    decision = Decision(
        id="",
        subject=one.id,
        subject_kind=one.kind,
        seen=one.seen,
        verdict=verdict,
        edits=(*one.edits, *(Edit(name=f"set:{name}", value=fields[name]) for name in fields)),
        reason=reason,
        by=by,
        at=at,
        supersedes=earlier.id if earlier else None,
    )
    return record(book, decision, one.about, progress)


_HINT = "approve, reject and edit take the id of a claim, an assessment or a figure"


def _moved_on(book: Book, subject: str, error: NotFound) -> NotFound:
    """The error, with the id under which a figure lives on that a decision has moved."""
    last: str | None = None
    for correction in book.corrections():
        for one in correction.moved:
            wanted = last or subject.strip().lower()
            if one.before and one.after and one.before.figure.startswith(wanted):
                last = one.after.figure
    if last is None or book.one("figures", last) is None:
        return error
    return NotFound(f"{subject}: this figure was moved by a decision", hint=f"it is now {last}")


def _not_judged(subject: str, held: Record) -> str:
    name = type(held).__name__.lower()
    return f"{subject}: this is the id of a{'n' if name[0] in 'aeiou' else ''} {name}"


def _claim(claim: Claim, book: Book) -> _Subject:
    said = f"{range_words(claim.low, claim.high)} {claim.measure}"
    return _Subject(
        kind="claim", id=claim.id, seen=claim_seen(claim), about=f"{said}, in {claim.document}"
    )


def _figure(held: Assessment | Figure, book: Book, kept: Decision | None) -> _Subject:
    found = held if isinstance(held, Assessment) else book.one("assessments", held.assessment)
    if found is None:
        raise NotFound(f"{held.id}: its assessment is missing", hint="`harmledger verify BOOK`")
    assessment = cast("Assessment", found)
    group = cast(
        "Incident | Toll | None",
        book.one(f"{assessment.subject_kind}s", assessment.subject),
    )
    if kept is not None:
        # It still counts, so what was seen then is what there would be without it.
        seen = kept.seen
    elif isinstance(held, Figure):
        seen = figure_seen(held, assessment)
    else:
        seen = assessment_seen(held)
    words = held.statement if isinstance(held, Figure) else f"{held.measure} in {held.subject}"
    return _Subject(
        kind=_KINDS[type(held)],
        id=held.id,
        seen=seen,
        about=words,
        edits=(
            Edit(name="assessment", value=assessment.id),
            Edit(name="group", value=assessment.subject),
            Edit(name="measure", value=assessment.measure),
            Edit(name="unit", value=assessment.unit or ""),
            Edit(name="status", value=assessment.status or ""),
            Edit(name="claims", value=claims_edit(group.claims if group else assessment.claims)),
        ),
    )


def _sound_claim(book: Book, claim: Claim, fields: Mapping[str, str]) -> dict[str, str]:
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
            hint="set both, such as --set low=20 --set high=22",
        )
    if "speaker_kind" in made and edited.speaker is None:
        raise UsageProblem(
            "speaker_kind: the claim has no speaker", hint="set it too: --set speaker=NAME"
        )
    return made


def _sound_figure(held: Assessment | Figure, fields: Mapping[str, str]) -> None:
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
            hint="set both, such as --set low=20 --set high=22",
        )
    best = fields.get("best", UNKNOWN)
    if best == UNKNOWN:
        return
    if (low is not None and int(best) < low) or (high is not None and int(best) > high):
        raise UsageProblem(f"best {best} would lie outside {range_words(low, high)}")
