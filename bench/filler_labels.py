"""What the filler learns from: slots of marked reports and of MUC-4, and whether each is harm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unittest import mock

from claims import text_of
from harmledger.claims.annotation.reading import Reading, open_text
from harmledger.claims.extract import draft_claims
from harmledger.claims.learned import filler
from harmledger.claims.learned.filler import Weights, open_slots, told_by
from harmledger.claims.learned.slots import Slot, slots_of
from harmledger.claims.learned.traits import traits_of
from harmledger.records import Text

__all__ = ["NEVER", "Row", "of_gold", "of_judged", "of_muc"]

#: Weights of the labels: slots left open in gold, filled ones, and MUC-4 for and against.
OPEN, FILLED, MUC_HARM, MUC_NONE = 6.0, 1.0, 1.0, 0.4
#: No slot reaches this: for reading by the rules alone.
NEVER = Weights(0, 2.0, 0.0, {})


@dataclass(frozen=True, slots=True)
class Row:
    """A slot as something to learn from.

    ``filled``: a rule made a claim of it; ``asked``: reading would ask about it.
    """

    report: str
    sentence: int
    slot: Slot
    traits: list[str]
    harm: bool
    filled: bool
    asked: bool
    weight: float


def readings(texts: Sequence[Text]) -> Iterator[Reading]:
    """The texts with what the rules alone draft."""
    with mock.patch.object(filler, "weights", return_value=NEVER):
        for text in texts:
            reading = open_text(text)
            draft_claims([reading])
            yield reading


def slots(reading: Reading) -> Iterator[tuple[int, Slot, list[str], bool, bool]]:
    """Each slot with its sentence, its traits without its own claim, and what :class:`Row` says."""
    told = told_by(reading.drafts.values())
    for index, parsed in reading.waiting.items():
        drafts = reading.drafts.get(index, [])
        found = slots_of(parsed, wide=True)
        asked = {(s.counted.start, s.word.measure) for s, _ in open_slots(parsed, drafts, told)}
        for slot in found:
            one = slot.counted
            own = [d for d in drafts if d.counted.start < one.end and one.start < d.counted.end]
            for draft in own:
                told.add(draft, -1)
            rest = [d for d in drafts if d not in own]
            traits = traits_of(parsed, slot, rest, found, told)
            yield index, slot, traits, bool(own), (one.start, slot.word.measure) in asked
            for draft in own:
                told.add(draft)


def of_gold(texts: Sequence[Text], answers: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """The slots of marked reports; those of doubtful marks or open outcome are left out."""
    for reading, answer in zip(readings(texts), answers, strict=True):
        for index, slot, traits, own, asked in slots(reading):
            one, measure = slot.counted, slot.word.measure
            met = [
                c
                for c in answer["claims"]
                if c["start"] < one.end
                and one.start < c["end"]
                and (c["low"], c["high"]) == (one.low, one.high)
            ]
            harm = [c for c in met if c["measure"] == measure]
            doubt = any(not c.get("sure", True) for c in harm) or (
                not harm
                and slot.word.outcome_unknown
                and any(c["measure"] in {"killed", "casualties"} for c in met)
            )
            if not doubt:
                weight = FILLED if own else OPEN
                yield Row(str(answer["n"]), index, slot, traits, bool(harm), own, asked, weight)


def of_judged(judged: Iterable[tuple[Text, dict[tuple[int, str], bool]]]) -> Iterator[Row]:
    """The numbers that were judged one by one."""
    for text, harms in judged:
        for reading in readings([text]):
            for index, slot, traits, own, asked in slots(reading):
                harm = harms.get((slot.counted.start, slot.word.measure))
                if harm is not None and not own:
                    yield Row(text.document, index, slot, traits, harm, own, asked, OPEN)


def of_muc(reports: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """The open slots of MUC-4 reports, by their answer."""
    for row in reports:
        keys = [
            (measures(incident, victim), numbers(victim), strings(victim))
            for incident in row["incidents"]
            for victim in incident["victims"]
        ]
        for reading in readings([text_of(row)]):
            for index, slot, traits, own, asked in slots(reading):
                if own:
                    continue
                harm = any(
                    slot.word.measure in kinds and slot.counted.low in many and fits(slot, named)
                    for kinds, many, named in keys
                )
                if harm and any(t.startswith("word befell as many") for t in traits):
                    continue  # the same victim once more: "Ruiz, a senator, was killed"
                weight = MUC_HARM if harm else MUC_NONE
                yield Row(str(row["id"]), index, slot, traits, harm, False, asked, weight)


def measures(incident: dict[str, Any], victim: dict[str, Any]) -> set[str]:
    """The measures that an answer gives a victim."""
    effects = {word for group in victim["effect"] for word in group}
    found = {m for word, m in (("DEATH", "killed"), ("INJURY", "injured")) if word in effects}
    return found | {"abducted"} if any("KIDNAP" in t for t in incident["type"]) else found


def numbers(victim: dict[str, Any]) -> set[int | None]:
    """The numbers that an answer gives a victim."""
    return {n.get("low") for group in victim["number_parsed"] for n in group}


def strings(victim: dict[str, Any]) -> list[str]:
    """The names and descriptions of a victim, lower case."""
    return [
        part.strip().lower()
        for text in (*victim["name"], *victim["desc"])
        for part in text.split('"')
        if part.strip(" /?:")
    ]


def fits(slot: Slot, named: Sequence[str]) -> bool:
    """Whether a slot's words are those of a victim; of several, the last word is enough."""
    one = slot.counted
    surface = " ".join((one.population.surface or one.head.text).lower().split())
    if one.low == 1:
        return any(text in surface or (surface in text and len(surface) > 4) for text in named)
    return any(surface.split()[-1] in text.split() for text in named)
