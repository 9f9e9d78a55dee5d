"""Plain sentences inside what somebody tells: "The abbot described the night. Six monks were shot."

Read only where the opening sentence says that a telling begins, or where the sentence before goes
on in somebody's words: "Two patrols had been caught, he said, and cut off."
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.attribution.asides import behind_quotation, closed_by, closes
from harmledger.claims.attribution.cue import Cue
from harmledger.claims.attribution.hearing import Hearing
from harmledger.claims.attribution.mute import noun_words
from harmledger.claims.attribution.speakers import is_source, phrase
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.eventwords import turns_away
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

__all__ = ["recounted"]

#: Sentences of a paragraph that a telling may fill behind its opening.
_FILLED = 5
#: "All on board are said to have died": of nobody in particular.
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were|been)\s(?:said|reported|believed|thought|feared|alleged|known)\b", re.I
)
#: "Two have been arrested": what is so by now, which is the narrator's.
_CURRENT = re.compile(r"\b(?:has|have)\s(?:\w+\s)?(?:been|died)\b|\bbooked\b", re.IGNORECASE)
#: A time with which a sentence turns to something else: "On Sunday", "In 1994", "Last year".
_TURNS = re.compile(
    r"\W*(?:(?:on|in|by|since|until)\s(?:(?:the|early|late)\s)?"
    r"(?:\d|\w+(?:day|ary)\b|(?:march|april|may|june|july|august)\b|\w+ber\b)"
    r"|(?:last|this|earlier|meanwhile|yesterday|today|elsewhere|later)\b)",
    re.IGNORECASE,
)


@cache
def _openers() -> re.Pattern[str]:
    """Words of which one stands in a sentence that opens a telling."""
    verbs = alternatives(words("reporting", "recounting"))
    works = alternatives(words("reporting", "told_stories"))
    return re.compile(
        rf"\b(?:{verbs}|(?:went|goes)\sthrough|told\s[^.]{{0,60}}\bhow|{works})\b", re.IGNORECASE
    )


@cache
def _asides() -> re.Pattern[str]:
    told = alternatives(words("reporting", "say") | words("reporting", "asides"))
    return re.compile(rf",\s(?:he|she|it|they)\s(?:{told}),", re.IGNORECASE)


def recounted(voices: Hearing, index: int) -> Speaker | None:
    """Who tells what the sentence ``index`` says, which names nobody."""
    sentences, text = voices.sentences, voices.text
    own = sentences[index]
    if voices.narrated(index) or turns_away(text, own.start, own.end):
        return None
    if _TURNS.match(text, own.start, own.end):
        return None
    if _HEARSAY.search(text, own.start, own.end):
        return None
    for before in range(index - 1, max(-1, index - 1 - _FILLED), -1):
        one = sentences[before]
        if one.paragraph != own.paragraph:
            return None
        near = before == index - 1 and _asides().search(text, one.start, one.end)
        if near or _openers().search(text, one.start, one.end):
            if voices.sentence(before) is None:
                return None
            cues = voices.narrated(before)
            fitting = [c for c in cues if _opens(c) or (near and _goes_on(c))]
            if not fitting and not cues:
                return _went_through(voices, before)
            return voices.speaker_of(before, fitting[-1]) if fitting else None
        if _works().search(text, one.start, one.end):
            current = _CURRENT.search(text, own.start, own.end)
            return _of_work(voices, before) if current is None else None
        if before in voices.parsed and voices.narrated(before):
            return None
    return None


@cache
def _works() -> re.Pattern[str]:
    works = alternatives(words("reporting", "telling_on"))
    return re.compile(rf"\b(?:{works})\b", re.IGNORECASE)


def _of_work(voices: Hearing, index: int) -> Speaker | None:
    """The report or inquiry that the sentence ``index`` cites last: it tells what comes next."""
    cues = voices.narrated(index) if voices.sentence(index) is not None else []
    if not cues or behind_quotation(cues[-1]):
        return None
    known = cues[-1].source.lower_ in words("reporting", "telling_on")
    return voices.speaker_of(index, cues[-1]) if known else None


def _opens(cue: Cue) -> bool:
    """ "Described the night", "gave her account of it", "told the paper how they came"."""
    verb = cue.token
    if cue.kind != "verb" or child(verb, "nsubj") is None:
        return False
    through = verb.lower_ in {"went", "goes"} and any(c.lower_ == "through" for c in verb.children)
    if any(t.lower_ == "as" and t.dep_ == "prep" for t in verb.doc[verb.i :]):
        return False  # "described it as a massacre"
    if through or verb.lower_ in words("reporting", "recounting"):
        return True
    taken = child(verb, "dobj")
    if taken is not None and taken.lower_ in words("reporting", "told_stories"):
        return True
    told = child(verb, "ccomp")
    return (
        verb.lower_ in words("reporting", "tell")
        and told is not None
        and any(c.lower_ == "how" for c in told.lefts)
    )


def _went_through(voices: Hearing, index: int) -> Speaker | None:
    """ "The judges went through the dead one after another": a source, whatever else is said."""
    parsed = voices.parsed[index]
    for verb in parsed.doc:
        subject = child(verb, "nsubj") if verb.pos_ == "VERB" else None
        if subject is None or subject.i > verb.i or voices.within(index, verb) is not None:
            continue
        way = next((c for c in verb.children if c.lower_ == "through"), None)
        if way is None or verb.lower_ not in {"went", "goes"}:
            continue
        if not any(t.lower_ in words("reporting", "gone_through") for t in way.subtree):
            continue  # "gunmen went through the town"
        body = subject.lower_ in words("grammar", "bodies") | words("reporting", "telling_on")
        if body or is_source(noun_words(subject)):
            return phrase(parsed, subject)
    return None


def _goes_on(cue: Cue) -> bool:
    """An aside that interrupts a sentence: "..., he said, ..."."""
    return closed_by(cue) and not closes(cue)
