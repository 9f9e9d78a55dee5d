"""A sentence as the parser should see it, with a map back to the text.

White space is folded, all-caps text is given case, and each quantity becomes one number
token: the small parser reads "9 people" where it stumbles over "between eight and 10 people".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from harmledger.claims.ages import Age, find_ages
from harmledger.claims.gate import gate_words, unglued
from harmledger.claims.quantities import Quantity, find_quantities

__all__ = ["Prepared", "prepare"]

_TOKEN = re.compile(r"\s+|[^\W\d_]+(?:['’][^\W\d_]+)*|.", re.DOTALL)
_KEEP = frozenset("several many few numerous multiple various countless one".split())
_OF = re.compile(
    r"\s+of(?=\s+(?!them\b|the\b|those\b|these\b|whom\b|his\b|her\b|their\b|its\b|all\b|our\b))",
    re.I,
)
_TOTAL = re.compile(
    r"\b(?:(?:a|the)\s+)?(?:(?:combined|grand|overall|running)\s+)?total\s+of\s+$", re.IGNORECASE
)
#: " [not further identified]": an editor's aside, which the parser reads better without.
_ASIDE = re.compile(r"\s+\[[^\[\]]{2,80}\]")
#: Before "shot", these leave it a noun: "a warning shot", "the first shot".
_SHOT_NOUN = re.compile(
    r"\b(?:a|an|the|single|first|last|one|each|warning|rifle|gun|pistol|mug|parting|long|slap|that|this"
    r"|another|his|her|no|every)\s+$",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"\b(?:pre|re|non|co)$", re.IGNORECASE)
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "—": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """``parsed`` is what the parser reads; character i of it stands at ``starts[i]:ends[i]``."""

    parsed: str
    starts: list[int]
    ends: list[int]
    quantities: list[Quantity]
    ages: list[Age]


def is_upper(text: str) -> bool:
    """Whether the text is set in capitals throughout (nine letters in ten)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 12 and sum(c.isupper() for c in letters) > 0.9 * len(letters)


def prepare(
    text: str, start: int, end: int, *, truecase: Callable[[str, bool | None], tuple[str, bool]]
) -> Prepared:
    """Prepare ``text[start:end]``. ``truecase(word, before)`` gives a capital word its
    case and says whether it is a name; ``before`` says so of the word directly before it, None
    at the start.

    All positions in the result count from the beginning of ``text``.
    """
    raw = text[start:end]
    quantities = find_quantities(raw)
    upper = is_upper(raw)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(piece: str, left: int, right: int, *, whole: bool) -> None:
        # A lone surrogate is no character: the parser gets a question mark of the same length.
        out.append(piece if piece.isascii() else piece.encode("utf-8", "replace").decode())
        if whole or len(piece) != right - left:
            starts.extend([left + start] * len(piece))
            ends.extend([right + start] * len(piece))
        else:
            starts.extend(range(left + start, right + start))
            ends.extend(range(left + start + 1, right + start + 1))

    position = 0
    before: bool | None = None
    asides = [m.span() for m in _ASIDE.finditer(raw) if not gate_words(m[0])]
    quantities = [q for q in quantities if not any(a <= q.start < b for a, b in asides)]
    collapsed: list[tuple[Quantity | Age | None, str]] = [
        (q, _token_for(raw, q)) for q in quantities
    ]
    ages = [
        a
        for a in find_ages(raw)
        if not any(q.start < a.end and a.start < q.end for q in quantities)
    ]
    if ages:
        # One word the parser knows: "a youth was shot", "a young boy was shot".
        collapsed.extend((age, _age_token(raw, age)) for age in ages)
        collapsed.sort(key=lambda pair: pair[0].start if pair[0] else 0)
    for quantity, token in [*collapsed, (None, "")]:
        stop = quantity.start if quantity else len(raw)
        if (
            isinstance(quantity, Quantity)
            and token
            and (total := _TOTAL.search(raw, position, stop))
        ):
            stop = total.start()
        for match in _TOKEN.finditer(raw, position, stop):
            piece = match[0]
            if any(a <= match.start() < b for a, b in asides):
                continue
            if piece.isspace():
                put(" ", match.start(), match.end(), whole=True)
                continue
            if piece == "-" and _PREFIX.search(raw, max(0, match.start() - 4), match.start()):
                continue  # "pre-emptively": the parser takes the hyphen for the end of a word
            if cut := unglued(piece):
                front = match.start() + cut
                put(piece[:cut], match.start(), front, whole=False)
                put(" ", front, front, whole=True)
                put(piece[cut:], front, match.end(), whole=False)
                before = False
                continue
            if piece.lower() == "shot" and not _SHOT_NOUN.search(raw, 0, match.start()):
                # The parser takes "found shot" for a noun; "stabbed" it reads as the verb it is.
                put("stabbed", match.start(), match.end(), whole=True)
                before = False
                continue
            if upper and piece[0].isalpha():
                piece, before = truecase(piece, before)
            else:
                before = False
            put(piece.translate(_QUOTES), match.start(), match.end(), whole=False)
        if quantity is None:
            break
        position = quantity.end
        if not token:
            for match in _TOKEN.finditer(raw, quantity.start, quantity.end):
                piece = " " if match[0].isspace() else match[0]
                put(piece.lower() if upper else piece, match.start(), match.end(), whole=False)
        else:
            put(token, quantity.start, quantity.end, whole=True)
            if isinstance(quantity, Age):
                before = False
                continue
            if "," in raw[quantity.start : quantity.end] and quantity.qualifier == "between":
                # "at least 7, and possibly 11, people": the comma closes the aside.
                position += raw[position : position + 1] == ","
            swallowed = _OF.match(raw, quantity.end)
            if (swallowed and quantity.qualifier == "vague") or (
                swallowed and not raw[quantity.core_start].isdigit() and _plural(raw, quantity)
            ):
                position = swallowed.end()
        before = False
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
        parsed="".join(out),
        starts=starts,
        ends=ends,
        quantities=shifted,
        ages=[replace(a, start=a.start + start, end=a.end + start) for a in ages],
    )


def _age_token(raw: str, age: Age) -> str:
    if raw[: age.start].rstrip()[-1:] == ",":
        return str(age.years)  # "Paul Ames, 44 years old, and": as "Paul Ames, 44, and"
    return "youth" if age.noun else "young"


def _plural(raw: str, quantity: Quantity) -> bool:
    return raw[quantity.core_start : quantity.core_end].lower().endswith(("s", "dozen", "couple"))


def _token_for(raw: str, quantity: Quantity) -> str:
    """The number token that stands for the quantity; empty where its own word parses well."""
    core = raw[quantity.core_start : quantity.core_end].lower()
    if core in _KEEP and quantity.start == quantity.core_start:
        return ""
    value = quantity.low if quantity.low is not None else quantity.high
    return "two" if value == 2 and quantity.qualifier == "vague" else str(value)
