"""Builds the site of a book."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from harmledger.errors import HarmledgerError
from harmledger.site.book import BookLike
from harmledger.site.gather import gather
from harmledger.site.pages import other_pages, text_page
from harmledger.site.sums import FOLDERS, SUMS, as_lines
from harmledger.site.swap import heal, remove, swap_in

__all__ = ["SiteProblem", "build_site"]


class SiteProblem(HarmledgerError):
    """The site cannot be written."""

    code = "site"


def build_site(book: BookLike, *, names: bool = False) -> Path:
    """Writes ``<book>/site/`` anew and returns its path.

    ``names=False`` withholds the names of victims. The same records give the same bytes.
    The site is made in a hidden folder beside the old one and put in its place at the end: a
    kill leaves the old site or the new one, and the next call clears what it left behind.
    One process at a time (the book's writer). Errors: SiteProblem.
    """
    place = book.path / "site"
    new, aside = book.path / ".site-new", book.path / ".site-old"
    try:
        heal(place, aside)
        remove(new)
        _write(book, new, names=names)
        swap_in(new, place, aside)
    except OSError as error:
        raise SiteProblem(
            f"{place}: the site cannot be written: {error.strerror}",
            hint="check the free space and the permissions of the book's folder",
        ) from error
    return place


def _write(book: BookLike, folder: Path, *, names: bool) -> None:
    for name in (".", *FOLDERS):
        (folder / name).mkdir(parents=True, exist_ok=True)
    css = (files("harmledger.site") / "style.css").read_text(encoding="utf-8")
    sums = {"style.css": _save(folder, "style.css", css)}
    shelf = gather(book, names=names)
    for text in book.texts():
        path, html = text_page(shelf, text)
        sums[path] = _save(folder, path, html)
    for path, html in other_pages(shelf):
        sums[path] = _save(folder, path, html)
    _save(folder, SUMS, as_lines(sums))


def _save(folder: Path, path: str, content: str) -> str:
    """Writes a file; the SHA-256 of its bytes."""
    # Bytes, not text mode: line ends stay as they are on every system. What UTF-8 cannot
    # hold has been replaced by show(); "replace" only guards words that did not pass there.
    raw = content.encode("utf-8", "replace")
    (folder / path).write_bytes(raw)
    return sha256(raw).hexdigest()
