"""The words by which two reports of one event are known."""

from __future__ import annotations

import hashlib
import re
from array import array
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache

from harmledger.errors import VocabularyProblem
from harmledger.vocabulary import languages, load

__all__ = ["Bag", "code_of", "first_written", "stem", "words_in"]

_WORD = re.compile(r"[^\W\d_]{3,}")

_LETTER = re.compile(r"[^\W\d_]")

#: Letters by which forms of one word are taken for the same, as the list of rarities has them.
_LETTERS = 6

#: No word counts more often than fits two bytes.
_MOST = (1 << 16) - 1


@dataclass(frozen=True, slots=True)
class Bag:
    """Stems as numbers (:func:`code_of`), ascending, of eight bytes each; and how often each
    stands there, of two bytes each. A book has as many bags as events."""

    words: bytes = b""
    counts: bytes = b""


@cache
def _common() -> frozenset[str]:
    words: set[str] = set()
    # The date is weighed by itself: "October" in both is no further evidence.
    words.update(name.casefold() for name in (*month_name, *day_name) if name)
    for language in languages():
        try:
            terms = load(language, "function_words").terms
        except VocabularyProblem:
            # A language may be added without this list: its common words then weigh by rarity.
            continue
        for term in terms:
            words.update(term.words("words"))
    return frozenset(words)


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The word as compared: case folded, its first six letters."""
    return word.casefold()[:_LETTERS]


@lru_cache(maxsize=1 << 17)
def code_of(stem: str) -> int:
    """The stem as a number of 64 bits: in the order of the alphabet where it is short enough."""
    plain = stem.encode("utf-8", "surrogatepass")
    if len(plain) > 8:
        # Six letters of another script than the Latin one.
        plain = hashlib.blake2b(plain, digest_size=8, person=b"stem").digest()
        return int.from_bytes(plain, "big") | 1 << 63
    return int.from_bytes(plain.ljust(8, b"\0"), "big")


def first_written(codes: Collection[int], raw: str) -> dict[int, str]:
    """For each stem the first word of the text that has it, in small letters."""
    folded = raw.casefold()
    stems = {code: _stem_of(code) for code in codes}
    if None in stems.values():
        return _first_of_all(codes, folded)
    found = {code: _first(stem, folded) for code, stem in stems.items() if stem}
    return {code: word for code, word in found.items() if word}


def _stem_of(code: int) -> str | None:
    """The stem of a code; None of one that was too long to be in it."""
    if code >> 63:
        return None
    return code.to_bytes(8, "big").rstrip(b"\0").decode("utf-8", "surrogatepass")


def _first(stem: str, folded: str) -> str | None:
    """The first word of the stem, looked for where its letters stand."""
    at = folded.find(stem)
    while at >= 0:
        found = _WORD.match(folded, at)
        before = _LETTER.match(folded, at - 1) if at else None
        if found and not before and found[0][:_LETTERS] == stem:
            return found[0]
        at = folded.find(stem, at + 1)
    return None


def _first_of_all(codes: Collection[int], folded: str) -> dict[int, str]:
    """The same, word by word."""
    found: dict[int, str] = {}
    for match in _WORD.finditer(folded):
        word = match[0]
        code = code_of(word[:_LETTERS])
        if code in codes:
            found.setdefault(code, word)
            if len(found) == len(codes):
                break
    return found


def words_in(raw: str) -> Bag:
    """Stems of the words of three letters or more, without the common ones."""
    common = _common()
    found = Counter([w[:_LETTERS] for w in _WORD.findall(raw.casefold()) if w not in common])
    held = sorted((code_of(word), min(count, _MOST)) for word, count in found.items())
    return Bag(
        array("Q", [code for code, _ in held]).tobytes(),
        array("H", [count for _, count in held]).tobytes(),
    )
