"""RSS and Atom files: one page an entry, each a small feed that stands for itself."""

from __future__ import annotations

import copy
import html.entities
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from harmledger.errors import InputRefused
from harmledger.pages.limits import read_bounded
from harmledger.pages.options import InputOptions
from harmledger.pages.source import Source, Stream, capture
from harmledger.records import Capture, Given, Refusal

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["parse_xml", "read_feed"]

_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DATES = ("published", "pubdate", "date", "issued", "updated", "modified")


def parse_xml(content: bytes) -> _Element:
    """A tree from XML: no entity is expanded, no DTD or network address is loaded.

    Entities that HTML has and XML lacks are common in feeds, so they are spelled out for a
    second try; a third mends what it can. InputRefused where even that finds no tree.
    """
    from lxml import etree

    spelled = _ENTITY.sub(_number, content)
    for text, recover in ((content, False), (spelled, False), (spelled, True)):
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=recover,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(text, parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        # lxml gives None for a tree past mending, whatever its stub says
        if isinstance(root, etree._Element):
            # an entity that the file declares itself may stand for anything: it goes
            etree.strip_elements(root, etree.Entity, with_tail=False)
            return root
    raise InputRefused("bad-xml", "is not XML", hint="save the feed again")


def _number(match: re.Match[bytes]) -> bytes:
    """The characters of an entity of HTML as numbers; a space for one nobody knows."""
    name = match[1].decode("ascii")
    if name in _OF_XML:
        return match[0]
    characters = html.entities.html5.get(f"{name};", " ")
    return b"".join(b"&#%d;" % ord(character) for character in characters)


def read_feed(stream: Stream, source: Source, options: InputOptions) -> Iterator[Capture | Refusal]:
    """One page an entry, in the order of the file."""
    from lxml import etree

    root = parse_xml(read_bounded(stream, options.max_bytes))
    is_atom = _local(root) == "feed"
    head = root if is_atom else next(_named(root, "channel"), root)
    title, lang = _text(head, "title"), _text(head, "language")
    entries = [node for node in root.iter() if _local(node) in {"item", "entry"}]
    if not entries:
        raise InputRefused("no-entries", "a feed without entries", hint="save the feed again")
    shared = _shared(head)
    for number, entry in enumerate(entries, start=1):
        address = _link(entry)
        name = address or _text(entry, "guid") or _text(entry, "id") or str(number)
        media_type = "application/atom+xml" if is_atom else "application/rss+xml"
        published = next((value for tag in _DATES if (value := _text(entry, tag))), None)
        yield capture(
            etree.tostring(_alone(root, head, shared, entry, is_atom), encoding="utf-8"),
            source,
            media_type,
            document=name if name != str(number) else f"{source.document}:{number}",
            member=name,
            url=address,
            given=Given(
                title=_text(entry, "title"),
                publisher=title,
                byline=_text(entry, "creator") or _author(entry),
                published_at=published,
                lang=lang,
            ),
        )


def _shared(head: _Element) -> list[_Element]:
    """What every entry keeps of its feed: the first title and the first language.

    Looked up once: a feed may have as many entries as its author likes.
    """
    found = (_first(head, tag) for tag in ("title", "language"))
    return [node for node in found if node is not None]


def _first(node: _Element, name: str) -> _Element | None:
    return next((child for child in node if _local(child) == name), None)


def _alone(
    root: _Element, head: _Element, shared: list[_Element], entry: _Element, is_atom: bool
) -> _Element:
    """A feed that holds ``shared``, of its head, and this one entry."""
    from lxml import etree

    whole = etree.Element(root.tag, nsmap=cast("dict[str, str]", root.nsmap))
    holder = whole
    if not is_atom:
        if _local(root) != "RDF":
            whole.set("version", "2.0")
        holder = etree.SubElement(whole, head.tag if head is not root else "channel")
    for node in shared:
        holder.append(_copy(node))
    # in RSS 1.0 items stand beside the channel
    (whole if entry.getparent() is root else holder).append(_copy(entry))
    return whole


def _copy(node: _Element) -> _Element:
    twin = copy.deepcopy(node)
    twin.tail = None
    return twin


def _local(node: _Element) -> str:
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _named(node: _Element, name: str) -> Iterator[_Element]:
    return (child for child in node.iter() if _local(child) == name)


def _child(node: _Element, name: str) -> _Element | None:
    return next((child for child in node if _local(child).lower() == name), None)


def _text(node: _Element, name: str) -> str | None:
    child = _child(node, name)
    if child is None:
        return None
    text = " ".join("".join(str(part) for part in child.itertext()).split())
    return text or None


def _author(entry: _Element) -> str | None:
    author = _child(entry, "author")
    if author is None:
        return None
    return _text(author, "name") or _text(entry, "author")


def _link(entry: _Element) -> str | None:
    """The entry's own address: a page's, never a picture's or a feed's."""
    for link in entry:
        if _local(link) == "link":
            address = (link.get("href") or link.text or "").strip()
            if address and link.get("rel", "alternate") == "alternate":
                return address
    guid = _text(entry, "guid") or _text(entry, "id")
    return guid if guid and guid.startswith(("http://", "https://")) else None
