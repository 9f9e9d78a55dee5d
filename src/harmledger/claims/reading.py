"""A text on its way through the extractor: its sentences, and what they lean on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims import gazetteer
from harmledger.claims.continuation import continues
from harmledger.claims.gate import gate_words, harm_spots
from harmledger.claims.lexicon import alternatives, words
from harmledger.claims.parse import Parsed
from harmledger.claims.sentences import Sentence, split_sentences
from harmledger.claims.speakers import is_fragment
from harmledger.claims.voices import Voices
from harmledger.claims.where import Mention, mentions_of, points_back
from harmledger.records import Text
from harmledger.vocabulary import languages

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.assemble import Draft


__all__ = [
    "Reading",
    "context_wanted",
    "earlier_places",
    "of_the_story",
    "open_text",
    "speakers_wanted",
]


#: How many sentences back "there" may point.
THERE_REACH = 6


#: How many sentences from the start place the story; bylines and dates are too short to count.
LEDE = 3
LEDE_WORDS = 6
#: Sentences behind the lede that still speak of its event unless they name another.
NEAR_LEDE = 1


@cache
def _definite_event() -> re.Pattern[str]:
    """ "The attack", "that strike": the event the story is about."""
    nouns = alternatives(words("grammar", "event_nouns"))
    return re.compile(rf"\b[Tt](?:he|his|hat)\s+(?:\w+\s+){{0,2}}(?:{nouns})\b")


@cache
def _another_event() -> re.Pattern[str]:
    """ "In a separate attack", "an earlier strike": not the event the story is about."""
    other = alternatives(words("grammar", "other_events"))
    nouns = alternatives(words("grammar", "event_nouns"))
    return re.compile(rf"\b(?:{other})\s+(?:\w+\s+){{0,2}}(?:{nouns})s?\b", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """A text on its way through the extractor."""

    text: Text
    published: date | None
    sentences: list[Sentence]
    gated: list[int]
    continued: frozenset[int] = frozenset()
    parsed: dict[int, Parsed] = field(default_factory=dict)
    drafts: dict[int, list[Draft]] = field(default_factory=dict)
    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    _voices: Voices | None = None

    @property
    def voices(self) -> Voices:
        """Who says what in the text, by the sentences parsed so far."""
        if self._voices is None:
            self._voices = Voices(self.text.text, self.sentences, self.parsed)
        return self._voices

    opening: list[int] | None = None

    def lede(self) -> list[int]:
        """The headline and the first sentences: what the story is about."""
        if self.opening is None:
            text = self.text.text
            told = (
                i
                for i, s in enumerate(self.sentences)
                if s.kind == "headline" or len(text[s.start : s.end].split()) >= LEDE_WORDS
            )
            self.opening = list(islice(told, LEDE))
        return self.opening

    def places(self, index: int) -> list[Mention]:
        if index not in self.mentions:
            parsed = self.parsed.get(index)
            self.mentions[index] = mentions_of(parsed) if parsed is not None else []
        return self.mentions[index]


def _published(text: Text) -> date | None:
    if not text.published_at:
        return None
    try:
        return date.fromisoformat(text.published_at[:10])
    except ValueError:
        return None


def open_text(text: Text, *, every: bool = False) -> Reading:
    """The text in sentences, those with harm words marked.

    ``every``: the sentences also of a text without harm words, which claims do not need.
    """
    if text.lang is not None and text.lang not in languages():
        # English rules would misread it; it waits for a vocabulary of its language.
        return Reading(text=text, published=None, sentences=[], gated=[])
    spots = harm_spots(text.text)
    if not spots and not every:
        return Reading(text=text, published=None, sentences=[], gated=[])
    sentences = list(split_sentences(text))
    gated = list(_gated(text.text, sentences, spots))
    passed = frozenset(gated)
    continued = frozenset(
        i + 1
        for i in gated
        if i + 1 < len(sentences)
        and i + 1 not in passed
        and sentences[i + 1].paragraph == sentences[i].paragraph
        and continues(text.text[sentences[i + 1].start : sentences[i + 1].end])
    )
    return Reading(
        text=text,
        published=_published(text),
        sentences=sentences,
        gated=gated,
        continued=continued,
    )


def _gated(text: str, sentences: list[Sentence], spots: list[int]) -> Iterator[int]:
    """The sentences that pass the gate, by the spots where harm words end."""
    for index, sentence in enumerate(sentences):
        at = bisect_left(spots, sentence.start)
        holds = at < len(spots) and spots[at] < sentence.end
        if holds and gate_words(text[sentence.start : sentence.end]):
            yield index


def context_wanted(reading: Reading) -> Iterator[int]:
    """Sentences without claims that one with claims leans on: for its place or date."""
    if not reading.drafts:
        return
    for index in sorted(reading.drafts):
        parsed = reading.parsed[index]
        sentence = parsed.sentence
        wanted = {index - 1} if index else set()
        if "there" in parsed.words and any(
            t.lower_ == "there" and t.dep_ != "expl" for t in parsed.doc
        ):
            wanted.update(range(max(0, index - THERE_REACH), index))
        if sentence.kind == "headline":
            wanted.update(range(index + 1, min(index + 3, len(reading.sentences))))
        for other in sorted(wanted):
            near = reading.sentences[other].paragraph == sentence.paragraph
            if other not in reading.parsed and (near or len(wanted) > 1 or is_fragment(parsed)):
                yield other
    behind = {i + 1 for i in reading.drafts}
    yield from (i for i in reading.continued & behind if i not in reading.parsed)
    # The headline and the lede say where the story plays.
    yield from (i for i in reading.lede() if i not in reading.parsed)


def speakers_wanted(reading: Reading) -> frozenset[int]:
    """Sentences not parsed yet that say who speaks in those with claims."""
    if not reading.drafts:
        return frozenset()
    voices = reading.voices
    voices.forget()
    for index, drafts in reading.drafts.items():
        for draft in drafts:
            voices.at(index, draft.trigger)
    return frozenset(voices.wanted)


def of_the_story(reading: Reading, index: int) -> bool:
    """Whether the sentence speaks of the event of the story.

    "The attack", "that strike" does; so does a sentence near the lede that names no other event.
    """
    sentence = reading.sentences[index]
    text = reading.text.text
    if _definite_event().search(text, sentence.start, sentence.end):
        return True
    near = index <= max(reading.lede(), default=0) + NEAR_LEDE
    return near and _another_event().search(text, sentence.start, sentence.end) is None


def earlier_places(reading: Reading, index: int, trigger: Token) -> list[Mention]:
    sentence = reading.sentences[index]
    there = points_back(trigger)
    earlier: list[Mention] = []
    reach = THERE_REACH if there else 1
    for other in range(max(0, index - reach), index):
        near = reading.sentences[other].paragraph == sentence.paragraph
        if there or near or other in reading.drafts or is_fragment(reading.parsed[index]):
            earlier.extend(m for m in reading.places(other) if m.locative)
    known = [m for m in earlier if gazetteer.known_name(m.name)]
    if not earlier and of_the_story(reading, index):
        # The event of the story, which the headline or lede places.
        story = [m for i in reading.lede() for m in reading.places(i)]
        towns = [m for m in story if not m.told and not m.country]
        placed = [m for m in towns if m.locative]
        return (placed or [m for m in towns if gazetteer.known_name(m.name)])[:1]
    if not earlier and sentence.kind == "headline":
        for other in range(index + 1, min(index + 3, len(reading.sentences))):
            earlier.extend(m for m in reading.places(other) if m.locative)
        return earlier[:1]
    return known or earlier
