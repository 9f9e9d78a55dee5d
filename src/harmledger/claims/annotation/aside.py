"""Places of what follows a deed: the jail, the hospital, where those who fled were flown to.

"Nine were killed. Police said 600 are held at a prison in Beersheba": the nine died elsewhere.
"""

from __future__ import annotations

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.places.mentions import Mention
from harmledger.claims.words.eventwords import is_event
from harmledger.claims.words.lexicon import words

__all__ = ["is_aside"]

#: Measures of what is done to people after the harm, or to others.
_AFTER = frozenset(("detained", "displaced", "aid", "arms"))


def is_aside(reading: Reading, index: int, place: Mention) -> bool:
    """Whether sentence ``index`` names the place for those held, treated or carried there.

    Not where the sentence has an event there: "a riot at a prison in Hull", "the raid on the
    hospital"; nor where people fled from.
    """
    if index not in reading.parsed or place.token < 0:
        return False
    doc = reading.parsed[index].doc
    token = doc[place.token]
    measures = {draft.measure for draft in reading.drafts.get(index, ())}
    later = bool(measures) and measures <= _AFTER
    struck = any(above.pos_ == "NOUN" and is_event(above) for above in token.ancestors)
    if place.holds:
        return later or not (struck or measures)
    if place.heals and not struck:
        dying = words("places", "later_deaths")
        return any(d.trigger.lower_ in dying for d in reading.drafts.get(index, ()))
    if place.goal < 0:
        return False
    moved = doc[place.goal].lower_ in words("places", "carried")
    toward = any(above.lower_ == "to" for above in token.ancestors if above.i > place.goal)
    return toward and (later or moved)
