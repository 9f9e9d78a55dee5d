"""What follows from one incident alone: its assessments and figures, made only where it changed.

Of those that a book has already only ids and hashes are kept, so they are neither read nor written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from harmledger.assessments import Method, assess, origins_of
from harmledger.counters import Counters, KnownClaims
from harmledger.figures import make_figures
from harmledger.kept import Kept, Shelf, digest
from harmledger.ledger import Record, Unread, kind_named
from harmledger.records import Assessment, Claim, Figure, Incident, Text

__all__ = ["Outcome", "Outcomes", "read"]

_T = TypeVar("_T", Assessment, Figure)

#: Ids of records with the hashes of their rows.
_Rows = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Assessments and figures of one incident, before people decided about them; ``origins``: how
    many independent ones its claims have."""

    origins: int
    assessments: Sequence[Assessment | Unread[Assessment]]
    figures: Sequence[Figure | Unread[Figure]]


def read(items: Iterable[_T | Unread[_T]]) -> Iterator[_T]:
    """The records themselves."""
    for item in items:
        yield item.record() if isinstance(item, Unread) else item


class Outcomes:
    """Outcomes of incidents, by all that they follow from; without ``kept`` each is made.

    ``claims``: by id, with their speakers under known names.
    """

    def __init__(
        self,
        method: Method,
        counters: Counters,
        claims: KnownClaims,
        texts: Iterable[Text],
        kept: Kept | None,
    ) -> None:
        self._method = method
        self._counters = counters
        self._claims = claims
        self._texts = {text.id: text for text in texts}
        self._kept = kept
        self._by = digest(method)
        self._shelf = Shelf(kept, "outcomes", tuple[int, _Rows, _Rows])

    def of(self, incident: Incident) -> Outcome:
        """What follows from the incident."""
        if self._kept is None:
            return Outcome(*self._made(incident))
        said = self._claims.said
        claims = [said[one] for one in incident.claims if one in said]
        one = incident
        key = digest(
            self._by,
            (one.id, one.title, one.when, one.where, one.measures, one.claims, one.reports),
            self._counters.digest(claims, self._kept.of_record),
            [self._texts[c.text_id].page_id for c in claims if c.text_id in self._texts],
        )
        held = self._shelf.held(key)
        if held is None:
            origins, assessed, figures = made = self._made(incident)
            self._shelf.put(
                key, (origins, _rows("assessments", assessed), _rows("figures", figures))
            )
            return Outcome(*made)
        origins, rows, rows_of_figures = held
        assessment = partial(self._assessment, incident)
        figure = partial(self._figure, incident)
        return Outcome(
            origins,
            [Unread(its, hashed, assessment) for its, hashed in rows],
            [Unread(its, hashed, figure) for its, hashed in rows_of_figures],
        )

    def _own(self, incident: Incident) -> list[Claim]:
        return [self._claims[one] for one in incident.claims if one in self._claims]

    def _made(self, incident: Incident) -> tuple[int, list[Assessment], list[Figure]]:
        claims = self._own(incident)
        texts = {c.text_id: self._texts[c.text_id] for c in claims if c.text_id in self._texts}
        own = self._counters.bearing(claims) if self._kept else self._counters
        assessed = list(assess((incident,), (), claims, (), self._method, own))
        figures = make_figures(assessed, (incident,), (), claims, texts.values(), own.counters)
        return len(origins_of(claims, (), own)), assessed, list(figures)

    def _assessment(self, incident: Incident, its: str, hashed: bytes) -> Assessment:
        """An assessment as the book has it; made again where that says something else."""
        found = self._stored("assessments", its, hashed)
        if isinstance(found, Assessment):
            return found
        return next(one for one in self._made(incident)[1] if one.id == its)

    def _figure(self, incident: Incident, its: str, hashed: bytes) -> Figure:
        found = self._stored("figures", its, hashed)
        if isinstance(found, Figure):
            return found
        return next(one for one in self._made(incident)[2] if one.id == its)

    def _stored(self, name: str, its: str, hashed: bytes) -> Record | None:
        body = self._kept.row(name, its) if self._kept else None
        kind = kind_named(name)
        return kind.decode(body) if body and kind.digest(body) == hashed else None


def _rows(name: str, records: Iterable[Assessment | Figure]) -> _Rows:
    kind = kind_named(name)
    return tuple((one.id, kind.digest(kind.encode(one))) for one in records)
