"""Titles of pages: the headline without the names of the site that follow it."""

from __future__ import annotations

import re
from functools import cache

from harmledger.vocabulary import load

__all__ = ["headline_of", "without_site"]

_SEPARATOR = re.compile(r"\s+(?:[|·•»–—-]|::)\s+")
#: The same, and a dash glued to a domain: "herald.example.com-Town News".
_ANY_SEPARATOR = re.compile(r"\s*(?:\s[|·•»–—-]|\s::|(?<=\.com)-)(?=\s|[A-Z]|$)")
_DOMAIN = re.compile(r"\.(?:com|org|net|co|info|tv)\b", re.IGNORECASE)


def without_site(title: str, publisher: str | None) -> str:
    """The title of a page without the publisher's name, or a short name, at its end."""
    parts = _SEPARATOR.split(title)
    if len(parts) > 1:
        tail = parts[-1].casefold()
        if tail == (publisher or "").casefold() or (
            len(parts[-1].split()) <= 4 and len(parts[0].split()) >= 4
        ):
            cut = title.rfind(parts[-1])
            return (
                _SEPARATOR.sub("\0", title[:cut] + " ").rstrip("\0 ").replace("\0", " - ") or title
            )
    return title


def headline_of(title: str) -> str:
    """ "Ten killed - Herald.com-Town News, Weather & Sports": "Ten killed".

    Cut from the end as long as what stands behind the last separator has a word of news sites or
    a domain in it. Who is said to have counted ("Ten killed - Health Ministry") stays.
    """
    title = " ".join(title.split())
    while cuts := list(_ANY_SEPARATOR.finditer(title)):
        tail = title[cuts[-1].end() :]
        words = {word.strip(",.&").casefold() for word in tail.split()}
        if tail.strip() and not (words & _site_words() or _DOMAIN.search(tail)):
            break
        title = title[: cuts[-1].start()].strip()
    return title


@cache
def _site_words() -> frozenset[str]:
    return frozenset(load("en", "junk")["site_names"].words("words"))
