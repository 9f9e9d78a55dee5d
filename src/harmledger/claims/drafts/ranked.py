"""The dead told by the rank of the last of them: "the 14th person to die of the shootings".

So many had died of the event by then. The rule is toll.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.claims.drafts.draft import Draft, plain_draft
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import item
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import ORDINALS

__all__ = ["with_ranked"]

#: "Third", "14th" and so on; "the second victim" is one more victim of two who are told apart.
_LEAST = 3
_QUICK = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|\w+th|third|\w+-(?:first|second|third))\b", re.I)


def with_ranked(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence, with the count that a rank gives instead of the one person."""
    start, end = parsed.sentence.start, parsed.sentence.end
    if _QUICK.search(parsed.text, start, end) is None:
        return list(drafts)
    found = _told().search(parsed.text, start, end)
    if found is None:
        return list(drafts)
    rank = found["rank"].lower()
    number = int(rank[:-2]) if rank[0].isdigit() else ORDINALS[rank]
    first, last = found.span("rank")
    noun = next((t for t in parsed.doc if parsed.end(t) > last), None)
    if number < _LEAST or noun is None or any(d.whole is not None for d in drafts):
        return list(drafts)
    counted = item(parsed, first, last, number, number, "exactly", noun, [noun])
    others = [d for d in drafts if d.counted.end <= found.start() or d.counted.start >= last + 1]
    return [*others, plain_draft(counted, "killed", noun, "toll")]


@cache
def _told() -> re.Pattern[str]:
    """ "The 14th person to die of the shootings", "the ninth victim of Monday's blast"."""
    events = alternatives(words("only_some", "same_event"))
    spelled = alternatives(word for word, number in ORDINALS.items() if number >= _LEAST)
    ranks = rf"\d{{1,4}}(?:st|nd|rd|th)|{spelled}"
    deaths = alternatives(words("grammar", "ranks", "deaths"))
    persons = alternatives(words("grammar", "ranks", "persons"))
    died = alternatives(words("grammar", "ranks", "died"))
    of = r"\s+(?:of|in|from|by)\s+"
    event = rf"(?:the|that|this|those|\w+day[’']s)\s+(?:[\w-]+\s+){{0,2}}?(?:{events})\b"
    return re.compile(
        rf"\bthe\s+(?P<rank>{ranks})\s+(?:(?:{deaths}){of}{event}"
        rf"|(?:(?:{persons})\s+)?(?:{died})(?:\s+[\w-]+){{0,3}}?{of}(?:it\b|{event}))",
        re.IGNORECASE,
    )
