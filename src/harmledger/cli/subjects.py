"""An incident, a toll or a figure in lines that a person reads: what it says, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from harmledger.cli.ordering import order_of
from harmledger.cli.report import many
from harmledger.cli.subject_rows import said_words
from harmledger.cli.words import short
from harmledger.ledger import Book
from harmledger.records import Figure, Incident, Report, Text, Toll
from harmledger.wording import kind_words, range_words

__all__ = ["figure_lines", "incident_lines", "toll_lines"]

#: A day; the record may have the hour.
_DAY = 10


def incident_lines(book: Book, one: Incident) -> Iterator[str]:
    """When and where with how well that is known, figures, reports, parts, reasons, proposals."""
    from harmledger.wording import place_in_words, when_in_words

    yield f"  {one.title}"
    if one.when is None:
        yield "  when: not stated"
    else:
        words = when_in_words(one.when) or "not known"
        yield f"  when: {words}, from the words “{one.when.surface}” ({one.when.precision})"
    if one.where is None:
        yield "  where: not stated"
    else:
        known = ", ".join(
            part.replace("_", " ") for part in (one.where.precision, one.where.country) if part
        )
        yield f"  where: {place_in_words(one.where)}{f' ({known})' if known else ' (not found)'}"
    yield (
        f"  {many(len(one.claims), 'claim')} in {many(len(one.reports), 'report')} by "
        f"{many(one.independent_origins, 'independent origin')}"
    )
    yield from _figures(book, one.id)
    yield ""
    yield "  reports:"
    for report, text in sorted(
        ((r, cast("Text | None", book.one("texts", r.text_id))) for r in one.reports), key=_dated
    ):
        chiefly = "" if report.main else "; mentions it only"
        yield f"    {_report_words(report, text)}{chiefly}"
    yield from _under("a part of; totals count its people there:", _wholes(book, one))
    parts = (f"{short(part)}  {_title(book, part)}" for part in one.parts)
    yield from _under("its parts, as reports tell them:", parts)
    definitions = (said.sentence for said in one.definitions)
    yield from _under("whom its counters count; which is right is not decided here:", definitions)
    yield from _under("why these reports stand together:", one.reasons)
    yield from _under(
        "perhaps the same incident; nothing is merged until a person decides:",
        _proposals(book, one),
    )


def _under(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading with its lines below; nothing where there are none."""
    told = list(lines)
    if told:
        yield ""
        yield f"  {heading}"
        yield from (f"    {line}" for line in told)


def _wholes(book: Book, one: Incident) -> Iterator[str]:
    for link in one.part_of:
        yield f"{short(link.incident)}  {_title(book, link.incident)}"
        yield f"  {link.sentence}"


def _proposals(book: Book, one: Incident) -> Iterator[str]:
    for proposal in one.proposals:
        yield f"{short(proposal.incident)}  {_title(book, proposal.incident)}"
        yield from (f"  {reason}" for reason in proposal.reasons)


def _title(book: Book, incident: str) -> str:
    """Its title, and what was said of how many: attacks of one day have the same title."""
    found = cast("Incident | None", book.one("incidents", incident))
    if found is None:
        return "an incident that is no longer in the book"
    return f"{found.title} ({said_words(found)})"


def toll_lines(book: Book, one: Toll) -> Iterator[str]:
    """What is counted, each reading, revisions, and other counters of the same."""
    yield f"  {one.title}"
    yield f"  what is counted: {one.definition}"
    yield from _figures(book, one.id)
    yield ""
    yield "  readings:"
    revised = {revision.point: revision.sentence for revision in one.revisions}
    for number, point in enumerate(one.points):
        day = f"as of {point.as_of}" if point.as_of else "no day stated"
        told = f"reported on {point.reported_at}" if point.reported_at else "report not dated"
        words = range_words(point.low, point.high)
        yield f"    {words}, {day}, {told} (claim {short(point.claim_id)})"
        if number in revised:
            yield f"      {revised[number]}"
    if one.rivals:
        yield ""
        yield "  other counters of the same; which is right is not decided here:"
    for rival in one.rivals:
        other = cast("Toll | None", book.one("tolls", rival.toll))
        title = other.title if other else "a toll that is no longer in the book"
        yield f"    {short(rival.toll)}  {title}"
        yield from (f"      {cause.sentence}" for cause in rival.causes)


def figure_lines(book: Book, one: Figure) -> Iterator[str]:
    """The statement, what it stands on and each quotation; `trace` has the rules and pages."""
    unit = f" {one.unit}" if one.unit and one.unit != "people" else ""
    words = range_words(one.low, one.high, one.highest_said)
    kind = kind_words(one.measure, None, one.phase)
    yield f"  {one.statement}"
    yield (
        f"  {one.status}; {kind}: {words}{unit}; grade {one.grade}; "
        f"{many(one.independent_origins, 'independent origin')}; by {one.method}"
    )
    yield f"  of the {one.subject_kind} {short(one.subject)}, by the assessment {one.assessment}"
    yield ""
    reports = len({link.document for link in one.trace})
    yield f"  {many(len(one.trace), 'claim')} in {many(reports, 'report')}:"
    for link in one.trace:
        yield f"    {short(link.claim_id)}  {link.document}: “{link.quote}”"
    yield f"  rules, sentences and archived pages: harmledger trace {book.path} {short(one.id)}"


def _figures(book: Book, subject: str) -> Iterator[str]:
    found = [
        one for one in cast("Iterator[Figure]", book.records("figures")) if one.subject == subject
    ]
    yield ""
    yield "  figures:" if found else "  the method makes no figure of these claims"
    for one in sorted(found, key=lambda f: (order_of(f.measure), -len(f.trace), f.id)):
        yield f"    {short(one.id)}  {one.statement}"


def _dated(pair: tuple[Report, Text | None]) -> tuple[bool, str, str]:
    report, text = pair
    day = (text.published_at or "") if text else ""
    return not report.main, day or "9999", report.document


def _report_words(report: Report, text: Text | None) -> str:
    if text is None:
        return f"{report.document}, which is no longer in the book"
    title = f", “{text.title}”" if text.title else ""
    publisher = f", {text.publisher}" if text.publisher else ""
    return f"{(text.published_at or 'not dated')[:_DAY]}  {report.document}{title}{publisher}"
