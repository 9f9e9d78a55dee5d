"""Events of families as a book keeps them, so that they need not be read from the texts again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from harmledger.incidents.dates import Span
from harmledger.incidents.describe import Figure, Node
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.said import Said
from harmledger.incidents.telling import Name, People
from harmledger.incidents.words import Bag
from harmledger.kept import Kept, Shelf, digest
from harmledger.records import Claim, Where

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    """A node."""

    document: str
    events: tuple[_Event, ...]
    published: int | None
    span: Span | None
    place: Where | None
    place_words: frozenset[str]
    figures: tuple[Figure, ...]
    bag: Bag
    headline: Bag
    people: People
    ways: frozenset[str]
    statuses: frozenset[str]


class HeldNodes:
    """The nodes of families, by what their texts and claims say; without ``kept`` all are made."""

    def __init__(
        self,
        kept: Kept | None,
        said: Said,
    ) -> None:
        self._kept = kept
        self._said = said
        self._shelf = Shelf(kept, "events", tuple[_Node, ...])
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
        made: list[Node] = []

        def held() -> tuple[_Node, ...]:
            made.extend(make())
            return tuple(map(_as_held, made))

        key = digest(family, published, [self._content(text_id) for text_id in members])
        found = self._shelf.of(key, held)
        said = {claim.id: claim for text_id in members for claim in self._said.of(text_id)}
        for event in (event for node in made for event in node.locals):
            # Not all claims of a large book at one time: who asks for them reads them again.
            event.claims = [said[claim.id] for claim in event.claims]
            event.headline = [said[claim.id] for claim in event.headline]
            # Nor what only told the events of the text apart.
            event.spans, event.places = [], []
        for node in made:
            node.people = self._people(node.people)
        nodes = made or [self._as_node(family, said, one) for one in found]
        for number, node in enumerate(nodes):
            node.content = key + number.to_bytes(4, "big")
        return nodes

    def _content(self, text_id: str) -> tuple[str, bytes, bytes]:
        assert self._kept is not None
        text = self._said.texts.get(text_id)
        of = self._kept.of_record
        said = b"".join(map(of, self._said.of(text_id)))
        return text_id, of(text) if text else b"", said

    def _as_node(self, family: str, by_id: Mapping[str, Claim], one: _Node) -> Node:
        return Node(
            family=family,
            document=one.document,
            locals=[
                LocalEvent(
                    text_id=event.text_id,
                    claims=[by_id[claim] for claim in event.claims],
                    headline=[by_id[claim] for claim in event.headline],
                    main=event.main,
                    chief=event.chief,
                    recalled=event.recalled,
                )
                for event in one.events
            ],
            published=one.published,
            span=one.span,
            place=one.place,
            place_words=one.place_words,
            figures=frozenset(one.figures),
            bag=one.bag,
            headline=one.headline,
            people=self._people(one.people),
            ways=one.ways,
            statuses=one.statuses,
        )

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
            )
            for event in node.locals
        ),
        published=node.published,
        span=node.span,
        place=node.place,
        place_words=node.place_words,
        figures=tuple(sorted(node.figures, key=str)),
        bag=node.bag,
        headline=node.headline,
        people=node.people,
        ways=node.ways,
        statuses=node.statuses,
    )
