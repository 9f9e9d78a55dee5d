"""Methods as data: rules and grades in the order in which they are carried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["GradeRule", "Method", "Rule"]


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

    @property
    def high(self) -> str:
        """How the high follows from the figures: ``highest``, or ``lowest`` for one number."""
        ranging = self.rule("range")
        return str(ranging.options["high"]) if ranging else "highest"

    def rule(self, does: str) -> Rule | None:
        """The first rule that does this."""
        return next((rule for rule in self.rules if rule.does == does), None)

    def all(self, does: str) -> tuple[Rule, ...]:
        """All rules that do this, in file order."""
        return tuple(rule for rule in self.rules if rule.does == does)
