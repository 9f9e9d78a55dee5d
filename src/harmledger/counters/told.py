"""What the reports themselves say of names: short forms they explain, and who speaks for whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from harmledger.claims import short_forms
from harmledger.counters.known import Known
from harmledger.counters.names import speaker_key
from harmledger.counters.offices import office_beside, speaks_for
from harmledger.counters.words import name_words
from harmledger.kept import Kept, Shelf, digest, whole
from harmledger.records import Claim, Text

__all__ = ["Told", "told_by"]


@dataclass(frozen=True, slots=True)
class Told:
    """``short``: short form (lower case) to its full name and a report that says so; ``bodies``:
    the key of a person to whom the person speaks for. Left out where reports disagree."""

    short: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    bodies: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _InText:
    """What one text says: its short forms with their full names, and persons with the bodies they
    speak for, in the order of its claims."""

    short: dict[str, str]
    offices: tuple[tuple[str, str], ...]


def told_by(
    texts: Iterable[Text],
    claims: Sequence[Claim],
    known: Known,
    own: str = "",
    kept: Kept | None = None,
) -> Told:
    """Read from the texts in which claims with a speaker stand; ``own``: the text of a user's
    vocabulary, which ``known`` holds; ``kept``: what was read in texts before."""
    shelf = Shelf(kept, "told", _InText)
    by = digest(own)
    speaking: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.speaker is not None:
            speaking[claim.text_id].append(claim)
    short: dict[str, dict[frozenset[str], tuple[str, str]]] = defaultdict(dict)
    bodies: dict[str, dict[frozenset[str], tuple[str, str]]] = defaultdict(dict)

    def office(person: str, body: str, document: str) -> None:
        key = speaker_key(person)
        if key is not None and len(key.split()) > 1:
            bodies[key].setdefault(name_words(body), (body, document))

    for text in sorted(texts, key=lambda text: (text.document, text.id)):
        if text.id not in speaking:
            continue
        said = speaking[text.id]
        key = digest(by, *map(kept.of_record, (text, *said))) if kept else b""
        told = shelf.of(key, partial(_in_text, text, said, known))
        for letters, full in told.short.items():
            short[letters].setdefault(name_words(full), (full, text.document))
        for holder, body in told.offices:
            office(holder, body, text.document)
    for claim in claims:
        # Without the text: what a claim says of its own speaker.
        if claim.speaker is not None:
            body, person = speaks_for(claim.speaker.canonical or claim.speaker.name)
            if person is not None:
                office(person, body, claim.document)
    return Told(
        short={key: min(found.values()) for key, found in short.items() if len(found) == 1},
        bodies={
            key: min(found.values())
            for key, said in bodies.items()
            if len(found := _fullest(said, known)) == 1
        },
    )


def _in_text(text: Text, claims: Sequence[Claim], known: Known) -> _InText:
    offices = []
    text = whole(text)
    named = [claim.speaker for claim in claims if claim.speaker is not None]
    for speaker in named:
        body, person = speaks_for(speaker.name)
        if person is not None:
            offices.append((person, body))
        elif body == speaker.name and (beside := office_beside(text.text, speaker, known, named)):
            offices.append((speaker.canonical or speaker.name, beside))
    return _InText(short_forms(text.text), tuple(offices))


def _fullest(
    said: Mapping[frozenset[str], tuple[str, str]], known: Known
) -> dict[object, tuple[str, str]]:
    """The bodies for which a person is said to speak, each once: "the Health Ministry" beside
    "the Gaza Health Ministry" is no other."""
    found: dict[object, tuple[str, str]] = {}
    for words, (body, document) in sorted(said.items(), key=lambda item: item[1]):
        if not any(words < other for other in said):
            found.setdefault(known.meant_by(words) or words, (body, document))
    return found
