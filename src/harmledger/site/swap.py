"""Puts a finished folder in the place of an old one, so that a reader sees one or the other.

Linux and macOS can exchange two folders in one step. Elsewhere the old folder is set aside
first, and what a kill between those two steps leaves is put right by :func:`heal`.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

__all__ = ["heal", "remove", "swap_in"]

_HERE = -100  # AT_FDCWD on Linux
_EXCHANGE = 2  # RENAME_EXCHANGE (Linux) and RENAME_SWAP (macOS)


def remove(path: Path) -> None:
    """Removes a folder, or a link in its place, without following links."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def heal(place: Path, aside: Path) -> None:
    """Undoes half a swap: an old folder that was set aside goes back, or goes away."""
    if os.path.lexists(aside):
        if os.path.lexists(place):
            remove(aside)
        else:
            aside.rename(place)


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two paths in one step; False where the system cannot."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            result = libc.renamex_np(os.fsencode(one), os.fsencode(other), _EXCHANGE)
        else:
            result = libc.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    except (OSError, AttributeError, TypeError):
        return False
    return int(result) == 0


def swap_in(new: Path, place: Path, aside: Path) -> None:
    """``new`` becomes ``place``; what stood there is removed. All three share a parent."""
    if not os.path.lexists(place):
        new.rename(place)
        return
    if _exchange(new, place):
        remove(new)
        return
    place.rename(aside)
    new.rename(place)
    remove(aside)
