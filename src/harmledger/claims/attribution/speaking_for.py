"""Of what kind is a person who speaks for a body: "Omar Khan, a spokesman for the group, said"."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.attribution.everyone import Everyone
from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.attribution.spellings import bare
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

__all__ = ["kind_beside"]

_PARTY = "belligerent"
#: Characters before a name in which its office stands.
_BACK = 40


@cache
def _behind() -> re.Pattern[str]:
    """ ", a spokesman for the group"."""
    role = alternatives(words("reporting", "speaking_for"))
    return re.compile(
        rf"\s*,\s+(?:(?:an?|the|another|one)\s+)?(?:[a-z-]+\s+){{0,2}}?(?:{role})\s+"
        r"(?:for|of)\s+(?P<body>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,5}?)\s*(?=[,.;:]|$)",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    """ "Its spokesman, "."""
    role = alternatives(words("reporting", "speaking_for"))
    return re.compile(rf"\b(?:its|their)\s+(?:[a-z-]+\s+)?(?:{role})\s*,?\s*$", re.IGNORECASE)


def kind_beside(text: str, speaker: Speaker, everyone: Everyone) -> str | None:
    """The kind of the body for which the words beside the name say that the person speaks.

    None where they do not, or where the name tells it itself; "its spokesman, Khan" speaks for an
    office unless the body before is an armed side.
    """
    if speaker.kind not in {"other", "authority"} or not speaker.name[:1].isupper():
        return None
    behind = _behind().match(text, speaker.end)
    if behind is not None:
        body = bare(behind["body"])
        kinds = kind_of(body), kind_of(everyone.meant(body, behind.start("body")))
        found = _PARTY if _PARTY in kinds else next((k for k in kinds if k != "other"), None)
    elif _before().search(text[max(0, speaker.start - _BACK) : speaker.start]):
        owner = everyone.owner(speaker.start)
        found = _PARTY if owner is not None and kind_of(owner) == _PARTY else None
    else:
        return None
    return found if speaker.kind == "other" or found == _PARTY else None
