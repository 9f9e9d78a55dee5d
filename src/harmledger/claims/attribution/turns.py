"""Who has the word in a transcript: "[PRADO] We found two. [REPORTER] When?", "PRADO: Two."

A label holds for all that follows it, up to the next label.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from harmledger.claims.words.lexicon import words

__all__ = ["Turn", "find_turns", "turn_at"]

_BRACKETS = re.compile(r"\[([A-Z][A-Z\s.,'’-]{0,39}[A-Z])\](?=\s)")
_COLON = re.compile(r"(?:^|(?<=\n\n))[\"“]?([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s")
#: "Mr. ALDER. How many died?", as hearings are printed.
_STOP = re.compile(
    r"^[ \t]*((?:The|Mr\.|Mrs\.|Ms\.|Dr\.|Senator|Chairman|General|Representative)\s"
    r"[A-Z]{3,}(?:[ -][A-Z]{2,}){0,2})\.\s",
    re.MULTILINE,
)
#: What stands before a label in brackets: nothing, a blank line, a bracket or a sentence's end.
_BEFORE = re.compile(r"(?:^|\n\s*\n|[.?!:\]]\s)\s*$")
#: The tag of a head behind which its text begins.
_BEHIND_HEAD = re.compile(r"\[(?:TEXT|EXCERPTS?|CONTINUED|OMITTED|RECORDING)\]\s*\[$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """``text[start:end]`` is the name; what is said begins at ``end``. ``named``: a source."""

    start: int
    end: int
    named: bool


def find_turns(
    text: str, names: frozenset[str] = frozenset(), authors: frozenset[str] = frozenset()
) -> list[Turn]:
    """The labels of ``text`` in order; empty where it is no transcript.

    ``names``: words of the head of a broadcast, which names those who talk. ``authors``: those of
    the names of correspondents, who narrate.
    """
    found = [
        Turn(
            start=m.start(1), end=m.start(1) + len(m[1].split(",")[0]), named=_named(m[1], authors)
        )
        for m in _BRACKETS.finditer(text)
        if _BEFORE.search(text[max(0, m.start() - 6) : m.start()])
    ]
    talked = words("reporting", "talks") & names or any(
        set(_bare(text[t.start : t.end])) & words("reporting", "talks") for t in found
    )
    if not talked:
        # Those that stand before the text are the names of correspondents.
        found = [t for t in found if _BEHIND_HEAD.search(text[max(0, t.start - 20) : t.start])]
    lines = [
        Turn(start=m.start(1), end=m.end(1), named=_named(m[1]))
        for pattern in (_COLON, _STOP)
        for m in pattern.finditer(text)
    ]
    # A word in capitals before a colon may be a heading; people who talk take turns.
    often = Counter(text[t.start : t.end] for t in lines if t.named)
    if sum(number > 1 for number in often.values()) > 1:
        found += lines
    if not any(turn.named and not _asks(text[turn.start : turn.end]) for turn in found):
        return []  # nobody answers: a reporter tells the news
    return sorted(found, key=lambda turn: turn.start)


def _named(label: str, authors: frozenset[str] = frozenset()) -> bool:
    """Whether the label names who talks: no correspondent who narrates, no remark of the editor.

    Whoever asks talks, too: what a question takes for granted is theirs.
    """
    bare = _bare(label)
    if _asks(label):
        return True
    return bare[-1] not in authors and not any(
        word in words("reporting", "labels") for word in bare[bare[0] == "the" :]
    )


def _asks(label: str) -> bool:
    return _bare(label)[-1] in words("reporting", "interviewers")


def _bare(label: str) -> list[str]:
    return [word.lower().strip(".,'’") for word in label.split()]


def turn_at(turns: list[Turn], offset: int) -> Turn | None:
    """The turn that the character at ``offset`` belongs to; None where it is the narrator's."""
    index = bisect_right(turns, offset, key=lambda turn: turn.end) - 1
    return turns[index] if index >= 0 and turns[index].named else None
