"""A sentence as it is put together for the parser, piece by piece, each with its place in the text.

White space is folded, words stuck together are parted, all-caps text is given case.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from functools import cache

from harmledger.claims.quantities.grammar import Quantity
from harmledger.claims.words.gate import gate_words, glued_words, unglued
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.males import MALE_WORD, MALES, is_person_male

__all__ = ["Builder", "Truecase", "is_upper"]

#: A word in capitals, whether the one before it is a name, and the one behind it: its case, and
#: whether it is a name.
Truecase = Callable[[str, bool | None, str], tuple[str, bool]]

_TOKEN = re.compile(r"\s+|[^\W\d_]+(?:['’][^\W\d_]+)*|.", re.DOTALL)
_OF = re.compile(
    r"\s+of(?=\s+(?!them\b|the\b|those\b|these\b|whom\b|his\b|her\b|their\b|its\b|all\b|our\b))",
    re.I,
)
#: "Boy, 14, dies" at the beginning of a headline.
_BOY = re.compile(r"\W*Boy\b", re.IGNORECASE)
_AGED_BOY = re.compile(r",\s+\d{1,2}\s*,")
#: Words between a number and its state: "4 young men killed 3 injured".
_STATED = 2
#: The word directly behind.
_BEHIND = re.compile(r"\s+([^\W\d_]+)")
#: " [not further identified]": an editor's aside, which the parser reads better without.
#: So is ", not 40," behind the number that it takes the place of.
_ASIDE = re.compile(r"\s+\[[^\[\]]{2,80}\]|(?<=\d),\s+not\s+\d[\d,]*,(?=\s)")
_SHOT = re.compile(r"\bshot\b", re.IGNORECASE)
#: Before "shot", these leave it a noun: "a warning shot", "the first shot".
_SHOT_NOUN = re.compile(
    r"\b(?:a|an|the|single|first|last|one|(?<!were\s)each|warning|rifle|gun|pistol|mug|parting|long|slap|that"
    r"|this|another|his|her|no|every)\s+$",
    re.IGNORECASE,
)
#: What :class:`Builder` looks at token by token: odd white space, and what :data:`_PREFIX` finds.
_UNEVEN = re.compile(r"\s{2,}|[^\S ]|\b(?:pre|re|non|co|step|ex)-", re.IGNORECASE)
_LONG_WORD = re.compile(r"[^\W\d_]{7,}")
_PREFIX = re.compile(r"\b(?:pre|re|non|co|step|ex)$", re.IGNORECASE)
#: "Marxist-\nLeninist": a word that the end of a line parted behind its hyphen.
_PARTED = re.compile(r"[^\W\d_]-(\s+)(?!(?:and|or|to)\b)(?=[^\W\d_])", re.IGNORECASE)
_QUOTES = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "—": "-", "\ufffd": " "}
)


def is_upper(text: str) -> bool:
    """Whether the text is set in capitals throughout (nine letters in ten)."""
    letters = sum(map(str.isalpha, text))
    return letters >= 12 and sum(map(str.isupper, text)) > 0.9 * letters


@cache
def _stuck() -> re.Pattern[str]:
    """ "Peoplebetween": a noun for people with the next word stuck to it."""
    nouns = "|".join(sorted(words("grammar", "stuck_behind", "nouns")))
    behind = "|".join(sorted(words("grammar", "stuck_behind")))
    return re.compile(rf"\b({nouns})(?:{behind})\b", re.IGNORECASE)


@cache
def _states() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A state that a number is given, before the next number, and one behind that."""
    states = "|".join(sorted(words("grammar", "counted_states")))
    return (
        re.compile(rf"\b(?:{states})\s+$", re.IGNORECASE),
        re.compile(rf"\s+(?:[^\W\d_]+\s+)?(?:{states})\b", re.IGNORECASE),
    )


