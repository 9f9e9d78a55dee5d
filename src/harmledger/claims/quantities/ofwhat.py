"""What a number that stands alone is of: "put the number of those made homeless at 900"."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word

__all__ = ["of_others"]

#: Characters before a number in which that may be said.
_REACH = 120
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@cache
def _number_of() -> re.Pattern[str]:
    nouns = alternatives(words("not_counts", "numbers_of"))
    links = alternatives(words("not_counts", "numbers_of", "links"))
    return re.compile(
        rf"\b(?:{nouns})\s+of\s+(?P<what>[^.;:\d]{{2,80}}?)\s+(?:{links})\s+"
        r"(?:[^\W\d]+\s+){0,3}?$",
        re.IGNORECASE,
    )


def of_others(before: str) -> bool:
    """Whether the words before a number say that it is of others than those harmed: of houses, of
    those rescued, of people who lost their homes. "The number of victims" is of those harmed."""
    found = _number_of().search(before[-_REACH:])
    if found is None:
        return False
    told = [word.lower() for word in _WORD.findall(found["what"])]
    harmed = words("not_counts", "numbers_of", "harmed")
    plain = words("not_counts", "numbers_of", "plain")
    if not harmed.isdisjoint(told):
        return False
    return not all(word in plain or is_person_word(word) for word in told)
