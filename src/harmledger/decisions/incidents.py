"""Decisions about incidents: two put together, or claims taken out of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from harmledger.decisions.apart import Reports, parted
from harmledger.decisions.groups import Groups, seen_claims
from harmledger.decisions.made import made_of
from harmledger.decisions.reviewing import because, review
from harmledger.incidents import linked
from harmledger.records import Claim, Decision, Family, Incident, Review, Text

__all__ = ["Regrouped", "regroup"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """Incidents as decisions left them, by id; and by incident the decisions that made it."""

    incidents: tuple[Incident, ...]
    reviews: tuple[Review, ...]
    decisions: Mapping[str, tuple[str, ...]]


def regroup(
    incidents: Iterable[Incident],
    claims: Iterable[Claim],
    decisions: Iterable[Decision],
    texts: Sequence[Text] = (),
    families: Sequence[Family] = (),
) -> Regrouped:
    """Apply merges and un-merges of incidents in force, oldest first.

    A merge joins the incidents that hold most of the claims seen on either side. An un-merge
    takes the claims of its second side out of the incident that holds most of the first.
    Claims that came later go with the side that they are clearly liker, by what ``texts`` and
    ``families`` tell, else with neither.
    """
    found = {incident.id: incident for incident in incidents}
    by_id = {claim.id: claim for claim in claims}
    reports = Reports(texts=texts, claims=by_id, families=families)
    made_by: dict[str, tuple[str, ...]] = {}
    reviews = []
    for decision in decisions:
        one, other = seen_claims(decision), seen_claims(decision, "with_claims")
        groups = Groups(found.values())
        first = groups.again(decision.subject, one)
        second = groups.again(decision.edit("with"), other)
        if first is None or second is None:
            why = "No incident holds most of the claims that were seen."
            reviews.append(review(decision, filter(None, (first, second)), why, again=True))
            continue
        if decision.verdict == "merge":
            made = [first]
            if first != second:
                made = [_put(found, made_by, decision, by_id, (first, second))]
            reviews.append(review(decision, made, "One incident."))
            continue
        leaving = groups.held(first, other)
        if not leaving or first != second:
            reviews.append(review(decision, (first, second), "Two incidents."))
            continue
        gone = set(leaving)
        if gone.issuperset(found[first].claims):
            why = "The incident now holds nothing but the claims that were to leave it."
            reviews.append(review(decision, (first,), why, again=True))
            continue
        reviews.append(_split(found, made_by, decision, reports, first, leaving))
    ordered = tuple(linked(found[one] for one in sorted(found)))
    return Regrouped(incidents=ordered, reviews=tuple(reviews), decisions=made_by)


def _put(
    found: dict[str, Incident],
    made_by: dict[str, tuple[str, ...]],
    decision: Decision,
    claims: Mapping[str, Claim],
    ids: tuple[str, str],
) -> str:
    parts = [found.pop(one) for one in ids]
    before = tuple(done for one in ids for done in made_by.pop(one, ()))
    held = [claim for part in parts for claim in part.claims]
    why = f"Put together by {decision.by}.{because(decision.reason)}"
    made = made_of(held, parts, claims, why)
    found[made.id] = made
    made_by[made.id] = tuple(dict.fromkeys((*before, decision.id)))
    return made.id


def _split(
    found: dict[str, Incident],
    made_by: dict[str, tuple[str, ...]],
    decision: Decision,
    reports: Reports,
    whole: str,
    leaving: Sequence[str],
) -> Review:
    part = found.pop(whole)
    before = made_by.pop(whole, ())
    made = parted(part, leaving, decision, reports)
    for one in made:
        found[one.id] = one
        made_by[one.id] = tuple(dict.fromkeys((*before, decision.id)))
    late = len(made) - 2
    also = f" {late} of later reports may be of either, and stand by themselves." if late else ""
    # The two sides alone are what was decided; a later report may be put to one of them anew.
    return review(decision, [one.id for one in made[:2]], f"Two incidents.{also}")
