"""One source under several spellings or short forms in a text is one source.

"Médecins Sans Frontières (MSF)", "MSF" and "the aid group" are one counter; so are "Yoav Galant"
and a scraped "Galante". The name stays as written; ``Speaker.canonical`` says who is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from harmledger.claims.attribution.organs import organs_in
from harmledger.claims.attribution.owned import (
    body_at_the_end,
    is_owned,
    owner_of_work,
    published_by,
    sentence_ends,
    short_names_of_work,
)
from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words import gazetteer, lexicon
from harmledger.claims.words.lexicon import LANGUAGE
from harmledger.records import Claim, Speaker
from harmledger.vocabulary import Term, load

__all__ = ["Named", "named_in", "resolve_speakers", "same_source", "short_forms"]

_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?")
_POSSESSIVE = re.compile(r"['’]s?$")
#: "Médecins Sans Frontières (MSF)": a short form, and the words of the name before it.
_SHORT = re.compile(r"\(\s*(?:or\s+)?((?:[A-Z]\.?){2,8})\s*\)")
_NAME_BEFORE = re.compile(r"(?:[\w’'-]+\s+){1,7}$")
#: Characters in which the seven words stand.
_NAME_REACH = 200
#: More short forms than any report introduces.
MOST_SHORT_FORMS = 1000
#: More full names than any report has that bare last names point back to.
MOST_FULL_NAMES = 1000
#: Names looked at for the body of "its spokesman".
_MOST_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Named:
    """A source by name at an offset of the text. ``entity``: the model's label, or speaker."""

    start: int
    name: str
    entity: str


def bare(name: str) -> str:
    """The name without article and possessive, white space folded."""
    folded = " ".join(name.split())
    return _POSSESSIVE.sub("", _ARTICLE.sub("", folded))


def _letters(name: str) -> str:
    return name.replace(".", "").casefold()


def named_in(parsed: Iterable[Parsed]) -> list[Named]:
    """The organisations and persons of the parsed sentences, in text order."""
    found = [
        Named(
            p.start(entity[0]), bare(p.text[p.start(entity[0]) : p.end(entity[-1])]), entity.label_
        )
        for p in parsed
        for entity in p.doc.ents
        if entity.label_ in {"ORG", "PERSON"}
    ]
    return sorted(found, key=lambda named: named.start)


def short_forms(text: str) -> dict[str, str]:
    """Short form (letters only, lower case) to full name, where the text introduces it."""
    forms: dict[str, str] = {}
    for match in islice(_SHORT.finditer(text), MOST_SHORT_FORMS):
        name = _NAME_BEFORE.search(text[max(0, match.start() - _NAME_REACH) : match.start()])
        words = name[0].split() if name else []
        letters = match[1].replace(".", "")
        # The words whose initials spell the short form, from the right.
        for size in range(len(words), 0, -1):
            run = words[-size:]
            capitals = "".join(word[0] for word in run if word[0].isupper())
            if capitals == letters and run[0][0].isupper():
                forms.setdefault(letters.casefold(), " ".join(run))
                break
    return forms


@cache
def _generic() -> dict[str, Term]:
    terms = load(LANGUAGE, "generic_sources").terms
    return {form: term for term in terms for form in term.words("forms")}


def _near_spelling(a: str, b: str) -> bool:
    """Equal, or one letter apart in names of five letters and more ("Galant", "Galante")."""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) == len(long):
        return sum(x != y for x, y in zip(short, long, strict=True)) == 1
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _is_antecedent(form: str, term: Term, named: Named) -> bool:
    """Whether a generic source such as "the ministry" can stand for this one."""
    words, kinds = term.words("words"), term.words("kinds")
    if term.data.get("same"):
        words = (form.split()[-1],)  # "the coroner" is a coroner
    lowered = named.name.casefold()
    if lowered in _generic() or (term.data.get("body") and _is_officer(lowered)):
        return False
    if kinds and gazetteer.known_name(named.name):
        return False  # a town, which capitals make look like an organisation
    if any(re.search(rf"(?<!\w){re.escape(word)}", lowered) for word in words):
        return True
    kind = kind_of(named.name)
    # A source of a kind that its name tells, whatever the model takes it for.
    told = named.entity == "SPEAKER" and kind != "other"
    return kind in kinds and (told or named.entity == term.data.get("entity"))


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
        term = _generic().get(short.casefold())
        kinds = term.words("kinds") if term is not None else ()
        if full[:1].isupper() and kind_of(full) in set(kinds) - {"other"}:
            return True
    return False


def _is_officer(name: str) -> bool:
    """ "Police Chief Prado" is a person, not the police."""
    offices = lexicon.words("grammar", "office_holders") | lexicon.words("reporting", "ranks")
    return any(word.strip(".,") in offices for word in name.split())


