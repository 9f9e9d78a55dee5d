"""Groups: families of texts, incidents and tolls made of claims."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.records.claim import When, Where

__all__ = [
    "Cause",
    "Clue",
    "Family",
    "Feature",
    "Incident",
    "Mark",
    "Measure",
    "Member",
    "Passage",
    "Proposal",
    "Report",
    "Revision",
    "Rival",
    "Tie",
    "Toll",
    "TollPoint",
]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The spread of what was claimed for one measure: lowest and highest figure said.

    ``high`` None: nobody gave an upper bound. Not an assessment, only what was said.
    """

    measure: str
    low: int | None
    high: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document that speaks of the incident; ``main``: it is chiefly about this one."""

    document: str
    text_id: str
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Another incident that may be the same event, which nobody has decided.

    ``incident``: its id. ``score``: as the score of a link that joins reports. ``reasons``: what
    speaks for and against it, in sentences.
    """

    incident: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims about one event. ``reasons``: one readable sentence for each thing that tied it.

    ``independent_origins``: whoever counted, over all its claims; reports may be many more.
    ``proposals``: likely duplicates, the strongest first; nothing is merged by them.
    """

    id: str
    title: str
    when: When | None
    where: Where | None
    measures: tuple[Measure, ...]
    claims: tuple[str, ...]
    reports: tuple[Report, ...]
    reasons: tuple[str, ...] = ()
    independent_origins: int = 0
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TollPoint:
    """One reading of a cumulative series. ``as_of``: the date the count runs to, else None."""

    as_of: str | None
    reported_at: str | None
    low: int | None
    high: int | None
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Why a step of a toll is no harm of its day. ``point``: the index of the reading.

    ``kind``: ``lowered`` (below an earlier reading) or ``retroactive`` (the report says that
    earlier harm was added, or that the count was corrected). ``sentence`` says it in words.
    """

    point: int
    kind: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A likely cause why two counters differ.

    ``kind``: ``population``, ``area``, ``period``, ``indirect`` (deaths from hunger or disease),
    ``cut_off`` (the day that a count runs to), or ``none`` where no definition differs.
    """

    kind: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another counter's toll of the same measure, and the likely causes of a difference."""

    toll: str
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One counter's cumulative series under one definition.

    ``definition`` says in words what is counted (measure, population, area, since when).
    ``breaks`` are the indices of points that are revisions and no harm of their day, and
    ``revisions`` say of each why. ``rivals``: tolls of other counters that may be set beside it,
    the likest definition first. ``independent_origins``: as of an incident.
    """

    id: str
    title: str
    counter: str
    measure: str
    definition: str
    status: str | None
    where: str | None
    points: tuple[TollPoint, ...]
    claims: tuple[str, ...]
    breaks: tuple[int, ...] = ()
    revisions: tuple[Revision, ...] = ()
    rivals: tuple[Rival, ...] = ()
    independent_origins: int = 0
