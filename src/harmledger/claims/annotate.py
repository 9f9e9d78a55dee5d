"""From a draft to a claim: speaker, stance, time, place, scope and actor."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.assemble import Draft
from harmledger.claims.gate import harm_words
from harmledger.claims.lexicon import alternatives, words
from harmledger.claims.parse import Parsed
from harmledger.claims.reading import (
    Reading,
    earlier_places,
    of_the_story,
)
from harmledger.claims.scope import scope_of
from harmledger.claims.speakers import is_fragment, is_reporting
from harmledger.claims.stance import stance_of
from harmledger.claims.when import find_times
from harmledger.claims.where import place_for, place_record
from harmledger.records import Actor, Basis, Claim, When, content_id

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["EXTRACTOR", "annotate"]

EXTRACTOR = "rules-en@2"


@cache
def _not_distinguished() -> re.Pattern[str]:
    """ "Does not distinguish between civilians and combatants"."""
    fighters = alternatives(words("grammar", "fighters_mixed"))
    return re.compile(
        r"(?:not|n[’']t|without|no)\s+(?:\w+\s+)?(?:distinguish|differentiat|distinction)\w*"
        rf"[^.;]{{0,40}}\b(?:{fighters})\b",
        re.IGNORECASE,
    )


def _times(reading: Reading, index: int) -> list[When]:
    """The times of a sentence that date what it tells, not the telling."""
    sentence, parsed = reading.sentences[index], reading.parsed.get(index)
    times = find_times(reading.text.text, sentence.start, sentence.end, reading.published)
    return [w for w in times if parsed is None or not _dates_the_telling(parsed, w)]


def _time_of(reading: Reading, index: int, at: int) -> When | None:
    """The time of the harm at ``at``: of its sentence, of the one before, or of the story."""
    times = _times(reading, index)
    if times:
        return min(times, key=lambda w: (w.precision == "period", abs(w.offset - at)))
    paragraph = reading.sentences[index].paragraph
    if index and reading.sentences[index - 1].paragraph == paragraph:
        times = _times(reading, index - 1)
        days = [w for w in times if w.precision in {"day", "hour"}]
        if days or len(times) == 1:
            return days[-1] if days else times[0]
    if of_the_story(reading, index):
        lede = ((reading.parsed[i], w) for i in reading.lede() for w in _times(reading, i))
        days = [w for parsed, w in lede if w.precision == "day" and _dates_the_event(parsed, w)]
        return days[0] if days else None
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
                    return is_reporting(above) or above.lower_ in words("grammar", "tellings")
            return False
    return False


def _dates_the_event(parsed: Parsed, when: When) -> bool:
    """Whether a time of the lede hangs on the harm or the event: "the strike on 3 October"."""
    stop = when.offset + len(when.surface)
    known = words("grammar", "event_nouns") | words("grammar", "event_verbs")
    for token in parsed.doc:
        if parsed.start(token) >= when.offset and parsed.end(token) <= stop:
            for above in (token, *token.ancestors):
                if above.lower_ in known or above.lower_ in harm_words():
                    return True
                if above.pos_ == "VERB":
                    return False
    return False


def annotate(
    reading: Reading,
    index: int,
    draft: Draft,
    ids: list[str],
    context: Counter[str],
) -> Claim:
    text, parsed, counted = reading.text, reading.parsed[index], draft.counted
    sentence = parsed.sentence
    attribution = reading.voices.at(index, draft.trigger)
    speaker = attribution.speaker
    zero = counted.low == 0 and counted.high == 0
    stance = stance_of(parsed, draft.trigger, counted.head, zero=zero)
    when = _time_of(reading, index, counted.start)
    # A sentence that gives its own day opens another event: the place before is not its place.
    dated = when is not None and when.precision == "day" and when.offset >= sentence.start
    earlier = [] if dated else earlier_places(reading, index, draft.trigger)
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
    if population and population.status == "unstated" and _not_distinguished().search(clause):
        population = replace(population, status="mixed")
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
            clause,
            neighbour,
            when,
            counted.low,
            counted.high,
            fragment=is_fragment(parsed),
            in_town=mention is not None and not mention.country,
        ),
        where=place_record(mention, context) if mention else None,
        actor=_actor(parsed, draft.actor),
        part_of=ids[draft.whole] if draft.whole is not None else None,
        hedges=stance.hedges,
        extractor=EXTRACTOR,
        text_id=text.id,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        reported_at=text.published_at,
        basis=_basis(parsed, draft),
    )


def _basis(parsed: Parsed, draft: Draft) -> Basis:
    start, end = parsed.start(draft.trigger), parsed.end(draft.trigger)
    return Basis(
        word=parsed.text[start:end],
        rule=draft.rule,
        start=start,
        end=end,
        outcome_open=draft.outcome_open,
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
