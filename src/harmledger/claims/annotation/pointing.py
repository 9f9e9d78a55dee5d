"""Places that a claim points to without naming them: "there", "the church"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.annotation.anchor import anchor_of
from harmledger.claims.annotation.reading import THERE_REACH, Reading
from harmledger.claims.annotation.story import of_the_story, story_place
from harmledger.claims.places.definite import definite_place
from harmledger.claims.places.mentions import Mention, mention_at
from harmledger.claims.places.placekinds import TOWN, is_named, name_end

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.drafts.draft import Draft

__all__ = ["there_of", "unnamed_of"]


def unnamed_of(reading: Reading, index: int, draft: Draft) -> Mention | None:
    """ "The church" of the harm's clause, within the town of the story where it is of that."""
    found = definite_place(reading.parsed[index], anchor_of(reading, index, draft))
    town = story_place(reading) if found is not None and of_the_story(reading, index) else None
    if found is None or town is None or town.rank < TOWN:
        return found
    return replace(found, within=(town, *town.within))


def there_of(reading: Reading, index: int, draft: Draft) -> Mention | None:
    """What "there" points to: the last place named before, in the sentence or those before it."""
    at = min(draft.counted.start, reading.parsed[index].start(draft.trigger))
    own = [m for m in reading.places(index) if m.end <= at and not m.told and m.goal < 0]
    if own:
        return own[-1]
    for other in range(index - 1, max(-1, index - 1 - THERE_REACH), -1):
        if other in reading.parsed:
            known = [m for m in reading.places(other) if not m.told and m.goal < 0]
            placed = [m for m in known if m.locative]
            if placed:
                return placed[-1]
            spoken = [m for m in known if _spoken_of(reading.parsed[other].doc[m.token])]
            if spoken:
                return spoken[-1]  # "Qana had been hit before. Over 100 died there"
    return _subject_before(reading, index, at)


def _subject_before(reading: Reading, index: int, at: int) -> Mention | None:
    """A name that the sentence, or the one before, speaks of, though no list has it."""
    for other in (index, index - 1):
        parsed = reading.parsed.get(other)
        if parsed is None:
            continue
        for token in parsed.doc:
            last = name_end(parsed.doc, token.i)
            if parsed.end(parsed.doc[last]) > at:
                break
            subject = parsed.doc[last].dep_ in {"nsubj", "nsubjpass"} and token.pos_ == "PROPN"
            if subject and is_named(token) and parsed.doc[last].head.dep_ in {"ROOT", "ccomp"}:
                return mention_at(parsed, token.i, last, TOWN, parsed.doc[token.i : last + 1].text)
    return None


def _spoken_of(name: Token) -> bool:
    """Whether a sentence speaks of a place, rather than of something of it."""
    return name.dep_ in {"nsubj", "nsubjpass", "dobj"}
