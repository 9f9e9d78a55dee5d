"""Aid told in two phases at once: "of 95 trucks that entered, 60 were handed out".

No word says that it is aid; that goods were counted on their way and again where they came to
does. Either count has the phase of its own verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.harms.goods import phase_word
from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["SHARE", "goods_shares"]

#: The rule that such a claim names.
SHARE = "share"


def goods_shares(parsed: Parsed) -> Iterator[Harm]:
    """Both counts of each such pair in a sentence: the whole, then the share of it."""
    if "of" not in parsed.words or parsed.words.isdisjoint(words("things", "aid_units")):
        return
    for goods in parsed.doc:
        if goods.lower_ not in words("things", "aid_units") or goods.dep_ != "pobj":
            continue
        numbered = any(map(parsed.quantity, goods.lefts))
        if not numbered or goods.head.lower_ != "of":
            continue
        came = next((c for c in goods.rights if c.dep_ in {"relcl", "acl"} and phase_word(c)), None)
        share = _share(parsed, goods.head)
        if share is None:
            continue
        got = share.head
        if came is None:  # "12 of the 50 trucks promised have arrived", hung on the 12
            came = next((c for c in share.rights if c.dep_ == "acl" and phase_word(c)), None)
        row = _row()
        if (
            came is None
            or row is None
            or not phase_word(got)
            or phase_word(came) == phase_word(got)
        ):
            continue
        yield Harm(row, came, goods, None, SHARE)
        yield Harm(row, got, share, None, SHARE)


def _share(parsed: Parsed, of: Token) -> Token | None:
    """The number of "12 of the 50 trucks", or the subject behind "of 95 trucks, 60 were"."""
    above = of.head
    if parsed.quantity(above) is not None and above.i < of.i:
        return above if above.dep_ in SUBJECTS else None
    subject = child(above, *SUBJECTS)
    told = subject is not None and subject.i > of.i and parsed.quantity(subject) is not None
    return subject if told else None


def _row() -> HarmWord | None:
    rows = harm_words().get("delivered", ())
    return next((row for row in rows if row.measure == "aid"), None)
