"""Events of families: what copies of one text say of one event counts once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harmledger.incidents.dates import Span, dates_agree, day_number
from harmledger.incidents.local import LocalEvent
from harmledger.incidents.places import is_fine
from harmledger.incidents.words import words_in
from harmledger.records import Claim, Family, Text, Where

__all__ = ["Node", "make_nodes"]

#: Words of a report that describe its main event: headline and opening.
_OPENING = 2500


@dataclass(slots=True)
class Node:
    """One event as one family of texts tells it; described by its earliest text.

    ``published``: day of the family's first publication. ``figures``: (measure, low, high)
    where a number is given. ``bag``: words of the headline and opening for a main event, of
    the claims' sentences for a background one.
    """

    family: str
    document: str
    locals: list[LocalEvent]
    published: int | None
    span: Span | None
    place: Where | None
    figures: frozenset[tuple[str, int | None, int | None]]
    bag: Counter[str]

    @property
    def key(self) -> str:
        """A stable order, which a copy that joins the family does not upset."""
        return self.locals[0].claims[0].id


def make_nodes(
    by_text: Mapping[str, Sequence[LocalEvent]],
    texts: Mapping[str, Text],
    families: Sequence[Family],
) -> list[Node]:
    """One node for each event of each family, in a stable order."""
    placed: set[str] = set()
    nodes: list[Node] = []
    for family in families:
        members = [m.text_id for m in family.members if m.text_id in by_text]
        members = [text_id for text_id in dict.fromkeys(members) if text_id not in placed]
        placed.update(members)
        nodes += _nodes_of_family(family.id, members, by_text, texts, _published(family, texts))
    for text_id in sorted(by_text.keys() - placed):
        own = texts.get(text_id)
        day = day_number(own.published_at) if own else None
        nodes += _nodes_of_family(text_id, [text_id], by_text, texts, day)
    return sorted(nodes, key=lambda node: node.key)


def _published(family: Family, texts: Mapping[str, Text]) -> int | None:
    days = [
        day_number(texts[member.text_id].published_at)
        for member in family.members
        if member.text_id in texts
    ]
    return min((day for day in days if day is not None), default=None)


def _nodes_of_family(
    family: str,
    members: Sequence[str],
    by_text: Mapping[str, Sequence[LocalEvent]],
    texts: Mapping[str, Text],
    published: int | None,
) -> list[Node]:
    """Gather the events of copies: those that share a sentence, and the main events."""

    def order(text_id: str) -> tuple[int, str, str]:
        text = texts.get(text_id)
        day = day_number(text.published_at) if text else None
        return (day if day is not None else 10**9, text.document if text else "", text_id)

    gathered: list[list[LocalEvent]] = []
    by_sentence: dict[str, list[int]] = defaultdict(list)
    for text_id in sorted(members, key=order):
        for event in by_text[text_id]:
            keys = _sentence_keys(event, texts.get(text_id))
            home = _home(event, keys, by_sentence, gathered)
            if home is None:
                gathered.append([])
                home = len(gathered) - 1
            gathered[home].append(event)
            for key in keys:
                if home not in by_sentence[key]:
                    by_sentence[key].append(home)
    return [_node(family, events, texts, published) for events in gathered]


def _home(
    event: LocalEvent,
    keys: Sequence[str],
    by_sentence: Mapping[str, Sequence[int]],
    gathered: Sequence[Sequence[LocalEvent]],
) -> int | None:
    shared: Counter[int] = Counter()
    for key in keys:
        shared.update(by_sentence.get(key, ()))
    for home, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if _free(event, gathered[home]):
            return home
    if event.chief:
        for home, events in enumerate(gathered):
            if events[0].chief and _free(event, events) and _same_story(event, events[0]):
                return home
    return None


def _free(event: LocalEvent, events: Sequence[LocalEvent]) -> bool:
    """A text that tells two events apart is not overruled by its copy."""
    return all(other.text_id != event.text_id for other in events[-2:])


def _same_story(one: LocalEvent, two: LocalEvent) -> bool:
    figures = {(c.measure, c.low, c.high) for c in one.claims} & {
        (c.measure, c.low, c.high) for c in two.claims
    }
    conflict = any(dates_agree(a, b, 1) == "conflict" for a in one.spans for b in two.spans)
    return bool(figures) and not conflict


def _sentence_keys(event: LocalEvent, text: Text | None) -> list[str]:
    if text is None:
        return []
    spans = sorted({(claim.sentence_start, claim.sentence_end) for claim in event.claims})
    keys = []
    for start, end in spans:
        words = re.findall(r"\w+", text.text[start:end].casefold())
        if len(words) >= 4:
            keys.append(" ".join(words))
    return list(dict.fromkeys(keys))


def _node(
    family: str,
    events: list[LocalEvent],
    texts: Mapping[str, Text],
    published: int | None,
) -> Node:
    first = events[0]
    text = texts.get(first.text_id)
    return Node(
        family=family,
        document=text.document if text else first.claims[0].document,
        locals=events,
        published=published,
        span=min(first.spans, key=_fineness, default=None),
        place=_place(first),
        figures=frozenset(_figures(first.claims)),
        bag=_bag(first, text),
    )


def _fineness(span: Span) -> tuple[bool, bool, int, int]:
    return span.yearless, span.coarse, span.high - span.low, span.low


def _place(event: LocalEvent) -> Where | None:
    """The first place that is resolved and fine, else the first resolved, else the first."""
    fine = [where for where in event.places if is_fine(where)]
    resolved = [where for where in event.places if where.geonameid is not None or where.country]
    return next(iter([*fine, *resolved, *event.places]), None)


def _figures(claims: Sequence[Claim]) -> set[tuple[str, int | None, int | None]]:
    return {
        (claim.measure, claim.low, claim.high)
        for claim in claims
        if claim.qualifier != "vague" and claim.stance != "denied"
    }


def _bag(event: LocalEvent, text: Text | None) -> Counter[str]:
    if text is None:
        return Counter()
    parts = []
    if event.chief:
        if text.title:
            parts.append(text.title)
        length = 0
        for block in text.blocks:
            if block.kept and length < _OPENING:
                parts.append(text.text[block.start : min(block.end, block.start + _OPENING)])
                length += block.end - block.start
        if not text.blocks:
            parts.append(text.text[:_OPENING])
    else:
        spans = sorted({(claim.sentence_start, claim.sentence_end) for claim in event.claims})
        parts += [text.text[start:end] for start, end in spans[:20]]
    return words_in(" ".join(parts))
