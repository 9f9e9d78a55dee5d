"""What is compared of a text when its words were changed: rare words, names, sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import sqrt

from harmledger.families.rarity import RAREST, rarities, rarity, reduced
from harmledger.families.segments import WORD, quotations, sentences, story_spans
from harmledger.records import Text
from harmledger.vocabulary import languages, load

__all__ = ["Fingerprint", "fingerprint"]

#: What a word inside quotation marks counts for: two reports of one speech share its words,
#: which is evidence for the speech and not for copying.
QUOTED = 0.15

#: Fingerprints held at once: about 200 kB each.
_MOST_HELD = 400

#: Words in a run.
_RUN = 5

#: A capitalised word below this rarity is no name.
_NAME = 3.0

#: The words of a text that are looked at: no report is longer, and work stays bounded.
MOST_WORDS = 6000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fingerprint:
    """A text's words in order, with what each counts for.

    ``spans`` and ``sentences`` are half-open code points into ``text.text``. ``weights`` are
    the rarities, less inside quotations. ``places`` are the positions of each reduced word,
    ``within`` the sentences it stands in; ``norms`` is the length of each sentence's vector of
    rarities, ``masses`` the sum of its weights. ``names`` gives each name as first written.
    ``runs`` are hashes of five words in a row outside quotations.
    """

    text: Text
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    weights: tuple[float, ...]
    rarities: dict[str, float]
    places: dict[str, list[int]]
    within: dict[str, list[int]]
    sentences: tuple[tuple[int, int], ...]
    norms: tuple[float, ...]
    masses: tuple[float, ...]
    mass: float
    names: dict[str, str]
    numbers: frozenset[str]
    triples: frozenset[tuple[str, str, str]]
    runs: frozenset[int]


@lru_cache(maxsize=_MOST_HELD)
def fingerprint(text: Text) -> Fingerprint:
    """The fingerprint of the kept story of a text (its first 6,000 words)."""
    raw = text.text
    stories = story_spans(text)
    parts = _without_notices(raw, [span for one in stories for span in sentences(raw, *one)])
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    edges = [0]
    names: dict[str, str] = {}
    capitals: list[tuple[str, str]] = []
    numbers: set[str] = set()
    for start, end in parts:
        found = [match.span() for match in WORD.finditer(raw, start, end)]
        written = [raw[first:last] for first, last in found]
        plain = list(map(reduced, written))
        numbers.update([word for word in written if word[0].isdigit()])
        capitals += [
            (word, as_written)
            for word, as_written in zip(plain[1:], written[1:], strict=True)
            if as_written[0].isupper()
        ]
        words += plain
        spans += found
        edges.append(len(words))
        if len(words) > MOST_WORDS:
            break
    edges += [len(words)] * (len(parts) + 1 - len(edges))
    inside = _inside(spans, [span for one in stories for span in quotations(raw, *one)])
    rarity_of = _rarities(text, words)
    rare = [rarity_of[word] for word in words]
    weights = rare
    if any(inside):
        weights = [
            one * (QUOTED if quoted else 1.0) for one, quoted in zip(rare, inside, strict=True)
        ]
    for word, as_written in capitals:
        if rarity_of[word] > _NAME:
            names.setdefault(word, as_written)
    places: dict[str, list[int]] = defaultdict(list)
    for position, word in enumerate(words):
        places[word].append(position)
    within: dict[str, list[int]] = defaultdict(list)
    squares: list[float] = []
    for number, (first, last) in enumerate(pairwise(edges)):
        own = dict.fromkeys(words[first:last])
        for word in own:
            within[word].append(number)
        squares.append(sum([rarity_of[word] ** 2 for word in own]))
    masses = [sum(weights[first:last]) for first, last in pairwise(edges)]
    return Fingerprint(
        text=text,
        words=tuple(words),
        spans=tuple(spans),
        weights=tuple(weights),
        rarities=rarity_of,
        places=dict(places),
        within=dict(within),
        sentences=tuple(parts),
        norms=tuple(sqrt(square) for square in squares),
        masses=tuple(masses),
        mass=sum(weights),
        names=names,
        numbers=frozenset(numbers),
        triples=_triples(words, rare),
        runs=_runs(words, inside),
    )


@cache
def _notices() -> tuple[str, ...]:
    return load("en", "credits")["notice"].words("notices")


def _without_notices(raw: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences but for notices of rights, which say nothing of where a report is from."""
    plain = raw.casefold()
    told = [notice for notice in _notices() if notice in plain]
    if not told:
        return spans
    return [
        span for span in spans if not any(notice in raw[slice(*span)].casefold() for notice in told)
    ]


def _inside(spans: list[tuple[int, int]], quoted: list[tuple[int, int]]) -> list[bool]:
    """Whether each word begins inside a quotation."""
    inside = [False] * len(spans)
    for start, end in quoted:
        first, last = bisect_left(spans, (start,)), bisect_left(spans, (end,))
        inside[first:last] = [True] * (last - first)
    return inside


def _rarities(text: Text, words: list[str]) -> dict[str, float]:
    # A text whose language nobody stated is taken for one of those listed.
    if text.lang is None or text.lang in languages():
        known = rarities()
        return {word: known.get(word, RAREST) for word in dict.fromkeys(words)}
    return {word: rarity(times, len(words)) for word, times in Counter(words).items()}


def _triples(words: list[str], rare: list[float]) -> frozenset[tuple[str, str, str]]:
    """Three words in a row that are not all common ones."""
    threes = zip(words, words[1:], words[2:], strict=False)
    sums = zip(threes, rare, rare[1:], rare[2:], strict=False)
    return frozenset([three for three, one, two, last in sums if one + two + last > _NAME])


def _runs(words: list[str], inside: list[bool]) -> frozenset[int]:
    """Five words in a row, none of them quoted; hashes are compared within one process only."""
    runs = map(hash, zip(*(words[start:] for start in range(_RUN)), strict=False))
    before = list(accumulate(inside, initial=0))
    return frozenset(
        [run for run, one, two in zip(runs, before, before[_RUN:], strict=False) if one == two]
    )
