"""Whether "the ministry", "the general" or a last name can stand for somebody whom a text names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from harmledger.claims.attribution.named import Named
from harmledger.claims.attribution.speakers import is_source, kind_of
from harmledger.claims.attribution.spellings import generic_sources, letters_of, near_surname
from harmledger.claims.words import gazetteer, lexicon
from harmledger.vocabulary import Term

__all__ = ["is_antecedent", "is_office", "is_officer", "longer_name", "office_beside"]

#: Characters in which an office stands beside a name.
_NEAR = 100
#: "al-Hadi", "Al Hadi": an article that is part of the name.
_PARTICLE = re.compile(r"\b(?:al|el|ul)[-\s](?=\w)", re.IGNORECASE)


@cache
def _offices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    nouns = {form.split()[-1] for form, term in generic_sources().items() if is_office(term)}
    office = (
        r"(?P<office>(?:(?!the\b|and\b|an?\b)[\w’'-]+\s){0,3}?"
        rf"(?:{lexicon.alternatives(list(nouns))})(?:\s(?:of|for|at|in)\s[^,.;:\n]{{2,50}})?)"
    )
    return (
        re.compile(rf",\s(?:(?:the|an?|its|his|her|their)\s)?{office},", re.IGNORECASE),
        re.compile(rf"(?:^|[.,;:]\s|\n|\b(?:the|an?)\s){office},\s$", re.IGNORECASE),
    )


def is_office(term: Term) -> bool:
    """Whether the generic source is a person by office: no body, and no kind of source."""
    return not term.data.get("body") and not term.words("kinds")


def office_beside(text: str, one: Named) -> str:
    """The office in commas beside a person, in lower case: "A. Name, the defence minister, said",
    "The prime minister, A. Name, said"; else empty."""
    behind, before = _offices()
    end = one.end(text)
    found = behind.match(text, end) if end >= 0 else None
    found = found or before.search(text[max(0, one.start - _NEAR) : one.start])
    return " ".join(found["office"].casefold().split()) if found else ""


def is_antecedent(form: str, term: Term, named: Named, office: str) -> bool:
    """Whether a generic source such as "the ministry" can stand for this one.

    ``office``: the one told beside the name.
    """
    words, kinds = term.words("words"), term.words("kinds")
    if term.data.get("same"):
        words = (form.split()[-1],)  # "the coroner" is a coroner
    lowered = named.name.casefold()
    if lowered in generic_sources() or (term.data.get("body") and is_officer(lowered)):
        return False
    if kinds and gazetteer.known_name(named.name):
        return False  # a town, which capitals make look like an organisation
    if is_office(term):
        lowered = _in_full(f"{office} {named.name}".strip())
    if not set(re.findall(r"\w+", lowered)).isdisjoint(term.words("not")):
        return False
    if any(
        re.search(rf"(?<!\w){re.escape(word)}", lowered) and _same_branch(form, word, lowered)
        for word in words
    ):
        return True
    kind = kind_of(named.name)
    # A source of a kind that its name tells, whatever the model takes it for.
    told = named.entity == "SPEAKER" and kind != "other"
    return kind in kinds and (told or named.entity == term.data.get("entity"))


def _in_full(name: str) -> str:
    """A name in lower case with its rank in full: "gen. amin haddad" is a general."""
    full = dict(pair.split("=") for pair in lexicon.words("reporting", "ranks_in_full"))
    return " ".join(full.get(word.strip(".,"), word) for word in name.casefold().split())


def _same_branch(form: str, noun: str, name: str) -> bool:
    """ "The health minister" is no defence minister; "the minister" may be either."""
    branches = lexicon.words("reporting", "branches")
    own = form.replace("defense", "defence").split()[:-1]
    if not set(own) & branches:
        return True
    theirs = set(name.replace("defense", "defence").split(noun)[0].split()) & branches
    return not theirs or not theirs.isdisjoint(own)


def _titles() -> frozenset[str]:
    return lexicon.words("grammar", "office_holders") | lexicon.words("reporting", "ranks")


def is_officer(name: str) -> bool:
    """ "Police Chief Prado" is a person, not the police."""
    return any(word.strip(".,") in _titles() for word in name.split())


@lru_cache(maxsize=1 << 12)
def _is_noun(word: str) -> bool:
    """ "SOURCES" and "REPORT" in a text of capitals are no last names; in lower case."""
    works = lexicon.words("reporting", "works") | lexicon.words("reporting", "documents")
    return word in works or word in _titles() or is_source(word)


@lru_cache(maxsize=1 << 12)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a person's name without ranks and offices, folded."""
    words = _PARTICLE.sub("al", name).split()
    kept = [word for word in words if word.strip(".,").casefold() not in _titles()]
    return tuple(map(letters_of, kept or words))


def longer_name(short: str, full: str) -> tuple[bool, bool] | None:
    """Whether a last name is spelled otherwise in a longer name, and whether that has no more than
    ranks and offices beside; None where it is no longer name of that person.

    A word before the last must be a rank or office, or of the longer name too: "Erne Hospital" is
    not short for another hospital.
    """
    if _is_noun(short.split()[-1].casefold()):
        # "The sources" after "military sources", but not "official sources".
        nouns, longer = short.casefold().split(), full.casefold().split()
        same = nouns[-1].rstrip("s") == longer[-1].rstrip("s")
        same = same and len(nouns) < len(longer) and set(nouns[:-1]) <= set(longer)
        return (False, False) if same else None
    *before, last = _parts(short)
    *other, surname = _parts(full)
    fuller = len(other) > len(before)
    if not (fuller or len(full.split()) > len(short.split())) or not near_surname(surname, last):
        return None
    if not all(any(near_surname(word, own) for own in other) for word in before):
        return None
    return surname != last, not fuller
