"""Who was harmed: status, age, sex and role from the words of a noun phrase."""

from __future__ import annotations

from functools import cache

from harmledger.claims.words.kinds import unarmed
from harmledger.claims.words.lexicon import words

__all__ = ["age_of", "is_anaphoric", "is_group_name", "is_person_word", "sex_of", "status_of"]

_STATUSES = ("perpetrator", "armed_forces", "police", "armed_group", "civilian", "unstated")


@cache
def _person_words() -> frozenset[str]:
    every = [words("people", status) for status in (*_STATUSES, "civilian_roles", "others")]
    return frozenset().union(*every, words("people", "demonyms"), words("people", "groups", "bare"))


def is_person_word(word: str) -> bool:
    """Whether a (lower-case) noun is a known word for people."""
    return word in _person_words()


def is_anaphoric(word: str) -> bool:
    """Whether a (lower-case) word only points back to people named before."""
    return word in words("people", "anaphoric")


def _names(phrase: str, modifiers: tuple[str, ...], term: str) -> bool:
    """Whether the modifiers name a force or group of ``term``, by a word or a phrase.

    A fire brigade is no force: its word for one is left out.
    """
    named = words("people", term) & set(modifiers)
    return not named <= unarmed(phrase) or any(
        known in phrase for known in words("people", term, "phrases")
    )


def _officer(phrase: str, modifiers: tuple[str, ...], near: frozenset[str]) -> str:
    """Officers of police, of armed forces, of an armed group, or of no one named.

    A bare "officer" is of the forces where a word of the sentence speaks of them and none of
    police, else police; "two Russian officers" are police only where the sentence says so.
    """
    if any(word in words("people", "police_words") for word in modifiers):
        return "police"
    if _names(phrase, modifiers, "forces"):
        return "armed_forces"
    if _names(phrase, modifiers, "groups"):
        return "armed_group"
    if any(word in words("people", "police_words", "other") for word in modifiers):
        return "unstated"
    if near & words("people", "police_words"):
        return "police"
    if any(word in words("people", "demonyms") for word in modifiers):
        return "unstated"
    return "armed_forces" if near & words("people", "forces") else "police"


def status_of(head: str, modifiers: tuple[str, ...], near: frozenset[str] = frozenset()) -> str:
    """The status term for a noun phrase: its head noun first, then its modifiers.

    "Palestinian civilians" is civilian by its head, "civilian employees of the army" by its
    modifier; a bare "people" or a nationality leaves it unstated. ``near`` holds the lower-case
    words of the sentence.
    """
    phrase = " ".join((*modifiers, head))
    if near & words("people", "war_flying") and _flies(head, modifiers):
        return "armed_forces"
    for status in ("perpetrator", "armed_forces", "police", "civilian"):
        if any(known in phrase for known in words("people", status, "phrases")):
            return status
    if head in words("grammar", "rank_nouns", "officers"):
        return _officer(phrase, modifiers, near)
    if head in words("people", "groups", "bare") or is_group_name(head, modifiers):
        return "armed_group"
    if head in words("people", "recruits") and near & words("people", "recruits", "near"):
        return "police" if near & words("people", "police_words") else "armed_forces"
    if head in words("grammar", "rank_nouns") or head in {"fighter", "fighters"}:
        if _names(phrase, modifiers, "groups"):
            return "armed_group"
        if _names(phrase, modifiers, "forces"):
            return "armed_forces"
        if head in {"agent", "agents"} and any(w in words("people", "agencies") for w in modifiers):
            return "police"
        if _names(phrase, modifiers, "civil_groups"):
            return "civilian"
    if head in words("people", "men_of") and modifiers:
        for term, status in (("groups", "armed_group"), ("forces", "armed_forces")):
            if modifiers[-1] in words("people", term):
                return status  # "a Hamas man", "two SS men"
    found = {s for s in _STATUSES if head in words("people", s)}
    if head in words("people", "civilian_roles"):
        found.add("civilian")
    for status in _STATUSES[:-1]:
        if status in found:
            return _of_rank(status, head, near)
    for status in ("civilian", "armed_forces", "police", "armed_group"):
        told = [word for word in modifiers if word in words("people", status)]
        if told:
            return _of_rank(status, told[0], near)
    marked = is_person_word(head) and not words("people", "civil_marks").isdisjoint(modifiers)
    return "civilian" if marked else "unstated"  # "innocent people"


def is_group_name(head: str, modifiers: tuple[str, ...]) -> bool:
    """Whether a noun with the words before it is the name of an armed group: "Khmer Rouge"."""
    return " ".join((*modifiers[-1:], head)) in words("people", "groups", "names")


def _flies(head: str, modifiers: tuple[str, ...]) -> bool:
    """Whether a noun is of those who fly: "the pilot", "two crew members"."""
    crew = "crew" in modifiers and head in words("people", "flyers", "crew")
    return crew or head in words("people", "flyers")


def _of_rank(status: str, word: str, near: frozenset[str]) -> str:
    """A sergeant is of the police where the sentence speaks of police and of no forces."""
    police = word in words("people", "shared_ranks") and near & words("people", "police_words")
    return "police" if police and not near & words("people", "forces") else status


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
