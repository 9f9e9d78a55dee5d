"""Metadata of an HTML page: JSON-LD first, then meta tags, then what the page shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from harmledger.texts.addresses import addresses
from harmledger.texts.blocks import byline_of
from harmledger.texts.dates import iso_date, url_date
from harmledger.texts.facts import Facts
from harmledger.texts.jsonld import json_ld, kind_of, string_of
from harmledger.texts.lang import language_code
from harmledger.texts.pagedates import meta_date, shown_date
from harmledger.texts.titles import without_site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_meta"]

_ARTICLES = re.compile(r"Article|BlogPosting|Report|WebPage|LiveBlogPosting", re.I)
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_SITES = ("og:site_name", "publisher", "application-name", "dc.publisher", "twitter:site")
_AUTHORS = ("author", "parsely-author", "sailthru.author", "dc.creator", "article:author", "byl")


def read_meta(tree: HtmlElement, url: str | None) -> Facts:
    """Facts of a page; nothing is guessed: a date that is not stated stays None."""
    facts = Facts(url=url)
    metas = _metas(tree)
    linked = list(json_ld(tree))
    article = next((node for node in linked if _ARTICLES.search(kind_of(node))), {})
    facts.url, facts.canonical = addresses(tree, metas.get("og:url"), url)
    facts.lang = _lang(tree)
    facts.publisher = _publisher(article, metas, facts.url)
    facts.title = _title(tree, article, metas, facts.publisher)
    facts.byline = _byline(tree, article, metas, facts.publisher)
    facts.lede = _clean(metas.get("og:description") or metas.get("description"))
    facts.add_date(iso_date(string_of(article.get("datePublished"))), "json-ld")
    facts.add_date(meta_date(tree, metas), "meta")
    facts.add_date(url_date(facts.url) or url_date(url), "url")
    facts.add_date(shown_date(tree), "text")
    return facts


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = (node.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _lang(tree: HtmlElement) -> str | None:
    root = tree.getroottree().getroot()
    for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
        code = language_code(root.get(name))
        if code:
            return code
    return None


def _publisher(article: dict[str, Any], metas: dict[str, str], url: str | None) -> str | None:
    stated = string_of(article.get("publisher"))
    if stated and not stated.startswith("http"):
        return stated
    for name in _SITES:
        value = _clean(metas.get(name))
        if value and not value.startswith(("http", "@")):
            return value
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        host = None
    return host.removeprefix("www.") if host else None


def _clean(value: str | None) -> str | None:
    return string_of(value) if value else None


def _headings(tree: HtmlElement) -> list[str]:
    found = (" ".join(node.text_content().split()) for node in tree.iter("h1"))
    return [heading for heading in found if 10 <= len(heading) <= 300]


def _title(
    tree: HtmlElement, article: dict[str, Any], metas: dict[str, str], publisher: str | None
) -> str | None:
    """The headline: the h1 that the metadata repeats, or what the metadata says."""
    shown = _headings(tree)
    element = next(tree.iter("title"), None)
    stated = [string_of(article.get("headline")), *(_clean(metas.get(name)) for name in _TITLES)]
    stated.append(" ".join((element.text or "").split()) if element is not None else None)
    candidates = [without_site(title, publisher) for title in stated if title]
    for heading in shown:
        if any(_alike(heading, title) for title in candidates):
            return heading
    if candidates:
        return candidates[0]
    return shown[0] if len(shown) == 1 else None


def _alike(left: str, right: str) -> bool:
    first, second = left.casefold(), right.casefold()
    return first == second or (len(first) > 20 and (first in second or second in first))


def _byline(
    tree: HtmlElement, article: dict[str, Any], metas: dict[str, str], publisher: str | None
) -> str | None:
    authors = article.get("author")
    names = [string_of(author) for author in (authors if isinstance(authors, list) else [authors])]
    names += [_clean(metas.get(name)) for name in _AUTHORS] if not any(names) else []
    kept: list[str] = []
    for name in names:
        if name and not name.startswith(("http", "@", "www.")) and len(name) < 120:
            name = re.sub(r"^by\s+", "", name, flags=re.I)
            if name.casefold() != (publisher or "").casefold() and name not in kept:
                kept.append(name)
        if kept and not isinstance(authors, list):
            break
    if kept:
        return ", ".join(kept[:8])
    for node in tree.iter("span", "div", "p", "a", "address"):
        if node.get("rel") == "author" or re.search(r"\bbyline\b", node.get("class") or ""):
            text = " ".join(node.text_content().split())
            name = byline_of(text) or (
                text if node.get("rel") == "author" and len(text) < 60 else None
            )
            if name:
                return name
    return None
