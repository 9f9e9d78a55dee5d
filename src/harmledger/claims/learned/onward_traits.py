"""What speaks for a number to go on with a count: words beside it, and the counts before.

The words are told by what kind they are as well (``grammar.toml``, onward_signs): few of them were
met in what was learned from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.quantities.grammar import Quantity
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word, status_of

__all__ = ["FURTHER", "WORD", "Told", "beside", "closed", "stands"]

#: Words to each side of the number that are looked at.
_NEAR = 5
WORD = re.compile(r"[A-Za-z][\w’'-]*|\d[\d,.]*|[^\w\s]")
_BOUNDS = (2, 5, 10, 20, 50, 100, 500, 1000, 10000)
#: Kinds of words near the number (``grammar.toml``, onward_signs).
_KINDS = tuple("spared bodies parts sums losing forces courts times measures wounds".split())
FURTHER = frozenset(("more", "other", "others", "further", "another", "additional"))


@dataclass(frozen=True, slots=True)
class Told:
    """A count of people that was read: span, measure, bounds, index of its sentence."""

    start: int
    end: int
    measure: str
    low: int | None
    high: int | None
    sentence: int


def _form(word: str, *, first: bool) -> str:
    if word[0].isdigit():
        return "#"
    if word[0].isupper() and not first and not word.isupper():
        return "Name"
    return word.lower()


@cache
def closed() -> frozenset[str]:
    return words("grammar", "onward_signs", "closed")


def beside(raw: str, quantity: Quantity, measure: str) -> Iterator[str]:
    """The words beside the number, and the noun behind it."""
    before = WORD.findall(raw[: quantity.start])[-_NEAR:]
    first = len(WORD.findall(raw[: quantity.start])) <= _NEAR
    behind = [_form(w, first=False) for w in WORD.findall(raw[quantity.end : quantity.end + 90])]
    left = [_form(w, first=first and n == 0) for n, w in enumerate(before)][::-1]
    right = behind[:_NEAR]
    left += ["^"] * (_NEAR - len(left))
    right += ["$"] * (_NEAR - len(right))
    noun = _noun(right)
    for n in range(3):
        yield f"before {n + 1}: {left[n]}"
        yield f"behind {n + 1}: {right[n]}"
    yield f"before: {left[1]} {left[0]}"
    yield f"behind: {right[0]} {right[1]}"
    yield f"around: {left[0]} # {right[0]}"
    yield f"noun: {noun}"
    yield f"noun, before: {noun}, {left[0]}"
    yield f"noun, two before: {noun}, {left[1]} {left[0]}"
    for side, beside in (("before", left), ("behind", right)):
        for kind in _KINDS:
            if not words("grammar", "onward_signs", kind).isdisjoint(beside):
                yield f"{kind} {side}"
                yield f"{kind} {side}, noun: {noun}"
    told = {w.lower() for w in WORD.findall(raw)}
    for kind in _KINDS:
        if not words("grammar", "onward_signs", kind).isdisjoint(told):
            yield f"in the sentence: {kind}"
            yield f"in the sentence: {kind}, {measure}"
    for word in (*left, *right):
        if word not in {"^", "$"} and word.isalpha():
            yield f"near: {word}"
    size = next((b for b in _BOUNDS if quantity.size <= b), "more")
    yield f"size: {size}"
    yield f"noun, size: {noun}, {size}"
    yield f"qualifier: {quantity.qualifier}"
    yield f"digits: {raw[quantity.core_start].isdigit()}"
    if left[0] == "^":
        yield f"opens, noun: {noun}"
        yield f"opens: {right[0]} {right[1]} {right[2]}"


def _noun(right: Sequence[str]) -> str:
    """What the number counts: a word for people and whose, another word, or nothing."""
    if not right[0][0].isalpha():
        return "none, mark" if right[0] != "$" else "none, end"
    skipped = right[0]
    for n, word in enumerate(right[:4]):
        if n == 0 and word in FURTHER and right[1].isalpha() and right[1] not in closed():
            skipped = right[1]
            continue
        if word in closed():
            return f"none, {word}"
        if not word[0].isalpha():
            break
        if is_person_word(word):
            return f"people, {status_of(word, ())}"
        if word in words("grammar", "count_nouns"):
            return "count noun"
    for kind in ("times", "measures"):
        if skipped in words("grammar", "onward_signs", kind):
            return kind
    for kind in ("buildings", "vehicles", "arms_pieces", "aid_units", "animals"):
        if not words("things", kind).isdisjoint(right[:3]):
            return kind
    return f"thing, {skipped}" if not skipped.endswith("s") else f"things, {skipped}"


def stands(
    own: Sentence,
    index: int,
    sentences: Sequence[Sentence],
    quantity: Quantity,
    free: Sequence[Quantity],
    before: Sequence[Told],
    measure: str,
    told: Sequence[Told],
) -> Iterator[str]:
    """How the number stands to the counts before it."""
    last = before[-1] if before else None
    mine = [o for o in before if o.measure == measure]
    yield f"last counted: {last.measure if last else 'behind'}"
    if last is not None:
        away = index - last.sentence
        yield f"away: {away if away < 3 else 'more'}"
        yield f"away, measure: {min(away, 3)}, {measure}"
        yield f"last of this measure: {last.measure == measure}"
        yield f"same paragraph: {sentences[last.sentence].paragraph == own.paragraph}"
    here = [o for o in told if o.sentence == index]
    same = any(o.measure == measure for o in here)
    yield f"beside: {'none' if not here else 'of it' if same else 'of another'}"
    if mine:
        low = mine[-1].low or mine[-1].high or 0
        size = quantity.size
        told_so = "as many" if size == low else "fewer" if size < low else "more"
        yield f"than before: {told_so}"
        if size > 50 * max(1, low):
            yield "than before: far more"
        if len(free) > 1 and sum(q.size for q in free) == low:
            yield "adds up"
    if any((o.low, o.high) == (quantity.low, quantity.high) for o in told):
        yield "told before"
    yield f"free numbers: {min(4, len(free))}"
    yield f"counts in the text: {min(6, len(told))}"
    share = sum(o.measure == measure for o in told) / len(told)
    yield f"share of the measure: {round(share * 4)}"
