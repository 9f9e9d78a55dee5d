"""One event as one family of texts tells it, read as far as somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, fields
from typing import Any

from harmledger.dates import Span
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.outline import Outline
from harmledger.incidents.telling import People
from harmledger.incidents.vectors import Vector, Vectors
from harmledger.incidents.words import Bag
from harmledger.records import Where

__all__ = ["Figure", "Node"]

#: Measure, low and high where a number is given.
Figure = tuple[str, int | None, int | None]

#: What a node has that was not filled in.
_OF_ALL = frozenset({"outline", "content", "seal", "fill", "words", "headlines", "at"})


@dataclass(slots=True)
class Node:
    """One event as one family of texts tells it; described by its earliest text.

    ``published``: day of the family's first publication. ``bag``: words of the headline and
    opening for a main event, of the claims' sentences for a background one; ``headline``: of
    the headline alone. ``place_words``: of every place named for it. ``ways``: by which those
    harmed are said to have been attacked; ``statuses``: who they were, where that is stated;
    ``sites``: words of the names of districts and buildings (see there).
    ``places``: all that are stated for it; ``called``: stems of the names that its report calls it
    by; ``back``: whether that looks back on it (see ``calling``). ``days``, ``named``: days and
    names that it tells beside its claims (see ``beside``).
    ``vector`` and ``headline_vector``: the same words by rarity in the book, see ``weighing``.
    ``content``: a hash of all that it was made from, empty where nobody needs it; ``seal``: of that
    and of how rare its words and names are. ``outline``: what is asked of all events together;
    where ``fill`` is given, nothing else is there before somebody asks for it by its name.
    ``text_ids``: of the texts that tell it; ``locals`` with their claims are asked for more seldom.
    """

    family: str
    document: str
    locals: list[LocalEvent]
    published: int | None
    span: Span | None
    place: Where | None
    place_words: frozenset[str]
    figures: frozenset[Figure]
    bag: Bag
    headline: Bag
    people: People
    ways: frozenset[str]
    statuses: frozenset[str]
    sites: frozenset[str] = frozenset()
    places: tuple[Where, ...] = ()
    called: frozenset[str] = frozenset()
    back: bool = False
    days: frozenset[int] = frozenset()
    named: frozenset[str] = frozenset()
    content: bytes = b""
    seal: bytes = b""
    outline: Outline | None = None
    text_ids: tuple[str, ...] = ()
    fill: Callable[[Node, str], None] | None = None
    words: Vectors | None = None
    headlines: Vectors | None = None
    at: int = 0

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there.
        fill = None if name in _OF_ALL else self.fill
        if fill is None:
            raise AttributeError(name)
        fill(self, name)
        return object.__getattribute__(self, name)

    def let_go(self) -> None:
        """What was filled in, which can be again."""
        if self.fill is not None:
            for name in _FILLED:
                # The name alone would fill it in.
                with suppress(AttributeError):
                    delattr(self, name)

    @classmethod
    def of_outline(
        cls, outline: Outline, content: bytes, fill: Callable[[Node, str], None]
    ) -> Node:
        """A node of which the rest is filled in when somebody asks for it."""
        node = cls.__new__(cls)
        node.outline, node.content, node.fill = outline, content, fill
        node.seal = b""
        return node

    def outlined(self, make: Callable[[Node], Outline]) -> Outline:
        """Its outline, made where it has none; the words are in that from then on."""
        if self.outline is None:
            self.outline = make(self)
            self.bag = self.headline = Bag()
        return self.outline

    @property
    def vector(self) -> Vector:
        """Of the words."""
        assert self.words is not None
        return self.words.of(self.at)

    @property
    def headline_vector(self) -> Vector:
        """Of the headline's words."""
        assert self.headlines is not None
        return self.headlines.of(self.at)

    @property
    def claims(self) -> bool:
        """Whether it makes any claim: a node without one never is an incident by itself."""
        return self.outline.claims if self.outline else bool(self.locals[0].claims)

    @property
    def headlined(self) -> bool:
        """Whether a headline that was given apart claims something of it."""
        if self.outline:
            return self.outline.headlined
        return any(event.headline for event in self.locals)

    @property
    def texts(self) -> int:
        """How many texts tell it."""
        return self.outline.texts if self.outline else len(self.locals)

    @property
    def chief(self) -> bool:
        """Whether the text that describes it is chiefly about it."""
        return self.outline.chief if self.outline else self.locals[0].chief

    @property
    def summed(self) -> bool:
        """Whether it is several attacks of which one figure is given."""
        return self.outline.summed if self.outline else self.locals[0].summed

    @property
    def within(self) -> tuple[str, ...]:
        """Ids of claims of what it is told as a part of."""
        return self.outline.within if self.outline else self.locals[0].within

    @property
    def key(self) -> str:
        """A stable order, which a copy that joins the family does not upset."""
        if self.outline:
            return self.outline.key
        first = self.locals[0]
        return first.claims[0].id if first.claims else first.text_id


_FILLED = tuple(field.name for field in fields(Node) if field.name not in _OF_ALL)
