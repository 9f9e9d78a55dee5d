"""What a text is about, for claims that state neither time nor place of their own.

"The toll stands at 28", four paragraphs below the opening: the day and place of the text's event
are noted as the story's, unless the paragraph has spoken of another day or place before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.annotation.counted_day import counted_day
from harmledger.claims.annotation.eventday import event_day
from harmledger.claims.annotation.facts import HARMS
from harmledger.claims.annotation.looking_back import looks_back, recent
from harmledger.claims.annotation.ofkin import is_of_kin
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.annotation.story import story_place
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import COUNTRY
from harmledger.claims.places.where import place_record
from harmledger.claims.times.calendarwords import names_time
from harmledger.claims.times.spans import days_apart
from harmledger.claims.times.when import find_times
from harmledger.claims.words.eventwords import is_event, turns_away
from harmledger.claims.words.gazetteer import fold
from harmledger.claims.words.lexicon import words
from harmledger.records import Claim, Story, When, Where

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["with_topic"]

#: Times that the story's day makes finer, where they may be it: "ten years ago".
_ROUGH = frozenset(("week", "month", "year"))
#: A claim goes with one of another event at most so far before it, in its paragraph or the next.
_NEARBY = 600
#: Harm that no court does.
_DONE = HARMS - {"abducted"}
#: Times that say of themselves that another event may be meant.
_DATED = frozenset(("day", "month", "year", "period", "season"))


def with_topic(reading: Reading, claims: Sequence[Claim], context: Counter[str]) -> Iterator[Claim]:
    """``claims`` of one text, in their order; each with the story's day and place where it states
    none and nothing in its paragraph speaks of another."""
    claims = list(_not_of_ceremony(reading, claims))
    told = [c for c in claims if c.scope == "event" and c.measure in HARMS]
    day, place = event_day(reading), story_place(reading)
    if looks_back(reading) and (day is None or recent(reading, day)):
        day = next((c.when for c in told if _of_old(reading, c.when)), day)
    # What some claim has already needs no help, and could only set others apart.
    known = day is not None and any(_dated(c.time, day) for c in told)
    if any(c.place is not None and not _apart(c.time, day) for c in told):
        place = None
    if day is None and place is None:
        yield from claims
        return
    where = place_record(place, context) if place is not None else None
    index_of = {sentence.start: n for n, sentence in enumerate(reading.sentences)}
    turned = _Turned(reading, day, place)
    other: Claim | None = None
    for claim in claims:
        at = index_of[claim.sentence_start]
        if other is not None and not _shortly_behind(reading, at, claim, other):
            other = None
        if _apart(claim.time, day) or _elsewhere(claim.where, where):
            other = claim
        elif claim.time is not None or claim.where is not None:
            other = None
        stated = claim.when is not None and not (claim.story and claim.story.when)
        rough = stated and claim.when is not None and claim.when.precision in _ROUGH
        silent = claim.time is None or claim.place is None or rough
        of_event = claim.scope == "event" and claim.measure in HARMS
        may = rough or (other is None and not turned.by(at))
        if of_event and silent and may and not is_of_kin(reading, claim):
            story = claim.story or Story(where=None, when=None)
            fills = _fills(claim, day, rough=rough, known=known)
            story = Story(
                where=story.where or (where if claim.where is None else None),
                when=story.when or (day if fills else None),
            )
            claim = replace(claim, story=story) if story.where or story.when else claim
        yield claim


def _not_of_ceremony(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Harm that is dated by the day of a verdict or a ceremony has no day of its own: "found guilty
    on Wednesday of murdering 270 people", "a week after the bomb, people gathered on Sunday"."""
    back, counted = looks_back(reading), counted_day(reading)
    starts = [sentence.start for sentence in reading.sentences]
    for claim in claims:
        when = claim.when
        day = when is not None and when.precision == "day" and recent(reading, when)
        dated = day and (back or (counted is not None and _apart(when, counted)))
        done = dated and claim.measure in _DONE
        if when is not None and done and _of_ceremony(reading, starts, when):
            yield replace(claim, when=None)
        else:
            yield claim


