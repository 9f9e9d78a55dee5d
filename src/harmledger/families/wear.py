"""What else shows the later of two texts: rarer words, told speech, a broken end, less of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import fsum, sqrt

from harmledger.families.beside import Beside
from harmledger.families.direction import Told, row, told
from harmledger.families.rarity import RAREST, rarities, reduced
from harmledger.families.segments import WORD, story_spans
from harmledger.records import Text
from harmledger.vocabulary import languages

__all__ = ["cut_off", "junk_within", "less_of_it", "rarer_words", "speech_told"]

#: With fewer words told in other words on either side, their rarity says nothing.
_FEWEST = 5

#: Words of either side that are shown.
_SHOWN = 4

#: What stands within a sentence; lines may be wrapped at any word.
_WITHIN = re.compile(r"(?:[^.!?\n]|\n(?!\s*\n))*")

#: Characters at the end of a text that hold its last words, and those that hold its last marks.
_ENDING, _MARKS = 250, 12

#: What a text ends with where nobody cut it; three points are a sign of a cut.
_WHOLE = re.compile(r"(?<!\.\.)[.!?。！？:;][\"”’»)\]]*\s*$")


def rarer_words(pair: Beside) -> list[Told]:
    """Whether ``pair.text`` has the rarer words where both tell the same in other words."""
    if any(text.lang is not None and text.lang not in languages() for text in _both(pair)):
        return []
    if min(len(pair.new), len(pair.gone)) < _FEWEST:
        return []
    own, other = _replaced(pair), _replaced(pair.turned)
    if min(len(own), len(other)) < _FEWEST:
        return []
    mine, theirs = [rarity for rarity, _ in own], [rarity for rarity, _ in other]
    (mean, spread), (other_mean, other_spread) = _mean(mine), _mean(theirs)
    errors = (mean - other_mean) / max(sqrt(spread + other_spread), 1e-9)
    rare = tuple(word for _, word in sorted(own, reverse=True)[:_SHOWN])
    common = [word for _, word in sorted(other)[:_SHOWN]]
    what = (
        f"has the rarer words where it and {{other}} tell the same in other words: its own "
        f"{', '.join(rare)}; there {', '.join(common)} ({errors:.1f} standard errors)"
    )
    return told("rarer_words", errors, what, rare)


def _both(pair: Beside) -> tuple[Text, Text]:
    return pair.text, pair.other


def _mean(values: Sequence[float]) -> tuple[float, float]:
    """The mean and the square of its standard error."""
    mean = fsum(values) / len(values)
    return mean, fsum((one - mean) ** 2 for one in values) / (len(values) - 1) / len(values)


def _replaced(pair: Beside) -> list[tuple[float, str]]:
    """Words of the passages that the other has in no form: their rarity, and as first written."""
    known = set(map(reduced, pair.others))
    found: dict[str, str] = {}
    for word, _ in pair.new:
        if (plain := reduced(word)) not in known:
            found.setdefault(plain, word.casefold())
    return [(rarities().get(plain, RAREST), word) for plain, word in found.items()]


def speech_told(pair: Beside) -> list[Told]:
    """Whether ``pair.text`` tells without quotation marks what the other text quotes."""
    known = row("speech_told")
    told_here, told_there = (
        [
            place
            for place, (own, other) in enumerate(side.quoted)
            if other >= known["words"] and not own
        ]
        for side in (pair, pair.turned)
    )
    at = [place for place in told_here if _likeness(*pair.sentences[place]) < known["alike"]]
    if told_there or not at:
        return []
    shown = [" ".join(pair.sentences[place][0][:8]) for place in at]
    what = (
        f"tells without quotation marks what {{other}} quotes, in {len(at)} sentences: "
        f"“{shown[0]} ...”"
    )
    return told("speech_told", len(at), what, tuple(shown))


def _likeness(own: Sequence[str], other: Sequence[str]) -> float:
    """Distinct words of both to distinct words of either."""
    one, two = ({word.casefold() for word in words} for words in (own, other))
    return len(one & two) / max(1, len(one | two))


def cut_off(pair: Beside) -> list[Told]:
    """Whether ``pair.text`` breaks off within a sentence that the other finishes."""
    known = row("cut")
    spans = story_spans(pair.text)
    if not spans:
        return []
    start, end = spans[-1]
    ending = pair.text.text[max(start, end - _ENDING) : end].rstrip()
    if len(pair.text.text) >= len(pair.other.text) or _WHOLE.search(ending[-_MARKS:]):
        return []
    tail = ending.rstrip(".…").rstrip()
    last = [word.casefold() for word in WORD.findall(tail)[-known["words"] :]]
    if len(last) < known["words"] or not pair.others.issuperset(last[:-1]):
        return []
    after = _after(pair.other, last)
    if after is None or len(WORD.findall(after)) < known["more"]:
        return []
    goes_on = " ".join(after.split()[:8])
    what = f"breaks off after “{' '.join(tail.split()[-4:])}”, where {{other}} goes on: “{goes_on}”"
    return told("cut", 1, what)


def _after(text: Text, words: list[str]) -> str | None:
    """What follows some words in the same sentence of a text; None where they stand not once."""
    found: list[str] = []
    for start, end in story_spans(text):
        told = list(WORD.finditer(text.text, start, end))
        plain = [match.group().casefold() for match in told]
        for place in (at for at, word in enumerate(plain) if word == words[0]):
            here = plain[place : place + len(words)]
            # the last word may be cut as well
            if here[:-1] == words[:-1] and here[-1].startswith(words[-1]):
                last = told[place + len(words) - 1].start() + len(words[-1])
                if _WITHIN.fullmatch(text.text, told[place].start(), last):
                    more = _WITHIN.match(text.text, last, end)
                    found.append(more[0] if more else "")
    return found[0] if len(found) == 1 else None


def junk_within(pair: Beside) -> list[Told]:
    """Whether blocks that are no story stand between the paragraphs of ``pair.text`` alone."""
    own, other = _within(pair.text), _within(pair.other)
    if other:
        return []
    what = f"has {len(own)} pieces of other matter between its paragraphs, {{other}} has none"
    return told("junk", len(own), what, tuple(own))


def _within(text: Text) -> list[str]:
    spans = story_spans(text)
    if not text.blocks or not spans:
        return []
    kinds = row("junk")["kinds"]
    return [
        " ".join(text.text[block.start : block.end].split())[:60]
        for block in text.blocks
        if not block.kept
        and block.kind in kinds
        and spans[0][1] <= block.start
        and block.end <= spans[-1][0]
    ]


def less_of_it(own_held: float, other_held: float) -> list[Told]:
    """Whether nearly all of a text stands in the other, of which it has much less.

    ``own_held`` and ``other_held``: shares of each text that the other has, 0 to 1.
    """
    known = row("shorter")
    if own_held < known["held"] or other_held >= known["share"]:
        return []
    what = (
        f"has {100 * other_held:.0f} % of {{other}} and little else "
        f"({100 * own_held:.0f} % of it stands there)"
    )
    return told("shorter", 1, what)
