"""What lies in a copy of a site that is not of it, such as ``.git`` and ``CNAME``."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Set
from pathlib import Path

from harmledger.site.sums import FOLDERS

__all__ = ["foreign_in", "take_over"]


def foreign_in(root: Path, listed: Set[str]) -> list[str]:
    """Paths below ``root`` that are not ``listed``, by name.

    A folder that is none of a site's is one path, whatever it holds: also what is empty in it may
    mean something. Links are not followed.
    """
    homes = {above.as_posix() for name in listed for above in Path(name).parents} | {*FOLDERS}
    found: list[str] = []
    todo = [root]
    while todo:
        for path in todo.pop().iterdir():
            name = path.relative_to(root).as_posix()
            if path.is_symlink() or not path.is_dir():
                found += [name] * (name not in listed or path.is_symlink())
            elif name in homes:
                todo.append(path)
            else:
                found.append(name)
    return sorted(found)


def take_over(old: Path, new: Path, names: Iterable[str]) -> None:
    """Copies these paths below one folder to the same places below another; links as links."""
    for name in names:
        source, target = old / name, new / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir() and not source.is_symlink():
            shutil.copytree(source, target, symlinks=True)
        else:
            shutil.copy2(source, target, follow_symlinks=False)
