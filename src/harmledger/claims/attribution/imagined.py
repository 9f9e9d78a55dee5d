"""Harm that is foreseen, only played, asked about, or still to come; and that was not prevented.

"Expected 10,000 casualties", "simulated an attack", "did the army kill 30?", "are to be evacuated".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["in_vain", "is_imagined"]

#: Marks behind which a sentence may still begin: quotation marks, dashes, "and".
_FRONT = frozenset(("PUNCT", "CCONJ", "SPACE", "SYM"))
_CLOSING = frozenset(("'", '"', "\u2019", "\u201d", ")", "\u00bb"))


def in_vain(verb: Token) -> bool:
    """ "Failed to prevent the killing", "did not stop it": it happened."""
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    above = verb.head
    return verb.dep_ in {"xcomp", "acl"} and (
        above.lower_ in words("stance", "in_vain")
        or any(c.lower_ in words("stance", "in_vain") for c in above.children)
    )


def is_imagined(chain: list[Token]) -> bool:
    """Whether the harm at the head of ``chain`` is foreseen, played, asked, to come or an aim."""
    return any(
        told(chain) for told in (_is_foreseen, _is_played, _is_asked, _is_to_come, _is_an_aim)
    )


def _is_an_aim(chain: list[Token]) -> bool:
    """ "Raided a house to arrest two", "a raid aimed at capturing him": nobody is said to be held.

    "Managed to arrest two", "began to detain" say so.
    """
    verb = chain[0]
    if verb.lower_ not in words("stance", "aims_to_hold") or len(chain) < 2:
        return False
    above = verb.head
    if above.lower_ == "at":
        return above.head.lower_ in words("stance", "aims_to_hold", "aimed")
    purpose = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.lefts)
    if not purpose or verb.dep_ not in {"advcl", "xcomp", "acl", "relcl"}:
        return False
    done = words("stance", "aims_to_hold", "done")
    return above.lower_ not in done and not any(
        c.lower_ in done and c.dep_ != "prep" for c in above.children
    )


def _is_foreseen(chain: list[Token]) -> bool:
    """ "Expected 10,000 casualties", "10,000 casualties were expected"."""
    for below, above in pairwise(chain):
        if above.pos_ != "VERB" or above.lower_ not in words("stance", "foreseen"):
            continue
        if child(above, "xcomp", "ccomp") is not None:
            continue  # "few expected the killing of 12 to go unpunished"
        passive = below.dep_ == "nsubjpass" and below.i == chain[0].i
        if below.pos_ == "NOUN" and below.head.i == above.i and (below.dep_ == "dobj" or passive):
            return True
    return False


def _is_played(chain: list[Token]) -> bool:
    """ "Simulated an attack with 300 casualties", "volunteers played wounded passengers"."""
    for below, above in pairwise(chain):
        if below.dep_ != "dobj" or below.head.i != above.i:
            continue
        if above.lower_ in words("stance", "staged"):
            return True
        harmed = below.i == chain[0].i or (chain[0].head.i == below.i and chain[0].dep_ == "amod")
        if harmed and above.lower_ in words("stance", "playing"):
            return True
    return False


def _is_asked(chain: list[Token]) -> bool:
    """ "Were 30 people killed?", "is it true that 30 died?"; not "how were 30 people killed?"."""
    verb = chain[0]
    asked = [t for t in verb.doc if t.text not in _CLOSING and not t.is_space]
    if verb.pos_ != "VERB" or not asked or asked[-1].text != "?":
        return False
    first = next((t for t in asked if t.pos_ not in _FRONT), None)
    if first is None or first.lower_ not in words("stance", "asking"):
        return False
    root = first if first.dep_ == "ROOT" else first.head
    if root.dep_ != "ROOT" or root.lower_ in words("stance", "takes_for_granted"):
        return False
    said_of = verb.dep_ == "acl" and verb.head.dep_ == "attr" and verb.head.head.i == root.i
    return root.i in {t.i for t in chain} or (said_of and root.i == first.i)


def _is_to_come(chain: list[Token]) -> bool:
    """ "Some 60,000 people are to be evacuated"; "was to be killed" may tell what did happen."""
    verb = chain[0]
    above = verb.head
    if verb.dep_ != "xcomp" or above.lower_ not in {"is", "are", "'s", "'re"}:
        return False
    to = next((c for c in verb.lefts if c.tag_ == "TO"), None)
    plain = to is not None and to.i == above.i + 1
    return plain and child(verb, "auxpass") is not None
