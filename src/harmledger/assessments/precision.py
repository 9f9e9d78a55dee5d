"""How exactly day and place are known, as a method's codes, in a reason."""

from __future__ import annotations

from typing import Any

from harmledger.assessments.method import Method
from harmledger.dates import span_of
from harmledger.records import Incident, Reason

__all__ = ["precision"]


def precision(incident: Incident, method: Method) -> list[Reason]:
    """One reason for each rule about precision: the codes, or that there is none."""
    return [
        Reason(rule=rule.id, sentence=_sentence(incident, dict(rule.options)), claims=())
        for rule in method.all("precision")
    ]


def _sentence(incident: Incident, options: dict[str, Any]) -> str:
    parts = []
    days, places = options.get("days"), options.get("places")
    if days is not None:
        name = str(options.get("days_name", "the code of the day"))
        span = span_of(incident.when)
        if span is None or span.yearless:
            parts.append(f"The day is not known: no {name}")
        else:
            length = int(span.high - span.low) + 1
            code = next((n for n, most in enumerate(days, 1) if length <= most), len(days))
            known = "to the day" if length == 1 else f"within {length} days"
            parts.append(f"The day is known {known}: {name} {code}")
    if places is not None:
        name = str(options.get("places_name", "the code of the place"))
        word = incident.where.precision if incident.where else "unresolved"
        place_code = places.get(word)
        known = word.replace("_", " ")
        if place_code is None:
            parts.append(f"The place is not known to a level that has a code ({known}): no {name}")
        else:
            parts.append(f"The place is known to the {known}: {name} {place_code}")
    return "; ".join(parts) + "."
