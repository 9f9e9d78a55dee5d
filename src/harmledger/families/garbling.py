"""What a copying machine leaves in a text: words run together, misspelt, or dropped one by one.

A text is garbled beside another where the other has the same sentences clean. Each mark is looked
for from both sides by the same rule, so that nothing depends on which text is taken first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from harmledger.families.beside import Beside
from harmledger.families.direction import Told, told
from harmledger.families.rarity import RAREST, rarities, reduced
from harmledger.families.segments import story_spans
from harmledger.families.spelling import one_apart, same_word
from harmledger.vocabulary import languages

__all__ = ["garbled"]

#: Words up to this rarity hold a sentence together: articles, prepositions, auxiliaries.
_SMALL = 0.5

#: Shorter words are one letter away from too many others.
_SHORTEST = 5

#: The end of a sentence without the space that parts it from the next.
_SPLICE = re.compile(r"(?<=[^\W\d_]{2})[.!?][\"”’]?(?=[^\W\d_a-z][^\W\d_])")
_LAST = re.compile(r"[^\W_]+$")
_NEXT = re.compile(r"[^\W_]+")


def garbled(pair: Beside) -> list[Told]:
    """The marks of ``pair.text`` that the other text is free of."""
    glued = _glued(pair)
    names, wrong = _names(pair), _misspelt(pair)
    lost = _lost(pair)
    return [
        *told(
            "glued",
            len(glued),
            f"runs together what stands apart in {{other}}: {_quoted(glued)}",
            tuple(glued),
        ),
        *told(
            "names_distorted",
            len(names),
            f"has {_beside(names)} in a sentence where {{other}} has the name as both spell it "
            "elsewhere",
            tuple(names),
        ),
        *told(
            "misspelt",
            len(wrong),
            f"has {_beside(wrong)}, as {{other}} spells it in the same sentence",
            tuple(wrong),
        ),
        *told(
            "words_lost",
            sum(lost.values()),
            f"lacks {sum(lost.values())} single words within sentences that {{other}} has whole: "
            f"{_quoted(list(lost))}",
            tuple(lost),
        ),
    ]


def _glued(pair: Beside) -> list[str]:
    found = dict.fromkeys(_splices(pair))
    if _listed_language(pair):
        found.update(
            (word, None)
            for word, other in pair.new
            if _rarity(word) >= RAREST and _apart(word.casefold(), other)
        )
    return list(found)


def _apart(word: str, other: Sequence[str]) -> bool:
    """Whether a word is two neighbours of a sentence, one of them small."""
    return any(
        word == (one + two).casefold() and min(len(one), len(two)) > 1 and _small(one, two)
        for one, two in pairwise(other)
        if word.startswith(one.casefold())
    )


def _splices(pair: Beside) -> Iterator[str]:
    """Ends of sentences that lack their space, where the other text has it."""
    raw = pair.text.text
    for start, end in story_spans(pair.text):
        for match in _SPLICE.finditer(raw, start, end):
            last, after = _LAST.search(raw, start, match.start()), _NEXT.match(raw, match.end())
            if last is None or after is None:
                continue
            ends = f"{last.group()}{match.group()} "
            other = " ".join(pair.other.text.split())
            if any(f"{ends}{mark}{after.group()}" in other for mark in ("", "“", '"', "‘")):
                yield raw[last.start() : after.end()]


def _misspelt(pair: Beside) -> dict[str, str]:
    """Words that no list has, one letter away from listed ones of the other text."""
    if not _listed_language(pair):
        return {}
    return {
        word: form
        for word, form in _one_letter_away(pair)
        if not form[0].isupper() and _rarity(form) < RAREST
    }


def _names(pair: Beside) -> dict[str, str]:
    """Names one letter away from the form that both texts have."""
    return {
        word: form
        for word, form in _one_letter_away(pair)
        if word[0].isupper() and form[0].isupper() and form.casefold() in pair.own
    }


def _one_letter_away(pair: Beside) -> Iterator[tuple[str, str]]:
    """Unlisted words that the other text has nowhere, each with one of the same sentence there."""
    for word, other in pair.new:
        if len(word) < _SHORTEST or not word.isalpha() or _rarity(word) < RAREST:
            continue
        plain = word.casefold()
        for form in other:
            if len(form) < _SHORTEST or abs(len(form) - len(word)) > 1 or not form.isalpha():
                continue
            right = form.casefold()
            if one_apart(plain, right) and not same_word(plain, right):
                yield word, form


def _lost(pair: Beside) -> dict[str, int]:
    """Single small words that stand in the other's sentences and are missing here."""
    found: dict[str, int] = defaultdict(int)
    if _listed_language(pair):
        for own, other in pair.sentences:
            for word in _gaps(own, other):
                found[word] += 1
    return dict(found)


def _gaps(own: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    """Small words of ``other`` alone between two words that ``own`` has side by side."""
    if len(own) >= len(other):
        return
    mine = [word.casefold() for word in own]
    if not {*mine} <= {word.casefold() for word in other}:
        return
    at, before = 0, -1
    missing: list[str] = []
    for place, word in enumerate(other):
        if at < len(mine) and word.casefold() == mine[at]:
            if before >= 0 and place - before == 2 and _small(other[place - 1]):
                missing.append(other[place - 1].casefold())
            at, before = at + 1, place
    if at == len(mine):
        yield from missing


def _small(*words: str) -> bool:
    return any(_rarity(word) <= _SMALL for word in words)


def _rarity(word: str) -> float:
    return rarities().get(reduced(word), RAREST)


def _listed_language(pair: Beside) -> bool:
    return all(text.lang is None or text.lang in languages() for text in (pair.text, pair.other))


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words[:4])


def _beside(wrong: dict[str, str]) -> str:
    return ", ".join(f"“{word}” for “{form}”" for word, form in list(wrong.items())[:4])
