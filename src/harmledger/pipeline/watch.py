"""How a long job tells what it is doing, without knowing who listens."""

from __future__ import annotations

from typing import Protocol

from harmledger.records import Refusal

__all__ = ["Silent", "Watcher"]


class Watcher(Protocol):
    """Told of each stage, of its steps, and of what is left out."""

    def stage(self, name: str, total: int | None) -> None:
        """A stage begins; ``total`` steps, None where nobody knows yet."""

    def step(self, count: int = 1) -> None:
        """So many steps of the stage are done."""

    def refused(self, refusal: Refusal) -> None:
        """An input was left out."""


class Silent:
    """A watcher that says nothing."""

    def stage(self, name: str, total: int | None) -> None:
        """Nothing."""

    def step(self, count: int = 1) -> None:
        """Nothing."""

    def refused(self, refusal: Refusal) -> None:
        """Nothing."""
