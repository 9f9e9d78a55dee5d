"""The last links of a trace: a claim with its sentence, and the archived page it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from harmledger.figures import inside
from harmledger.ledger import Book
from harmledger.records import Claim, Counter, Page, Text
from harmledger.wording import range_words

__all__ = ["claim_lines", "kind_words", "marked_sentence", "page_lines"]

_SCOPES = {"event": "of one event", "cumulative": "as a running total"}

#: The same of an incident: the sum of its parts, or a figure that leaves open how many it counts.
_OF_INCIDENT = {**_SCOPES, "cumulative": "of several attacks together"}
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


def claim_lines(
    number: int, total: int, claim: Claim, text: Text, counter: Counter | None, subject: str
) -> Iterator[str]:
    """The sentences about claim ``number`` of ``total``; ``counter``: who said it, by all names;
    ``subject``: the kind of what the figure is of."""
    scopes = _OF_INCIDENT if subject == "incident" else _SCOPES
    scope = scopes.get(claim.scope, claim.scope)
    yield (
        f'Claim {number} of {total} is "{claim.quote}", read as '
        f"{range_words(claim.low, claim.high)} {claim.measure}, {claim.stance}, {scope} "
        f"(claim {claim.id})."
    )
    yield f"  The sentence is: {marked_sentence(claim, text)}"
    publisher = claim.reported_by or text.publisher
    by = f", as reported by {publisher}" if publisher else ""
    if claim.speaker:
        yield f"  It was said by {inside(claim.speaker.name)}{kind_words(claim.speaker.kind)}{by}."
        if counter is not None and counter.name != (claim.speaker.canonical or claim.speaker.name):
            yield f"  That is {counter.name}{kind_words(counter.kind)}, under another name."
    elif publisher:
        yield f"  The report itself states it, which {publisher} published."
    else:
        yield "  The report itself states it; its publisher is not known."
    if claim.hedges:
        yield f"  It is said with reserve, in these words: {', '.join(claim.hedges)}."
    if claim.part_of:
        yield f"  It is a stated part of claim {claim.part_of}."


def page_lines(book: Book, page: Page, text: Text) -> Iterator[str]:
    """Where the text stands: title, date, archived file, and whence it was collected."""
    title = f' "{text.title}",' if text.title else ""
    dated = (
        f"dated {text.published_at} ({_DATED.get(text.published_from, text.published_from)})"
        if text.published_at
        else "of unknown date"
    )
    yield (
        f"  It stands in the report{title} {dated}, which the book knows as {text.document} "
        f"(text {text.id})."
    )
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


def kind_words(kind: str) -> str:
    """What kind of source it is, in brackets; nothing where no kind is known."""
    named = {"family": "the report itself", "other": ""}.get(kind, kind.replace("_", " "))
    return f" ({named})" if named else ""
