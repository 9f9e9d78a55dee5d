"""The place that stands at the head of a passage: "DILI: ...", "QANA - ...", "SOUTH SUDAN".

In a roundup each passage has its place before it. A single one of its kind at the beginning of a
report is a dateline, which is no place of harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from harmledger.claims.annotation.reading import Reading
from harmledger.claims.places.mention import Mention
from harmledger.claims.places.placekinds import COUNTRY, REGION, TOWN
from harmledger.claims.words.gazetteer import (
    great_city,
    in_world,
    known_country,
    known_name,
    known_region,
    rather_region,
)
from harmledger.claims.words.lexicon import words

__all__ = ["head_at"]

_WORD = r"[^\W\d_a-z][\w’']{1,30}"
#: What may stand at the head of a line, and what sets it off.
_HEAD = re.compile(
    r"^[ \t>*•–-]{0,4}"
    r"(?P<name>(?:(?:Northern|Southern|Eastern|Western|The|In|Inside|Outside)\s)?"
    rf"{_WORD}(?:[ -](?:(?:of|and|el|al|de|la|the)[ -])?{_WORD}){{0,3}})"
    r"(?P<mark>:[ \t]|\.[ \t]|,? [-–—]{1,2} |[ \t]*$)",
    re.MULTILINE,
)
#: Words before a name in a head: "Inside Lebanon.", "Northern Israel".
_BEFORE = re.compile(
    r"(?:In|Inside|Outside|The|(?:North|South|East|West)ern|(?:NORTH|SOUTH|EAST|WEST)ERN)\s+"
)
_BLANK = re.compile(r"\n[ \t]*\n")
_ITEM = re.compile(r"\n[ \t]*(?:[-*•–>]|\n)")
#: Passages with a place at their head that make a text a roundup.
_FEW = 2
#: Heads of a text that are looked at: a table or list has more.
_MOST = 60


def head_at(reading: Reading, offset: int) -> Mention | None:
    """The place at the head of the passage in which ``offset`` lies, if it has one."""
    if reading.heads is None:
        reading.heads = list(_heads(reading.text.text))
    for start, end, mention in reading.heads:
        if start <= offset < end:
            return mention
    return None


def _heads(text: str) -> Iterator[tuple[int, int, Mention]]:
    found: list[tuple[re.Match[str], Mention]] = []
    for one in _HEAD.finditer(text):
        mention = _place(one, text)
        if mention is not None:
            found.append((one, mention))
            if len(found) > _MOST:
                return
    marks = [one["mark"].strip() or "line" for one, _ in found]
    kinds = {mark: marks.count(mark) for mark in marks}
    for n, (one, mention) in enumerate(found):
        if kinds[marks[n]] < _FEW and marks[n] != ":":
            continue
        end = (_ITEM if _ITEM.match(text, one.start() - 1) else _BLANK).search(text, one.end())
        if end is not None and end.start() <= one.end() + 1:
            end = _BLANK.search(text, end.end())  # a head on a line of its own
        last = end.start() if end is not None else len(text)
        further = min((m.start() for m, _ in found if m.start() > one.start()), default=last)
        yield one.start(), min(last, further), mention


@cache
def _no_places() -> frozenset[str]:
    """Labels of a form, and names of places that are common words."""
    labels = words("time", "date_labels") | words("places", "place_labels")
    return labels | words("places", "also_words") | words("grammar", "not_places")


def _place(one: re.Match[str], text: str) -> Mention | None:
    start, end = one.span("name")
    before = _BEFORE.match(text, start, end)
    name = text[before.end() if before else start : end]
    alone = not one["mark"].strip()
    if alone and not name.isupper():
        return None
    core = name.title() if name.isupper() else name
    if core.lower() in _no_places() or len(core) < _SHORTEST:
        return None
    if known_country(core) or in_world(core):
        rank = COUNTRY
    elif rather_region(core) or known_region(core):
        rank = REGION
    elif great_city(core, least=0) or (known_name(core) and name.isupper() and not alone):
        rank = TOWN
    else:
        return None
    return Mention(end - len(name), end, name, -1, rank, core, locative=True, told=False)


#: Letters of a name at a head, at least: shorter ones are codes.
_SHORTEST = 4
