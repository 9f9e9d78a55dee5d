"""Who was pronounced dead, where the parser gives "dead" to the noun behind it.

"Ana Ruiz was pronounced dead and the clerk Luis Prat was treated": Ana Ruiz.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.syntax import is_passive, subject_of
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["pronounced"]


def pronounced(token: Token, word: HarmWord) -> tuple[Harm, ...]:
    """The subject of being pronounced or declared so, where the word hangs on a later noun."""
    if token.dep_ not in {"amod", "conj", "compound"} or token.head.i < token.i or token.i == 0:
        return ()
    verb = token.nbor(-1)
    if verb.lower_ not in words("grammar", "pronouncers") or not is_passive(verb):
        return ()
    subject = subject_of(verb)
    return (Harm(word, token, subject, None, "state"),) if subject is not None else ()
