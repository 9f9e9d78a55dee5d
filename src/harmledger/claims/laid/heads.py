"""What a head names: the column, label or heading that says what the numbers count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from harmledger.claims.words.lexicon import words

__all__ = ["MEASURES", "Head", "head_of", "unit_of"]

#: The measures of people, in the order in which a head that names two is read.
MEASURES = ("killed", "injured", "casualties", "missing", "detained", "abducted", "displaced")
#: Words of a head at most: a longer one is a sentence.
_MOST = 14
_WORD = re.compile(r"[A-Za-z%][A-Za-z'’.-]*|%")
_PHASES = (
    ("denied", frozenset(("denied", "refused", "turned"))),
    ("distributed", frozenset(("distributed",))),
    ("promised", frozenset(("promised", "pledged"))),
    ("approved", frozenset(("approved",))),
    ("entered", frozenset(("entered", "crossed"))),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is counted: ``measure``, the unit where the head has one, and how far goods got.

    ``word``: the span of the word that says it, within the string searched.
    """

    measure: str
    unit: str | None
    phase: str | None
    word: tuple[int, int]


@cache
def _measures() -> dict[str, str]:
    return {word: measure for measure in MEASURES for word in words("laid_out", measure)}


def head_of(head: str) -> Head | None:
    """The measure that a head names; None where it names none, or two that are not one."""
    found = [(m[0].lower().rstrip("."), m.span()) for m in _WORD.finditer(head)]
    if not found or len(found) > _MOST:
        return None
    every = {word for word, _ in found}
    if every & words("laid_out", "not_heads") or every & words("things", "animals"):
        return None
    named = {_measures()[word]: span for word, span in reversed(found) if word in _measures()}
    damage = next((span for w, span in found if w in words("laid_out", "damage_verbs")), None)
    goods = every & (words("things", "aid") | words("things", "aid_units"))
    goods |= every & words("laid_out", "aid_goods")
    carried = [(w, span) for w, span in found if w in words("laid_out", "aid_verbs")]
    built = sorted(every & (words("things", "buildings") | words("things", "vehicles")))
    if damage is not None and built and not named:
        return Head(measure="damaged", unit=built[0], phase=None, word=damage)
    if goods and carried and not named:
        return Head(
            measure="aid", unit=unit_of(head), phase=_phase(carried[0][0]), word=carried[0][1]
        )
    if len(named) == 1:
        measure, span = next(iter(named.items()))
        return Head(measure=measure, unit=unit_of(head) or "people", phase=None, word=span)
    if set(named) == {"killed", "injured"} or (len(named) == 2 and "casualties" in named):
        return Head(
            measure="casualties", unit="people", phase=None, word=next(iter(named.values()))
        )
    return None


def _phase(verb: str) -> str:
    return next((phase for phase, forms in _PHASES if verb in forms), "delivered")


def unit_of(words_told: str) -> str | None:
    """The unit that a head or the words behind a number name: tonnes, trucks, households."""
    units = words("things", "aid_units") | words("things", "households")
    return next((w for w in words_told.lower().split() if w.strip("().,") in units), None)
