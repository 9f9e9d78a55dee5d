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

from harmledger.claims.attribution.voices import Voices
from harmledger.claims.laid.find import LaidOut, laid_out
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.sentences import Sentence, split_sentences
from harmledger.claims.places.mentions import Mention, mentions_of
from harmledger.claims.places.namedagain import names_placed, with_named_again
from harmledger.claims.times.calendarwords import years_told
from harmledger.claims.times.dating import Dated, times_of
from harmledger.claims.words.gate import gate_words, harm_spots
from harmledger.claims.words.language import reads
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Text, When

if TYPE_CHECKING:
    from harmledger.claims.drafts.draft import Draft

__all__ = [
    "EVENT_REACH",
    "THERE_REACH",
    "Reading",
    "of_one_apart",
    "open_text",
]

#: How many sentences back "there" may point.
THERE_REACH = 6
#: How many sentences back the event of a claim may be placed and dated.
EVENT_REACH = 3

#: How many sentences from the start place the story; bylines and dates are too short to count.
LEDE = 3
LEDE_WORDS = 6
#: Lines of a form that say when and where ("Place: Mill Street"), beside the lede.
LABELS = 4
#: From here on a number is no count of persons told of one by one.
_MANY = 10
#: Years before publication from which on a report looks back.
_LONG_AGO = 2


@cache
def _label() -> re.Pattern[str]:
    labels = words("places", "place_labels") | words("time", "date_labels")
    return re.compile(rf"(?:{alternatives(labels)})[ \t]*:", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """A text on its way through the extractor."""

    text: Text
    published: date | None
    sentences: list[Sentence]
    gated: list[int]
    #: Sentences that go on counting those of the sentence before.
    continued: frozenset[int] = frozenset()
    #: What stands outside sentences: tables, labels, lists.
    laid: LaidOut = field(default_factory=LaidOut)
    parsed: dict[int, Parsed] = field(default_factory=dict)
    #: All sentences with harm words, until their claims are drafted.
    waiting: dict[int, Parsed] = field(default_factory=dict)
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
    dated: dict[int, list[Dated]] = field(default_factory=dict)
    years: list[tuple[int, int]] | None = None
    #: The place that the story is about, as a tuple of one once it was looked for.
    about: tuple[Mention | None] | None = None
    #: The places at the head of passages, with the span of each, once they were looked for.
    heads: list[tuple[int, int, Mention]] | None = None
    #: The day of the text's event, as a tuple of one once it was looked for.
    event: tuple[When | None] | None = None

    def lede(self) -> list[int]:
        """The headline and the first sentences: what the story is about."""
        if self.opening is None:
            text = self.text.text
            told = (
                i
                for i, s in enumerate(self.sentences)
                if s.kind == "headline" or len(text[s.start : s.end].split()) >= LEDE_WORDS
            )
            opening = list(islice(told, LEDE))
            labelled = (
                i
                for i, s in enumerate(self.sentences)
                if i not in opening and _label().match(text, s.start, s.end)
            )
            self.opening = [*opening, *islice(labelled, LABELS)]
        return self.opening

    def places(self, index: int) -> list[Mention]:
        if index not in self.mentions:
            parsed = self.parsed.get(index)
            self.mentions[index] = mentions_of(parsed) if parsed is not None else []
        return self.mentions[index]

    def share_places(self) -> None:
        """Let what is placed in one sentence be a place in all others that were parsed."""
        found = {index: self.places(index) for index in sorted(self.parsed)}
        names = names_placed(mention for own in found.values() for mention in own)
        if names:
            for index, own in found.items():
                self.mentions[index] = with_named_again(self.parsed[index], own, names)

    def times(self, index: int) -> list[Dated]:
        if index not in self.dated:
            parsed = self.parsed.get(index)
            year = self.year_at(self.sentences[index].start)
            self.dated[index] = times_of(parsed, self.published, year) if parsed else []
        return self.dated[index]

    def year_at(self, offset: int) -> int | None:
        """The year of the days that the text gives without one, where it is not that of the report.

        "In December 1981 ... On the 10th": where all dates before ``offset`` that give their year
        give the same, two or more before publication.
        """
        if self.years is None:
            self.years = years_told(self.text.text)
        before = {year for at, year in self.years if at <= offset}
        if self.published is None or len(before) != 1:
            return None
        year = next(iter(before))
        return year if self.published.year - year >= _LONG_AGO else None


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
    if not reads(text):
        # English rules would misread it; it waits for a vocabulary of its language.
        return Reading(text=text, published=None, sentences=[], gated=[])
    spots = harm_spots(text.text)
    if not spots and not every:
        return Reading(text=text, published=None, sentences=[], gated=[])
    sentences = list(split_sentences(text))
    laid = laid_out(text)
    gated = [
        index
        for index in _gated(text.text, sentences, spots)
        # A row of a table is no sentence.
        if not (laid.in_table(sentences[index].start) and laid.in_table(sentences[index].end - 1))
    ]
    return Reading(
        text=text,
        published=_published(text),
        sentences=sentences,
        gated=gated,
        laid=laid,
    )


def _gated(text: str, sentences: list[Sentence], spots: list[int]) -> Iterator[int]:
    """The sentences that pass the gate, by the spots where harm words end."""
    for index, sentence in enumerate(sentences):
        at = bisect_left(spots, sentence.start)
        holds = at < len(spots) and spots[at] < sentence.end
        if holds and gate_words(text[sentence.start : sentence.end]):
            yield index


def of_one_apart(reading: Reading, index: int, low: int | None) -> bool:
    """Whether the sentence tells of single persons and a claim counts many.

    "My brother died at the mill. The union counts 24 dead": not all at the mill.
    """
    there = [draft.counted for draft in reading.drafts.get(index, ())]
    single = bool(there) and all(one.low == one.high == 1 for one in there)
    return single and (low or 0) >= _MANY
