"""Copies a finished site to a folder of its own, for a web server or a stick."""

from __future__ import annotations

import shutil
from pathlib import Path

from harmledger.errors import UsageProblem
from harmledger.site.build import SiteProblem
from harmledger.site.sums import is_of_site
from harmledger.site.swap import heal, remove, swap_in

__all__ = ["copy_site"]


def copy_site(site: Path, out: Path) -> Path:
    """Puts a copy of ``site`` in the place of ``out`` and returns ``out``.

    ``out`` is new, an empty folder, or an earlier copy, which is replaced as a whole; no other
    folder is ever touched. Errors: UsageProblem (another folder, or one inside the book),
    SiteProblem (it cannot be written).
    """
    place, book = out.resolve(), site.resolve().parent
    if place == book or book in place.parents or place in book.parents:
        raise UsageProblem(
            f"{out}: lies inside the book, or the book in it",
            hint="give a folder beside the book; the book's own site/ is built without OUT",
        )
    if place.exists() and not _ours(place):
        raise UsageProblem(
            f"{out}: holds something that is no site of harmledger",
            hint="give a new or empty folder; nothing in this one was changed",
        )
    new, aside = (place.with_name(f".{place.name}-{which}") for which in ("new", "old"))
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        heal(place, aside)
        remove(new)
        shutil.copytree(site, new)
        swap_in(new, place, aside)
    except OSError as error:
        raise SiteProblem(
            f"{out}: the site cannot be written: {error.strerror}",
            hint="check the free space and the permissions of the folder",
        ) from error
    return out


def _ours(place: Path) -> bool:
    if not place.is_dir():
        return False
    return is_of_site(place) or next(place.iterdir(), None) is None
