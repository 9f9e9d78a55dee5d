"""In which fields two states of a claim differ, in words that show the difference."""

from __future__ import annotations

from harmledger.decisions.editing import same_place, same_time
from harmledger.decisions.fields import UNKNOWN
from harmledger.records import Change, Claim, When, Where

__all__ = ["changes_between"]


def changes_between(was: Claim, now: Claim) -> tuple[Change, ...]:
    """The fields that differ, of those that can be set; each with two different wordings."""
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
        ("place", *_places(was.place, now.place)),
        ("when", *_times(was.time, now.time)),
        ("actor", was.actor and was.actor.name, now.actor and now.actor.name),
        ("part_of", was.part_of, now.part_of),
    ]
    return tuple(
        Change(field=field, was=_shown(one), now=_shown(two))
        for field, one, two in rows
        if one != two
    )


def _status(claim: Claim) -> str:
    return claim.population.status if claim.population else "unstated"


def _places(was: Where | None, now: Where | None) -> tuple[str | None, str | None]:
    """Both with the larger place and the country; with coordinates too where they alone differ."""
    if same_place(was, now):
        return None, None
    one, two = _place(was), _place(now)
    return (one, two) if one != two else (_spot(was), _spot(now))


def _place(where: Where | None) -> str | None:
    if where is None:
        return None
    larger = f", {where.within}" if where.within else ""
    country = f" ({where.country})" if where.country else ""
    return f"{where.name}{larger}{country}"


def _spot(where: Where | None) -> str | None:
    if where is None:
        return None
    at = "no coordinates" if where.lat is None else f"{where.lat}, {where.lon}"
    return f"{_place(where)}, {at}, {where.precision}"


def _times(was: When | None, now: When | None) -> tuple[str | None, str | None]:
    return (None, None) if same_time(was, now) else (_time(was), _time(now))


def _time(when: When | None) -> str | None:
    if when is None or when.start is None:
        return None
    return when.start if when.end in {None, when.start} else f"{when.start}/{when.end}"


def _shown(value: object) -> str:
    return UNKNOWN if value is None else str(value)
