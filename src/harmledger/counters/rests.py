"""Which claims rest on another counter's figure, as the report says that has them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from harmledger.counters.names import bare, kind_of
from harmledger.counters.resolve import Heard, Resolver
from harmledger.counters.resting import Span, Statement, behind_name, statements_in
from harmledger.counters.resting_forms import resting_words
from harmledger.counters.sources import Sources
from harmledger.counters.whose import whose_claims
from harmledger.kept import Kept, Shelf, whole
from harmledger.records import Claim, Text
from harmledger.vocabulary import load

__all__ = ["Rest", "find_rests"]

#: Code points behind whose figure it is in which a second thing may be named.
_BEHIND = 40
#: Kinds of counters whom a figure may rest on though no report gives a count of theirs.
_COUNTING = frozenset({"un", "monitor", "medic", "authority", "belligerent"})
#: "Followed the group's estimate by two days" tells of time.
_LATER = re.compile(r"\s+by\s+(?:[\w-]+\s+){1,3}?(?:hour|day|week|month|year)s?\b")


@dataclass(frozen=True, slots=True)
class Rest:
    """A claim, whose figure it is (``anchor``: see ``Heard``), and the sentence that says so.

    ``heard``: the other counter by the ``name`` in the sentence; None where it is a source of the
    text.
    """

    claim: Claim
    anchor: str
    heard: Heard | None
    name: str
    sentence: str


@cache
def _against(term: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, resting_words(term)))
    return re.compile(rf"(?:\b(?:{words})\b|n['’]t\b)", re.IGNORECASE)


@cache
def _nobody() -> frozenset[str]:
    return frozenset(load("en", "counters")["generic_speakers"].words("words"))


def find_rests(
    texts: Iterable[Text],
    claims: Mapping[str, Sequence[Claim]],
    resolver: Resolver,
    cited: Collection[str],
    kept: Kept | None = None,
) -> Iterator[Rest]:
    """What rests on another's figure in the texts that have claims, in the order of texts.

    ``claims``: by text; ``cited``: anchors of all counters of the book; ``kept`` spares reading
    texts again.
    """
    shelf = Shelf(kept, "resting", list[Statement])
    for text in sorted(texts, key=lambda text: (text.document, text.id)):
        own = claims.get(text.id)
        if not own:
            continue
        key = kept.of_record(text) if kept else b""
        statements = shelf.of(key, partial(_statements, text))
        if statements:
            # Few texts say so. Of their claims only those are read that a sentence can be about.
            said = whole(text)
            ordered = sorted(own, key=lambda claim: (claim.start, claim.end, claim.id))
            sources = Sources(said, ordered, resolver, cited)
            yield from _rests_in(said, ordered, statements, sources)


def _statements(text: Text) -> list[Statement]:
    return statements_in(whole(text))


def _rests_in(
    text: Text, claims: Sequence[Claim], statements: Sequence[Statement], sources: Sources
) -> Iterator[Rest]:
    """Each claim of the text at most once, by the first statement about it."""
    told: set[str] = set()
    for statement in statements:
        for rest in _of_statement(text.text, claims, statement, sources):
            if rest.claim.id not in told:
                told.add(rest.claim.id)
                yield rest


def _of_statement(
    text: str, claims: Sequence[Claim], statement: Statement, sources: Sources
) -> Iterator[Rest]:
    if _against("doubtful").search(text, statement.start, statement.at):
        return
    own = whose_claims(text, claims, statement, sources)
    if own is None:
        return
    whose, first, counted = own
    for start, end, forwards in statement.bases:
        found = _base(text, (start, end), forwards, sources, whose)
        if found is None:
            continue
        meant, name, last = found
        anchor = meant if isinstance(meant, str) else meant.anchor
        if _said_against(text, min(first, start), last):
            return
        heard = meant if isinstance(meant, Heard) else None
        sentence = " ".join(text[statement.start : statement.end].split())
        for claim in counted:
            its = sources.heard.get(claim.id)
            if claim.stance != "denied" and (its is None or its.anchor != anchor):
                yield Rest(claim, anchor, heard, bare(name), sentence)
        return


def _said_against(text: str, start: int, end: int) -> bool:
    """Whether it is not said, not of the whole figure, or of two things."""
    said = re.sub(r"\bno\b[^,.;:]{0,40}?\bown\b", "", text[start:end], flags=re.IGNORECASE)
    if _against("against").search(said):
        return True
    end = behind_name(text, end)
    behind = text[end : end + _BEHIND]
    if _LATER.match(behind):
        return True
    beside = "|".join(map(re.escape, resting_words("beside")))
    found = re.match(rf"(?P<comma>,)?\s+(?:{beside})\s+(?P<next>[\w’'-]+)", behind, re.IGNORECASE)
    if found is None:
        return False
    if found["comma"]:
        return found["next"].casefold() in {"its", "their", "on"} and "own" in behind
    return found["next"].casefold() not in resting_words("going_on")


def _base(
    text: str, run: Span, forwards: bool, sources: Sources, without: str
) -> tuple[str | Heard, str, int] | None:
    """The other counter named in a run of words, by which of them, and where these end."""
    words = [found.span() for found in re.finditer(r"\S+", text[slice(*run)])]
    spans = [(run[0] + a, run[0] + b) for a, b in words]
    pieces = [(0, n) for n in range(len(spans), 0, -1)]
    if not forwards:
        pieces = [(n, len(spans)) for n in range(len(spans))]
    for one, two in pieces:
        start, end = spans[one][0], spans[two - 1][1]
        name = text[start:end]
        if name.casefold() in resting_words("pronouns"):
            before = sources.before(start, {without})
            return (before, name, end) if before else None
        meant = sources.meant(name, start, {without})
        if meant is not None and _counts(meant, name, sources):
            return meant, name, end
        if not forwards and not name.split()[0][:1].islower():
            return None  # what was left out would be of the name
    return None


def _counts(meant: str | Heard, name: str, sources: Sources) -> bool:
    """Whether it is somebody who counts: a source of the text, a counter that is known, or a name
    that tells of whom: "the Red Cross", but neither "Mosul" nor "the hospitals"."""
    if isinstance(meant, str):
        return True
    if meant.words <= _nobody():
        return False
    if meant.entry is not None or meant.anchor in sources.cited:
        return True
    named = any(word[:1].isupper() for word in bare(name).split())
    return named and kind_of(name) in _COUNTING
