"""A text on its way through the extractor: its sentences, and what they lean on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.continuation import continues
from harmledger.claims.dating import Dated, times_of
from harmledger.claims.eventwords import goes_on, names_event, names_place
from harmledger.claims.gate import gate_words
from harmledger.claims.mentions import Mention, mentions_of
from harmledger.claims.parse import Parsed
from harmledger.claims.sentences import Sentence, split_sentences
from harmledger.claims.speakers import is_fragment, leans_back, sentence_speaker
from harmledger.claims.timewords import names_time
from harmledger.records import Speaker, Text
from harmledger.vocabulary import languages

if TYPE_CHECKING:
    from harmledger.claims.assemble import Draft


__all__ = [
    "THERE_REACH",
    "Reading",
    "context_wanted",
    "open_text",
    "quotation_open",
    "speaker_before",
]


#: How many sentences back "there" may point.
THERE_REACH = 6


#: How many sentences back a pronoun ("it added") may take its speaker from.
SPEAKER_REACH = 3


#: How many sentences from the start place the story; bylines and dates are too short to count.
LEDE = 3
LEDE_WORDS = 6


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
    dated: dict[int, list[Dated]] = field(default_factory=dict)

    def lede(self) -> list[int]:
        """The headline and the first sentences: what the story is about."""
        text = self.text.text
        told = (
            i
            for i, s in enumerate(self.sentences)
            if s.kind == "headline" or len(text[s.start : s.end].split()) >= LEDE_WORDS
        )
        return list(islice(told, LEDE))

    def places(self, index: int) -> list[Mention]:
        if index not in self.mentions:
            parsed = self.parsed.get(index)
            self.mentions[index] = mentions_of(parsed) if parsed is not None else []
        return self.mentions[index]

    def times(self, index: int) -> list[Dated]:
        if index not in self.dated:
            parsed = self.parsed.get(index)
            self.dated[index] = times_of(parsed, self.published) if parsed is not None else []
        return self.dated[index]


def _published(text: Text) -> date | None:
    if not text.published_at:
        return None
    try:
        return date.fromisoformat(text.published_at[:10])
    except ValueError:
        return None


def open_text(text: Text) -> Reading:
    if text.lang is not None and text.lang not in languages():
        # English rules would misread it; it waits for a vocabulary of its language.
        return Reading(text=text, published=None, sentences=[], gated=[])
    sentences = list(split_sentences(text))
    gated = [i for i, s in enumerate(sentences) if gate_words(text.text[s.start : s.end])]
    continued = frozenset(
        i + 1
        for i in gated
        if i + 1 < len(sentences)
        and i + 1 not in gated
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


def context_wanted(reading: Reading) -> Iterator[int]:
    """Sentences without claims that one with claims leans on: for its speaker, place or date."""
    if not reading.drafts:
        return
    for index in sorted(reading.drafts):
        parsed = reading.parsed[index]
        sentence = parsed.sentence
        wanted = {index - 1} if index else set()
        leans = leans_back(parsed) or quotation_open(reading, index)
        if leans:
            wanted.update(range(max(0, index - SPEAKER_REACH), index))
        if any(t.lower_ == "there" and t.dep_ != "expl" for t in parsed.doc):
            wanted.update(range(max(0, index - THERE_REACH), index))
        if sentence.kind == "headline":
            wanted.update(range(index + 1, min(index + 3, len(reading.sentences))))
        for other in sorted(wanted):
            near = reading.sentences[other].paragraph == sentence.paragraph
            if other not in reading.parsed and (near or len(wanted) > 1 or is_fragment(parsed)):
                yield other
        yield from _events_beside(reading, index)
    behind = {i + 1 for i in reading.drafts}
    yield from (i for i in reading.continued & behind if i not in reading.parsed)
    # The headline and the lede say where the story plays.
    yield from (i for i in reading.lede() if i not in reading.parsed)


def _events_beside(reading: Reading, index: int) -> Iterator[int]:
    """Sentences beside one without place or time of its own that speak of an event."""
    if any(m.locative for m in reading.places(index)) and reading.times(index):
        return
    text, sentences = reading.text.text, reading.sentences
    for other in (index - 1, index + 1):
        if not 0 <= other < len(sentences) or other in reading.parsed:
            continue
        one = sentences[other]
        if other > index and not goes_on(text, one.start, one.end):
            continue
        tells = (names_place, names_time, names_event)
        if any(test(text, one.start, one.end) for test in tells):
            yield other


def quotation_open(reading: Reading, index: int) -> bool:
    """Whether a quotation begun in this paragraph is still open at the sentence's start."""
    sentence = reading.sentences[index]
    first = index
    while first and reading.sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    ahead = reading.text.text[reading.sentences[first].start : sentence.start]
    curly = ahead.count("“") - ahead.count("”")
    return curly > 0 or (ahead.count('"') % 2 == 1)


def speaker_before(
    reading: Reading, index: int, known: dict[int, Speaker | None]
) -> Speaker | None:
    """The speaker of the sentence before, if it stands in the same paragraph or runs on."""
    if index == 0:
        return None
    reach = SPEAKER_REACH if leans_back(reading.parsed[index]) else 1
    for before in range(index - 1, max(-1, index - 1 - reach), -1):
        parsed = reading.parsed.get(before)
        if parsed is None:
            return None
        if before not in known:
            known[before] = sentence_speaker(parsed)
        if known[before] is not None:
            return known[before]
    return None
