"""Counts in telegraphic lines: "At least 75 dead, more than 120 hurt, no arrests".

A number with a word of harm right behind it, or behind one word for people, where the clause ends.
Such lines have no verb, so that the parser makes little of them. What a rule reads goes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from harmledger.claims.laid.figure import Laid, Line, moved
from harmledger.claims.quantities.grammar import find_quantities
from harmledger.claims.words.lexicon import alternatives, lowered, words
from harmledger.claims.words.people import is_person_word

__all__ = ["beside_figures"]

#: Characters looked at before a word of harm for its number.
_REACH = 60
#: Lines from this length on are running text, whose parse says more.
_LONG = 400
_GAP = re.compile(r"\s+(?:([A-Za-z][\w’'-]*)\s+)?\Z")
_BEFORE = re.compile(r"([A-Za-z’']+)\s*\Z")


@cache
def _states() -> tuple[re.Pattern[str], dict[str, str]]:
    measures = ("killed", "injured", "missing", "detained", "abducted", "displaced")
    table = {form: one for one in measures for form in words("laid_out", f"{one}_states")}
    return (
        re.compile(
            rf"(?<=\s)({alternatives(list(table))})(?=\s*(?:[,.;)|\n]|$)|\s+(?:and\s+(?!{alternatives(list(table))})|(?:in|at|as)\b)|\s+-\s)"
        ),
        table,
    )


def beside_figures(text: str, lines: Sequence[Line]) -> Iterator[Laid]:
    """The counts of telegraphic lines, in order."""
    pattern, table = _states()
    low = lowered(text)  # in which a search is twice as fast as one that heeds no case
    for line in lines:
        if not 0 < line.end - line.start <= _LONG:
            continue
        for match in pattern.finditer(low, line.start, line.end):
            # A line may be the second half of one that was wrapped.
            at = max(line.block, match.start() - _REACH)
            found = find_quantities(text[at : match.start()])
            if not found:
                continue
            one = found[-1]
            gap = _GAP.match(text[at : match.start()], one.end)
            if gap is None or (gap[1] and not is_person_word(gap[1].lower())):
                continue
            before = _BEFORE.search(text[at : at + one.start])
            if before and before[1].lower() in words("laid_out", "anaphoric"):
                continue
            yield Laid(
                moved(one, at),
                table[match[1]],
                "beside",
                head=match.span(1),
                line=(line.start, line.end),
                noun=gap[1] or "",
                unit="people",
                weak=True,
            )
