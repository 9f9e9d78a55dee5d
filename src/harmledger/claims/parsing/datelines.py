"""Datelines: where a text goes on behind its place, date and agency."""

from __future__ import annotations

import re

__all__ = ["IN_CAPITALS", "behind_dateline"]


_ANY_DASH = re.compile(r"[-—–―]")


_DASH = re.compile(r"\s*(?:--|[—–―]|(?<=\s)-\s|(?<=\))-)\s*(?:\[[^\]\n]{2,40}\]\s*)*")


#: "KUNDUZ", "CAPE CORAL, Fla.": a place in capitals, perhaps with its state or country.
IN_CAPITALS = re.compile(
    r"[A-Z][A-Z.'’\-]+(?:\s[A-Z.'’\-]+){0,3}(?:,\s*[A-Z][A-Za-z.]*(?:\s[A-Z][A-Za-z.]+){0,2})?"
)


_AGENCY = re.compile(r"\([^()\n]{2,60}\)$")


_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)


#: Words of a dateline before its dash, at most.
_DATELINE = 7


def behind_dateline(text: str, start: int, end: int) -> int | None:
    """Where the text goes on behind a dateline at ``start``; None where there is none.

    "KUNDUZ, Afghanistan, Oct 3 (Example Wire) - " is neither place nor date of the harm: a place
    in capitals, perhaps a date and an agency in brackets, then a dash.
    """
    stop = min(end, start + 120)
    lead = text[start:stop].lstrip()[:2]
    if (lead[:1].islower() or lead[1:].islower()) and text.find("(", start, stop) < 0:
        return None  # most sentences: no place in capitals, and no agency
    dash = _DASH.search(text, start, stop) if _ANY_DASH.search(text, start, stop) else None
    if dash is None:
        return None
    head = text[start : dash.start()].strip()
    agency = _AGENCY.search(head)
    if agency is not None and agency[0][1:3].isupper() and len(head.split()) <= _DATELINE:
        return dash.end()
    first = head.split(" ", 1)[0].rstrip(",.")
    if len(first) < 2 or not first.isupper() or not re.sub("[-/]", "", first).isalpha():
        return None
    dated = bool(re.search(r"\d", head) and _MONTH.search(head))
    if dated or agency is not None:
        return dash.end()
    # In text that is all capitals, a place has few words.
    shouted = text[dash.end() : dash.end() + 40].isupper()
    if text[dash.end() : dash.end() + 1].islower():
        return None  # "IBM - the company - said"
    few = len(head.split()) <= 3 and head.replace(" ", "").isalpha()
    return dash.end() if IN_CAPITALS.fullmatch(head) and (few or not shouted) else None
