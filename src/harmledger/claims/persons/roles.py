"""What a text says of one who is named in it: their role, and whether they are under 18.

"Luis Prat" is a civilian where the text has "Luis Prat, a clerk at the bank", "the clerk, Luis
Prat", "Rep. Luis Prat" or "the clerk was identified as Luis Prat".
"""

from __future__ import annotations

import re

from harmledger.claims.persons.acts import UNSAID, an_accident, by_own_hand, is_blamed, student
from harmledger.claims.persons.children import ages_beside, names_before
from harmledger.claims.quantities.ages import ADULT
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import age_of, is_person_word, status_of

__all__ = ["UNSAID", "said_of"]

#: Characters looked at on either side of a name.
_BEFORE, _BEHIND = 140, 120
#: Mentions of one name looked at: long texts repeat names.
_MENTIONS = 40
#: Words with a full stop that are shorter than this end no sentence: initials, "St.", "Lt.".
_SHORT = 4
_LINK = re.compile(r"^(?:of|for|from|in|at|with|who|on|to|and|as|by|whose|that|near|inside)$")
_MORE_NAMES = re.compile(r"(?:\s+[A-Z][\w’'-]+){0,2}")

_BE = r"(?:is|was|had\s+been|has\s+been|works\s+as|worked\s+as)"
_ROLE_BEHIND = re.compile(
    rf"(?:\s+Jr\.?)?(?P<comma>\s*[,(]\s*(?:(?:aged?\s+)?\d{{1,3}}\s*,\s+)?(?:(?:who\s+)?{_BE}\s+)?|\s+{_BE}\s+)"
    r"(?:(?:then|now|also|himself|herself|once)\s+)?(?P<article>(?:an?|the|one\s+of\s+the)\s+)?"
    r"(?P<role>[^,.;:()]{3,60})",
    re.IGNORECASE,
)
_TOLD_BEHIND = re.compile(
    rf"(?:[^.\n,;]{{0,30}}\b|[^.]{{0,90}}\.\s+)(?:he|she)\s+{_BE}\s+(?:an?|the)\s+(?P<role>[^,.;:()]{{3,60}})",
    re.IGNORECASE,
)
_TITLE_AHEAD = re.compile(r"((?:[\w.’'-]+\s+){1,7})$")
_ROLE_AHEAD = re.compile(
    rf"\b(?i:an?|the|his|her|their|its|one)\s+([^,.;:()]{{2,60}}),\s+{names_before}$"
)
_IDENTIFIED = re.compile(
    r"\b(?i:an?|the)\s+([^,.;:()]{2,40}?)\s+(?:(?:[^,.;:()]{0,60}\s)?(?i:was|were|been)\s+(?:\w+\s+){0,2})?"
    r"(?i:identified|named)"
    rf"\s+(?:[^.;:]{{0,40}}\s)?(?i:as)\s+(?:\d{{1,3}}[\s-]year[\s-]old\s+)?{names_before}$"
)
_IDENTIFIED_THE = re.compile(
    rf"\b(?i:identified|named)\s+(?i:the)\s+([^,.;:()]{{2,40}}?)\s+(?i:as)"
    rf"\s+(?:\d{{1,3}}[\s-]year[\s-]old\s+)?{names_before}$"
)


def said_of(text: str, name: str, *, alone: bool = False) -> tuple[str, bool]:
    """The status that ``text`` states of ``name``, and whether it says they are under 18.

    ``name`` is one word of the name, as written. ``alone``: it is all that a claim gives, so it
    may be a first name, and stand before another ("Luis" for "Luis Prat").
    """
    sides: list[tuple[str, str]] = []
    for match in re.finditer(rf"\b{re.escape(name)}\b", text):
        end = match.end()
        if alone and (more := _MORE_NAMES.match(text, end)):
            end = more.end()
        ahead = re.sub(r"[\[\]\s]+", " ", text[max(0, match.start() - _BEFORE) : match.start()])
        sides.append((ahead, text[end : end + _BEHIND]))
        if len(sides) == _MENTIONS:
            break
    child = any(_says_child(*side) for side in sides)
    status = "unstated"
    looks = [_behind, is_blamed, by_own_hand, _ahead, _told, student]
    if child or an_accident(text):
        looks.remove(by_own_hand)
    for look in looks:
        for side in sides:
            status, young = look(*side)
            child = child or young
            if status != "unstated":
                return status, child
    return status, child


