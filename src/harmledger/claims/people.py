"""Who was harmed: status, age, sex and role from the words of a noun phrase."""

from __future__ import annotations

from functools import cache

from harmledger.vocabulary import load

__all__ = ["age_of", "is_anaphoric", "is_person_word", "sex_of", "status_of"]

_STATUSES = ("perpetrator", "armed_forces", "police", "armed_group", "civilian", "unstated")


@cache
def _words(term: str) -> frozenset[str]:
    return frozenset(load("en", "people")[term].words("words"))


@cache
def _phrases(term: str) -> tuple[str, ...]:
    return load("en", "people")[term].words("phrases")


def is_person_word(word: str) -> bool:
    """Whether a (lower-case) noun is a known word for people."""
    return any(word in _words(status) for status in _STATUSES)


def is_anaphoric(word: str) -> bool:
    """Whether a (lower-case) word only points back to people named before."""
    return word in _words("anaphoric")


def status_of(head: str, modifiers: tuple[str, ...]) -> str:
    """The status term for a noun phrase: its head noun first, then its modifiers.

    "Palestinian civilians" is civilian by its head, "civilian employees of the army" by its
    modifier; a bare "people" or a nationality leaves it unstated.
    """
    phrase = " ".join((*modifiers, head))
    for status in ("armed_forces", "police"):
        if any(words in phrase for words in _phrases(status)):
            return status
    found = {s for s in _STATUSES if head in _words(s)}
    if head in {"officer", "officers", "guard", "guards", "member", "members", "commander",
                "commanders", "leader", "leaders", "agent", "agents", "chief"}:  # fmt: skip
        if any(word in {"army", "military", "naval", "navy", "soldier"} for word in modifiers):
            return "armed_forces"
        if any(word in {"taliban", "hamas", "rebel", "militant", "guerrilla", "isis", "militia",
                        "hezbollah", "gang"} for word in modifiers):  # fmt: skip
            return "armed_group"
    for status in _STATUSES[:-1]:
        if status in found:
            return status
    for status in ("civilian", "armed_forces", "police", "armed_group"):
        if any(word in _words(status) for word in modifiers):
            return status
    return "unstated"


def age_of(words: tuple[str, ...]) -> str | None:
    """``child`` where a word says so, else None (unknown)."""
    return "child" if any(word in _words("age_child") for word in words) else None


def sex_of(words: tuple[str, ...]) -> str | None:
    """``female`` or ``male`` where all words that tell agree, else None (unknown)."""
    female = any(word in _words("sex_female") for word in words)
    male = any(word in _words("sex_male") for word in words)
    if female == male:
        return None
    return "female" if female else "male"
