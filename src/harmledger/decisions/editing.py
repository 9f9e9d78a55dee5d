"""A claim with the fields that a person set; every other field is left as it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from harmledger.claims import place_named
from harmledger.counters import speaker_key
from harmledger.decisions.fields import UNKNOWN, number, time
from harmledger.records import Actor, Claim, Population, Speaker, Story, When, Where

__all__ = ["as_edited", "same_place", "same_time"]

#: Fields whose value is taken as it is written.
_PLAIN = ("measure", "qualifier", "stance", "scope")


def as_edited(claim: Claim, values: Mapping[str, str], known: Sequence[Claim]) -> Claim:
    """The claim with these fields set. Its span and quote are those of the text and stay.

    A place and a speaker are taken as the other claims (``known``) have them where one of the
    name is among them: with coordinates, and with the kind of source; another place is looked up
    in the gazetteer. A value that a person sets stands at no place of the text, so its start and
    end are 0. A field set to what it says already is left alone.
    """
    made = claim
    for field, value in values.items():
        given = None if value == UNKNOWN else value
        # The name of the field decides what it holds, which no type checker can see.
        if field in {"low", "high"}:
            made = replace(made, **{field: number(value)})  # type: ignore[arg-type]
        elif field in _PLAIN:
            made = replace(made, **{field: value})  # type: ignore[arg-type]
        elif field == "part_of":
            made = replace(made, part_of=given)
        elif field == "status":
            made = _of_status(made, value)
        elif field == "when":
            made = _at_time(made, time(value) if given else None)
        elif field == "place":
            made = _at_place(made, _place(given, known))
        elif field == "actor":
            made = _by_actor(made, given)
        elif field == "speaker":
            made = _said_by(made, given, known)
    if "measure" in values and made.basis is not None and made.measure != claim.measure:
        # Whether those harmed lived is what the person decided.
        made = replace(made, basis=replace(made.basis, outcome_open=False))
    kind = values.get("speaker_kind")
    if kind is not None and made.speaker is not None:
        made = replace(made, speaker=replace(made.speaker, kind=kind))
    return made


def same_place(one: Where | None, two: Where | None) -> bool:
    """Whether two places say the same, wherever they stand in a text."""
    if one is None or two is None:
        return one is two
    return replace(one, start=0, end=0) == replace(two, start=0, end=0)


def same_time(one: When | None, two: When | None) -> bool:
    """Whether two times are the same days, however they are written."""
    return _days(one) == _days(two)


def _days(when: When | None) -> tuple[str, str | None] | None:
    if when is None or when.start is None:
        return None
    return when.start, when.end or when.start


def _of_status(claim: Claim, status: str) -> Claim:
    people = claim.population
    if status == (people.status if people else "unstated"):
        return claim
    made = replace(people, status=status) if people else Population(status=status)
    return replace(claim, population=made)


def _at_time(claim: Claim, when: When | None) -> Claim:
    """The time alone: the place that the story gives stays."""
    if same_time(claim.time, when):
        return claim
    where = claim.story.where if claim.story else None
    return replace(claim, when=when, story=Story(where=where) if where else None)


def _at_place(claim: Claim, where: Where | None) -> Claim:
    """The place alone: the time that the story gives stays."""
    now = claim.place
    if where is not None and now is not None and where.within is None:
        where = replace(where, within=now.within) if _one_spot(where, now) else where
    if same_place(now, where):
        return claim
    when = claim.story.when if claim.story else None
    return replace(claim, where=where, story=Story(when=when) if when else None)


def _one_spot(one: Where, two: Where) -> bool:
    keys = [(w.name, w.lat, w.lon, w.geonameid, w.country) for w in (one, two)]
    return keys[0] == keys[1]


def _by_actor(claim: Claim, name: str | None) -> Claim:
    if name == (claim.actor.name if claim.actor else None):
        return claim
    return replace(claim, actor=Actor(name=name, start=0, end=0) if name else None)


def _place(name: str | None, known: Sequence[Claim]) -> Where | None:
    """As most claims of the book have the place of this name, else as the gazetteer has it."""
    if name is None:
        return None
    places = [place for claim in known if (place := claim.place) is not None]
    same = [replace(one, name=name, start=0, end=0) for one in places if _called(one, name)]
    resolved = Counter(one for one in same if one.lat is not None)
    if resolved:
        return min(resolved, key=lambda one: (-resolved[one], repr(one)))
    return place_named(name, Counter(one.country for one in places if one.country))


def _called(place: Where, name: str) -> bool:
    return place.name.casefold() == name.casefold()


def _said_by(claim: Claim, name: str | None, known: Sequence[Claim]) -> Claim:
    """Who said it alone: those who passed it on stay."""
    now = claim.speaker
    if name == (now.name if now else None):
        return claim
    speaker = _speaker(name, known)
    if speaker is not None and now is not None:
        speaker = replace(speaker, via=tuple(one for one in now.via if one != name))
    return replace(claim, speaker=speaker)


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
