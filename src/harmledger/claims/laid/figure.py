"""A figure that its place on the page explains, and the quantity that a cell or a value holds."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass, replace
from functools import cache

from harmledger.claims.quantities.grammar import Quantity, find_quantities
from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["Laid", "Line", "lines_of", "moved", "value_at"]

#: Characters of a cell or value looked at: a quantity with its qualifier and its noun.
VALUE = 80
#: "51*", "51 (est.)", "51.": what may stand behind a value that ends.
_ENDS = re.compile(
    r"[*†‡]?\s*(?:\((?:est|estimate|estimated|approx|c|prov)\.?\)\s*)?(?:$|[.;,\n|(])"
)
_NOUNS = re.compile(r"[*†‡]?((?:\s+[A-Za-z][A-Za-z'’-]*){1,4})\s*(?:$|[.;,\n|(])")
_ZERO = re.compile(r"0(?![\d.,/:-])")
_CIRCA = re.compile(r"(?:ca?\.?|circa|est\.|~|≈)\s*(?=\d)", re.IGNORECASE)
_SIGNED = re.compile(r"(?P<sign>>=?|≥|<=?|≤)\s*(?=\d)")
_UP = re.compile(r"\s+and\s+(?:up|more|over|above|beyond)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``text[start:end]`` without its line break, in the block that begins at ``block``."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A quantity of the text with what its place says of it.

    ``told``: the quantity, its offsets those of the text; ``head``: the words that name the
    measure; ``line``: the span whose places and days are its own; ``label``: the words in front
    that may name who counted; ``where``: a cell under a word for places. ``noun``: the words
    behind the number, else of the head. ``whole``: where the quantity starts of which this is a
    part. ``rule``: table, label, letters, list, answer, rival, arms. ``weak``: words of harm stand
    beside it, so a claim that a rule reads there goes first.
    """

    told: Quantity
    measure: str
    rule: str
    _: KW_ONLY
    head: tuple[int, int]
    line: tuple[int, int]
    label: tuple[int, int] | None = None
    where: tuple[int, int] | None = None
    noun: str = ""
    unit: str | None = None
    phase: str | None = None
    whole: int | None = None
    weak: bool = False

    @property
    def start(self) -> int:
        """Where the quantity begins."""
        return self.told.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.told.end


def moved(one: Quantity, by: int) -> Quantity:
    """A quantity found in a piece of the text that begins at ``by``, in offsets of the text."""
    return replace(
        one,
        start=one.start + by,
        end=one.end + by,
        core_start=one.core_start + by,
        core_end=one.core_end + by,
    )


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of a block, empty ones among them."""
    found: list[Line] = []
    at = start
    while at <= end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        found.append(Line(start=at, end=stop, block=start))
        at = stop + 1
    return found


@cache
def _none() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('laid_out', 'none'))})(?=\s*(?:$|[.;,\n|(]))", re.I)


def value_at(text: str, at: int, stop: int, *, nouns: bool = True) -> tuple[Quantity, str] | None:
    """The quantity that begins at ``at`` and fills the value, with the words behind it.

    ``stop``: where the cell or line ends. ``nouns``: whether up to four words may stand behind it.
    The quantity's offsets are those of ``text``.
    """
    piece = text[at : min(stop, at + VALUE)]
    if match := _none().match(piece):
        return _plain(at, at + match.end(), 0), ""
    if (match := _ZERO.match(piece)) and _ENDS.match(piece, match.end()):
        return _plain(at, at + 1, 0), ""
    circa = _CIRCA.match(piece)
    signed = None if circa else _SIGNED.match(piece)
    ahead = circa or signed
    front = ahead.end() if ahead else 0
    found = next(iter(find_quantities(piece[front:])), None)
    if found is None or found.start != 0:
        return None
    quantity = replace(moved(found, at + front), start=at)
    if circa and quantity.qualifier == "exactly":
        quantity = replace(quantity, qualifier="about")
    if signed and quantity.qualifier == "exactly":
        least = signed["sign"][0] in ">≥"
        quantity = replace(
            quantity,
            low=quantity.low if least else None,
            high=None if least else quantity.high,
            qualifier="at_least" if least else "at_most",
        )
    behind = piece[quantity.end - at :]
    if (up := _UP.match(behind)) and quantity.low == quantity.high:
        quantity = replace(quantity, end=quantity.end + up.end(), high=None, qualifier="at_least")
        behind = behind[up.end() :]
    if _ENDS.match(behind):
        return quantity, ""
    noun = _NOUNS.match(behind) if nouns else None
    return (quantity, noun[1].strip()) if noun else None


def _plain(start: int, end: int, value: int) -> Quantity:
    return Quantity(
        start=start,
        end=end,
        core_start=start,
        core_end=end,
        low=value,
        high=value,
        qualifier="exactly",
    )
