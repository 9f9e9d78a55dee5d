"""The forms in which a report says that a figure is another's, made of ``resting.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from harmledger.vocabulary import alternatives, load

__all__ = [
    "base_forms",
    "noun_forms",
    "other_first",
    "owned_noun",
    "patterns",
    "resting_words",
    "signs",
]

#: Terms of what is said, with the other counter behind it.
_SAYING = ("rests", "same_as", "follows", "takes", "asides", "naming_asides")
_WORD = r"[\w.&’'-]*[\w’']"
_RUN = rf"{_WORD}(?:\s+{_WORD}){{0,7}}"
#: The same without words that join two or lead on.
_NAME = _RUN.replace(_WORD, rf"(?!(?:and|or|with|from|by|who|which|that)\b){_WORD}")
_START = r"(?<![\w’'-])"
#: The term of a form that is not called so.
_TERMS = {"followed": "follows"}
#: Words between an article and a noun.
_BETWEEN = r"(?:(?!(?:and|or|with|of|from|by|for|on)\s)[\w-]+\s+){0,3}?"


@cache
def resting_words(term: str) -> tuple[str, ...]:
    """The words of a term of the vocabulary, the longest first."""
    return tuple(sorted(load("en", "resting")[term].words("words"), key=lambda w: (-len(w), w)))


def _any(*terms: str) -> str:
    return alternatives(word for term in terms for word in resting_words(term))


class Form(NamedTuple):
    """A way of saying it: its name, the words one of which it needs, and the whole of it."""

    kind: str
    words: re.Pattern[str]
    whole: re.Pattern[str]


def _words(term: str) -> re.Pattern[str]:
    """A look for them costs a twentieth of the whole form."""
    return re.compile(rf"\b(?:{_any(term)})\b", re.IGNORECASE)


@cache
def patterns() -> tuple[Form, ...]:
    """The forms in which whose figure it is stands behind what is said."""
    figure = rf"(?P<figure>(?:{_any('figures')})\b(?:\s+(?:for|of|in|on|at)\s+[^,.;:()]{{1,60}}?)?)"
    degree = rf"(?:(?:{_any('degrees')})\s+)?"
    which = r"(?:,?\s*(?:which|who|that))?,?\s+"
    been = rf"(?:(?:is|are|was|were|has|have|had|been)\s+){{0,2}}{degree}"
    has = rf"(?:(?:has|have|had)\s+)?{degree}"
    owned = rf"{_START}(?P<whose>{_RUN}?)\s+{figure}{which}"
    by = rf"{_START}(?P<whose>{_RUN}?){which}{has}"
    aside = rf"(?:^|[,;(–—-]\s*|\b(?:{_any('figures')})\s+){degree}"
    rows = {
        "rests": rf"{owned}{been}(?P<at>{_any('rests')})\s+",
        "same_as": rf"{owned}{been}(?P<at>{_any('same_as')})\s+",
        "follows": rf"{owned}{been}(?P<at>{_any('follows')})\s+",
        "followed": rf"{by}(?P<at>{_any('follows')})\s+",
        "takes": rf"{by}(?P<at>{_any('takes')})\s+",
        "bases": rf"{by}(?P<at>{_any('bases')})\s+(?:its|their)\s+{_BETWEEN}{figure}"
        r"\s+(?:on|from)\s+",
        "asides": rf"{aside}(?P<at>{_any('asides')})\s+",
        "naming_asides": rf"{_START}(?P<at>{_any('naming_asides')})\s+",
    }
    return tuple(
        Form(kind, _words(_TERMS.get(kind, kind)), re.compile(row, re.IGNORECASE))
        for kind, row in rows.items()
    )


@cache
def other_first() -> tuple[Form, ...]:
    """The other's figure stands first: "a count that the mission repeats", "was adopted by"."""
    noun = rf"(?P<noun>(?:{_any('figures', 'works')})\b)"
    first = (
        rf"{_START}(?P<base>{_NAME}?)(?:['’]s?)?\s+{_BETWEEN}{noun}"
        rf"(?P<of>(?:\s+(?:of|from|by|for|in)\s+[^,.;:()]{{1,60}}?)?)"
    )
    degree = rf"(?:(?:{_any('degrees')})\s+)?"
    rows = (
        rf"{first},\s+(?:an?\s+\w+\s+)?(?:which|that)\s+(?P<whose>{_RUN}?)\s+"
        rf"(?:(?:has|have|had)\s+)?{degree}(?P<at>{_any('takes')})\b",
        rf"{first}\s+(?:(?:is|are|was|were|has|have|had|been)\s+){{0,2}}{degree}"
        rf"(?P<at>{_any('passives')})\s+(?P<whose>{_RUN})",
    )
    return tuple(
        Form(term, _words(term), re.compile(row, re.IGNORECASE))
        for term, row in zip(("takes", "passives"), rows, strict=True)
    )


@cache
def base_forms(*nouns: str) -> dict[str, re.Pattern[str]]:
    noun = rf"(?:{_any(*nouns)})\b"
    given = rf"(?:\s+(?:{_any('giving')}))?"
    the = r"(?:(?:the|its|their|an?|some)\s+)?"
    rows = {
        "owned": rf"(?P<base>{_NAME}?)(?:['’]s?)?\s+{_BETWEEN}{noun}",
        "given": rf"(?:those|that|{the}{_BETWEEN}{noun}{given})\s+(?:of|from|by)\s+"
        rf"(?P<base>{_NAME})",
        "told": rf"what\s+(?P<base>{_NAME})",
        "named": rf"(?P<base>{_NAME})",
    }
    return {kind: re.compile(row, re.IGNORECASE) for kind, row in rows.items()}


@cache
def signs() -> tuple[str, ...]:
    """One of these, in lower case, stands in every sentence that says such a thing."""
    words = {word for term in (*_SAYING, "bases", "passives") for word in resting_words(term)}
    signs = {word if " " in word or word.endswith("ing") else f" {word}" for word in words}
    return tuple(sorted(s for s in signs if not any(other in s for other in signs - {s})))


@cache
def noun_forms() -> re.Pattern[str]:
    """One of these stands there as well."""
    return re.compile(rf"\b(?:{_any('figures', 'works', 'naming_asides')}|what)\b", re.IGNORECASE)


@cache
def owned_noun() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?\s+{_BETWEEN}(?:{_any('figures', 'works')})\b", re.IGNORECASE)
