"""Rows of incidents, running counts and figures, as narrow as they can be told."""

from __future__ import annotations

from harmledger.cli.ordering import order_of
from harmledger.cli.words import short
from harmledger.records import Figure, Incident, Toll
from harmledger.wording import kind_words, range_words

__all__ = ["figure_row", "incident_row", "said_words", "toll_row"]


def said_words(incident: Incident) -> str:
    """Killed 8 to 9; injured 30."""
    return "; ".join(
        f"{kind_words(m.measure, m.unit, m.phase)} {range_words(m.low, m.high)}"
        for m in sorted(incident.measures, key=lambda m: order_of(m.measure))
    )


def incident_row(incident: Incident) -> list[str]:
    # Here, not above: `harmledger list --help` need not load the stages.
    from harmledger.wording import place_in_words, when_in_words

    said = [said_words(incident)]
    said += [f"part of {short(link.incident)}" for link in incident.part_of]
    return [
        short(incident.id),
        when_in_words(incident.when) or "",
        place_in_words(incident.where) if incident.where else "",
        "; ".join(said),
        str(len(incident.reports)),
        str(incident.independent_origins),
    ]


def toll_row(toll: Toll) -> list[str]:
    last = toll.points[-1] if toll.points else None
    return [
        short(toll.id),
        toll.counter,
        # The counter has a column of its own.
        toll.definition.replace(f", as counted by {toll.counter}", ""),
        range_words(last.low, last.high) if last else "",
        (last.as_of or last.reported_at or "") if last else "",
        str(len(toll.points)),
    ]


def figure_row(f: Figure) -> list[str]:
    return [short(f.id), _main_words(f.statement), f.grade, f.status, str(f.independent_origins)]


def _main_words(statement: str) -> str:
    """A statement up to its notes, which have columns of their own; [...] where more follows.

    What stands behind them (hedges, denials, what a party says) is for `show` and `trace`.
    """
    # Here, not above: `harmledger list --help` need not load the stages.
    from harmledger.figures import in_parts

    main, _, rest = in_parts(statement)
    return f"{main} [...]" if rest else main
