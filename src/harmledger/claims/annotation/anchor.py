"""The harm word that a claim hangs on for its place and time: where harms are joined, the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.times.dating import Dated, time_for
from harmledger.records import When

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.drafts.draft import Draft

__all__ = ["anchor_of", "time_of_joined"]

_JOINED = re.compile(r"\s*(?:,|and|,\s*and|with|while)\s*", re.IGNORECASE)
#: "Hurt five people, including a man who is in hospital": the man is one of them.
_AMONG = re.compile(r"[^.;:]{0,50}\b(?:including|among them|among whom)\s+", re.IGNORECASE)


def anchor_of(reading: Reading, index: int, draft: Draft) -> Token:
    """The harm word whose clause holds the draft: of "12 dead and 30 hurt" the first."""
    parsed, trigger = reading.parsed[index], draft.trigger
    # "Shot seven people in Basra, killing one".
    trailing = trigger.tag_ == "VBG" and trigger.i > 0 and trigger.nbor(-1).text == ","
    for other in reversed(reading.drafts.get(index, ())):
        between = parsed.text[parsed.end(other.trigger) : draft.counted.start]
        earlier = other.trigger.i < trigger.i
        if earlier and any(t.lower_ == "since" for t in trigger.doc[other.trigger.i : trigger.i]):
            return trigger  # "killed 12, the most since a ferry sank in 1987, drowning 193"
        if earlier and (trailing or _JOINED.fullmatch(between) or _AMONG.fullmatch(between)):
            return anchor_of(reading, index, other)
    return trigger


def time_of_joined(
    reading: Reading, index: int, draft: Draft, here: Sequence[Dated]
) -> When | None:
    """The time that hangs on a harm told in one breath with the draft, among those ``here``.

    "In which 43 were killed and 84 wounded ten years ago", which the parse may tear apart.
    """
    anchor = anchor_of(reading, index, draft)
    for other in reading.drafts.get(index, ()) if here else ():
        harm = other.trigger
        own = [time for time in here if harm.is_ancestor(time.token)]
        if own and harm.i != anchor.i and anchor_of(reading, index, other).i == anchor.i:
            return time_for(harm, own, draft)
    return None