class _Everyone:
    """All whom a text names, in text order. What was looked for once is not looked for again."""

    def __init__(self, named: Iterable[Named]) -> None:
        self.named = sorted(named, key=lambda n: (n.start, n.name, n.entity))
        self._antecedents: dict[str, list[Named]] = {}
        self._persons: dict[str, Named | None] = {}
        self._full: dict[str, Named] = {}
        for one in self.named:
            if " " in one.name and len(self._full) < MOST_FULL_NAMES:
                self._full.setdefault(one.name, one)

    def antecedent(self, form: str, term: Term, at: int) -> str | None:
        """Whom a generic source at ``at`` stands for: the last one before it that can be meant.

        Else the first one behind it: a headline names the source only later.
        """
        fitting = self._antecedents.get(form)
        if fitting is None:
            fitting = [named for named in self.named if _is_antecedent(form, term, named)]
            self._antecedents[form] = fitting
        before = bisect_left(fitting, at, key=lambda named: named.start)
        if before:
            return fitting[before - 1].name
        behind = bisect_right(fitting, at, key=lambda named: named.start)
        return fitting[behind].name if behind < len(fitting) else None

    def meant(self, name: str, at: int) -> str:
        """Whom a name at ``at`` stands for, if it is a generic one; else the name."""
        term = _generic().get(name.casefold())
        return (self.antecedent(name.casefold(), term, at) if term else None) or name

    def owner(self, text: str, at: int) -> str | None:
        """The body that "its spokesman" at ``at`` speaks for: the last one named in the same
        sentence or the one before."""
        behind = bisect_left(self.named, at, key=lambda named: named.start)
        for named in islice(reversed(self.named[:behind]), _MOST_LOOKED_AT):
            if sentence_ends(text, named.start, at) > 1:
                return None
            name = named.name.casefold()
            if named.entity == "PERSON" or gazetteer.known_name(named.name) or _is_officer(name):
                continue
            generic = _generic().get(name)
            if generic is None or generic.data.get("body"):
                return self.meant(named.name, named.start)
        return None

    def person(self, name: str, at: int) -> str | None:
        """The full name of a person given at ``at`` by the last word of it.

        A word before the last must be a rank, or of the full name too: "Erne Hospital" is not
        short for another hospital.
        """
        words = name.split()
        if not words or not words[-1][:1].isupper() or len(words) > 2:
            return None
        if name not in self._persons:
            self._persons[name] = self._first_longer(words)
        full = self._persons[name]
        return full.name if full is not None and full.start < at else None

    def _first_longer(self, words: Sequence[str]) -> Named | None:
        last = _letters(words[-1])
        ranks = lexicon.words("reporting", "ranks")
        before = [_letters(word) for word in words[:-1] if word.strip(".").casefold() not in ranks]
        for named in self._full.values():
            other = [_letters(word) for word in named.name.split()]
            if (
                len(other) > len(words)
                and _near_spelling(other[-1], last)
                and all(any(_near_spelling(word, own) for own in other[:-1]) for word in before)
            ):
                return named
        return None


def _known_as(speaker: Speaker, canonical: str) -> Speaker:
    """The speaker with its canonical name, of the kind that the fuller name tells."""
    kind = kind_of(canonical)
    return replace(speaker, canonical=canonical, kind=kind if kind != "other" else speaker.kind)


def resolve_speakers(text: str, claims: Sequence[Claim], named: Sequence[Named]) -> list[Claim]:
    """The claims with ``Speaker.canonical`` set: the fullest name the text gives the source."""
    short = short_forms(text)
    spelled: dict[str, str] = {}
    speakers = [
        Named(c.speaker.start, bare(c.speaker.name), "SPEAKER") for c in claims if c.speaker
    ]
    # "A spokesman for the Kunduz police" names the police too.
    bodies = [
        Named(one.start, tail[1], "ORG") for one in speakers if (tail := body_at_the_end(one.name))
    ]
    everyone = _Everyone({*named, *speakers, *bodies})
    organs = organs_in(text)
    works = {
        form: everyone.meant(bare(maker), one.start)
        for one in speakers
        if (maker := published_by(text, one.start + len(one.name), one.name))
        for form in short_names_of_work(one.name)
    }

    def canonical(speaker: Speaker) -> str:
        name = bare(speaker.name)
        generic = _generic().get(name.casefold())
        if generic is not None and generic.data.get("owned") and is_owned(speaker.name):
            owner = everyone.owner(text, speaker.start)
            name = f"{name} for {owner}" if owner else everyone.meant(name, speaker.start)
        elif generic is not None:
            name = everyone.meant(name, speaker.start)
        elif name.casefold() in works:
            name = works[name.casefold()]
        elif (work := owner_of_work(name)) and work[0].casefold() in _generic():
            name = f"{everyone.meant(work[0], speaker.start)}’s {work[1]}"
        elif (tail := body_at_the_end(name)) and tail[1].casefold() in _generic():
            name = tail[0] + everyone.meant(tail[1], speaker.start)
        elif name.casefold() in organs:
            name = organs[name.casefold()]
        else:
            name = everyone.person(name, speaker.start) or name
        if _DOTTED.fullmatch(name):
            name = name.replace(".", "")
        full = short.get(_letters(name), name)
        full = next((long for long in short.values() if full.endswith(long)), full)
        return spelled.setdefault(full.casefold(), full)  # "Police" and "police"

    return [
        replace(claim, speaker=_known_as(claim.speaker, canonical(claim.speaker)))
        if claim.speaker
        else claim
        for claim in claims
    ]
