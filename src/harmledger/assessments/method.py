"""Methods as data: read, checked against the schema, and explained when wrong."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from harmledger.errors import VocabularyProblem
from harmledger.incidents import STEPS
from harmledger.vocabulary import load, method_file, method_names

__all__ = ["GradeRule", "Method", "Rule", "load_method", "parse_method"]

#: Keys every rule and grade has.
_COMMON = frozenset({"id", "mark", "explanation", "source"})
_MARKS = ("S", "U", "H")

#: What a rule may do, and the keys it needs (True) or may have (False) for it.
_DOES: Mapping[str, Mapping[str, bool]] = {
    "leave_out_stances": {"stances": True},
    "note_hedges": {},
    "context_speakers": {"kinds": True},
    "supply_low": {"low": True, "qualifiers": False, "surfaces": False},
    "sort_out": {"step": True},
    "range": {"low": True, "high": True},
    "contested_status": {"combatants": True},
    "raise_to_groups": {},
    "latest_reading": {},
    "best": {"when": True},
}

#: Values that a key may have; a list's members are checked one by one.
_VALUES: Mapping[str, Collection[str]] = {
    "step": STEPS,
    "stances": ("asserted", "hedged", "denied", "hypothetical"),
    "combatants": ("armed_forces", "police", "armed_group", "perpetrator"),
    "statuses_only": ("civilian", "armed_forces", "police", "armed_group", "perpetrator"),
    "when": ("equal",),
    "mark": _MARKS,
}
_RANGE = {"low": ("lowest",), "high": ("highest",)}
_LISTS = frozenset({"stances", "kinds", "qualifiers", "surfaces", "combatants", "statuses_only"})

#: Conditions of a grade and the type of their value.
_CONDITIONS: Mapping[str, type] = {
    "min_origins": int,
    "accepted": bool,
    "competing_attribution": bool,
    "status_contested": bool,
    "statuses_only": list,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its name, what the engine does for it, and why."""

    id: str
    does: str
    mark: str
    explanation: str
    source: str
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeRule:
    """A grade and the conditions under which it is given; the first that holds wins."""

    id: str
    grade: str
    mark: str
    explanation: str
    source: str
    conditions: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A declared method. ``id`` is ``name@version``."""

    name: str
    version: int
    explanation: str
    source: str
    rules: tuple[Rule, ...]
    grades: tuple[GradeRule, ...]

    @property
    def id(self) -> str:
        """``airwars@1``."""
        return f"{self.name}@{self.version}"

    def rule(self, does: str) -> Rule | None:
        """The first rule that does this."""
        return next((rule for rule in self.rules if rule.does == does), None)

    def all(self, does: str) -> tuple[Rule, ...]:
        """All rules that do this, in file order."""
        return tuple(rule for rule in self.rules if rule.does == does)


def load_method(name: str) -> Method:
    """The method ``name`` (its latest version) or ``name@version``.

    VocabularyProblem where there is none, or where its file has a mistake.
    """
    known = method_names()
    if "@" not in name:
        versions = [full for full in known if full.rpartition("@")[0] == name]
        name = max(versions, key=_version, default=name)
    if name not in known:
        raise VocabularyProblem(
            f"there is no method {name!r}{_suggestion(name, known)}",
            hint="methods: " + ", ".join(known),
        )
    return parse_method(name, method_file(name))


def _version(full: str) -> int:
    number = full.rpartition("@")[2]
    return int(number) if number.isdecimal() else -1


def _suggestion(word: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def parse_method(name: str, content: str) -> Method:
    """A method from the text of its file; VocabularyProblem says what is wrong and where."""
    try:
        raw = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise VocabularyProblem(f"method {name}: not valid TOML: {error}") from error
    _keys(f"method {name}", raw, {"about", "rule", "grade"}, {"about", "rule", "grade"})
    about = raw["about"]
    _table(f"method {name}: [about]", about)
    needed = {"name", "version", "explanation", "source"}
    _keys(f"method {name}: [about]", about, needed, needed)
    _typed(f"method {name}: [about]", about, "version", int)
    if f"{about['name']}@{about['version']}" != name:
        raise VocabularyProblem(
            f"method {name}: [about] says {about['name']}@{about['version']}",
            hint="name and version must be those of the file's name",
        )
    for section in ("rule", "grade"):
        if not isinstance(raw[section], list):
            raise VocabularyProblem(f"method {name}: write [[{section}]] for each {section}")
    rules = tuple(_rule(name, row) for row in raw["rule"])
    grades = tuple(_grade(name, row) for row in raw["grade"])
    _unique(name, [rule.id for rule in rules] + [grade.id for grade in grades])
    if not any(rule.does == "range" for rule in rules):
        raise VocabularyProblem(f"method {name}: needs a rule that does 'range'")
    if not grades or grades[-1].conditions:
        raise VocabularyProblem(
            f"method {name}: the last grade must hold always",
            hint="leave its conditions out",
        )
    return Method(
        name=str(about["name"]),
        version=about["version"],
        explanation=str(about["explanation"]),
        source=str(about["source"]),
        rules=rules,
        grades=grades,
    )


def _rule(method: str, row: object) -> Rule:
    where = f"method {method}: rule {_name(row)}"
    data = _table(where, row)
    _keys(where, data, _COMMON | {"does"} | _all_options(), _COMMON | {"does"})
    does = data["does"]
    if does not in _DOES:
        raise VocabularyProblem(
            f"{where}: the engine does not know does = {does!r}{_suggestion(str(does), _DOES)}",
            hint="it knows: " + ", ".join(_DOES),
        )
    options = _DOES[does]
    needed = {key for key, must in options.items() if must}
    _keys(where, data, _COMMON | {"does"} | set(options), _COMMON | {"does"} | needed)
    for key in options.keys() & data.keys():
        if does == "range":
            _one_of(where, key, data[key], _RANGE[key])
        elif key == "low":
            _typed(where, data, key, int)
            if data[key] < 0:
                raise VocabularyProblem(f"{where}: low must not be negative")
        else:
            _value(where, key, data[key])
    _value(where, "mark", data["mark"])
    return Rule(
        id=data["id"],
        does=does,
        mark=data["mark"],
        explanation=str(data["explanation"]),
        source=str(data["source"]),
        options=MappingProxyType({key: data[key] for key in options if key in data}),
    )


def _grade(method: str, row: object) -> GradeRule:
    where = f"method {method}: grade {_name(row)}"
    data = _table(where, row)
    _keys(where, data, _COMMON | {"grade"} | set(_CONDITIONS), _COMMON | {"grade"})
    _one_of(where, "grade", data["grade"], load("en", "grades").ids())
    _value(where, "mark", data["mark"])
    conditions = {key: data[key] for key in _CONDITIONS if key in data}
    for key in conditions:
        _typed(where, data, key, _CONDITIONS[key])
        if key in _VALUES:
            _value(where, key, data[key])
    return GradeRule(
        id=data["id"],
        grade=data["grade"],
        mark=data["mark"],
        explanation=str(data["explanation"]),
        source=str(data["source"]),
        conditions=MappingProxyType(conditions),
    )


def _all_options() -> set[str]:
    return {key for options in _DOES.values() for key in options}


def _name(row: object) -> str:
    return repr(row.get("id", "without an id")) if isinstance(row, dict) else repr(row)


def _table(where: str, row: object) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise VocabularyProblem(f"{where}: must be a table of keys and values")
    return row


def _keys(
    where: str, data: Mapping[str, Any], allowed: Collection[str], needed: Collection[str]
) -> None:
    for key in data:
        if key not in allowed:
            raise VocabularyProblem(
                f"{where}: unknown key {key!r}{_suggestion(key, allowed)}",
                hint="keys: " + ", ".join(sorted(allowed)),
            )
    for key in sorted(needed):
        if key not in data:
            raise VocabularyProblem(f"{where}: the key {key!r} is missing")


def _typed(where: str, data: Mapping[str, Any], key: str, kind: type) -> None:
    # bool is an int to Python, not to the person who wrote the file.
    if not isinstance(data[key], kind) or (kind is int and isinstance(data[key], bool)):
        names = {int: "a whole number", bool: "true or false", list: "a list"}
        raise VocabularyProblem(f"{where}: {key} must be {names[kind]}")


def _value(where: str, key: str, value: object) -> None:
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise VocabularyProblem(f"{where}: {key} must be a list of words")
        for item in value:
            if key in _VALUES:
                _one_of(where, key, item, _VALUES[key])
    elif key in _VALUES:
        _one_of(where, key, value, _VALUES[key])


def _one_of(where: str, key: str, value: object, known: Collection[str]) -> None:
    if value not in known:
        raise VocabularyProblem(
            f"{where}: {key} = {value!r} is not known{_suggestion(str(value), known)}",
            hint=f"{key} is one of: " + ", ".join(known),
        )


def _unique(method: str, ids: list[str]) -> None:
    for number, one in enumerate(ids):
        if one in ids[:number]:
            raise VocabularyProblem(f"method {method}: the id {one!r} stands twice")
