"""Families: texts of one origin, and what tells so."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Clue", "Family", "Feature", "Mark", "Member", "Passage", "Tie"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A text in a family. ``relation``: original, copy, rewrite, partial, unknown.

    ``score``: how sure the link to the rest of the family is, 0 to 1.
    """

    text_id: str
    document: str
    relation: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One measured likeness of two texts, and what it added to the decision (log-odds)."""

    name: str
    value: float
    contribution: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Two passages that tell the same: half-open code points into each ``Text.text``.

    ``likeness``: share of words in common, 0 to 1.
    """

    first_start: int
    first_end: int
    second_start: int
    second_end: int
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of one text that tell where it comes from: ``quote == text[start:end]``.

    ``kind``: the row of the vocabulary that matched (credit line, source link, ...), or
    ``address`` with a canonical address, which has no place in the text (start and end 0).
    """

    text_id: str
    kind: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing that tells which text came first, with a sentence that says it.

    ``kind``: address, credit, alone, uncredited, date, glued, names_distorted, misspelt,
    words_lost, rarer_words, speech_told, cut, junk or shorter; ``linking/originals.toml``
    explains each. ``first``: id of the text that it says came first; ``second``: of the one
    that came after it, None for all others of the family. ``strength``: 2 where it decides by
    itself, 1 where it needs another. ``words``: what it was read from, as the second writes it.
    """

    kind: str
    sentence: str
    first: str
    second: str | None
    strength: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One piece of evidence in a family, with one sentence that says it.

    ``kind``: ``original`` (which text came first and why), ``same_words`` (equal texts),
    ``link`` (two texts and their likeness) or ``more`` (what was left out). ``between`` are the
    documents spoken of and ``text_ids`` their ids in the same order; of a link the first is
    the nearer to the origin. ``relation`` and ``score`` (0 to 1) are those of the second text.
    ``words`` are rare words and ``names`` names that both have, in the order of the first.
    ``clues``: of the kind ``original``, all that tells which text came first, either way.
    """

    kind: str
    sentence: str
    between: tuple[str, ...] = ()
    text_ids: tuple[str, ...] = ()
    relation: str | None = None
    score: float | None = None
    features: tuple[Feature, ...] = ()
    passages: tuple[Passage, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Texts that share one origin, the original first where it is known.

    ``evidence``: first what tells the original, then the ties that hold the family together.
    """

    id: str
    members: tuple[Member, ...]
    evidence: tuple[Tie, ...] = ()
