"""A figure's sentence: always "reported" or "said", with every hedge and bound kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from harmledger.assessments import COUNTED_ON, EARLIER, EARLY, FLOORED, RAISED, REPLACED
from harmledger.figures.beside import beside, bounds_below, impossible, inside
from harmledger.figures.nouns import Subject, subject_of
from harmledger.figures.quantity import (
    grade_note,
    how_many,
    of_words,
    shown_range,
    singular,
    what_words_count,
)
from harmledger.records import Assessment, Claim
from harmledger.wording import listed

__all__ = ["statement"]

#: Hedges and speakers that a sentence names before it counts the rest.
_MOST = 3

_APPROXIMATE = "about"

#: The grade of methods that give none.
_UNGRADED = "ungraded"

#: How reasons begin that name figures which later ones replaced.
_LATER = (REPLACED, COUNTED_ON, EARLIER, EARLY)
#: Of aid nobody says how far it got.
_TOLD_OF = "told of"

#: What entered a place did not do so "in" it.
_ENTERED = "to have entered"


def statement(
    assessment: Assessment,
    claims: Sequence[Claim],
    place: str | None = None,
    time: str | None = None,
    reported: str | None = None,
    parties: Set[str] = frozenset(),
    done: str | None = None,
) -> str:
    """The assessment in words.

    ``claims``: its claims. ``place``: "in Kunduz"; ``time``: "on 3 October 2015";
    ``reported``: "reported on 4 October 2015"; None where not stated.
    ``parties``: ids of claims whose speaker is a party to the event. ``done``: what became of those
    counted, where the measure does not tell it ("destroyed"). The sentence
    says no more than the claims do: a missing upper bound is "at least", no figure is "not
    known", a denial and a hedge are named.
    """
    whose = {one: n for n, origin in enumerate(assessment.origins) for one in origin.claims}
    behind = whose.keys()
    standing = _given(claims, whose)
    # What a later figure replaced is left to the trace.
    later = (one for one in assessment.reasons if one.sentence.startswith(_LATER))
    replaced = {claim for reason in later for claim in reason.claims}
    subject = subject_of(assessment.measure, assessment.unit, assessment.status, claims)
    if done:
        subject = replace(subject, done=done, bare=done == _TOLD_OF)
    if place and subject.done == _ENTERED:
        place = place.removeprefix("in ")
    where = "".join(f" {part}" for part in (place, time) if part)
    if assessment.low is None and assessment.high is None:
        main = _unknown(subject, where)
    elif assessment.independent_origins == 1:
        main = _one_source(assessment, subject, standing, where)
    else:
        main = _many_sources(assessment, subject, standing, where)
    notes = [note for note in (reported, subject.note) if note]
    if assessment.best is not None and assessment.low != assessment.high:
        notes.append(f"best {assessment.best:,}")
    graded = "not graded" if assessment.grade == _UNGRADED else f"graded {assessment.grade}"
    notes += [_origins(assessment), f"{graded} by {assessment.method}"]
    if meant := grade_note(assessment):
        notes.append(meant)
    after = [
        *(edge.sentence for edge in assessment.edges),
        *_hedges(standing),
        *what_words_count(assessment, subject, standing),
        bounds_below(assessment.low, standing),
        impossible(assessment, claims),
        beside([claim for claim in claims if claim.id not in replaced], behind, parties),
    ]
    sentence = f"{main[0].upper()}{main[1:]} ({'; '.join(notes)})."
    # A name may be broken over two lines of its report.
    return " ".join(" ".join([sentence, *after]).split())


def _many_sources(
    assessment: Assessment, subject: Subject, claims: Sequence[Claim], where: str
) -> str:
    was = "was" if singular(assessment, subject, claims) else "were"
    quantity = how_many(assessment, subject, claims)
    return f"{quantity} {was} reported{subject.reported}{where}"


def _one_source(
    assessment: Assessment, subject: Subject, claims: Sequence[Claim], where: str
) -> str:
    """Who said it is part of the figure where only one did.

    A range that no single claim gives is put into nobody's mouth: it is then reported, and
    the source is named behind it.
    """
    origin = assessment.origins[0]
    what = "one report" if origin.kind == "family" else "one source"
    name = origin.name if origin.kind == "family" else inside(origin.name)
    shown = shown_range(assessment, claims)
    given = [claim for claim in claims if (claim.low, claim.high) == shown]
    given = [claim for claim in given if claim.qualifier != "vague"]
    if assessment.highest_said is not None:
        given = []
    if of_words(assessment, claims):
        given = list(claims)
    if not given:
        whose = f"all figures from {what}" if len(claims) > 1 else f"from {what}"
        reported = _many_sources(assessment, subject, claims, where)
        if _raised(assessment, claims):
            return f"{reported}, the low from {what}, {name}, the high given for some of them"
        if any(one.sentence.startswith(FLOORED) for one in assessment.reasons):
            return f"{reported}, the high from {what}, {name}, the low given for some of them"
        return f"{reported}, {whose}, {name}"
    quantity = how_many(assessment, subject, given)
    if subject.bare:
        return f"{what}, {name}, told of {quantity}{where}"
    was = "was" if singular(assessment, subject, given) else "were"
    # "reported to have entered", but "said that 20 trucks had entered".
    done = subject.done.removeprefix("to have ")
    # "No one may have been killed" would say that somebody might.
    maybe = _all_hedged(given) and assessment.high != 0
    if done != subject.done:
        verb = f"may have {done}" if maybe else f"had {done}"
    else:
        verb = f"may have been {done}" if maybe else f"{was} {done}"
    return f"{what}, {name}, said that {quantity} {verb}{where}"


def _raised(assessment: Assessment, claims: Sequence[Claim]) -> bool:
    """Whether the high is that of a group, told by others than the one source of the low."""
    own = {claim.id for claim in claims}
    return any(
        assessment.high is not None
        and assessment.high not in {claim.high for claim in claims}
        and RAISED in reason.sentence
        and own.isdisjoint(reason.claims)
        for reason in assessment.reasons
    )


def _all_hedged(claims: Sequence[Claim]) -> bool:
    return bool(claims) and all(claim.stance == "hedged" for claim in claims)


def _unknown(subject: Subject, where: str) -> str:
    verb = "were" if subject.people else "were reported"
    if subject.bare:
        return f"how many {subject.many} {verb}{where} is not known by this method"
    return f"how many {subject.many} {verb} {subject.done}{where} is not known by this method"


def _origins(assessment: Assessment) -> str:
    number = assessment.independent_origins
    if number == 0:
        return "no independent origin"
    return f"{number:,} independent origin{'s' if number > 1 else ''}"


def _given(claims: Sequence[Claim], origins: Mapping[str, int]) -> list[Claim]:
    """The figures behind an assessment, each once: what one origin gives again in the same form
    (in a headline, in a copy) is no further figure. ``origins``: the origin of each claim by id."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        if claim.id in origins:
            words = claim.quote.casefold() if claim.qualifier == "vague" else ""
            hedges = frozenset(hedge.casefold() for hedge in claim.hedges)
            form = claim.low, claim.high, claim.qualifier, claim.stance, hedges, words
            people = claim.population and (claim.population.status, claim.population.surface)
            found.setdefault((origins[claim.id], *form, people), claim)
    return list(found.values())


def _hedges(claims: Sequence[Claim]) -> list[str]:
    """Which of the figures behind it are hedged or approximate, and in what words."""
    hedged = [claim for claim in claims if claim.stance == "hedged"]
    parts = []
    if hedged:
        words = sorted({hedge.casefold() for claim in hedged for hedge in claim.hedges})
        quoted = listed([f"“{word}”" for word in words], most=_MOST)
        parts.append(f"{_share(hedged, claims)} hedged{f' ({quoted})' if quoted else ''}.")
    about = [claim for claim in claims if claim.qualifier == _APPROXIMATE]
    if about and len(about) < len(claims):
        parts.append(f"{_share(about, claims)} approximate.")
    return parts


def _share(some: Sequence[Claim], claims: Sequence[Claim]) -> str:
    if len(some) == len(claims):
        return "The figure given is" if len(claims) == 1 else "All the figures given are"
    be = "is" if len(some) == 1 else "are"
    return f"{len(some):,} of {len(claims):,} figures given {be}"
