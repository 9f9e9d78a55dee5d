"""What a method says of an event beside its figures: codes of the strike, the answer, the violence.

They follow from claims alone; what claims do not say is said to be left open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from harmledger.assessments.attribution import accepting, competing
from harmledger.assessments.method import Method, Rule
from harmledger.assessments.origins import find_origins
from harmledger.assessments.sentences import said
from harmledger.assessments.sorting import reason
from harmledger.counters import Counters
from harmledger.incidents import counted, status_of
from harmledger.records import Claim, Reason

__all__ = ["event_codes", "presumed"]

_FORCES = frozenset({"armed_forces", "police"})


def event_codes(
    claims: Sequence[Claim], method: Method, counters: Counters, parties: Set[str]
) -> list[Reason]:
    """One reason for each rule of the method about the event; ``claims``: all of the incident."""
    found = [_strike(rule, claims, counters, parties) for rule in method.all("strike_status")]
    found += [_answer(rule, claims, parties) for rule in method.all("belligerent_answer")]
    return found + [_violence(rule, claims) for rule in method.all("type_of_violence")]


def _strike(rule: Rule, claims: Sequence[Claim], counters: Counters, parties: Set[str]) -> Reason:
    standing = [claim for claim in claims if counted(claim)]
    declared = accepting(standing)
    if declared:
        return reason(
            rule.id,
            "The strike's status is declared_strike: a party says it did it.",
            declared,
        )
    contested = competing(standing, counters)
    if contested:
        sentence = "The strike's status is contested_strike: sources name different parties."
        return reason(rule.id, sentence, contested)
    others = [claim for claim in standing if not _of_party(claim, parties)]
    origins = find_origins(others, counters)
    if len(origins) > 1:
        sentence = f"The strike's status is likely_strike: {len(origins)} origins tell of it."
        return reason(rule.id, sentence, others)
    sentence = "The strike's status is single_source_claim: at most one origin is no party."
    return reason(rule.id, sentence, others)


def _answer(rule: Rule, claims: Sequence[Claim], parties: Set[str]) -> Reason:
    own = [claim for claim in claims if _of_party(claim, parties)]
    accepted = accepting(own)
    if accepted:
        return reason(rule.id, "The belligerent's answer is credible: it says it did it.", accepted)
    denied = [claim for claim in own if claim.stance == "denied"]
    if denied:
        sentence = f"The belligerent's answer is non_credible: it denies {said(denied)}."
        return reason(rule.id, sentence, denied)
    # A report may say so in a sentence without people or numbers, of which no claim is made.
    sentence = (
        "The belligerent's answer is not_yet_assessed: in none of these claims does a party say "
        "that it did it, or deny it."
    )
    return reason(rule.id, sentence, own)


def _of_party(claim: Claim, parties: Set[str]) -> bool:
    return claim.id in parties or (
        claim.speaker is not None and claim.speaker.kind == "belligerent"
    )


def _violence(rule: Rule, claims: Sequence[Claim]) -> Reason:
    killed = [c for c in claims if c.measure == "killed" and counted(c) and c.low != 0]
    forces = [claim for claim in killed if status_of(claim) in _FORCES]
    if forces:
        sentence = (
            "type_of_violence is 1, state-based: soldiers or police, forces of a government, are "
            "among those killed."
        )
        return reason(rule.id, sentence, forces)
    who = sorted({status for claim in killed if (status := status_of(claim))})
    told = (
        f"those killed are told of as {' and '.join(who)}".replace("_", " ")
        if who
        else ("nobody says who those killed were")
    )
    why = (
        "whether they were the aim, which one-sided violence (3) asks for, is not said"
        if "civilian" in who
        else "who fought whom is left to a person"
    )
    return reason(rule.id, f"type_of_violence is left open: {told}, and {why}.", killed)


def presumed(claims: Sequence[Claim], method: Method) -> Iterator[Reason]:
    """Whether the people of one measure are taken for civilians where nobody says otherwise."""
    for rule in method.all("presume_civilian"):
        standing = [claim for claim in claims if counted(claim) and claim.low != 0]
        if not standing:
            continue
        fighters = [c for c in standing if status_of(c) in set(rule.options["combatants"])]
        if fighters:
            sentence = f"Some are said to have taken part in fighting: {said(fighters)}."
            yield reason(rule.id, sentence, fighters)
        else:
            sentence = (
                "No source says that any of them took part in fighting: this method takes them "
                "for civilians until one does."
            )
            yield reason(rule.id, sentence, standing)
