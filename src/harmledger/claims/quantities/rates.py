"""Numbers that are rates or the ages of persons: "nine out of ten deaths", "mine kills girl, 7"."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import NUMBER, parse_number
from harmledger.claims.words.people import is_person_word

__all__ = ["is_age", "is_age_bound", "is_rate"]

#: "Woman, 70", at the end of a headline or of a part of one.
_OF_ONE = re.compile(r"([A-Za-z-]+),\s+(\d{1,3}(?:,\s+\d{1,3})*,?\s+and\s+)?$")
_JOINED_AGES = re.compile(r"(?:,\s+\d{1,3})*,?\s+and\s+\d{1,3}\s*(?:[,.;)]|$)")
_AGE_ENDS = re.compile(r"\s*(?:[,.;)]|$)|\s+and\s+(?!\d)[a-z]", re.IGNORECASE)
#: What a rate is of: "one in three prisoners", "nine out of ten deaths".
_SMALL = (
    r"(?:three|four|five|six|seven|eight|nine|ten|twenty|(?:a\s+)?hundred|(?:a\s+)?thousand"
    r"|10|20|100|1,?000)"
)
_IN_ALL = re.compile(rf"\s+(?:in|out\s+of)\s+{_SMALL}\s+(?P<noun>[A-Za-z-]+)", re.IGNORECASE)
_OUT_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\s+(?:in|out\s+of)\s+$", re.IGNORECASE
)
_RATED = re.compile(rf"{_SMALL}$", re.IGNORECASE)
_MOST_OF_TEN = 9
_NEXT_WORD = re.compile(r"\s*([A-Za-z.]+)")


def is_rate(text: str, start: int, end: int) -> bool:
    """Whether the number at ``start:end`` is one of a rate."""
    head, rest = text[max(0, start - 40) : start], text[end : end + 40]
    if _rate().match(rest) or re.search(r"\b(?:per|every)\s+$", head, re.IGNORECASE):
        return True
    return _of_every().search(head) is not None or _one_in(text, start, end)


@cache
def _rate() -> re.Pattern[str]:
    """ "12 deaths per 1,000", "12 killed for every 1,000", "12 deaths each day": no people."""
    of = alternatives(words("not_counts", "rates"))
    return re.compile(
        rf"(?:\s+[A-Za-z-]+){{0,3}}\s+(?:per|(?:for|in|out\s+of)\s+every)\s+(?:\d|(?:{of})\b)"
        r"|(?:\s+[A-Za-z-]+){1,3}\s+(?:(?:each|per)\s+(?:day|week|month|year)\b"
        r"|an?\s+(?:hour|day|week|month|year)\b"
        r"(?!\s+(?:after|ago|before|earlier|later|old|since|into|long|of|on|prior|apart|from|to)\b))",
        re.IGNORECASE,
    )


def is_age(head: str, rest: str) -> bool:
    """ "Mine kills girl, 7", "kills teacher, 41, and pupil", "kills two girls, 7 and 9"."""
    of = _OF_ONE.search(head)
    if of is None or not (_AGE_ENDS.match(rest) or _JOINED_AGES.match(rest)):
        return False
    noun = of[1].lower()
    if of[2] or _JOINED_AGES.match(rest):
        return is_person_word(noun) and noun.endswith(("s", "men", "people", "children"))
    return is_person_word(noun) and not noun.endswith(("s", "men", "people", "children"))


#: "Women over 18", "girls under fifteen", with a number of them or not.
_BOUND = re.compile(
    rf"(?P<number>\b(?:{NUMBER})\s+(?:\w+\s+)?)?\b(?P<noun>[A-Za-z]+)\s+(?:over|above|under|below)\s+$",
    re.IGNORECASE,
)
_BOUND_ENDS = re.compile(r"\s*(?:[.,;:)]|$|(?:and|or|who)\b)", re.IGNORECASE)


def is_age_bound(head: str, rest: str) -> bool:
    """ "109 women over 18", "men under 30 and": people told by how old they are.

    "Of the rebels over 40 were killed" counts: there the number does not end the phrase.
    """
    found = _BOUND.search(head)
    if found is None or not is_person_word(found["noun"].lower()):
        return False
    return bool(found["number"]) or _BOUND_ENDS.match(rest) is not None


@cache
def _of_every() -> re.Pattern[str]:
    """ "Of every 1,000 recruits, 12 die"."""
    return re.compile(r"\b(?:of|in|for)\s+every\s+[\d,]+\s+[a-z]+,\s+$", re.IGNORECASE)


def _one_in(text: str, start: int, end: int) -> bool:
    """ "One in three prisoners", "nine out of ten deaths": either number of such a rate.

    "Killed two in three attacks" counts: what follows must be people, deaths or buildings.
    """
    found = _IN_ALL.match(text, end)
    if found is not None:
        small = parse_number(text[start:end])
        return small is not None and small <= _MOST_OF_TEN and _rated(found["noun"])
    if not _RATED.fullmatch(text[start:end]) or not _OUT_OF.search(text, max(0, start - 24), start):
        return False
    noun = _NEXT_WORD.match(text, end)
    return noun is not None and _rated(noun[1])


def _rated(noun: str) -> bool:
    low = noun.lower()
    counted = words("grammar", "count_nouns") | words("things", "buildings")
    return is_person_word(low) or low in counted
