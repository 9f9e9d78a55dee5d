"""Those killed where a sentence says who was attacked: they are of those attacked.

"Police opened fire on striking miners and killed at least a dozen men" counts miners, "pilgrims
were set upon at the well; six died" pilgrims, "gunmen ambushed an army patrol, killing seven"
soldiers. A crowd says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from harmledger.claims.persons.status_words import class_of, says_nothing
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word, status_of
from harmledger.records import Claim

__all__ = ["as_attacked"]

_HARM = frozenset(("killed", "injured", "casualties"))
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[,.;:()]")
#: Words of the phrase for those attacked, and characters that hold them.
_WORDS, _PHRASE = 9, 110
#: Characters before a count in which its sentence says who was attacked.
_REACH = 400
#: Words that are people where nothing follows that is theirs, and what goes on behind them.
_OWNERS = frozenset(("police", "troops", "staff"))
_GO_ON = frozenset("and in at on near with who as from outside guarding".split())
#: Words behind which another clause has its own subject.
_CLAUSES = frozenset("when as while after before where until that because".split())
#: "An army patrol", "a rebel column": whose a unit is, by the kind of the word before.
_SIDES = {"security": "armed_forces", "armed_group": "armed_group"}
_MANY = re.compile(r"(?:s|men|women|people|children|staff|crew|police|troops)\Z")


def as_attacked(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, unstated counts of several with the status of those attacked."""
    return [_attacked(text, claim) if _open(claim) else claim for claim in claims]


def _open(claim: Claim) -> bool:
    told = claim.quote.lower().split()[0] not in {"a", "an", "the"}  # "wounding a man and a girl"
    return told and claim.measure in _HARM and says_nothing(claim)


def _attacked(text: str, claim: Claim) -> Claim:
    told = text[max(claim.sentence_start, claim.start - _REACH) : claim.start]
    found = {status for match in _attack().finditer(told) if (status := _of_object(told, match))}
    if not found and (passive := list(_passive().finditer(told))):
        found = {status for match in passive if (status := _of_subject(told[: match.start()]))}
    if len(found) != 1 or claim.population is None:
        return claim
    return replace(claim, population=replace(claim.population, status=found.pop()))


@cache
def _attack() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('grammar', 'attacks_on'))})\s+", re.IGNORECASE)


@cache
def _passive() -> re.Pattern[str]:
    done = alternatives(words("grammar", "attacked"))
    return re.compile(rf"\b(?:was|were|been|being)\s+(?:{done})\b", re.IGNORECASE)


def _of_object(told: str, verb: re.Match[str]) -> str | None:
    """The status of the first plural noun for people, or for a unit of such, behind a verb."""
    phrase: list[str] = []
    tokens = _WORD.findall(told, verb.end(), verb.end() + _PHRASE)[:_WORDS]
    for word, next_ in pairwise([*tokens, "."]):
        low = word.lower()
        if low in _OWNERS and next_[0].isalpha() and next_.lower() not in _GO_ON:
            phrase.append(low)  # "the police station", "police patrols"
            continue
        if not word[0].isalpha() or low in words("grammar", "phrase_ends") - {"of"}:
            return None
        if status := _named(low, phrase):
            return status
        phrase.append(low)
    return None


def _of_subject(told: str) -> str | None:
    """The same of the words right before "were attacked", the last first."""
    tokens = [word.lower() for word in _WORD.findall(told)[-_WORDS:]]
    for at in range(len(tokens) - 1, -1, -1):
        if not tokens[at][0].isalpha() or tokens[at] in _CLAUSES:
            return None
        if status := _named(tokens[at], tokens[max(0, at - 2) : at]):
            return status
    return None


def _named(word: str, before: Sequence[str]) -> str | None:
    """The status of a plural noun for people, or of a unit told with a word of its kind."""
    if word in words("grammar", "units"):
        found = {side for near in before[-2:] if (side := _side(near))}
        return found.pop() if len(found) == 1 else None
    if is_person_word(word) and _MANY.search(word):
        status = status_of(word, tuple(before[-2:]))
        return None if status in {"unstated", "perpetrator"} else status
    return None


def _side(word: str) -> str | None:
    """Whose a unit is: "police", "army", "rebel"."""
    return "police" if word in words("people", "police") else _SIDES.get(class_of(word) or "")
