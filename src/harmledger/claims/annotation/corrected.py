"""What the next sentence takes back: "First reports spoke of four dead. That proved to be wrong."

Only of a figure that somebody is said to have given, or that was only reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim

__all__ = ["with_corrected"]

#: Characters of the next sentence in which it must say so.
_REACH = 90


def with_corrected(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in text order, those denied that the sentence behind takes back."""
    return [
        replace(claim, stance="denied", speaker=None)
        if claim.stance in {"asserted", "hedged"}
        and (claim.speaker is not None or claim.stance == "hedged")
        and _taken_back().match(text, claim.sentence_end, claim.sentence_end + _REACH)
        else claim
        for claim in claims
    ]


@cache
def _taken_back() -> re.Pattern[str]:
    what = alternatives(words("stance", "points_to_it"))
    nouns = alternatives(words("reporting", "nouns") | words("grammar", "figures_for"))
    false = alternatives(words("stance", "false"))
    return re.compile(
        rf"\s*(?:{what})(?:\s+(?:{nouns})s?)?\s+(?:(?:later|soon|since|quickly)\s+)?"
        rf"(?:(?:has|have|had)\s+(?:since\s+)?)?"
        rf"(?:turn(?:ed|s)?\s+out|prov(?:ed|es|en)|was|were|is|are)\s+(?:later\s+)?(?:to\s+(?:be|have\s+been)\s+)?"
        rf"(?:a\s+|quite\s+|plainly\s+)?(?:{false})\b",
        re.IGNORECASE,
    )
