"""Who a report tells of: names, persons named with their age, and ages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from harmledger.vocabulary import load

__all__ = ["Name", "People", "people_in", "plain_name"]

#: The first and the last word of a name, or two words of it that stand side by side.
Name = tuple[str, str]

# The patterns begin with the class of their first letter, which is searched for at once, and the
# letters of a word are not given back, since what follows a name is no letter: three times as fast.
_START = r"[A-Z](?<=\b[A-Z])"
_REST = r"['’]?[^\W\d_]?[a-z][\w'’-]*+"
_SHORT = r"[A-Z]\.?(?!\w)"
_FULL = rf"{_START}{_REST}(?: (?:{_SHORT}|[A-Z]{_REST}))+"
_FULL_NAME = re.compile(_FULL)

#: Between a name and an age: "Ana Ruiz Jr., 17".
_SUFFIX = r"(?:,? (?:Jr|Sr|II|III|IV)\.?)?"


@dataclass(frozen=True, slots=True)
class People:
    """``names``: two neighbouring words of a name; ``persons``: first and last word of the name
    of somebody whose age is given; ``ages``: in years."""

    names: frozenset[Name]
    persons: frozenset[Name]
    ages: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Patterns:
    ages: re.Pattern[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    marks = load("en", "person_marks")
    years, old = ("|".join(map(re.escape, marks[n].words("words"))) for n in ("years_old", "old"))
    aged = [re.escape(word) for word in marks["aged"].words("words")]
    aged_before = "|".join(rf"(?<=\b{word} \d)" for word in aged)
    in_years = rf"[\s-]+(?:{years})\.?[\s-]+(?:{old})"
    first = r"\d(?<=\b\d)"
    return _Patterns(
        ages=re.compile(
            rf"\d(?:(?<=\b\d)\d?(?={in_years}\b)|(?:{aged_before})\d?\b|(?<=[a-z.], \d)\d?(?=,))"
        ),
        behind=re.compile(
            rf"({_FULL}){_SUFFIX},? \(?(?:(?:{'|'.join(aged)}) )?\d{{1,2}}(?=[,.;)])"
        ),
        before=re.compile(rf"{first}\d?{in_years} ({_FULL})"),
    )


@cache
def _no_names() -> frozenset[str]:
    return frozenset(load("en", "person_marks")["no_name"].words("words"))


@lru_cache(maxsize=1 << 16)
def plain_name(word: str) -> str:
    """A word of a name as compared: case folded, without a possessive ending and an article
    ("al-Hariri")."""
    plain = word.casefold().replace("’", "'").removesuffix("'s").strip("'.-")
    return plain[3:] if plain.startswith(("al-", "el-")) and len(plain) > 6 else plain


def people_in(passage: str) -> People:
    """The names, persons and ages of a passage."""
    patterns = _patterns()
    names: set[Name] = set()
    for words in map(_words, _FULL_NAME.findall(passage)):
        names.update(pairwise(words))
    ages = {int(found) for found in patterns.ages.findall(passage)}
    return People(frozenset(names), frozenset(_persons(passage, patterns)), frozenset(ages))


def _persons(passage: str, patterns: _Patterns) -> Iterator[Name]:
    for pattern in (patterns.behind, patterns.before):
        for words in map(_words, pattern.findall(passage)):
            if len(words) > 1 and _no_names().isdisjoint(words):
                yield words[0], words[-1]


def _words(name: str) -> list[str]:
    """Its words, without initials."""
    return [word for word in map(plain_name, name.split()) if len(word) > 1]
