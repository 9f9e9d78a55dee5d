"""Days on which a toll was counted, which are not the day of the event.

"The number killed rose to 91 on Saturday", "observers on Saturday counted 92 bodies", "two more
bodies were found on Monday": the day of the count, in a report of that day. Whatever the same words
date is of no stated day; nor is the day on which people are still missing the event's. A toll that
takes the day of another sentence ("a bomb went off on Saturday. The prefect put the dead at 76")
takes that of the event. What another sentence says has lasted since a day ("gunmen had held the
school since Wednesday. More than 600 were hurt") dates no event either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from harmledger.dates import Span, day_number, span_of
from harmledger.records import Claim, Text
from harmledger.vocabulary import load

__all__ = ["days_of_counts", "spans_of"]

#: The rule by which a claim was read as a toll.
_TOLL = "toll"


def spans_of(
    text: Text | None, claims: Sequence[Claim], counted: Mapping[str, Span] | None = None
) -> list[tuple[Claim, Span | None]]:
    """The claims of one text, each with the time that dates its event; ``counted``: as found."""
    counted = days_of_counts(text, claims) if counted is None else counted
    return [(c, None if c.id in counted or _lasting(c) else span_of(c.time)) for c in claims]


def _lasting(claim: Claim) -> bool:
    """Whether its time is the beginning of what another sentence says still lasts."""
    when = claim.when
    if when is None or when.end is not None or when.precision != "period" or when.offset is None:
        return False
    return not claim.sentence_start <= when.offset < claim.sentence_end


def days_of_counts(text: Text | None, claims: Sequence[Claim]) -> dict[str, Span]:
    """By claim (id) the day on which it was counted, for those whose words date no event."""
    day = day_number(text.published_at) if text else None
    if text is None or day is None:
        return {}
    spans = [(claim, span_of(claim.time)) for claim in claims]
    counted = {
        claim.when.offset
        for claim, span in spans
        if _is_count(text, claim)
        and claim.when is not None
        and claim.when.offset is not None
        and claim.sentence_start <= claim.when.offset < claim.sentence_end
        and _just_before(span, day)
    }
    return {
        claim.id: span
        for claim, span in spans
        if span is not None and claim.time is not None and claim.time.offset in counted
    }


def _is_count(text: Text, claim: Claim) -> bool:
    """Whether the claim is a toll or tells of the missing, or its sentence says how many were
    counted."""
    if claim.measure == "missing" or (claim.basis is not None and claim.basis.rule == _TOLL):
        return True
    return _counting().search(text.text, claim.sentence_start, claim.sentence_end) is not None


@cache
def _counting() -> re.Pattern[str]:
    words = sorted(load("en", "event_names")["counting"].words("words"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _just_before(span: Span | None, day: int) -> bool:
    """Whether it is the day of publication or the one before."""
    return span is not None and not span.yearless and day - 1 <= span.low and span.high <= day
