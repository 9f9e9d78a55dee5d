"""Numbers that may go on counting whom the text counted before, and what speaks for it.

"Eight were killed. Another four followed", "the rebels lost at least 40", "in the second, three":
no harm word says whom they count. Each number near a count of people is a candidate for the measures
counted last; its traits are words beside it and how it stands to the counts before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.quantities.grammar import Quantity, find_quantities
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word, status_of

__all__ = ["Onward", "Told", "candidates"]

#: How many sentences, and characters, back the count may stand, and how many sentences behind.
_SENTENCES, _CHARACTERS, _BEHIND = 8, 1200, 1
#: Words to each side of the number that are looked at.
_NEAR = 5
_WORD = re.compile(r"[A-Za-z][\w’'-]*|\d[\d,.]*|[^\w\s]")
#: More than these are no count of one text; up to these a number may be an age; "under 18".
_MOST_PEOPLE, _OLDEST, _YOUNG = 5_000_000, 110, 21
_UNDER = frozenset(("under", "below"))
_FURTHER = frozenset(("more", "other", "others", "further", "another", "additional"))
#: Characters before and behind the number that may show that it counts nobody.
_REACH = 60
#: Kinds of words near the number (``grammar.toml``, onward_signs).
_KINDS = tuple("spared bodies parts sums losing forces courts times measures wounds".split())
_BOUNDS = (2, 5, 10, 20, 50, 100, 500, 1000, 10000)


@dataclass(frozen=True, slots=True)
class Told:
    """A count of people that was read: span, measure, bounds, index of its sentence."""

    start: int
    end: int
    measure: str
    low: int | None
    high: int | None
    sentence: int


@dataclass(frozen=True, slots=True)
class Onward:
    """A number that no claim covers, in sentence ``index``; ``start`` counts in the text."""

    index: int
    start: int
    end: int
    quantity: Quantity
    measure: str
    traits: tuple[str, ...]


def candidates(
    text: str, sentences: Sequence[Sentence], gated: frozenset[int], told: Sequence[Told]
) -> Iterator[Onward]:
    """The free numbers near counts of people, once for each measure that they may go on with."""
    told = sorted(told, key=lambda one: one.start)
    if not told:
        return
    near: set[int] = set()
    for one in told:
        near.update(range(one.sentence - _BEHIND, one.sentence + _SENTENCES + 1))
    starts = [one.start for one in told]
    for index in sorted(near):
        if not 0 <= index < len(sentences):
            continue
        own = sentences[index]
        raw = text[own.start : own.end]
        free = [
            q
            for q in find_quantities(raw)
            if q.low != 0
            and not _no_people(raw, q)
            and not any(o.start < own.start + q.end and own.start + q.start < o.end for o in told)
        ]
        for quantity in free:
            start, end = own.start + quantity.start, own.start + quantity.end
            at = bisect_left(starts, start)
            before = [o for o in told[max(0, at - 8) : at] if start - o.end <= _CHARACTERS]
            behind = told[at : at + 1]
            for measure in _measures(before, behind, raw):
                common = _beside(raw, quantity, measure)
                more = _stands(own, index, sentences, quantity, free, before, measure, told)
                kind = "gated" if index in gated else "not gated"
                traits = dict.fromkeys((*common, *more, kind, f"measure: {measure}"))
                yield Onward(index, start, end, quantity, measure, tuple(traits))


@cache
def _else() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind a number that counts nobody: an age, an hour, "all but two"."""
    singles = alternatives(words("grammar", "onward_signs", "persons"))
    before = (
        r"\b(?:age|ages|aged)(?:\s+of)?(?:\s+(?:only|just|about))?$|\bno[tr]\s+yet$|\bby$|\ball\s+but$"
        r"|\b(?:youngest|oldest|eldest)\s+(?:\w+\s+){0,2}(?:was|were|is|are|being|only)$"
        rf"|\b(?:{singles})\s+of(?:\s+(?:only|just|about|barely))?$|\bwho\s+(?:is|was),?$"
    )
    behind = r"\s+(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night|o[’']clock|figures|digits|years\s+old)\b"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)


def _no_people(raw: str, quantity: Quantity) -> bool:
    """ "Children under 12", "a youth of 17", "four in the morning", "370 rifles"."""
    if quantity.size > _MOST_PEOPLE:
        return True
    front, rest = _else()
    if rest.match(raw, quantity.end):
        return True
    ahead = raw[max(0, quantity.start - _REACH) : quantity.start].rstrip()
    if quantity.size <= _OLDEST and front.search(ahead):
        return True
    young = quantity.low is None and quantity.size <= _YOUNG
    if young and raw[quantity.start : quantity.start + 5].lower() in _UNDER:
        return True
    for word in (w.lower() for w in _WORD.findall(raw[quantity.end : quantity.end + _REACH])[:4]):
        if word in words("things", "arms_pieces") or word in words("things", "vehicles"):
            return True
        if (word in _closed() and word not in _FURTHER) or not word[0].isalpha():
            return False
    return False


def _measures(before: Sequence[Told], behind: Sequence[Told], raw: str) -> list[str]:
    """The measures that a number may go on with, the last counted first; of a hospital, injured."""
    near = list(reversed(before)) or list(behind)
    found = list(dict.fromkeys(one.measure for one in near))[:2]
    wounds = not words("grammar", "onward_signs", "wounds").isdisjoint(raw.lower().split())
    return [*found, "injured"] if wounds and "injured" not in found else found


def _form(word: str, *, first: bool) -> str:
    if word[0].isdigit():
        return "#"
    if word[0].isupper() and not first and not word.isupper():
        return "Name"
    return word.lower()


@cache
def _closed() -> frozenset[str]:
    return frozenset(
        "of in at on by from to for with and or but who whom which that was were are is be been had has "
        "have did do not other others more further another additional after before until then when "
        "while as than since so".split()
    )


def _beside(raw: str, quantity: Quantity, measure: str) -> Iterator[str]:
    """The words beside the number, and the noun behind it."""
    before = _WORD.findall(raw[: quantity.start])[-_NEAR:]
    first = len(_WORD.findall(raw[: quantity.start])) <= _NEAR
    behind = [_form(w, first=False) for w in _WORD.findall(raw[quantity.end : quantity.end + 90])]
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
    told = {w.lower() for w in _WORD.findall(raw)}
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
        if n == 0 and word in _FURTHER and right[1].isalpha() and right[1] not in _closed():
            skipped = right[1]
            continue
        if word in _closed():
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


def _stands(
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
    yield f"beside: {'none' if not here else 'of it' if any(o.measure == measure for o in here) else 'of another'}"
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
