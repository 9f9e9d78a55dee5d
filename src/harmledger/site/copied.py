"""Copies a finished site to a folder of its own, for a web server or a stick."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from harmledger.errors import UsageProblem
from harmledger.site.build import SiteProblem
from harmledger.site.foreign import foreign_in, take_over
from harmledger.site.sums import listed_in
from harmledger.site.swap import heal, remove, swap_in

__all__ = ["copy_site"]


def copy_site(site: Path, out: Path) -> list[str]:
    """Puts a copy of ``site`` in the place of ``out``.

    ``out`` is new, an empty folder, or an earlier copy, of which every file that its list names
    is replaced. What else lies in it (``.git``, ``CNAME``) stays, and is returned as paths below
    ``out``; no other folder is ever touched. Errors: UsageProblem (another folder, one inside the
    book, or a file there that has the name of a page), SiteProblem (it cannot be written).
    """
    place, book = out.resolve(), site.resolve().parent
    if place == book or book in place.parents or place in book.parents:
        raise UsageProblem(
            f"{out}: lies inside the book, or the book in it",
            hint="give a folder beside the book; the book's own site/ is built without OUT",
        )
    if place.exists() and not listed_in(place) and not _empty(place):
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
        foreign = foreign_in(place, listed_in(place)) if place.exists() else []
        taken = [name for name in foreign if os.path.lexists(new / name)]
        if taken:
            remove(new)
            raise UsageProblem(
                f"{out}: {taken[0]} was put there by somebody, and a page of the site is called so",
                hint="move it away; nothing in this folder was changed",
            )
        # Copied and not moved: a kill before the last step leaves everything where it was.
        take_over(place, new, foreign)
        swap_in(new, place, aside)
    except OSError as error:
        raise SiteProblem(
            f"{out}: the site cannot be written: {error.strerror or error}",
            hint="check the free space and the permissions of the folder",
        ) from error
    return foreign


def _empty(place: Path) -> bool:
    return place.is_dir() and next(place.iterdir(), None) is None
