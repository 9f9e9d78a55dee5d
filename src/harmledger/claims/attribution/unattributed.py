"""Whose a number is that no word of saying holds, and the sources that stand at a number itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from harmledger.claims.attribution.beside import counted_behind, named_before, named_first
from harmledger.claims.attribution.footnotes import footnoted
from harmledger.claims.attribution.going_on import unsaid
from harmledger.claims.attribution.hearing import Hearing
from harmledger.claims.attribution.holding import held_number
from harmledger.claims.attribution.marked import bracketed, headed, labelled
from harmledger.claims.attribution.outside import in_list
from harmledger.claims.attribution.quotations import quotation_at
from harmledger.claims.attribution.rivals import accorded, held_up, rival_at
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import finite
from harmledger.claims.words import gazetteer
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["beside_number", "in_other_clause", "unattributed"]

#: A bracket right behind a number.
_BRACKET = re.compile(r"(?:\splus)?\s\(")


def unattributed(
    voices: Hearing, index: int, trigger: Token, number: tuple[int, int] | None
) -> Speaker | None:
    """The source of what no word of saying governs: by its form, its clause, what leads up to it.

    ``number``: where the count stands in the text, if it is known.
    """
    parsed, text = voices.parsed[index], voices.text
    marked = labelled(text, parsed.start(trigger))
    marked = marked or bracketed(text, parsed.end(trigger))
    marked = marked or headed(text, parsed.sentence.start, parsed.start(trigger))
    if marked is None and number is not None:
        marked = (
            footnoted(text, number[1])
            or in_list(text, number[0])
            or named_first(text, parsed.sentence.start, number[0])
        )
        counted = _counted(parsed, number) if marked is None else None
        if counted is not None:
            marked = held_number(voices, index, trigger, counted)
    return marked or unsaid(voices, index, trigger)


def _counted(parsed: Parsed, number: tuple[int, int]) -> Token | None:
    """The last word of the number."""
    inside = [t for t in parsed.doc if number[0] < parsed.end(t) and parsed.start(t) < number[1]]
    return next((t for t in reversed(inside) if t.like_num), None)


def in_other_clause(parsed: Parsed, trigger: Token, number: tuple[int, int]) -> Token | None:
    """The word for the count where it stands in another clause than the harm word.

    "The number of displaced is 349, and according to the council the figure is 427."
    """
    found = next((t for t in parsed.doc if number[0] < parsed.end(t)), None)
    if found is None or parsed.start(found) >= number[1] or found.i == trigger.i:
        return None
    verb = next((t for t in found.ancestors if t.pos_ in {"VERB", "AUX"} and finite(t)), None)
    over = {trigger.i, *(t.i for t in trigger.ancestors)}
    joined = verb is None or verb.i in over or trigger.i in {t.i for t in found.ancestors}
    return None if joined else found


def beside_number(voices: Hearing, index: int, number: tuple[int, int]) -> Speaker | None:
    """The source at the number itself, which another source of the sentence does not count."""
    start, end = number
    if quotation_at(voices.quotations, start) is not None:
        return None
    behind = counted_behind(voices.text, start, end)
    if behind is not None:
        return behind
    if _BRACKET.match(voices.text, end) and (named := bracketed(voices.text, end, alone=True)):
        return named  # "82 (town authorities), 132 (panel), according to the summary"
    parsed = voices.parsed[index]
    first = parsed.sentence.start
    if (to := accorded(voices.text, first, start, end)) is not None:
        return to
    cues = voices.narrated(index)
    held = held_up(voices.text[first:start])
    before = named_before(voices.text, first, start)
    if before is None and (held or cues):
        places = any(gazetteer.known_name(c.source.text) for c in cues)
        before = rival_at(voices.text, first, start, end, places=places)
    if before is None or held:
        return before
    others = (parsed.start(c.source) for c in cues)
    return before if any(at < before.start for at in others) else None
