"""Decisions about claims: rejected ones are left out, edited ones count as a person set them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from harmledger.claims import place_named
from harmledger.counters import speaker_key
from harmledger.decisions.fields import UNKNOWN, as_set, number, time
from harmledger.decisions.reviewing import review
from harmledger.decisions.seen import claim_seen
from harmledger.kept import whole
from harmledger.records import (
    Actor,
    Change,
    Claim,
    Decision,
    Population,
    Review,
    Speaker,
    Where,
)

__all__ = ["JudgedClaims", "as_edited", "judge_claims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClaims:
    """Claims as they count, and what people decided about them."""

    claims: tuple[Claim, ...]
    reviews: tuple[Review, ...]


def judge_claims(
    claims: Iterable[Claim], decisions: Iterable[Decision], fallen: Container[str] = ()
) -> JudgedClaims:
    """Apply the decisions in force about claims. The order of the claims is kept.

    ``fallen``: ids of claims of withdrawn pages, which are not among ``claims``. A decision
    counts while the claim is read as it was when the person saw it; its id does not depend on
    the extractor, so a new version of that changes nothing by itself.
    """
    read = tuple(claims)
    by_id = {claim.id: claim for claim in read}
    changed: dict[str, Claim | None] = {}
    reviews = []
    for decision in decisions:
        claim = by_id.get(decision.subject)
        if decision.subject in fallen:
            reviews.append(review(decision, (decision.subject,), "Its page is withdrawn."))
        elif claim is None:
            why = "The program does not read this claim any more."
            reviews.append(review(decision, (), why, again=True))
        elif claim_seen(claim := whole(claim)) != decision.seen:
            why = "The program now reads this claim in another way."
            reviews.append(review(decision, (claim.id,), why, again=True))
        elif decision.verdict == "reject":
            changed[claim.id] = None
            reviews.append(review(decision, (claim.id,), "Counts in no figure."))
        else:
            edited = as_edited(claim, as_set(decision.edits), read)
            changes = tuple(_changes(claim, edited))
            if changes:
                changed[claim.id] = edited
            said = "Counts as the person set it." if changes else "Counts as it was read."
            made = review(decision, (claim.id,), said)
            reviews.append(replace(made, changes=changes, claim=edited if changes else None))
    kept = [changed.get(claim.id, claim) for claim in read]
    return JudgedClaims(claims=tuple(c for c in kept if c is not None), reviews=tuple(reviews))


def as_edited(claim: Claim, values: Mapping[str, str], known: Sequence[Claim]) -> Claim:
    """The claim with these fields set. Its span and quote are those of the text and stay.

    A place and a speaker are taken as the other claims (``known``) have them where one of the
    name is among them: with coordinates, and with the kind of source; another place is looked up
    in the gazetteer. A value that a person
    sets stands at no place of the text, so its start and end are 0.
    """
    made = claim
    for field, value in values.items():
        given = None if value == UNKNOWN else value
        if field == "low":
            made = replace(made, low=number(value))
        elif field == "high":
            made = replace(made, high=number(value))
        elif field == "measure":
            made = replace(made, measure=value)
        elif field == "qualifier":
            made = replace(made, qualifier=value)
        elif field == "stance":
            made = replace(made, stance=value)
        elif field == "scope":
            made = replace(made, scope=value)
        elif field == "part_of":
            made = replace(made, part_of=given)
        elif field == "status":
            people = made.population or Population(status=value)
            made = replace(made, population=replace(people, status=value))
        elif field == "when":
            made = replace(made, when=time(value) if given else None, story=None)
        elif field == "place":
            made = replace(made, where=_place(given, known), story=None)
        elif field == "actor":
            made = replace(made, actor=Actor(name=given, start=0, end=0) if given else None)
        elif field == "speaker":
            made = replace(made, speaker=_speaker(given, known))
    kind = values.get("speaker_kind")
    if kind is not None and made.speaker is not None:
        made = replace(made, speaker=replace(made.speaker, kind=kind))
    return made


def _place(name: str | None, known: Sequence[Claim]) -> Where | None:
    if name is None:
        return None
    same = [
        place
        for claim in known
        if (place := claim.place) is not None and place.name.casefold() == name.casefold()
    ]
    resolved = [place for place in same if place.lat is not None]
    found = min(resolved, key=repr, default=None)
    if found is None:
        places = (claim.place for claim in known)
        return place_named(name, Counter(p.country for p in places if p and p.country))
    return replace(found, name=name, start=0, end=0)


def _speaker(name: str | None, known: Sequence[Claim]) -> Speaker | None:
    if name is None:
        return None
    key = speaker_key(name)
    kinds = sorted(
        claim.speaker.kind
        for claim in known
        if claim.speaker is not None
        and (claim.speaker.name == name or (key and speaker_key(claim.speaker.name) == key))
    )
    kind = max(kinds, key=kinds.count, default="other")
    return Speaker(name=name, kind=kind, start=0, end=0, canonical=name)


def _changes(was: Claim, now: Claim) -> list[Change]:
    """The fields that differ, in words."""
    rows = [
        ("measure", was.measure, now.measure),
        ("low", was.low, now.low),
        ("high", was.high, now.high),
        ("qualifier", was.qualifier, now.qualifier),
        ("status", _status(was), _status(now)),
        ("stance", was.stance, now.stance),
        ("scope", was.scope, now.scope),
        ("speaker", was.speaker and was.speaker.name, now.speaker and now.speaker.name),
        ("speaker_kind", was.speaker and was.speaker.kind, now.speaker and now.speaker.kind),
        ("place", was.place and was.place.name, now.place and now.place.name),
        ("when", _when(was), _when(now)),
        ("actor", was.actor and was.actor.name, now.actor and now.actor.name),
        ("part_of", was.part_of, now.part_of),
    ]
    return [
        Change(field=field, was=_shown(one), now=_shown(two))
        for field, one, two in rows
        if one != two
    ]


def _status(claim: Claim) -> str | None:
    return claim.population.status if claim.population else None


def _when(claim: Claim) -> str | None:
    when = claim.time
    if when is None or when.start is None:
        return None
    return when.start if when.end in {None, when.start} else f"{when.start}/{when.end}"


def _shown(value: object) -> str:
    return UNKNOWN if value is None else str(value)
