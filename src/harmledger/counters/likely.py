"""Two counters whose names may mean one: for a person to say, never joined by this.

Only counters of one event, or of counts that may be set beside each other, are compared, and only
what their names say: the words that both have, with nothing but words such as "office" on one side;
a name that is spelt nearly alike; letters that are the initials of the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations, product

from harmledger.counters.who import RESTS, Counters
from harmledger.counters.words import codes_in, listed_words, name_words, skeleton
from harmledger.records import Counter, MayBeOne
from harmledger.vocabulary import load
from harmledger.wording import listed

__all__ = ["likely_one"]

#: Counters of one subject that are compared with each other.
_MOST = 60

#: Words that two names must have in common, and letters of names that are compared as spelt.
_SHARED, _LONG = 2, 10

#: Names of one counter that are compared, and letters of the longest.
_NAMED, _LONGEST = 10, 120

#: How alike two spellings are, from 0 to 1.
_ALIKE = 0.9


def likely_one(
    counters: Counters,
    subjects: Mapping[str, Collection[str]],
    apart: Iterable[Collection[str]] = (),
) -> Iterator[MayBeOne]:
    """Pairs of counters that may be one, those of most subjects first.

    ``subjects``: by id of an incident or a toll the claims (ids) that it and its rivals hold;
    ``apart``: pairs of names (ids) that a person keeps apart.
    """
    kept = [frozenset(pair) for pair in apart]
    met: dict[tuple[str, str], set[str]] = {}
    for subject, claims in sorted(subjects.items()):
        own = {counters.spoken[one].counter for one in claims if one in counters.spoken}
        for pair in combinations(sorted(own)[:_MOST], 2):
            met.setdefault(pair, set()).add(subject)
    found = []
    for (one, two), at in met.items():
        first, second = counters.counters[one], counters.counters[two]
        if not (first.entry and second.entry) and not _kept_apart(first, second, kept):
            why = _why(first, second)
            if why:
                # The name that is known, or the fuller one, is that which stays.
                first, second = sorted((first, second), key=_fuller)
                found.append(
                    MayBeOne(
                        one=first.id,
                        two=second.id,
                        names=(first.name, second.name),
                        why=why,
                        subjects=tuple(sorted(at)),
                    )
                )
    yield from sorted(found, key=lambda pair: (-len(pair.subjects), pair.names, pair.one))


def _kept_apart(one: Counter, two: Counter, apart: Iterable[Collection[str]]) -> bool:
    first, second = ({name.id for name in counter.names} for counter in (one, two))
    return any(not first.isdisjoint(pair) and not second.isdisjoint(pair) for pair in apart)


def _fuller(counter: Counter) -> tuple[bool, int, str]:
    """The shorter and unknown name first: it is put to the other."""
    return counter.entry is not None, len(name_words(counter.name)), counter.name


def _names(counter: Counter) -> list[str]:
    called = (name.name for name in counter.names if name.rule != RESTS)
    names = (name for name in (counter.name, *called) if len(name) <= _LONGEST)
    return list(dict.fromkeys(names))[:_NAMED]


def _why(one: Counter, two: Counter) -> str:
    """The first reason that any two of their names give; empty where none does."""
    for first, second in product(_names(one), _names(two)):
        why = _shared(first, second) or _initials(first, second) or _initials(second, first)
        if why:
            return why
    return _spelt(one.name, two.name) if max(len(one.name), len(two.name)) <= _LONGEST else ""


@cache
def _plain() -> frozenset[str]:
    """Words that say what a body is, or whom it stands near, and not who it is."""
    bare = load("en", "counter_names")["bare_bodies"].words("words")
    return listed_words("fillers") | frozenset(bare)


def _shared(one: str, two: str) -> str:
    first, second = skeleton(name_words(one)), skeleton(name_words(two))
    codes = codes_in(first), codes_in(second)
    if codes[0] and codes[1] and codes[0].isdisjoint(codes[1]):
        return ""
    both = first & second
    here, there = first - both, second - both
    if len(both) < _SHARED or both <= _plain() or not (here <= _plain() or there <= _plain()):
        return ""
    words = sorted(word for word in both if not word.startswith("country"))
    rest = sorted(word for word in min((here, there), key=len) if not word.startswith("country"))
    also = f"; one of them adds only {listed(rest)}" if rest else ""
    return f"“{one}” and “{two}” have the words {listed(words)} in common{also}."


def _initials(short: str, full: str) -> str:
    letters = short.removeprefix("the ").removeprefix("The ").replace(".", "")
    if not (2 < len(letters) < 9 and letters.isupper() and letters.isalpha()):
        return ""
    words = [word for word in full.replace("-", " ").split() if word[:1].isupper()]
    if "".join(word[0] for word in words) != letters:
        return ""
    return f"“{short}” are the initials of “{full}”."


def _spelt(one: str, two: str) -> str:
    first, second = (" ".join(sorted(name_words(name))) for name in (one, two))
    digits = [[letter for letter in name if letter.isdigit()] for name in (first, second)]
    if min(len(first), len(second)) < _LONG or first == second or digits[0] != digits[1]:
        return ""
    # Countries in a name are whole words, and none is another one misspelt.
    if codes_in(name_words(one)) != codes_in(name_words(two)):
        return ""
    match = SequenceMatcher(None, first, second, autojunk=False)
    # The first two are bounds of the last, and quick.
    alike = all(f() >= _ALIKE for f in (match.real_quick_ratio, match.quick_ratio, match.ratio))
    return f"“{one}” and “{two}” are spelt nearly alike." if alike else ""
