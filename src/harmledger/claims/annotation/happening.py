"""The event of a text: what its sentences state of place and day, and which claims are of it.

A report gives place and time once ("The shooting happened in the 2400 block of Mill Street about
9 p.m. Friday") and then names the harmed. Where all that it dates and places is one event, each
claim of harm in it shares them. The record points to the words, wherever they stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from harmledger.claims.annotation.facts import HARMS, Fact, facts_of, of_one_event
from harmledger.claims.annotation.nextto import of_others_counted
from harmledger.claims.annotation.ofkin import is_of_kin
from harmledger.claims.annotation.reading import EVENT_REACH, Reading, of_one_apart
from harmledger.claims.annotation.story import story_place
from harmledger.claims.persons.occasions import occasions_of
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import QUARTER, TOWN
from harmledger.claims.places.where import place_record
from harmledger.claims.times.prior import is_prior
from harmledger.claims.times.spans import days_apart
from harmledger.claims.words.eventwords import turns_away
from harmledger.claims.words.gazetteer import fold
from harmledger.records import Claim, Story, When, Where

__all__ = ["with_event"]

#: A time as the claim's own sentence may give it, for which another gives the day.
_COARSE = frozenset(("hour", "week"))
#: How many sentences ahead and behind the event may be placed and dated, as stated of the claim.
#: What stands further behind, up to EVENT_REACH, is noted as the story's.
AHEAD = BEHIND = 1
#: Characters from the start of a paragraph in which a time opens it.
_OPENING = 12


def with_event(reading: Reading, claims: Sequence[Claim], context: Counter[str]) -> Iterator[Claim]:
    """``claims`` of one text, in their order, each with what the text states of its event.

    Only what a claim does not state itself is added, and only in a text of one event: one whose
    statements neither name two towns nor two days.
    """
    facts = list(facts_of(reading))
    if not facts or not of_one_event(facts):
        yield from claims
        return
    text = reading.text.text
    occasions = occasions_of(text)
    town = _town(facts, reading)
    index_of = {sentence.start: n for n, sentence in enumerate(reading.sentences)}
    indices = [fact.index for fact in facts]
    for claim in claims:
        at = index_of[claim.sentence_start]
        around = slice(bisect_left(indices, at - EVENT_REACH), bisect_left(indices, at + AHEAD + 1))
        near = [
            replace(fact, place=None) if of_one_apart(reading, fact.index, claim.low) else fact
            for fact in facts[around]
            if fact.index != at
            and not occasions.differ(fact.start, claim.start)
            and not _opens_another(reading, at, fact)
        ]
        near = [told for fact in near if (told := _as_told(reading, at, fact)) is not None]
        if near and _shares(text, claim) and not is_of_kin(reading, claim):
            claim = _with(claim, [f for f in near if at - f.index <= BEHIND], town, context)
            claim = _as_story(claim, near, town, context)
        yield claim


def _as_told(reading: Reading, at: int, fact: Fact) -> Fact | None:
    """The fact without a time of those whom it counts itself; None where no more is left."""
    if fact.when is None or not of_others_counted(reading, at, fact.index, fact.when):
        return fact
    return None if fact.place is None else replace(fact, when=None)


def _opens_another(reading: Reading, at: int, fact: Fact) -> bool:
    """Whether the paragraph behind opens with a month or year: "In July last year troops ..."."""
    ahead = reading.sentences[fact.index]
    if fact.index < at or ahead.paragraph == reading.sentences[at].paragraph:
        return False
    return any(
        told.when.precision in {"month", "season", "year"}
        and 0 <= told.when.offset - ahead.start <= _OPENING
        for told in reading.times(fact.index)
    )


def _shares(text: str, claim: Claim) -> bool:
    """Whether the claim is of the harm of one event, and its sentence speaks of no other."""
    return (
        claim.measure in HARMS
        and claim.scope == "event"
        and claim.stance != "hypothetical"
        and not turns_away(text, claim.sentence_start, claim.sentence_end)
    )


def _with(
    claim: Claim, facts: Sequence[Fact], town: Mention | None, context: Counter[str]
) -> Claim:
    place, when = _place_of(facts, town), _time_of(facts)
    story = claim.story
    if claim.where is None and place is not None and not _dated_apart(claim, when):
        claim = replace(claim, where=place_record(place, context))
        story = replace(story, where=None) if story else None
    if when is not None and _dates(when, claim) and not _placed_apart(claim.where, facts):
        claim = replace(claim, when=when)
        story = replace(story, when=None) if story else None
    if story is not None and story.where is None and story.when is None:
        story = None
    return replace(claim, story=story)


def _as_story(
    claim: Claim, facts: Sequence[Fact], town: Mention | None, context: Counter[str]
) -> Claim:
    """The claim with place and day of its event noted as the story's, where it has none yet."""
    place, when = _place_of(facts, town), _time_of(facts)
    story = claim.story or Story(where=None, when=None)
    if claim.place is None and place is not None and not _dated_apart(claim, when):
        story = replace(story, where=place_record(place, context))
    if claim.when is None and story.when is None and not _placed_apart(claim.where, facts):
        story = replace(story, when=when)
    return claim if story.where is None and story.when is None else replace(claim, story=story)


def _place_of(facts: Sequence[Fact], town: Mention | None) -> Mention | None:
    """The most specific place stated, within the ``town`` of the text's event."""
    places = [f.place for f in facts if f.place is not None]
    if not places:
        return None
    best = min(places, key=lambda m: (m.rank, m.bearing))
    if town is not None and best.rank <= QUARTER and all(m.rank < TOWN for m in best.within):
        return replace(best, within=(*best.within, town, *town.within))
    return best


def _town(facts: Sequence[Fact], reading: Reading) -> Mention | None:
    """The town of the event: of its statements, else the one of headline and lede."""
    places = [f.place for f in facts if f.place is not None]
    story = story_place(reading)
    known = [*places, *([story] if story is not None else [])]
    return next((m for p in known for m in (p, *p.within) if m.rank == TOWN), None)


def _time_of(facts: Sequence[Fact]) -> When | None:
    times = [f.when for f in facts if f.when is not None]
    days = [when for when in times if when.precision == "day"]
    return next(iter(days or [w for w in times if w.precision != "hour"]), None)


def _dates(when: When, claim: Claim) -> bool:
    """Whether the time says more than the claim's own: "Friday" for "about 9 p.m."."""
    if claim.when is None:
        return True
    if is_prior(claim.when):
        return False  # "in the week before": before that day
    coarse = claim.when.precision in _COARSE and when.precision == "day"
    return coarse and not days_apart(claim.when, when)


def _dated_apart(claim: Claim, when: When | None) -> bool:
    """Whether the claim's own time is not that of the event."""
    return claim.when is not None and when is not None and days_apart(claim.when, when)


def _placed_apart(where: Where | None, facts: Iterable[Fact]) -> bool:
    """Whether the claim's own place is none that the event's statements name."""
    if where is None:
        return False
    places = [m for f in facts if f.place for m in (f.place, *f.place.within)]
    names = {fold(name) for m in places for name in (m.core, m.name)}
    own = {fold(name) for name in (where.name, where.within) if name}
    return bool(names) and names.isdisjoint(own)
