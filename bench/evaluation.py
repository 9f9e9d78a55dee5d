"""The folder of the evaluation data: every script that reads it is given it alike."""

from __future__ import annotations

import argparse
from pathlib import Path

__all__ = ["add_eval", "part_of"]


def add_eval(parser: argparse.ArgumentParser) -> None:
    """``--eval DIR``, which has no default: the data lie beside nothing of the project."""
    parser.add_argument(
        "--eval", type=_folder, required=True, metavar="DIR", help="folder of the evaluation data"
    )


def part_of(folder: Path, name: str) -> Path:
    """A file or folder of the data; SystemExit where it is not there."""
    path = folder / name
    if not path.exists():
        raise SystemExit(f"{folder}: no {name} in it; give the folder with --eval")
    return path


def _folder(words: str) -> Path:
    path = Path(words)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{words}: no such folder")
    return path
