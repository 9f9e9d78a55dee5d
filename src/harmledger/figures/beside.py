"""What stands beside a figure: denials, zeros and the word of a party, each with its own figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from harmledger.assessments import CONTRADICTS, DATED_AFTER, LARGER
from harmledger.counters import name_words
from harmledger.figures.nouns import Subject, subject_of
from harmledger.incidents import claim_words, counted, number_words, people_words, status_of
from harmledger.records import Assessment, Claim
from harmledger.wording import listed

__all__ = ["beside", "bounds_below", "impossible", "inside"]

#: Figures and speakers that a sentence names before it counts the rest.
_MOST = 3

#: Words for those harmed that say there are none.
_NOBODY = frozenset({"no one", "none", "nobody", "no-one", "one", "people", "anyone", "anybody"})


def beside(claims: Sequence[Claim], behind: Set[str], parties: Set[str]) -> str:
    """Sentences for those of ``claims`` that are not ``behind`` the figure; may be empty.

    ``parties``: ids of claims whose speaker is a party to the event. A denial and a zero speak of
    the people that their own sentence speaks of, no others.
    """
    parts = _by_words([c for c in claims if c.stance == "denied"], _denial)
    zeros = [c for c in claims if c.low == 0 and c.high == 0 and c.id not in behind and counted(c)]
    parts += _by_words(zeros, _none)
    spoken = [
        claim
        for claim in claims
        if counted(claim)
        and claim.id not in behind
        and claim.speaker is not None
        and (claim.speaker.kind == "belligerent" or claim.id in parties)
    ]
    if spoken:
        armed = all(claim.speaker and claim.speaker.kind == "belligerent" for claim in spoken)
        whose = "A belligerent's own" if armed else "A party's own"
        parts.append(f"{whose} figure stands beside it: {_figures(spoken)}.")
    return " ".join(parts)


def bounds_below(low: int | None, claims: Sequence[Claim]) -> str:
    """A sentence for upper bounds below the low: they give none, and contradict it."""
    own = [c for c in claims if c.low is None and c.high is not None and c.high < (low or 0)]
    if not own:
        return ""
    words = [f"{claim_words(claim)} ({listed(_names([claim]), most=1)})" for claim in own]
    every = listed(list(dict.fromkeys(words)), most=_MOST)
    return f"An upper bound below that was given too: {every}."


def impossible(assessment: Assessment, claims: Sequence[Claim]) -> str:
    """Sentences for what cannot be right: a date after the reports, a part above its whole."""
    parts = []
    if any(one.rule == DATED_AFTER for one in assessment.reasons):
        parts.append("The date as read is after the reports, so it cannot be right.")
    gone = {
        claim
        for one in assessment.reasons
        if one.sentence.startswith((CONTRADICTS, LARGER))
        for claim in one.claims
    }
    # Copies of a sentence say it once.
    told = {
        (claim.wording, claim.speaker and claim.speaker.name): claim
        for claim in reversed(claims)
        if claim.id in gone
    }
    own = list(reversed(told.values()))
    for inside_out in (True, False):
        held = [c for c in own if _is_inside_out(c) is inside_out]
        if held:
            words = [f"{claim_words(c)} ({listed(_names([c]), most=1)})" for c in held]
            why = (
                "its low is above its high"
                if inside_out
                else "a part cannot be larger than its whole"
            )
            # In an order of their own: a copy of one must not change the sentence.
            every = listed(sorted(set(words)), most=_MOST)
            parts.append(f"Not counted, for {why}: {every}.")
    return " ".join(parts)


def _is_inside_out(claim: Claim) -> bool:
    return claim.low is not None and claim.high is not None and claim.low > claim.high


def _by_words(claims: Sequence[Claim], words: Callable[[Claim], str]) -> list[str]:
    """One sentence for each thing said, with all who said it; beyond a few they are counted."""
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        said.setdefault(words(claim), []).append(claim)
    sentences = []
    for what, own in list(said.items())[:_MOST]:
        who = listed(_names(own), most=_MOST)
        # The name of a file keeps its letters.
        first = who[0] if own[0].speaker is None else who[0].upper()
        sentences.append(f"{first}{who[1:]} {what}.")
    if len(said) > _MOST:
        sentences.append(f"{len(said) - _MOST} more stand among the claims.")
    return sentences


def _denial(claim: Claim) -> str:
    """Denied a report of 3 killed (doctors)."""
    people = people_words(claim)
    if (claim.low is None and claim.high is None) or claim.qualifier == "vague":
        number = "an unstated number"
    else:
        number = number_words(claim)
    return f"denied a report of {number} {_subject(claim).done}{f' ({people})' if people else ''}"


def _none(claim: Claim) -> str:
    """Said that no civilians were injured."""
    subject = _subject(claim)
    people = people_words(claim) or ("" if subject.people else subject.many)
    hedge = " (hedged)" if claim.stance == "hedged" else ""
    nobody = not people or people.casefold() in _NOBODY
    who = "no one was" if nobody else f"no {people} were"
    only = claim.basis.only_some if claim.basis else None
    some = f" (“{only}”)" if only and only not in claim.quote else ""
    return f"said that {who} {subject.done}{some}{hedge}"


def _subject(claim: Claim) -> Subject:
    return subject_of(claim.measure, claim.unit, status_of(claim), [claim])


def _names(claims: Sequence[Claim]) -> list[str]:
    """Who said it, each once: as written, with the fuller name of the same text behind it."""
    names = []
    told: dict[tuple[object, ...], str] = {}
    for claim in claims:
        if claim.speaker is None:
            names.append(told.setdefault(claim.wording, claim.document))
            continue
        name = " ".join(claim.speaker.name.split())
        full = " ".join((claim.speaker.canonical or "").split())
        short = full.casefold() not in name.casefold()
        names.append(inside(_fuller(name, full) if short else name))
    return list(dict.fromkeys(names))


def _fuller(name: str, full: str) -> str:
    """Ruiz (Ana Ruiz, mayor); the spokesman for the Kunduz police, where the full name goes on."""
    article, _, rest = name.rpartition(" ") if name.count(" ") == 1 else ("", "", name)
    if article in {"The", "the"} and full.casefold().startswith(f"{rest} ".casefold()):
        return f"{article} {full}"
    return f"{name} ({full})"


def inside(name: str) -> str:
    """A name inside a sentence: an article at its start loses its capital."""
    first, _, rest = name.partition(" ")
    return f"{first.casefold()} {rest}" if rest and first in {"The", "A", "An"} else name


def _figures(claims: Sequence[Claim]) -> str:
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        hedge = ", hedged" if claim.stance == "hedged" else ""
        who = inside(claim.speaker.name) if claim.speaker else claim.document
        full = (claim.speaker.canonical or who) if claim.speaker else who
        # A headline gives the figure again that its report has from the same party.
        same = claim.low, claim.high, name_words(full), hedge
        told.setdefault(same, []).append(claim)
    words = []
    for own in told.values():
        # "30" and "30 civilians" of one counter are one figure, in the fuller words.
        hedge = ", hedged" if own[0].stance == "hedged" else ""
        stated = {status_of(claim): claim for claim in reversed(own) if status_of(claim)}
        for claim in reversed(list(stated.values()) or own[:1]):
            who = inside(claim.speaker.name) if claim.speaker else claim.document
            words.append(f"{claim_words(claim)} ({who}{hedge})")
    return listed(list(dict.fromkeys(words)), most=_MOST)
