"""From a draft to a claim: speaker, stance, time, place, scope and actor."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from harmledger.claims.annotation.areas import office_area
from harmledger.claims.annotation.doer import actor_of
from harmledger.claims.annotation.eventday import event_day
from harmledger.claims.annotation.nationwide import over_a_country
from harmledger.claims.annotation.periods import period_of_total, up_to_total
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.annotation.scope import scope_of
from harmledger.claims.annotation.story import (
    names_its_town,
    of_the_story,
    story_place,
)
from harmledger.claims.annotation.surroundings import place_of, time_of
from harmledger.claims.attribution.speakers import is_fragment
from harmledger.claims.attribution.stance import left_open, stance_of
from harmledger.claims.drafts.deaths import counted_afterwards
from harmledger.claims.drafts.draft import Draft
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.placekinds import COUNTRY
from harmledger.claims.places.related import of_another
from harmledger.claims.places.where import place_record
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Basis, Claim, Story, content_id

__all__ = ["EXTRACTOR", "annotate"]

#: The rules, and the weights of what is learned, each with its version.
EXTRACTOR = "rules-en@13+statuses-en@7+scopes-en@2+context-en@3+onward-en@1+sieve-en@2"


@cache
def _not_distinguished() -> re.Pattern[str]:
    """ "Does not distinguish between civilians and combatants"."""
    fighters = alternatives(words("grammar", "fighters_mixed"))
    return re.compile(
        r"(?:not|n[’']t|without|no)\s+(?:\w+\s+)?(?:distinguish|differentiat|distinction)\w*"
        rf"[^.;]{{0,40}}\b(?:{fighters})\b",
        re.IGNORECASE,
    )


def annotate(
    reading: Reading,
    index: int,
    draft: Draft,
    ids: list[str],
    context: Counter[str],
) -> Claim:
    text, parsed, counted = reading.text, reading.parsed[index], draft.counted
    sentence = parsed.sentence
    attribution = reading.voices.at(index, draft.told_at, (counted.start, counted.end))
    speaker = attribution.speaker
    zero = counted.low == 0 and counted.high == 0
    stance = stance_of(parsed, draft.trigger, counted.head, zero=zero)
    buried = counted_afterwards(parsed, draft)
    said_at = (speaker.start, speaker.end) if speaker else None
    mention = None if buried else place_of(reading, index, draft, said_at)
    when = None if buried else time_of(reading, index, draft, mention)
    when = period_of_total(reading, index, counted.start) or when
    story = (
        None
        if of_another(draft.trigger)
        else _story(reading, index, context, where=mention is not None, when=when is not None)
    )
    clause = text.text[sentence.start : sentence.end]
    wide = (counted.low or 0) > 1 and over_a_country(
        clause,
        None if mention is None else mention.start - sentence.start,
        country=mention is not None and mention.rank == COUNTRY,
    )
    if wide and (mention is None or mention.start < sentence.start):
        mention, story = None, None
    previous = reading.sentences[index - 1] if index else None
    neighbour = text.text[previous.start : previous.end] if previous else ""
    population = draft.population
    if population and population.status == "unstated" and _not_distinguished().search(clause):
        population = replace(population, status="mixed")
    scope = scope_of(
        up_to_total(clause, counted.start - sentence.start),
        neighbour,
        when or (story.when if story else None),
        counted.low,
        counted.high,
        fragment=is_fragment(parsed),
        in_town=mention is not None and mention.rank != COUNTRY,
        word=draft.trigger.text,
        measure=draft.measure,
    )
    if wide:
        scope = "cumulative"
    if scope == "cumulative" and mention is None and not (story and story.where):
        area = office_area(reading, index, speaker)
        if area is not None:
            held = place_record(area, context)
            story = Story(where=held, when=story.when if story else None)
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
        if attribution.verb in {"denied", "denies", "deny"} and not zero and not left_open(stance)
        else stance.term,
        when=when,
        scope=scope,
        where=place_record(mention, context) if mention else None,
        actor=actor_of(parsed, draft.trigger, draft.actor, speaker),
        part_of=ids[draft.whole] if draft.whole is not None else None,
        hedges=stance.hedges,
        extractor=EXTRACTOR,
        text_id=text.id,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        reported_at=text.published_at,
        basis=_basis(parsed, draft),
        story=story,
    )


def _story(
    reading: Reading, index: int, context: Counter[str], *, where: bool, when: bool
) -> Story | None:
    """The story's place and day, as far as the claim is of its event and states none itself."""
    told = of_the_story(reading, index)
    if (where and when) or not (told or names_its_town(reading, index)):
        return None
    place = None if where else story_place(reading)
    day = event_day(reading) if told and not when else None
    if place is None and day is None:
        return None
    return Story(where=place_record(place, context) if place else None, when=day)


def _basis(parsed: Parsed, draft: Draft) -> Basis:
    start, end = parsed.start(draft.trigger), parsed.end(draft.trigger)
    return Basis(
        word=parsed.text[start:end],
        rule=draft.rule,
        start=start,
        end=end,
        outcome_open=draft.outcome_open,
    )
