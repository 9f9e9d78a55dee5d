"""An incident's record: title, time and place, what was said, and why it is one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from harmledger.dates import span_of
from harmledger.incidents.beside import day_in, names_place
from harmledger.incidents.defining import definitions_of
from harmledger.incidents.measures import measures_of
from harmledger.incidents.node import Node
from harmledger.incidents.titles import title_of
from harmledger.kept import whole
from harmledger.places import is_fine
from harmledger.records import (
    Claim,
    Incident,
    Report,
    Text,
    When,
    Where,
    content_id,
)

__all__ = ["build"]

_T = TypeVar("_T")

#: A night has two days.
_NIGHT = 1


def build(own: Sequence[Node], texts: Mapping[str, Text]) -> Incident:
    """The incident of these events, without reasons why they are one."""
    claims = sorted(
        {
            claim.id: whole(claim)
            for node in own
            for event in node.locals
            for claim in event.claims
        }.values(),
        key=lambda claim: (claim.document, claim.start, claim.end, claim.id),
    )
    when, where = _agreed_when(own), _agreed_where(own)
    measures = measures_of(claims)
    return Incident(
        id=content_id("incident", *sorted(claim.id for claim in claims)),
        title=title_of(when, where, measures, claims),
        when=when,
        where=where,
        measures=measures,
        claims=tuple(claim.id for claim in claims),
        reports=_reports(own, texts),
        definitions=definitions_of(claims, texts),
    )


def _most_said(
    nodes: Sequence[Node],
    get: Callable[[Claim], _T | None],
    key: Callable[[_T], object],
    rank: Callable[[_T], tuple[object, ...]],
    tells: Callable[[Node, _T], bool],
) -> _T | None:
    """The value of best rank; among those, the one that most families give or tell (``tells``)
    beside their claims.

    Copies of one text speak with one voice.
    """
    values: dict[object, _T] = {}
    voices: dict[object, set[str]] = defaultdict(set)
    mentions: Counter[object] = Counter()
    for node in nodes:
        for claim in node.locals[0].claims:
            # The story's day and place are not those of what it only recalls.
            value = get(replace(whole(claim), story=None) if node.locals[0].recalled else claim)
            if value is None:
                continue
            name = key(value)
            known = values.get(name)
            if known is None or (value != known and _plainness(value) < _plainness(known)):
                values[name] = value
            voices[name].add(node.family)
            mentions[name] += 1
    for node in nodes if len(values) > 1 else ():
        for name, value in values.items():
            if tells(node, value):
                voices[name].add(node.family)
    if len(values) < 2:
        return next(iter(values.values()), None)
    return min(
        values.items(),
        key=lambda item: (
            rank(item[1]),
            -len(voices[item[0]]),
            -mentions[item[0]],
            repr(item[1]),
        ),
    )[1]


def _plainness(value: object) -> tuple[bool, str]:
    """Of two spellings the one that does not shout, then the first: a stable choice."""
    name = value.name if isinstance(value, Where) else ""
    return name.isupper() and len(name) > 3, repr(value)


def _agreed_when(nodes: Sequence[Node]) -> When | None:
    # A day on which somebody counted is the event's where no report dates it, or another does so.
    counted = {node.locals[0].counted for node in nodes} - {None}
    dated = {
        span_of(claim.time)
        for node in (nodes if counted else ())
        for claim in node.locals[0].claims
        if node.locals[0].counted is None
    }

    def rank(when: When) -> tuple[object, ...]:
        span = span_of(when)
        if span is None:
            return (2, 0)
        if span in counted - dated:
            return (1, 1)
        # "Six weeks after" says less than a day does.
        return (1 if span.coarse else 0, 0, span.yearless, span.high - span.low > _NIGHT)

    def tells(node: Node, when: When) -> bool:
        return day_in(span_of(when), node.days) is not None

    return _most_said(nodes, lambda c: c.time, lambda w: (w.start, w.end), rank, tells)


def _agreed_where(nodes: Sequence[Node]) -> Where | None:
    def rank(where: Where) -> tuple[object, ...]:
        resolved = where.geonameid is not None or where.lat is not None
        # A village that no list has is nearer than the region it lies in.
        named = where.name[:1].isupper() and where.country is None
        return (0 if is_fine(where) else 1 if resolved or named else 2,)

    def key(where: Where) -> object:
        return where.geonameid if where.geonameid is not None else where.name.casefold()

    def tells(node: Node, where: Where) -> bool:
        return names_place(where, node.named)

    return _most_said(nodes, lambda c: c.place, key, rank, tells)


def _reports(nodes: Sequence[Node], texts: Mapping[str, Text]) -> tuple[Report, ...]:
    reports = []
    for node in nodes:
        for event in node.locals:
            text = texts.get(event.text_id)
            document = text.document if text else event.claims[0].document
            reports.append(Report(document=document, text_id=event.text_id, main=event.chief))
    return tuple(sorted(reports, key=lambda report: (report.document, report.text_id)))
