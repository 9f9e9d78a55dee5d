"""Keeps the names of victims off the page unless a person decides otherwise.

A name comes from a claim whose population is ``named``: its surface and, where that is the
naming itself, its quote. Withheld are

- every occurrence of that surface, and of each full name inside it, anywhere on the site;
- every single name inside it ("Uddin"), in the text that the claim stands in and in all that
  is shown about that text (titles, sentences, the title of its incident).

The same holds for the names that a text joins to somebody harmed without a claim that names them
(:mod:`harmledger.names.told`).

Occurrences are matched as written. Inside a longer cased word ("Ali" in "Mali") nothing is
withheld; in scripts without case, where particles are written onto a name, everything is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from harmledger.names.runs import with_given_names
from harmledger.names.told import told_names
from harmledger.names.words import WORD, beside_names, name_parts
from harmledger.records import Claim, Text

__all__ = ["Names"]

#: Beyond this many code points a surface is a stretch of prose: withheld whole, not word by word.
_LONGEST = 120

#: Kinds of speakers that speak for an office or an organisation.
_OFFICIAL = frozenset(("un", "monitor", "medic", "belligerent", "authority", "media"))

Range = tuple[int, int]


def _names_it(claim: Claim) -> bool:
    """Whether the quote is the naming ("Akonjee and Uddin") and not a number or noun."""
    surface = claim.population.surface if claim.population else None
    if not surface or claim.quote in surface or surface in claim.quote:
        return not re.fullmatch(r"[\d.,\s]+", claim.quote)
    return False


def _no_victims(claim: Claim) -> Iterator[str]:
    """Names in a claim that are of no victim: places, parties, offices and those who hold one."""
    for part in (claim.where, claim.actor):
        if part is not None:
            yield part.name
    if claim.speaker is not None and claim.speaker.kind in _OFFICIAL:
        said = claim.speaker.name.split()
        yield from (" ".join(said[first:]) for first in range(len(said)))  # "Mayor Otto Lund"
        yield from name_parts(claim.speaker.name)[0]


def _inside_a_word(text: str, start: int, end: int) -> bool:
    def glued(left: str, right: str) -> bool:
        if left.isdigit() and right.isdigit():
            return True
        cased = left.lower() != left.upper() and right.lower() != right.upper()
        # "said.Uddin" and "UddinThe" are words run together, not one word.
        return cased and not (left.islower() and right.isupper())

    return (start > 0 and glued(text[start - 1], text[start])) or (
        end < len(text) and glued(text[end - 1], text[end])
    )


class _Matcher:
    """Finds many strings in one pass."""

    def __init__(self, needles: Iterable[str]) -> None:
        self._automaton: Any = None
        wanted = sorted({needle for needle in needles if needle.strip()})
        if wanted:
            import ahocorasick

            self._automaton = ahocorasick.Automaton()
            for needle in wanted:
                self._automaton.add_word(needle, len(needle))
            self._automaton.make_automaton()

    def find(self, text: str) -> list[Range]:
        if self._automaton is None or not text:
            return []
        hits = ((last + 1 - length, last + 1) for last, length in self._automaton.iter(text))
        return [hit for hit in hits if not _inside_a_word(text, *hit)]


class Names:
    """The names to withhold in one book; with ``show`` True, none."""

    def __init__(
        self, claims: Iterable[Claim], texts: Iterable[Text] = (), *, show: bool = False
    ) -> None:
        everywhere: set[str] = set()
        stay: set[str] = set()
        self._spans: defaultdict[str, list[Range]] = defaultdict(list)
        self._single: defaultdict[str, set[str]] = defaultdict(set)
        self._matchers: dict[frozenset[str], _Matcher] = {}
        for claim in () if show else claims:
            stay.update(_no_victims(claim))
            if claim.population is None or not claim.population.named:
                continue
            surfaces = [claim.population.surface or ""]
            if _names_it(claim):
                self._spans[claim.text_id].append((claim.start, claim.end))
                surfaces.append(claim.quote)
            for surface in filter(None, surfaces):
                words = {word.casefold() for word in WORD.findall(surface)}
                if not words - beside_names():
                    continue
                everywhere.add(surface)
                if len(surface) > _LONGEST:
                    continue
                full, single = name_parts(surface)
                everywhere.update(full)
                self._single[claim.text_id].update(single)
        claimed = frozenset(everywhere)
        self._stay = frozenset(stay)
        for text in () if show else texts:
            told = told_names(f"{text.text}\n\n{text.title or ''}", claimed.__contains__)
            for name in told - stay:
                full, single = name_parts(name)
                everywhere.update(full)
                self._single[text.id].update(single)
        self._everywhere = _Matcher(everywhere)
        self.count = len(everywhere)

    def ranges(self, text: Text) -> tuple[Range, ...]:
        """What to withhold of ``text.text``: sorted, disjoint, half-open, in code points."""
        spans = [(s, e) for s, e in self._spans[text.id] if 0 <= s < e <= len(text.text)]
        return _merged(text.text, spans + self._find(text.text, (text.id,)))

    def ranges_in(self, words: str, text_ids: Iterable[str] = ()) -> tuple[Range, ...]:
        """What to withhold of any other string that is shown about these texts."""
        return _merged(words, self._find(words, text_ids))

    def in_address(self, address: str, text_ids: Iterable[str] = ()) -> bool:
        """Whether an address or file name spells a name (``imam-akonjee-killed.html``)."""
        names = {name.casefold() for text_id in text_ids for name in self._single.get(text_id, ())}
        words = re.split(r"[\W_\d]+", address.casefold())
        return bool(names.intersection(words)) or bool(self.ranges_in(address, text_ids))

    def _find(self, words: str, text_ids: Iterable[str]) -> list[Range]:
        single = frozenset(n for text_id in text_ids for n in self._single.get(text_id, ()))
        if single not in self._matchers:
            self._matchers[single] = _Matcher(single)
        found = self._everywhere.find(words) + self._matchers[single].find(words)
        return [self._whole(words, *hit) for hit in found]

    def _whole(self, words: str, start: int, end: int) -> Range:
        """A single name with the given name before it; not of one who speaks for an office."""
        if WORD.fullmatch(words, start, end) is None:
            return start, end  # a full name
        first = with_given_names(words, start, end)
        return (start if words[first:end] in self._stay else first), end


def _merged(text: str, found: Iterable[Range]) -> tuple[Range, ...]:
    """Overlapping ranges as one, and neighbours with only a space or hyphen between."""
    merged: list[Range] = []
    for start, end in sorted(found):
        if merged and not text[merged[-1][1] : start].strip(" -"):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
