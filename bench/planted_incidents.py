"""Made reports by the thousand for the speed of grouping: read reports, renamed and moved in time.

A round takes every report once. Within a round each name and each rare word is always replaced by
the same other word of its length, ages and dates are moved by the same number, so that reports of
one event still are reports of one event, and those of another round are of another. Other
words change places with others of their length that are about as frequent, else a report and its
like of another round would be copies. Names of places stay: so a large book has many events in one
town. Offsets and claims stay as they were read.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from harmledger.assessments import assess, load_method
from harmledger.incidents import find_incidents
from harmledger.records import Claim, Text, When, content_id
from speed import alone

#: Reports added to a finished book.
ADDED = 100

#: A word in more reports than this is not rare.
_OFTEN = 20

#: What tells an age from another number.
_OF_AGES = frozenset({"year", "years", "old", "aged", "age"})

#: Words of one length, in the order of their frequency, of which so many change places.
_LOT = 12

_WORD = re.compile(r"\b[A-Za-z][a-z]{2,}\b")
_AGE = re.compile(r"\b\d\d(?=[- ]years?[- ]old\b)|(?<=, )\d\d(?=,)")
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")


def planted(
    texts: list[Text], claims: list[Claim], number: int, seed: int = 3
) -> tuple[list[Text], list[Claim]]:
    """So many texts, and their claims."""
    by_text: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_text[claim.text_id].append(claim)
    kept = {
        word
        for claim in claims
        if claim.where is not None
        for word in _WORD.findall(f"{claim.where.name} {claim.where.within or ''}")
    }
    having = Counter(word for text in texts for word in set(_WORD.findall(text.text)))
    kept |= _OF_AGES
    often = [word for word, reports in having.items() if reports > _OFTEN and word not in kept]
    often.sort(key=lambda word: (len(word), word[0].isupper(), -having[word], word))
    order = list(texts)
    random.Random(seed).shuffle(order)
    made: list[Text] = []
    said: list[Claim] = []
    words: dict[str, str] = {}
    for place in range(number):
        turn, at = divmod(place, len(order))
        if at == 0:
            words = dict.fromkeys(kept, "") | _exchanged(often, f"{seed} {turn}")
        text, its = _moved(order[at], by_text[order[at].id], turn, seed, words)
        made.append(text)
        said += its
    return made, said


def _exchanged(words: list[str], seed: str) -> dict[str, str]:
    """Each word by another of its length and case, as far as there are any."""
    found: dict[str, str] = {}
    for _, own in groupby(words, key=lambda word: (len(word), word[0].isupper())):
        alike = list(own)
        for start in range(0, len(alike), _LOT):
            lot = alike[start : start + _LOT]
            found.update(
                zip(lot, random.Random(f"{seed} {lot[0]}").sample(lot, len(lot)), strict=True)
            )
    return found


def _moved(
    text: Text, claims: list[Claim], turn: int, seed: int, words_of: dict[str, str]
) -> tuple[Text, list[Claim]]:
    """The report of a round; ``words_of``: what is put for a word, itself where it is empty."""
    if turn == 0:
        return text, claims
    days = timedelta(days=random.Random(f"{seed} {turn}").randrange(-1500, 1500))

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word in words_of:
            return words_of[word] or word
        chance = random.Random(f"{seed} {turn} {word}")
        made = "".join(
            chance.choice("bcdfgklmnprstvz" if at % 2 == 0 else "aeiou") for at in range(len(word))
        )
        return made.title() if word[0].isupper() else made

    words = _AGE.sub(lambda m: f"{10 + (int(m[0]) + 17 * turn) % 80}", _WORD.sub(other, text.text))
    title = None if text.title is None else _WORD.sub(other, text.title)
    published = _later(text.published_at, days)
    new = replace(
        text,
        id=content_id("text", text.id, turn),
        document=f"{text.document} {turn}",
        text=words,
        title=title,
        published_at=published,
    )
    ids = {claim.id: content_id("claim", claim.id, turn) for claim in claims}
    its = [
        replace(
            claim,
            id=ids[claim.id],
            document=new.document,
            text_id=new.id,
            quote=words[claim.start : claim.end],
            when=_when(claim.when, days),
            story=claim.story and replace(claim.story, when=_when(claim.story.when, days)),
            part_of=claim.part_of and ids.get(claim.part_of),
            reported_at=published,
        )
        for claim in claims
    ]
    return new, its


def _later(day: str | None, days: timedelta) -> str | None:
    if day is None or not _DAY.match(day[:10]):
        return day
    return (date.fromisoformat(day[:10]) + days).isoformat()


def _when(when: When | None, days: timedelta) -> When | None:
    if when is None:
        return None
    return replace(when, start=_later(when.start, days), end=_later(when.end, days))


def _timed(number: int, more: int, texts: list[Text], claims: list[Claim], out: Any) -> None:
    """In a process of its own: seconds of the processor for grouping and assessing, and memory."""
    made, said = planted(texts, claims, number + more)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    incidents = list(find_incidents(made, said, []))
    grouped = time.process_time()
    number_of = sum(1 for _ in assess(incidents, [], said, [], load_method("airwars")))
    done = time.process_time()
    # Kilobytes on Linux, bytes on macOS.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    out.send((len(incidents), number_of, grouped - start, done - grouped, held / unit, peak))


def speed(texts: list[Text], claims: list[Claim], sizes: list[int]) -> Iterator[str]:
    """One line a size: as many reports, and with the added ones."""
    for size in sizes:
        for more in (0, ADDED):
            found, judged, grouping, assessing, held, peak = alone(
                _timed, size, more, texts, claims
            )
            yield (
                f"speed {size}{f' and {more} more, all again' if more else ''}: {found} incidents "
                f"in {grouping:.1f} s, {judged} assessments in {assessing:.1f} s of the processor; "
                f"memory {peak:.0f} MB, of it {held:.0f} MB before (texts and claims)"
            )
