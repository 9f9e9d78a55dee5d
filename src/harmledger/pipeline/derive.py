"""Everything that follows from texts and claims, made anew together: one step for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from harmledger.assessments import Method, assess_tolls, load_method, origins_of
from harmledger.counters import Counters, KnownClaims, find_counters
from harmledger.decisions import Regrouped, about, names_reviewed, regroup
from harmledger.families import Verdicts, find_families
from harmledger.incidents import find_incidents
from harmledger.kept import Kept, Shelf
from harmledger.ledger import Record, Records
from harmledger.ledger.kinds import DERIVED
from harmledger.pipeline.outcomes import Outcomes, read
from harmledger.pipeline.settling import decided
from harmledger.pipeline.standing import Base, standing_base
from harmledger.pipeline.uncollected import uncollected
from harmledger.pipeline.watch import Silent, Watcher
from harmledger.records import (
    Assessment,
    Claim,
    Counter,
    Decision,
    Family,
    Figure,
    Incident,
    Review,
    Text,
    Toll,
)
from harmledger.tolls import find_tolls

__all__ = ["Derived", "derive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What follows from a set of texts and claims under one method."""

    families: tuple[Family, ...]
    counters: tuple[Counter, ...]
    incidents: Records[Incident]
    tolls: tuple[Toll, ...]
    assessments: Records[Assessment]
    figures: Records[Figure]
    reviews: tuple[Review, ...] = ()

    def of(self, name: str) -> Sequence[Record]:
        """The records of a derived kind."""
        by_name: dict[str, Sequence[Record]] = {
            "families": self.families,
            "counters": self.counters,
            "incidents": self.incidents,
            "tolls": self.tolls,
            "assessments": self.assessments,
            "figures": self.figures,
            "reviews": self.reviews,
        }
        return by_name[name]


@uncollected()
def derive(
    texts: Iterable[Text],
    claims: Iterable[Claim],
    method: str | Method,
    watcher: Watcher | None = None,
    own: str = "",
    decisions: Iterable[Decision] = (),
    verdicts: Verdicts | None = None,
    kept: Kept | None = None,
) -> Derived:
    """Families, counters, incidents, tolls, assessments, figures and reviews, from these alone.

    ``method``: one, or its name or ``name@version``; ``own``: the text of the book's own
    vocabulary of counters; ``decisions``: what people decided. The result does not depend on
    what was derived before, so that it can be made again and compared; ``verdicts``, what
    pairs of texts were found to be, and ``kept``, what else was worked out, only spare work.
    """
    watcher = watcher or Silent()
    watcher.stage("figures", len(DERIVED))
    decisions = tuple(decisions)
    rules = method if isinstance(method, Method) else load_method(method)
    base = standing_base(texts, claims, decisions)
    families = tuple(find_families(base.texts, verdicts, kept))
    watcher.step()
    counters = find_counters(base.judged.claims, families, base.texts, own, decisions, kept)
    watcher.step()
    who = _Who(base.judged.claims, families, counters, kept)
    regrouped = _incidents(base, families, decisions, kept)
    watcher.step()
    tolls = tuple(
        replace(toll, independent_origins=who.known_origins(toll.claims))
        for toll in find_tolls(base.texts, base.judged.claims, families, counters)
    )
    watcher.step()
    outcomes = Outcomes(rules, counters, who.by_id, base.texts, who.origins, kept)
    followed = {incident.id: outcomes.of(incident) for incident in regrouped.incidents}
    incidents = Records(one.incident for one in followed.values())
    valued = [
        (incident, made)
        for one in (followed.values() if rules.rule("residuals") else ())
        for incident in read([one.incident])
        for made in read(one.assessments)
    ]
    of_tolls = tuple(assess_tolls(tolls, who.by_id, rules, counters, valued))
    watcher.step()
    settled = decided(
        base,
        regrouped,
        tolls,
        followed,
        of_tolls,
        who.by_id,
        counters,
        decisions,
        every=kept is None,
    )
    watcher.step()
    reviews = (
        *base.fallen.reviews,
        *base.judged.reviews,
        *regrouped.reviews,
        *names_reviewed(counters.counters.values(), decisions),
        *settled.reviews,
    )
    watcher.step()
    return Derived(
        families=families,
        counters=tuple(counters.counters.values()),
        incidents=incidents,
        tolls=tolls,
        assessments=settled.assessments,
        figures=settled.figures,
        reviews=reviews,
    )


def _incidents(
    base: Base, families: Sequence[Family], decisions: Sequence[Decision], kept: Kept | None
) -> Regrouped:
    """The incidents as people put them together or apart."""
    found = find_incidents(base.texts, base.judged.claims, families, kept)
    return regroup(found, base.judged.claims, about(decisions, "incident"))


class _Who:
    """Claims with the counters behind them. ``by_id``: with their speakers under known names."""

    def __init__(
        self,
        claims: Sequence[Claim],
        families: Sequence[Family],
        counters: Counters,
        kept: Kept | None,
    ) -> None:
        self._families = families
        self._counters = counters
        self._kept = kept
        self._numbers = Shelf(kept, "origins", int)
        self._said = {claim.id: claim for claim in claims}
        self.by_id = KnownClaims(self._said, counters)

    def origins(self, claims: Iterable[str]) -> int:
        """How many independent origins these claims have."""
        own = [self.by_id[one] for one in claims if one in self._said]
        counters = self._counters.bearing(own) if self._kept else self._counters
        return len(origins_of(own, self._families, counters))

    def known_origins(self, claims: Sequence[str]) -> int:
        """The same, looked up first."""
        if self._kept is None:
            return self.origins(claims)
        said = [self._said[one] for one in claims if one in self._said]
        key = self._counters.digest(said, self._kept.of_record)
        return self._numbers.of(key, lambda: self.origins(claims))
