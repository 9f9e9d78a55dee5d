"""Where the bundled case lies."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["CASE_TITLE", "case_paths"]

CASE_TITLE = "Air strike on the hospital in Kunduz, Afghanistan, 3 October 2015"


def case_paths() -> list[Path]:
    """The folder of the bundled reports, as a list to hand to a reader of pages."""
    return [Path(str(files("harmledger.demo").joinpath("case")))]
