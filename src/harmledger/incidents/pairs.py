"""What a book keeps of pairs of events that were compared."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from harmledger.incidents.links import Link, held_link

__all__ = ["Pairs", "pairs_of"]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs by their keys, as arrays of eight bytes a number.

    ``apart``: keys of pairs that are no link, in ascending order; ``links``: keys of those that are
    one, ascending too, and of each, in their order, which of ``features`` hold, how many ``points``
    it has, its score, and whether it is contradicted; ``alike``: keys of pairs that are no link,
    and how alike they are.
    """

    apart: bytes = b""
    links: bytes = b""
    kinds: bytes = b""
    features: tuple[tuple[str, ...], ...] = ()
    points: bytes = b""
    scores: bytes = b""
    contradicted: bytes = b""
    alike: bytes = b""
    alikeness: bytes = b""

    def held(self) -> dict[int, Link]:
        """The links by their keys."""
        points = array("d", self.points)
        found: dict[int, Link] = {}
        first = 0
        for key, kind, score, contradicted in zip(
            array("Q", self.links),
            array("Q", self.kinds),
            array("d", self.scores),
            self.contradicted,
            strict=True,
        ):
            features = self.features[kind]
            last = first + len(features)
            found[key] = held_link(features, points[first:last], score, bool(contradicted))
            first = last
        return found


def pairs_of(apart: bytes, links: Mapping[int, Link], alike: Mapping[int, float]) -> Pairs:
    """What is kept of these pairs."""
    rows = sorted(links.items())
    kinds = sorted({link.features for _, link in rows})
    number = {features: at for at, features in enumerate(kinds)}
    scores = sorted(alike.items())
    return Pairs(
        apart=apart,
        links=array("Q", [key for key, _ in rows]).tobytes(),
        kinds=array("Q", [number[link.features] for _, link in rows]).tobytes(),
        features=tuple(kinds),
        points=b"".join([link.points.tobytes() for _, link in rows]),
        scores=array("d", [link.score for _, link in rows]).tobytes(),
        contradicted=bytes([link.contradicted for _, link in rows]),
        alike=array("Q", [key for key, _ in scores]).tobytes(),
        alikeness=array("d", [score for _, score in scores]).tobytes(),
    )
