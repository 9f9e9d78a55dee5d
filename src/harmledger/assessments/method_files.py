"""Methods read from their files, checked against the schema, and explained when wrong."""

from __future__ import annotations

import re
import tomllib
from types import MappingProxyType

from harmledger.assessments.method import GradeRule, Method, Rule
from harmledger.assessments.schema import (
    COMMON,
    CONDITIONS,
    DOES,
    RANGE,
    VALUES,
    all_options,
    check_keys,
    check_known,
    check_order,
    check_repeats,
    check_table,
    check_type,
    check_unique,
    check_value,
    row_name,
)
from harmledger.errors import VocabularyProblem, did_you_mean
from harmledger.vocabulary import TOML_HINT, load, method_file, method_names

__all__ = ["load_method", "parse_method"]


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
            f"there is no method {name!r}{did_you_mean(name, known)}",
            hint="methods: " + ", ".join(known),
        )
    return parse_method(name, method_file(name))


def _version(full: str) -> int:
    number = full.rpartition("@")[2]
    return int(number) if number.isdecimal() else -1


def parse_method(name: str, content: str, *, own: bool = False) -> Method:
    """A method from the text of its file; VocabularyProblem says what is wrong and where.

    ``own``: a user's file, whose name need not be that of the method in it.
    """
    try:
        raw = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise VocabularyProblem(
            f"method {name}: not valid TOML: {error}", hint=TOML_HINT
        ) from error
    check_keys(f"method {name}", raw, {"about", "rule", "grade"}, {"about", "rule", "grade"})
    about = raw["about"]
    check_table(f"method {name}: [about]", about)
    needed = {"name", "version", "explanation", "source"}
    check_keys(f"method {name}: [about]", about, needed, needed)
    check_type(f"method {name}: [about]", about, "version", int)
    if own and not re.fullmatch(r"[a-z][a-z0-9_-]{0,40}", str(about["name"])):
        raise VocabularyProblem(
            f"method {name}: [about] name must be a word of small letters, digits, - and _"
        )
    if not own and f"{about['name']}@{about['version']}" != name:
        raise VocabularyProblem(
            f"method {name}: [about] says {about['name']}@{about['version']}",
            hint="name and version must be those of the file's name",
        )
    for section in ("rule", "grade"):
        if not isinstance(raw[section], list):
            raise VocabularyProblem(f"method {name}: write [[{section}]] for each {section}")
    rules = tuple(_rule(name, row) for row in raw["rule"])
    grades = tuple(_grade(name, row) for row in raw["grade"])
    check_unique(name, [rule.id for rule in rules] + [grade.id for grade in grades])
    if not any(rule.does == "range" for rule in rules):
        raise VocabularyProblem(f"method {name}: needs a rule that does 'range'")
    check_repeats(name, rules)
    check_order(name, grades)
    return Method(
        name=str(about["name"]),
        version=about["version"],
        explanation=str(about["explanation"]),
        source=str(about["source"]),
        rules=rules,
        grades=grades,
    )


def _rule(method: str, row: object) -> Rule:
    where = f"method {method}: rule {row_name(row)}"
    data = check_table(where, row)
    # Without a rule's kind any key may be meant; with it only those of that kind.
    does = data.get("does")
    if not isinstance(does, str) or does not in DOES:
        check_keys(where, data, COMMON | {"does"} | all_options(), COMMON | {"does"})
        raise VocabularyProblem(
            f"{where}: the engine does not know does = {does!r}{did_you_mean(str(does), DOES)}",
            hint="it knows: " + ", ".join(DOES),
        )
    options = DOES[does]
    needed = {key for key, must in options.items() if must}
    check_keys(where, data, COMMON | {"does"} | set(options), COMMON | {"does"} | needed)
    for key in options.keys() & data.keys():
        if does == "range":
            check_known(where, key, data[key], RANGE[key])
        elif key in DOES["only"] and not data[key]:
            raise VocabularyProblem(f"{where}: {key} must not be empty: then nothing is assessed")
        elif key == "low":
            check_type(where, data, key, int)
            if data[key] < 0:
                raise VocabularyProblem(f"{where}: low must not be negative")
        elif key == "times":
            check_type(where, data, key, int)
            if data[key] < 2:
                raise VocabularyProblem(f"{where}: times must be 2 or more")
        elif key == "within":
            check_type(where, data, key, int)
            if data[key] < 0:
                raise VocabularyProblem(f"{where}: within must not be negative")
        else:
            check_value(where, key, data[key])
    check_value(where, "mark", data["mark"])
    return Rule(
        id=data["id"],
        does=does,
        mark=data["mark"],
        explanation=str(data["explanation"]),
        source=str(data["source"]),
        options=MappingProxyType({key: data[key] for key in options if key in data}),
    )


def _grade(method: str, row: object) -> GradeRule:
    where = f"method {method}: grade {row_name(row)}"
    data = check_table(where, row)
    check_keys(where, data, COMMON | {"grade"} | set(CONDITIONS), COMMON | {"grade"})
    check_known(where, "grade", data["grade"], load("en", "grades").ids())
    check_value(where, "mark", data["mark"])
    conditions = {key: data[key] for key in CONDITIONS if key in data}
    for key in conditions:
        check_type(where, data, key, CONDITIONS[key])
        if key == "min_origins" and data[key] < 1:
            raise VocabularyProblem(f"{where}: min_origins must be 1 or more")
        if key in VALUES:
            check_value(where, key, data[key])
    return GradeRule(
        id=data["id"],
        grade=data["grade"],
        mark=data["mark"],
        explanation=str(data["explanation"]),
        source=str(data["source"]),
        conditions=MappingProxyType(conditions),
    )
