"""A page's own address, and the one of another site that it names as its first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from harmledger.vocabulary import load

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["addresses"]


def addresses(
    tree: HtmlElement, shown: str | None, fetched: str | None
) -> tuple[str | None, str | None]:
    """The page's own address, and the address of another site that it points to, if any.

    ``shown``: what og:url says; ``fetched``: where the page was taken from. A page that states
    an address of its own site stands there, however it was fetched. One that was taken from an
    archive stands where it was archived from.
    """
    links = [
        node.get("href") or ""
        for node in tree.iter("link")
        if (node.get("rel") or "").lower() == "canonical"
    ]
    written = [one.strip() for one in (*links, shown or "") if one.strip()]
    stated = [full for one in written if (full := _report(one, fetched))]
    if not stated:
        return fetched, None
    own = fetched if _site(fetched) and not _is_mirror(fetched) else stated[-1]
    here = next((one for one in stated if _site(one) == _site(own)), own)
    there = next((one for one in stated if _site(one) != _site(own)), None)
    return here, there


def _report(address: str, fetched: str | None) -> str | None:
    """The full address of a report; None for one that only names the site: a template's mistake."""
    try:
        joined = urljoin(fetched or "", address)
        parts = urlsplit(joined)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme in {"http", "https"} and host and (parts.path.strip("/") or parts.query):
        return joined
    return None


def _host(address: str | None) -> str:
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def _site(address: str | None) -> str:
    """The name by which a site is known: bbc of www.bbc.co.uk and of bbc.com."""
    labels = _host(address).split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _hosts("shared"):
        labels = labels[:-1]
    return labels[-1] if labels else _host(address)


def _is_mirror(address: str | None) -> bool:
    host = _host(address)
    return any(host == one or host.endswith("." + one) for one in _hosts("mirrors"))


@cache
def _hosts(key: str) -> frozenset[str]:
    return frozenset(load("en", "credits")["address"].words(key))
