"""Decisions about assessments and figures: set values, approved, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from harmledger.decisions.fields import as_set
from harmledger.decisions.groups import Groups, seen_claims
from harmledger.decisions.reviewing import review
from harmledger.decisions.seen import assessment_seen, figure_seen
from harmledger.decisions.setting import edited, said_who_set
from harmledger.records import (
    Assessment,
    Change,
    Decision,
    Figure,
    Review,
)
from harmledger.wording import figure_words

__all__ = ["Settled", "settle"]

#: Subject, measure, unit, people and phase.
_Definition = tuple[str, str, str | None, str | None, str | None]

_STATUS = {"approve": "approved", "reject": "withdrawn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Assessments and figures as decisions left them."""

    assessments: tuple[Assessment, ...]
    figures: tuple[Figure, ...]
    reviews: tuple[Review, ...]


def settle(
    assessments: Iterable[Assessment],
    make: Callable[[Sequence[Assessment]], Iterable[Figure]],
    groups: Groups,
    decisions: Iterable[Decision],
) -> Settled:
    """Apply the decisions in force: first those about assessments, then those about figures.

    ``make`` makes figures of assessments. What a person set on an assessment goes into its
    figure; what a person set on a figure stands there alone, beside the assessment as the
    method gives it. Each decision is compared with what there was before those of its kind.
    """
    plain = {assessment.id: assessment for assessment in assessments}
    decisions = list(decisions)
    by_definition = {_definition(one): one.id for one in plain.values()}
    settled = dict(plain)
    reviews = []
    setters: dict[str, str] = {}
    rejected: dict[str, str] = {}
    noted: dict[str, list[str]] = {}
    for decision in decisions:
        if decision.subject_kind != "assessment":
            continue
        found = _meant(decision, plain, by_definition, groups)
        if found is None or assessment_seen(found) != decision.seen:
            reviews.append(_again(decision, found.id if found else None, _since(found)))
            continue
        settled[found.id], changes = edited(found, as_set(decision.edits), decision)
        if changes:
            setters[found.id] = decision.by
        if decision.verdict == "reject":
            rejected[found.id] = decision.id
        noted.setdefault(found.id, []).append(decision.id)
        said = _SAID[decision.verdict, False]
        reviews.append(replace(review(decision, (found.id,), said), changes=tuple(changes)))
    figures = {figure.assessment: figure for figure in make(tuple(settled.values()))}
    for one, by in setters.items():
        if one in figures:
            made = figures[one]
            words = said_who_set(made.statement, plain[one], settled[one], by)
            figures[one] = replace(made, statement=words)
    for decision in decisions:
        if decision.subject_kind != "figure":
            continue
        found = _meant(decision, settled, by_definition, groups)
        figure = figures.get(found.id) if found else None
        if found is None or figure is None or figure_seen(figure, found) != decision.seen:
            since = _since(found, figure)
            reviews.append(_again(decision, figure.id if figure else None, since))
            continue
        figures[found.id], changes = _set_on(figure, found, decision, make)
        noted.setdefault(found.id, []).append(decision.id)
        said = _SAID[decision.verdict, True]
        reviews.append(replace(review(decision, (figure.id,), said), changes=tuple(changes)))
    return Settled(
        assessments=tuple(settled.values()),
        figures=tuple(
            replace(
                figure,
                status="withdrawn" if one in rejected else figure.status,
                decisions=(*figure.decisions, *noted[one]),
            )
            if one in noted
            else figure
            for one, figure in figures.items()
        ),
        reviews=tuple(reviews),
    )


def _again(decision: Decision, current: str | None, why: str) -> Review:
    return review(decision, (current,) if current else (), why, again=True)


def _set_on(
    figure: Figure,
    assessment: Assessment,
    decision: Decision,
    make: Callable[[Sequence[Assessment]], Iterable[Figure]],
) -> tuple[Figure, list[Change]]:
    """The figure as the person wants it; its sentence is made of the values that were set."""
    values = as_set(decision.edits)
    wanted, changes = edited(assessment, values, decision)
    made = next(iter(make((wanted,))), figure) if changes else figure
    words = made.statement
    if changes:
        words = said_who_set(words, assessment, wanted, decision.by)
    words = values.get("statement", words)
    if "statement" in values:
        changes.append(Change(field="statement", was=figure.statement, now=words))
    made = replace(
        figure,
        statement=words,
        low=wanted.low,
        best=wanted.best,
        high=wanted.high,
        grade=wanted.grade,
        highest_said=wanted.highest_said,
        edges=wanted.edges,
        status=_STATUS.get(decision.verdict, figure.status),
    )
    return made, changes


_SAID = {
    ("approve", True): "Approved for publication.",
    ("approve", False): "A person agrees with the assessment; its figure is approved by itself.",
    ("reject", True): "Withdrawn by a person.",
    ("reject", False): "Rejected by a person; its figure is withdrawn.",
    ("edit", True): "Says what the person set; a draft until it is approved.",
    ("edit", False): "Says what the person set, and its figure follows.",
}


def _definition(one: Assessment) -> _Definition:
    return one.subject, one.measure, one.unit, one.status, one.phase


def _meant(
    decision: Decision,
    assessments: Mapping[str, Assessment],
    by_definition: Mapping[_Definition, str],
    groups: Groups,
) -> Assessment | None:
    """The assessment that is meant: the same measure, unit and people of the same group."""
    exact = assessments.get(decision.edit("assessment") or decision.subject)
    if exact is not None:
        return exact
    group = groups.again(decision.edit("group"), seen_claims(decision))
    if group is None:
        return None
    measure, unit, status, phase = (
        decision.edit(key) or None for key in ("measure", "unit", "status", "phase")
    )
    found = by_definition.get((group, measure or "", unit, status, phase))
    return assessments[found] if found else None


def _since(assessment: Assessment | None, figure: Figure | None = None) -> str:
    if figure is not None:
        return f"It has changed since; it now says: {figure.statement}"
    if assessment is None:
        return "No such figure is made of the claims any more."
    figure_now = figure_words(assessment.low, assessment.high)
    return f"It has changed since: now {figure_now}, graded {assessment.grade}."
