"""Lists behind a total: its people by name, one by one, or only the kinds of people in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.count import Counted, counted
from harmledger.claims.victims.names import is_name
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_kind_of", "named_one_by_one", "of_mixed_kinds"]

_ENDS = frozenset(";)")
_FIGHTERS = frozenset(("armed_forces", "police", "armed_group"))


def is_kind_of(parsed: Parsed, noun: Token) -> bool:
    """ "Including soldiers, rebels and civilians": kinds of people, none of them counted."""
    bare = _bare(noun)
    return len(bare) > 2 and all(
        not any(parsed.quantity(c) is not None or c.dep_ == "det" for c in t.lefts) for t in bare
    )


def _bare(noun: Token) -> list[Token]:
    return [t for t in (noun, *noun.conjuncts) if t.tag_ in {"NNS", "NNPS"}]


def of_mixed_kinds(parsed: Parsed, whole: Counted) -> bool:
    """Whether fighters and civilians are kinds of a total: "400, including rebels and clerks"."""
    for token in parsed.doc[whole.head.i + 1 : whole.head.i + 4]:
        if token.lower_ in words("grammar", "part_openers"):
            first = next((c for c in token.children if c.dep_ == "pobj"), None)
            if first is None or not is_kind_of(parsed, first):
                return False
            told = {status_of(t.lower_, ()) for t in _bare(first)}
            return bool(told & _FIGHTERS) and "civilian" in told
    return False


def named_one_by_one(
    parsed: Parsed, wholes: list[Counted], taken: set[tuple[int, int]]
) -> list[tuple[Counted, int]]:
    """ "Three clerks: Luis Prat, of Leeds, Juan Soler, and Ana Ruiz": each by name.

    The names, each with the index of its total; ``taken``: spans that are claims already.
    """
    parts: list[tuple[Counted, int]] = []
    for index, whole in enumerate(wholes):
        if whole.low is None or whole.low < 2 or whole.low != whole.high:
            continue
        behind = parsed.doc[whole.head.i + 1 :]
        opens = next((t for t in behind[:4] if t.text in {":", "--", "-", "–"}), None)
        if opens is None:
            continue
        names: list[Counted] = []
        for token in parsed.doc[opens.i + 1 :]:
            if token.text in _ENDS or token.text == opens.text or len(names) == whole.low:
                break
            if token.pos_ != "PROPN" or token.dep_ == "compound" or not is_name(parsed, token):
                continue
            left = token.left_edge if token.left_edge.i > opens.i else token
            left = next((t for t in token.subtree if t.i > opens.i), left)
            if left.nbor(-1).text not in {",", "and", opens.text}:
                continue
            names.extend(counted(parsed, token, pronouns=False, strong=True, apart=True)[:1])
        clear = not any(a < n.end and n.start < b for n in names for a, b in taken)
        if len(names) == whole.low and clear and all(n.low == n.high == 1 for n in names):
            parts.extend((name, index) for name in names)
    return parts
