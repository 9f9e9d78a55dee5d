"""Names of people who were harmed are withheld from exports unless a person asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from harmledger.records import Claim

__all__ = ["WITHHELD", "Names"]

WITHHELD = "[name withheld]"

_WORD = re.compile(r"\w[\w'\u2019-]*")
_REPEATED = re.compile(rf"{re.escape(WITHHELD)}(?:[\s,]*(?:and\s+)?{re.escape(WITHHELD)})+")
#: Capitalised words in a victim phrase that name nobody.
_TITLES = """
a an the and of mr mrs ms dr prof sir lady lord sgt cpl lt col maj gen capt sheikh imam
father sister brother judge officer
"""
_NO_NAMES = frozenset(_TITLES.split())


class Names:
    """The names of victims in the claims of one text, ready to be withheld.

    A name is the whole surface of a named population and each capitalised word in it, so
    that a later "Karimi was a nurse" is caught too. Words that some claim of the text gives
    as a place, speaker or actor are left: they are not what is to be protected.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        claims = tuple(claims)
        phrases: set[str] = set()
        words: set[str] = set()
        for claim in claims:
            if claim.population is None or not claim.population.named:
                continue
            surface = claim.population.surface or claim.quote
            phrases.add(surface)
            words.update(word for word in _WORD.findall(surface) if word[0].isupper())
        public = {word for claim in claims for word in _public_words(claim)}
        words = {w for w in words if w not in public and w.lower() not in _NO_NAMES}
        longest_first = sorted(phrases | words, key=lambda name: (-len(name), name))
        self._pattern = (
            re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first))
            if longest_first
            else None
        )

    def withhold(self, text: str) -> str:
        """The text with every name of a victim replaced."""
        if self._pattern is None:
            return text
        return _REPEATED.sub(WITHHELD, self._pattern.sub(WITHHELD, text))


def _public_words(claim: Claim) -> Iterable[str]:
    for part in (claim.where, claim.speaker, claim.actor):
        if part is not None:
            yield from _WORD.findall(part.name)
