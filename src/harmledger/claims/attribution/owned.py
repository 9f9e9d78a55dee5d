"""Sources that belong to a body: its spokesman, a director of the group, a review of its own.

Whoever speaks for a body, and what the body published, is no source beside it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from harmledger.claims.words import lexicon

__all__ = [
    "body_at_the_end",
    "is_owned",
    "owner_of_work",
    "published_by",
    "publisher_before",
    "sentence_ends",
    "short_names_of_work",
]

_OWNED = re.compile(r"^(?:its|their)\s", re.IGNORECASE)
#: A full stop behind a word of some length, which ends a sentence.
_STOP = re.compile(r"\w{3}[\"”’)]?[.!?]\s")
_OF_BODY = re.compile(r"^(?P<office>.+? (?:of|for|at|from|with)) the (?P<body>[\w ]+)$")
#: Mentions of a work that are looked at.
_MOST = 20
#: How far behind a name of a work its publisher is told.
_REACH = 100


def is_owned(name: str) -> bool:
    """Whether the name says that the source is somebody's: "its spokesman"."""
    return bool(_OWNED.match(name))


def sentence_ends(text: str, start: int, end: int) -> int:
    """How many sentences end between two places, counted up to two."""
    return len(list(islice(_STOP.finditer(text, start, end), 2)))


def body_at_the_end(name: str) -> tuple[str, str] | None:
    """The office with its preposition and a space, and the body: "director of ", "group"."""
    found = _OF_BODY.match(name)
    return (f"{found['office']} ", found["body"]) if found else None


def owner_of_work(name: str) -> tuple[str, str] | None:
    """The body and its work: "group", "own review" of "group's own review"."""
    body, mark, work = name.partition("’s ") if "’s " in name else name.partition("'s ")
    return (body, work) if mark and short_names_of_work(work) else None


@cache
def _published() -> re.Pattern[str]:
    verbs = "|".join(sorted(map(re.escape, lexicon.words("reporting", "publishing"))))
    return re.compile(
        rf"(?:['’]s?)? (?:that|which) (?P<body>(?:[\w’'-]+ ){{1,6}}?)(?:(?:has|had) )?(?:{verbs})\b"
    )


def published_by(text: str, end: int, name: str) -> str | None:
    """The body that published a work, where that stands behind its name, which ends at ``end``:
    "an internal review that the group published"."""
    if not short_names_of_work(name):
        return None
    # A name is kept without its article, so it may end a few characters later.
    found = _published().search(text, end, end + _REACH)
    return found["body"].strip() if found and found.start() <= end + len("their ") else None


def publisher_before(text: str, name: str, at: int) -> tuple[int, int] | None:
    """The body that published a work which the text calls "the study" at ``at``, as it says before.

    "According to a study that the league published, ... The study said ...".
    """
    if len(name.split()) > 1 or not short_names_of_work(name):
        return None
    spots = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE).finditer(text, 0, at)
    for spot in islice(spots, _MOST):
        found = _published().match(text, spot.end(), spot.end() + _REACH)
        if found is not None:
            return found.span("body")
    return None


def short_names_of_work(name: str) -> list[str]:
    """The name of a work and the noun by which the text may call it again; empty for others."""
    words = name.casefold().split()
    works = lexicon.words("reporting", "works")
    return [" ".join(words), words[-1]] if words and words[-1] in works else []
