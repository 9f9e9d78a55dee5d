"""Groups that were shot and the dead among them, told in one sentence.

"Five people were shot, two of them fatally": the five are casualties, the two a part of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from harmledger.claims.drafts.draft import Draft


__all__ = ["with_their_dead"]


def with_their_dead(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, groups of open outcome made casualties where some of them died."""
    out = list(drafts)
    for index, group in enumerate(out):
        low = group.counted.low
        if group.measure != "injured" or not group.outcome_open or low is None or low < 2:
            continue
        for at, death in enumerate(out):
            if death.measure == "killed" and _among(death, group, low):
                out[index] = replace(group, measure="casualties")
                out[at] = replace(death, whole=index) if death.whole is None else death
                break
    return out


def _among(death: Draft, group: Draft, low: int) -> bool:
    """Whether the words between the two say that the dead are some of the group."""
    if death.counted.start < group.counted.end or (death.counted.low or 0) > low:
        return False
    doc = group.trigger.doc
    first = max(group.counted.head.i, group.trigger.i)
    between = {token.lower_ for token in doc[first + 1 : death.counted.head.i]}
    behind = {token.lower_ for token in doc[death.counted.head.i : death.counted.head.i + 3]}
    openers = words("grammar", "part_openers")
    return bool(
        between & openers
        or behind & words("grammar", "back_pronouns")
        or behind & words("harm_words", "fatally", "forms")
    )
