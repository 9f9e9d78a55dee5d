"""Whose figure a sentence says to rest on another's, and which of the text's claims give it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from harmledger.counters.resolve import Heard
from harmledger.counters.resting import Span, Statement
from harmledger.counters.resting_forms import resting_words
from harmledger.counters.sources import Sources
from harmledger.records import Claim

__all__ = ["whose_claims"]

_OWNING = ("’s", "'s", "’", "'")
_ITS = frozenset({"its", "their"})
_WORDS = re.compile(r"[\w’'-]+")
#: Words of a sentence in which its subject is looked for.
_SUBJECT = 8


def whose_claims(
    text: str, claims: Sequence[Claim], statement: Statement, sources: Sources
) -> tuple[str, int, list[Claim]] | None:
    """Whose figure it is said of (its anchor, "" where nobody is named), where it is named, and
    its claims; None where it is not known. ``claims``: of the text, in its order."""
    inside = [c for c in claims if statement.start <= c.start < statement.end]
    if statement.whose is None:
        return _speaking(inside, statement, sources)
    figure = statement.figure
    named = [c for c in inside if figure and figure[0] <= c.start < figure[1]]
    words = _words(text, statement.whose)
    owners = [n for n, (_, end) in enumerate(words) if text[:end].endswith(_OWNING)]
    owned = bool(figure and owners)
    words = words[: owners[-1] + 1] if owned else words
    names = [(one, words[-1][1]) for one, _ in words]
    if not figure and text[slice(*words[-1])].casefold() == "and":
        # "The mission had no lists and relied on": the subject of the sentence.
        first = _words(text, (statement.start, statement.at))[:_SUBJECT]
        names = [(statement.start, end) for _, end in reversed(first)]
    for one, two in names:
        plain = text[one:two].casefold()
        if plain in resting_words("pronouns") or (
            figure and not owned and plain.split()[0] in _ITS
        ):
            anchor = sources.before(one)
        elif figure and plain in resting_words("pointing"):
            return "", one, named or _told_last([c for c in claims if c.start < one], sources)
        else:
            meant = sources.meant(text[one:two], one)
            anchor = meant.anchor if isinstance(meant, Heard) else meant
        if anchor is not None and anchor in sources.anchors:
            own = [c for c in claims if _anchor(c, sources) == anchor]
            return anchor, one, named or _meant(text, own, statement)
    return ("", statement.whose[0], named) if named else None


def _words(text: str, span: Span) -> list[Span]:
    return [
        (span[0] + found.start(), span[0] + found.end())
        for found in re.finditer(r"\S+", text[slice(*span)])
    ]


def _anchor(claim: Claim, sources: Sources) -> str | None:
    heard = sources.heard.get(claim.id)
    return heard.anchor if heard else None


def _told_last(claims: Sequence[Claim], sources: Sources) -> list[Claim]:
    """Those of the last sentence before that are of its last speaker."""
    if not claims:
        return []
    last = claims[-1]
    by = last.sentence_start, _anchor(last, sources)
    return [c for c in claims if (c.sentence_start, _anchor(c, sources)) == by]


def _speaking(
    inside: Sequence[Claim], statement: Statement, sources: Sources
) -> tuple[str, int, list[Claim]]:
    """The claims of whoever is named last before the aside, else first behind it, else nobody."""
    spoken = {
        claim.speaker.start: anchor
        for claim in inside
        if claim.speaker is not None and (anchor := _anchor(claim, sources))
    }
    if not spoken:
        return "", statement.at, list(inside)
    before = [place for place in spoken if place < statement.at]
    anchor = spoken[max(before) if before else min(spoken)]
    return anchor, statement.at, [c for c in inside if _anchor(c, sources) == anchor]


def _meant(text: str, own: Sequence[Claim], statement: Statement) -> list[Claim]:
    """Of the counter's claims those of which the figure is said to be; the nearest where it does
    not say."""
    of = (
        set(_WORDS.findall(text[slice(*statement.figure)].casefold()))
        if statement.figure
        else set()
    )
    of -= {word for noun in resting_words("figures") for word in noun.split()}
    measures = dict(pair.split("=") for pair in resting_words("measures"))
    told = {measures[word] for word in of if word in measures}
    own = [claim for claim in own if not told or claim.measure in told]
    numbers = {int(word) for word in of if word.isdecimal()}
    if numbers:
        return [claim for claim in own if numbers & {claim.low, claim.high}]
    nouns = of - measures.keys() - set(resting_words("say_nothing"))
    if nouns:
        return [c for c in own if nouns <= _around(text, c)]
    inside = [claim for claim in own if statement.start <= claim.start < statement.end]
    if inside or not own:
        return inside
    before = [claim.sentence_start for claim in own if claim.start < statement.start]
    nearest = max(before) if before else min(claim.sentence_start for claim in own)
    return [claim for claim in own if claim.sentence_start == nearest]


def _around(text: str, claim: Claim) -> set[str]:
    """The words of the claim's sentence and of the place of its harm."""
    words = _WORDS.findall(text[claim.sentence_start : claim.sentence_end].casefold())
    place = claim.place
    named = _WORDS.findall(f"{place.name} {place.within or ''}".casefold()) if place else []
    return {*words, *named}
