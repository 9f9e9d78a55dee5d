"""Assessments in, figures out: one each, with its sentence and its way back to the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from harmledger.assessments import party_claims
from harmledger.figures.settings import as_of, in_place, on_time, toll_done, what_became
from harmledger.figures.statement import statement
from harmledger.incidents import EFFECTS
from harmledger.records import (
    Assessment,
    Claim,
    Counter,
    Evidence,
    Figure,
    Incident,
    Text,
    Toll,
    content_id,
)
from harmledger.wording import place_in_words

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
        settings[incident.id] = _Setting(in_place(where), on_time(incident.when), event=True)
        said[incident.id] = incident.claims
    for toll in tolls:
        settings[toll.id] = _Setting(
            in_place(toll.where), *as_of(toll, by_id), done=toll_done(toll)
        )
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
    harm = [claim for claim in claims if claim.measure not in EFFECTS]
    parties = party_claims(harm) if setting.event else frozenset()
    beside = party_claims(claims) if setting.event and len(harm) < len(claims) else parties
    named = {_content(one) for one in assessments if one.status is not None}
    for assessment, decisions in zip(assessments, decided, strict=True):
        if assessment.status is None and _content(assessment) in named:
            continue
        own = [by_id[one] for one in assessment.claims if one in by_id]
        here = setting
        if assessment.measure == "detained" and assessment.subject_kind == "incident":
            here = _of_arrests(setting, own)
        done = what_became(assessment) or here.done
        known = beside if assessment.measure in EFFECTS else parties
        yield Figure(
            id=content_id("figure", assessment.id),
            subject=assessment.subject,
            subject_kind=assessment.subject_kind,
            assessment=assessment.id,
            statement=statement(
                *(assessment, own, here.place, here.time, here.reported, known, done)
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
            phase=assessment.phase,
        )


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
    return one.subject, one.measure, one.unit, one.phase, one.low, one.high, one.claims


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
