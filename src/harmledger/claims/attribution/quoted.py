"""The source of a direct quotation: beside it, or of the quotation that it goes on from.

``"A," the nurse said. "B."`` has the nurse for both; so has a paragraph of ``"C."`` behind it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.attribution.antecedents import is_person
from harmledger.claims.attribution.governing import governing
from harmledger.claims.attribution.hearing import Hearing
from harmledger.claims.attribution.speakers import is_source, is_speaker, phrase, speaker_at
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

if TYPE_CHECKING:
    from harmledger.claims.attribution.cue import Cue

__all__ = ["source_of"]

#: What may stand between a quotation and the words that say whose it is.
_JOINTS = " ,.-—–―\n\"”'’"
#: `"..." ― A. Name` at the end of a line.
_SIGNED = re.compile(
    r"[ \t]*\n?[ \t]*(?:―|—|–|--?)[ \t]*([A-Z][^\n,;:“”\"]{2,60}?)[ \t]*(?=\n|,|$)"
)
#: Characters of a label before a quotation.
_LABEL = 160
#: Words of a name in it.
_NAME = 8
_HEADS = frozenset(("VERB", "AUX", "NOUN"))
#: Words of a quotation from which it is speech and not a single word in quotation marks.
SPEECH = 5


def source_of(voices: Hearing, number: int) -> Speaker | None:
    """The source of quotation ``number``; None where the text names none."""
    quotation = voices.quotations[number]
    first = voices.sentence_at(quotation.start)
    last = voices.sentence_at(quotation.end - 1)
    if first is None or last is None:
        return None
    behind = _behind(voices, number, last)
    if behind is not None:
        return voices.speaker_of(*behind)
    signed = _SIGNED.match(voices.text, quotation.end)
    if signed is not None:
        return speaker_at(voices.text, *signed.span(1))
    told = _labelled(voices.text, quotation.start)
    if told is not None:
        return told
    parsed = voices.sentence(first)
    if parsed is not None:
        ahead = [c for c in voices.narrated(first) if parsed.start(c.token) < quotation.start]
        held = (t for t in parsed.doc if t.pos_ in _HEADS and voices.within(first, t) == number)
        head = min(held, key=lambda t: sum(1 for _ in t.ancestors), default=None)
        ahead = (governing(ahead, head)[:1] if head is not None else []) or ahead[-1:]
        if ahead:
            return voices.speaker_of(first, ahead[0])
    if number and _goes_on(voices, number, first):
        return voices.quoted(number - 1)
    parsed = voices.sentence(last)
    if parsed is not None:
        later = [c for c in voices.narrated(last) if parsed.start(c.token) >= quotation.end]
        if later:
            return voices.speaker_of(last, later[0])
    return _subject(voices, number, first) or _next(voices, number)


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a quotation: `Witness No. 4 (a baker): "..."`, `Extract from the report
    of the board: "..."`."""
    works = alternatives(words("reporting", "quoted_works"))
    name = r"(?P<name>[^\W\d_][^\n:;\"“”()]{1,60}?)"
    return (
        re.compile(
            rf"(?:^|\n)[ \t]*(?:extracts?|excerpts?|passages?)\sfrom\s[^\n:\"“”]{{0,40}}?"
            rf"\b(?:{works})\s(?:of|by)\s{name}:\s*$",
            re.IGNORECASE,
        ),
        # A label with a number or a bracket: without them it may be a sentence, "The clerk said:".
        re.compile(
            r"(?:^|\n)[ \t]*"
            r"(?:(?P<name>[A-Z][^\W\d_]*(?:\s[^\W\d_]+){0,4}?\s(?:[Nn]o\.?\s?)?\d{1,3})"
            r"(?:\s\([^()\n]{1,60}\))?"
            r"|(?P<plain>[A-Z][^\n:;\"“”()\d]{1,60}?)\s\([^()\n]{1,60}\)):\s*$"
        ),
    )


def _labelled(text: str, start: int) -> Speaker | None:
    """The source of a quotation at ``start`` by the label or the work before it."""
    least = max(0, start - _LABEL)
    line = max(text.rfind("\n", least, start), least)
    for pattern in _labels():
        found = pattern.search(text, line, start)
        group = "name" if found is None or found["name"] else "plain"
        if found is None or len(found[group].split()) > _NAME:
            continue
        if is_source(found[group]) or pattern is _labels()[0]:
            return speaker_at(text, *found.span(group))
    return None


def _next(voices: Hearing, number: int) -> Speaker | None:
    """The source of a quotation that follows without a word between: ``"A." "B," he said.``"""
    here, ahead = voices.quotations[number], voices.quotations[number + 1 : number + 2]
    joined = bool(ahead) and not voices.text[here.end : ahead[0].start].strip()
    return voices.quoted(number + 1) if joined else None


def _behind(voices: Hearing, number: int, last: int) -> tuple[int, Cue] | None:
    """The cue right behind the quotation, in its last sentence or the next: ``"..." He said.``"""
    end = voices.quotations[number].end
    follows = voices.quotations[number + 1 : number + 2]
    limit = follows[0].start if follows else len(voices.text)
    places = [last]
    if end >= voices.sentences[last].end and last + 1 < len(voices.sentences):
        following = voices.sentences[last + 1]
        if following.paragraph == voices.sentences[last].paragraph and following.start < limit:
            places.append(last + 1)
    for index in places:
        parsed = voices.sentence(index)
        if parsed is None:
            return None
        for cue in voices.narrated(index):
            edge = parsed.doc[min(cue.source.left_edge.i, cue.token.i)]
            start = parsed.start(edge)
            if not end <= start < limit or voices.text[end:start].strip(_JOINTS):
                continue
            own = any(c.dep_ == "ccomp" and c.i > cue.token.i for c in cue.token.children)
            if index == last or not own:
                return index, cue
    return None


def _goes_on(voices: Hearing, number: int, first: int) -> bool:
    """Whether the quotation goes on from the one before it, with a cue between them at most."""
    quotation, before = voices.quotations[number], voices.quotations[number - 1]
    if quotation.goes_on or not voices.text[before.end : quotation.start].strip():
        return True
    earlier = voices.sentence_at(before.end - 1)
    opens = voices.sentences[first].start >= quotation.start - 1
    if quotation.single and len(voices.text[quotation.start : quotation.end].split()) < SPEECH:
        return False  # a heading in single marks
    return opens and earlier is not None and first - earlier <= 1


def _subject(voices: Hearing, number: int, first: int) -> Speaker | None:
    """Without any cue: who the words before are about, "The mayor was angry. '...'"."""
    quotation = voices.quotations[number]
    if len(voices.text[quotation.start : quotation.end].split()) < SPEECH:
        return None
    opens = voices.sentences[first].start >= quotation.start - 1
    index = first - 1 if opens else first
    if opens and (
        first == 0 or voices.sentences[index].paragraph != voices.sentences[first].paragraph
    ):
        return None
    parsed = voices.sentence(index)
    if parsed is None:
        return None
    cues = voices.narrated(index)
    if cues and opens:
        return voices.speaker_of(index, cues[-1])
    for token in parsed.doc:
        main = token.head.dep_ in {"ROOT", "ccomp", "parataxis"}
        if token.dep_ == "nsubj" and main and is_speaker(token):
            if voices.within(index, token) is not None or parsed.start(token) > quotation.start:
                return None
            if token.pos_ == "PRON":
                return voices.meant(index, token)
            speaks = token.ent_type_ == "ORG" or is_person(token)
            return phrase(parsed, token) if speaks else None
    return None
