"""What the reports themselves say of names: short forms they explain, and who speaks for whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial

from harmledger.claims import short_forms
from harmledger.counters.forms import office_before
from harmledger.counters.known import Known
from harmledger.counters.names import bare, generic_forms, speaker_key
from harmledger.counters.words import listed_words, name_words
from harmledger.kept import Kept, Shelf, digest, whole
from harmledger.records import Claim, Speaker, Text

__all__ = [
    "Told",
    "last_cited",
    "speaks_for",
    "told_by",
]

#: How far from a name its office may stand.
_NEAR = 100
#: A body named before its spokesperson has few words.
_MOST_WORDS = 8


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


@cache
def _offices() -> str:
    words = sorted(listed_words("spokespeople"), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words))


@cache
def _offices_behind() -> tuple[str, ...]:
    """How a passage ends that names an office directly before a person, but for the last space."""
    words = listed_words("spokespeople")
    return tuple(f" {word}{comma}" for word in words for comma in ("", ","))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    office = _offices()
    before = rf"^(?:the |an? )?(?P<body>.+?)(?:['’]s?)?,? (?:chief |top |main )?(?:{office})"
    after = rf"(?:chief |top |main )?(?:{office})(?:,)? (?:for|of|at) (?P<body>[^,.;:]{{2,80}})"
    return (
        re.compile(rf"{before},? (?P<person>[A-Z].+)$"),
        re.compile(rf"^(?:(?P<person>.+?),? )?(?:an? |the |its )?{after}$", re.IGNORECASE),
        re.compile(rf"(?P<body>[^,.;:()\"“”]{{2,80}}?)(?:['’]s?)? (?:{office}),? $"),
        re.compile(rf"^,? (?:who is )?(?:an? |the )?(?:\w+ )?{after}"),
    )


def last_cited(name: str) -> str:
    """ "The UN, citing the Health Ministry" is the Health Ministry."""
    words = sorted(listed_words("citing"), key=lambda word: (-len(word), word))
    return re.split(rf"[ ,]+(?:{'|'.join(words)}) ", name)[-1].strip() or name


@lru_cache(maxsize=1 << 14)
def speaks_for(name: str) -> tuple[str, str | None]:
    """The body for which a name speaks, and the person: "Army spokesman A. B." speaks for
    the army. A name that says nothing of the kind is its own body."""
    first, second = _patterns()[:2]
    for pattern in (first, second):
        found = pattern.match(name)
        if found and name_words(found["body"]):
            return found["body"], found["person"]
    return name, None


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
        elif body == speaker.name and (beside := _beside(text.text, speaker, known, named)):
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


def _beside(text: str, speaker: Speaker, known: Known, others: Sequence[Speaker]) -> str | None:
    """The body whose office stands directly beside a person's name in the text.

    ``others``: the speakers of the text, of whom "the group's representative" names one.
    """
    before, after = _patterns()[2:]
    behind = text[speaker.end : speaker.end + _NEAR]
    found = after.match(behind)
    if found:
        return found["body"]
    if owned := _owner().match(behind):
        body = _in_full(bare(owned["body"]), speaker, others)
        if known.meant_by(name_words(body)) is not None:
            return body
    passage = text[max(0, speaker.start - _NEAR) : speaker.start]
    if office := office_before(passage, known):
        return office
    # The pattern tries every beginning of a body, so the end is looked at first.
    ends = passage.removesuffix("\n").removesuffix(" ").endswith(_offices_behind())
    found = before.search(passage) if ends else None
    words = found["body"].split()[-_MOST_WORDS:] if found else []
    # Where the name of the body begins is not marked, so only one that is known is taken.
    for first in range(len(words)):
        body = " ".join(words[first:])
        if known.meant_by(name_words(body)) is not None:
            return body
    return None


@cache
def _owner() -> re.Pattern[str]:
    """ ", the group's representative in Afghanistan," behind the name of a person."""
    words = {word for term in ("spokespeople", "office_holders") for word in listed_words(term)}
    office = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    return re.compile(
        rf"^, (?P<body>[^,.;:()\"“”]{{2,60}}?)['’]s? (?:[a-z-]+ ){{0,2}}(?:{office})\b"
    )


def _in_full(form: str, speaker: Speaker, others: Sequence[Speaker]) -> str:
    """The source of the text that a short form such as "group" means, where it can be one only."""
    term = generic_forms().get(form.casefold())
    if term is None:
        return form
    kinds, words = set(term.words("kinds")) - {"other"}, term.words("words")
    names = {
        other.canonical or other.name
        for other in others
        if other != speaker
        and bare(other.canonical or other.name).casefold() not in generic_forms()
        and (other.kind in kinds or any(word in other.name.casefold() for word in words))
    }
    return names.pop() if len(names) == 1 else form