class Builder:
    """A prepared sentence as it grows: its characters, and where each of them stands."""

    def __init__(self, raw: str, offset: int, truecase: Truecase) -> None:
        self.raw = raw
        self.offset = offset
        self.truecase = truecase if is_upper(raw) else None
        self.before: bool | None = None
        self.counted: int | None = None  # where the last quantity ends
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
        if _BOY.match(self.raw, left):
            return False
        if _UNEVEN.search(self.raw, max(0, left - 4), right) or _SHOT.search(self.raw, left, right):
            return False
        if MALE_WORD.search(self.raw, left, right) or _stuck().search(self.raw, left, right):
            return False
        return glued_words().keys().isdisjoint(_LONG_WORD.findall(self.raw[left:right].lower()))

    def _token(self, piece: str, left: int, right: int) -> None:
        if piece.isspace():
            wrapped = self.truecase is not None or "\n" in piece
            if not (wrapped and left > 1 and _PARTED.match(self.raw, left - 2)):
                self.put(" ", left, right, whole=True)
            return
        if piece == "-" and _PREFIX.search(self.raw, max(0, left - 4), left):
            # "Pre-emptively", "step-father": the parser takes the hyphen for the end of a word.
            return
        stuck = _stuck().fullmatch(piece)
        if cut := stuck.end(1) if stuck else unglued(piece):
            self.put(piece[:cut], left, left + cut)
            self.put(" ", left + cut, left + cut, whole=True)
            self.put(piece[cut:], left + cut, right)
            self.before = False
            return
        if piece.lower() in MALES and is_person_male(self.raw, right):
            self.put(MALES[piece.lower()], left, right, whole=True)
            self.before = False
            return
        if piece in {"Boy", "BOY"} and _AGED_BOY.match(self.raw, right) and not self._told():
            # "Boy, 14, dies": the parser takes it for an exclamation.
            self.put("Child", left, right, whole=True)
            self.before = False
            return
        if piece.lower() == "shot" and not _SHOT_NOUN.search(self.raw, max(0, left - 20), left):
            # The parser takes "found shot" for a noun; "stabbed" it reads as the verb it is.
            self.put("stabbed", left, right, whole=True)
            self.before = False
            return
        if self.truecase is not None and piece[0].isalpha():
            behind = _BEHIND.match(self.raw, right)
            following = behind[1].lower() if behind is not None else ""
            piece, self.before = self.truecase(piece, self.before, following)
        else:
            self.before = False
        self.put(piece.translate(_QUOTES), left, right)

    def _told(self) -> bool:
        """Whether a word stands before in the sentence."""
        return any(map(str.isalnum, "".join(self.pieces)))

    def _part_dashes(self, at: int) -> None:
        """ "Were wounded--seven villagers": the parser needs the dash before a number apart."""
        if self.pieces[-2:] == ["-", "-"]:
            self.pieces[-2:] = ["--"]
        if self.pieces and self.pieces[-1].endswith("--"):
            self.pieces[-1] = self.pieces[-1][:-2] + " --"
            for places in (self.starts, self.ends):
                places.insert(len(places) - 2, at - 2 + self.offset)
            self.put(" ", at, at, whole=True)

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
        if raw.endswith("--", 0, start):
            self._part_dashes(start)
        before, behind = _states()
        state = before.search(raw, max(0, start - 20), start)
        # "1 killed 3 injured", but not "we killed 3 and wounded 5".
        last = self.counted if self.counted is not None and behind.match(raw, end) else None
        if state and last is not None and len(raw[last : state.start()].split()) <= _STATED:
            self.put(", ", start, start, whole=True)
        self.counted = end
        if raw[start - 1 : start].isalpha():
            self.put(" ", start, start, whole=True)  # "said15people"
        self.put(token, start, end, whole=True)
        if raw[end : end + 1].isalpha():
            self.put(" ", end, end, whole=True)
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


def _plural(raw: str, quantity: Quantity) -> bool:
    return raw[quantity.core_start : quantity.core_end].lower().endswith(("s", "dozen", "couple"))
