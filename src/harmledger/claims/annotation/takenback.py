"""Figures of which the text says that they no longer stand: "a figure of 195, which it lowered".

The number is kept as a claim that is denied: whoever gave it gave another for it, or somebody is
said to have found that it does not hold. A figure that was raised is none: so many there were.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.attribution.untrue import false_words
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["with_taken_back"]

#: Characters behind a claim, its sentence or the next one, in which that must be said.
_REACH = 140


def with_taken_back(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, those denied that their sentence or the next one takes back."""
    return [_taken_back(text, claim) for claim in claims]


def _taken_back(text: str, claim: Claim) -> Claim:
    if claim.stance not in {"asserted", "hedged"} or claim.speaker is None:
        return claim
    end = min(claim.sentence_end, claim.end + _REACH)
    if _lowered_here().match(text, claim.end, end):
        return replace(claim, stance="denied")
    if _not_borne_out().match(text, claim.end, end):
        return replace(claim, stance="denied", speaker=None)
    behind = claim.sentence_end, claim.sentence_end + _REACH
    if _lowered_next().match(text, *behind):
        return replace(claim, stance="denied")
    if _false_next().match(text, *behind) or _proved_false().match(text, *behind):
        return replace(claim, stance="denied", speaker=None)
    return claim


def _figure() -> str:
    nouns = alternatives(words("grammar", "figures_for") | words("stance", "of_figures"))
    return rf"(?:the|that|this|those|these|its|their|his|her)\s+(?:[^\W\d]+\s+)?(?:{nouns})"


_BEFORE = r"(?:(?:had|has|have|later|since|then|soon|afterwards|subsequently|itself|also)\s+){0,3}"
#: Up to the clause: no other number, and nothing that ends the clause.
_GAP = r"[^.;,:\d\n]{0,60}"
_WHO = r"(?:it|they|he|she|(?:the|its)\s+(?:[^\W\d]+\s+){1,3}?)\s*"


def _lowering() -> str:
    return alternatives(words("stance", "lowering"))


@cache
def _lowered_here() -> re.Pattern[str]:
    """ "195 dead, which it lowered"; "a toll of 195 that was cut"; "but later withdrew it"."""
    verb = _lowering()
    nouns = alternatives(words("grammar", "figures_for") | words("stance", "of_figures"))
    return re.compile(
        rf"{_GAP}(?:,\s(?:an?|the)\s(?:{nouns}))?,?\s(?:(?:which|that)\s{_WHO}{_BEFORE}(?:{verb})\b"
        rf"|(?:which|that)\s(?:was|were|has\sbeen|had\sbeen|have\sbeen)\s{_BEFORE}(?:{verb})\b"
        rf"|(?:but|and)\s(?:{_WHO})?{_BEFORE}(?:{verb})\s(?:it|this|that\b|{_figure()}))",
        re.IGNORECASE,
    )


@cache
def _lowered_next() -> re.Pattern[str]:
    """ "It later lowered that figure"; "The figure was later withdrawn"."""
    verb = _lowering()
    return re.compile(
        rf"\s*(?:{_WHO}{_BEFORE}(?:{verb})\s{_figure()}\b"
        rf"|{_figure()}\s(?:was|were|has\sbeen|had\sbeen|have\sbeen)\s{_BEFORE}(?:{verb})\b)",
        re.IGNORECASE,
    )


def _borne_out() -> str:
    be = r"(?:was|were|is|are|has\sbeen|had\sbeen|have\sbeen|could)\s"
    told = alternatives(words("stance", "not_borne_out") | words("stance", "unfounded"))
    return rf"{_figure()}\s{be}{_BEFORE}(?:{told})\b"


@cache
def _not_borne_out() -> re.Pattern[str]:
    """ "As many as 500 were dead; the report said that claim was not substantiated"."""
    said = r"(?:(?:but|and|though|while)\s)?(?:[^.;,:\d\n]{1,60}?\s(?:that\s)?)?"
    return re.compile(rf"[^.;:\d\n]{{0,60}}?[;,]\s{said}{_borne_out()}", re.IGNORECASE)


@cache
def _false_next() -> re.Pattern[str]:
    """ "The claim was not substantiated"; "The inquiry found that this figure was unfounded"."""
    return re.compile(rf"\s*(?:[^.;,:\d\n]{{1,60}}?\s(?:that\s)?)?{_borne_out()}", re.IGNORECASE)


@cache
def _proved_false() -> re.Pattern[str]:
    """ "That later turned out to be untrue"; "those reports have proved false"."""
    what = alternatives(words("stance", "points_to_it"))
    nouns = alternatives(words("reporting", "nouns") | words("grammar", "figures_for"))
    be = r"(?:turn(?:ed|s)?\s+out|prov(?:ed|es|en)|was|were|is|are)\s+(?:later\s+)?"
    return re.compile(
        rf"\s*(?:{what})(?:\s+(?:{nouns})s?)?\s+{_BEFORE}{be}(?:to\s+(?:be|have\s+been)\s+)?"
        rf"(?:a\s+|quite\s+|plainly\s+)?(?:{alternatives(false_words())})\b",
        re.IGNORECASE,
    )
