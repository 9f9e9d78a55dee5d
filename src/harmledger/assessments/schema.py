"""Checks of method files, with words that help whoever wrote one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from harmledger.assessments.method import GradeRule, Rule
from harmledger.assessments.rule_kinds import (
    COMMON,
    CONDITIONS,
    COUNTS,
    DOES,
    LISTS,
    MANY,
    RANGE,
    VALUES,
)
from harmledger.errors import VocabularyProblem, did_you_mean

__all__ = [
    "COMMON",
    "CONDITIONS",
    "DOES",
    "RANGE",
    "VALUES",
    "all_options",
    "check_keys",
    "check_known",
    "check_order",
    "check_repeats",
    "check_table",
    "check_type",
    "check_unique",
    "check_value",
    "row_name",
]


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
                f"{where}: unknown key {key!r}{did_you_mean(key, allowed)}",
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
    if key in LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise VocabularyProblem(f"{where}: {key} must be a list of words")
        for item in value:
            if key in VALUES:
                check_known(where, key, item, VALUES[key])
    elif key in COUNTS:
        sound = isinstance(value, dict) and all(_whole(count) for count in value.values())
        if not sound or not value:
            raise VocabularyProblem(
                f"{where}: {key} must be a table of words and whole numbers",
                hint=f"such as {key} = {{ dozens = 12 }}",
            )
    elif key == "days":
        if not isinstance(value, list) or not all(map(_whole, value)) or sorted(value) != value:
            raise VocabularyProblem(f"{where}: days must be a list of whole numbers that rise")
    elif key.endswith("_name"):
        if not isinstance(value, str) or not value:
            raise VocabularyProblem(f"{where}: {key} must be a word")
    elif key in VALUES:
        check_known(where, key, value, VALUES[key])


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def check_known(where: str, key: str, value: object, known: Collection[str]) -> None:
    if value not in known:
        raise VocabularyProblem(
            f"{where}: {key} = {value!r} is not known{did_you_mean(str(value), known)}",
            hint=f"{key} is one of: " + ", ".join(known),
        )


def check_unique(method: str, ids: list[str]) -> None:
    for number, one in enumerate(ids):
        if one in ids[:number]:
            raise VocabularyProblem(f"method {method}: the id {one!r} stands twice")


def check_repeats(method: str, rules: Sequence[Rule]) -> None:
    """No two rules do the same: the engine would carry out the first alone, or one twice."""
    first: dict[tuple[str, str], str] = {}
    for rule in rules:
        what = rule.does, rule.options.get("step", "") if rule.does in MANY else ""
        if rule.does in MANY and not what[1]:
            continue
        other = first.setdefault(what, rule.id)
        if other != rule.id:
            step = f" with the step {what[1]!r}" if what[1] else ""
            raise VocabularyProblem(
                f"method {method}: rule {rule.id!r}: does {rule.does!r}{step} again, as "
                f"{other!r} does",
                hint="leave one of them out",
            )


def check_order(method: str, grades: Sequence[GradeRule]) -> None:
    """The last grade holds always, and no other: what stands below such a one is never given."""
    if not grades or grades[-1].conditions:
        raise VocabularyProblem(
            f"method {method}: the last grade must hold always",
            hint="leave its conditions out",
        )
    for grade in grades[:-1]:
        if not grade.conditions:
            raise VocabularyProblem(
                f"method {method}: grade {grade.id!r}: has no condition, so that no grade below it "
                "would ever be given",
                hint=f"conditions: {', '.join(CONDITIONS)}; the grade without one stands last",
            )
