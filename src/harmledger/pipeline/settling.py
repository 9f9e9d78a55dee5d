"""What people decided, applied to what follows from incidents and tolls.

Only incidents on which some decision bears are looked at: the others are as the method left them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from harmledger.counters import Counters
from harmledger.decisions import (
    Groups,
    Regrouped,
    about,
    bearing,
    noted_assessments,
    noted_figures,
    seen_claims,
    settle,
)
from harmledger.figures import make_figures
from harmledger.ledger import Records
from harmledger.pipeline.outcomes import Outcome, read
from harmledger.pipeline.standing import Base
from harmledger.records import Assessment, Claim, Decision, Figure, Incident, Review, Toll

__all__ = ["decided"]

_T = TypeVar("_T", Assessment, Figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Assessments and figures as people left them, and what their decisions about them mean."""

    assessments: Records[Assessment]
    figures: Records[Figure]
    reviews: tuple[Review, ...]


def decided(
    base: Base,
    regrouped: Regrouped,
    incidents: Sequence[Incident],
    tolls: Sequence[Toll],
    outcomes: Mapping[str, Outcome],
    of_tolls: Sequence[Assessment],
    claims: Mapping[str, Claim],
    counters: Counters,
    decisions: Iterable[Decision],
    every: bool,
) -> Settled:
    """Incidents and tolls in the order of their ids, each with its assessments and figures.

    ``outcomes``: of each incident by its id; ``of_tolls``: the assessments of tolls; ``claims``: by
    id, with their speakers under known names; ``every``: look at all incidents, which changes
    nothing but shows that it does not.
    """
    own = about(decisions, "assessment", "figure")
    groups = Groups((*incidents, *tolls) if own else ())
    near = set(regrouped.decisions) | _decided_about(own, groups, outcomes)
    near |= _of_claims(incidents, base)
    looked_at = [incident for incident in incidents if every or incident.id in near]
    assessed = [a for one in looked_at for a in read(outcomes[one.id].assessments)]
    ids = {claim for one in looked_at for claim in one.claims}
    ids |= {claim for one in tolls for claim in one.claims}
    said = [claims[one] for one in ids if one in claims]
    their = {claim.text_id for claim in said}
    texts = [text for text in base.texts if text.id in their]
    settled = settle(
        (*assessed, *of_tolls),
        lambda made: make_figures(made, looked_at, tolls, said, texts, counters.counters),
        groups,
        own,
    )
    notes = bearing(settled.assessments, base.read, base.judged.reviews)
    assessments = _by_subject(noted_assessments(settled.assessments, base.read, notes))
    figures = _by_subject(noted_figures(settled.figures, notes, regrouped.decisions))
    ordered = [*(incident.id for incident in incidents), *(toll.id for toll in tolls)]
    plain = outcomes.keys() - {incident.id for incident in looked_at}
    return Settled(
        assessments=Records(
            made
            for one in ordered
            for made in (outcomes[one].assessments if one in plain else assessments[one])
        ),
        figures=Records(
            made
            for one in ordered
            for made in (outcomes[one].figures if one in plain else figures[one])
        ),
        reviews=settled.reviews,
    )


def _by_subject(records: Iterable[_T]) -> Mapping[str, list[_T]]:
    found: dict[str, list[_T]] = defaultdict(list)
    for record in records:
        found[record.subject].append(record)
    return found


def _decided_about(
    decisions: Sequence[Decision], groups: Groups, outcomes: Mapping[str, Outcome]
) -> set[str]:
    """The incidents that decisions about assessments and figures may mean."""
    if not decisions:
        return set()
    home = {made.id: one for one, outcome in outcomes.items() for made in outcome.assessments}
    found = set()
    for decision in decisions:
        found.add(home.get(decision.edit("assessment") or decision.subject))
        found.add(groups.again(decision.edit("group"), seen_claims(decision)))
    return {one for one in found if one is not None}


def _of_claims(incidents: Iterable[Incident], base: Base) -> set[str]:
    """The incidents on which decisions about claims bear: those with claims of their texts."""
    subjects = {review.subject for review in base.judged.reviews if review.counts}
    texts = {base.read[one].text_id for one in subjects if one in base.read}
    return {
        incident.id
        for incident in (incidents if texts else ())
        if any(base.read[one].text_id in texts for one in incident.claims if one in base.read)
    }
