"""What is read and counts nobody harmed: links in a paragraph, and those who were let go.

"[Read more: 10 things to know]", "Related: 3 recipes": lines that are nothing else are dropped with
the junk of a page; these stand in kept text. "Twelve of the detainees were released".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["without_let_go", "without_links"]


@cache
def _links() -> re.Pattern[str]:
    """A bracket that opens with the words of a link, and such a label up to the end of its line."""
    openers = alternatives(words("not_counts", "links"))
    return re.compile(
        rf"[\[(]\s*(?:{openers})\b[^\])\n]{{0,300}}[\])]"
        rf"|(?:(?<=[.!?]\s)|(?<=[.!?][\"”]\s)|^)(?:{openers})\s?:\s[^\n]*",
        re.IGNORECASE | re.MULTILINE,
    )


def without_links(text: str, claims: Iterable[Claim]) -> list[Claim]:
    """``claims`` of one text without those read in a link to another report."""
    claims = list(claims)
    if not claims:
        return claims
    spans = [found.span() for found in _links().finditer(text)]
    return [c for c in claims if not any(start <= c.start < end for start, end in spans)]


@cache
def _let_go() -> re.Pattern[str]:
    held = alternatives(words("grammar", "let_go", "held"))
    free = alternatives(words("grammar", "let_go"))
    return re.compile(
        rf"(?:\s+of\s+(?:the|these|those))?\s+(?:\w+\s+)?(?:{held})\s+"
        rf"(?:were|was|are|have\s+been|had\s+been)\s+(?:{free})\b",
        re.IGNORECASE,
    )


def without_let_go(text: str, claims: Iterable[Claim]) -> list[Claim]:
    """``claims`` of one text without the detained of whom only their release is told."""
    held = {"detained", "abducted"}
    return [c for c in claims if c.measure not in held or not _let_go().match(text, c.end)]
