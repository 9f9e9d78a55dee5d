"""The folder of the evaluation data: every script that reads it is given it alike."""

from __future__ import annotations

import argparse
from pathlib import Path

__all__ = ["add_eval", "part_of", "training"]


def add_eval(parser: argparse.ArgumentParser) -> None:
    """``--eval DIR``, which has no default: the data lie beside nothing of the project."""
    parser.add_argument(
        "--eval", type=_folder, required=True, metavar="DIR", help="folder of the evaluation data"
    )


def training(about: str) -> argparse.ArgumentParser:
    """The options of a script that trains weights; the first line of ``about`` describes it."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    add_eval(parser)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="replace the weights of the package")
    return parser


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
