"""Sentences of the kept blocks, with offsets, from text that may be spliced or hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harmledger.claims.parsing.datelines import IN_CAPITALS, behind_dateline
from harmledger.records import Block, Text

__all__ = ["Sentence", "split_sentences"]

#: Longer runs without an end of sentence are cut at white space: parsing is not linear in length.
MAX_LENGTH = 900

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon fr st gen lt col maj capt cpl sgt pvt cmdr adm gov sen rep pres "
    "jan feb mar apr jun jul aug sep sept oct nov dec no nos vs etc inc corp co ltd jr sr dept "
    "approx est ext mt ft ave blvd rd u.s u.n u.k u.s.a a.k.a e.g i.e a.m p.m d.c brig det insp "
    "supt art al tel bros mssrs messrs sra ing lic hdqtrs wash calif ill mass tenn fla ala ariz "
    "ark colo conn ga ind kan ky la md mich minn miss mo mont neb nev okla pa tex va vt wis "
    "ca min max".split()
)
#: Longer words need not be looked up.
LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
# Both begin with the mark itself, which a search finds soonest. A run of marks is looked at once,
# from its beginning: a million full stops take no longer than a million letters.
_END = re.compile(
    r"[.!?…](?:(?<=[.!?])(?<![.!?]{2})[.!?]*+[\"”’')\]»]*+(?=\s|$)"
    r"|(?<=[!?…])(?<![!?…]{2})[!?…]*+(?=\s))"
)
# "imperative.”Local authorities", "civilians.The army": a full stop glued to the next sentence.
# So is one before a number that counts: "the mayor says.147 dead".
_SPLICE = re.compile(
    r"[.!?](?<=[a-z0-9)\"”’].)[\"”’)]?(?=[“\"‘]?[A-Z][a-z])"
    r"|[.!?](?<=[a-z]{3}.)(?=\d[\d,]*\+?\s[a-z]{3})"
)
_BULLET = re.compile(r"\s*(?:[•●▪‣◦·*–—-]|\d{1,2}[.)])\s+")
_FILE_NAME = re.compile(r"[\w./@-]*$")
_WORD_BEFORE = re.compile(r"[\w.]*$")
_NUMBER_BEHIND = re.compile(r"\.\s*\d")
_CAPITAL_OR_NUMBER = re.compile(r"\.\s+[A-Z\d]")
#: "A.N", before its last full stop, and the name behind it.
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z]){1,3}")
_NAME_BEHIND = re.compile(r"\.[^\S\n]+([A-Z][\w'’-]+)")
#: Words that begin a sentence behind a body's letters, and no name.
_OPENERS = frozenset(
    "The This That These Those There It Its He She They We In On At By For From After Before When "
    "While As But And Since Some Many Most All At Police Officials Troops Soldiers".split()
)
_CLOCK_END = re.compile(
    r"\.\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct"
    r"|Nov|Dec)|[ECMP][SD]?T\b|GMT\b)[A-Z][a-z]"
)
_BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """``text[start:end]`` with the block it stands in and its paragraph's number."""

    start: int
    end: int
    paragraph: int
    kind: str


