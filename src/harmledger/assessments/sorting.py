"""Which claims a method counts, and in what form: the first half of its rules."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from harmledger.assessments.method import Method
from harmledger.assessments.repeats import by_text, nameless, repeats
from harmledger.assessments.sentences import claims_word, said
from harmledger.assessments.words_as_numbers import words_as_numbers
from harmledger.incidents import Reading, Wholes, whole_readings
from harmledger.records import Claim, Reason
from harmledger.wording import figure_words, listed

__all__ = ["CONTRADICTS", "LARGER", "Sorted", "reason", "sort_out"]

#: How reasons begin that name claims which cannot be right.
CONTRADICTS = "Contradicts itself"
LARGER = "Larger"


@dataclass(slots=True)
class Sorted:
    """``credible`` claims are counted; ``readings`` are their figures for the whole."""

    credible: list[Claim]
    wholes: Wholes
    reasons: list[Reason] = field(default_factory=list)

    @property
    def readings(self) -> list[Reading]:
        """The figures for all the people of the assessment."""
        return self.wholes.readings

    @property
    def speaking(self) -> list[Claim]:
        """Claims that speak of the whole, with or without a number: those whose origins count."""
        found = [claim for reading in self.readings for claim in reading.claims]
        found += self.wholes.aside.get("vague", []) + self.wholes.aside.get("early", [])
        return list({claim.id: claim for claim in found}.values())


def reason(rule: str, sentence: str, claims: Sequence[Claim]) -> Reason:
    """A reason with the ids of its claims, each once, in their order."""
    return Reason(
        rule=rule, sentence=sentence, claims=tuple(dict.fromkeys(claim.id for claim in claims))
    )


def sort_out(
    claims: Sequence[Claim],
    method: Method,
    known: Sequence[Claim],
    steps: Sequence[str] = (),
    status: str | None = None,
    parties: Set[str] = frozenset(),
) -> Sorted:
    """Apply the rules about stance, speakers, missing numbers, parts and groups.

    ``steps``: of the method's ``sort_out`` steps those that apply; all where empty.
    ``status``: the people assessed; all people where None. ``parties``: ids of claims whose
    speaker is a party to the event.
    """
    reasons: list[Reason] = []
    credible = _stances(list(claims), method, reasons)
    credible = _speakers(credible, method, parties, reasons)
    credible = words_as_numbers(credible, method, reasons)
    credible = _missing_numbers(credible, method, reasons)
    rules = {
        rule.options["step"]: rule
        for rule in method.all("sort_out")
        if not steps or rule.options["step"] in steps
    }
    wholes = whole_readings(credible, tuple(rules), known, status)
    for step, rule in rules.items():
        if step == "persons":
            continue
        aside = wholes.aside.get(step, [])
        if aside:
            reasons.append(reason(rule.id, f"{_ASIDE[step]}: {said(aside)}.", aside))
        if step == "outcomes":
            reasons += [_lessened(rule.id, *pair) for pair in wholes.lessened]
        if step == "attackers_within" and wholes.within:
            sentence = (
                "May count the attackers too, for with them the others told of are as many: "
                f"{said(wholes.within)}. The low is without them."
            )
            reasons.append(reason(rule.id, sentence, wholes.within))
    for reading in wholes.readings:
        if len(reading.claims) > 1 and reading.persons and "persons" in rules:
            sentence = f"Single persons named one by one, taken together: {said(reading.claims)}."
            reasons.append(reason(rules["persons"].id, sentence, reading.claims))
        elif len(reading.claims) > 1 and not wholes.floor and "side_by_side" in rules:
            sentence = f"Groups taken together: {said(reading.claims)}."
            reasons.append(reason(rules["side_by_side"].id, sentence, reading.claims))
    if wholes.floor:
        sentence = "Nobody gave a figure for all, so the largest part is a lower bound."
        parts = [claim for reading in wholes.readings for claim in reading.claims]
        name = rules["parts"].id if "parts" in rules else "parts"
        reasons.append(reason(name, sentence, parts))
    return Sorted(credible, wholes, reasons)


def _lessened(rule: str, told: Claim, left: Claim) -> Reason:
    """How a number of people shot became the number of those who lived."""
    dead = (told.low or 0) - (left.low or 0)
    sentence = (
        f"Shot or taken to hospital, less {dead:,} whom the same report says were killed, "
        f"leaves {figure_words(left.low, left.high)}: {said([told])}."
    )
    return reason(rule, sentence, [told])


#: What a reason says of claims that a step set aside.
_ASIDE = {
    "contradictory": f"{CONTRADICTS} (low above high, or a part larger than its whole, alone "
    "or with others)",
    "outcomes": "Shot or taken to hospital, and said to have died",
    "parts": "A part of another figure, so not a figure for all",
    "again": "Gives the number of a part again without saying of whom, so not a figure for all",
    "perpetrators": "Said of people suspected or told of as attackers, who are assessed apart",
    "rest": 'Said of "others", counted beside somebody',
    "plurals": "A plural without a number, where all else tells of one person",
    "individuals": "Named or described one by one, taken to be among those counted",
    "vague": "No number is given, so it sets no range beside those that give one",
    "groups": "Said of one group of people, so not a figure for all",
}


def _stances(claims: list[Claim], method: Method, reasons: list[Reason]) -> list[Claim]:
    for rule in method.all("leave_out_stances"):
        gone = [claim for claim in claims if claim.stance in rule.options["stances"]]
        for stance in sorted({claim.stance for claim in gone}):
            own = [claim for claim in gone if claim.stance == stance]
            sentence = f"Not counted, because {stance}: {said(own)}."
            reasons.append(reason(rule.id, sentence, own))
        claims = [claim for claim in claims if claim.stance not in rule.options["stances"]]
    for rule in method.all("note_hedges"):
        hedged = [claim for claim in claims if claim.stance == "hedged"]
        if hedged:
            words = sorted({hedge for claim in hedged for hedge in claim.hedges})
            quoted = listed([f"“{word}”" for word in words], most=5)
            with_words = f" ({quoted})" if quoted else ""
            sentence = f"Counted, though hedged{with_words}: {said(hedged)}."
            reasons.append(reason(rule.id, sentence, hedged))
    return claims


def _speakers(
    claims: list[Claim], method: Method, parties: Set[str], reasons: list[Reason]
) -> list[Claim]:
    for rule in method.all("context_speakers"):
        kinds = rule.options["kinds"]
        by_kind = [c for c in claims if c.speaker is not None and c.speaker.kind in kinds]
        ids = {claim.id for claim in by_kind}
        by_name = [c for c in claims if c.id in parties and c.id not in ids]
        ids.update(claim.id for claim in by_name)
        if not ids:
            continue
        told = by_text(claim for claim in claims if claim.id in ids)
        others = by_text(c for c in claims if c.id not in ids and not nameless(c))
        again = [
            claim
            for claim in claims
            if claim.id not in ids
            and nameless(claim)
            and repeats(claim, told.get(claim.text_id, ()))
            and not repeats(claim, others.get(claim.text_id, ()))
        ]
        ids.update(claim.id for claim in again)
        claims = [claim for claim in claims if claim.id not in ids]
        kind = listed(sorted(kinds), "or")
        for why, own in (
            (f"a {kind} alone said it", by_kind),
            ("its speaker is a party to the event, named as the one who did it", by_name),
            ("the report only gives such a figure again", again),
        ):
            if own:
                sentence = f"Context only, because {why}: {said(own)}."
                reasons.append(reason(rule.id, sentence, own))
    return claims


def _missing_numbers(claims: list[Claim], method: Method, reasons: list[Reason]) -> list[Claim]:
    """Give claims without any number the low that the method gives them."""
    for rule in reversed(method.all("supply_low")):
        qualifiers = rule.options.get("qualifiers", ())
        surfaces = rule.options.get("surfaces", ())
        low = rule.options["low"]
        supplied: list[Claim] = []
        for number, claim in enumerate(claims):
            if claim.low is None and claim.high is None and _names(claim, qualifiers, surfaces):
                claims[number] = replace(claim, low=low)
                supplied.append(claims[number])
        if supplied:
            sentence = f"No number is given, taken as at least {low}: {claims_word(len(supplied))}."
            reasons.append(reason(rule.id, sentence, supplied))
    return claims


def _names(claim: Claim, qualifiers: Sequence[str], surfaces: Sequence[str]) -> bool:
    surface = (claim.population.surface or "") if claim.population else ""
    words = set(re.findall(r"\w+", surface.casefold()))
    return claim.qualifier in qualifiers or not words.isdisjoint(surfaces)
