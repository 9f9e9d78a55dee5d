"""Runs of capitalised words in a sentence: what may be the name of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from harmledger.claims import may_name_person
from harmledger.names.ages import is_age_word
from harmledger.names.words import PARTICLES, WORD, beside_names, list_of
from harmledger.vocabulary import load

__all__ = ["Run", "name_runs", "with_given_names"]

_OWN = re.compile(r"['’]s?$")
#: More words than any name has: a heading, or a text set in capitals.
_LONGEST = 6
#: The word before a family name: "Luis" in "Luis Prat", "B." in "Ana B. Reyes".
_BEFORE = re.compile(r"(?<![\w'’.-])([^\W\d_][\w'’-]*\.?)[ \u00a0]$")
_GIVEN = 2  # given names before a family name


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch that may be a name, without a possessive ending; offsets into the text."""

    start: int
    end: int
    words: int


@cache
def _no_names() -> frozenset[str]:
    return frozenset(
        (
            *list_of("no_name"),
            *load("en", "function_words")["function"].words("words"),
            *load("en", "person_marks")["no_name"].words("words"),
            *list_of("kin"),
        )
    )


def name_runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of ``text[start:end]`` in order; titles and words of other kinds part them."""
    run: list[tuple[int, int]] = []
    last = start
    for word in WORD.finditer(text, start, end):
        written = word.group()
        between = text[last : word.start()]
        glued = not between.strip(" \t\u00a0") or (
            between.strip(" \n") == "." and bool(run) and run[-1][1] - run[-1][0] == 1
        )
        last = word.end()
        plain = _OWN.sub("", written)
        owned = len(plain) < len(written)
        lowered = plain.casefold()
        if run and not glued:
            yield from _closed(text, run)
            run = []
        no_name = lowered in _no_names() | beside_names() or (
            "-" in lowered and is_age_word(lowered)
        )
        if written[0].isupper() and not no_name:
            run.append((word.start(), word.start() + len(plain)))
            if owned:
                yield from _closed(text, run)
                run = []
        elif run and lowered in PARTICLES:
            run.append((word.start(), word.end()))
        elif run:
            yield from _closed(text, run)
            run = []
    yield from _closed(text, run)


def with_given_names(text: str, start: int, end: int) -> int:
    """Where the full name begins whose last word is ``text[start:end]``: "Luis" of "Luis Prat".

    A bar for the family name alone would leave the given name beside it.
    """
    for _ in range(_GIVEN):
        before = _BEFORE.search(text, max(0, start - 40), start)
        if before is None or not before[1][0].isupper():
            break
        plain = before[1].rstrip(".").casefold()
        initial = len(plain) == 1
        if not initial and (before[1].endswith(".") or plain in _no_names() | beside_names()):
            break
        if not may_name_person(text[before.start(1) : end]):
            break
        start = before.start(1)
    return start


def _closed(text: str, run: list[tuple[int, int]]) -> Iterator[Run]:
    while run and not text[run[-1][0]].isupper():
        run = run[:-1]
    # "M.S.F.", and a lone "SUV".
    short = all(end - start == 1 for start, end in run) or (
        len(run) == 1 and run[0][1] - run[0][0] < 5 and text[slice(*run[0])].isupper()
    )
    if run and not short and len(run) <= _LONGEST:
        yield Run(start=run[0][0], end=run[-1][1], words=len(run))
