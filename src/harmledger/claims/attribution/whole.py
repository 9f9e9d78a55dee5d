"""A report that is one voice from end to end: a speech, a communique, the radio of an armed group.

The head of a monitored broadcast says so: "LONDON, 4 JUN 40 (HOME SERVICE) -- [SPEECH] [THE PRIME
MINISTER] [TEXT]". Elsewhere its opening does: "The navy issued the following communique:".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from harmledger.claims.attribution.sayers import sayer_of
from harmledger.claims.attribution.speakers import is_speaker, speaker_at
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Head", "giver_of", "head_of", "opened_by"]

_HEAD = re.compile(
    r"\s*(?P<place>[A-Z][^\[\]\n]{2,90}?)\s*(?:\((?P<station>[^\s()][^()]{2,59})\)\s*)?--\s*"
    r"(?P<tags>(?:\[[^\[\]]{1,300}\]\s*)*)"
)
_TAG = re.compile(r"\[([^\[\]]+)\]")
#: The name in a tag: what stands before a comma, a bracket or a dash.
_NAME = re.compile(r"\s*([^\s,;()][^,;()]*?)\s*(?:[,;(]|--|$)")
#: Sentences from the start of a text among which its opening stands.
OPENING = 4
#: How often a broadcast says "we" that speaks for itself.
FIRST_PERSON = 3


@dataclass(frozen=True, slots=True)
class Head:
    """``giver``: whose speech or communique it is. ``station``: the radio of an armed group.

    ``names``: the words of the head, in which those who talk are named. ``authors``: those of the
    correspondents among them, whose report it is.
    """

    giver: Speaker | None = None
    station: Speaker | None = None
    names: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()


def head_of(text: str) -> Head:
    """What the head of a monitored broadcast says of its voice; empty where there is none."""
    match = _HEAD.match(text)
    if match is None:
        return Head()
    station = None
    hidden = match["place"].split()[0].strip(",").lower() in words("reporting", "hidden")
    if match["station"] and hidden and _speaks_for_itself(text):
        station = speaker_at(text, *match.span("station"), kind="belligerent")
    tags = [tag for tag in _TAG.finditer(text, *match.span("tags")) if tag[1].strip()]
    return Head(
        giver=_giver(text, tags),
        station=station,
        names=_words(tag[1] for tag in tags),
        authors=_words(_authors(tags)),
    )


def _words(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(w.strip(".,'’()").lower() for part in parts for w in part.split())


def _speaks_for_itself(text: str) -> bool:
    """Whether the broadcast says "we"; else it only passes on what it has heard."""
    ours = alternatives(words("reporting", "ours"))
    found = re.finditer(rf"\b(?:{ours})\b", text, re.IGNORECASE)
    return len(list(islice(found, FIRST_PERSON))) == FIRST_PERSON


def _authors(tags: Sequence[re.Match[str]]) -> Iterator[str]:
    """The names of those whose report it is: "[REPORT] [A. NAME]"."""
    for tag, following in zip_longest(tags, tags[1:]):
        kind = set(tag[1].lower().split())
        if following is not None and kind & words("reporting", "authored"):
            yield following[1]


def _giver(text: str, tags: Sequence[re.Match[str]]) -> Speaker | None:
    """The name in the tag behind "[SPEECH]", or in "[STATEMENT BY ...]"."""
    for tag, following in zip_longest(tags, tags[1:]):
        kind = tag[1].lower().split()
        by = next((w for w in kind[1:4] if w in {"by", "from", "of"}), None)
        if by and set(kind[: kind.index(by)]) & words("reporting", "deliveries"):
            ahead = re.search(rf"\b{by}\b", tag[1], re.IGNORECASE)
            assert ahead is not None
            return _named(text, tag.start(1) + ahead.end(), tag.end(1))
        if following is None or following[1].split()[0].lower() in words("reporting", "labels"):
            continue
        if set(kind) & words("reporting", "deliveries") or (
            set(kind) & words("reporting", "authored") and _of_a_party(following[1])
        ):
            return _named(text, *following.span(1))
    return None


def _of_a_party(author: str) -> bool:
    """An author who speaks for a political party is no reporter."""
    told = {word.strip(",.()").lower() for word in author.split()}
    return bool(told & words("reporting", "political"))


def _named(text: str, start: int, end: int) -> Speaker | None:
    found = _NAME.match(text, start, end)
    return speaker_at(text, *found.span(1)) if found else None


def opened_by(text: str, sentences: Sequence[Sentence]) -> int | None:
    """The sentence with whose colon a communique begins that is all the rest of the text."""
    for index, sentence in enumerate(sentences[:OPENING]):
        if _opening().search(" ".join(text[sentence.start : sentence.end].split())):
            return index
    return None


@cache
def _opening() -> re.Pattern[str]:
    """ "The board issued the following statement:", "The navy announces the following:"."""
    works = alternatives(words("reporting", "documents") | words("reporting", "deliveries"))
    return re.compile(
        rf"(?:\bthe following(?:(?: \S+){{0,2}} (?:{works})\b[^:]*| to\b[^:]*)?"
        rf"|\bthis (?:\S+ )?(?:{works})(?: from\b[^:]*)?|\bdirectly from\b[^:]*)"
        r': ?[“"]?(?:\d\.)?$',
        re.IGNORECASE,
    )


def giver_of(parsed: Parsed) -> Token | None:
    """Whose communique a sentence opens: the subject of issuing, or who stands behind "from"."""
    issuing = words("reporting", "issuing")
    for token in parsed.doc:
        if token.lower_ in issuing and token.pos_ == "VERB" and child(token, "dobj") is not None:
            sayer = sayer_of(token)
            if sayer is not None and is_speaker(sayer):
                return sayer
    behind = [t for t in parsed.doc if t.dep_ == "pobj" and t.head.lower_ in {"from", "by"}]
    return behind[-1] if behind and is_speaker(behind[-1]) else None
