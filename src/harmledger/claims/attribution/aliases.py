"""Bodies under several names in one text: by their letters, in other words, shorter, or as listed.

"Doctors Without Borders (MSF)" and "MSF"; "the Ministry of Health" and "the health ministry";
"Amnesty International" and "Amnesty"; "the UN" and "the United Nations", which are one counter
wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from harmledger.claims.attribution.named import Named
from harmledger.claims.attribution.spellings import generic_form, generic_sources, letters_of
from harmledger.claims.words import gazetteer
from harmledger.claims.words.lexicon import LANGUAGE, words
from harmledger.vocabulary import load

__all__ = ["Aliases", "key_of"]

#: "HRW", "MoH": a name made of letters, at least two of them capitals.
_LETTERS = re.compile(r"(?=(?:[a-z]*[A-Z]){2})[A-Za-z]{2,8}")
_IN_BRACKETS = re.compile(r"\s?\((?:(?:or|known as|also)\s)?[\"“]?([A-Za-z.]{2,10})[\"”]?\)")
_FULL_IN_BRACKETS = re.compile(r"\s?\(((?:the\s)?[A-Z][\w’'-]+(?:\s[\w’'-]+){1,6})\)")
#: More bodies than any report names.
MOST = 1000


@cache
def _same() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Ways of writing a word of a name that are one, as the vocabulary of counters has them."""
    pairs = [pair.split("=", 1) for pair in words("counter_names", "same")]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair))
    return tuple((re.compile(rf"(?<!\w){re.escape(a)}(?!\w)"), b) for a, b in pairs)


@lru_cache(maxsize=1 << 12)
def key_of(name: str) -> str:
    """Equal for the same words in another order or form: "Union of Miners", "miners' union"."""
    plain = re.sub(r"['’]s\b|['’]", "", name.casefold()).replace(".", "")
    for written, form in _same():
        plain = written.sub(form, plain)
    own = [word for word in plain.split() if word not in words("reporting", "name_joints")]
    return " ".join(sorted(own)) or plain


@cache
def _listed() -> Mapping[str, str]:
    """By key the row of the vocabulary of counters that lists a name for any report."""
    found: dict[str, str] = {}
    for term in load(LANGUAGE, "known_counters").terms:
        for name in term.words("names"):
            found.setdefault(key_of(name), term.id)
    return found


def _initials(name: str) -> set[str]:
    every = re.findall(r"\w+", re.sub(r"['’]s?\b", "", name))
    capitals = [word[0] for word in every if word[0].isupper()]
    return {
        "".join(one).casefold() for one in (capitals, [word[0] for word in every]) if len(one) > 1
    }


class Aliases:
    """The bodies of a text, ``named`` in its order, under the fullest name that it gives each."""

    def __init__(self, text: str, named: Iterable[Named]) -> None:
        persons = {one.name for one in named if one.entity == "PERSON"}
        bodies = [one for one in named if one.name not in persons][:MOST]
        self._names = list(
            dict.fromkeys(n.name for n in bodies if generic_form(n.name) not in generic_sources())
        )
        self._text = text
        self._explained: dict[str, str] = {}
        for one in bodies:
            self._explain(text, one)
        self._rows: dict[str, str] = {}
        self._alike: dict[str, str] = {}
        for name in self._names:
            if len(name) > len(self._alike.get(key_of(name), "")):
                self._alike[key_of(name)] = name
            row = _listed().get(key_of(name))
            if row and len(name) > len(self._rows.get(row, "")):
                self._rows[row] = name
        self._found: dict[str, str] = {}

    def _explain(self, text: str, one: Named) -> None:
        """ "Doctors Without Borders (MSF)", "MSF (Doctors Without Borders)"."""
        end = one.end(text)
        if end < 0 or text[end : end + 2].strip()[:1] != "(":
            return
        short = _IN_BRACKETS.match(text, end)
        if short and _LETTERS.fullmatch(short[1].replace(".", "")) and " " in one.name:
            self._explained.setdefault(letters_of(short[1]), one.name)
        full = _FULL_IN_BRACKETS.match(text, end)
        if full and _LETTERS.fullmatch(one.name.replace(".", "")):
            self._explained.setdefault(letters_of(one.name), full[1].removeprefix("the "))

    def full(self, name: str) -> str:
        """The fullest name of the body in this text; the name itself where it has no other."""
        if name not in self._found:
            once = self._fuller(name)
            # "Amnesty" may be short for a name that is itself another's.
            self._found[name] = self._fuller(once) if once != name else name
        return self._found[name]

    def _fuller(self, name: str) -> str:
        row = _listed().get(key_of(name))
        if row in self._rows:
            return self._rows[row]
        letters = letters_of(name)
        if _LETTERS.fullmatch(name.replace(".", "")):
            if letters in self._explained:
                return self._explained[letters]
            spelled = {key_of(n): n for n in self._names if " " in n and letters in _initials(n)}
            if len(spelled) == 1 and len(letters) > 2:
                return next(iter(spelled.values()))
        longer = self._longer(name)
        return self._alike.get(key_of(longer), longer)

    def _longer(self, name: str) -> str:
        """The only longer name that adds to a body's nothing but where it is, or that it is one."""
        own = key_of(name).split()
        if gazetteer.known_name(name) or not self._is_name(name):
            return name
        longer: dict[str, str] = {}
        for other in self._names:
            theirs = key_of(other).split()
            more = [word for word in theirs if word not in own]
            if len(theirs) == len(own) + len(more) and more and all(map(_adds_nothing, more)):
                longer.setdefault(key_of(other), other)
        return next(iter(longer.values())) if len(longer) == 1 else name

    def _is_name(self, name: str) -> bool:
        """Whether it is a body's name, and not "students" beside a students' movement."""
        return " " in name or (name[:1].isupper() and f" {name.casefold()}" not in self._text)


@lru_cache(maxsize=1 << 12)
def _adds_nothing(word: str) -> bool:
    place = word.capitalize()
    return (
        word in words("reporting", "body_words")
        or word in words("people", "demonyms")
        or gazetteer.large_town(place)
        or gazetteer.known_country(place)
    )
