"""What is compared of a text when its words were changed: rare words, names, sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from math import sqrt

from harmledger.families.rarity import rarity, reduced
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
    told = [span for one in story_spans(text) for span in sentences(text.text, *one)]
    parts = [span for span in told if not _is_notice(text.text[slice(*span)])]
    quoted = [span for one in story_spans(text) for span in quotations(text.text, *one)]
    quote_starts = [start for start, _ in quoted]
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    inside: list[bool] = []
    sentence_of: list[int] = []
    names: dict[str, str] = {}
    capitals: list[tuple[str, str]] = []
    numbers: set[str] = set()
    for number, (start, end) in enumerate(parts):
        for place, match in enumerate(WORD.finditer(text.text, start, end)):
            written = match.group()
            words.append(reduced(written))
            spans.append(match.span())
            sentence_of.append(number)
            quote = bisect_right(quote_starts, match.start()) - 1
            inside.append(quote >= 0 and match.start() < quoted[quote][1])
            if written[0].isdigit():
                numbers.add(written)
            elif place and written[0].isupper():
                capitals.append((words[-1], written))
        if len(words) > MOST_WORDS:
            break
    times = Counter(words)
    # A text whose language nobody stated is taken for one of those listed.
    listed = text.lang is None or text.lang in languages()
    rarities = {word: rarity(word, n, len(words), listed) for word, n in times.items()}
    weights = [rarities[w] * (QUOTED if q else 1.0) for w, q in zip(words, inside, strict=True)]
    for word, written in capitals:
        if rarities[word] > _NAME:
            names.setdefault(word, written)
    places: dict[str, list[int]] = defaultdict(list)
    within: dict[str, list[int]] = defaultdict(list)
    squares = [0.0] * len(parts)
    masses = [0.0] * len(parts)
    for position, (word, number) in enumerate(zip(words, sentence_of, strict=True)):
        places[word].append(position)
        masses[number] += weights[position]
        if not within[word] or within[word][-1] != number:
            within[word].append(number)
            squares[number] += rarities[word] ** 2
    return Fingerprint(
        text=text,
        words=tuple(words),
        spans=tuple(spans),
        weights=tuple(weights),
        rarities=rarities,
        places=dict(places),
        within=dict(within),
        sentences=tuple(parts),
        norms=tuple(sqrt(square) for square in squares),
        masses=tuple(masses),
        mass=sum(weights),
        names=names,
        numbers=frozenset(numbers),
        triples=_triples(words, rarities),
        runs=_runs(words, inside),
    )


@cache
def _notices() -> tuple[str, ...]:
    return load("en", "credits")["notice"].words("notices")


def _is_notice(sentence: str) -> bool:
    """Whether a sentence is a notice of rights, which says nothing of where a report is from."""
    plain = sentence.casefold()
    return any(notice in plain for notice in _notices())


def _triples(words: list[str], rarities: dict[str, float]) -> frozenset[tuple[str, str, str]]:
    """Three words in a row that are not all common ones."""
    return frozenset(
        three
        for three in zip(words, words[1:], words[2:], strict=False)
        if rarities[three[0]] + rarities[three[1]] + rarities[three[2]] > _NAME
    )


def _runs(words: list[str], inside: list[bool]) -> frozenset[int]:
    """Five words in a row, none of them quoted; hashes are compared within one process only."""
    return frozenset(
        hash(tuple(words[start : start + _RUN]))
        for start in range(len(words) - _RUN + 1)
        if not any(inside[start : start + _RUN])
    )
