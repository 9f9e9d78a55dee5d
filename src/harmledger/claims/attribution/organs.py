"""A part of a larger body that speaks for it: "The UN counted 40, its mission there, UNAMA, said".

In such a text the larger body's name means the part: it is one counter.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["organs_in"]

#: More such sentences than any report has.
_MOST = 20


@cache
def _pattern() -> re.Pattern[str]:
    name = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,5}"
    parts = alternatives(words("reporting", "organs"))
    return re.compile(
        rf"(?:^|(?<=[.!?\n]\s)|(?<=\n))(?:The\s+)?(?P<whole>{name})\s+[a-z][^.!?\n]{{0,300}}?,"
        rf"\s+its\s+(?:[a-z]+\s+){{0,2}}(?:{parts})(?:\s+[a-z]+\s+[\w\s]{{1,40}}?)?"
        rf",\s+(?P<part>{name}),\s+[a-z]"
    )


def organs_in(text: str) -> dict[str, str]:
    """By name (lower case) of a larger body, and its initials, the part that speaks in its place.

    A body with two such parts is left out.
    """
    found: dict[str, set[str]] = {}
    for match in islice(_pattern().finditer(text), _MOST):
        whole = " ".join(match["whole"].removeprefix("The ").split())
        initials = "".join(word[0] for word in whole.split())
        for name in {whole.casefold(), *([initials.casefold()] if len(initials) > 1 else [])}:
            found.setdefault(name, set()).add(" ".join(match["part"].split()))
    return {name: min(parts) for name, parts in found.items() if len(parts) == 1}
