"""Numbers that may go on counting whom the text counted before, and what speaks for it.

"Eight were killed. Another four followed", "the rebels lost at least 40", "in the second, three":
no harm word says whom they count. Each number near a count of people is a candidate for what was
counted last; its traits are the words beside it and how it stands to the counts before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from harmledger.claims.learned.courts import of_courts
from harmledger.claims.learned.onward_traits import FURTHER, WORD, Told, beside, closed, stands
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.quantities.grammar import Quantity, find_quantities
from harmledger.claims.quantities.ofwhat import of_others
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import NUMBER
from harmledger.claims.words.people import is_person_word

__all__ = ["Onward", "Told", "candidates"]

#: How many sentences, and characters, back the count may stand.
_SENTENCES, _CHARACTERS = 8, 1200
#: More than these are no count of one text; up to these a number may be an age; "under 18".
_MOST_PEOPLE, _OLDEST, _YOUNG = 5_000_000, 110, 21
_UNDER = frozenset(("under", "below"))
#: Characters before and behind the number that may show that it counts nobody.
_REACH = 60
#: "(2)", "3.": below this, digits that stand alone number a list.
_LEAST_ALONE = 40
_MOST_LABELS = 100
_NOTE = re.compile(r"(?:^|[.!?])\s*\(?$")
_NOTED = re.compile(r"\s*[.)]")
#: "The mayor was 61", "the victims were 12 and 14".
_OF_AGE = re.compile(
    r"(\w+)\s+(was|is|were|are)(?:\s+\d{1,3},?)*(?:\s+(?:and|or))?$", re.IGNORECASE
)
_WHO = re.compile(r"\bwhom?\b[^,.;]*$", re.IGNORECASE)
_AGED = re.compile(r"\s*(?:[.,;)]|$|(?:and|or)\s+\d)")
_SINGLE = frozenset(("was", "is"))
#: "Image 3 of 9", "1 / 8", "Rt. 33", "KOIN 6": a number that is part of a label or name.
_LABELLED = re.compile(r"(?:\d\s+of|/|#|[a-z)\d]\s+[A-Z][A-Za-z]*\.?|^(?:Image|Photo|Page))\s+$")
_OUT_OF = re.compile(r"\s*(?:/|of\s+\d)")
_DAY = re.compile(r"day\s+$")
#: "Nine died, one a youth of 17".
_ONE_A = re.compile(r"\s+(?:an?|the|his|her)\b", re.IGNORECASE)
_THERE_IS = re.compile(
    r"\bthere\s+(?:was|were|is|are)\s+(?:only\s+|just\s+|about\s+)?$", re.IGNORECASE
)
_NOUN = re.compile(r"\s+([^\W\d][\w-]*)")
_OF_THEM = re.compile(r"\s+of\s+them\b", re.IGNORECASE)
#: The least count that numbers go on with.
_SEVERAL = 3
#: Spans that may begin before the one that lies over a number.
_BACK = 4


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
    text: str,
    sentences: Sequence[Sentence],
    gated: frozenset[int],
    told: Sequence[Told],
    taken: Iterable[tuple[int, int]] = (),
) -> Iterator[Onward]:
    """The free numbers near counts of people, once for each measure that they may go on with.

    ``taken``: further spans of the text in which no number is free: goods, figures of a table.
    """
    told = sorted(told, key=lambda one: one.start)
    if max((max(one.low or 0, one.high or 0) for one in told), default=0) < _SEVERAL:
        return  # one or two who were shot: numbers beside them are of something else
    near: set[int] = set()
    for one in told:
        near.update(range(one.sentence, one.sentence + _SENTENCES + 1))
    starts = [one.start for one in told]
    held = sorted({*taken, *((one.start, one.end) for one in told)})
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
            and not _labels(text, own.start, q)
            and not _over(held, own.start + q.start, own.start + q.end)
        ]
        for quantity in free:
            start, end = own.start + quantity.start, own.start + quantity.end
            at = bisect_left(starts, start)
            before = [o for o in told[max(0, at - 8) : at] if start - o.end <= _CHARACTERS]
            for measure in _measures(before, raw) if before else ():
                if measure == "killed" and _hurt().match(raw, quantity.end):
                    continue
                common = beside(raw, quantity, measure)
                more = stands(own, index, sentences, quantity, free, before, measure, told)
                kind = "gated" if index in gated else "not gated"
                traits = dict.fromkeys((*common, *more, kind, f"measure: {measure}"))
                yield Onward(index, start, end, quantity, measure, tuple(traits))


def _over(held: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which are in order, lies over ``start:end``."""
    at = bisect_left(held, (end, 0))
    return any(start < last for _, last in held[max(0, at - _BACK) : at])


