"""What a text says that one named in it did or does, and so who that is.

One who opened fire, or is charged, is held to have carried out the event; one who attends a school
is a civilian.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from harmledger.claims.persons.children import names_before
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import NUMBER
from harmledger.claims.words.people import is_person_word

__all__ = ["UNSAID", "an_accident", "by_own_hand", "is_blamed", "student"]

#: Nothing is said: the status, and whether an age below 18 is stated.
UNSAID = ("unstated", False)


@cache
def _blamed() -> re.Pattern[str]:
    """What stands behind the name of one who is blamed for the event: "opened fire"."""
    known = alternatives(words("grammar", "blamed"))
    return re.compile(rf"([^.;\n]{{0,40}}?)\b(?:{known})\b", re.IGNORECASE)


@cache
def _killed_others() -> re.Pattern[str]:
    """ "Luis Prat shot and killed two": behind a name, with somebody else as its object."""
    known = alternatives(words("grammar", "kills_others"))
    return re.compile(
        rf"(\s+|,\s+[^.;\n]{{1,40}},\s+)(?:{known})\s+(?:{NUMBER}|an?|his|her|the|several)\s",
        re.IGNORECASE,
    )


@cache
def _charged() -> re.Pattern[str]:
    """What stands before the name of one whom the law charges: "police charged Luis Prat"."""
    known = alternatives(words("grammar", "charging"))
    return re.compile(rf"\b(?i:{known})\s+(?:\d{{1,3}}[\s-]year[\s-]old,?\s+)?{names_before}$")


@cache
def _own_hand() -> re.Pattern[str]:
    """ "Shot himself": behind a name, of one who is blamed for the event, if it is no accident."""
    known = alternatives(words("grammar", "own_hand"))
    return re.compile(rf"([^.;\n]{{0,40}}?)\b(?:{known})\b", re.IGNORECASE)


@cache
def _others_act() -> re.Pattern[str]:
    """ "Was killed when", "was shot by": what follows is what others did."""
    return re.compile(rf"\b(?:{alternatives(words('grammar', 'others_act'))})\b", re.IGNORECASE)


def _did(act: re.Match[str] | None) -> bool:
    """Whether an act behind a name is its bearer's: not "was killed when soldiers opened fire"."""
    if act is None or _others_act().search(act[1]):
        return False
    last = re.search(r"([^\W\d_]+)\s+\Z", act[1])
    return last is None or not is_person_word(last[1].lower())


@lru_cache(maxsize=8)
def an_accident(text: str) -> bool:
    """Whether ``text`` tells of an accident."""
    known = alternatives(words("grammar", "accidents"))
    return re.search(rf"\b(?:{known})\b", text, re.IGNORECASE) is not None


def is_blamed(ahead: str, behind: str) -> tuple[str, bool]:
    """Perpetrator where the words on either side of a name hold its bearer to account."""
    found = _did(_blamed().match(behind)) or _killed_others().match(behind)
    found = found or _charged().search(ahead)
    return ("perpetrator", False) if found else UNSAID


def by_own_hand(_: str, behind: str) -> tuple[str, bool]:
    """Perpetrator where the words behind a name say that its bearer shot himself."""
    return ("perpetrator", False) if _did(_own_hand().match(behind)) else UNSAID


@cache
def _studies() -> re.Pattern[str]:
    """ "Luis Prat attended Valley High School", "was studying to be a nurse"."""
    known = alternatives(words("grammar", "studies"))
    place = alternatives(words("grammar", "schools"))
    return re.compile(
        rf"[^.\n;]{{0,12}}\b(?:{known})\b(?:[^.\n;]{{0,50}}\b(?:{place})\b|\s+to\s+be\b)", re.I
    )


def student(_: str, behind: str) -> tuple[str, bool]:
    """Civilian where the words behind a name say that its bearer goes to a school."""
    return ("civilian", False) if _studies().match(behind) else UNSAID
