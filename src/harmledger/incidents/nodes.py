"""Events of families: what copies of one text say of one event counts once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from harmledger.dates import dates_agree, day_number
from harmledger.incidents.describe import describe
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.held import HeldNodes
from harmledger.incidents.node import Node
from harmledger.incidents.said import Events, Said
from harmledger.records import Family, Text

__all__ = ["make_nodes"]


def make_nodes(
    by_text: Mapping[str, Sequence[LocalEvent]],
    texts: Mapping[str, Text],
    families: Sequence[Family],
    held: HeldNodes | None = None,
) -> list[Node]:
    """One node for each event of each family, in a stable order; ``held``: those made before."""
    held = held or HeldNodes(None, Said((), texts))
    placed: set[str] = set()
    nodes: list[Node] = []
    let_go = by_text.let_go if isinstance(by_text, Events) else set
    for family in families:
        members = [m.text_id for m in family.members if m.text_id in by_text]
        members = [text_id for text_id in dict.fromkeys(members) if text_id not in placed]
        placed.update(members)
        day = _published(family, texts)
        make = partial(_nodes_of_family, family.id, members, by_text, texts, day)
        nodes += held.of(family.id, members, day, make)
        let_go(members)
    for text_id in sorted(by_text.keys() - placed):
        own = texts.get(text_id)
        day = day_number(own.published_at) if own else None
        make = partial(_nodes_of_family, text_id, [text_id], by_text, texts, day)
        nodes += held.of(text_id, [text_id], day, make)
        let_go([text_id])
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
    """A node for each event: those of copies that share a sentence, and main ones, are one."""
    gathered = (
        _gathered(members, by_text, texts)
        if len(members) > 1
        else [[event] for text_id in members for event in by_text[text_id]]
    )
    return [
        describe(family, events, texts, by_text[events[0].text_id], published)
        for events in gathered
    ]


def _gathered(
    members: Sequence[str],
    by_text: Mapping[str, Sequence[LocalEvent]],
    texts: Mapping[str, Text],
) -> list[list[LocalEvent]]:
    """The events of copies that are one, the earliest copy first."""

    def order(text_id: str) -> tuple[bool, int, str, str]:
        text = texts.get(text_id)
        day = day_number(text.published_at) if text else None
        silent = not by_text[text_id][0].claims
        return silent, day if day is not None else 10**9, text.document if text else "", text_id

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
    return gathered


def _home(
    event: LocalEvent,
    keys: Sequence[str],
    by_sentence: Mapping[str, Sequence[int]],
    gathered: Sequence[Sequence[LocalEvent]],
) -> int | None:
    if not event.claims:
        # A copy that claims nothing is about what the family is about.
        return next((home for home, events in enumerate(gathered) if events[0].chief), None)
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
