"""The case of running text for words of sentences that are set in capitals throughout."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from harmledger.claims.parsing.model import model
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.gazetteer import great_city, known_country
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

__all__ = ["is_common", "truecase"]


#: Before a common word of five letters or more, these leave it one.
_FRONT = re.compile(r"(?:sub|under|over|vice|super|inter|mid|counter|non|anti)(?=.{5})")


def _lemmas(table: str) -> Any:
    """A table of the lemmatizer: words by their part of speech."""
    lemmatizer: Any = model().get_pipe("lemmatizer")
    return lemmatizer.lookups.get_table(table)


@cache
def _common_words() -> frozenset[str]:
    """Words of the lemmatizer's index: what is not a name in all-caps text."""
    words: set[str] = set()
    for table in ("lemma_index", "lemma_exc"):
        rows = _lemmas(table)
        for part_of_speech in rows:
            words.update(rows[part_of_speech])
    return frozenset(words)


@cache
def _stop_words() -> frozenset[str]:
    """Words of the grammar ("was", "who"): no name, though lists have them as nouns, too."""
    return frozenset(model().Defaults.stop_words)


@cache
def is_common(word: str) -> bool:
    """Whether a (lower-case) word, or the one it is a form of, stands in the parser's word list."""
    common = _common_words()
    word = re.sub(r"['’]s$", "", word)
    if word in common or len(word) < 3 or word in _stop_words():
        return True
    if word.endswith("es") and word[:-2].endswith(("s", "x", "z", "ch", "sh", "o")):
        return word[:-2] in common  # "boxes"; "Soares" is no form of "soar"
    for ending, repair in (
        ("ies", "y"),
        ("es", "e"),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("er", ""),
        ("est", ""),
        ("men", "man"),
    ):
        if word.endswith(ending) and word[: -len(ending)] + repair in common:
            return True
    if (front := _FRONT.match(word)) and word[front.end() :] in common:
        return True  # "subsergeant", "undersecretary"
    doubled = re.fullmatch(r"(.+)([a-z])\2(?:ed|ing)", word)
    return bool(doubled and doubled[1] + doubled[2] in common)


#: Behind the end of a name.
_AHEAD = frozenset(("has", "had", "who", "whom", "whose"))
_PROPER = frozenset(
    "january february april june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday san el la los las de".split()
)


@cache
def _nouns_only() -> frozenset[str]:
    """Words that the lemmatizer's index lists as nouns and as nothing else."""
    index = _lemmas("lemma_index")
    others = {word for part in ("adj", "adv", "verb") for word in index.get(part, ())}
    return frozenset(word for word in index.get("noun", ()) if word not in others)


def _is_surname(lowered: str) -> bool:
    """Whether a word behind a name is one more of its names: "MEDINA", which is also a noun."""
    if lowered in _stop_words() or _is_no_name(lowered):
        return False
    singulars = {lowered.removesuffix("s"), lowered.removesuffix("es")}
    return lowered in _nouns_only() or bool((singulars - {lowered}) & _nouns_only())


def _is_no_name(lowered: str) -> bool:
    return lowered in harm_words() or is_person_word(lowered) or lowered in words("things", "arms")


def _ends_name(lowered: str, behind: str) -> bool:
    """Whether a word between a name and "was" or "who" is a name, whatever else it may be."""
    ahead = behind in words("grammar", "be") or behind in _AHEAD
    verb = lowered.endswith(("ed", "ing")) or lowered in words("reporting", "verbs")
    return ahead and not (verb or lowered in _stop_words() or _is_no_name(lowered))


@cache
def _is_place(lowered: str) -> bool:
    """Whether a word is a country or a large town and, as far as lists tell, nothing else."""
    if len(lowered) < 4 or lowered in words("places", "also_words"):
        return False
    return known_country(lowered) or (lowered in _nouns_only() and great_city(lowered))


def truecase(word: str, before: bool | None, behind: str = "") -> tuple[str, bool]:
    """``word`` of an all-caps sentence in the case of running text, and whether it is a name.

    ``before``: whether the word directly before it is a name, None at the start of the sentence.
    ``behind``: the word directly behind it, in lower case; empty where there is none.
    """
    lowered = word.lower()
    capital = lowered[:1].upper() + lowered[1:]
    if lowered == "i" or lowered in _PROPER:
        # "GOMEZ DE LEON": behind a particle a name goes on.
        return capital, bool(before) and lowered in words("grammar", "name_particles")
    if lowered in words("counter_names", "titles"):
        return capital, True  # "DR. PRAT": what stands behind it is a name
    if lowered in words("grammar", "given_names"):
        return capital, True
    if _is_place(lowered):
        return capital, False
    if lowered in words("people", "demonyms"):
        return capital, False
    if not is_common(lowered) or (before and _is_surname(lowered)):
        return capital, True
    if before and behind and _ends_name(lowered, behind):
        return capital, True  # "PILAR LOVE WAS", where love is mostly none
    if before is None:
        return capital, _is_surname(lowered)
    return lowered, False
