"""Numbers in words and digits to integers."""

from __future__ import annotations

import re

__all__ = ["NUMBER", "NUMBER_WORDS", "ORDINALS", "parse_number"]

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
#: "Thirtythree": tens and units written together.
_BOTH = {ten + one: _TENS[ten] + _UNITS[one] for ten in _TENS for one in list(_UNITS)[1:10]}
_ODD_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def _ordinal(cardinal: str) -> str:
    if cardinal in _ODD_ORDINALS:
        return _ODD_ORDINALS[cardinal]
    return f"{cardinal.removesuffix('y')}ieth" if cardinal in _TENS else f"{cardinal}th"


#: "First" to "ninety-ninth", with their numbers, in order.
ORDINALS = {_ordinal(word): value for word, value in list(_UNITS.items())[1:]} | {
    word: value
    for ten, tens in _TENS.items()
    for word, value in [
        (_ordinal(ten), tens),
        *((f"{ten}-{_ordinal(one)}", tens + _UNITS[one]) for one in list(_UNITS)[1:10]),
    ]
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

#: Every number that is written in words has one of these, at the beginning of a word.
NUMBER_WORDS = frozenset((*_UNITS, *_TENS, *_SCALES))

_WORD = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_GLUED = rf"(?:{'|'.join(_TENS)})(?:{'|'.join(list(_UNITS)[1:10])})"
#: "Two hundred and six" is one number, "killed six and one" are two.
_AND = rf"(?:{'|'.join(f'(?<={scale})' for scale in _SCALES if scale != 'dozen')})\s+and\s+"
_GAP = rf"(?:{_AND}|-and-|\s*-\s*|\s+(?!and\b))"
#: "eleven thousand, four hundred": a comma inside a number in words.
_COMMA = rf"(?:(?<=thousand)|(?<=million)),\s+(?=(?:{_WORD})\s+(?:hundred|thousand)\b)"
#: White space that groups digits: blank, no-break, narrow no-break, thin.
_BLANK = "[ \u00a0\u202f\u2009]"
_MONTHS = "january february march april may june july august september october november december"
#: "On October 7 200 people": the first digits are the day.
_NO_DAY = "".join(rf"(?<!{month}\s)" for month in _MONTHS.split()) + "".join(
    rf"(?<!\b{month[:3]}\s)(?<!\b{month[:3]}\.\s)" for month in _MONTHS.split()
)
_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?![\d,]\d)"
    rf"|{_NO_DAY}[1-9]\d{{0,2}}(?:{_BLANK}\d{{3}}){{1,4}}(?![\d.,]*\d)"
    r"|[1-9]\d{0,2}(?:['’]\d{3}){1,4}(?![\d.,'’]*\d)"
    r"|[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,]*\d)"
    rf"|\d+,\d{{1,2}}(?=\s*-?(?:{_SCALE})\b)"
    r"|\d+(?:\.\d+)?(?![\d.,]*\d)"
)
#: Before "million": "a quarter of a", "three-quarters of a".
_QUARTERS = r"(?:(?:a|one)\s+quarter|three[\s-]quarters?)(?:\s+of\s+a)?"
#: "1.5m people": the letter is a million only before a word for people.
_MILLIONS = r"m(?=\s+(?:people|persons|civilians|refugees|children|women|men|residents)\b)"
#: Matches one number, digits or words, with its scale ("1.2 million", "two hundred and six").
NUMBER = (
    rf"(?:(?:{_WORD}|\d{{1,2}})\s+and\s+a\s+(?:half|quarter)\s+(?:{_SCALE})\b"
    rf"|(?:{_DIGITS})(?:\s*-?(?:{_SCALE})\b|k\b|{_MILLIONS})?"
    r"|half[\s-]a[\s-](?:dozen|million)|(?:a\s+)?half[\s-](?:dozen|million)"
    rf"|{_QUARTERS}[\s-]million"
    r"|a\s+(?:million|billion)\s+and\s+a\s+(?:half|quarter)"
    rf"|(?:a|an)\s+(?:hundred|thousand|million|billion)(?:{_GAP}(?:{_WORD}|{_SCALE}))*\b"
    rf"|(?:{_WORD}|{_GLUED})(?:(?:{_COMMA}|{_GAP})(?:{_WORD}|{_SCALE}))*\b)"
)


def parse_number(text: str) -> int | None:
    """The integer that ``text`` (a match of NUMBER) stands for; None where it is none."""
    words = re.sub(r"\s+", " ", text.lower()).strip()
    words = re.sub(r"(?<=three|rters|arter)-(?=quart|milli)", " ", words)
    if words in {"half a dozen", "half-a-dozen"} or re.fullmatch(r"(?:a )?half[ -]dozen", words):
        return 6
    if re.fullmatch(r"half[ -]a[ -]million|(?:a )?half[ -]million", words):
        return 500_000
    if match := re.fullmatch(r"a (\w+) and a (half|quarter)", words):
        return _SCALES[match[1]] * (6 if match[2] == "half" else 5) // 4
    if match := re.fullmatch(r"(\w+) and a (half|quarter) (\w+)", words):
        whole = int(match[1]) if match[1].isdigit() else _words_to_int(match[1])
        quarters = None if whole is None else 4 * whole + (2 if match[2] == "half" else 1)
        return None if quarters is None else _SCALES[match[3]] * quarters // 4
    if match := re.fullmatch(r"(?P<many>three )?.*quarters?(?: of a)? million", words):
        return 750_000 if match["many"] else 250_000
    if match := re.match(r"(\d[\d,.'’ ]*?)\s*-?([a-z]*)$", words):
        return _digits_to_int(match[1], match[2])
    return _words_to_int(words)


def _digits_to_int(digits: str, scale: str) -> int | None:
    """Separators as Europe writes them too: 2.500 and 2'500 are thousands, 1,5 million is not."""
    if scale and re.fullmatch(r"\d+,\d{1,2}", digits):
        digits = digits.replace(",", ".")
    elif not scale and re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", digits):
        digits = digits.replace(".", "")
    digits = re.sub(r"[,'’ ]", "", digits)
    if digits.count(".") > 1:
        return None
    value = float(digits) * ({"k": 1000, "m": 1_000_000} | _SCALES).get(scale, 1)
    return round(value) if value < 1e13 and value == round(value) else None


def _words_to_int(words: str) -> int | None:
    total = current = 0
    for token in re.split(r"[\s,-]+", words):
        if token == "and":
            continue
        if token in {"a", "an"}:
            current = 1
        elif token in _UNITS:
            current += _UNITS[token]
        elif token in _TENS:
            current += _TENS[token]
        elif token in _BOTH:
            current += _BOTH[token]
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
