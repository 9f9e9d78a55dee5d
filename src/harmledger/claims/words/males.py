"""Male and female as nouns: the parser takes "a 17-year-old male suffering" for adjectives."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import words

__all__ = ["MALES", "MALE_WORD", "is_person_male"]

MALE_WORD = re.compile(r"\b(?:fe)?males?\b", re.IGNORECASE)
#: What the parser is given instead of the noun.
MALES = {"male": "man", "males": "men", "female": "woman", "females": "women"}


def is_person_male(raw: str, end: int) -> bool:
    """Whether "male" before ``end`` is a noun, by the word behind it: "a male who", "a male." """
    behind = re.match(r"\s*([^\W\d_]+)?", raw[end : end + 30])
    word = behind[1] if behind else None
    return word is None or word.lower() in _behind_males()


@cache
def _behind_males() -> frozenset[str]:
    return (
        words("grammar", "behind_persons")
        | words("grammar", "be")
        | words("grammar", "behind_males")
    )
