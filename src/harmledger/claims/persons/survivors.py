"""Victims whom the text says to live, right behind: "the victim is in critical condition".

A report on several shootings tells of the dead of one beside the wounded of another.
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["lives_on"]

#: Characters behind the sentence of a claim in which it goes on about its victim.
_REACH = 160


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    alive = alternatives(words("grammar", "lives_on"))
    died = alternatives(words("grammar", "lives_no_more"))
    who = r"(?:he|she|(?:the|his|her)\s+(?:[\w-]+\s+)?(?:victim|man|woman|boy|girl|teen|condition))"
    return (
        re.compile(rf"\b{who}\b[^.;]{{0,60}}\b(?:{alive})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{died})\b", re.IGNORECASE),
    )


def lives_on(text: str, claim: Claim) -> bool:
    """ "A man was shot. The victim is in critical condition": he lives."""
    alive, died = _patterns()
    behind = text[claim.sentence_end : claim.sentence_end + _REACH]
    return alive.search(behind) is not None and died.search(behind) is None
