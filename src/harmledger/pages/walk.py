"""Finds files: folders in sorted order, links followed with care, nothing opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from harmledger.pages.source import Source, one_line, refuse
from harmledger.records import Refusal

__all__ = ["find_files", "nothing_there"]

_FileKey = tuple[int, int]


def find_files(paths: Sequence[str | Path], root: Path | None = None) -> Iterator[Source | Refusal]:
    """Every file below ``paths``, in the order given and sorted by name within a folder.

    Relative paths are looked up below ``root`` where it is given. A path given twice, a
    link back into the walk and anything that is not a file or folder give a Refusal.
    """
    given: set[_FileKey] = set()
    for path in paths:
        shown = Path(path).as_posix()
        place = Path(path) if root is None else root / path
        try:
            about = place.stat()
        except (OSError, ValueError) as error:
            yield _no_access(shown, place, error)
            continue
        key = (about.st_dev, about.st_ino)
        if key in given:
            yield refuse(shown, "given-twice", "was given twice; read once", severity="skipped")
            continue
        given.add(key)
        if stat.S_ISDIR(about.st_mode):
            yield from _folder(place, shown)
        elif stat.S_ISREG(about.st_mode):
            name = one_line(place.name)
            yield Source(path=place, document=name, shown=shown, explicit=True)
        else:
            yield _special(shown, about.st_mode)


def nothing_there(paths: Sequence[str | Path], root: Path | None = None) -> tuple[Refusal, ...]:
    """Why not one file is to be read below ``paths``; empty as soon as there is one."""
    why = []
    for found in find_files(paths, root):
        if isinstance(found, Source):
            return ()
        why.append(found)
    return tuple(why)


def _folder(top: Path, shown: str) -> Iterator[Source | Refusal]:
    base = Path(os.path.realpath(top))
    about = top.stat()
    walked: set[_FileKey] = {(about.st_dev, about.st_ino)}
    found_file = False
    # a stack, not recursion: folders may lie deeper than Python calls may
    stack: list[tuple[str, str, bool]] = [(str(top), "", False)]
    while stack:
        place, below, is_file = stack.pop()
        name = f"{shown.rstrip('/')}/{below}" if below else shown
        if is_file:
            found_file = True
            yield Source(path=Path(place), document=one_line(below), shown=name, explicit=False)
            continue
        try:
            with os.scandir(place) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield _no_access(name, Path(place), error)
            # said already why nothing was found here
            found_file = found_file or not below
            continue
        names = {entry.name for entry in entries}
        if below and {"ledger.db", "archive"} <= names:
            yield refuse(name, "book", "a book of harmledger; not read", severity="skipped")
            continue
        inside: list[tuple[str, str, bool]] = []
        for entry in entries:
            path = f"{below}/{entry.name}" if below else entry.name
            step = _step(entry, f"{shown.rstrip('/')}/{path}", names, base, walked)
            if isinstance(step, Refusal):
                yield step
            else:
                inside.append((entry.path, path, step))
        stack.extend(reversed(inside))
    if not found_file:
        yield refuse(
            shown, "empty-folder", "no report lies in this folder", hint="give a folder of reports"
        )


def _step(
    entry: os.DirEntry[str], shown: str, siblings: set[str], base: Path, walked: set[_FileKey]
) -> bool | Refusal:
    """True for a file to read, False for a folder to walk, or why neither."""
    try:
        about = entry.stat()
    except OSError as error:
        return _no_access(shown, Path(entry.path), error)
    is_folder = stat.S_ISDIR(about.st_mode)
    if not is_folder and not stat.S_ISREG(about.st_mode):
        return _special(shown, about.st_mode)
    if entry.name.startswith("."):
        return refuse(shown, "hidden", "hidden; not read", severity="skipped")
    if not is_folder:
        return True
    stem = entry.name.removesuffix("_files")
    if stem != entry.name and {f"{stem}.html", f"{stem}.htm"} & siblings:
        message = f"parts of the saved page {stem}; not read"
        return refuse(shown, "saved-parts", message, severity="skipped")
    if entry.is_symlink():
        real = Path(os.path.realpath(entry.path))
        if real == base or real in base.parents or base in real.parents:
            contains = (about.st_dev, about.st_ino) in walked
            message = "a link to a folder that contains it" if contains else "a link into the walk"
            return refuse(
                shown,
                "link-loop",
                f"{message}; not followed",
                hint="remove the link",
                severity="problem" if contains else "skipped",
            )
        if (about.st_dev, about.st_ino) in walked:
            message = "a link to a folder read before; not followed"
            return refuse(shown, "link-again", message, severity="skipped")
    walked.add((about.st_dev, about.st_ino))
    return False


def _special(shown: str, mode: int) -> Refusal:
    kinds = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"))
    kind = next((name for test, name in kinds if test(mode)), "neither a file nor a folder")
    return refuse(shown, "not-a-file", f"is {kind}; not read", hint="save the report as a file")


def _no_access(shown: str, place: Path, error: OSError | ValueError) -> Refusal:
    if os.path.islink(place):  # noqa: PTH114 - Path.is_symlink raises for too long a path
        return refuse(
            shown, "dangling-link", "a link that leads nowhere", hint="remove or mend the link"
        )
    if isinstance(error, FileNotFoundError):
        return refuse(shown, "missing", "there is no such file or folder", hint="check the path")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return refuse(shown, "unreadable", f"cannot be read: {reason}", hint="check its permissions")
