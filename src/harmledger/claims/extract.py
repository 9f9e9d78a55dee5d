"""The extractor: gate, parse, find harms, count victims, and annotate each claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims import gazetteer
from harmledger.claims.assemble import Draft, drafts_of
from harmledger.claims.attribution import (
    attribute,
    is_fragment,
    is_reporting,
    leans_back,
    sentence_speaker,
)
from harmledger.claims.gate import gate_words
from harmledger.claims.parse import Parsed, parse_sentences
from harmledger.claims.scope import scope_of
from harmledger.claims.sentences import Sentence, split_sentences
from harmledger.claims.stance import stance_of
from harmledger.claims.when import find_times
from harmledger.claims.where import Mention, mentions_of, place_for, place_record, points_back
from harmledger.records import Actor, Claim, Population, Speaker, Text, When, content_id

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["EXTRACTOR", "claims_of", "read_claims"]

EXTRACTOR = "rules-en@1"

#: Texts whose sentences are parsed together: enough to fill the parser's batches.
TEXTS_AT_ONCE = 64
#: How many sentences back "there" may point.
THERE_REACH = 6
#: How many sentences back a pronoun ("it added") may take its speaker from.
SPEAKER_REACH = 3
#: How many sentences from the start place the story.
LEDE = 3

_MIXED = re.compile(
    r"(?:not|n[’']t|without|no)\s+(?:\w+\s+)?(?:distinguish|differentiat|distinction)\w*"
    r"[^.;]{0,40}\b(?:combatants?|fighters?|militants?|soldiers?)",
    re.IGNORECASE,
)


_EVENT = re.compile(
    r"\b[Tt](?:he|his|hat)\s+(?:\w+\s+){0,2}(?:attack|air\s?strike|strike|raid|bombing|blast|explosion|shelling|"
    r"shooting|massacre|assault|ambush|incident|hospital|bombardment|crash|clashes|fighting)\b"
)


@dataclass(slots=True)
class _Reading:
    """A text on its way through the extractor."""

    text: Text
    published: date | None
    sentences: list[Sentence]
    gated: list[int]
    parsed: dict[int, Parsed] = field(default_factory=dict)
    mentions: dict[int, list[Mention]] = field(default_factory=dict)

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


def _open(text: Text) -> _Reading:
    sentences = list(split_sentences(text))
    gated = [i for i, s in enumerate(sentences) if gate_words(text.text[s.start : s.end])]
    return _Reading(text=text, published=_published(text), sentences=sentences, gated=gated)


def _context_wanted(reading: _Reading) -> Iterator[int]:
    """Sentences without harm words that a gated one leans on: for its speaker, place or date."""
    for index in reading.gated:
        parsed = reading.parsed[index]
        sentence = parsed.sentence
        wanted = {index - 1} if index else set()
        leans = leans_back(parsed) or _quotation_open(reading, index)
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
    # The headline and the lede say where the story plays.
    yield from (i for i in range(min(LEDE, len(reading.sentences))) if i not in reading.parsed)


def _parse(readings: list[_Reading], wanted: list[list[int]]) -> None:
    pairs = [(r, i) for r, indices in zip(readings, wanted, strict=True) for i in indices]
    stream = parse_sentences((r.text.text, r.sentences[i]) for r, i in pairs)
    for (reading, index), parsed in zip(pairs, stream, strict=True):
        reading.parsed[index] = parsed


def read_claims(texts: Iterable[Text]) -> Iterator[tuple[Text, tuple[Claim, ...]]]:
    """The claims of each text, in input order; claims in text order."""
    waiting = iter(texts)
    while batch := list(islice(waiting, TEXTS_AT_ONCE)):
        readings = [_open(text) for text in batch]
        _parse(readings, [r.gated for r in readings])
        _parse(readings, [sorted(set(_context_wanted(r))) for r in readings])
        for reading in readings:
            yield reading.text, tuple(_claims(reading))


def claims_of(text: Text) -> tuple[Claim, ...]:
    """The claims of one text."""
    return next(iter(read_claims([text])))[1]


def _claims(reading: _Reading) -> Iterator[Claim]:
    if not reading.gated:
        return
    drafts: list[tuple[int, Draft]] = []
    for index in reading.gated:
        drafts.extend((index, draft) for draft in drafts_of(reading.parsed[index]))
    names = [m.name for i in sorted(reading.parsed) for m in reading.places(i)]
    context = gazetteer.countries_in(names) if names else Counter()
    made: dict[tuple[int, int, str], Claim] = {}
    speakers: dict[int, Speaker | None] = {}
    for index in reading.gated:
        mine = [draft for i, draft in drafts if i == index]
        ids: list[str] = []
        for draft in mine:
            claim = _claim(reading, index, draft, ids, speakers, context)
            ids.append(claim.id)
            made.setdefault((claim.start, claim.end, claim.measure), claim)
    yield from sorted(made.values(), key=lambda c: (c.start, c.end, c.measure))


def _speaker_before(
    reading: _Reading, index: int, known: dict[int, Speaker | None]
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


def _quotation_open(reading: _Reading, index: int) -> bool:
    """Whether a quotation begun in this paragraph is still open at the sentence's start."""
    sentence = reading.sentences[index]
    first = index
    while first and reading.sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    ahead = reading.text.text[reading.sentences[first].start : sentence.start]
    curly = ahead.count("“") - ahead.count("”")
    return curly > 0 or (ahead.count('"') % 2 == 1)


