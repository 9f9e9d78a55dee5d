"""What follows from one incident alone: how many origins it has, its assessments and figures, made
only where it changed.

Of those that a book has already only ids and hashes are kept, so they are neither read nor written.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

import msgspec

from harmledger.assessments import Method, assess
from harmledger.counters import Counters, KnownClaims
from harmledger.figures import make_figures
from harmledger.kept import Kept, Shelf, digest, digest_of, told_of, whole
from harmledger.ledger import Record, Unread, kind_named
from harmledger.records import Assessment, Figure, Incident, Text

__all__ = ["Outcome", "Outcomes", "read"]

_T = TypeVar("_T", Incident, Assessment, Figure)

#: Ids of records with the hashes of their rows.
_Rows = tuple[tuple[str, bytes], ...]

#: How hard rows are packed: a few seconds in a book of 50,000 reports, and a third of their bytes.
_QUICKLY = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """An incident with its origins counted, and its assessments and figures before people decided
    about them."""

    incident: Incident | Unread[Incident]
    assessments: Sequence[Assessment | Unread[Assessment]]
    figures: Sequence[Figure | Unread[Figure]]


def read(items: Iterable[_T | Unread[_T]]) -> Iterator[_T]:
    """The records themselves."""
    for item in items:
        yield item.record() if isinstance(item, Unread) else item


class Outcomes:
    """Outcomes of incidents, by all that they follow from; without ``kept`` each is made.

    ``claims``: by id, with their speakers under known names; ``origins``: how many these have.
    """

    def __init__(
        self,
        method: Method,
        counters: Counters,
        claims: KnownClaims,
        texts: Iterable[Text],
        origins: Callable[[Sequence[str]], int],
        kept: Kept | None,
    ) -> None:
        self._method = method
        self._origins = origins
        self._counters = counters
        self._claims = claims
        self._texts = {text.id: text for text in texts}
        self._kept = kept
        self._by = digest(method)
        # How many origins an incident has, its assessments and figures.
        self._shelf = Shelf(kept, "outcomes", tuple[int, _Rows, _Rows])
        # The hash of its row.
        self._incidents = Shelf(kept, "rows", bytes)

    def of(self, incident: Incident) -> Outcome:
        """What follows from the incident, or from what stands for it."""
        if self._kept is None:
            return self._outcome(incident, self._origins(incident.claims))
        said = self._claims.said
        claims = [said[one] for one in incident.claims if one in said]
        key = digest(
            self._by,
            told_of(incident),
            self._counters.digest(claims, self._kept.of_record),
            [self._texts[c.text_id].page_id for c in claims if c.text_id in self._texts],
        )
        held = self._shelf.held(key)
        if held is None:
            return self._new(key, incident)
        origins, assessed, figures = held
        stored = partial(self._stored, incident, origins)
        return Outcome(
            self._counted(incident, origins),
            _unread(assessed, partial(stored, "assessments")),
            _unread(figures, partial(stored, "figures")),
        )

    def _new(self, key: bytes, incident: Incident) -> Outcome:
        """Made and kept; a large book has room for the rows, but not for the records."""
        origins = self._origins(incident.claims)
        made = self._outcome(incident, origins)
        assessed = _packed("assessments", read(made.assessments))
        figures = _packed("figures", read(made.figures))
        rows = [tuple((one.id, one.digest) for one in own) for own in (assessed, figures)]
        self._shelf.put(key, (origins, rows[0], rows[1]))
        return Outcome(self._counted(incident, origins), assessed, figures)

    def _counted(self, incident: Incident, origins: int) -> Unread[Incident]:
        """The incident with its origins."""
        key = digest(digest_of(incident), origins)
        row = self._incidents.held(key)
        if row is not None:
            return Unread(incident.id, row, partial(self._stored, incident, origins, "incidents"))
        counted = replace(whole(incident), independent_origins=origins)
        (made,) = _packed("incidents", [counted])
        self._incidents.put(key, made.digest)
        return made

    def _outcome(self, incident: Incident, origins: int) -> Outcome:
        counted = replace(whole(incident), independent_origins=origins)
        claims = [self._claims[one] for one in counted.claims if one in self._claims]
        texts = {c.text_id: self._texts[c.text_id] for c in claims if c.text_id in self._texts}
        own = self._counters.bearing(claims) if self._kept else self._counters
        assessed = list(assess((counted,), (), claims, (), self._method, own))
        figures = make_figures(assessed, (counted,), (), claims, texts.values(), own.counters)
        return Outcome(counted, assessed, list(figures))

    def _stored(self, incident: Incident, origins: int, name: str, its: str, hashed: bytes) -> Any:
        """A record as the book has it; made again where that says something else."""
        body = self._kept.row(name, its) if self._kept else None
        kind = kind_named(name)
        if body and kind.digest(body) == hashed:
            return kind.decode(body)
        if name == "incidents":
            return replace(whole(incident), independent_origins=origins)
        made = self._outcome(incident, origins)
        found = made.assessments if name == "assessments" else made.figures
        return next(one for one in found if one.id == its)


def _unread(rows: _Rows, made: Callable[[str, bytes], Any]) -> list[Unread[Any]]:
    return [Unread(its, hashed, made) for its, hashed in rows]


def _packed(name: str, records: Iterable[Record]) -> list[Unread[Any]]:
    """Records as the bytes of their rows, packed."""
    kind = kind_named(name)
    bodies = {one.id: kind.encode(one) for one in records}
    packed = zlib.compress(msgspec.msgpack.encode(bodies), _QUICKLY)

    def made(its: str, _hashed: bytes) -> Any:
        held = msgspec.msgpack.decode(zlib.decompress(packed), type=dict[str, bytes])
        return kind.decode(held[its])

    return _unread(tuple((its, kind.digest(body)) for its, body in bodies.items()), made)
