"""The fields that a person may set, and how their values are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from harmledger.dates import span_of
from harmledger.errors import UsageProblem, did_you_mean
from harmledger.records import Edit, When
from harmledger.vocabulary import load

__all__ = ["CLAIM_FIELDS", "FIGURE_FIELDS", "SET", "UNKNOWN", "as_set", "checked", "number", "time"]

#: An edit that gives a field a value is named so; other edits say what else a verdict needs.
SET = "set:"
#: The word for "nobody knows", which is not zero.
UNKNOWN = "unknown"
_LONGEST = 300

_STATUSES = ("civilian", "armed_forces", "police", "armed_group", "perpetrator", "mixed")


def _number(field: str, value: str) -> None:
    if value != UNKNOWN and not re.fullmatch(r"\d{1,9}", value):
        raise UsageProblem(
            f"{field}={value}: not a number",
            hint=f"write digits, such as {field}=22, or {field}={UNKNOWN}",
        )


def _one_of(known: Callable[[], Collection[str]], *, open_: bool = False) -> Callable[..., None]:
    def check(field: str, value: str) -> None:
        words = sorted(known())
        if value in words or (open_ and value == UNKNOWN):
            return
        meant = did_you_mean(value, words)
        allowed = [*words, UNKNOWN] if open_ else words
        raise UsageProblem(
            f"{field}={value}: not known{meant}", hint=f"{field} is one of: {', '.join(allowed)}"
        )

    return check


def _words(field: str, value: str) -> None:
    if not value or len(value) > _LONGEST:
        raise UsageProblem(f"{field}: give between 1 and {_LONGEST} characters, or {UNKNOWN}")


def _time(field: str, value: str) -> None:
    if value != UNKNOWN and span_of(time(value)) is None:
        raise UsageProblem(
            f"{field}={value}: not a date",
            hint="write 2015-10-03, 2015-10, 2015, or two of them: 2015-10-03/2015-10-05",
        )


def _terms(name: str) -> Callable[[], Collection[str]]:
    return lambda: load("en", name).ids()


_Check = Callable[[str, str], None]

#: What can be set on a claim, and what its value must be.
CLAIM_FIELDS: Mapping[str, _Check] = {
    "measure": _one_of(_terms("measures")),
    "low": _number,
    "high": _number,
    "qualifier": _one_of(lambda: (*load("en", "quantities").ids(), "between")),
    "status": _one_of(lambda: (*_STATUSES, "unstated")),
    "stance": _one_of(lambda: ("asserted", "hedged", "denied", "hypothetical")),
    "scope": _one_of(lambda: ("event", "cumulative")),
    "speaker": _words,
    "speaker_kind": _one_of(_terms("source_kinds")),
    "place": _words,
    "when": _time,
    "actor": _words,
    "part_of": _words,
}

#: What can be set on a figure or an assessment; ``statement`` on a figure only.
FIGURE_FIELDS: Mapping[str, _Check] = {
    "low": _number,
    "best": _number,
    "high": _number,
    "grade": _one_of(_terms("grades")),
    "statement": _words,
}


def checked(
    given: Sequence[str], fields: Mapping[str, _Check], of: str = "a claim"
) -> tuple[Edit, ...]:
    """``FIELD=VALUE`` words as edits. UsageProblem says what is wrong and what was meant."""
    found: dict[str, str] = {}
    for words in given:
        field, sign, value = words.partition("=")
        field, value = field.strip(), " ".join(value.split())
        if not sign:
            raise UsageProblem(f"{words}: an equals sign is missing", hint="write `low=22`")
        if field not in fields:
            meant = did_you_mean(field, fields)
            raise UsageProblem(
                f"{field}: {of} has no such field to set{meant}",
                hint="fields: " + ", ".join(fields),
            )
        if value.casefold() == UNKNOWN:
            value = UNKNOWN
        fields[field](field, value)
        if fields[field] is _number and value != UNKNOWN:
            value = str(int(value))  # "022"
        found[field] = value
    return tuple(Edit(name=SET + field, value=value) for field, value in found.items())


def as_set(edits: Sequence[Edit]) -> dict[str, str]:
    """The fields that these edits set, with the values as written."""
    return {e.name.removeprefix(SET): e.value for e in edits if e.name.startswith(SET)}


def number(value: str) -> int | None:
    """A number; None for the unknown."""
    return None if value == UNKNOWN else int(value)


def time(value: str) -> When:
    """A day, month, year, or a span of two of them, as a time that a person stated."""
    start, _, end = value.partition("/")
    precision = {4: "year", 7: "month"}.get(len(start), "day")
    return When(
        start=start,
        end=end or start,
        precision="period" if end and end != start else precision,
        surface=value,
        offset=0,
    )
