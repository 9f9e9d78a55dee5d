"""Assessments in, figures out: one each, with its sentence and its way back to the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from harmledger.assessments import party_claims
from harmledger.figures.statement import statement
from harmledger.records import (
    Assessment,
    Claim,
    Counter,
    Evidence,
    Figure,
    Incident,
    Text,
    Toll,
    When,
    content_id,
)
from harmledger.vocabulary import load
from harmledger.wording import place_in_words, when_in_words

__all__ = ["make_figures"]


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where and when, as phrases; ``event``: it is an incident, so parties to it may speak;
    ``done``: what became of those counted, where the measure alone does not tell it."""

    place: str | None
    time: str | None
    reported: str | None = None
    event: bool = False
    done: str | None = None


def make_figures(
    assessments: Iterable[Assessment],
    incidents: Iterable[Incident],
    tolls: Iterable[Toll],
    claims: Iterable[Claim],
    texts: Iterable[Text],
    counters: Mapping[str, Counter] | None = None,
) -> Iterator[Figure]:
    """A draft figure for each assessment, in the order of the assessments.

    Where all the people of an incident are of one stated status, the assessment of "all people"
    says the same with less, and only the one that names the status becomes a figure.

    ``trace`` has every claim of the assessment that is among ``claims``, in the order of the
    documents; ``decisions`` those about the names of its ``counters`` (by id); ``page_id`` is
    empty where its text is not among ``texts``.
    """
    by_id = {claim.id: claim for claim in claims}
    pages = {text.id: text.page_id for text in texts}
    settings: dict[str, _Setting] = {}
    said: dict[str, tuple[str, ...]] = {}
    for incident in incidents:
        where = place_in_words(incident.where) if incident.where else None
        settings[incident.id] = _Setting(_in(where), _on(incident.when), event=True)
        said[incident.id] = incident.claims
    for toll in tolls:
        settings[toll.id] = _Setting(_in(toll.where), *_as_of(toll, by_id), done=_done(toll))
    for subject, made in groupby(assessments, key=lambda one: one.subject):
        own = tuple(made)
        ids = said.get(subject, ()) or dict.fromkeys(c for one in own for c in one.claims)
        claims_of = [by_id[one] for one in ids if one in by_id]
        setting = settings.get(subject, _Setting(None, None))
        decided = [_decisions(one, counters or {}) for one in own]
        yield from _figures(own, claims_of, setting, pages, decided)


def _figures(
    assessments: Sequence[Assessment],
    claims: Sequence[Claim],
    setting: _Setting,
    pages: Mapping[str, str],
    decided: Sequence[tuple[str, ...]],
) -> Iterator[Figure]:
    by_id = {claim.id: claim for claim in claims}
    parties = party_claims(claims) if setting.event else frozenset()
    named = {_content(one) for one in assessments if one.status is not None}
    for assessment, decisions in zip(assessments, decided, strict=True):
        if assessment.status is None and _content(assessment) in named:
            continue
        own = [by_id[one] for one in assessment.claims if one in by_id]
        here = setting
        if assessment.measure == "detained" and assessment.subject_kind == "incident":
            here = _of_arrests(setting, own)
        yield Figure(
            id=content_id("figure", assessment.id),
            subject=assessment.subject,
            subject_kind=assessment.subject_kind,
            assessment=assessment.id,
            statement=statement(
                *(assessment, own, here.place, here.time, here.reported, parties, here.done)
            ),
            measure=assessment.measure,
            unit=assessment.unit,
            low=assessment.low,
            best=assessment.best,
            high=assessment.high,
            grade=assessment.grade,
            independent_origins=assessment.independent_origins,
            method=assessment.method,
            trace=tuple(_evidence(own, pages)),
            decisions=decisions,
            highest_said=assessment.highest_said,
            edges=assessment.edges,
        )


def _done(toll: Toll) -> str | None:
    """Destroyed, of a count of buildings destroyed: its measure is that of those damaged, too."""
    if toll.measure != "damaged":
        return None
    word = str(load("en", "statements")["damaged"].data["destroyed"])
    return word if toll.definition.split(",")[0].endswith(word) else None


def _of_arrests(setting: _Setting, claims: Sequence[Claim]) -> _Setting:
    """Where and when of arrests: those of the event only where a claim states them of the arrests.

    "Detectives have arrested five men over the bombing of 15 August": they were not detained then.
    """
    place = setting.place if any(claim.where for claim in claims) else None
    time = setting.time if any(claim.when for claim in claims) else None
    event = " ".join(part for part in (setting.place, setting.time) if part)
    if event and not (place or time):
        return _Setting(f"over events {event}", None)
    return _Setting(place, time)


def _decisions(assessment: Assessment, counters: Mapping[str, Counter]) -> tuple[str, ...]:
    found = [counters[o.counter] for o in assessment.origins if o.counter and o.counter in counters]
    return tuple(dict.fromkeys(one for counter in found for one in counter.decisions))


def _content(assessment: Assessment) -> tuple[object, ...]:
    """What an assessment says, whoever the people are."""
    one = assessment
    return one.subject, one.measure, one.unit, one.low, one.high, one.claims


def _evidence(claims: Iterable[Claim], pages: Mapping[str, str]) -> Iterator[Evidence]:
    for claim in sorted(claims, key=lambda c: (c.document, c.start, c.end, c.id)):
        yield Evidence(
            claim_id=claim.id,
            text_id=claim.text_id,
            page_id=pages.get(claim.text_id, ""),
            document=claim.document,
            start=claim.start,
            end=claim.end,
            quote=claim.quote,
        )


def _in(place: str | None) -> str | None:
    """In Omagh; in the Bosnian capital: a place told by what it is has its article."""
    if not place:
        return None
    return f"in the {place}" if place.endswith((" capital", " border", " coast")) else f"in {place}"


def _on(when: When | None) -> str | None:
    """On a day; in a month, a year or a span of days."""
    words = when_in_words(when)
    if words is None or when is None:
        return None
    if words.startswith(("since ", "until ")):
        return words
    one_day = words[0].isdigit() and " to " not in words and not words.isdigit()
    return f"on {words}" if one_day else f"in {words}" if " to " not in words else f"from {words}"


def _as_of(toll: Toll, claims: Mapping[str, Claim]) -> tuple[str | None, str | None]:
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
        return _on(when), None
    words = when_in_words(When(start=day, end=day, precision="day", surface="", offset=0)) or day
    return (f"as of {words}", None) if last.as_of else (None, f"reported on {words}")
