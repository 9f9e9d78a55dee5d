"""What people decided about claims, among the reasons of the assessments they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from harmledger.decisions.reviewing import because
from harmledger.decisions.setting import RULE
from harmledger.records import Assessment, Claim, Figure, Reason, Review
from harmledger.wording import figure_words

__all__ = ["bearing", "changes_words", "noted_assessments", "noted_figures"]


def changes_words(review: Review) -> str:
    """Low 22 (the program read 20); speaker MSF (the program read unknown)."""
    return "; ".join(f"{c.field} {c.now} (the program read {c.was})" for c in review.changes)


def bearing(
    assessments: Iterable[Assessment], claims: Mapping[str, Claim], reviews: Iterable[Review]
) -> dict[str, list[Review]]:
    """By assessment the decisions about its claims that count.

    A rejected claim bears on the assessments where it would have stood: those with claims of
    its text and measure. ``claims``: all that were read, by id.
    """
    counting = [r for r in reviews if r.counts and r.subject_kind == "claim"]
    by_claim = {r.subject: r for r in counting if r.verdict != "reject"}
    by_text: dict[tuple[str, str], list[Review]] = {}
    for review in counting:
        claim = claims.get(review.subject)
        if claim is not None and review.verdict == "reject":
            by_text.setdefault((claim.text_id, claim.measure), []).append(review)
    found = {}
    for one in assessments if counting else ():
        own = [by_claim[claim] for claim in one.claims if claim in by_claim]
        texts = dict.fromkeys(claims[claim].text_id for claim in one.claims if claim in claims)
        near = [r for text in texts for r in by_text.get((text, one.measure), ())]
        if own or near:
            found[one.id] = [*own, *near]
    return found


def noted_assessments(
    assessments: Iterable[Assessment],
    claims: Mapping[str, Claim],
    bearing: Mapping[str, Sequence[Review]],
) -> Iterator[Assessment]:
    """Assessments with a reason for each decision about their claims."""
    for one in assessments:
        reasons = [_reason(review, claims[review.subject]) for review in bearing.get(one.id, ())]
        yield replace(one, reasons=(*one.reasons, *reasons)) if reasons else one


def _reason(review: Review, claim: Claim) -> Reason:
    figure = f"{figure_words(claim.low, claim.high)} in {claim.document}"
    if review.verdict == "reject":
        sentence = f"Rejected by {review.by}, so not counted: {figure}."
    elif review.changes:
        sentence = f"Set by {review.by} for {figure}: {changes_words(review)}."
    else:
        sentence = f"Checked by {review.by}: {figure}."
    given = because(review.reason)
    return Reason(rule=RULE, sentence=f"{sentence}{given}", claims=(claim.id,))


def noted_figures(
    figures: Iterable[Figure],
    bearing: Mapping[str, Sequence[Review]],
    groups: Mapping[str, tuple[str, ...]],
) -> Iterator[Figure]:
    """Figures with the ids of the decisions about their claims and their incident (``groups``)."""
    for figure in figures:
        own = [review.decision for review in bearing.get(figure.assessment, ())]
        found = tuple(dict.fromkeys((*figure.decisions, *groups.get(figure.subject, ()), *own)))
        yield figure if found == figure.decisions else replace(figure, decisions=found)
