"""Whose press release a text is: its head has a line for the work and one for the body.

"COALITION FORCES / PRESS RELEASE / Bagram, 25 August 2008", "Press release of the General Staff".
All that follows is told by that body, which its sentences need not name again.
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.attribution.speakers import is_source
from harmledger.claims.words.kinds import kind_of
from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["released_by"]

#: Lines of a head, and words of the longest name in it.
_HEAD, _WORDS = 6, 9
_IN_NAMES = frozenset(("states", "reports", "records"))
_LINE = re.compile(r"[^\n]*\S")
_NAME = re.compile(
    r"(?:(?:issued|released)\s+)?(?:(?P<by>by|from)\s+)?(?:the\s+)?(?P<name>[^,]*?)"
    r"(?:[,:].*)?$",
    re.IGNORECASE,
)


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    works = alternatives(words("reporting", "release_works"))
    number = r"(?:\s+(?:no\.?|nr\.?|number|#)\s*[\w/-]+)?"
    return (
        re.compile(rf"\W*(?:{works}){number}\W*", re.IGNORECASE),
        re.compile(rf"(?:{works}){number}\s+(?:issued\s+)?(?:of|by|from)\s+(?=\S)", re.IGNORECASE),
    )


def released_by(text: str) -> tuple[int, int, int] | None:
    """Where the name of the body stands whose release the text is, and where the head ends."""
    alone, before_name = _labels()
    lines = [found.span() for found in _LINE.finditer(text, 0, 1200)][:_HEAD]
    for at, (start, end) in enumerate(lines):
        if not _is_head(text[start:end]):
            return None
        led = before_name.match(text, start, end)
        if led is not None:
            name = _name(text, led.end(), end, led=True)
            if name is not None:
                return *name, end
        elif alone.fullmatch(text, start, end):
            for near in (at - 1, at + 1):
                if 0 <= near < len(lines) and (name := _name(text, *lines[near])) is not None:
                    return *name, max(end, lines[near][1])
    return None


def _is_head(line: str) -> bool:
    """Whether a line is of the head, and no sentence."""
    return len(line.split()) <= 2 * _WORDS and not line.rstrip().endswith((".", "!", "?"))


def _name(text: str, start: int, end: int, *, led: bool = False) -> tuple[int, int] | None:
    """The name of a body that fills this stretch; ``led``: behind the word for its work."""
    found = _NAME.match(text, start, end)
    name = found["name"].strip() if found else ""
    if found is None or not name or len(name.split()) > _WORDS or not name[0].isupper():
        return None
    # "by" alone makes the name that of whose work it is.
    led = led or found.start("by") >= 0
    if not led and text[found.end("name") : end].strip(" ,:"):
        return None  # "Army, rebels trade blame"
    if kind_of(name) in {"media", "witness"} or not (led or is_source(name)) or name[-1] in ".!?":
        return None
    if any(_is_verb(word, name) for word in name.split()):
        return None
    first = found.start("name")
    return first, first + len(name)


def _is_verb(word: str, name: str) -> bool:
    """Whether a word makes a headline of a line; "States" and "Reports" may be of a name."""
    plain = word.strip(",.:;").lower()
    said = words("reporting", "verbs") | words("grammar", "event_verbs")
    return plain in said - _IN_NAMES and (word.islower() or name.isupper())
