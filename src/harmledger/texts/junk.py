"""Which blocks are no part of the report: the vocabulary's phrases, matched by rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from harmledger.vocabulary import languages, load

__all__ = ["Junk", "Rules", "junk_of", "rules"]

_SPACE = re.compile(r"\s+")
_EDGE = " \t\r\n:.,;!|>»«<*-–—…→›•[]()#_"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})
#: "tail" in the vocabulary: the block begins after this share of the text.
_TAIL = 0.5


@dataclass(frozen=True, slots=True)
class Junk:
    """What a block is if it is junk: its kind, why, and what it says of the blocks after it."""

    kind: str
    reason: str
    opens: str | None = None


@dataclass(frozen=True, slots=True)
class _Term:
    junk: Junk
    starts: re.Pattern[str] | None
    contains: re.Pattern[str] | None
    whole: frozenset[str]
    min_words: int
    max_words: int
    needs: str | None
    tail: bool
    guarded: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """The compiled terms of every language present."""

    terms: tuple[_Term, ...]
    harm: re.Pattern[str]
    bio_role: re.Pattern[str]
    picture_label: re.Pattern[str]


def _any_of(phrases: tuple[str, ...], *, edge: bool) -> re.Pattern[str] | None:
    if not phrases:
        return None
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    # a phrase ends at a word's end, so that "ad" is not found in "added"
    joined = "|".join(
        re.escape(phrase) + (r"(?!\w)" if phrase[-1].isalnum() else "") for phrase in longest_first
    )
    return re.compile(rf"(?<!\w)(?:{joined})" if edge else rf"(?:{joined})")


@cache
def rules() -> Rules:
    """The junk vocabularies of all languages, compiled once."""
    terms: list[_Term] = []
    words: dict[str, list[str]] = {
        "harm": [],
        "bio_role": [],
        "site_names": [],
        "picture_label": [],
    }
    for language in languages():
        vocabulary = load(language, "junk")
        for term in vocabulary.terms:
            if term.id in words:
                words[term.id].extend(term.words("words"))
                continue
            data = term.data
            terms.append(
                _Term(
                    junk=Junk(str(data["kind"]), str(data["reason"]), data.get("opens")),
                    starts=_any_of(term.words("starts"), edge=False),
                    contains=_any_of(term.words("contains"), edge=True),
                    whole=frozenset(phrase.strip(_EDGE) for phrase in term.words("whole")),
                    min_words=int(data.get("min_words", 1)),
                    needs=data.get("needs"),
                    max_words=int(data.get("max_words", 30)),
                    tail=bool(data.get("tail", False)),
                    guarded=bool(data.get("guarded", False)),
                )
            )
    harm = _any_of(tuple(words["harm"]), edge=True)
    role = _any_of(tuple(words["bio_role"]), edge=True)
    nothing = re.compile(r"(?!)")
    pictures = _label_of(words["picture_label"]) if words["picture_label"] else nothing
    return Rules(tuple(terms), harm or nothing, role or nothing, pictures)


def _label_of(names: list[str]) -> re.Pattern[str]:
    """ "Image 3 of 33", "PHOTO 3/33": as such labels are written, with a capital."""
    forms = sorted({form for name in names for form in (name.capitalize(), name.upper())})
    return re.compile(rf"\b(?:{'|'.join(forms)})[ ]+\d{{1,3}}\s*(?:\bof\b|/)\s*\d{{1,3}}\b")


def plain(text: str) -> str:
    """A block in the form the vocabulary is written in."""
    return _SPACE.sub(" ", text.translate(_QUOTES)).strip().lower()


def junk_of(block: str, position: float) -> Junk | None:
    """What junk ``block`` is, or None; ``position`` is where it begins, 0 to 1 of the text."""
    text = plain(block)
    bare = text.strip(_EDGE)
    if not bare:
        return Junk("navigation", "no words")
    words = text.count(" ") + 1
    compiled = rules()
    for term in compiled.terms:
        if not term.min_words <= words <= term.max_words or (term.tail and position < _TAIL):
            continue
        if not (
            bare in term.whole
            or (term.starts and (term.starts.match(text) or term.starts.match(bare)))
            or (term.contains and term.contains.search(text))
        ):
            continue
        if term.guarded and compiled.harm.search(text):
            continue
        if term.needs == "bio_role" and not compiled.bio_role.search(text):
            continue
        return term.junk
    return None
