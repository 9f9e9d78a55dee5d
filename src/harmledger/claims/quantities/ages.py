"""Ages as they stand for persons: "a 16-year-old", "the 3 yr old girl", "Ana Ruiz, 17,"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.numbers import NUMBER, parse_number

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ADULT", "Age", "age_beside", "find_ages"]

#: Years from which on a person is no child (Convention on the Rights of the Child, article 1).
ADULT = 18
#: Higher numbers are no ages of persons.
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class Age:
    """An age at ``start:end`` of a sentence. ``noun``: it stands for the person by itself."""

    start: int
    end: int
    years: int
    noun: bool
    plural: bool = False


#: Characters before an age in which a number joined to it is looked for.
_REACH = 60
#: A number joined to the age behind it: "an 18 and 15 year old".
_JOINED = re.compile(rf"(?<![\w,.-])({NUMBER})(?:-?\s+and\s+(?:an?\s+)?)$", re.IGNORECASE)


#: What an age ends with: looked for first, since every number may begin one. In lower case.
_OLD = re.compile(r"(?:year|yr|month|week|day)s?[\s-]*olds?(?!\w)|y/o|y\.o\.")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<number>{NUMBER})[\s-]*(?:(?P<unit>year|yr|month|week|day)s?[\s-]*old|y/o|y\.o\.)(?P<many>s?)(?!\w)(?=(?P<next>\s*\S*))",
        re.IGNORECASE,
    )


def find_ages(text: str) -> Iterator[Age]:
    """The ages of ``text`` written out with "old", in order.

    Before a noun ("a 16-year-old boy") an age describes; before anything else it is the person.
    """
    low = text.lower()
    if not any(sign in low for sign in ("old", "y/o", "y.o.")) or _OLD.search(low) is None:
        return
    for match in _pattern().finditer(text):
        number = parse_number(match["number"])
        if number is None or number > _OLDEST:
            continue
        years = number if (match["unit"] or "year").lower() in {"year", "yr"} else 0
        following = match["next"].strip().lower().rstrip(".,;:!?)")
        noun = (
            not following
            or not following[0].isalpha()
            or (match["next"].strip()[-1:] in set(",;:") and following in words("grammar", "be"))
            or following in harm_words()
            or following in words("grammar", "behind_persons")
            or following in words("grammar", "be")
        )
        plural = bool(match["many"])
        noun = noun or plural
        start = match.start()
        # Not from the beginning: in a text of many ages that takes the square of its length.
        first = _JOINED.search(text, max(0, start - _REACH), start)
        before = parse_number(first[1]) if first is not None and years and noun else None
        if first is not None and before is not None and before <= _OLDEST:
            if match["unit"] and text[match.end("unit") :].lower().startswith("s"):
                start, noun = first.start(1), False  # "two children 7 and 12 years old"
            else:
                yield Age(first.start(1), first.end(1), before, noun)  # "an 18 and 15 year old"
        yield Age(start, match.end(), years, noun, plural)


def age_beside(name: Token) -> int | None:
    """The age that stands behind a name between commas; None where none does."""
    for child in name.children:
        near = child.i - name.i
        if child.text.isdigit() and 0 < near < 6 and child.nbor(-1).text in {",", "("}:
            years = int(child.text)
            return years if years <= _OLDEST else None
    return None
