"""Those shot of whom the words beside them tell that they died: some of the dead, or put to death.

"Thirty-four of the 44 were shot by police" where the text counts 44 killed; "were marched to the
pit and shot".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from harmledger.claims.persons.single import is_open
from harmledger.claims.quantities.grammar import find_quantities
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["put_to_death"]

_OF = re.compile(r"\s+(?:\w+\s+)?of\s+(?:the|these|those|its|their)\s+(?P<what>.{1,40})", re.DOTALL)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom)\b")
_SHOT = frozenset(("shot", "machine-gunned", "gunned"))
#: Characters behind a number in which the whole is named.
_REACH = 40


def put_to_death(text: str, claims: Sequence[Claim]) -> Iterator[str]:
    """The ids of the open ``claims`` that the words beside them make claims of the killed."""
    totals = {c.low for c in claims if c.measure == "killed" and c.low and c.low > 1}
    for n, claim in enumerate(claims):
        if not is_open(claim) or not claim.low:
            continue
        before = claims[n - 1] if n else None
        shot = claim.basis is not None and claim.basis.word.lower() in _SHOT
        if _some_of_the_dead(text, claim, totals, before) or (shot and _executed(text, claim)):
            yield claim.id


def _some_of_the_dead(text: str, claim: Claim, totals: set[int], before: Claim | None) -> bool:
    behind = text[claim.end : claim.end + _REACH]
    if _OF_THEM.match(behind):
        near = before is not None and before.sentence_start == claim.sentence_start
        more = near and before is not None and (before.low or 0) > (claim.low or 0)
        return more and before is not None and before.measure == "killed"
    whole = _OF.match(behind)
    if whole is None:
        return False
    if not words("grammar", "of_the_dead").isdisjoint(whole["what"].lower().split()[:2]):
        return True
    found = next(iter(find_quantities(whole["what"])), None)
    return found is not None and found.start == 0 and found.low in totals


@cache
def _ways() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"\b(?:{alternatives(words('grammar', 'put_to_death'))})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{alternatives(words('grammar', 'lived_on'))})\b", re.IGNORECASE),
    )


def _executed(text: str, claim: Claim) -> bool:
    sentence = text[claim.sentence_start : claim.sentence_end]
    ways, lived = _ways()
    return bool(ways.search(sentence)) and not lived.search(sentence)
