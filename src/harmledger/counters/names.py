"""A counter's name in one form, whatever the order of its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from harmledger.claims import kind_of
from harmledger.vocabulary import Term, load

__all__ = ["bare", "display_name", "generic_forms", "is_of_person", "kind_of", "speaker_key"]

#: U.N., M.S.F.
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"['’‘`]s?\b")
_ARTICLE = re.compile(r"^(?:the|an?|its|their)\s+", re.IGNORECASE)
_OWNING = re.compile(r"['’]s?$")


@cache
def _words(term: str) -> frozenset[str]:
    return frozenset(load("en", "counters")[term].words("words"))


@cache
def _same() -> tuple[tuple[re.Pattern[str], str], ...]:
    pairs = [entry.split("=", 1) for entry in load("en", "counters")["same"].words("words")]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return tuple(
        (re.compile(rf"(?<!\w){re.escape(written)}(?!\w)"), form) for written, form in pairs
    )


@lru_cache(maxsize=1 << 14)
def speaker_key(name: str) -> str | None:
    """The canonical form of a speaker's name; None for a pronoun, "the group", "one of
    them" or no name.

    Lower case, without articles, possessives and spokespeople; the order of the words does
    not matter ("Gaza's health ministry", "the Health Ministry in Gaza"). Anonymous speakers
    keep their common name: two papers' "officials" cannot be told to be different people, so
    they are one.
    """
    plain = " ".join(name.casefold().replace("’", "'").split())
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), plain)
    if not plain or plain in _words("pronouns"):
        return None
    for written, form in _same():
        plain = written.sub(form, plain)
    plain = _POSSESSIVE.sub(" ", plain)
    words = re.findall(r"\w+", plain)
    kept = [word for word in words if word not in _words("drop")] or words
    if all(word in _words("unnamed") for word in kept):
        return None
    if all(word in _words("nobody") for word in kept):
        return None
    return " ".join(sorted(set(kept))) or None


def display_name(names: Iterable[str]) -> str:
    """The way a name is written most often; the shorter, then the alphabet, where equal."""
    count = Counter(" ".join(name.split()) for name in names)
    return min(count, key=lambda name: (-count[name], len(name), name), default="")


def is_of_person(name: str) -> bool:
    """Whether a name is an office with the name of its holder: "Interior Minister Ada Brisk"."""
    words = name.split()
    office = [n for n, word in enumerate(words) if word.casefold().strip(".,") in _words("holders")]
    return bool(office) and office[-1] < len(words) - 1 and words[-1][:1].isupper()


def bare(name: str) -> str:
    """The name without article and possessive, white space folded."""
    return _OWNING.sub("", _ARTICLE.sub("", " ".join(name.split())))


@cache
def generic_forms() -> Mapping[str, Term]:
    """By form the words that mean a source named elsewhere: "group", "ministry"."""
    terms = load("en", "generic_sources").terms
    return {form: term for term in terms for form in term.words("forms")}
