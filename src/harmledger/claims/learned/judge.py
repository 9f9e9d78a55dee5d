"""The judge: claims by context, of people whom no rule found, and claims dropped that fit none.

A network (:mod:`harmledger.claims.learned.network`) scores each phrase for people beside a harm
word by its traits, by the signs of violence in the text and by the vectors of the words: "three of
the dockers never woke up; doctors pronounced them dead". A smaller one, the screen, chooses which
phrases are worth it. Both were trained by ``bench/train_context.py``; their weights are
``vocabulary/en/context.json``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from harmledger.claims.drafts.draft import Draft
from harmledger.claims.learned.around import Around, Known
from harmledger.claims.learned.candidates import Words, candidates_of, heads_of
from harmledger.claims.learned.choosing import accepted
from harmledger.claims.learned.clues import clues_of, vectors_of
from harmledger.claims.learned.network import Network, network
from harmledger.claims.learned.screening import Sight, sights_of
from harmledger.claims.learned.signs import Signs
from harmledger.claims.learned.slots import PEOPLE, Slot, triggers
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.ways import path
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words as grammar

if TYPE_CHECKING:
    pass

__all__ = ["JUDGE", "bound", "judge", "known_claims", "slot_of"]

#: The rule that a claim of the judge names.
JUDGE = "context"
#: How many times as high the bound is below which claims are dropped where signs are few.
_FREER = 10


@dataclass(frozen=True, slots=True)
class _Asked:
    """A slot to be judged in sentence ``index``: that of its draft number ``draft``, or open."""

    index: int
    slot: Slot
    draft: int | None


def judge(
    signs: Signs, parsed: Mapping[int, Parsed], drafts: Mapping[int, Sequence[Draft]]
) -> dict[int, list[Draft]]:
    """The claims of a text by sentence, given its parsed sentences and the claims drafted."""
    asked = list(_asked(network("screen"), parsed, drafts))
    if not asked:
        return {index: list(own) for index, own in drafts.items()}
    model, around = network(), Around(known_claims(drafts))
    clues = [clues_of(parsed[one.index], one.index, one.slot, around, signs) for one in asked]
    vectors = [vectors_of(parsed[one.index], one.slot) for one in asked]
    scores = model.scores(clues, vectors)
    opened: dict[int, list[tuple[float, int]]] = {}
    dropped: dict[int, set[int]] = {}
    for n, (one, score) in enumerate(zip(asked, scores, strict=True)):
        if one.draft is None and score >= model.add:
            opened.setdefault(one.index, []).append((score, n))
        if one.draft is not None and score < bound(model, signs, one.slot.word.measure):
            dropped.setdefault(one.index, set()).add(one.draft)
    out: dict[int, list[Draft]] = {}
    for index in parsed:
        kept = _without(drafts.get(index, ()), dropped.get(index, set()))
        scored = [
            (score, asked[n].slot, n)
            for score, n in opened.get(index, ())
            if not any(_of_one_person(asked[n].slot, draft) for draft in kept)
        ]
        more = [
            _draft(slot, score, model.reasons(clues[n], vectors[n]))
            for score, slot, n in accepted(scored)
        ]
        if kept or more:
            out[index] = [*kept, *more]
    return out


def bound(model: Network, signs: Signs, measure: str) -> float:
    """The score below which a claim is dropped: higher where the text has few signs of violence.

    Flight is told without such signs.
    """
    return model.drop * (_FREER if signs.few and measure != "displaced" else 1)


def known_claims(drafts: Mapping[int, Sequence[Draft]]) -> list[Known]:
    """The claims of a text as candidates see them."""
    return [
        Known(
            d.counted.start,
            d.counted.end,
            d.measure,
            d.counted.low,
            d.counted.high,
            index,
            d.counted.head.lower_,
        )
        for index, sentence in drafts.items()
        for d in sentence
        if d.rule != "pieces"  # weapons seized say nothing of people beside them
    ]


def slot_of(draft: Draft) -> Slot | None:
    """A claim that rules drafted as a candidate; None where it is not of people."""
    rows = harm_words().get(draft.trigger.lower_, ())
    if draft.measure not in PEOPLE or not rows:
        return None
    row = next((row for row in rows if row.measure == draft.measure), rows[0])
    row = replace(row, measure=draft.measure)
    return Slot(draft.counted, draft.trigger, row, path(draft.counted.head, draft.trigger))


def _of_one_person(slot: Slot, draft: Draft) -> bool:
    """ "One of the clerks, Luis Prat, died": the name is the one that is counted already."""
    one, other = slot.counted.head, draft.counted.head
    if draft.trigger.i != slot.trigger.i or not slot.counted.low == draft.counted.low == 1:
        return False
    told = one.head.head.head if one.head.head.lower_ == "of" else one.head
    return (one.dep_ == "appos" and told.i == other.i) or (
        other.dep_ == "appos" and other.head.i == one.i
    )


def _draft(slot: Slot, score: float, reasons: tuple[str, ...]) -> Draft:
    """The claim of a slot, how likely it was held to be, and why."""
    role, measure = slot.counted.population.role, slot.word.measure
    together = measure == "displaced" and role in {"households", "families"}
    return Draft(
        counted=slot.counted,
        measure=measure,
        phase=None,
        unit=role if role and together else "people",
        population=slot.counted.population,
        trigger=slot.trigger,
        actor=None,
        rule=JUDGE,
        outcome_open=slot.word.outcome_unknown,
        score=score,
        reasons=reasons,
    )


def _asked(
    screen: Network, parsed: Mapping[int, Parsed], drafts: Mapping[int, Sequence[Draft]]
) -> Iterator[_Asked]:
    """The slots that are worth a close look: open ones that may be claims, drafts that may not."""
    looked: list[tuple[int, Words, Sight, int | None]] = []
    for index, sentence in parsed.items():
        words: Words = tuple(triggers(sentence))
        if not words:
            continue
        own = drafts.get(index, ())
        taken = [(d.counted.start, d.counted.end) for d in own]
        sights = sights_of(sentence, heads_of(sentence, taken), words)
        looked.extend((index, words, sight, None) for sight in sights)
        sights = sights_of(sentence, (d.counted.head for d in own), words)
        looked.extend((index, words, sight, n) for n, sight in enumerate(sights))
    scores = screen.scores([s.traits for _, _, s, _ in looked], [s.vector for _, _, s, _ in looked])
    opened: dict[int, tuple[Words, list[Sight]]] = {}
    for (index, near, sight, draft), score in zip(looked, scores, strict=True):
        if draft is None and score >= screen.add:
            opened.setdefault(index, (near, []))[1].append(sight)
        if draft is not None and score < screen.drop:
            slot = slot_of(drafts[index][draft])
            if slot is not None and not _sure(drafts[index][draft]):
                yield _Asked(index, slot, draft)
    for index, (near, seen) in opened.items():
        taken = [(d.counted.start, d.counted.end) for d in drafts.get(index, ())]
        heads = (sight.head for sight in seen)
        for slot in candidates_of(parsed[index], heads, near, taken):
            yield _Asked(index, slot, None)


def _sure(draft: Draft) -> bool:
    """Whether a claim is not asked for by itself: a member of a list stands or falls with its
    first, and "67 cases of torture" and "5 WIA" leave no doubt, whatever they look like."""
    units = draft.counted.head.head.lower_ in grammar("grammar", "units_of_harm")
    letters = draft.trigger.lower_ in grammar("grammar", "units_of_harm", "letters")
    return draft.stretch is not None or units or letters


def _without(drafts: Sequence[Draft], dropped: set[int]) -> list[Draft]:
    """The claims of a sentence without some of them; totals of others are never dropped."""
    dropped = dropped - {d.whole for d in drafts}
    gone = {drafts[n].trigger.i for n in dropped}
    dropped |= {n for n, d in enumerate(drafts) if d.stretch is not None and d.trigger.i in gone}
    place = {old: new for new, old in enumerate(n for n in range(len(drafts)) if n not in dropped)}
    return [
        d if d.whole is None else replace(d, whole=place[d.whole])
        for n, d in enumerate(drafts)
        if n not in dropped
    ]
