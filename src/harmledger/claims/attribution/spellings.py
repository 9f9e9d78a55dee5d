"""Names of sources as they are spelled: bare, by their letters, short, and nearly the same."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.words import lexicon
from harmledger.claims.words.lexicon import LANGUAGE
from harmledger.vocabulary import Term, load

__all__ = [
    "bare",
    "generic_form",
    "generic_sources",
    "letters_of",
    "near_spelling",
    "near_surname",
    "same_source",
    "short_forms",
]

_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
#: "The New York-based group": its seat says nothing of who it is.
_BASED = re.compile(r"^(?:[\w.’']+\s){0,3}[\w.’']+-based\s+")
#: "Médecins Sans Frontières (MSF)": a short form, and the words of the name before it.
_SHORT = re.compile(r"\(\s*(?:or\s+)?((?:[A-Z]\.?){2,8})\s*\)")
_NAME_BEFORE = re.compile(r"(?:[\w’'-]+\s+){1,7}$")
#: Characters in which the seven words stand.
_NAME_REACH = 200
#: More short forms than any report introduces.
MOST_SHORT_FORMS = 1000


@cache
def generic_sources() -> dict[str, Term]:
    """By form the words that mean a source named elsewhere: "the group", "the ministry"."""
    terms = load(LANGUAGE, "generic_sources").terms
    return {form: term for term in terms for form in term.words("forms")}


def bare(name: str) -> str:
    """The name without article and possessive, white space folded."""
    folded = " ".join(name.split())
    return _POSSESSIVE.sub("", _ARTICLE.sub("", folded))


def generic_form(name: str) -> str:
    """A name as ``generic_sources`` lists it: "the Geneva-based group" is "group"."""
    return _BASED.sub("", bare(name)).casefold()


def letters_of(name: str) -> str:
    """A name without full stops and case: "M.S.F." and "msf" have the same letters."""
    return name.replace(".", "").casefold()


def short_forms(text: str) -> dict[str, str]:
    """Short form (letters only, lower case) to full name, where the text introduces it."""
    forms: dict[str, str] = {}
    for match in islice(_SHORT.finditer(text), MOST_SHORT_FORMS):
        name = _NAME_BEFORE.search(text[max(0, match.start() - _NAME_REACH) : match.start()])
        words = name[0].split() if name else []
        initials = match[1].replace(".", "")
        # The words whose initials spell the short form, from the right.
        for size in range(len(words), 0, -1):
            run = words[-size:]
            capitals = "".join(word[0] for word in run if word[0].isupper())
            if capitals == initials and run[0][0].isupper():
                forms.setdefault(initials.casefold(), " ".join(run))
                break
    return forms


def near_spelling(a: str, b: str) -> bool:
    """Equal, or one letter apart in names of five letters and more ("Galant", "Galante")."""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) == len(long):
        return sum(x != y for x, y in zip(short, long, strict=True)) == 1
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def near_surname(a: str, b: str) -> bool:
    """As ``near_spelling``, and a letter more behind or within four ("Lind" and "Lindt")."""
    short, long = sorted((a, b), key=len)
    added = len(short) == 4 and len(long) == 5 and short[0] == long[0]
    return near_spelling(a, b) or (
        added and any(long[:i] + long[i + 1 :] == short for i in range(5))
    )


def same_source(name: str, again: str) -> bool:
    """Whether a source that is named again right behind another may be the same one.

    By its last word ("Chief Prado", "Prado"), as "the group" for an organisation, or as "the
    report" that it wrote.
    """
    one, two = bare(name), bare(again)
    if one.split()[-1].casefold() == two.split()[-1].casefold():
        return True
    work = two.split()[-1].casefold() in lexicon.words("reporting", "works")
    if work and again.casefold().startswith("the "):
        return True
    for short, full in ((one, two), (two, one)):
        term = generic_sources().get(short.casefold())
        kinds = term.words("kinds") if term is not None else ()
        if full[:1].isupper() and kind_of(full) in set(kinds) - {"other"}:
            return True
    return False
