"""A figure's way back: assessment, claims, sentences, texts, archived pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from harmledger.counters import RESTS
from harmledger.decisions import changes_words, decided_words
from harmledger.errors import NotFound
from harmledger.ledger import Book
from harmledger.pipeline.finding import find_record
from harmledger.pipeline.trace_links import claim_lines, kind_words, page_lines
from harmledger.records import (
    Assessment,
    Claim,
    Figure,
    Incident,
    Page,
    Review,
    Text,
    Toll,
)
from harmledger.wording import listed, range_words

__all__ = ["trace"]

#: Figures that are named for a claim before the rest is counted.
_FIGURES = 4
#: Claims that a rule's line numbers before it counts the rest.
_NAMED = 12


def trace(book: Book, figure_id: str) -> Iterator[str]:
    """The chain of a figure in sentences, one a line; lines of detail are indented.

    ``figure_id`` may be the beginning of the id. Errors: NotFound.
    """
    figure = _figure(book, figure_id)
    yield f"Figure {figure.id} ({figure.status}): {figure.statement}"
    unit = f", counted in {figure.unit}" if figure.unit else ""
    unit += f", {figure.phase.replace('_', ' ')}" if figure.phase else ""
    yield (
        f"The figure is {range_words(figure.low, figure.high, figure.highest_said)} "
        f"({figure.measure}{unit}), graded "
        f"{figure.grade} by the method {figure.method}. Behind it "
        f"{'stands' if len(figure.trace) == 1 else 'stand'} "
        f"{_count(len(figure.trace), 'claim')} in "
        f"{_count(len({link.text_id for link in figure.trace}), 'report')}; those that set it come "
        f"from {_count(figure.independent_origins, 'independent origin')}."
    )
    numbers = {link.claim_id: number for number, link in enumerate(figure.trace, start=1)}
    for edge in figure.edges:
        own = [numbers[one] for one in edge.claims if one in numbers]
        where = f"the sentence of claim {listed([str(one) for one in own], most=_NAMED)} below"
        yield f"To look at first: {where}, on which alone the {edge.bound}, {edge.value:,}, rests."
    assessment = cast("Assessment | None", book.one("assessments", figure.assessment))
    if assessment is not None:
        yield from _reasons(figure, assessment, numbers)
    yield from _decisions(book, figure)
    reviews = {r.subject: r for r in book.reviews() if r.subject_kind == "claim" and r.counts}
    counters = {claim: counter for counter in book.counters() for claim in counter.claims}
    for number, evidence in enumerate(figure.trace, start=1):
        yield ""
        claim = cast("Claim | None", book.one("claims", evidence.claim_id))
        text = cast("Text | None", book.one("texts", evidence.text_id))
        page = cast("Page | None", book.one("pages", evidence.page_id))
        if claim is None or text is None or page is None:
            yield f"Claim {number} of {len(figure.trace)}: {evidence.claim_id} is missing."
            continue
        yield from claim_lines(
            number,
            len(figure.trace),
            claim,
            text,
            counters.get(claim.id),
            figure.subject_kind,
        )
        if claim.id in reviews:
            yield f"  {_reviewed(reviews[claim.id])}"
        yield from page_lines(book, page, text)


def _figure(book: Book, figure_id: str) -> Figure:
    """The figure, also by the id it had before a decision; NotFound, which for a claim, an incident
    or a report says which figures are meant."""
    try:
        return cast("Figure", book.get(figure_id, kind="figures"))
    except NotFound as error:
        try:
            held = find_record(book, figure_id)
        except NotFound as other:
            raise other from None
        if isinstance(held, Figure):
            return held
        if isinstance(held, Claim):
            having = (f for f in book.figures() if held.id in {e.claim_id for e in f.trace})
            where = listed([f.id[:12] for f in having], most=_FIGURES)
            error.hint += f"; it stands in figure {where}" if where else "; no figure has it"
        if isinstance(held, Text):
            behind = (f for f in book.figures() if held.id in {e.text_id for e in f.trace})
            where = listed([f"{f.id[:12]} ({f.measure})" for f in behind], most=_FIGURES)
            error.message = f"{figure_id} is a report, and `trace` wants a figure"
            error.hint = f"it stands behind: {where}" if where else "it is behind no figure"
        if isinstance(held, Incident | Toll):
            of_it = (f for f in book.figures() if f.subject == held.id)
            where = listed([f"{f.id[:12]} ({f.measure})" for f in of_it], most=_FIGURES)
            name = type(held).__name__.lower()
            error.hint = f"figures of this {name}: {where}" if where else "it has no figure"
        raise


def _reasons(figure: Figure, assessment: Assessment, numbers: Mapping[str, int]) -> Iterator[str]:
    """``numbers``: by id of a claim its place in the trace."""
    names = "; ".join(f"{origin.name}{kind_words(origin.kind)}" for origin in assessment.origins)
    yield f"These counted, each an origin of its own: {names}." if names else "Nobody is named."
    for origin in assessment.origins:
        for named in origin.names:
            if named.rule == "as_named" and named.name == origin.name:
                continue  # Nothing was taken for anything.
            documents = ", ".join(named.documents)
            called = f"{origin.name} is called “{named.name}” in {documents}"
            if named.rule == RESTS:
                called = f"What “{named.name}” says in {documents} is the count of {origin.name}"
            yield f"  {called}. {named.why}"
    made = range_words(assessment.low, assessment.high, assessment.highest_said)
    own = (assessment.low, assessment.high) == (figure.low, figure.high)
    yield (
        f"The method {assessment.method} came to {made} by these rules (assessment "
        f"{assessment.id}){'' if own else '; a person set another figure, as told below'}."
    )
    for reason in assessment.reasons:
        yield f"  Rule {reason.rule}: {reason.sentence}{_concerned(reason.claims, numbers)}"


def _concerned(claims: Sequence[str], numbers: Mapping[str, int]) -> str:
    """Which claims of the trace a rule fired on."""
    known = sorted({numbers[one] for one in claims if one in numbers})
    if not known:
        return ""
    words = listed([str(number) for number in known], most=_NAMED)
    return f" This is about claim{'s' * (len(known) > 1)} {words} below."


def _decisions(book: Book, figure: Figure) -> Iterator[str]:
    """What people decided that bears on the figure; nothing where nobody decided anything."""
    own = set(figure.decisions)
    found = [r for r in book.reviews() if r.decision in own or figure.id in r.current]
    for number, review in enumerate(found):
        if number == 0:
            yield "People decided:"
        yield f"  {decided_words(review)}"


def _reviewed(review: Review) -> str:
    if not review.changes:
        return f"Checked by {review.by}: it counts as it was read."
    return f"Set by {review.by}: {changes_words(review)}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
