"""Sentences that go on from an attributed one without saying so again.

"Medics said five people were hurt. Two of them were taken to hospital."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from harmledger.claims.lexicon import words
from harmledger.claims.parse import Parsed
from harmledger.claims.people import is_person_word
from harmledger.claims.sentences import Sentence

__all__ = ["goes_on", "opening_colon"]

#: Sentences of a numbered list behind "states the following:".
LISTED = 12
_ITEM = re.compile(r"\s*[\"“]?(?:\d{1,2}[.)]|[a-z]\)|[•●▪–*-])\s")


def goes_on(parsed: Parsed) -> bool:
    """Whether the sentence opens with people known already: "the man", "another man", "those men"."""
    tokens = [t for t in parsed.doc if not t.is_punct and not t.is_space]
    if not tokens:
        return False
    first = tokens[0]
    noun = next((t for t in tokens if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if noun is None or noun.left_edge.i != first.i or noun.ent_type_ in {"ORG", "GPE", "PERSON"}:
        return False
    person = is_person_word(noun.lower_) or noun.lower_ in words("people", "anaphoric")
    aged = noun.lower_.endswith(("-old", "old"))
    if first.lower_ in words("grammar", "known_already"):
        return person or aged or noun.pos_ == "NUM" or parsed.quantity(noun) is not None
    counted = first.pos_ == "NUM" or parsed.quantity(first) is not None
    return counted and (
        noun.lower_ in words("grammar", "count_nouns")
        or any(c.lower_ == "of" for c in noun.children)
    )


def opening_colon(text: str, sentences: Sequence[Sentence], index: int) -> int | None:
    """The sentence that opens what ``index`` belongs to with a colon: "states the following: 1. ..."."""
    for before in range(index - 1, max(-1, index - 1 - LISTED), -1):
        if text[sentences[before].start : sentences[before].end].rstrip("\"” ").endswith(":"):
            listed = _ITEM.match(text, sentences[before + 1].start) is not None
            return before if listed or before == index - 1 else None
        opens = sentences[before + 1].paragraph != sentences[before].paragraph
        if opens and not _ITEM.match(text, sentences[before + 1].start):
            return None
    return None
