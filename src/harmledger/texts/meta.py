"""Metadata of an HTML page: JSON-LD first, then meta tags, then what the page shows."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from harmledger.texts.addresses import addresses
from harmledger.texts.blocks import byline_of
from harmledger.texts.dates import find_date, iso_date, url_date
from harmledger.texts.facts import Facts
from harmledger.texts.lang import language_code
from harmledger.texts.titles import without_site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_meta"]

_ARTICLES = re.compile(r"Article|BlogPosting|Report|WebPage|LiveBlogPosting", re.I)
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date",
    "dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "article.published", "published-date", "date", "cxenseparse:recs:publishtime",
    "rnews:datepublished",
)  # fmt: skip
_SITES = ("og:site_name", "publisher", "application-name", "dc.publisher", "twitter:site")
_AUTHORS = ("author", "parsely-author", "sailthru.author", "dc.creator", "article:author", "byl")


def read_meta(tree: HtmlElement, url: str | None) -> Facts:
    """Facts of a page; nothing is guessed: a date that is not stated stays None."""
    facts = Facts(url=url)
    metas = _metas(tree)
    linked = list(_json_ld(tree))
    article = next((node for node in linked if _ARTICLES.search(_kind(node))), {})
    facts.url, facts.canonical = addresses(tree, metas.get("og:url"), url)
    facts.lang = _lang(tree)
    facts.publisher = _publisher(article, metas, facts.url)
    facts.title = _title(tree, article, metas, facts.publisher)
    facts.byline = _byline(tree, article, metas, facts.publisher)
    facts.lede = _clean(metas.get("og:description") or metas.get("description"))
    facts.add_date(iso_date(_string(article.get("datePublished"))), "json-ld")
    facts.add_date(_meta_date(tree, metas), "meta")
    facts.add_date(url_date(facts.url) or url_date(url), "url")
    facts.add_date(_shown_date(tree), "text")
    return facts


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = (node.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _json_ld(tree: HtmlElement) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        written = (script.text or "").strip().removeprefix("<![CDATA[").removesuffix("]]>")
        try:
            loaded = json.loads(written.strip("/* \n\t;"), strict=False)
        except (ValueError, RecursionError):
            continue
        queue = [loaded]
        while queue and len(nodes) < 500:
            node = queue.pop(0)
            if isinstance(node, list):
                queue.extend(node[:100])
            elif isinstance(node, dict):
                nodes.append(node)
                queue.extend(
                    value
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if (value := node.get(key))
                )
    nodes.sort(key=lambda node: "datePublished" not in node)
    return nodes


def _kind(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(str(part) for part in kind) if isinstance(kind, list) else str(kind or "")


def _string(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    import html

    text = " ".join(html.unescape(value).split())
    return text[:500] or None


def _lang(tree: HtmlElement) -> str | None:
    root = tree.getroottree().getroot()
    for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
        code = language_code(root.get(name))
        if code:
            return code
    return None


def _publisher(article: dict[str, Any], metas: dict[str, str], url: str | None) -> str | None:
    stated = _string(article.get("publisher"))
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
    return _string(value) if value else None


def _headings(tree: HtmlElement) -> list[str]:
    found = (" ".join(node.text_content().split()) for node in tree.iter("h1"))
    return [heading for heading in found if 10 <= len(heading) <= 300]


def _title(
    tree: HtmlElement, article: dict[str, Any], metas: dict[str, str], publisher: str | None
) -> str | None:
    """The headline: the h1 that the metadata repeats, or what the metadata says."""
    shown = _headings(tree)
    element = next(tree.iter("title"), None)
    stated = [_string(article.get("headline")), *(_clean(metas.get(name)) for name in _TITLES)]
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
    names = [_string(author) for author in (authors if isinstance(authors, list) else [authors])]
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


def _meta_date(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    for name in _DATES:
        if (value := metas.get(name)) and (found := iso_date(value)):
            return found
    for node in tree.iter():
        if node.get("itemprop") == "datePublished" or (
            node.tag == "time" and node.get("pubdate") is not None
        ):
            found = iso_date(node.get("datetime") or node.get("content") or node.text_content())
            if found:
                return found
    return None


def _shown_date(tree: HtmlElement) -> str | None:
    """A date that the page shows as its own: one time element in the article, or a date line."""
    times = [node for node in tree.iter("time") if node.get("datetime")]
    inside = [
        node
        for node in times
        if any(up.tag in {"article", "header", "main"} for up in node.iterancestors())
    ]
    for node in inside or (times if len(times) == 1 else []):
        if found := iso_date(node.get("datetime")):
            return found
    for node in tree.iter("span", "div", "p", "li"):
        marks = f"{node.get('class') or ''} {node.get('id') or ''}"
        if re.search(
            r"(?:^|[\s_-])(?:date|dateline|byline|published|pubdate|timestamp)(?:$|[\s_-])",
            marks,
            re.I,
        ):
            text = " ".join(node.text_content().split())
            if len(text) <= 160 and (written := find_date(text)):
                return written.iso
    return None
