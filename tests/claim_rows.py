"""Reads and compares the rows of expected claims, in sentences.txt and in golden folders.

A row:  killed 22+ "At least 22" status=civilian speaker="the health ministry" part_of="60"
Bounds: 12 exactly; 30+ low 30, high unknown; ..50 low unknown, high 50; 8-10 a range.
Fields that a row does not name are not compared; every claim must have its row.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from harmledger.records import Claim

FIELDS = (
    "qualifier",
    "status",
    "age",
    "sex",
    "speaker",
    "kind",
    "via",
    "stance",
    "scope",
    "where",
    "country",
    "when",
    "start",
    "end",
    "actor",
    "part_of",
    "unit",
    "phase",
    "hedges",
    "named",
    "some",
    "earlier",
)


def bounds(claim: Claim) -> str:
    """The bounds of a claim in the notation of the rows."""
    low, high = claim.low, claim.high
    if low is not None and high is None:
        return f"{low}+"
    if low is None and high is not None:
        return f"..{high}"
    return str(low) if low == high else f"{low}-{high}"


def field(claim: Claim, name: str, by_id: dict[str, Claim]) -> str:
    """One field of a claim as a row writes it; ``none`` for null."""
    population = claim.population
    values = {
        "qualifier": claim.qualifier,
        "status": population.status if population else None,
        "age": population.age if population else None,
        "sex": population.sex if population else None,
        "named": str(population.named).lower() if population else None,
        "speaker": claim.speaker.name if claim.speaker else None,
        "kind": claim.speaker.kind if claim.speaker else None,
        "via": ", ".join(claim.speaker.via) or None if claim.speaker else None,
        "stance": claim.stance,
        "scope": claim.scope,
        "where": claim.where.name if claim.where else None,
        "country": claim.where.country if claim.where else None,
        "when": claim.when.surface if claim.when else None,
        "start": claim.when.start if claim.when else None,
        "end": claim.when.end if claim.when else None,
        "actor": claim.actor.name if claim.actor else None,
        "some": claim.basis.only_some if claim.basis else None,
        "earlier": claim.basis.earlier if claim.basis else None,
        "part_of": by_id[claim.part_of].quote if claim.part_of else None,
        "unit": claim.unit,
        "phase": claim.phase,
        "hedges": ",".join(claim.hedges) or None,
    }
    return values[name] or "none"


def row_of(claim: Claim, names: Sequence[str], by_id: dict[str, Claim]) -> str:
    """A claim as a row with the named fields."""
    shown = [claim.measure, bounds(claim), '"' + " ".join(claim.quote.split()) + '"']
    for name in names:
        value = " ".join(field(claim, name, by_id).split())
        shown.append(f'{name}="{value}"' if " " in value else f"{name}={value}")
    return " ".join(shown)


def differences(expected: Sequence[str], claims: Sequence[Claim]) -> list[str]:
    """What differs, one readable line each; empty where all rows and claims agree."""
    by_id = {claim.id: claim for claim in claims}
    waiting = list(claims)
    problems: list[str] = []
    for line in expected:
        measure, figure, quote, *pairs = shlex.split(line.replace("’", "’"))
        wanted = dict(pair.split("=", 1) for pair in pairs)
        unknown = set(wanted) - set(FIELDS)
        if unknown:
            problems.append(f"row {line!r} names unknown fields {sorted(unknown)}")
            continue
        found = next(
            (
                c
                for c in waiting
                if c.measure == measure
                and bounds(c) == figure
                and " ".join(c.quote.split()) == quote
            ),
            None,
        )
        if found is None:
            problems.append(f"no claim for: {line}")
            continue
        waiting.remove(found)
        if row_of(found, list(wanted), by_id) != row_of_wanted(measure, figure, quote, wanted):
            problems.append(f"want {line}\n got {row_of(found, list(wanted), by_id)}")
    problems += [f"not expected: {row_of(c, (), by_id)}" for c in waiting]
    return problems


def row_of_wanted(measure: str, figure: str, quote: str, wanted: dict[str, str]) -> str:
    """The expected row, written the way ``row_of`` writes a claim."""
    shown = [measure, figure, f'"{quote}"']
    shown += [f'{k}="{v}"' if " " in v else f"{k}={v}" for k, v in wanted.items()]
    return " ".join(shown)
