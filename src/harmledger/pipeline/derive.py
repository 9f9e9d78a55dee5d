"""Everything that follows from texts and claims, made anew together: one step for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from harmledger.assessments import Method, assess_tolls, load_method, origins_of
from harmledger.counters import Counters, KnownClaims, find_counters
from harmledger.decisions import Regrouped, about, names_reviewed, regroup
from harmledger.families import find_families
from harmledger.incidents import find_incidents
from harmledger.kept import Kept, Shelf, whole
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

_Group = TypeVar("_Group", Incident, Toll)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What follows from a set of texts and claims under one method."""

    families: tuple[Family, ...]
    counters: tuple[Counter, ...]
    incidents: tuple[Incident, ...]
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
    kept: Kept | None = None,
) -> Derived:
    """Families, counters, incidents, tolls, assessments, figures and reviews, from these alone.

    ``method``: one, or its name or ``name@version``; ``own``: the text of the book's own
    vocabulary of counters; ``decisions``: what people decided. The result does not depend on
    what was derived before, so that it can be made again and compared; ``kept``, what was worked
    out before, only spares work.
    """
    watcher = watcher or Silent()
    watcher.stage("figures", len(DERIVED))
    decisions = tuple(decisions)
    rules = method if isinstance(method, Method) else load_method(method)
    base = standing_base(texts, claims, decisions)
    families = tuple(find_families(base.texts, kept))
    watcher.step()
    counters = find_counters(base.judged.claims, families, base.texts, own, decisions, kept)
    watcher.step()
    who = _Who(base.judged.claims, families, counters, kept)
    regrouped = _incidents(base, families, decisions, kept)
    incidents = who.counted(regrouped.incidents)
    watcher.step()
    tolls = who.counted(find_tolls(base.texts, who.running.values(), families, counters))
    watcher.step()
    outcomes = Outcomes(rules, counters, who.by_id, base.texts, kept)
    followed = {incident.id: outcomes.of(incident) for incident in incidents}
    valued = [
        (incident, made)
        for incident in (incidents if rules.rule("residuals") else ())
        for made in read(followed[incident.id].assessments)
    ]
    of_tolls = tuple(assess_tolls(tolls, who.by_id, rules, counters, valued))
    watcher.step()
    settled = decided(
        base,
        regrouped,
        incidents,
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
    """Claims with the counters behind them. ``by_id``: with their speakers under known names;
    ``running``: the running counts as they were read, of which tolls ask again and again."""

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
        running = (claim for claim in claims if claim.scope == "cumulative")
        # One text after another, each of which is read once.
        in_order = sorted(running, key=lambda claim: (claim.text_id, claim.id))
        self.running = {claim.id: whole(claim) for claim in in_order}
        self.by_id = KnownClaims(self._said, counters, self.running)

    def counted(self, groups: Iterable[_Group]) -> tuple[_Group, ...]:
        """The groups with the number of independent origins of their claims."""
        return tuple(
            replace(group, independent_origins=self._number(group.claims)) for group in groups
        )

    def _number(self, claims: Iterable[str]) -> int:
        ids = [one for one in claims if one in self._said]

        def number() -> int:
            own = [self.by_id[one] for one in ids]
            counters = self._counters.bearing(own) if self._kept else self._counters
            return len(origins_of(own, self._families, counters))

        if self._kept is None:
            return number()
        said = [self._said[one] for one in ids]
        return self._numbers.of(self._counters.digest(said, self._kept.of_record), number)
