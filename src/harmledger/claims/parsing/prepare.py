"""A sentence as the parser should see it, with a map back to the text.

White space is folded, all-caps text is given case, and each quantity becomes one number
token: the small parser reads "9 people" where it stumbles over "between eight and 10 people".
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, replace

from harmledger.claims.parsing.entities import without_entities
from harmledger.claims.parsing.rebuilding import Builder, Truecase
from harmledger.claims.parsing.sideclauses import StandIn, stand_ins
from harmledger.claims.quantities.ages import Age, find_ages
from harmledger.claims.quantities.grammar import Quantity, find_quantities

__all__ = ["Prepared", "prepare"]

_KEEP = frozenset("several many few numerous multiple various countless one".split())
_TOTAL = re.compile(
    r"\b(?:(?:a|the)\s+)?(?:(?:combined|grand|overall|running)\s+)?total\s+of\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """``parsed`` is what the parser reads; character i of it stands at ``starts[i]:ends[i]``."""

    parsed: str
    starts: array[int]
    ends: array[int]
    quantities: list[Quantity]
    ages: list[Age]


def prepare(
    text: str,
    start: int,
    end: int,
    *,
    truecase: Truecase,
) -> Prepared:
    """Prepare ``text[start:end]``. ``truecase(word, before, behind)`` gives a capital word
    its case and says whether it is a name; ``before`` says so of the word directly before it, None
    at the start, and ``behind`` is the word directly behind it.

    All positions in the result count from the beginning of ``text``.
    """
    raw = without_entities(text[start:end])
    built = Builder(raw, start, truecase)
    others = stand_ins(raw)
    quantities = [
        q
        for q in find_quantities(raw)
        if not built.aside(q.start) and not any(one.covers(q.start, q.end) for one in others)
    ]
    ages = [
        age
        for age in find_ages(raw)
        if not any(q.start < age.end and age.start < q.end for q in quantities)
    ]
    position = 0
    both: list[Quantity | Age | StandIn] = [*quantities, *ages, *others]
    for quantity in sorted(both, key=lambda one: one.start):
        if isinstance(quantity, StandIn):
            built.run(position, quantity.start)
            built.put(quantity.word, quantity.start, quantity.end, whole=True)
            built.before = False
            position = quantity.end
            continue
        if isinstance(quantity, Age):
            # One word the parser knows: "a youth was shot", "a young boy was shot".
            built.run(position, quantity.start)
            built.put(_age_token(raw, quantity), quantity.start, quantity.end, whole=True)
            built.before = False
            position = quantity.end
            continue
        token = _token_for(raw, quantity)
        total = _TOTAL.search(raw, position, quantity.start) if token else None
        built.run(position, total.start() if total else quantity.start)
        position = built.quantity(quantity, token)
    built.run(position, len(raw))
    shifted = [
        Quantity(
            start=q.start + start,
            end=q.end + start,
            core_start=q.core_start + start,
            core_end=q.core_end + start,
            low=q.low,
            high=q.high,
            qualifier=q.qualifier,
        )
        for q in quantities
    ]
    return Prepared(
        parsed="".join(built.pieces),
        starts=built.starts,
        ends=built.ends,
        quantities=shifted,
        ages=[replace(age, start=age.start + start, end=age.end + start) for age in ages],
    )


def _age_token(raw: str, age: Age) -> str:
    # "His wife, 12-year-old son and": a hyphen, and a word that goes on, tie it to what follows.
    short = "-" in raw[age.start : age.end] or "/" in raw[age.start : age.end]
    tied = short and raw[age.end : age.end + 2].strip().isalpha()
    if raw[: age.start].rstrip()[-1:] == "," and not tied:
        return str(age.years)  # "Paul Ames, 44 years old, and": as "Paul Ames, 44, and"
    if age.noun and age.plural:
        return "youths"
    return "youth" if age.noun else "young"


def _token_for(raw: str, quantity: Quantity) -> str:
    """The number token that stands for the quantity; empty where its own word parses well."""
    core = raw[quantity.core_start : quantity.core_end].lower()
    if core in _KEEP and quantity.start == quantity.core_start:
        return ""
    value = quantity.low if quantity.low is not None else quantity.high
    return "two" if value == 2 and quantity.qualifier == "vague" else str(value)
