"""A hash of the code and words that make a kind of record: a change of either makes it anew."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from harmledger.pipeline.marks import digest

__all__ = ["code_of"]


@cache
def code_of(*rooms: str) -> str:
    """The hash of all files of these rooms of the package, in hex digits.

    ``vocabulary`` among them lets a corrected term reach books that were made before.
    """
    found = sorted(_files(files("harmledger"), rooms))
    return digest(part for name, content in found for part in (name.encode(), content))


def _files(folder: Traversable, names: Iterable[str], above: str = "") -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for name in names:
        item = folder / name
        path = f"{above}{name}"
        if item.is_dir():
            inside = [child.name for child in item.iterdir() if child.name != "__pycache__"]
            found.extend(_files(item, inside, f"{path}/"))
        elif item.is_file():
            found.append((path, item.read_bytes()))
    return found
