"""Sources beside a colon: "Police: child shot himself", "Nine hurt in mill fire: mayor".

Also a person who is named, told and then quoted: "Ada Brisk, a nurse: "We counted nine"".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.speakers import is_source, kind_of
from harmledger.claims.words.gazetteer import known_name
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["label_of"]

#: Marks that open a quotation, as the parser is given them.
_QUOTES = frozenset(('"', "“", "'", "‘"))
#: Words before the colon: of a label, and of a person who is named and told before a quotation.
_LABEL, _TOLD = 6, 16
#: Words behind a colon that end the sentence.
_CLOSING = 4


def label_of(colon: Token) -> Token | None:
    """The noun or the name before a colon at the start of a sentence, or behind one at its end."""
    head = colon.doc[: colon.i]
    if (closing := _closing(colon)) is not None:
        return closing
    if (told := _told_and_quoted(colon)) is not None:
        return told
    named = [t for t in head if t.pos_ in {"PROPN", "NOUN"}]
    if not named or colon.i > _LABEL:
        return None
    if any(t.pos_ in {"VERB", "AUX", "NUM", "ADP"} for t in head):
        return None
    if any(t.is_punct and t.text != "." for t in head) or colon.i + 2 >= len(colon.doc):
        return None
    if named[-1].lower_ in words("reporting", "labels"):
        # "UN report: nine dead"; but "Previous story: ..."
        owned = named[-1].lower_ in words("reporting", "works") and len(named) > 1
        return named[-1] if owned and is_source(named[-2].text) else None
    if kind_of(head.text) != "other":
        return named[-1]
    # "Beslan: 322 dead", "YEMEN: bus bombed": the model takes places for persons and bodies.
    name = named[-1].ent_type_ in {"PERSON", "ORG"} and not known_name(head.text)
    return named[-1] if name else None


def _closing(colon: Token) -> Token | None:
    """ "Nine hurt in mill fire: mayor": a word behind the colon that ends the sentence."""
    tail = [t for t in colon.doc[colon.i + 1 :] if not t.is_punct and not t.is_space]
    if not tail or len(tail) > _CLOSING or any(t.pos_ not in {"NOUN", "PROPN"} for t in tail):
        return None
    if any(t.is_punct for t in colon.doc[colon.i + 1 : tail[-1].i]):
        return None
    return tail[-1] if kind_of(" ".join(t.text for t in tail)) != "other" else None


def _told_and_quoted(colon: Token) -> Token | None:
    """The name of a person who is told, then quoted: "Ada Brisk, a nurse at the mill: "We ..."."""
    head, behind = colon.doc[: colon.i], colon.doc[colon.i + 1 : colon.i + 2]
    if behind.text not in _QUOTES or colon.i > _TOLD or any(t.pos_ == "VERB" for t in head):
        return None
    comma = next((t.i for t in head if t.text == ","), 0)
    name = head[:comma]
    return name[-1] if comma and all(t.pos_ == "PROPN" for t in name) else None
