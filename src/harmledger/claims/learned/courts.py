"""Numbers of complaints, charges and verdicts, and of those who are tried: no harm is counted.

"Received 140 complaints", "one was found guilty of murder and three of manslaughter", "the court
convicted four".
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["of_courts"]

#: Characters before the number in which the verdict stands that goes on with it.
_REACH = 140


def of_courts(raw: str, start: int, end: int) -> bool:
    """Whether the number at ``start:end`` of a sentence counts papers, charges or the accused."""
    if _papers().match(raw, end):
        return True
    before = raw[max(0, start - _REACH) : start]
    tried, goes_on = _tried()
    return bool(tried.search(before) or (_BEHIND.match(raw, end) and goes_on.search(before)))


#: "And three of manslaughter", "and five with perjury": the verb of the verdict is told once.
_BEHIND = re.compile(r"\s+(?:others?\s+|more\s+|men\s+|women\s+)?(?:of|with|for|to|on)\b", re.I)


@cache
def _papers() -> re.Pattern[str]:
    """ "Complaints of assault", "separate criminal charges": the noun of the number."""
    papers = alternatives(words("not_counts", "papers"))
    closed = r"(?!(?:of|in|at|on|by|from|to|for|with|and|or|who|that|was|were|are|is|had|have)\b)"
    return re.compile(rf"\s+(?:{closed}[a-z-]+\s+){{0,2}}?(?:{papers})\b", re.IGNORECASE)


@cache
def _tried() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Acquitted ", right before a number; "found guilty of murder and ", some words before."""
    verdicts = alternatives(words("not_counts", "verdicts"))
    joined = r"\b[^.;:]*?(?:,|\band|\bbut|\bwhile)\s+"
    further = r"(?:(?:another|a\s+further|the\s+other)\s+)?$"
    return (
        re.compile(rf"\b(?:{verdicts})\s+(?:all\s+)?{further}", re.IGNORECASE),
        re.compile(rf"\b(?:{verdicts}){joined}{further}", re.IGNORECASE),
    )