@cache
def _else() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind a number that counts nobody: an age, an hour, "all but two"."""
    singles = alternatives(words("grammar", "onward_signs", "persons"))
    before = (
        r"\b(?:age|ages|aged)(?:\s+of)?(?:\s+(?:only|just|about))?$|\bno[tr]\s+yet$|\bby$"
        r"|\ball\s+but$"
        rf"|(?:^|\b(?:{NUMBER})\s+(?:\w+\s+)?)of\s+(?:the|those|these)$"
        r"|\b(?:youngest|oldest|eldest)\s+(?:\w+\s+){0,2}(?:was|were|is|are|being|only)$"
        rf"|\b(?:{singles})\s+of(?:\s+(?:only|just|about|barely))?$|\bwho\s+(?:is|was),?$"
    )
    hours = r"in\s+the\s+(?:morning|afternoon|evening)|at\s+night|o[’']clock"
    behind = rf"\s+(?:{hours}|figures|digits|years\s+old)\b"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)


@cache
def _saved() -> re.Pattern[str]:
    """ "80 staff had been brought to safety": the clause says that they came away, or took part."""
    saved = alternatives(words("grammar", "onward_signs", "saved"))
    return re.compile(rf"[^.;:]*\b(?:{saved})\b", re.IGNORECASE)


@cache
def _otherwise() -> re.Pattern[str]:
    """ "And some 9,000 were expelled", "200 still live abroad": the own verb says what befell."""
    told = alternatives(words("grammar", "onward_signs", "otherwise"))
    live = alternatives(words("grammar", "onward_signs", "live_on"))
    return re.compile(
        r"(?:\s+[a-z-]+){0,3}?\s+(?:(?:were|was|are|is|been|being)\s+(?:[a-z]+ly\s+|later\s+|then\s+"
        rf"|also\s+|now\s+|still\s+)?(?:{told})|{live})\b",
        re.IGNORECASE,
    )


@cache
def _hurt() -> re.Pattern[str]:
    """ "Three victims with gunshot wounds": the clause says of them that they were hurt."""
    hurt = alternatives(words("grammar", "onward_signs", "hurt"))
    return re.compile(
        rf"[^.;:]{{0,{_REACH}}}\b(?:{hurt})\b(?!\s+(?:dead|to\s+death))", re.IGNORECASE
    )


def _labels(text: str, start: int, quantity: Quantity) -> bool:
    """ "Image 3 of 9", "channel KOIN 6", "Rt. 33": small digits that number a thing.

    Over the start of the sentence, which may have been taken to end behind an abbreviation.
    """
    first, last = start + quantity.start, start + quantity.end
    if not text[first:last].isdigit() or quantity.size >= _MOST_LABELS:
        return False
    ahead = text[max(0, first - _REACH) : first]
    return bool(
        _OUT_OF.match(text, last)
        or ahead.rstrip().endswith("/")
        or (_LABELLED.search(ahead) and not _DAY.search(ahead))
    )


def _no_people(raw: str, quantity: Quantity) -> bool:
    """ "Children under 12", "a youth of 17", "four in the morning", "370 rifles"."""
    if quantity.size > _MOST_PEOPLE:
        return True
    if quantity.size == 1 and _ONE_A.match(raw, quantity.end):
        return True
    front, rest = _else()
    if any(one.match(raw, quantity.end) for one in (rest, _saved(), _otherwise())):
        return True
    if of_courts(raw, quantity.start, quantity.end):
        return True
    alone = raw[quantity.start : quantity.end].isdigit() and quantity.size < _LEAST_ALONE
    if alone and _NOTE.search(raw[: quantity.start]) and _NOTED.match(raw, quantity.end):
        return True
    if _things(raw, quantity) or of_others(raw[: quantity.start]):
        return True
    ahead = raw[max(0, quantity.start - _REACH) : quantity.start].rstrip()
    if quantity.size <= _OLDEST and front.search(ahead):
        return True
    told = _OF_AGE.search(ahead)
    if told and quantity.size <= _OLDEST and _AGED.match(raw, quantity.end):
        counts = words("grammar", "onward_signs", "sums").isdisjoint(ahead.lower().split())
        if told[2].lower() in _SINGLE and (counts or _WHO.search(ahead)):
            return True
        if told[1].lower() in {"victims", "who"}:
            return True
        return is_person_word(told[1].lower())
    young = quantity.low is None and quantity.size <= _YOUNG
    if young and raw[quantity.start : quantity.start + 5].lower() in _UNDER:
        return True
    # "One family", "one house": of several, they count those who live there.
    kinds = (
        "arms_pieces",
        "vehicles",
        "animals",
        *(("households", "buildings") if quantity.size == 1 else ()),
    )
    for word in (w.lower() for w in WORD.findall(raw[quantity.end : quantity.end + _REACH])[:4]):
        if any(word in words("things", kind) for kind in kinds):
            return True
        if (word in closed() and word not in FURTHER) or not word[0].isalpha():
            return False
    return False


def _things(raw: str, quantity: Quantity) -> bool:
    """ "There were 14 latrines"; "houses had been burned, more than 300 of them"."""
    noun = _NOUN.match(raw, quantity.end)
    if noun is None:
        return False
    word = noun[1].lower()
    if _THERE_IS.search(raw, 0, quantity.start):
        counted = words("grammar", "count_nouns") | words("grammar", "onward_signs", "bodies")
        hurt = word in harm_words() or word in counted
        near = (w.lower() for w in WORD.findall(raw[quantity.end : quantity.end + _REACH])[:3])
        people = any(map(is_person_word, near))  # "two taxi drivers"
        return not (hurt or people or word in closed()) and noun[1].islower()
    if word != "of" or not _OF_THEM.match(raw, quantity.end):
        return False
    before = [w.lower() for w in WORD.findall(raw[: quantity.start])]
    several = any(w.endswith("s") and w in words("things", "buildings") for w in before)
    return several and not any(map(is_person_word, before))


def _measures(before: Sequence[Told], raw: str) -> list[str]:
    """The measures that a number may go on with, the last counted first; of a hospital, injured."""
    found = list(dict.fromkeys(one.measure for one in reversed(before)))[:2]
    wounds = not words("grammar", "onward_signs", "wounds").isdisjoint(raw.lower().split())
    return [*found, "injured"] if wounds and "injured" not in found else found
