"""Phrases of a statement about its subject: where, when, and what became of those counted."""

from __future__ import annotations

from collections.abc import Mapping

from harmledger.records import Assessment, Claim, Toll, When
from harmledger.vocabulary import load
from harmledger.wording import when_in_words

__all__ = ["as_of", "in_place", "on_time", "toll_done", "what_became"]


def what_became(one: Assessment) -> str | None:
    """Of an incident's buildings and aid what became of them, where the measure does not tell it.

    Of aid of which it is not said how far it got nothing is said but that it was told of.
    """
    if one.subject_kind != "incident" or one.measure not in {"damaged", "aid"}:
        return None
    words = load("en", "statements")
    if one.measure == "damaged":
        return str(words["loss"].data.get(one.phase or "", words["damaged"].data["done"]))
    return None if one.phase else str(words["aid"].data["open"])


def toll_done(toll: Toll) -> str | None:
    """Destroyed, of a count of buildings destroyed: its measure is that of those damaged, too."""
    if toll.measure != "damaged":
        return None
    word = str(load("en", "statements")["damaged"].data["destroyed"])
    return word if toll.definition.split(",")[0].endswith(word) else None


def in_place(place: str | None) -> str | None:
    """In Omagh; in the Bosnian capital: a place told by what it is has its article."""
    if not place:
        return None
    return f"in the {place}" if place.endswith((" capital", " border", " coast")) else f"in {place}"


def on_time(when: When | None) -> str | None:
    """On a day; in a month, a year or a span of days."""
    words = when_in_words(when)
    if words is None or when is None:
        return None
    if words.startswith(("since ", "until ")):
        return words
    one_day = words[0].isdigit() and " to " not in words and not words.isdigit()
    return f"on {words}" if one_day else f"in {words}" if " to " not in words else f"from {words}"


def as_of(toll: Toll, claims: Mapping[str, Claim]) -> tuple[str | None, str | None]:
    """The period that the latest reading counts, the day it runs to, or when it was reported.

    A count "in 1985" is one of that year alone; "as of 31 December 1985" would be one of all
    that was before. Only where the reading states a day is it one as of that day.
    """
    if not toll.points:
        return None, None
    last = toll.points[-1]
    day = last.as_of or last.reported_at
    if day is None:
        return None, None
    claim = claims.get(last.claim_id)
    when = claim.when if claim else None
    if last.as_of and when and when.start and when.start != when.end and when.end:
        return on_time(when), None
    words = when_in_words(When(start=day, end=day, precision="day", surface="", offset=0)) or day
    return (f"as of {words}", None) if last.as_of else (None, f"reported on {words}")
