"""Claims that stand beside an incident's range: figures since replaced, and denials by a zero."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from harmledger.assessments.method import Method
from harmledger.assessments.offices import counted_on
from harmledger.assessments.replaced import replaced
from harmledger.assessments.sentences import said
from harmledger.assessments.sorting import reason
from harmledger.assessments.told_earlier import EARLIER, told_earlier
from harmledger.claims import share_of
from harmledger.counters import Counters
from harmledger.incidents import counted
from harmledger.records import Claim, Incident, Reason

__all__ = ["COUNTED_ON", "REPLACED", "Aside", "set_aside"]

#: How the reason begins that names figures which a later one replaced.
REPLACED = "Replaced by a later figure of the same origin"
#: The same where another office of the state counted on.
COUNTED_ON = "Replaced by a later and higher figure of another office of the same state"


@dataclass(frozen=True, slots=True)
class Aside:
    """The rule that sets claims aside, and what its reason says before naming them."""

    rule: str
    words: str
    ids: frozenset[str]

    def reason(self, claims: Sequence[Claim]) -> Reason | None:
        """The reason for those of ``claims`` that are set aside; None where none is."""
        own = [claim for claim in claims if claim.id in self.ids]
        return reason(self.rule, f"{self.words}: {said(own)}.", own) if own else None


def set_aside(
    claims: Sequence[Claim],
    incident: Incident,
    method: Method,
    counters: Counters,
    parties: Set[str] = frozenset(),
) -> tuple[Aside, ...]:
    """What the method's rules set aside among the claims of one measure of an incident.

    ``parties``: ids of claims whose speaker is a party to the event: they settle nobody else's.
    """
    found: list[Aside] = []
    rule = method.rule("latest_of_origin")
    if rule is not None:
        found.append(Aside(rule.id, REPLACED, replaced(claims, counters)))
    rule = method.rule("later_of_state")
    if rule is not None:
        left = frozenset[str]().union(*(one.ids for one in found))
        ids = counted_on(claims, incident, counters, left | parties) - left
        found.append(Aside(rule.id, COUNTED_ON, ids))
    rule = method.rule("earlier_figures")
    earlier = told_earlier(claims, counters, parties) if rule is not None else frozenset[str]()
    if rule is not None:
        left = frozenset[str]().union(*(one.ids for one in found))
        found.append(Aside(rule.id, EARLIER, earlier - left))
    rule = method.rule("zero_is_denial")
    if rule is not None:
        ids = _zeros([claim for claim in claims if claim.id not in earlier])
        found.append(Aside(rule.id, "Says that there was none, which stands beside the range", ids))
    return tuple(found)


def _zeros(claims: Sequence[Claim]) -> frozenset[str]:
    """Zeros beside figures that are none: "no one was hurt" against twelve is a denial."""
    if not any(claim.low for claim in claims if counted(claim)):
        return frozenset()
    return frozenset(c.id for c in claims if c.low == 0 and c.high == 0 and not share_of(c))
