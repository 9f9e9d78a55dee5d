"""Figures whose source announces them in a sentence before: "The warden gave the figures."."""

from __future__ import annotations

import re

from harmledger.claims.attribution.figures import announces
from harmledger.claims.attribution.hearing import Hearing
from harmledger.records import Speaker

__all__ = ["announced"]

#: Sentences back to the one that gives several figures.
_BACK = 3
#: "Gave the figures": more than one follows.
_GIVES = re.compile(
    r"\b(?:gave|gives|published|released|presented|issued)\s(?:[a-z]+\s){0,2}(?:figures|numbers)\b",
    re.IGNORECASE,
)


def announced(voices: Hearing, index: int) -> Speaker | None:
    """Who gives the figure that follows: "The clinic has revised the number of dead. 42 died."

    Figures that are given ("gave the figures") go on over sentences of the paragraph.
    """
    if voices.narrated(index):
        return None
    found = _announcer(voices, index - 1)
    for before in range(index - 2, max(-1, index - 1 - _BACK), -1):
        one = voices.sentences[before]
        if found is not None or one.paragraph != voices.sentences[index].paragraph:
            break
        # Most sentences give no figures, and need not be parsed to be told so.
        if _GIVES.search(voices.text, one.start, one.end):
            silent = not any(map(voices.narrated, range(before + 1, index)))
            return _announcer(voices, before) if silent else None
    return found


def _announcer(voices: Hearing, index: int) -> Speaker | None:
    """Who says in the sentence ``index`` that figures follow."""
    if voices.sentence(index) is None:
        return None
    for cue in voices.narrated(index):
        if cue.kind == "verb" and announces(cue.token):
            return voices.speaker_of(index, cue)
    return None
