"""The times that a sentence names, and the one that it states for a harm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from harmledger.claims.clause import APART, clause_distance, is_told, told_by
from harmledger.claims.parse import Parsed
from harmledger.claims.when import find_times
from harmledger.records import When

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Dated", "time_for", "times_of"]

#: Rules whose verb says how the harmed are: "was in critical condition on Thursday".
_STATES = frozenset(("condition",))


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression and the token that heads it; ``told``: the verb of telling it hangs on."""

    when: When
    token: Token
    told: Token | None


def times_of(parsed: Parsed, published: date | None) -> list[Dated]:
    """The times of a sentence in order."""
    sentence = parsed.sentence
    found: list[Dated] = []
    for when in find_times(parsed.text, sentence.start, sentence.end, published):
        head = _head(parsed, when.offset, when.offset + len(when.surface))
        if head is not None:
            found.append(Dated(when, head, _telling(head)))
    return found


def _head(parsed: Parsed, start: int, stop: int) -> Token | None:
    """The token of a stretch of text that hangs on one outside of it."""
    inside = [t for t in parsed.doc if parsed.start(t) < stop and start < parsed.end(t)]
    numbers = {t.i for t in inside}
    return next((t for t in inside if t.head.i not in numbers or t.head.i == t.i), None)


def _telling(head: Token) -> Token | None:
    """ "Police said on Tuesday that": by the parse, or because it stands right behind the verb."""
    at = head.i - 1
    while at >= 0 and head.doc[at].lower_ in {"on", "late", "early", ":"}:
        at -= 1
    if at >= 0 and is_told(head.doc[at]):
        return head.doc[at]
    return told_by(head)


def time_for(trigger: Token, here: list[Dated], rule: str) -> When | None:
    """The time that its own sentence states for the harm at ``trigger``.

    The nearest by clauses; a day before a period.
    """
    best: tuple[tuple[object, ...], When] | None = None
    for time in here:
        far = clause_distance(trigger, time.token)
        if time.told is not None:
            if not trigger.i < time.token.i < time.told.i:
                continue
            far = 1  # "were killed on Tuesday, police said"
        if rule in _STATES and time.token.head.i in {trigger.i, trigger.head.i, trigger.head.head.i}:
            far += 3
        if far >= APART - 1:
            continue
        key = (far > 1, time.when.precision == "period", far, abs(time.token.i - trigger.i))
        if best is None or key < best[0]:
            best = (key, time.when)
    return best[1] if best else None
