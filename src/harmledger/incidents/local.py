"""The events that one text speaks of: its own, and those it recalls in the background."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.claims import same_person
from harmledger.incidents.aftermath import aftermath_of
from harmledger.incidents.attacks import attacks_of
from harmledger.incidents.counted_on import days_of_counts, spans_of
from harmledger.incidents.counts import counts_of_events
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.mains import main_of, mark_main
from harmledger.incidents.outcomes import open_outcome
from harmledger.incidents.placing import Placer
from harmledger.incidents.readings import counted, individual
from harmledger.incidents.recalled import recall_of
from harmledger.incidents.series import mark_parts, series_of
from harmledger.incidents.stating import named_place, states_nothing
from harmledger.incidents.sums import cuts_that_add_up, sums_told
from harmledger.records import Claim, Text

__all__ = ["local_events"]


def local_events(
    text: Text | None, claims: Sequence[Claim], running: Sequence[Claim] = ()
) -> list[LocalEvent]:
    """The events of one text, in the order of their first claim.

    ``running``: its counts of many events, which tell whether it is chiefly about one of its own;
    what of them is the sum of a series whose parts it tells is an event as well, and what gives a
    figure of one event again is of that one.
    """
    every = sorted([*claims, *running], key=lambda claim: (claim.start, claim.end, claim.id))
    for sums, exactly in sums_told(text, every):
        summed = {claim.id for claim in sums}
        single = [claim for claim in claims if claim.id not in summed]
        cuts = cuts_that_add_up(text, sums, single)
        if not single or (exactly and not cuts):
            continue
        events = _events(text, single, cuts)
        series = series_of(text, sums, events)
        if series is not None:
            left = [claim for claim in running if claim.id not in summed]
            return _finished(text, [series, *events], left)
    again = {claim.id for claim in counts_of_events(text, claims, running)}
    told = [*claims, *(claim for claim in running if claim.id in again)]
    left = [claim for claim in running if claim.id not in again]
    return _finished(text, _events(text, told), left)


def _events(
    text: Text | None, claims: Sequence[Claim], cuts: Sequence[int] = ()
) -> list[LocalEvent]:
    """The events of these claims; ``cuts``: where attacks of a series begin.

    Claims that state a time or place are placed first; those that state neither go with their
    sentence, with a claim shortly before them, else with the main event. A part that states neither
    in its own words goes with what it is a part of.
    """
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.id))
    apart = _recalled(text, ordered)
    ordered = [claim for claim in ordered if claim.id not in apart]
    counts = days_of_counts(text, ordered)
    stated = spans_of(text, ordered, counts)
    placer = Placer(text, attacks_of(text, ordered, cuts))
    parts = [(c, span) for c, span in stated if c.part_of and states_nothing(c)]
    own = [(c, span) for c, span in stated if not (c.part_of and states_nothing(c))]
    for claim, span in own:
        if span is not None or named_place(claim) is not None:
            placer.place(claim, span, counts.get(claim.id))
    # Of these it is known already: they say, too, which event is the main one.
    left = [
        (claim, span)
        for claim, span in parts
        if (span is None and claim.place is None) or not placer.place_part(claim)
    ]
    placer.choose_main()
    for claim, span in own:
        if span is None and named_place(claim) is None:
            placer.place_silent(claim)
    for claim, span in left:
        if placer.place_part(claim):
            continue
        if span is None and named_place(claim) is None:
            placer.place_silent(claim)
        else:
            placer.place(claim, span, counts.get(claim.id))
    events = _join_deaths(placer.events) if len(placer.events) > 1 else placer.events
    for event in events:
        event.counted = next((counts[c.id] for c in event.claims if c.id in counts), None)
    return [*events, *{id(event): event for event in apart.values()}.values()]


def _finished(
    text: Text | None, events: Sequence[LocalEvent], running: Sequence[Claim]
) -> list[LocalEvent]:
    """The events in the order of their first claim; the main one and parts of others are marked."""
    mark_main(text, events, running)
    for event in events:
        event.claims.sort(key=lambda claim: (claim.start, claim.end, claim.id))
    mark_parts(events)
    return sorted(events, key=lambda event: (event.claims[0].start, event.claims[0].id))


def _recalled(text: Text | None, claims: Sequence[Claim]) -> dict[str, LocalEvent]:
    """By claim the event of another time that it recalls, or that the attack set off: one for each
    sentence.

    Empty where nothing would be left for the report to be about.
    """
    recall = recall_of(text)
    after = aftermath_of(text, claims)
    found: dict[str, LocalEvent] = {}
    by_sentence: dict[tuple[int, bool], LocalEvent] = {}
    for claim in claims:
        words = after.get(claim.id) or (recall.of(claim) if recall is not None else None)
        if words is None:
            continue
        new = LocalEvent(text_id=claim.text_id, recalled=words)
        key = (claim.sentence_start, claim.id in after)
        event = found[claim.id] = by_sentence.setdefault(key, new)
        event.claims.append(claim)
        if claim.where is not None:
            event.places.append(claim.where)
    return found if len(found) < len(claims) else {}


def _join_deaths(events: list[LocalEvent]) -> list[LocalEvent]:
    """Events of one death are joined with the event in which that person was shot.

    "A man was shot on Monday. He died on Thursday at a hospital in Dayton": the day and place of
    a death in hospital are not those of another event. Nobody dies before being shot: a death of
    an earlier day is another one.
    """
    main = main_of(events)
    if any(c.measure == "killed" and counted(c) and c.low for c in main.claims):
        return events
    hurt = [c for c in main.claims if individual(c) and open_outcome(c)]
    for event in events:
        deaths = [c for c in event.claims if c.measure == "killed" and individual(c)]
        alone = len(deaths) == len([c for c in event.claims if c.measure in {"killed", "injured"}])
        if event is main or not deaths or not alone or _before(event, main):
            continue
        if any(same_person(one, two) and one.start < two.start for one in hurt for two in deaths):
            main.claims += event.claims
            return [one for one in events if one is not event]
    return events


def _before(one: LocalEvent, two: LocalEvent) -> bool:
    """Whether all that dates the one lies before all that dates the other."""
    if not one.spans or not two.spans:
        return False
    yearless = {span.yearless for span in (*one.spans, *two.spans)}
    ends = max(span.high for span in one.spans) < min(span.low for span in two.spans)
    return len(yearless) == 1 and ends
