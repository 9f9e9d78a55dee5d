"""Who was harmed: status, age, sex and role from the words of a noun phrase."""

from __future__ import annotations

from harmledger.claims.lexicon import words

__all__ = ["age_of", "is_anaphoric", "is_person_word", "sex_of", "status_of"]

_STATUSES = ("perpetrator", "armed_forces", "police", "armed_group", "civilian", "unstated")


def is_person_word(word: str) -> bool:
    """Whether a (lower-case) noun is a known word for people."""
    return any(word in words("people", status) for status in _STATUSES)


def is_anaphoric(word: str) -> bool:
    """Whether a (lower-case) word only points back to people named before."""
    return word in words("people", "anaphoric")


def status_of(head: str, modifiers: tuple[str, ...]) -> str:
    """The status term for a noun phrase: its head noun first, then its modifiers.

    "Palestinian civilians" is civilian by its head, "civilian employees of the army" by its
    modifier; a bare "people" or a nationality leaves it unstated.
    """
    phrase = " ".join((*modifiers, head))
    for status in ("armed_forces", "police"):
        if any(known in phrase for known in words("people", status, "phrases")):
            return status
    found = {s for s in _STATUSES if head in words("people", s)}
    if head in words("grammar", "rank_nouns"):
        if any(word in words("grammar", "military_words") for word in modifiers):
            return "armed_forces"
        if any(word in words("grammar", "armed_group_words") for word in modifiers):
            return "armed_group"
    for status in _STATUSES[:-1]:
        if status in found:
            return status
    for status in ("civilian", "armed_forces", "police", "armed_group"):
        if any(word in words("people", status) for word in modifiers):
            return status
    return "unstated"


def age_of(phrase: tuple[str, ...]) -> str | None:
    """``child`` where a word says so, else None (unknown)."""
    return "child" if any(word in words("people", "age_child") for word in phrase) else None


def sex_of(phrase: tuple[str, ...]) -> str | None:
    """``female`` or ``male`` where all words that tell agree, else None (unknown)."""
    female = any(word in words("people", "sex_female") for word in phrase)
    male = any(word in words("people", "sex_male") for word in phrase)
    if female == male:
        return None
    return "female" if female else "male"
