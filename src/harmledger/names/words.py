"""The words of names: full and single names in a phrase, and words that stand beside names."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from harmledger.vocabulary import load

__all__ = ["PARTICLES", "WORD", "beside_names", "list_of", "name_parts"]

WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
#: Lower-case particles inside a name.
PARTICLES = frozenset(
    (
        *("al", "el", "bin", "ibn", "abu", "bint", "ben", "de", "da", "del", "della", "di"),
        *("dos", "la", "le", "van", "von", "y", "e"),
    )
)


def list_of(term: str) -> tuple[str, ...]:
    """The words of one term of the vocabulary of names told."""
    return load("en", "names_told")[term].words("words")


@cache
def beside_names() -> frozenset[str]:
    """Titles and other words beside names, lower case: no names themselves."""
    lines = (files("harmledger.site") / "beside_names.txt").read_text(encoding="utf-8")
    return frozenset(
        word for line in lines.splitlines() if line[:1] != "#" for word in line.split()
    )


def name_parts(surface: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The full names (two words or more) in a surface, and the single names."""
    runs: list[list[re.Match[str]]] = [[]]
    last = 0
    for word in WORD.finditer(surface):
        between = surface[last : word.start()]
        last = word.end()
        if between.strip(" .-'’\n\t"):
            runs.append([])
        written = word.group()
        if written.casefold() in beside_names():
            runs.append([])
        elif any(map(str.isupper, written)) or (written.casefold() in PARTICLES and runs[-1]):
            runs[-1].append(word)
        else:
            runs.append([])
    full: list[str] = []
    single: list[str] = []
    for run in runs:
        while run and not any(map(str.isupper, run[-1].group())):
            run.pop()
        if len(run) > 1:
            full.append(surface[run[0].start() : run[-1].end()])
        pieces = (piece for word in run for piece in _LETTERS.findall(word.group()))
        single += [piece for piece in pieces if piece[0].isupper()]
    return tuple(dict.fromkeys(full)), tuple(dict.fromkeys(single))
