"""Sentences without a word of saying that go on from one that has it.

"Medics said five people were hurt. Two of them were taken to hospital." Most sentences do not:
between two attributed ones the narrator speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from harmledger.claims.asides import behind_quotation
from harmledger.claims.lexicon import words
from harmledger.claims.parse import Parsed
from harmledger.claims.people import is_person_word
from harmledger.claims.sentences import Sentence
from harmledger.claims.speakers import closing_speaker, is_fragment
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.voices import Voices

__all__ = ["unsaid"]

#: Sentences of a numbered list behind "states the following:".
LISTED = 12
#: Sentences in a row that may go on from an attributed one.
CONTINUED = 3
#: "... the following:", and the number of a first item that the sentence has swallowed.
_OPENS = re.compile(r":[\s\"”]*(?:\d{1,2}[.)]?)?$")
_ITEM = re.compile(r"\s*[\"“]?(?:\d{1,2}[.)]|[a-z]\)|[•●▪–*-])\s")


def unsaid(voices: Voices, index: int, trigger: Token) -> Speaker | None:
    """The source of a word that no cue governs; None: the narrator.

    ", the clerk said." counts by its form alone, where the parser has lost it.
    """
    parsed = voices.parsed[index]
    closing = closing_speaker(parsed)
    if closing is not None and closing.start > parsed.end(trigger):
        return closing
    if not index:
        return None
    if is_fragment(parsed):
        return voices.last_source(index - 1)
    opener = _opening_colon(voices.text, voices.sentences, index)
    if opener is not None:
        return voices.last_source(opener)
    return _continued(voices, index)


def _opening_colon(text: str, sentences: Sequence[Sentence], index: int) -> int | None:
    """The sentence before that opens this one with a colon: "states the following: 1. ..."."""
    for before in range(index - 1, max(-1, index - 1 - LISTED), -1):
        after = sentences[before + 1]
        item = _ITEM.match(text, after.start) is not None
        new = after.paragraph != sentences[before].paragraph
        if _OPENS.search(text[sentences[before].start : sentences[before].end]):
            return before if item or after.paragraph == sentences[index].paragraph else None
        if new and not item:
            return None
    return None


def _continued(voices: Voices, index: int) -> Speaker | None:
    """Who speaks on in "Police said two were shot. The man was hit in the leg."

    Only where the sentence opens with those of whom the attributed one spoke; in a new
    paragraph only if the next sentence names the same source again.
    """
    for here in range(index, max(0, index - CONTINUED), -1):
        parsed = voices.sentence(here)
        if parsed is None or voices.narrated(here) or not _known_people(parsed):
            return None
        told = [c for c in voices.narrated(here - 1) if c.kind in {"verb", "phrase"}]
        new = voices.sentences[here].paragraph != voices.sentences[here - 1].paragraph
        if told and behind_quotation(told[-1]):
            return None
        if told and not new:
            return voices.speaker_of(here - 1, told[-1])
        if told:
            found, again = voices.speaker_of(here - 1, told[-1]), voices.last_source(index + 1)
            return found if found and again and _last(found) == _last(again) else None
        if new:
            return None
    return None


def _last(speaker: Speaker) -> str:
    return speaker.name.split()[-1].casefold()


def _known_people(parsed: Parsed) -> bool:
    """Whether the sentence opens with people known already: "the man", "another man"."""
    tokens = [t for t in parsed.doc if not t.is_punct and not t.is_space]
    if not tokens:
        return False
    first = tokens[0]
    noun = next((t for t in tokens if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if noun is None or noun.left_edge.i != first.i or noun.ent_type_ in {"ORG", "GPE", "PERSON"}:
        return False
    person = is_person_word(noun.lower_) or noun.lower_ in words("people", "anaphoric")
    aged = noun.lower_.endswith(("-old", "old"))
    if first.lower_ in words("grammar", "known_already"):
        return person or aged or noun.pos_ == "NUM" or parsed.quantity(noun) is not None
    counted = first.pos_ == "NUM" or parsed.quantity(first) is not None
    return counted and (
        noun.lower_ in words("grammar", "count_nouns")
        or any(c.lower_ == "of" for c in noun.children)
    )
