"""How incidents are divided for totals: by period, place, actor, population and grade."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from harmledger.assessments import after_reports, party_of
from harmledger.figures.place_keys import NO_PLACE, place_keys
from harmledger.records import Assessment, Claim, Incident
from harmledger.wording import listed

__all__ = ["DIVISIONS", "Row", "key_of"]

#: How incidents can be divided. Each but ``population`` is a partition: its parts add up.
DIVISIONS = ("all", "year", "month", "country", "place", "actor", "population", "grade")

_UNKNOWN = {"year": "date not known", "month": "date not known", "actor": "nobody named"}
_MONTH = len("2015-10")
#: Letters of a word that is written as an abbreviation.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Row:
    """An assessment of an incident with the values of its figure.

    ``within``: its people are in the same sum as those of the incident that it is a part of.
    """

    incident: Incident
    value: Assessment
    withdrawn: bool
    within: bool = False


def key_of(
    by: str, claims: Mapping[str, Claim], incidents: Iterable[Incident]
) -> Callable[[Row], str]:
    """The function that gives a row its key in a division of ``incidents``."""
    places = place_keys(incidents) if by == "place" else {}
    written = _written(claims.values()) if by == "actor" else {}

    def actor(row: Row) -> str:
        found = (claims[one].actor for one in row.value.claims if one in claims)
        parties = {" ".join(sorted(party_of(one.name))) for one in found if one}
        # Named together they are one key: an incident counts once, whoever is named.
        return (
            listed([_called(party, written) for party in sorted(parties - {""})])
            or _UNKNOWN["actor"]
        )

    def day(row: Row) -> str:
        when = row.incident.when
        start = when.start if when and when.start and when.start[:4].isdigit() else None
        if start is None:
            return _UNKNOWN["year"]
        if after_reports(row.incident, [claims[c] for c in row.incident.claims if c in claims]):
            return "date after its own reports"
        open_end = when is not None and when.end is None and when.precision == "period"
        return _period(start, None if open_end else (when and when.end) or start, by)

    def country(row: Row) -> str:
        where = row.incident.where
        return (where.country if where else None) or "country not known"

    known: dict[str, Callable[[Row], str]] = {
        "all": lambda row: "all",
        "population": lambda row: row.value.status or "all",
        "grade": lambda row: row.value.grade,
        "year": day,
        "month": day,
        "country": country,
        "place": lambda row: places.get(row.incident.id, NO_PLACE),
        "actor": actor,
    }
    return known[by]


def _period(start: str, end: str | None, by: str) -> str:
    """The month or year in which all of a time lies; words where it lies in no single one.

    "In 2011" runs from the first of January: as a month it is "2011, month not known".
    """
    year = start[:4]
    if end is None:
        return f"{year} or later"
    if not end.startswith(year):
        return f"{year} to {end[:4]}"
    if by == "year":
        return year
    in_one = len(start) >= _MONTH and start[:_MONTH] == end[:_MONTH]
    return start[:_MONTH] if in_one else f"{year}, month not known"


def _written(claims: Iterable[Claim]) -> dict[str, str]:
    """How the words of actors' names are written most often: FARC, not Farc."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for word in re.findall(r"\w+", claim.actor.name) if claim.actor else ():
            forms[word.casefold()][word] += 1
    return {
        word: min(own, key=lambda form: (-own[form], form))
        for word, own in forms.items()
        if any(form[:1].isupper() for form in own)
    }


def _called(party: str, written: Mapping[str, str]) -> str:
    """The words by which a party is known, as a name: US, Russia, Taliban, and as written: FARC."""
    return " ".join(
        written.get(word) or (word.upper() if len(word) <= _SHORT else word.capitalize())
        for word in party.split()
    )
