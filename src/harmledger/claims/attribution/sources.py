"""One source under several spellings or short forms in a text is one source.

"Médecins Sans Frontières (MSF)", "MSF" and "the aid group" are one counter; so are "Yoav Galant"
and a scraped "Galante". The name stays as written; ``Speaker.canonical`` says who is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from harmledger.claims.attribution.organs import organs_in
from harmledger.claims.attribution.owned import (
    body_at_the_end,
    is_owned,
    owner_of_work,
    published_by,
    publisher_before,
    sentence_ends,
    short_names_of_work,
)
from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.attribution.spellings import (
    bare,
    generic_sources,
    letters_of,
    near_spelling,
    short_forms,
)
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words import gazetteer, lexicon
from harmledger.records import Claim, Speaker
from harmledger.vocabulary import Term

__all__ = ["Named", "known_as", "named_in", "resolve_speakers"]

_DOTTED = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?")
#: What the model takes into a name where a page was copied.
_NO_NAME = re.compile(r"[/@#—]")
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


def _is_antecedent(form: str, term: Term, named: Named) -> bool:
    """Whether a generic source such as "the ministry" can stand for this one."""
    words, kinds = term.words("words"), term.words("kinds")
    if term.data.get("same"):
        words = (form.split()[-1],)  # "the coroner" is a coroner
    lowered = named.name.casefold()
    if lowered in generic_sources() or (term.data.get("body") and _is_officer(lowered)):
        return False
    if kinds and gazetteer.known_name(named.name):
        return False  # a town, which capitals make look like an organisation
    if any(re.search(rf"(?<!\w){re.escape(word)}", lowered) for word in words):
        return True
    kind = kind_of(named.name)
    # A source of a kind that its name tells, whatever the model takes it for.
    told = named.entity == "SPEAKER" and kind != "other"
    return kind in kinds and (told or named.entity == term.data.get("entity"))


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
            name = " " in one.name and not _NO_NAME.search(one.name)
            if name and len(self._full) < MOST_FULL_NAMES:
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
        term = generic_sources().get(name.casefold())
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
            generic = generic_sources().get(name)
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
        last = letters_of(words[-1])
        ranks = lexicon.words("reporting", "ranks")
        before = [
            letters_of(word) for word in words[:-1] if word.strip(".").casefold() not in ranks
        ]
        for named in self._full.values():
            other = [letters_of(word) for word in named.name.split()]
            if (
                len(other) > len(words)
                and near_spelling(other[-1], last)
                and all(any(near_spelling(word, own) for own in other[:-1]) for word in before)
            ):
                return named
        return None


def known_as(claim: Claim, canonical: str) -> Claim:
    """The claim with its speaker's canonical name, of the kind that the fuller name tells."""
    if claim.speaker is None:
        return claim
    kind = kind_of(canonical)
    kind = kind if kind != "other" else claim.speaker.kind
    return replace(claim, speaker=replace(claim.speaker, canonical=canonical, kind=kind))


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
    told_before = {
        one.name.casefold(): everyone.meant(bare(text[slice(*span)]), span[0])
        for one in speakers
        if (span := publisher_before(text, one.name, one.start))
    }
    works = {
        form: everyone.meant(bare(maker), one.start)
        for one in speakers
        if (maker := published_by(text, one.start + len(one.name), one.name))
        for form in short_names_of_work(one.name)
    }
    works = {**told_before, **works}

    def canonical(speaker: Speaker) -> str:
        name = bare(speaker.name)
        generic = generic_sources().get(name.casefold())
        if generic is not None and generic.data.get("owned") and is_owned(speaker.name):
            owner = everyone.owner(text, speaker.start)
            name = f"{name} for {owner}" if owner else everyone.meant(name, speaker.start)
        elif generic is not None:
            name = everyone.meant(name, speaker.start)
        elif name.casefold() in works:
            name = works[name.casefold()]
        elif (work := owner_of_work(name)) and work[0].casefold() in generic_sources():
            name = f"{everyone.meant(work[0], speaker.start)}’s {work[1]}"
        elif (tail := body_at_the_end(name)) and tail[1].casefold() in generic_sources():
            name = tail[0] + everyone.meant(tail[1], speaker.start)
        elif name.casefold() in organs:
            name = organs[name.casefold()]
        else:
            name = everyone.person(name, speaker.start) or name
        if _DOTTED.fullmatch(name):
            name = name.replace(".", "")
        full = short.get(letters_of(name), name)
        full = next((long for long in short.values() if full.endswith(long)), full)
        return spelled.setdefault(full.casefold(), full)  # "Police" and "police"

    return [
        known_as(claim, canonical(claim.speaker)) if claim.speaker else claim for claim in claims
    ]
