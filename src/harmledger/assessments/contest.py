"""Sources that disagree about who was harmed: civilians to one, combatants to another."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.assessments.method import Method, Rule
from harmledger.assessments.sorting import reason
from harmledger.assessments.status_groups import OUTSIDE, StatusGroup, raise_high
from harmledger.incidents import counted, status_of
from harmledger.records import Claim
from harmledger.wording import listed

__all__ = ["DISPUTED", "contest"]

#: How the reason begins where sources disagree about who was harmed.
DISPUTED = "Sources disagree about who was harmed"


def contest(whole: StatusGroup, classes: Sequence[StatusGroup], method: Method) -> None:
    """Apply the rules where statuses cannot all be right beside each other.

    They add up to more than the figure for all, or one source calls civilians whom another
    calls combatants: low 0 for each status, highs kept. Where one text itself names the
    statuses and nobody counted all, nobody disagrees: the high for all is raised to the sum.
    "Dozens of soldiers" has no number that could disagree with one.
    """
    rule = method.rule("contested_status")
    if rule is None:
        return
    told = [group for group in classes if group.status != OUTSIDE and group.low is not None]
    inside = [group for group in told if _numbered(group)]
    if whole.high is not None and sum(group.low or 0 for group in told) > whole.high:
        _without_room([group for group in told if not _numbered(group)], rule)
    total = sum(group.low or 0 for group in inside)
    if len(inside) > 1 and whole.high is not None and total > whole.high:
        named = set.intersection(*(_texts(group) for group in inside))
        raising = method.rule("raise_to_groups")
        if named and raising is not None and not _counted_all(whole):
            raise_high(whole, total, _claims(inside), raising.id)
            return
        _dispute(whole, inside, rule)
        return
    disputed = _same_people(inside, rule.options["combatants"])
    if disputed:
        _dispute(whole, disputed, rule)


def _numbered(group: StatusGroup) -> bool:
    """Whether somebody gives a number of them, and no mere word for which the method has a low."""
    return group.low is not None and any(c.qualifier != "vague" for c in _claims([group]))


def _without_room(vague: Sequence[StatusGroup], rule: Rule) -> None:
    """ "Dozens" of a group have no low where the figures for all leave no room for one."""
    for group in vague:
        group.low = None
        claims = _claims([group])
        sentence = "No number is given, and the figures for all leave no room for one: unknown."
        group.reasons.append(reason(rule.id, sentence, claims))


def _counted_all(whole: StatusGroup) -> bool:
    return any(
        status_of(claim) is None for reading in whole.sorted.readings for claim in reading.claims
    )


def _claims(groups: Sequence[StatusGroup]) -> list[Claim]:
    return [c for group in groups for r in group.sorted.readings for c in r.claims]


def _dispute(whole: StatusGroup, disputed: Sequence[StatusGroup], rule: Rule) -> None:
    claims = _claims(disputed)
    names = listed([(group.status or "").replace("_", " ") for group in disputed])
    sentence = f"{DISPUTED} ({names}): the low is 0 for each of them and the highs are kept."
    for group in disputed:
        group.low = 0
        group.disputed = claims
        group.reasons.append(reason(rule.id, sentence, claims))
    whole.disputed = claims
    whole.reasons.append(reason(rule.id, sentence, claims))


def _same_people(classes: Sequence[StatusGroup], combatants: Sequence[str]) -> list[StatusGroup]:
    """Civilians and combatants of one figure, where no text speaks of both."""
    civilians = next((group for group in classes if group.status == "civilian"), None)
    if civilians is None:
        return []
    for group in classes:
        if group.status not in combatants:
            continue
        texts = _texts(civilians) & _texts(group)
        figures = _figures(civilians) & _figures(group)
        if figures and not texts:
            return [civilians, group]
    return []


def _texts(group: StatusGroup) -> set[str]:
    return {claim.text_id for claim in group.claims if counted(claim)}


def _figures(group: StatusGroup) -> set[tuple[int | None, int | None]]:
    """Figures above one: single victims are too common to be the same people."""
    return {(c.low, c.high) for c in group.claims if counted(c) and (c.low or 0) > 1}
