"""A sentence as the parser should see it, with a map back to the text.

White space is folded, all-caps text is given case, and each quantity becomes one number
token: the small parser reads "9 people" where it stumbles over "between eight and 10 people".
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass, replace

from harmledger.claims.ages import Age, find_ages
from harmledger.claims.gate import gate_words, glued_words, unglued
from harmledger.claims.males import MALE_WORD, MALES, is_person_male
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
_SHOT = re.compile(r"\bshot\b", re.IGNORECASE)
#: Before "shot", these leave it a noun: "a warning shot", "the first shot".
_SHOT_NOUN = re.compile(
    r"\b(?:a|an|the|single|first|last|one|(?<!were\s)each|warning|rifle|gun|pistol|mug|parting|long|slap|that"
    r"|this|another|his|her|no|every)\s+$",
    re.IGNORECASE,
)
#: What :class:`_Builder` looks at token by token: odd white space, and what :data:`_PREFIX` finds.
_UNEVEN = re.compile(r"\s{2,}|[^\S ]|\b(?:pre|re|non|co)-", re.IGNORECASE)
_LONG_WORD = re.compile(r"[^\W\d_]{7,}")
_PREFIX = re.compile(r"\b(?:pre|re|non|co)$", re.IGNORECASE)
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "—": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """``parsed`` is what the parser reads; character i of it stands at ``starts[i]:ends[i]``."""

    parsed: str
    starts: array[int]
    ends: array[int]
    quantities: list[Quantity]
    ages: list[Age]


def is_upper(text: str) -> bool:
    """Whether the text is set in capitals throughout (nine letters in ten)."""
    letters = sum(map(str.isalpha, text))
    return letters >= 12 and sum(map(str.isupper, text)) > 0.9 * letters


class _Builder:
    """A prepared sentence as it grows: its characters, and where each of them stands."""

    def __init__(
        self, raw: str, offset: int, truecase: Callable[[str, bool | None], tuple[str, bool]]
    ) -> None:
        self.raw = raw
        self.offset = offset
        self.truecase = truecase if is_upper(raw) else None
        self.before: bool | None = None
        self.asides = [m.span() for m in _ASIDE.finditer(raw) if not gate_words(m[0])]
        self.pieces: list[str] = []
        self.starts = array("I")
        self.ends = array("I")

    def aside(self, at: int) -> bool:
        """Whether ``at`` stands in an aside, which the parser is not given."""
        return bool(self.asides) and any(start <= at < end for start, end in self.asides)

    def put(self, piece: str, left: int, right: int, *, whole: bool = False) -> None:
        """Add ``piece`` for ``raw[left:right]``: as a ``whole``, or letter for letter."""
        # A lone surrogate is no character: the parser gets a question mark of the same length.
        self.pieces.append(piece if piece.isascii() else piece.encode("utf-8", "replace").decode())
        left, right = left + self.offset, right + self.offset
        if whole or len(piece) != right - left:
            self.starts.extend([left] * len(piece))
            self.ends.extend([right] * len(piece))
        else:
            self.starts.extend(range(left, right))
            self.ends.extend(range(left + 1, right + 1))

    def run(self, left: int, right: int) -> None:
        """Add ``raw[left:right]``, which holds no quantity."""
        if self._is_plain(left, right):
            self.put(self.raw[left:right].translate(_QUOTES), left, right)
        else:
            for match in _TOKEN.finditer(self.raw, left, right):
                if not self.aside(match.start()):
                    self._token(match[0], match.start(), match.end())

    def _is_plain(self, left: int, right: int) -> bool:
        """Whether the parser can be given ``raw[left:right]`` as it is, as most text can."""
        if self.truecase is not None or self.asides:
            return False
        if _UNEVEN.search(self.raw, max(0, left - 4), right) or _SHOT.search(self.raw, left, right):
            return False
        if MALE_WORD.search(self.raw, left, right):
            return False
        return glued_words().keys().isdisjoint(_LONG_WORD.findall(self.raw[left:right].lower()))

    def _token(self, piece: str, left: int, right: int) -> None:
        if piece.isspace():
            self.put(" ", left, right, whole=True)
            return
        if piece == "-" and _PREFIX.search(self.raw, max(0, left - 4), left):
            return  # "pre-emptively": the parser takes the hyphen for the end of a word
        if cut := unglued(piece):
            self.put(piece[:cut], left, left + cut)
            self.put(" ", left + cut, left + cut, whole=True)
            self.put(piece[cut:], left + cut, right)
            self.before = False
            return
        if piece.lower() in MALES and is_person_male(self.raw, right):
            self.put(MALES[piece.lower()], left, right, whole=True)
            self.before = False
            return
        if piece.lower() == "shot" and not _SHOT_NOUN.search(self.raw, max(0, left - 20), left):
            # The parser takes "found shot" for a noun; "stabbed" it reads as the verb it is.
            self.put("stabbed", left, right, whole=True)
            self.before = False
            return
        if self.truecase is not None and piece[0].isalpha():
            piece, self.before = self.truecase(piece, self.before)
        else:
            self.before = False
        self.put(piece.translate(_QUOTES), left, right)

    def quantity(self, quantity: Quantity, token: str) -> int:
        """Add a quantity; where the sentence goes on behind it."""
        raw, start, end = self.raw, quantity.start, quantity.end
        self.before = False
        if not token:
            for match in _TOKEN.finditer(raw, start, end):
                piece = " " if match[0].isspace() else match[0]
                piece = piece.lower() if self.truecase is not None else piece
                self.put(piece, match.start(), match.end())
            return end
        self.put(token, start, end, whole=True)
        position = end
        if "," in raw[start:end] and quantity.qualifier == "between":
            # "at least 7, and possibly 11, people": the comma closes the aside.
            position += raw[position : position + 1] == ","
        swallowed = _OF.match(raw, end)
        if (swallowed and quantity.qualifier == "vague") or (
            swallowed and not raw[quantity.core_start].isdigit() and _plural(raw, quantity)
        ):
            position = swallowed.end()
        return position


def prepare(
    text: str, start: int, end: int, *, truecase: Callable[[str, bool | None], tuple[str, bool]]
) -> Prepared:
    """Prepare ``text[start:end]``. ``truecase(word, before)`` gives a capital word its
    case and says whether it is a name; ``before`` says so of the word directly before it, None
    at the start.

    All positions in the result count from the beginning of ``text``.
    """
    raw = text[start:end]
    built = _Builder(raw, start, truecase)
    quantities = [q for q in find_quantities(raw) if not built.aside(q.start)]
    ages = [
        age
        for age in find_ages(raw)
        if not any(q.start < age.end and age.start < q.end for q in quantities)
    ]
    position = 0
    both: list[Quantity | Age] = [*quantities, *ages]
    for quantity in sorted(both, key=lambda one: one.start):
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
    if raw[: age.start].rstrip()[-1:] == ",":
        return str(age.years)  # "Paul Ames, 44 years old, and": as "Paul Ames, 44, and"
    if age.noun and age.plural:
        return "youths"
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
