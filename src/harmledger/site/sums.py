"""The list of a site's files with their SHA-256, as ``sha256sum -c`` reads it.

It finds what was changed by accident or by hand on the way; who can change a page and this
list together is found out by the book, of which the site is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

__all__ = ["FOLDERS", "SUMS", "as_lines", "check_sums", "listed_in"]

SUMS = "SHA256SUMS"

#: The folders of a site, also where nothing is in them.
FOLDERS = ("texts", "families", "incidents", "tolls")

_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")


def as_lines(sums: Mapping[str, str]) -> str:
    """The list: a line for each path below the site and the SHA-256 of its bytes."""
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))


def check_sums(root: Path) -> Iterator[str]:
    """Files that are altered, missing or not listed, one line each."""
    try:
        lines = (root / SUMS).read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        yield f"{SUMS}: cannot be read; build the site again"
        return
    found = [_LINE.fullmatch(line) for line in lines]
    if not all(found):
        yield f"{SUMS}: holds a line that names no file; build the site again"
    listed = {line[2]: line[1] for line in found if line}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() or not path.is_file() or name == SUMS:
            continue
        if (should := listed.pop(name, None)) is None:
            yield f"{name}: is not listed in {SUMS}"
        elif sha256(path.read_bytes()).hexdigest() != should:
            yield f"{name}: was altered after the site was built"
    for name in sorted(listed):
        if not (root / name).is_symlink():
            yield f"{name}: is missing"


def listed_in(root: Path) -> frozenset[str]:
    """The files of the site in a folder, the list itself among them; none where the list is not
    that of a site: others keep lists of this name, too."""
    try:
        lines = (root / SUMS).read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return frozenset()
    listed = {line[2] for line in map(_LINE.fullmatch, lines) if line}
    if not {"index.html", "methods.html", "reports.html"} <= listed:
        return frozenset()
    return frozenset((*listed, SUMS))
