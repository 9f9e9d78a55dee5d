"""The progress bars on the terminal now: a line for a person is printed above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["SHOWN", "print_above"]

#: The bars that were begun and not ended, the last on top.
SHOWN: list[Progress] = []


def print_above(line: str) -> bool:
    """Print a line above the bars; False where none are shown."""
    if not SHOWN:
        return False
    SHOWN[-1].console.print(line, markup=False, highlight=False, soft_wrap=True)
    return True
