"""The extractor: gate, parse, find harms, count victims, and annotate each claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from harmledger.claims import gazetteer
from harmledger.claims.annotate import EXTRACTOR, annotate
from harmledger.claims.assemble import drafts_of
from harmledger.claims.continuation import continued_claims
from harmledger.claims.harms import find_harms
from harmledger.claims.parse import add_entities, parse_sentences
from harmledger.claims.reading import Reading, context_wanted, open_text
from harmledger.claims.sources import named_in, resolve_speakers
from harmledger.records import Claim, Speaker, Text

__all__ = ["EXTRACTOR", "claims_of", "read_claims"]


#: Texts whose sentences are parsed together: enough to fill the parser's batches.
TEXTS_AT_ONCE = 64


def _draft(readings: list[Reading]) -> None:
    """Parse the sentences with harm words and draft their claims.

    Names are looked for only where a harm word has a victim: most of the time goes there.
    """
    _parse(readings, [r.gated for r in readings], entities=False)
    found = [
        (r, index, harms)
        for r in readings
        for index in r.gated
        if (harms := find_harms(r.parsed[index]))
    ]
    add_entities(r.parsed[index] for r, index, _ in found)
    for reading, index, harms in found:
        drafts = drafts_of(reading.parsed[index], harms)
        if drafts:
            reading.drafts[index] = drafts
    for reading in readings:
        reading.parsed = {i: reading.parsed[i] for i in reading.drafts}


def _parse(readings: list[Reading], wanted: list[list[int]], *, entities: bool = True) -> None:
    pairs = [(r, i) for r, indices in zip(readings, wanted, strict=True) for i in indices]
    items = ((r.text.text, r.sentences[i]) for r, i in pairs)
    stream = parse_sentences(items, entities=entities)
    for (reading, index), parsed in zip(pairs, stream, strict=True):
        reading.parsed[index] = parsed


def read_claims(texts: Iterable[Text]) -> Iterator[tuple[Text, tuple[Claim, ...]]]:
    """The claims of each text, in input order; claims in text order."""
    waiting = iter(texts)
    while batch := list(islice(waiting, TEXTS_AT_ONCE)):
        readings = [open_text(text) for text in batch]
        _draft(readings)
        _parse(readings, [sorted(set(context_wanted(r))) for r in readings])
        for reading in readings:
            yield reading.text, tuple(_claims(reading))


def claims_of(text: Text) -> tuple[Claim, ...]:
    """The claims of one text."""
    return next(iter(read_claims([text])))[1]


def _claims(reading: Reading) -> Iterator[Claim]:
    if not reading.drafts:  # nothing of harm in it, or no vocabulary for its language
        return
    places = [m for i in sorted(reading.parsed) for m in reading.places(i)]
    names = [one.core for m in places for one in (m, *m.within)]
    context = gazetteer.countries_in(names) if names else Counter()
    made: dict[tuple[int, int, str], Claim] = {}
    speakers: dict[int, Speaker | None] = {}
    for index, drafts in sorted(reading.drafts.items()):
        ids: list[str] = []
        for draft in drafts:
            claim = annotate(reading, index, draft, ids, speakers, context)
            ids.append(claim.id)
            made.setdefault((claim.start, claim.end, claim.measure), claim)
        if index + 1 in reading.continued and index + 1 in reading.parsed:
            own = [claim for claim in made.values() if claim.id in ids]
            for claim in continued_claims(reading.parsed[index + 1], own):
                made.setdefault((claim.start, claim.end, claim.measure), claim)
    ordered = sorted(made.values(), key=lambda c: (c.start, c.end, c.measure))
    named = named_in(reading.parsed[index] for index in sorted(reading.parsed))
    yield from resolve_speakers(reading.text.text, ordered, named)
