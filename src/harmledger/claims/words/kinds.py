"""The kind of source that a name tells, by its words and those beside them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from harmledger.claims.words.lexicon import LANGUAGE, alternatives, words
from harmledger.vocabulary import load

__all__ = ["kind_of", "kinds_by_word", "unarmed"]

#: Letters of names of groups that tell a kind in capitals only.
_SHORT_NAME = 4


@cache
def kinds_by_word() -> dict[str, str]:
    """Each word or phrase that tells a kind, and the kind, in the order of the vocabulary."""
    kinds: dict[str, str] = {}
    for term in load(LANGUAGE, "source_kinds").terms:
        for word in term.words("words"):
            kinds.setdefault(word, term.id)
    # Armed groups of every side are parties, whoever is named in the list above. Short names are
    # also those of persons.
    groups = words("people", "groups") - {"wagner"}
    for name in (*groups, *words("people", "groups", "phrases")):
        if len(name) > _SHORT_NAME:
            kinds.setdefault(name, "belligerent")
    return kinds


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(list(kinds_by_word()))})(?!\w)")


@cache
def _short_groups() -> re.Pattern[str]:
    short = [name.upper() for name in words("people", "groups") if len(name) <= _SHORT_NAME]
    return re.compile(rf"(?<!\w)(?:{alternatives(short)})(?!\w)")


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"\b({alternatives(words('armed_words', 'offices'))})[\s-]general\b")


@cache
def _shared() -> tuple[tuple[frozenset[str], frozenset[str], tuple[str, ...]], ...]:
    terms = [term for term in load(LANGUAGE, "armed_words").terms if term.id != "offices"]
    return tuple(
        (frozenset(t.words("words")), frozenset(t.words("beside")), t.words("phrases"))
        for t in terms
    )


@lru_cache(maxsize=1 << 12)
def unarmed(name: str) -> frozenset[str]:
    """The words of a lower-case name that mean no armed body there: "brigade" beside "fire"."""
    own = frozenset(re.findall(r"[\w'.]+", name))
    found: set[str] = set()
    for shared, beside, phrases in _shared():
        if not own.isdisjoint(shared) and (
            not own.isdisjoint(beside) or any(phrase in name for phrase in phrases)
        ):
            found |= shared & own
    return frozenset(found)


@cache
def _titled() -> re.Pattern[str]:
    titled = "|".join(word.capitalize() for word in words("armed_words", "titled", "titled"))
    return re.compile(rf"\b(?!The\b)[A-Z][\w’'-]*\s+({titled})\b")


def _of_an_association(name: str, plain: str) -> frozenset[str]:
    """The word that ends a name of which nothing says that it is of an armed body."""
    ended = _titled().search(name)
    if ended is None:
        return frozenset()
    telling = words("armed_words", "titled", "with") | words("people", "demonyms")
    ends = tuple(words("armed_words", "titled", "endings"))
    own = re.findall(r"[\w'-]+", plain.replace(".", ""))
    armed = any(word in telling or word.endswith(ends) for word in own)
    return frozenset() if armed else frozenset((ended[1].lower(),))


@lru_cache(maxsize=4096)
def kind_of(name: str) -> str:
    """The source kind of a speaker's name by the vocabulary; ``other`` where no word tells.

    The longest phrase decides ("news agency" is media, "agency" alone an authority), then the
    order of the vocabulary. Words of armed bodies that others bear too count by their company.
    """
    plain = " ".join(name.lower().replace("’", "'").split())
    plain = _offices().sub(r"\1-general", plain)
    kinds = kinds_by_word()
    left_out = unarmed(plain) | _of_an_association(name, plain)
    found = [word for word in _pattern().findall(plain) if word not in left_out]
    if not name.isupper() or " " not in name.strip():
        # "The IRA", and not "Ira": short names of groups are also those of persons.
        found += ["rebels"] * bool(_short_groups().search(name))
    order = list(dict.fromkeys(kinds.values()))
    best = min(found, key=lambda word: (-len(word.split()), order.index(kinds[word])), default=None)
    return kinds[best] if best is not None else "other"
