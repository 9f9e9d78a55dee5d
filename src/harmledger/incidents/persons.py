"""How many persons a text names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from harmledger.claims import individual, name_of, near_spelling
from harmledger.incidents.readings import Reading
from harmledger.records import Claim
from harmledger.vocabulary import load

__all__ = ["named_apart"]

#: A name as a claim gives it: its words in small letters, without "Jr.".
_Name = tuple[str, ...]


def named_apart(claims: Sequence[Claim]) -> Reading | None:
    """The persons that one text names one by one, added up, where it names two or more.

    Only texts that speak of single persons alone are read so; of several texts, the one that
    names the most. "Hill" and "Tom Hill" are one, so are "Tom Hill" and "Tom Hlil", a slip of the
    pen; "Tom Hill" and "Ann Hill" are two.
    """
    by_text: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_text[claim.text_id].append(claim)
    best: Reading | None = None
    for text_id in sorted(by_text):
        own = by_text[text_id]
        if not all(individual(claim) for claim in own):
            continue
        number = len(_persons({name for claim in own if (name := _name(claim))}))
        if number > 1 and (best is None or number > (best.low or 0)):
            best = Reading(number, number, tuple(own), persons=True)
    return best


def _persons(names: set[_Name]) -> list[_Name]:
    found: list[_Name] = []
    for name in sorted(names, key=lambda n: (-len(n), n)):
        if not any(_alike(name, known) for known in found):
            found.append(name)
    return found


def _name(claim: Claim) -> _Name:
    """Without what stands behind a name; "police Hill" and "the driver, Hill" are Hill."""
    small = {word for word in claim.quote.split() if word.islower()}
    left_out = small.union(load("en", "person_marks")["suffixes"].words("words"))
    return tuple(word for word in name_of(claim) if word not in left_out)


def _alike(name: _Name, full: _Name) -> bool:
    """A short form of the full name, or both names but for slips of the pen."""
    if set(name) <= set(full) or (len(name) > 1 and name[0] == full[0] and name[-1] == full[-1]):
        return True
    if len(name) == 1:
        # "Ann-Marie" beside "Marie Hill": names with hyphens are cut here and there.
        return any(name[0].endswith(f"-{word}") or _slip(name[0], word) for word in full)
    return all(_slip(one, two) for one, two in zip_longest(name, full, fillvalue=""))


def _slip(one: str, two: str) -> bool:
    """Equal, one letter apart, or two neighbouring letters exchanged."""
    if near_spelling(one, two):
        return True
    apart = [n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b]
    return (
        len(one) == len(two) > 3
        and len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == two[apart[1]]
        and one[apart[1]] == two[apart[0]]
    )
