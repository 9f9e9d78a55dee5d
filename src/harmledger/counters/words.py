"""The words of a name that say who it is: countries as one word, spellings folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from harmledger.vocabulary import load

__all__ = ["codes_in", "country_name", "listed_words", "name_words", "skeleton"]

_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_GENITIVE = re.compile(r"['’]s?(?=\W|$)")
_INNER = re.compile(r"(?<=\w)['’‘`ʿʾ](?=\w)")
#: The short form behind a name: "Syrian Observatory for Human Rights (SOHR)".
_BESIDE = re.compile(r"(?<=\S)\s*[(\[]\s*(?:[A-Z]\.?){2,7}\s*[)\]]")
#: A shorter word is compared letter by letter: too much would be alike.
_SHORTEST = 5


@cache
def listed_words(term: str) -> frozenset[str]:
    """A list of words of ``counter_names.toml``."""
    return frozenset(load("en", "counter_names")[term].words("words"))


@cache
def _pairs(term: str) -> Mapping[str, str]:
    pairs = (entry.split("=", 1) for entry in load("en", "counter_names")[term].words("words"))
    return {pair[0]: pair[1] for pair in pairs}


@cache
def _countries() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """A pattern of all forms of all countries, and by form the country's one word."""
    words: dict[str, str] = {}
    for term in load("en", "countries").terms:
        for form in term.words("forms"):
            words[_plain(form)] = country_word(term.id)
    forms = sorted(words, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)"), words


def country_word(code: str) -> str:
    """The word that stands for a country in the words of a name."""
    return f"country{code.lower()}"


def country_name(code: str, form: str = "name") -> str:
    """ "Lebanon", or with ``adjective`` "Lebanese"; KeyError for a country not listed."""
    return str(load("en", "countries")[code].data[form])


def codes_in(words: frozenset[str]) -> frozenset[str]:
    """ISO codes of the countries named."""
    codes = (w.removeprefix("country").upper() for w in words if w.startswith("country"))
    return frozenset(code for code in codes if len(code) == 2)


def _plain(name: str) -> str:
    """Lower case, without accents, full stops of short forms and possessives."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(ch for ch in parts if not unicodedata.combining(ch))
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), plain)
    plain = _INNER.sub("", _GENITIVE.sub(" ", plain))
    return " ".join(re.findall(r"\w+", plain))


@cache
def _same() -> tuple[tuple[re.Pattern[str], str], ...]:
    pairs = sorted(_pairs("same").items(), key=lambda pair: (-len(pair[0]), pair))
    return tuple((re.compile(rf"(?<!\w){re.escape(_plain(a))}(?!\w)"), b) for a, b in pairs)


@lru_cache(maxsize=1 << 14)
def name_words(name: str) -> frozenset[str]:
    """What is left of a name without articles, titles, numbers and spokespeople.

    A country is one word however it is written ("Lebanon's", "the Lebanese"); a name made of
    nothing else keeps the words that would be left out.
    """
    plain = _plain(_BESIDE.sub("", name))
    for written, form in _same():
        plain = written.sub(form, plain)
    pattern, words = _countries()
    plain = pattern.sub(lambda found: words[found[0]], plain)
    every = plain.split()
    drop = frozenset(load("en", "counters")["drop"].words("words"))
    drop |= listed_words("particles") | listed_words("titles")
    kept = [w for w in every if w not in drop]
    kept = [w for w in kept if w not in listed_words("numbers")] or kept
    return frozenset(kept or every)


@lru_cache(maxsize=1 << 14)
def skeleton(words: frozenset[str]) -> frozenset[str]:
    """The words with the letters in which spellings of one name differ brought together."""
    return frozenset(_bare(word) for word in words)


def _bare(word: str) -> str:
    word = _pairs("spellings").get(word, word)
    if len(word) < _SHORTEST or word.startswith("country"):
        return word
    for written, form in _pairs("letters").items():
        word = word.replace(written, form)
    return re.sub(r"(.)\1+", r"\1", word)