def split_sentences(text: Text) -> Iterator[Sentence]:
    """The sentences of the kept blocks, in order; spans carry no outer white space.

    A headline that stands behind the text, as it was given apart from it, is read first.
    """
    blocks = text.blocks or (Block(kind="body", start=0, end=len(text.text)),)
    if blocks[-1].kind == "headline":
        blocks = (blocks[-1], *blocks[:-1])
    paragraph = 0
    for block in blocks:
        if not block.kept:
            continue
        for start, end in _paragraphs(text.text, block.start, block.end):
            paragraph += 1
            if block.kind == "body" and (dateline := behind_dateline(text.text, start, end)):
                start = dateline
            for first, last in _cut(text.text, start, end):
                if block.kind == "body" and (behind := behind_dateline(text.text, first, last)):
                    first = min(behind, last)
                if first == last:
                    continue
                yield Sentence(start=first, end=last, paragraph=paragraph, kind=block.kind)


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in _BLANK.finditer(text, start, end):
        if text[position : match.start()].strip():
            yield position, match.start()
        position = match.end()
    if text[position:end].strip():
        yield position, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentence spans inside one paragraph."""
    borders = sorted({*_line_borders(text, start, end), *_stops(text, start, end), end})
    position = start
    for border in borders:
        short = border - position <= MAX_LENGTH
        for first, last in [(position, border)] if short else _pieces(text, position, border):
            stripped = text[first:last]
            left = first + len(stripped) - len(stripped.lstrip())
            right = first + len(stripped.rstrip())
            if right > left:
                yield left, right
        position = border


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    for match in _END.finditer(text, start, end):
        if (
            match[0].startswith(".")
            and not match[0].startswith("..")
            and _abbreviated(text, start, match.start())
        ):
            continue
        following = text[match.end() : match.end() + 12].lstrip()
        if following and following[0].islower():
            continue
        if following[:1] in {"(", "-", "—", "–", "―"} and IN_CAPITALS.fullmatch(
            text, max(start, text.rfind("\n", start, match.start()) + 1), match.end()
        ):
            continue  # "ALBANY, N.Y. (AP) -"
        yield match.end()
    for match in _SPLICE.finditer(text, start, end):
        word = _FILE_NAME.search(text[max(start, match.start() - 30) : match.start()])
        # Not inside addresses and file names.
        if word and not re.search(r"[./@]", word[0]):
            yield match.end()


def _abbreviated(text: str, start: int, stop: int) -> bool:
    ahead = text[max(start, stop - 12) : stop]
    last = ahead[-LONGEST_ABBREVIATION - 1 :]
    if len(last) > LONGEST_ABBREVIATION and last.isalpha():
        return False
    word = _WORD_BEFORE.search(ahead)
    token = word[0].lower().lstrip(".") if word else ""
    if token in {"a.m", "p.m"}:
        # "At 8 p.m. Officers found": a clock ends a sentence, but not before a day or a zone.
        return _CLOCK_END.match(text, stop) is None
    if token in _ABBREVIATIONS:
        # "No.", "ca." are abbreviations only before a number; "St." etc. before a capital.
        return token not in {"no", "nos", "art", "ca", "min", "max"} or bool(
            _NUMBER_BEHIND.match(text[stop : stop + 4])
        )
    if word and _INITIALS.fullmatch(word[0]):
        # "Police chief A.N. Roy"; but "in the U.A.E. The army said".
        name = _NAME_BEHIND.match(text, stop)
        of_body = text[max(start, stop - len(word[0]) - 4) : stop].lower().startswith("the ")
        return name is not None and not of_body and name[1] not in _OPENERS
    return (
        len(token) == 1
        and token.isalpha()
        and bool(_CAPITAL_OR_NUMBER.match(text[stop : stop + 4]))
    )


def _line_borders(text: str, start: int, end: int) -> Iterator[int]:
    """Line breaks that end a sentence: list items, and lines that are not hard-wrapped."""
    if text.find("\n", start, end) < 0:
        return
    lines = [m.start() for m in re.finditer(r"\n", text[start:end])]
    # The first line counts from its beginning, though a dateline may have been cut off it.
    first = text.rfind("\n", 0, start) + 1 - start
    longest = max(b - a for a, b in zip([first, *lines], [*lines, end - start], strict=True))
    for offset in lines:
        at = start + offset
        length = at - (text.rfind("\n", 0, at) + 1)
        ahead = text[at + 1 : at + 40]
        wrapped = 40 <= longest <= 110 and length > 0.6 * longest
        if _BULLET.match(ahead) or (not wrapped and ahead.lstrip()[:1].isupper()):
            yield at


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_LENGTH:
        cut = -1
        for mark in ("; ", ", ", " "):
            cut = text.rfind(mark, start + MAX_LENGTH // 2, start + MAX_LENGTH)
            if cut > 0:
                break
        cut = cut + 1 if cut > 0 else start + MAX_LENGTH
        yield start, cut
        start = cut
    yield start, end