def _of_ceremony(reading: Reading, starts: Sequence[int], when: When) -> bool:
    at = bisect_right(starts, when.offset) - 1
    if at not in reading.parsed:
        return False
    for time in reading.times(at):
        if time.when.offset == when.offset:
            verb = next((t for t in time.token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
            return verb is not None and _is_ceremony(verb)
    return False


def _is_ceremony(verb: Token) -> bool:
    if verb.lower_ == "found":
        return any(child.lower_ == "guilty" for child in verb.subtree)
    return verb.lower_ in words("time", "ceremonies") or not is_event(verb)


def _fills(claim: Claim, day: When | None, *, rough: bool, known: bool) -> bool:
    """Whether the story's day says what the claim leaves open, or says it finer."""
    if rough:
        return day is not None and day.precision == "day" and not _apart(claim.when, day)
    return claim.when is None and not known


def _apart(when: When | None, day: When | None) -> bool:
    return when is not None and day is not None and days_apart(when, day)


def _dated(when: When | None, day: When) -> bool:
    """Whether a time is as fine as the story's day and may be it."""
    return when is not None and when.precision == day.precision and not days_apart(when, day)


def _of_old(reading: Reading, when: When | None) -> bool:
    """Whether a report that looks back dates a harm by a day that is not one of its own weeks."""
    return when is not None and when.precision == "day" and not recent(reading, when)


def _shortly_behind(reading: Reading, index: int, claim: Claim, other: Claim) -> bool:
    """Whether a claim may still be of the event that another before it told of."""
    passed = (s.paragraph for s in reading.sentences if s.start <= other.sentence_start < s.end)
    near = reading.sentences[index].paragraph - next(passed, 0) <= 1
    return near and claim.start - other.start <= _NEARBY


def _elsewhere(one: Where | None, two: Where | None) -> bool:
    """Whether two places have nothing of their names in common."""
    if one is None or two is None:
        return False
    names, others = ({fold(n) for n in (w.name, w.within) if n} for w in (one, two))
    ids = one.geonameid is not None and one.geonameid == two.geonameid
    return not ids and names.isdisjoint(others)


class _Turned:
    """Whether something in a paragraph, down to a sentence, speaks of another day or place.

    Each sentence is looked at once: a long paragraph may have a claim in each.
    """

    def __init__(self, reading: Reading, day: When | None, place: Mention | None) -> None:
        self._reading = reading
        self._day = day
        self._place = place
        self._known: dict[int, bool] = {}

    def by(self, index: int) -> bool:
        sentences = self._reading.sentences
        paragraph = sentences[index].paragraph
        first = index
        while first not in self._known and first and sentences[first - 1].paragraph == paragraph:
            first -= 1
        turned = self._known.get(first, False)
        for at in range(first, index + 1):
            turned = self._known[at] = turned or self._turns(at)
        return turned

    def _turns(self, index: int) -> bool:
        reading, one = self._reading, self._reading.sentences[index]
        return (
            turns_away(reading.text.text, one.start, one.end)
            or (self._day is not None and _other_day(reading, index, self._day))
            or (self._place is not None and _other_place(reading, index, self._place))
        )


def _other_day(reading: Reading, index: int, day: When) -> bool:
    text, one = reading.text.text, reading.sentences[index]
    if index in reading.parsed:
        times = [t.when for t in reading.times(index) if t.told is None and not t.lasting]
    elif names_time(text, one.start, one.end):
        year = reading.year_at(one.start)
        times = find_times(text, one.start, one.end, reading.published, year)
    else:
        return False
    return any(when.precision in _DATED and days_apart(when, day) for when in times)


def _other_place(reading: Reading, index: int, place: Mention) -> bool:
    names = {fold(m.core) for m in (place, *place.within)}
    for other in reading.places(index):
        placed = other.locative and not other.told and other.goal < 0 and other.rank < COUNTRY
        if placed and names.isdisjoint(fold(m.core) for m in (other, *other.within)):
            return True
    return False
