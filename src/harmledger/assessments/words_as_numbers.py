"""Words that a method takes for numbers: dozens as 12."""

from __future__ import annotations

import re
from dataclasses import replace

from harmledger.assessments.method import Method
from harmledger.assessments.sentences import said
from harmledger.records import Claim, Reason

__all__ = ["words_as_numbers"]


def words_as_numbers(claims: list[Claim], method: Method, reasons: list[Reason]) -> list[Claim]:
    """Claims whose quantity is one of the method's words, with its number as low and high."""
    for rule in method.all("word_numbers"):
        words = rule.options["words"]
        by_word: dict[str, list[Claim]] = {}
        for number, claim in enumerate(claims):
            word = _word(claim, words)
            if word is not None:
                count = words[word]
                claims[number] = replace(claim, low=count, high=count, qualifier="exactly")
                by_word.setdefault(word, []).append(claim)
        for word, own in sorted(by_word.items()):
            ids = tuple(dict.fromkeys(claim.id for claim in own))
            sentence = f"“{word.capitalize()}” is taken as {words[word]:,}: {said(own)}."
            reasons.append(Reason(rule=rule.id, sentence=sentence, claims=ids))
    return claims


def _word(claim: Claim, words: dict[str, int]) -> str | None:
    if claim.qualifier != "vague":
        return None
    quoted = set(re.findall(r"\w+", claim.quote.casefold()))
    return next((word for word in words if word.casefold() in quoted), None)
