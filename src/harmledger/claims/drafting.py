"""Sentences with harm words parsed, and their claims drafted, many texts at a time."""

from __future__ import annotations

from collections.abc import Iterable

from harmledger.claims.annotation.elliptic import (
    add_bare,
    add_onward,
    bare_wanted,
    going_on,
    onward_wanted,
)
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.annotation.rolls import add_rolls, rolls_wanted
from harmledger.claims.drafts.assemble import drafts_of
from harmledger.claims.drafts.ranked import with_ranked
from harmledger.claims.harms.find import find_harms
from harmledger.claims.learned.judge import judge
from harmledger.claims.learned.sieve import worth_parsing
from harmledger.claims.learned.signs import Signs
from harmledger.claims.parsing.parse import add_entities, parse_sentences

__all__ = ["draft_all", "draft_claims"]


def draft_claims(readings: list[Reading], *, every: bool = False) -> None:
    """Parse the sentences with harm words and draft their claims; ``waiting`` then has them.

    Names are looked for only where a harm word has a victim: much of the time goes there.
    ``every``: also sentences that by their words alone have no claim.
    """
    signs = [Signs(r.text.text, len(r.gated)) if r.gated else None for r in readings]
    pairs = [
        (reading, index)
        for reading, own in zip(readings, signs, strict=True)
        if own is not None
        for index in (
            reading.gated
            if every
            else worth_parsing(reading.text.text, reading.sentences, reading.gated, own)
        )
    ]
    stream = parse_sentences(((r.text.text, r.sentences[i]) for r, i in pairs), entities=False)
    found = [
        (reading, index, parsed, find_harms(parsed))
        for (reading, index), parsed in zip(pairs, stream, strict=True)
    ]
    add_entities(parsed for _, _, parsed, harms in found if harms)
    for reading, index, parsed, harms in found:
        reading.waiting[index] = parsed
        drafts = drafts_of(parsed, harms) if harms else []
        if drafts:
            reading.drafts[index] = drafts
    for reading, own in zip(readings, signs, strict=True):
        if own is not None:
            reading.drafts = judge(own, reading.waiting, reading.drafts)
            for index in list(reading.waiting):
                drafts = with_ranked(reading.waiting[index], reading.drafts.get(index, []))
                if drafts:
                    reading.drafts[index] = drafts


def _parse_too(readings: list[Reading], wanted: Iterable[Iterable[int]]) -> None:
    """Parse further sentences of each text beside those that were parsed for their harm words."""
    pairs = [
        (reading, index)
        for reading, own in zip(readings, wanted, strict=True)
        for index in own
        if index not in reading.waiting
    ]
    stream = parse_sentences(((r.text.text, r.sentences[i]) for r, i in pairs), entities=False)
    for (reading, index), parsed in zip(pairs, stream if pairs else (), strict=True):
        reading.waiting[index] = parsed


def _add_bare(readings: list[Reading]) -> None:
    """Add the counts whose noun and harm stand in sentences before, among those parsed for it."""
    _parse_too(readings, map(bare_wanted, readings))
    add_entities([r.waiting[i] for r in readings for i in add_bare(r)])


def _add_rolls(readings: list[Reading]) -> None:
    """Add those whom a roll of the dead names one by one, their sentences parsed for it."""
    found = [rolls_wanted(reading) for reading in readings]
    _parse_too(readings, ((index for index, _ in own) for own in found))
    told = [
        reading.waiting[index]
        for reading, own in zip(readings, found, strict=True)
        for index in add_rolls(reading, own)
    ]
    add_entities(told)


def _add_onward(readings: list[Reading]) -> None:
    """Add the numbers that, as learned, go on with a count, their sentences parsed for it."""
    found = [onward_wanted(reading) if reading.drafts else [] for reading in readings]
    _parse_too(readings, (dict.fromkeys(one.index for _, one in own) for own in found))
    told = [
        reading.waiting[index]
        for reading, own in zip(readings, found, strict=True)
        for index in dict.fromkeys(add_onward(reading, own))
    ]
    add_entities(told)


def draft_all(readings: list[Reading]) -> None:
    """Draft the claims; of the sentences parsed for it, only those that have any are kept."""
    draft_claims(readings)
    _add_bare(readings)
    _add_rolls(readings)
    for reading in readings:
        reading.continued = frozenset(going_on(reading))
    _add_onward(readings)
    for reading in readings:
        reading.parsed.update((i, reading.waiting[i]) for i in sorted(reading.drafts))
        reading.waiting.clear()
