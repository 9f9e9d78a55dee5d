"""A source falls: its page stays archived and is marked, and what rested on it is made anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from harmledger.decisions import about
from harmledger.errors import NotFound, UsageProblem
from harmledger.ledger import Book
from harmledger.pipeline.decide import undo
from harmledger.pipeline.recording import Decided, record
from harmledger.pipeline.watch import Watcher
from harmledger.records import Decision, Page

__all__ = ["find_page", "restore", "withdraw"]


def withdraw(
    book: Book, page: str, *, at: str, reason: str, by: str = "", progress: Watcher | None = None
) -> Decided:
    """Take a page out of everything that is counted, with the figures that move.

    ``page``: its id or the beginning of it, the document's name, or its address. Reading the
    same page again does not bring it back; :func:`restore` does. Errors: NotFound;
    UsageProblem where it is withdrawn already.
    """
    found = find_page(book, page)
    if standing := _decision(book, found):
        raise UsageProblem(
            f"{found.document}: this page was withdrawn already, by {standing.by or 'somebody'} "
            f"on {standing.at[:10]}",
            hint=f"bring it back with `restore(book, '{found.id[:12]}')`",
        )
    decision = Decision(
        id="",
        subject=found.id,
        subject_kind="page",
        seen=found.id,
        verdict="withdraw",
        reason=reason,
        by=by,
        at=at,
    )
    return record(book, decision, found.document, progress)


def restore(
    book: Book, page: str, *, at: str, reason: str, by: str = "", progress: Watcher | None = None
) -> Decided:
    """Bring a withdrawn page back: the figures are those that its claims give again."""
    found = find_page(book, page)
    standing = _decision(book, found)
    if standing is None:
        raise UsageProblem(
            f"{found.document}: this page is not withdrawn",
            hint="`book.decisions()` shows what was decided",
        )
    return undo(book, standing.id, by=by, at=at, reason=reason, progress=progress)


def _decision(book: Book, page: Page) -> Decision | None:
    return next((d for d in about(book.decisions(), "page") if d.subject == page.id), None)


def find_page(book: Book, wanted: str) -> Page:
    """The page that is meant; NotFound where none or several are."""
    found = {page.id: page for page in _named(book, wanted)}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        several = ", ".join(f"{page.id[:12]} ({page.document})" for page in found.values())
        raise NotFound(f"{wanted}: several pages are called so: {several}", hint="give the id")
    try:
        return cast("Page", book.get(wanted, kind="pages"))
    except NotFound as error:
        raise NotFound(
            f"{wanted}: no page in {book.path} has this id, name or address",
            hint="`book.pages()` shows them",
        ) from error


def _named(book: Book, wanted: str) -> Iterator[Page]:
    for page in book.pages():
        if wanted in {page.document, page.url}:
            yield page
    for location in book.locations():
        if wanted in {location.document, location.collected_from}:
            found = book.one("pages", location.page_id)
            if isinstance(found, Page):
                yield found
    # A text stands for its page.
    if len(wanted) == 20 and (text := book.one("texts", wanted)) is not None:
        found = book.one("pages", getattr(text, "page_id", ""))
        if isinstance(found, Page):
            yield found
