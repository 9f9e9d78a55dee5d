"""The gate: an Aho-Corasick pass that lets only sentences with harm words through to the parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from harmledger.claims.words.lexicon import LANGUAGE, alternatives, lowered, words
from harmledger.vocabulary import Term, load

__all__ = [
    "HarmWord",
    "gate_words",
    "gated_words",
    "glued_words",
    "harm_spots",
    "harm_words",
    "lacking",
    "unglued",
]


#: How many letters before a harm word a word stuck to it may have.
GLUE_REACH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmWord:
    """A row of the harm vocabulary."""

    id: str
    measure: str
    frame: str
    particle: str | None
    needs_verb: frozenset[str]
    needs_noun: frozenset[str]
    outcome_unknown: bool
    people_only: bool
    many: bool
    unarmed: bool


def _row(term: Term) -> HarmWord:
    noun = term.data.get("needs_noun")
    things = load(LANGUAGE, "things")
    nouns: tuple[str, ...] = ()
    if noun == "buildings":
        nouns = things["buildings"].words("words")
    elif noun == "aid":
        nouns = (*things["aid"].words("words"), *things["aid_units"].words("words"))
    elif noun == "aid_units":
        nouns = things["aid_units"].words("words")
    elif noun == "weapons":
        nouns = (*things["arms"].words("words"), *things["arms_pieces"].words("words"))
    elif noun == "homes":
        nouns = things["homes"].words("words")
    elif noun == "projectiles":
        nouns = (*things["projectiles"].words("words"), *things["body_parts"].words("words"))
    elif noun == "deliveries":
        nouns = (
            *things["arms_units"].words("words"),
            "delivered",
            "shipped",
            "transferred",
            "delivery",
            "shipment",
        )
    return HarmWord(
        id=term.id,
        measure=str(term.data["measure"]),
        frame=str(term.data["frame"]),
        particle=term.data.get("particle"),
        needs_verb=frozenset(term.words("needs_verb")),
        needs_noun=frozenset(nouns),
        outcome_unknown=bool(term.data.get("outcome_unknown")),
        people_only=bool(term.data.get("people_only")),
        many=bool(term.data.get("many")),
        unarmed=bool(term.data.get("unarmed")),
    )


@cache
def gated_words() -> dict[str, tuple[HarmWord, ...]]:
    """Every form that may carry a claim, lower case, with its rows: harm words and weapons."""
    table: dict[str, list[HarmWord]] = {}
    for term in load(LANGUAGE, "harm_words").terms:
        row = _row(term)
        for form in term.words("forms"):
            table.setdefault(form, []).append(row)
    return {form: tuple(rows) for form, rows in table.items()}


@cache
def harm_words() -> dict[str, tuple[HarmWord, ...]]:
    """Every form of every harm word, lower case, with its rows.

    Weapons that are counted (``pieces``) are gated too, but "rifle" tells of no harm by itself.
    """
    told = {
        form: tuple(row for row in rows if row.frame != "pieces")
        for form, rows in gated_words().items()
    }
    return {form: rows for form, rows in told.items() if rows}


@cache
def _glue() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{alternatives(words('grammar', 'glued'))})$")


@cache
def glued_words() -> dict[str, int]:
    """Harm words with a word stuck to their front, and where in them the harm word begins."""
    fronts = sorted(words("grammar", "glued"), key=len)
    long = [form for form in harm_words() if len(form) > 4]
    both = {front + form: len(front) for front in fronts for form in long}
    return {word: cut for word, cut in both.items() if word not in harm_words()}


def unglued(word: str) -> int:
    """Where a harm word begins that is stuck to the word before it; 0 where none is."""
    return glued_words().get(word.lower(), 0)


@cache
def _automaton() -> Any:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for form in gated_words():
        automaton.add_word(form, form)
    automaton.make_automaton()
    return automaton


def harm_spots(text: str) -> list[int]:
    """Offsets of the last letters of all harm words of a text, whatever words they need, in order.

    A sentence without one cannot pass the gate, a text without any has no claims.
    """
    low = lowered(text)
    return [end for end, form in _automaton().iter(low) if _is_whole(low, form, end)]


def _is_whole(low: str, form: str, end: int) -> bool:
    """Whether a harm word that ends at ``end`` is a word by itself, or one stuck to another.

    In "a dead heat" it is neither.
    """
    if end + 1 < len(low) and low[end + 1].isalpha():
        return False  # first, for most stand inside another word: "hit" in "white"
    start = end - len(form) + 1
    if start and low[start - 1].isalpha():
        glued = _glue().search(low, max(0, start - GLUE_REACH), start)
        if glued is None:
            return False
    return not any(low.startswith(rest, end + 1) for rest in _no_harm().get(form, ()))


@cache
def _no_harm() -> dict[str, list[str]]:
    """By harm word how expressions go on that begin with it and tell of no harm."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(words("not_counts", "no_harm")):
        form = phrase.split()[0]
        found.setdefault(form, []).append(phrase[len(form) :])
    return found


def gate_words(sentence: str) -> tuple[str, ...]:
    """The harm words of ``sentence`` that may carry a claim; empty where it need not be parsed.

    A word that needs another one (a noun, a verb) passes only where that stands there too.
    """
    return tuple(form for form, rows in _met(sentence) for row, whole in rows if whole)


def lacking(sentence: str) -> tuple[str, ...]:
    """For each harm word that did not pass, in words, what it would need beside it."""
    found: list[str] = []
    for form, rows in _met(sentence):
        if any(whole for _, whole in rows):
            continue
        needed = sorted({word for row, _ in rows for word in row.needs_noun or row.needs_verb})
        some = ", ".join(needed[:4]) + (" and others" if len(needed) > 4 else "")
        found.append(f"“{form}” counts only beside one of: {some}")
    return tuple(dict.fromkeys(found))


def _met(sentence: str) -> Iterator[tuple[str, list[tuple[HarmWord, bool]]]]:
    """The harm words of a sentence, each row with whether the words it needs stand there too."""
    low = lowered(sentence)
    stands: frozenset[str] | None = None
    for end, form in _automaton().iter(low):
        if not _is_whole(low, form, end):
            continue
        rows: list[tuple[HarmWord, bool]] = []
        for row in gated_words()[form]:
            if stands is None and (row.needs_noun or row.needs_verb):
                stands = frozenset(low.replace(",", " ").replace(".", " ").split())
            noun = not row.needs_noun or bool(stands and stands & (row.needs_noun - {form}))
            verb = not row.needs_verb or bool(stands and stands & row.needs_verb)
            rows.append((row, noun and verb))
        yield form, rows
