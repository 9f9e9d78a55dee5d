"""Checks a site without building it: links, marks, quotes, and that nothing runs or loads."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from harmledger.site.readback import Reading
from harmledger.site.sums import SUMS, check_sums

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["verify_site"]

_FORBIDDEN = frozenset(
    (
        *("script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "form"),
        *("input", "button", "textarea", "select", "audio", "video", "source", "track", "img"),
        *("image", "picture", "portal", "foreignobject", "style", "use", "feimage", "set"),
        *("animate", "animatetransform", "animatemotion"),
    )
)
_LOADS = frozenset(
    ("src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "manifest")
)
#: Attributes of shapes that may name a resource.
_PAINTS = ("fill", "stroke", "filter", "mask", "clip-path", "marker", "cursor")
_POLICY = "default-src 'none'"


class _Site:
    """What is collected on the way through all pages, and checked at the end."""

    def __init__(self) -> None:
        self.ids: dict[str, set[str]] = {}
        self.links: dict[tuple[str, str], str] = {}
        self.marks: dict[str, str] = {}
        self.quotes: defaultdict[str, dict[str, str]] = defaultdict(dict)


def verify_site(folder: str | Path) -> Iterator[str]:
    """Problems of the site in ``folder``, one line each; none where all is well.

    Every internal link and fragment resolves; every id stands once on its page; the text of
    every mark is not empty and equals each quote shown for it; no script, no event handler,
    nothing loaded but the stylesheet; links that lead outside are http(s) and carry
    ``rel="noreferrer nofollow"``; and every file is as it was built.
    """
    root = Path(folder)
    if not (root / "index.html").is_file():
        yield f"{root}: there is no site here: index.html is missing"
        return
    site = _Site()
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            yield f"{name}: is a link; a site holds only its own files"
        elif path.suffix == ".html":
            yield from _page(path, name, site)
        elif path.suffix == ".css":
            yield from _stylesheet(path, name)
        elif path.is_file() and name != SUMS:
            yield f"{name}: does not belong to a site"
    yield from _resolve(root, site)
    yield from check_sums(root)


def _page(path: Path, name: str, site: _Site) -> Iterator[str]:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    try:
        tree = document_fromstring(
            path.read_bytes(), parser=HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except (LxmlError, OSError, ValueError) as error:
        yield f"{name}: cannot be read: {error}"
        return
    ids: set[str] = set()
    policy = False
    reading = Reading()
    pieces: defaultdict[str, list[str]] = defaultdict(list)
    for element in tree.iter("*"):
        tag = element.tag.rpartition("}")[2].lower()
        if tag in _FORBIDDEN:
            yield f"{name}: has a <{tag}>"
        if tag == "meta":
            kind = (element.get("http-equiv") or "").lower()
            if kind == "content-security-policy":
                policy = _POLICY in (element.get("content") or "")
            elif kind:
                yield f'{name}: has a <meta http-equiv="{kind}">'
        yield from _attributes(element, tag, name, site)
        own = element.get("id")
        if own is not None:
            if own in ids:
                yield f"{name}: the id {own!r} stands twice"
            ids.add(own)
        for claim in (element.get("data-c") or "").split():
            if (words := reading.read(element)) is not None:
                pieces[claim].append(words)
        shown = element.get("data-quote")
        if shown is not None and (words := reading.read(element)) is not None:
            site.quotes[shown].setdefault(words, name)
    yield from (f"{name}: {fault}" for fault in reading.faults)
    site.ids[name] = ids
    if not policy:
        yield f"{name}: has no content security policy"
    for claim, parts in pieces.items():
        text = "".join(parts)
        if not text:
            yield f"{name}: the mark of claim {claim} is empty"
        if f"c-{claim}" not in ids:
            yield f"{name}: claim {claim} has a mark but no anchor"
        if claim in site.marks:
            yield f"{name}: claim {claim} is marked on two pages"
        site.marks[claim] = text


def _attributes(element: HtmlElement, tag: str, name: str, site: _Site) -> Iterator[str]:
    for raw, value in element.attrib.items():
        key = str(raw).rpartition("}")[2].rpartition(":")[2].lower()
        if key.startswith("on"):
            yield f"{name}: <{tag}> has the event handler {key}"
        elif key in _LOADS:
            yield f"{name}: <{tag}> loads something by {key}"
        elif key == "style":
            yield f"{name}: <{tag}> has a style of its own"
        elif key == "href":
            yield from _link(element, tag, str(value), name, site)
        elif key.startswith(_PAINTS) and "url(" in value and not value.startswith("url(#"):
            yield f"{name}: <{tag}> loads something by {key}"


def _link(element: HtmlElement, tag: str, href: str, name: str, site: _Site) -> Iterator[str]:
    rel = set((element.get("rel") or "").lower().split())
    if tag == "link" and href == "data:,":
        return
    try:
        parts = urlsplit(href)
    except ValueError:
        yield f"{name}: <{tag}> has a link that is no address: {href!r}"
        return
    if parts.scheme or parts.netloc:
        if tag != "a" or parts.scheme not in ("http", "https"):
            yield f"{name}: <{tag}> leads outside: {href!r}"
        elif not {"noreferrer", "nofollow"} <= rel:
            yield f"{name}: an outside link lacks rel=noreferrer nofollow: {href!r}"
        return
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    site.links.setdefault((target, unquote(parts.fragment)), name)


def _stylesheet(path: Path, name: str) -> Iterator[str]:
    content = path.read_text(encoding="utf-8", errors="replace").lower()
    for sign in ("@import", "url(", "expression(", "image-set("):
        if sign in content:
            yield f"{name}: loads something by {sign}"


def _resolve(root: Path, site: _Site) -> Iterator[str]:
    for (target, fragment), origin in sorted(site.links.items()):
        if target.startswith(("..", "/")):
            yield f"{origin}: a link leaves the site: {target}"
        elif target in site.ids:
            if fragment and fragment not in site.ids[target]:
                yield f"{origin}: a link leads nowhere: {target}#{fragment}"
        elif not (root / target).is_file():
            yield f"{origin}: a link leads nowhere: {target}"
    for claim, quotes in sorted(site.quotes.items()):
        marked = site.marks.get(claim)
        for quote, name in sorted(quotes.items()):
            if marked is None:
                yield f"{name}: claim {claim} is quoted but marked nowhere"
            elif quote != marked:
                yield f"{name}: the quote of claim {claim} is not the marked text: {quote!r}"
