"""Events of families as a book keeps them, so that they need not be read from the texts again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import msgspec

from harmledger.dates import Span
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.node import Figure, Node
from harmledger.incidents.outline import Outline
from harmledger.incidents.said import Said
from harmledger.incidents.telling import Name, People
from harmledger.incidents.weighing import outline_of
from harmledger.incidents.words import Bag
from harmledger.kept import Kept, Shelf, digest
from harmledger.records import Where

__all__ = ["HeldNodes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """A local event; its claims by their ids."""

    text_id: str
    claims: tuple[str, ...]
    headline: tuple[str, ...]
    main: bool
    chief: bool
    recalled: str
    counted: Span | None
    summed: bool
    within: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    """What of a node is not in its outline."""

    document: str
    events: tuple[_Event, ...]
    published: int | None
    span: Span | None
    place: Where | None
    place_words: frozenset[str]
    figures: tuple[Figure, ...]
    people: People
    ways: frozenset[str]
    statuses: frozenset[str]
    sites: frozenset[str]
    places: tuple[Where, ...]
    called: frozenset[str]
    back: bool
    days: tuple[int, ...]
    named: frozenset[str]


class HeldNodes:
    """The nodes of families, by what their texts and claims say; without ``kept`` all are made."""

    def __init__(
        self,
        kept: Kept | None,
        said: Said,
    ) -> None:
        self._kept = kept
        self._said = said
        self._shelf = Shelf(kept, "events", tuple[tuple[Outline, bytes], ...])
        self._decode = msgspec.msgpack.Decoder(_Node).decode
        self._names: dict[Name, Name] = {}

    def of(
        self,
        family: str,
        members: Sequence[str],
        published: int | None,
        make: Callable[[], list[Node]],
    ) -> list[Node]:
        """The nodes of one family; ``members``: its texts, ``make`` makes them."""
        if self._kept is None or not members:
            return make()

        def held() -> tuple[tuple[Outline, bytes], ...]:
            made = make()
            details = [msgspec.msgpack.encode(_as_held(node)) for node in made]
            return tuple(
                (node.outlined(outline_of), detail)
                for node, detail in zip(made, details, strict=True)
            )

        key = digest(family, published, [self._content(text_id) for text_id in members])
        # Also of nodes that were made only this is held: those of a large book take much memory.
        return [
            Node.of_outline(
                outline,
                key + number.to_bytes(4, "big"),
                partial(self._fill, family, tuple(members), detail),
            )
            for number, (outline, detail) in enumerate(self._shelf.of(key, held))
        ]

    def _content(self, text_id: str) -> tuple[str, bytes, bytes]:
        assert self._kept is not None
        text = self._said.texts.get(text_id)
        of = self._kept.of_record
        said = b"".join(map(of, self._said.of(text_id)))
        return text_id, of(text) if text else b"", said

    def _fill(
        self, family: str, members: Sequence[str], detail: bytes, node: Node, name: str
    ) -> None:
        one = self._decode(detail)
        if name == "locals":
            node.locals = self._locals(one.events, members)
            return
        node.family = family
        node.document = one.document
        node.text_ids = tuple(event.text_id for event in one.events)
        node.published = one.published
        node.span = one.span
        node.place = one.place
        node.place_words = one.place_words
        node.figures = frozenset(one.figures)
        node.bag = node.headline = Bag()
        node.people = self._people(one.people)
        node.ways = one.ways
        node.statuses, node.sites = one.statuses, one.sites
        node.places, node.called, node.back = one.places, one.called, one.back
        node.days, node.named = frozenset(one.days), one.named

    def _locals(self, events: Sequence[_Event], members: Sequence[str]) -> list[LocalEvent]:
        by_id = {claim.id: claim for text_id in members for claim in self._said.of(text_id)}
        return [
            LocalEvent(
                text_id=event.text_id,
                claims=[by_id[claim] for claim in event.claims],
                headline=[by_id[claim] for claim in event.headline],
                main=event.main,
                chief=event.chief,
                recalled=event.recalled,
                counted=event.counted,
                summed=event.summed,
                within=event.within,
            )
            for event in events
        ]

    def _people(self, people: People) -> People:
        return People(self._once(people.names), self._once(people.persons), people.ages)

    def _once(self, names: frozenset[Name]) -> frozenset[Name]:
        """The same object for equal names: many events have them."""
        return frozenset([self._names.setdefault(name, name) for name in names])


def _as_held(node: Node) -> _Node:
    return _Node(
        document=node.document,
        events=tuple(
            _Event(
                text_id=event.text_id,
                claims=tuple(claim.id for claim in event.claims),
                headline=tuple(claim.id for claim in event.headline),
                main=event.main,
                chief=event.chief,
                recalled=event.recalled,
                counted=event.counted,
                summed=event.summed,
                within=event.within,
            )
            for event in node.locals
        ),
        published=node.published,
        span=node.span,
        place=node.place,
        place_words=node.place_words,
        figures=tuple(sorted(node.figures, key=str)),
        people=node.people,
        ways=node.ways,
        statuses=node.statuses,
        sites=node.sites,
        places=node.places,
        called=node.called,
        back=node.back,
        days=tuple(sorted(node.days)),
        named=node.named,
    )
