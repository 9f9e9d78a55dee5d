"""An incident parted in two by a person, and what later reports add to either side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from harmledger.decisions.groups import MOST_SEEN, seen_claims
from harmledger.decisions.made import made_of
from harmledger.decisions.reviewing import because
from harmledger.incidents import EFFECTS, Newcomer, newcomers
from harmledger.records import Claim, Decision, Family, Incident, Proposal, Text

__all__ = ["Reports", "parted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """What the incidents were made from: what a later report is compared by."""

    texts: Sequence[Text] = ()
    claims: Mapping[str, Claim] = field(default_factory=dict)
    families: Sequence[Family] = ()


def parted(
    whole: Incident, leaving: Iterable[str], decision: Decision, reports: Reports
) -> tuple[Incident, ...]:
    """The two sides of an incident as a person parted it, then what may be of either.

    A later report joins the side that it is clearly liker. One that is as like the other is an
    incident of its own, and proposed as one with both.
    """
    first, second = seen_claims(decision), seen_claims(decision, "with_claims")
    gone = set(leaving)
    sides = [[one for one in whole.claims if one not in gone], sorted(gone)]
    known = {*first, *second}
    told: tuple[list[str], list[str]] = ([], [])
    doubtful: list[Newcomer] = []
    if not known.issuperset(whole.claims):
        seen = (set(sides[0]) & known, gone)
        for new in newcomers(whole.claims, seen, reports.texts, reports.claims, reports.families):
            side = new.side
            if side is None and MOST_SEEN in {len(first), len(second)}:
                side = 0  # not all claims of so large an incident are noted: none is known as new
            if side is None:
                doubtful.append(new)
            elif side == 1:
                sides[1] += new.claims
            if side != 0:
                sides[0] = [one for one in sides[0] if one not in set(new.claims)]
            if new.side is not None and new.reasons[new.side]:
                told[new.side].append(_liker(new, new.side))
        doubtful = _following(sides, doubtful, set(whole.claims) - known, reports.claims)
    why = f"Kept apart from another incident by {decision.by}.{because(decision.reason)}"
    made = [
        _with_reasons(made_of(own, [whole], reports.claims, why), more)
        for own, more in zip(sides, told, strict=True)
    ]
    return tuple(_proposed(made, doubtful, whole, decision, reports))


def _following(
    sides: list[list[str]],
    doubtful: Sequence[Newcomer],
    later: Set[str],
    claims: Mapping[str, Claim],
) -> list[Newcomer]:
    """Put later claims of people displaced, buildings and aid where their report's harm went.

    What such a claim's report tells of nobody harmed stays where it is.
    """
    effects = {one for one in later if one in claims and claims[one].measure in EFFECTS}

    def harm(own: Iterable[str]) -> set[str]:
        return {claims[one].text_id for one in own if one in claims and one not in effects}

    stay = harm(sides[0])
    found = []
    for own, new in ((sides[1], None), *((list(one.claims), one) for one in doubtful)):
        texts = harm(own) - stay
        follow = [one for one in sides[0] if one in effects and claims[one].text_id in texts]
        sides[0] = [one for one in sides[0] if one not in set(follow)]
        if new is None:
            sides[1] += follow
        else:
            found.append(replace(new, claims=(*new.claims, *follow)))
    return found


def _liker(new: Newcomer, side: int) -> str:
    here, there = new.scores[side], new.scores[1 - side]
    return (
        f"Came later and is of this side (score {here:.1f} against {there:.1f}): "
        + (new.reasons[side])
    )


def _with_reasons(one: Incident, more: Sequence[str]) -> Incident:
    return replace(one, reasons=(*one.reasons, *more))


def _proposed(
    sides: Sequence[Incident],
    doubtful: Sequence[Newcomer],
    whole: Incident,
    decision: Decision,
    reports: Reports,
) -> list[Incident]:
    made = list(sides)
    for new in doubtful:
        why = f"Came later, and may be of either incident that {decision.by} keeps apart."
        own = made_of(new.claims, [whole], reports.claims, why)
        own = replace(own, reasons=own.reasons[:1])
        for at in range(2):
            sentence = new.reasons[at] or "Reports had been put together by way of others."
            link = Proposal(incident=made[at].id, score=new.scores[at], reasons=(sentence,))
            own = replace(own, proposals=(*own.proposals, link))
            back = replace(link, incident=own.id)
            made[at] = replace(made[at], proposals=(*made[at].proposals, back))
        made.append(own)
    return made