def _earlier_places(reading: _Reading, index: int, trigger: Token) -> list[Mention]:
    sentence = reading.sentences[index]
    there = points_back(trigger)
    earlier: list[Mention] = []
    reach = THERE_REACH if there else 1
    for other in range(max(0, index - reach), index):
        near = reading.sentences[other].paragraph == sentence.paragraph
        if there or near or other in reading.gated or is_fragment(reading.parsed[index]):
            earlier.extend(m for m in reading.places(other) if m.locative)
    known = [m for m in earlier if gazetteer.known_name(m.name)]
    if not earlier and _EVENT.search(reading.text.text, sentence.start, sentence.end):
        # "The attack", "the strike": the event of the story, which the headline or lede places.
        story = (m for i in range(min(LEDE, len(reading.sentences))) for m in reading.places(i))
        return [m for m in story if m.locative and not m.told and not m.country][:1]
    if not earlier and sentence.kind == "headline":
        for other in range(index + 1, min(index + 3, len(reading.sentences))):
            earlier.extend(m for m in reading.places(other) if m.locative)
        return earlier[:1]
    return known or earlier


def _when(reading: _Reading, index: int, trigger: Parsed, at: int) -> When | None:
    sentence = trigger.sentence
    times = find_times(reading.text.text, sentence.start, sentence.end, reading.published)
    times = [w for w in times if not _dates_the_telling(trigger, w)]
    if times:
        return min(times, key=lambda w: (w.precision == "period", abs(w.offset - at)))
    if index and reading.sentences[index - 1].paragraph == sentence.paragraph:
        before = reading.sentences[index - 1]
        times = find_times(reading.text.text, before.start, before.end, reading.published)
        days = [w for w in times if w.precision in {"day", "hour"}]
        return days[-1] if days else None
    return None


def _dates_the_telling(parsed: Parsed, when: When) -> bool:
    """ "Police said on Tuesday": the time hangs on the verb of saying."""
    stop = when.offset + len(when.surface)
    for token in parsed.doc:
        if parsed.start(token) >= when.offset and parsed.end(token) <= stop:
            for above in (token, *token.ancestors):
                if above.pos_ in {"VERB", "AUX"} and parsed.start(above) not in range(
                    when.offset, stop
                ):
                    return is_reporting(above)
            return False
    return False


def _claim(
    reading: _Reading,
    index: int,
    draft: Draft,
    ids: list[str],
    speakers: dict[int, Speaker | None],
    context: Counter[str],
) -> Claim:
    text, parsed, counted = reading.text, reading.parsed[index], draft.counted
    sentence = parsed.sentence
    before = _speaker_before(reading, index, speakers)
    attribution = attribute(parsed, draft.trigger, before, quoted=_quotation_open(reading, index))
    speaker = attribution.speaker
    if sentence.start <= counted.start and index not in speakers:
        # A pronoun in the next sentence points to whoever speaks here.
        speakers[index] = sentence_speaker(parsed) or speaker
    zero = counted.low == 0 and counted.high == 0
    stance = stance_of(parsed, draft.trigger, counted.head, zero=zero)
    when = _when(reading, index, parsed, counted.start)
    # A sentence that gives its own day opens another event: the place before is not its place.
    dated = when is not None and when.precision == "day" and when.offset >= sentence.start
    earlier = [] if dated else _earlier_places(reading, index, draft.trigger)
    mention = place_for(
        parsed,
        draft.trigger,
        reading.places(index),
        earlier,
        speaker=(speaker.start, speaker.end) if speaker else None,
    )
    clause = text.text[sentence.start : sentence.end]
    previous = reading.sentences[index - 1] if index else None
    neighbour = text.text[previous.start : previous.end] if previous else ""
    population = draft.population
    if population and population.status == "unstated" and _MIXED.search(clause):
        population = Population(
            status="mixed",
            age=population.age,
            sex=population.sex,
            role=population.role,
            surface=population.surface,
            named=population.named,
        )
    return Claim(
        document=text.document,
        id=content_id("claim", text.id, counted.start, counted.end, draft.measure),
        measure=draft.measure,
        phase=draft.phase,
        low=counted.low,
        high=counted.high,
        qualifier=counted.qualifier,
        unit=draft.unit,
        quote=text.text[counted.start : counted.end],
        start=counted.start,
        end=counted.end,
        population=population,
        speaker=speaker,
        reported_by=text.publisher,
        stance="denied"
        if attribution.verb in {"denied", "denies", "deny"} and not zero
        else stance.term,
        when=when,
        scope=scope_of(
            clause, neighbour, when, counted.low, counted.high, fragment=is_fragment(parsed)
        ),
        where=place_record(mention, context) if mention else None,
        actor=_actor(parsed, draft.actor),
        part_of=ids[draft.whole] if draft.whole is not None else None,
        hedges=stance.hedges,
        extractor=EXTRACTOR,
        text_id=text.id,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
    )


def _actor(parsed: Parsed, token: Token | None) -> Actor | None:
    if token is None or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    left = min(
        (
            c
            for c in token.children
            if c.i < token.i and c.dep_ in {"det", "amod", "compound", "nmod", "nummod", "poss"}
        ),
        key=lambda c: c.i,
        default=token,
    )
    start = min(parsed.start(t) for t in left.subtree) if left.i != token.i else parsed.start(token)
    end = parsed.end(token)
    return Actor(name=parsed.text[start:end], start=start, end=end)
