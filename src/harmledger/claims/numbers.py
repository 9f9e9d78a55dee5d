"""Numbers in words and digits to integers."""

from __future__ import annotations

import re

__all__ = ["NUMBER", "parse_number"]

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        strict=True,
    )
}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "dozen": 12,
}

_WORD = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_GAP = r"(?:\s+and\s+|\s*-\s*|\s+)"
_DIGITS = r"\d{1,3}(?:,\s?\d{3})+(?![\d,]\d)|\d+(?:\.\d+)?(?![\d.,]*\d)"
#: Matches one number, digits or words, with its scale ("1.2 million", "two hundred and six").
NUMBER = (
    rf"(?:(?:{_DIGITS})(?:\s*-?(?:{_SCALE})\b|k\b)?"
    rf"|half\s+a\s+(?:dozen|million)"
    rf"|one\s+and\s+a\s+half\s+(?:{_SCALE})"
    rf"|(?:a|an)\s+(?:hundred|thousand|million|billion)(?:{_GAP}(?:{_WORD}))*\b"
    rf"|(?:{_WORD})(?:{_GAP}(?:{_WORD}|{_SCALE}))*\b)"
)


def parse_number(text: str) -> int | None:
    """The integer that ``text`` (a match of NUMBER) stands for; None where it is none."""
    words = re.sub(r"\s+", " ", text.lower()).strip()
    if words == "half a dozen":
        return 6
    if words == "half a million":
        return 500_000
    if match := re.fullmatch(r"one and a half (\w+)", words):
        return _SCALES[match[1]] * 3 // 2
    if match := re.match(r"(\d[\d,. ]*?)\s*-?([a-z]*)$", words):
        digits, scale = match[1].replace(",", "").replace(" ", ""), match[2]
        factor = 1000 if scale == "k" else _SCALES.get(scale, 1)
        value = float(digits) * factor
        return round(value) if value == round(value) and value < 1e13 else None
    return _words_to_int(words)


def _words_to_int(words: str) -> int | None:
    total = current = 0
    for token in re.split(r"[\s-]+", words):
        if token == "and":
            continue
        if token in {"a", "an"}:
            current = 1
        elif token in _UNITS:
            current += _UNITS[token]
        elif token in _TENS:
            current += _TENS[token]
        elif token in _SCALES:
            scale = _SCALES[token]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        elif token.isdigit():
            current += int(token)
        else:
            return None
    return total + current
