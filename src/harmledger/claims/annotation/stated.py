"""Place and time that one sentence states for the event it tells of, whoever was harmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.annotation.anchor import anchor_of
from harmledger.claims.annotation.aside import is_aside
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.drafts.deaths import counted_afterwards
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import COUNTRY, TOWN
from harmledger.claims.places.related import of_another
from harmledger.claims.places.where import heals, place_for
from harmledger.claims.times.dating import time_for
from harmledger.claims.words.eventwords import is_event
from harmledger.claims.words.gazetteer import known_name
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word
from harmledger.records import When

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.drafts.draft import Draft

__all__ = ["of_event", "place_stated", "time_stated", "towns_left"]


def place_stated(
    reading: Reading, index: int, *, last: bool, strict: bool = False
) -> Mention | None:
    """The place of the event that a sentence tells of; of several the last, or the first.

    ``strict``: only one that hangs on a harm or an event, not any that the sentence names (a
    country never counts unless it does).
    """
    parsed, here = reading.parsed[index], reading.places(index)
    if not here or _of_burials(reading, index):
        return None
    drafts = reading.drafts.get(index, [])
    found = [
        place_for(parsed, anchor_of(reading, index, d), here, measure=d.measure) for d in drafts
    ]
    here = [m for m in here if not heals(m) or _struck(parsed.doc[m.token])]
    here = [m for m in here if not of_another(parsed.doc[m.token])]
    here = [m for m in here if not is_aside(reading, index, m)]
    booking = words("places", "booking")
    here = [m for m in here if m.goal < 0 or parsed.doc[m.goal].lower_ not in booking]
    stated = [m for m in found if m in here]
    if not stated:
        # "Protestants, Catholics; from Basra, from Hull": where they came from.
        told = [m for m in here if m.locative and not m.told and m.goal < 0 and not m.left]
        stated = [m for m in told if of_event(parsed.doc[m.token])]
        stated = stated or [m for m in told if not strict and m.rank < COUNTRY]
        if not stated and not strict:
            stated = towns_left(parsed, here)
    return stated[-1 if last else 0] if stated else None


def _of_burials(reading: Reading, index: int) -> bool:
    """Whether a sentence counts those laid to rest, or on a list, and nobody else."""
    drafts, parsed = reading.drafts.get(index, []), reading.parsed[index]
    return bool(drafts) and all(counted_afterwards(parsed, draft) for draft in drafts)


def _struck(token: Token) -> bool:
    """Whether an event stands before a place of healing: "the air strikes on the hospital"."""
    while token.dep_ == "pobj" and token.head.head.pos_ in {"NOUN", "PROPN"}:
        token = token.head.head
        if is_event(token):
            return True
    return False


def towns_left(parsed: Parsed, here: list[Mention]) -> list[Mention]:
    """The one town that someone left or reached: "quits Kunduz", "has pulled out of Kunduz"."""
    towns = [m for m in here if not m.told and TOWN <= m.rank < COUNTRY and known_name(m.core)]
    moved = [
        m
        for m in towns
        if {t.lower_ for t in (parsed.doc[m.token], *parsed.doc[m.token].ancestors)}
        & words("places", "leaving")
    ]
    return moved if len(towns) == 1 else []


def time_stated(
    reading: Reading, index: int, *, last: bool, harm: Token | None = None, held: bool = True
) -> When | None:
    """The time of the event that a sentence tells of; ``harm``: what it is wanted for.

    ``held``: also that of arrests, where the sentence tells of harm too ("arrested five on Tuesday
    over the bombing that killed 29").
    """
    here = reading.times(index)
    if not here or _of_burials(reading, index):
        return None
    drafts = reading.drafts.get(index, [])
    done = [] if held else [d for d in drafts if d.measure != "detained"]
    drafts = done or drafts
    dying = words("places", "later_deaths")
    if (harm is None or harm.lower_ not in dying) and any(
        d.trigger.lower_ in dying for d in drafts
    ):
        # "He was hurt in the crush. He died in March": not when he was hurt.
        drafts = [d for d in drafts if d.trigger.lower_ not in dying]
        here = [t for t in here if t.token.head.lower_ not in dying]
    here = [t for t in here if not of_another(t.token)]
    found = [(d, time_for(anchor_of(reading, index, d), here, d)) for d in drafts]
    others = {w.offset for d, w in found if w is not None and _of_another_harm(d, w)}
    stated = [w for _, w in found if w is not None and w.offset not in others]
    if not stated:
        plain = [
            t for t in here if t.told is None and not t.lasting and t.when.offset not in others
        ]
        stated = [t.when for t in plain if t.event or of_event(t.token)]
    return stated[-1 if last else 0] if stated else None


def _of_another_harm(draft: Draft, when: When) -> bool:
    """ "The nephew of a rebel killed last year": what is told of one person, of another time."""
    one = draft.counted.low == draft.counted.high == 1
    return one and draft.trigger.dep_ in {"acl", "relcl"} and when.precision != "day"


def of_event(token: Token) -> bool:
    """Whether a place or time hangs on an event: "the shooting happened in Basra"."""
    for above in token.ancestors:
        if above.pos_ == "NOUN" and is_person_word(above.lower_):
            return False  # "the top official in the Middle East"
        vague = above.lower_ in words("places", "vague_events")
        if (is_event(above) and not vague) or above.lower_ in words("places", "responses"):
            return True
        if above.pos_ == "VERB":
            # "Was walking in Basra when someone fired at him".
            return any(
                c.dep_ in {"nsubj", "nsubjpass", "dobj", "advcl"} and is_event(c)
                for c in above.children
            )
    return False
