"""Series: several attacks that a report gives one figure for, and tells one by one as well.

"Three strikes on Wednesday killed 20 people. The first killed eight, the second seven and the third
five": the 20 are an event of their own, and the three are its parts. A figure is such a sum where
its sentence announces several attacks of a day or two, or adds up those told before ("in all"), and
where what the text tells of single ones makes it up, or is no more than a sum of ten and more.
Without that nothing is known of the parts, and the figure stays what it was read as. Where just
"air strikes" are told of, those that follow in sentences of their own must make up the sum exactly.
What a claim says itself to be a part of, in another event of the text, is a part as well: "at least
80 people died in Mumbai, ten at the cafe".
"""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.dates import dates_agree, span_of
from harmledger.incidents.attack_words import ordinals
from harmledger.incidents.events import TELLING, LocalEvent
from harmledger.places import places_agree
from harmledger.records import Claim, Text

__all__ = ["mark_parts", "series_of"]


def series_of(
    text: Text | None, sums: Sequence[Claim], events: Sequence[LocalEvent]
) -> LocalEvent | None:
    """The event of a series, its parts among ``events`` marked as such; None where it has none."""
    parts = [event for event in events if _is_part(text, event, sums)]
    measures = {sum_.measure for sum_ in sums}
    if not any(_adds_up(measure, sums, parts) for measure in measures):
        return None
    if any(_adds_up(measure, sums, parts) is False for measure in measures):
        return None
    series = LocalEvent(text_id=sums[0].text_id, summed=True)
    for claim in sums:
        series.add(claim, span_of(claim.time))
    for event in parts:
        told = {claim.measure for claim in event.claims}
        event.within = tuple(claim.id for claim in sums if claim.measure in told) or event.within
    return series


def _is_part(text: Text | None, event: LocalEvent, sums: Sequence[Claim]) -> bool:
    """Whether it is told as one of several, at a time and place that the sum allows."""
    told = event.attack is not None or any(
        text is not None and ordinals().search(text.text, claim.sentence_start, claim.sentence_end)
        for claim in event.claims
    )
    dates = {dates_agree(span, span_of(one.time)) for span in event.spans for one in sums}
    places = {places_agree(place, one.place) for place in event.places for one in sums}
    return told and "conflict" not in dates and "apart" not in places


def _adds_up(measure: str, sums: Sequence[Claim], parts: Sequence[LocalEvent]) -> bool | None:
    """Whether the parts make up the sum, or are no more than one of ten and more; None where that
    is not known: of a few, any other few may be some."""
    own = [claim for claim in sums if claim.measure == measure]
    most = max(claim.high or claim.low or 0 for claim in own)
    told = [
        max((c.low or 0 for c in event.claims if c.measure == measure), default=0)
        for event in parts
    ]
    told = [figure for figure in told if figure]
    if not told:
        return None
    open_ = any(claim.high is None for claim in own)
    if max(told) >= most or (not open_ and sum(told) > most):
        return False
    return True if sum(told) == most or most >= TELLING else None


def mark_parts(events: Sequence[LocalEvent]) -> None:
    """Note of each event what its claims are stated as a part of in another event of the text."""
    if len(events) < 2:
        return
    home = {claim.id: event for event in events for claim in event.claims}
    measure = {claim.id: claim.measure for event in events for claim in event.claims}
    for event in events:
        if event.within:
            continue  # one of a series, and no part of another of them
        wholes = dict.fromkeys(
            claim.part_of
            for claim in event.claims
            if claim.part_of in home
            and home[claim.part_of] is not event
            and measure[claim.part_of] == claim.measure
        )
        event.within = tuple(one for one in wholes if one)
