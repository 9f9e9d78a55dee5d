"""A record in lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, cast

from harmledger.cli.decided_rows import correction_lines
from harmledger.cli.kin import family_lines
from harmledger.cli.report import many
from harmledger.cli.subjects import figure_lines, incident_lines, toll_lines
from harmledger.cli.words import short
from harmledger.decisions import decided_words
from harmledger.ledger import KINDS, Book, Record
from harmledger.pipeline import marked_sentence
from harmledger.records import Claim, Correction, Family, Figure, Incident, Text, Toll
from harmledger.wording import range_words

__all__ = ["readable"]

_SKIPPED: dict[type[Record], set[str]] = {Text: {"text", "blocks"}}


def readable(book: Book, record: Record) -> Iterator[str]:
    """The record's name, what matters most of it in words, then every field that is known."""
    kind = next(kind for kind in KINDS if isinstance(record, kind.record))
    yield f"{kind.record.__name__} {record.id}"
    told = _in_words(book, record)
    if told is not None:
        # What is said in words is not said again field by field; --json has every field.
        yield from told
        yield from _decided(book, record)
        return
    if isinstance(record, Claim):
        yield from _claim(book, record)
    skipped = _SKIPPED.get(type(record), set())
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name != "id" and field.name not in skipped:
            yield from _field(field.name, value, "  ")
    if isinstance(record, Text):
        yield from _text(book, record)
    else:
        yield from _decided(book, record)


def _in_words(book: Book, record: Record) -> Iterator[str] | None:
    if isinstance(record, Incident):
        return incident_lines(book, record)
    if isinstance(record, Family):
        return family_lines(book, record)
    if isinstance(record, Toll):
        return toll_lines(book, record)
    if isinstance(record, Correction):
        return correction_lines(record)
    return figure_lines(book, record) if isinstance(record, Figure) else None


def _decided(book: Book, record: Record) -> Iterator[str]:
    """What people decided about the record."""
    about = [r for r in book.reviews() if record.id in {r.subject, *r.current}]
    for number, review in enumerate(about):
        if number == 0:
            yield "  people decided:"
        yield f"  - {decided_words(review)}"


def _claim(book: Book, claim: Claim) -> Iterator[str]:
    text = cast("Text | None", book.one("texts", claim.text_id))
    yield ""
    if text is None:
        yield "  (the text of this claim is missing)"
    else:
        yield f"  {marked_sentence(claim, text, '[[', ']]')}"
    who = f"{claim.speaker.name} ({claim.speaker.kind})" if claim.speaker else "the report itself"
    yield (
        f"  read as: {range_words(claim.low, claim.high)} {claim.measure}; counted by: {who}; "
        f"reported by: {claim.reported_by or 'unknown'}"
    )
    if text is not None:
        yield f"  in: {text.title or text.document}, {text.published_at or 'undated'}"
        yield f"  page: {text.page_id}, {book.archive.path(text.page_id)}"
    yield ""


def _text(book: Book, text: Text) -> Iterator[str]:
    for block in text.blocks:
        state = "" if block.kept else f" - dropped: {block.reason}"
        yield ""
        yield f"  [{block.kind}, {block.start} to {block.end}{state}]"
        for line in text.text[block.start : block.end].splitlines():
            yield f"  {line}"
    claims = [one for one in book.children("claims", text.id) if isinstance(one, Claim)]
    yield ""
    yield f"  {many(len(claims), 'claim')} read in it{':' if claims else ''}"
    for claim in sorted(claims, key=lambda one: (one.start, one.end, one.id)):
        who = claim.speaker.name if claim.speaker else "the report itself"
        stance = "" if claim.stance == "asserted" else f", {claim.stance}"
        yield (
            f"    {short(claim.id)}  {range_words(claim.low, claim.high)} {claim.measure} "
            f"(“{_inline(claim.quote)}”{stance}), counted by {_inline(who)}"
        )


def _field(name: str, value: Any, indent: str) -> Iterator[str]:
    if is_dataclass(value):
        yield f"{indent}{name}:"
        for field in fields(value):
            yield from _field(field.name, getattr(value, field.name), indent + "  ")
    elif isinstance(value, tuple):
        if value:
            yield f"{indent}{name}:"
        for item in value:
            yield f"{indent}  - {_inline(item)}"
    else:
        yield f"{indent}{name}: {_inline(value)}"


def _inline(value: Any) -> str:
    if value is None:
        return "none given"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if is_dataclass(value):
        known = ((field.name, getattr(value, field.name)) for field in fields(value))
        return ", ".join(f"{name} {_inline(part)}" for name, part in known if part is not None)
    if isinstance(value, tuple):
        return "; ".join(_inline(item) for item in value) or "none"
    return " ".join(str(value).split())
