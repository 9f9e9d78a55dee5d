"""Progress bars on stderr, only where a person looks at it."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from harmledger.cli.bars_shown import SHOWN
from harmledger.cli.words import refused
from harmledger.records import Refusal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["Bars"]


class Bars:
    """A watcher for the pipeline: one bar a stage on a terminal, a line for each refusal.

    ``tell=False`` leaves out those lines.
    """

    def __init__(self, *, tell: bool = True) -> None:
        self._tell = tell
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                Progress,
                TextColumn,
                TimeElapsedColumn,
            )

            self._progress = Progress(
                TextColumn("{task.description:<8}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._progress.start()
            SHOWN.append(self._progress)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._progress is not None:
            SHOWN.remove(self._progress)
            self._progress.stop()

    def stage(self, name: str, total: int | None) -> None:
        """A new bar."""
        if self._progress is not None:
            self._task = self._progress.add_task(name, total=total)

    def step(self, count: int = 1) -> None:
        """Move the bar."""
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task, count)

    def refused(self, refusal: Refusal) -> None:
        """A line for what was left out."""
        if self._tell:
            refused(refusal)