def _says_child(ahead: str, behind: str) -> bool:
    return any(years < ADULT for years in ages_beside(ahead, behind))


def _behind(_: str, behind: str) -> tuple[str, bool]:
    match = _ROLE_BEHIND.match(behind)
    if match is None:
        return UNSAID
    # "Swanson, police said" gives no role: a role has an article, or goes on with of or for.
    comma = match["comma"].lstrip()[:1] in {",", "("}
    if not match["article"] and not (comma and re.search(r"\b(?:of|for)\b", match["role"], re.I)):
        return UNSAID
    return _of_phrase(match["role"])


def _told(_: str, behind: str) -> tuple[str, bool]:
    """ "Those who knew Prat said he was a student": a civil role that someone tells."""
    match = _TOLD_BEHIND.match(behind)
    said = _of_phrase(match["role"]) if match else UNSAID
    return said if said[0] == "civilian" else UNSAID


def _ahead(ahead: str, _: str) -> tuple[str, bool]:
    for pattern in (_ROLE_AHEAD, _IDENTIFIED, _IDENTIFIED_THE):
        if match := pattern.search(ahead):
            said = _of_phrase(match[1], apposed=True)
            if said != UNSAID:
                return said
    title = _TITLE_AHEAD.search(ahead)
    return _of_title(title[1].split()) if title else UNSAID


def _is_short(word: str) -> bool:
    """Whether a word with a full stop is a short form ("Rep.", "Lt."), no end of a sentence."""
    stem = word.rstrip(".").lower().removeprefix("then-").removeprefix("ex-")
    return len(stem) < _SHORT or stem in words("people", "titles")


def _of_title(ahead: list[str]) -> tuple[str, bool]:
    """The role that stands before a name, with a first name or two between them."""
    ended = [i for i, word in enumerate(ahead) if word.endswith(".") and not _is_short(word)]
    ahead = ahead[ended[-1] + 1 :] if ended else ahead
    for first in range(3):
        title = ahead[: len(ahead) - first]
        if title and first and not ahead[len(title) :][0][:1].isupper():
            break  # what stands between is no first name
        linked = [i for i, word in enumerate(title) if _LINK.match(word.lower())]
        rest = title[linked[-1] + 1 :] if linked else title
        if rest:
            word = rest[-1].lower().removeprefix("then-").removeprefix("ex-").rstrip(".")
            if word in words("people", "titles"):
                return "civilian", False
        said = _of_phrase(" ".join(rest))
        if said != UNSAID:
            return said
        if rest and linked and title[linked[-1]].lower() == "of" and linked[-1]:
            office = title[linked[-1] - 1].lower()  # "the minister of justice Luis Prat"
            if office in words("grammar", "office_holders"):
                said = _of_phrase(office)
                if said[0] == "civilian":
                    return said
    return UNSAID


def _of_phrase(phrase: str, *, apposed: bool = False) -> tuple[str, bool]:
    """The status of a role in plain words: "a Capitol Police officer who was there"."""
    every = [word.strip("()\"“”'’") for word in phrase.lower().split()]
    parts: list[str] = []
    for word in every:
        if parts and (_LINK.match(word) or word in harm_words()):
            break
        parts.append(word)
    head = parts[-1].rstrip(".") if parts else ""
    if head in words("grammar", "kin"):
        owners = [i for i, part in enumerate(parts) if part.endswith(("'s", "’s", "s'", "s’"))]
        parts = parts[owners[-1] + 1 :] if owners else parts  # "the colonel's wife"
    untitled = head in words("grammar", "no_titles") and not apposed
    if not is_person_word(head) or untitled:
        return UNSAID
    behind = every[len(parts) : len(parts) + 8]
    if behind[:1] == ["of"] and head in words("grammar", "rank_nouns"):
        # "Leader of the teachers' union": what follows decides.
        parts = [*behind[1:], *parts]
    young = age_of(tuple(parts)) == "child"
    status = status_of(head, tuple(parts[:-1]), frozenset(parts))
    return ("civilian" if young and status == "unstated" else status), young
