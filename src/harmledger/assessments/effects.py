"""What an event did beside harm to people: who fled, buildings, aid, each unit and phase alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from harmledger.assessments.aside import set_aside
from harmledger.assessments.best import find_best
from harmledger.assessments.breakdowns import with_breakdowns
from harmledger.assessments.early import early_counts
from harmledger.assessments.impossible import dated_after
from harmledger.assessments.incident import assessment_of
from harmledger.assessments.method import Method
from harmledger.assessments.parties import party_claims
from harmledger.assessments.precision import precision
from harmledger.assessments.rests import rest_reasons, with_rests
from harmledger.assessments.sorting import reason
from harmledger.assessments.status_groups import status_groups
from harmledger.counters import Counters
from harmledger.incidents import EFFECTS, counted, losses_in
from harmledger.records import Assessment, Claim, Incident
from harmledger.wording import kind_words

__all__ = ["assess_effects"]

_Kind = tuple[str, str, str]

_LISTED = (
    "Several kinds of goods in one sentence, which may or may not hold each other: the largest "
    "number is a lower bound."
)


def assess_effects(
    incident: Incident, claims: Sequence[Claim], method: Method, counters: Counters
) -> Iterator[Assessment]:
    """One assessment for each measure, unit and phase, and for soldiers or fighters who fled.

    ``claims``: all of the incident. Unlike units are never put together, nor aid that got so far
    with aid that got farther. Those who fled are not called civilians apart: "residents" and
    "people" are the same. Who brought or barred aid is accused of no harm by its count: the rule
    for a belligerent's word is not for aid, nor are grades of who did it.
    """
    beside, only = method.rule("beside_harm"), method.rule("only")
    wanted = only.options if only else {}
    if beside is None or "incident" not in wanted.get("subjects", ("incident",)):
        return
    kinds = _kinds(incident, claims)
    exact = [*precision(incident, method), *dated_after(incident, claims)] if kinds else []
    parties = party_claims(claims) if kinds else frozenset()
    for (measure, unit, phase), own in sorted(kinds.items()):
        if measure not in wanted.get("measures", (measure,)):
            continue
        if measure not in beside.options["effects"]:
            continue
        alone = f"Counted alone, with no other unit or phase: {kind_words(measure, unit, phase)}."
        rules = _rules(method, measure, own, kinds)
        own, more = _lists_of_goods(own) if measure == "aid" else (own, [])
        own, rested = with_rests(own, counters, rules)
        known, repeated = with_breakdowns(own, rested, rules)
        aside = set_aside(own, incident, rules, known, parties)
        early = early_counts(incident, own, rules, known, parties)
        whole, classes = status_groups(own, rules, aside, parties, early=early)
        for group in (whole, *classes):
            if (group.status or "all") not in wanted.get("people", (group.status or "all",)):
                continue
            find_best(group, rules, known)
            held = {claim.id for claim in group.claims}
            again = [one for one in repeated if held & {*one.claims}]
            group.reasons += [*rest_reasons(group.claims, known, rules), *again, *exact]
            group.reasons.append(reason(beside.id, alone, group.claims))
            if more:
                group.reasons.append(reason(beside.id, _LISTED, more))
            yield assessment_of(incident.id, measure, unit, group, rules, known, phase or None)


def _kinds(incident: Incident, claims: Iterable[Claim]) -> dict[_Kind, list[Claim]]:
    """The claims by measure, unit and phase, in the order of the reports."""
    losses = losses_in([incident])
    found: dict[_Kind, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.document, c.start, c.end, c.id)):
        if claim.measure in EFFECTS:
            phase = losses.get(claim.id) if claim.measure == "damaged" else claim.phase
            unit = claim.unit or ("people" if claim.measure == "displaced" else "")
            found[claim.measure, unit, phase or ""].append(_no_civilian(claim))
    return found


def _lists_of_goods(claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The claims with lists of goods as lower bounds, and those that are lists.

    "80 tonnes of flour and 12 tonnes of oil" are 92, "80 tonnes of food, with 12 of oil" are 80:
    80 and more in either case, but where one number is the sum of the others.
    """
    by_sentence: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.part_of is None and claim.low and counted(claim):
            speaker = claim.speaker.name if claim.speaker else None
            by_sentence[*_sentence(claim), speaker].append(claim)
    changed: dict[str, Claim] = {}
    listed: list[Claim] = []
    for own in by_sentence.values():
        most = max(own, key=lambda claim: (claim.low or 0, -claim.start))
        others = [claim for claim in own if claim.low != most.low]
        if not others:
            continue
        listed += own
        changed |= {claim.id: replace(claim, part_of=most.id) for claim in others}
        if sum(claim.low or 0 for claim in others) != most.low:
            changed[most.id] = replace(most, high=None)
    return [changed.get(claim.id, claim) for claim in claims], listed


def _no_civilian(claim: Claim) -> Claim:
    people = claim.population
    if claim.measure != "displaced" or people is None or people.status != "civilian":
        return claim
    return replace(claim, population=replace(people, status="unstated"))


def _rules(
    method: Method, measure: str, own: Sequence[Claim], kinds: Mapping[_Kind, Sequence[Claim]]
) -> Method:
    """The method's rules that apply to such a count."""
    rules, grades = method.rules, method.grades
    if measure == "aid":
        rules = tuple(rule for rule in rules if rule.does != "context_speakers")
        grades = tuple(one for one in grades if set(one.conditions) <= {"min_origins"})
    if measure == "damaged":
        # "Destroyed 150 houses and damaged another 900": others than those destroyed, and all of
        # those damaged.
        told = {_sentence(c) for other in kinds.values() if other is not own for c in other}
        if any(_sentence(claim) in told for claim in own):
            rules = tuple(rule for rule in rules if rule.options.get("step") != "rest")
    return replace(method, rules=rules, grades=grades)


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.text_id, claim.sentence_start
