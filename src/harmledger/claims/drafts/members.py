"""Members of lists whose verb is told once: stretches between two marks with one bare number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["MARKS", "Member", "member_of", "stretches"]

#: What parts the members of such a list.
MARKS = frozenset((",", ";", "and", "but"))
_ENDS = frozenset((".", ":", "--", "–", "—"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


@dataclass(frozen=True, slots=True)
class Member:
    """A bare number at ``span``, its bounds and qualifier, and the tokens on either side of it."""

    number: Token
    bounds: tuple[int | None, int | None, str]
    span: tuple[int, int]
    before: list[Token]
    behind: list[Token]


def stretches(parsed: Parsed, last: int) -> Iterator[list[Token]]:
    """What stands between two marks behind the full clause, up to the next verb."""
    stretch: list[Token] = []
    opened = False
    for token in parsed.doc[last + 1 :]:
        if token.lower_ in MARKS or token.text in _ENDS:
            if any(_verb(t) for t in stretch):
                # "Nine died in Gao, police said, and two in Mopti".
                if not opened or not words("reporting", "verbs") & {t.lower_ for t in stretch}:
                    return
            elif stretch and opened:
                yield stretch
            if token.lower_ not in MARKS:
                return
            stretch, opened = [], True
        else:
            stretch.append(token)
    if stretch and opened and not any(_verb(t) for t in stretch):
        yield stretch


def _verb(token: Token) -> bool:
    if token.tag_ not in _FINITE or token.pos_ not in {"VERB", "AUX"} or _place_name(token):
        return False
    opens = words("grammar", "list_clauses")
    return not any(c.dep_ == "mark" and c.lower_ in opens for c in token.lefts)


def _harms(token: Token) -> bool:
    """Whether a word tells harm of its own; "on the way to hospital" is where they died."""
    rows = harm_words().get(token.lower_, ())
    inside = any(t.lower_ in {"in", "at"} for t in token.doc[max(0, token.i - 3) : token.i])
    places = set() if inside else {"in_hospital", "suffered"}
    return any(row.frame not in places for row in rows) and not _place_name(token)


def _place_name(token: Token) -> bool:
    """ "One in Hit": a name that is a word, too."""
    return token.text.istitle() and token.i > 0 and token.nbor(-1).pos_ == "ADP"


def member_of(
    parsed: Parsed, stretch: Sequence[Token], taken: Sequence[tuple[int, int]]
) -> Member | None:
    """The member that a stretch is; None where it has no bare number outside the ``taken`` spans,
    more than one, or a harm of its own."""
    numbers = [t for t in stretch if _bounds(parsed, t) is not None]
    if len(numbers) != 1 or any(_harms(t) for t in stretch):
        return None
    number = numbers[0]
    bounds = _bounds(parsed, number)
    if bounds is None:
        return None
    quantity = parsed.quantity(number)
    span = parsed.start(number), parsed.end(number)
    span = (quantity.start, quantity.end) if quantity is not None else span
    if any(a < span[1] and span[0] < b for a, b in taken):
        return None
    before = [t for t in stretch if parsed.end(t) <= span[0]]
    while before and before[0].pos_ in {"ADV", "CCONJ"}:
        before = before[1:]
    return Member(number, bounds, span, before, [t for t in stretch if parsed.start(t) >= span[1]])


def _bounds(parsed: Parsed, token: Token) -> tuple[int | None, int | None, str] | None:
    quantity = parsed.quantity(token)
    if quantity is not None:
        return quantity.low, quantity.high, quantity.qualifier
    if token.lower_ == "one":
        return 1, 1, "exactly"
    return (0, 0, "exactly") if token.lower_ == "none" else None
