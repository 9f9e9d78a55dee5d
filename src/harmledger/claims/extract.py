"""The extractor: gate, parse, find harms, count victims, and annotate each claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from harmledger.claims.annotation.again import with_told_again
from harmledger.claims.annotation.annotate import EXTRACTOR, annotate
from harmledger.claims.annotation.areas import with_areas
from harmledger.claims.annotation.attacksums import with_attack_sums
from harmledger.claims.annotation.continuation import continued_claims
from harmledger.claims.annotation.furniture import without_let_go, without_links
from harmledger.claims.annotation.happening import with_event
from harmledger.claims.annotation.laid_claims import (
    MOST_PARSED,
    laid_claims,
    laid_sentences,
    with_laid,
)
from harmledger.claims.annotation.nowadays import with_own_days
from harmledger.claims.annotation.onlysome import with_only_some
from harmledger.claims.annotation.openers import without_openers
from harmledger.claims.annotation.otherside import with_other_sides
from harmledger.claims.annotation.placesums import with_place_sums
from harmledger.claims.annotation.reading import Reading, open_text
from harmledger.claims.annotation.scope_model import scopes_weighed
from harmledger.claims.annotation.split_up import with_split_totals
from harmledger.claims.annotation.takenback import with_taken_back
from harmledger.claims.annotation.told_earlier import with_earlier
from harmledger.claims.annotation.topic import with_topic
from harmledger.claims.annotation.wanted import context_wanted, speakers_wanted
from harmledger.claims.attribution.headlined import with_headlined
from harmledger.claims.attribution.named import named_in
from harmledger.claims.attribution.shared import with_shared_sources
from harmledger.claims.attribution.sources import resolve_speakers
from harmledger.claims.drafting import draft_all
from harmledger.claims.learned.onward_model import ONWARD
from harmledger.claims.parsing.parse import parse_sentences
from harmledger.claims.persons.fates import settle_fates
from harmledger.claims.persons.statuses import settle_statuses
from harmledger.claims.quantities.shares import with_shares
from harmledger.claims.words import gazetteer
from harmledger.claims.words.forces import with_forces
from harmledger.claims.words.strays import without_strays
from harmledger.records import Claim, Text

__all__ = ["EXTRACTOR", "claims_of", "groups_of", "read_claims"]


#: Texts whose sentences are parsed together: enough to fill the parser's batches.
TEXTS_AT_ONCE = 64
#: Characters of them after which no further text is added: long ones must not pile up.
CHARACTERS_AT_ONCE = 1_000_000


def groups_of(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """The texts in the groups in which they are parsed together."""
    group: list[Text] = []
    characters = 0
    for text in texts:
        group.append(text)
        characters += len(text.text)
        if len(group) >= TEXTS_AT_ONCE or characters >= CHARACTERS_AT_ONCE:
            yield group
            group, characters = [], 0
    if group:
        yield group


#: How often a speaker may lead on to a sentence not parsed yet: "he added" to "he said" to a name.
SPEAKER_ROUNDS = 8


def _parse(readings: list[Reading], wanted: list[list[int]]) -> None:
    pairs = [(r, i) for r, indices in zip(readings, wanted, strict=True) for i in indices]
    items = ((r.text.text, r.sentences[i]) for r, i in pairs)
    stream = parse_sentences(items)
    for (reading, index), parsed in zip(pairs, stream, strict=True):
        reading.parsed[index] = parsed


def read_claims(texts: Iterable[Text]) -> Iterator[tuple[Text, tuple[Claim, ...]]]:
    """The claims of each text, in input order; claims in text order."""
    for group in groups_of(texts):
        readings = [open_text(text) for text in group]
        draft_all(readings)
        _parse(readings, [sorted({*context_wanted(r), *_of_layout(r)}) for r in readings])
        asking = [reading for reading in readings if reading.drafts]
        for _ in range(SPEAKER_ROUNDS):
            wanted = [sorted(speakers_wanted(reading)) for reading in asking]
            _parse(asking, wanted)
            # Where no sentence was added, none will be asked for again.
            asking = [reading for reading, more in zip(asking, wanted, strict=True) if more]
            if not asking:
                break
        for reading in readings:
            if reading.drafts or reading.laid.figures:
                reading.voices.forget()
            yield reading.text, tuple(_claims(reading))


def _of_layout(reading: Reading) -> list[int]:
    """The sentences with figures of the layout that are parsed for their place and day."""
    wanted = dict.fromkeys(index for index in laid_sentences(reading) if index >= 0)
    return [i for i in list(wanted)[:MOST_PARSED] if i not in reading.parsed]


def claims_of(text: Text) -> tuple[Claim, ...]:
    """The claims of one text."""
    return next(iter(read_claims([text])))[1]


def _claims(reading: Reading) -> Iterator[Claim]:
    if (
        not reading.drafts and not reading.laid.figures
    ):  # nothing of harm in it, or no vocabulary for its language
        return
    reading.share_places()
    places = [m for i in sorted(reading.parsed) for m in reading.places(i)]
    names = [one.core for m in places for one in (m, *m.within)]
    names += [one.country for m in places for one in (m, *m.within) if one.country]
    context = gazetteer.countries_in(names) if names else Counter()
    context = with_forces(reading.text.text, names, context)
    context = without_strays(reading.text.text, names, context)
    made: dict[tuple[int, int, str], Claim] = {}
    for index, drafts in sorted(reading.drafts.items()):
        ids: list[str] = []
        own: dict[str, Claim] = {}
        for draft in drafts:
            claim = annotate(reading, index, draft, ids, context)
            ids.append(claim.id)
            own.setdefault(claim.id, claim)
            made.setdefault((claim.start, claim.end, claim.measure), claim)
        after = index + 1
        while after in reading.continued and after in reading.parsed:
            rest = [d.counted for d in reading.drafts.get(after, ()) if d.rule != ONWARD]
            spans = [(one.start, one.end) for one in rest]
            for claim in continued_claims(reading.parsed[after], list(own.values()), spans):
                made.setdefault((claim.start, claim.end, claim.measure), claim)
            after += 1
    if reading.laid.figures or reading.laid.tables:
        made = with_laid(made, list(laid_claims(reading, context)), reading)
    ordered = sorted(made.values(), key=lambda c: (c.start, c.end, c.measure))
    ordered = without_let_go(reading.text.text, without_links(reading.text.text, ordered))
    ordered = with_split_totals(reading.text.text, ordered)
    named = named_in(reading.parsed[index] for index in sorted(reading.parsed))
    text = reading.text.text
    spoken = resolve_speakers(text, list(with_shared_sources(ordered)), named)
    headlines = {s.start for s in reading.sentences if s.kind == "headline"}
    spoken = list(with_headlined(spoken, headlines))
    told = list(with_areas(scopes_weighed(text, spoken)))
    settled = settle_fates(text, settle_statuses(text, told))
    told_again = with_attack_sums(
        text, with_taken_back(text, list(with_told_again(reading, settled)))
    )
    told_again = with_place_sums(reading, told_again, context)
    of_event = list(with_event(reading, told_again, context))
    of_topic = list(with_own_days(reading, with_topic(reading, of_event, context), context))
    shared = with_shares(text, list(with_other_sides(reading, of_topic)))
    kept = list(without_openers(text, shared))
    yield from with_earlier(text, with_only_some(text, kept))
