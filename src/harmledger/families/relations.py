"""From a group of wordings to a family: who came first, how the rest relate, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from harmledger.families.grouping import thresholds
from harmledger.families.wordings import Bearer, Wording, overlap
from harmledger.records import Family, Member, Tie, content_id

__all__ = ["earliest", "family_of"]

#: Sentences of evidence before the rest is summed up in one.
_MOST_SENTENCES = 50


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How a wording relates to the reference: Jaccard, containment, length ratio."""

    jaccard: float
    containment: float
    ratio: float

    @property
    def same_length(self) -> bool:
        limits = thresholds()
        return self.jaccard >= limits.jaccard or self.ratio >= limits.same_length


def earliest(bearers: Sequence[Bearer]) -> Bearer | None:
    """The one text that was published before all others, where the dates tell.

    None where a date is missing or unreadable, or where two share the earliest. Days are
    compared; times only where all texts of the earliest day give one with its zone.
    """
    dated: list[tuple[date, datetime | None, Bearer]] = []
    for bearer in bearers:
        moment = _moment(bearer.published_at)
        if moment is None:
            return None
        zoned = moment.astimezone(UTC) if moment.tzinfo else None
        dated.append(((zoned or moment).date(), zoned, bearer))
    first_day = min(day for day, _, _ in dated)
    first = [(moment, bearer) for day, moment, bearer in dated if day == first_day]
    if len(first) == 1:
        return first[0][1]
    moments = [(moment, bearer) for moment, bearer in first if moment]
    if len(moments) < len(first):
        return None
    start = min(moment for moment, _ in moments)
    leaders = [bearer for moment, bearer in moments if moment == start]
    return leaders[0] if len(leaders) == 1 else None


def _moment(published_at: str | None) -> datetime | None:
    if not published_at:
        return None
    try:
        return datetime.fromisoformat(published_at)
    except ValueError:
        return None


def family_of(wordings: Sequence[Wording]) -> Family:
    """The family of a group of wordings (longest first), one member a text."""
    bearers = sorted(bearer for wording in wordings for bearer in wording.bearers)
    original = bearers[0] if len(bearers) == 1 else earliest(bearers)
    reference = next((wording for wording in wordings if original in wording.bearers), wordings[0])
    named = original or reference.bearers[0]
    members: list[Member] = []
    evidence: list[Tie] = []
    for wording in wordings:
        likeness = _likeness(reference, wording)
        for bearer in wording.bearers:
            members.append(_member(bearer, original, likeness))
        evidence += _sentences(wording, likeness, reference, named)
    if len(bearers) > 1:
        evidence = [_dates(original), *_shortened(evidence)]
    ids = sorted(bearer.text_id for bearer in bearers)
    members.sort(
        key=lambda member: (member.relation != "original", member.document, member.text_id)
    )
    return Family(id=content_id("family", *ids), members=tuple(members), evidence=tuple(evidence))


def _likeness(reference: Wording, wording: Wording) -> _Likeness:
    if wording is reference:
        return _Likeness(1.0, 1.0, 1.0)
    jaccard, containment = overlap(reference, wording)
    short, long = sorted((reference.length, wording.length))
    return _Likeness(jaccard, containment, short / max(1, long))


def _member(bearer: Bearer, original: Bearer | None, likeness: _Likeness) -> Member:
    if original is None:
        relation = "unknown"
    elif bearer == original:
        relation = "original"
    else:
        relation = "copy" if likeness.same_length else "partial"
    return Member(
        text_id=bearer.text_id,
        document=bearer.document,
        relation=relation,
        score=round(likeness.containment, 4),
    )


def _dates(original: Bearer | None) -> Tie:
    if original is None:
        sentence = "The dates of publication do not tell which text came first."
        return Tie(kind="original", sentence=sentence)
    sentence = (
        f"{original.document} has the earliest date of publication "
        f"({(original.published_at or '')[:10]})."
    )
    return Tie(
        kind="original",
        sentence=sentence,
        between=(original.document,),
        text_ids=(original.text_id,),
    )


def _sentences(
    wording: Wording, likeness: _Likeness, reference: Wording, named: Bearer
) -> list[Tie]:
    sentences = []
    first = named if wording is reference else wording.bearers[0]
    others = [bearer for bearer in wording.bearers if bearer != first]
    if wording is not reference:
        share = f"{100 * likeness.containment:.0f} %"
        if likeness.same_length:
            how = (
                f"shares {share} of its runs of five words with {named.document} "
                f"({wording.length} and {reference.length} words)"
            )
        elif wording.length < reference.length:
            how = (
                f"stands with {share} of its runs of five words inside {named.document} "
                f"({wording.length} of {reference.length} words)"
            )
        else:
            how = (
                f"holds {share} of the runs of five words of {named.document} "
                f"({reference.length} of its {wording.length} words)"
            )
        sentences.append(_tie("link", f"{first.document} {how}.", [named, first]))
    if others:
        listed = ", ".join(bearer.document for bearer in others[:3])
        if len(others) > 3:
            listed += f" and {len(others) - 3} more"
        have = "has" if len(others) == 1 else "have"
        sentence = (
            f"{listed} {have} the same {wording.length} words as {first.document}; case, "
            "white space, punctuation and headline are set aside."
        )
        sentences.append(_tie("same_words", sentence, [first, *others]))
    return sentences


def _tie(kind: str, sentence: str, bearers: Sequence[Bearer]) -> Tie:
    return Tie(
        kind=kind,
        sentence=sentence,
        between=tuple(bearer.document for bearer in bearers),
        text_ids=tuple(bearer.text_id for bearer in bearers),
    )


def _shortened(sentences: list[Tie]) -> list[Tie]:
    if len(sentences) <= _MOST_SENTENCES:
        return sentences
    left = len(sentences) - _MOST_SENTENCES
    more = Tie(kind="more", sentence=f"{left} further sentences of this kind are left out.")
    return [*sentences[:_MOST_SENTENCES], more]
