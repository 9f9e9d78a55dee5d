"""An event is described by what it is compared by, from the earliest text that tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from harmledger.claims import name_of
from harmledger.dates import Span
from harmledger.incidents.attack_words import ways_in
from harmledger.incidents.beside import days_beside, names_beside
from harmledger.incidents.calling import called_in, craft_in, looks_back_in
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.node import Figure, Node
from harmledger.incidents.readings import status_of
from harmledger.incidents.sites import sites_in
from harmledger.incidents.telling import Name, People, people_in, plain_name
from harmledger.incidents.words import Bag, words_in
from harmledger.places import is_fine, is_site, name_key
from harmledger.records import Claim, Text, Where

__all__ = ["describe"]

#: Characters of a report that describe its main event: headline and opening.
_OPENING = 2500

#: Characters of a report in which the name of its event is looked for.
_LEDE = 700

#: Sentences of a background event that describe it.
_SENTENCES = 20

_NOBODY = People(frozenset(), frozenset(), frozenset())


def describe(
    family: str,
    events: list[LocalEvent],
    texts: Mapping[str, Text],
    beside: Sequence[LocalEvent],
    published: int | None,
) -> Node:
    """The node of one event; ``beside``: all events of the text that describes it."""
    first = events[0]
    text = texts.get(first.text_id)
    places = first.places
    opening = _named_in(first, text)
    others = [event for event in beside if event is not first]
    return Node(
        family=family,
        document=text.document if text else first.claims[0].document,
        locals=events,
        text_ids=tuple(event.text_id for event in events),
        published=published,
        span=min(first.spans, key=_fineness, default=None),
        place=_place(first),
        place_words=frozenset(
            word for where in places for word in name_key(where.name) | name_key(where.within or "")
        ),
        figures=frozenset(_figures(first.claims or first.running)),
        bag=words_in(_opening(first, text)),
        headline=words_in(text.title or "") if text and first.chief else Bag(),
        people=_people(first, text, beside),
        ways=_ways(first, text),
        statuses=_statuses(first.claims),
        sites=_sites(first, text),
        places=tuple(places),
        called=called_in(opening) if first.chief else frozenset(),
        back=first.chief and looks_back_in(opening),
        days=days_beside(text, others) if first.chief else frozenset(),
        named=names_beside(opening, places, others) if first.chief else frozenset(),
    )


def _fineness(span: Span) -> tuple[bool, bool, int, int]:
    return span.yearless, span.coarse, span.high - span.low, span.low


def _place(event: LocalEvent) -> Where | None:
    """The first place that is resolved and fine, else the first resolved, else the first."""
    fine = [where for where in event.places if is_fine(where)]
    resolved = [where for where in event.places if where.geonameid is not None or where.country]
    return next(iter([*fine, *resolved, *event.places]), None)


def _figures(claims: Sequence[Claim]) -> set[Figure]:
    return {
        (claim.measure, claim.low, claim.high)
        for claim in claims
        if claim.qualifier != "vague" and claim.stance != "denied"
    }


def _ways(event: LocalEvent, text: Text | None) -> frozenset[str]:
    if text is None:
        return frozenset()
    parts = [text.title] if text.title and event.chief else []
    parts += [text.text[start:end] for start, end in _sentences(event)[:_SENTENCES]]
    return ways_in("\n".join(parts))


def _sites(event: LocalEvent, text: Text | None) -> frozenset[str]:
    if text is None or not event.claims:
        return frozenset()
    wide = {
        word
        for where in event.places
        for word in name_key(where.within or ("" if is_site(where) else where.name))
    }
    told = [text.text[start:end] for start, end in _sentences(event)[:_SENTENCES]]
    return sites_in("\n".join(told), wide)


def _statuses(claims: Sequence[Claim]) -> frozenset[str]:
    """Who was killed, if every claim of it says so; empty where one leaves it open."""
    found = {status_of(claim) for claim in claims if claim.measure == "killed"}
    return frozenset(status for status in found if status) if None not in found else frozenset()


def _sentences(event: LocalEvent) -> list[tuple[int, int]]:
    return sorted({(claim.sentence_start, claim.sentence_end) for claim in event.claims})


def _opening(event: LocalEvent, text: Text | None) -> str:
    if text is None:
        return ""
    if not event.chief:
        return " ".join(text.text[start:end] for start, end in _sentences(event)[:_SENTENCES])
    parts = [text.title] if text.title else []
    length = 0
    for block in text.blocks:
        if block.kept and length < _OPENING:
            parts.append(text.text[block.start : min(block.end, block.start + _OPENING)])
            length += block.end - block.start
    if not text.blocks:
        parts.append(text.text[:_OPENING])
    return " ".join(parts)


def _named_in(event: LocalEvent, text: Text | None) -> str:
    """Headline and first sentences, which say what the report is about."""
    if text is None:
        return ""
    start = next((block.start for block in text.blocks if block.kept), 0)
    return f"{text.title or ''}\n{text.text[start : start + _LEDE]}"


def _people(event: LocalEvent, text: Text | None, beside: Sequence[LocalEvent]) -> People:
    """Of the whole text, the sentences of its other events left out; of a background event, those
    of its own sentences."""
    if text is None:
        return _NOBODY
    own = _sentences(event)
    if event.chief:
        others = {span for other in beside if other is not event for span in _sentences(other)}
        told = people_in(_kept(text, sorted(others - set(own))))
    else:
        told = people_in("\n".join(text.text[start:end] for start, end in own[:_SENTENCES]))
    victims = {name for claim in event.claims for name in _victim(claim)}
    craft = craft_in(_named_in(event, text)) if event.chief else frozenset()
    return People(told.names | craft, told.persons | victims | craft, told.ages)


def _victim(claim: Claim) -> list[Name]:
    words = [plain_name(word) for word in name_of(claim)]
    return [(words[0], words[-1])] if len(words) > 1 else []


def _kept(text: Text, cut: Sequence[tuple[int, int]]) -> str:
    """Headline and kept blocks without the passages of ``cut``."""
    parts = [text.title] if text.title else []
    blocks = [(b.start, b.end) for b in text.blocks if b.kept] or [(0, len(text.text))]
    for start, end in blocks:
        at = start
        for first, last in cut:
            if at < last and first < end:
                parts.append(text.text[at : max(at, first)])
                at = max(at, last)
        parts.append(text.text[at:end])
    return "\n".join(parts)
