"""Groups that were shot and the dead among them, told in one sentence.

"Five people were shot, two of them fatally": the five are casualties, the two a part of them.
"The burial of 136 victims": they were killed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import alternatives, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.drafts.draft import Draft
    from harmledger.claims.parsing.parse import Parsed

__all__ = ["counted_afterwards", "victims_who_died", "with_their_dead"]

#: Characters ahead of "identified 12 victims" in which dead or missing people are told of.
_BEFORE = 600
#: Steps from the victims to the verb or noun that says what was done with them.
_STEPS = 4


def _around(noun: Token) -> set[str]:
    return {token.lower_ for token in (*islice(noun.ancestors, _STEPS), *noun.lefts)}


def _laid_to_rest(draft: Draft) -> bool:
    """Whether the count is of victims or bodies in a burial: its place and day are not the harm's.

    "The burial of 136 victims at Leeds on Saturday".
    """
    told = draft.trigger.lower_ in words("only_some", "burials", "whom")
    return told and bool(_around(draft.trigger) & words("grammar", "laid_to_rest"))


def counted_afterwards(parsed: Parsed, draft: Draft) -> bool:
    """Whether the count is of bodies or names in a burial, an autopsy, a list: when and where that
    was is not when and where they died.

    "The burial of 136 victims", "autopsies of 40 bodies in Leeds", "a list of 128 names of dead".
    """
    word = draft.trigger.lower_
    bodies = word in words("only_some", "burials", "whom")
    if bodies and _around(draft.trigger) & words("grammar", "examines_bodies"):
        return True
    if _laid_to_rest(draft):
        return True
    if word not in words("grammar", "named_dead"):
        return False
    start = parsed.sentence.start
    return _on_a_list().search(parsed.text, start, draft.counted.start) is not None or bool(
        _names().match(parsed.text, draft.counted.end)
    )


@cache
def _on_a_list() -> re.Pattern[str]:
    """ "A list with the names of", ahead of a count."""
    lists = alternatives(words("grammar", "registers"))
    return re.compile(
        rf"\b(?:{lists})\s+(?:of|with|bearing|holding)\s+(?:\w+\s+){{0,3}}\Z", re.IGNORECASE
    )


@cache
def _names() -> re.Pattern[str]:
    return re.compile(r"\s+names\s+of\b", re.IGNORECASE)


def victims_who_died(text: str, draft: Draft) -> Draft:
    """ "The burial of 136 victims", "identified 2,000 victims" of a massacre: they were killed.

    ``text``: the whole text. Victims of whom no such thing is told may well live.
    """
    if draft.rule != "victim" or draft.measure != "injured":
        return draft
    noun = draft.counted.head
    around = _around(noun)
    if around & words("grammar", "laid_to_rest"):
        return replace(draft, measure="killed", outcome_open=False)
    if not around & words("grammar", "identifies_victims"):
        return draft
    told = text[max(0, draft.counted.start - _BEFORE) : draft.counted.end].lower()
    dead = words("grammar", "victims_dead").intersection(re.findall(r"[a-z]+", told))
    return replace(draft, measure="killed", outcome_open=False) if dead else draft


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
