"""A figure's way back: assessment, claims, sentences, texts, archived pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from harmledger.decisions import changes_words, decided_words
from harmledger.ledger import Book, range_words
from harmledger.records import Assessment, Claim, Counter, Figure, Page, Review, Text

__all__ = ["marked_sentence", "trace"]

_SCOPES = {"event": "of one event", "cumulative": "a running total"}
_DATED = {
    "json-ld": "a date in the page's data",
    "meta": "a date in the page's data",
    "url": "a date in its address",
    "text": "a date in its text",
    "given": "a date given with it",
    "feed": "a date in the feed",
    "pdf": "a date in the PDF's data",
    None: "of unknown origin",
}


def trace(book: Book, figure_id: str) -> Iterator[str]:
    """The chain of a figure in sentences, one a line; lines of detail are indented.

    ``figure_id`` may be the beginning of the id. Errors: NotFound.
    """
    figure = cast("Figure", book.get(figure_id, kind="figures"))
    yield f"Figure {figure.id} ({figure.status}): {figure.statement}"
    unit = f", counted in {figure.unit}" if figure.unit else ""
    yield (
        f"The figure is {range_words(figure.low, figure.high)} ({figure.measure}{unit}), graded "
        f"{figure.grade} by the method {figure.method}, from "
        f"{_count(len(figure.trace), 'claim')} in "
        f"{_count(len({link.text_id for link in figure.trace}), 'report')} of "
        + _count(figure.independent_origins, "independent origin")
        + "."
    )
    assessment = cast("Assessment | None", book.one("assessments", figure.assessment))
    if assessment is not None:
        yield from _reasons(assessment)
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
        yield from _claim(number, len(figure.trace), claim, text, counters.get(claim.id))
        if claim.id in reviews:
            yield f"  {_reviewed(reviews[claim.id])}"
        yield from _page(book, page, text)


def _reasons(assessment: Assessment) -> Iterator[str]:
    names = "; ".join(f"{origin.name} ({origin.kind})" for origin in assessment.origins)
    yield f"Who counted: {names or 'nobody is named'}."
    for origin in assessment.origins:
        for named in origin.names:
            yield f"  {origin.name}: “{named.name}” in {', '.join(named.documents)}. {named.why}"
    yield f"Assessment {assessment.id} was made by {assessment.method}, by these rules:"
    for reason in assessment.reasons:
        claims = ", ".join(reason.claims)
        on = f" Claims: {claims}." if claims else ""
        yield f"  {reason.rule}: {reason.sentence}{on}"


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


def _claim(
    number: int, total: int, claim: Claim, text: Text, counter: Counter | None
) -> Iterator[str]:
    scope = _SCOPES.get(claim.scope, claim.scope)
    yield (
        f'Claim {number} of {total}, {claim.id}: "{claim.quote}", read as '
        f"{range_words(claim.low, claim.high)} {claim.measure} ({claim.stance}; {scope})."
    )
    yield f"  The sentence: {marked_sentence(claim, text)}"
    publisher = claim.reported_by or text.publisher
    by = f", as reported by {publisher}" if publisher else ""
    if claim.speaker:
        yield f"  Said by {claim.speaker.name} ({claim.speaker.kind}){by}."
        if counter is not None and counter.name != (claim.speaker.canonical or claim.speaker.name):
            yield f"  Counted as {counter.name} ({counter.kind})."
    elif publisher:
        yield f"  Stated by the report itself, published by {publisher}."
    else:
        yield "  Stated by the report itself; its publisher is not known."
    if claim.hedges:
        yield f"  With reserve: {', '.join(claim.hedges)}."
    if claim.part_of:
        yield f"  It is a stated part of claim {claim.part_of}."


def _page(book: Book, page: Page, text: Text) -> Iterator[str]:
    title = f' "{text.title}"' if text.title else ""
    dated = (
        f"dated {text.published_at} ({_DATED.get(text.published_from, text.published_from)})"
        if text.published_at
        else "of unknown date"
    )
    yield f"  It stands in text {text.id},{title} {dated}, known as {text.document}."
    path = book.archive.path(page.id)
    yield f"  The page has the SHA-256 {page.id} and is archived in {path}."
    if text.url or page.url:
        yield f"  Its address was {text.url or page.url}."
    places = [location.collected_from for location in book.locations(page.id)]
    if places:
        yield f"  It was collected from {', '.join(places)}."


def marked_sentence(claim: Claim, text: Text, before: str = "[", after: str = "]") -> str:
    """The claim's sentence on one line, the quote between ``before`` and ``after``."""
    parts = (
        text.text[claim.sentence_start : claim.start],
        before,
        text.text[claim.start : claim.end],
        after,
        text.text[claim.end : claim.sentence_end],
    )
    return " ".join("".join(parts).split())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
