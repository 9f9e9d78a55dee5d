"""Lines in the head of a plain text: the label of a press release, and where it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.vocabulary import alternatives, load

__all__ = ["is_label", "is_place_line", "released_by"]

_WORDS = 9  # of the longest name of a body
_BY = re.compile(r"^(?:(?:issued|released)\s+)?(?:(?:by|from)\s+)?(?:the\s+)?", re.IGNORECASE)


def _any(words: Sequence[str]) -> str:
    return f"(?:{alternatives(words)})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    works = _any(load("en", "reporting")["release_works"].words("words"))
    number = r"(?:\s+(?:no\.?|nr\.?|number|#)\s*[\w/-]+)?"
    kinds = [
        word
        for kind in load("en", "source_kinds").terms
        if kind.id not in {"media", "witness"}
        for word in kind.words("words")
    ]
    return (
        re.compile(rf"\W*{works}{number}\W*", re.IGNORECASE),
        re.compile(rf"{works}{number}\s+(?:issued\s+)?(?:of|by|from)\s+(?=\S)", re.IGNORECASE),
        re.compile(rf"\b{_any(kinds)}\b", re.IGNORECASE),
        re.compile(rf"(?P<name>\S.*?)['’]?s?\s+{works}{number}", re.IGNORECASE),
    )


def is_label(line: str) -> bool:
    """Whether a line only says what the text is: "PRESS RELEASE", "Communique no. 4"."""
    return _patterns()[0].fullmatch(line.strip()) is not None


def released_by(lines: Sequence[str]) -> str | None:
    """The body whose release a text is, by the lines of its head; None where it is none.

    It stands in the line above or below the label, or with it: "Press release of the Ministry",
    "Army communique no. 4".
    """
    _, before_name, of_source, ends = _patterns()
    for at, line in enumerate(lines):
        led = before_name.match(line)
        if led is not None:
            return _name(line[led.end() :])
        behind_name = ends.fullmatch(line.strip())
        if behind_name is not None and of_source.search(behind_name["name"]):
            return _name(behind_name["name"])
        if is_label(line):
            near = [lines[at - 1]] if at else []
            near += lines[at + 1 : at + 2]
            return next((n for n in map(_name, near) if n and of_source.search(n)), None)
    return None


def _name(line: str) -> str | None:
    name = _BY.sub("", line, count=1).strip(" ,:*_#")
    words = [word.casefold() for word in name.split()]
    said = load("en", "reporting")["verbs"].words("words")
    headline = not {"states", "reports", "records"}.issuperset(set(words).intersection(said))
    fits = name and name[0].isupper() and len(words) <= _WORDS and not headline
    return name if fits and name[-1] not in ".!?" else None


@cache
def _countries() -> frozenset[str]:
    terms = load("en", "countries").terms
    names = {str(term.data["name"]).casefold() for term in terms}
    return frozenset({*names, *load("en", "reporting")["dateline_ends"].words("words")})


def is_place_line(words: str) -> bool:
    """Whether the words before a date are where it was written: "Bagram, Afghanistan"."""
    place, comma, country = words.strip(" ,.–—-*_#").rpartition(",")
    if not comma:
        place, _, country = words.strip(" ,–—-*_#").rstrip(")").rpartition("(")
    return bool(place.strip()) and country.strip(" .").casefold() in _countries()
