"""The schema of method files: what rules may do, which keys they have, and checks that help."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from typing import Any

from harmledger.errors import VocabularyProblem
from harmledger.incidents import STEPS

__all__ = [
    "COMMON",
    "CONDITIONS",
    "DOES",
    "RANGE",
    "VALUES",
    "all_options",
    "check_keys",
    "check_known",
    "check_table",
    "check_type",
    "check_unique",
    "check_value",
    "row_name",
    "suggestion",
]

#: Keys every rule and grade has.
COMMON = frozenset({"id", "mark", "explanation", "source"})
_MARKS = ("S", "U", "H")

#: What a rule may do, and the keys it needs (True) or may have (False) for it.
DOES: Mapping[str, Mapping[str, bool]] = {
    "leave_out_stances": {"stances": True},
    "note_hedges": {},
    "context_speakers": {"kinds": True},
    "supply_low": {"low": True, "qualifiers": False, "surfaces": False},
    "sort_out": {"step": True},
    "range": {"low": True, "high": True},
    "contested_status": {"combatants": True},
    "raise_to_groups": {},
    "latest_of_origin": {},
    "zero_is_denial": {},
    "latest_reading": {},
    "best": {"when": True},
}

#: Values that a key may have; a list's members are checked one by one.
VALUES: Mapping[str, Collection[str]] = {
    "step": STEPS,
    "stances": ("asserted", "hedged", "denied", "hypothetical"),
    "combatants": ("armed_forces", "police", "armed_group", "perpetrator"),
    "statuses_only": ("civilian", "armed_forces", "police", "armed_group", "perpetrator"),
    "when": ("equal",),
    "mark": _MARKS,
}
RANGE = {"low": ("lowest",), "high": ("highest",)}
_LISTS = frozenset({"stances", "kinds", "qualifiers", "surfaces", "combatants", "statuses_only"})

#: Conditions of a grade and the type of their value.
CONDITIONS: Mapping[str, type] = {
    "min_origins": int,
    "accepted": bool,
    "competing_attribution": bool,
    "status_contested": bool,
    "statuses_only": list,
}


def suggestion(word: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def all_options() -> set[str]:
    return {key for options in DOES.values() for key in options}


def row_name(row: object) -> str:
    return repr(row.get("id", "without an id")) if isinstance(row, dict) else repr(row)


def check_table(where: str, row: object) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise VocabularyProblem(f"{where}: must be a table of keys and values")
    return row


def check_keys(
    where: str, data: Mapping[str, Any], allowed: Collection[str], needed: Collection[str]
) -> None:
    for key in data:
        if key not in allowed:
            raise VocabularyProblem(
                f"{where}: unknown key {key!r}{suggestion(key, allowed)}",
                hint="keys: " + ", ".join(sorted(allowed)),
            )
    for key in sorted(needed):
        if key not in data:
            raise VocabularyProblem(f"{where}: the key {key!r} is missing")


def check_type(where: str, data: Mapping[str, Any], key: str, kind: type) -> None:
    # bool is an int to Python, not to the person who wrote the file.
    if not isinstance(data[key], kind) or (kind is int and isinstance(data[key], bool)):
        names = {int: "a whole number", bool: "true or false", list: "a list"}
        raise VocabularyProblem(f"{where}: {key} must be {names[kind]}")


def check_value(where: str, key: str, value: object) -> None:
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise VocabularyProblem(f"{where}: {key} must be a list of words")
        for item in value:
            if key in VALUES:
                check_known(where, key, item, VALUES[key])
    elif key in VALUES:
        check_known(where, key, value, VALUES[key])


def check_known(where: str, key: str, value: object, known: Collection[str]) -> None:
    if value not in known:
        raise VocabularyProblem(
            f"{where}: {key} = {value!r} is not known{suggestion(str(value), known)}",
            hint=f"{key} is one of: " + ", ".join(known),
        )


def check_unique(method: str, ids: list[str]) -> None:
    for number, one in enumerate(ids):
        if one in ids[:number]:
            raise VocabularyProblem(f"method {method}: the id {one!r} stands twice")
