"""Who is said to have done it: the actor of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.annotation.own_acts import (
    behind_the_weapon,
    is_own_act,
    who_is_responsible,
    whose_arms,
)
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child, is_passive
from harmledger.claims.words.gazetteer import known_name
from harmledger.claims.words.lexicon import words
from harmledger.records import Actor, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["actor_of"]

_NOUNS = frozenset(("NOUN", "PROPN"))
#: Words from a comma back to the preposition before a place: "in the town of Baghdad,".
_BEFORE_COMMA = 6


def actor_of(
    parsed: Parsed, trigger: Token, token: Token | None, speaker: Speaker | None
) -> Actor | None:
    """The phrase of ``token``, where it names one who did what ``trigger`` says.

    Behind a weapon, who set it off ("planted the bomb that killed 11"); the ``speaker`` by name,
    where it says that it, its soldiers or aircraft did it. None for who helped, for what was
    itself struck or wrecked ("the ferry sank, killing 12"), for who lost those harmed, and for the
    country behind a town ("in Gao, Mali, gunmen killed 12"): the gunmen did it.
    """
    if trigger.lower_ in words("grammar", "losing"):
        token = None  # "the army lost 60 men", "she lost nine relatives": they lost them
    if token is not None and _larger_place(token):
        token = _behind_the_place(trigger, token)
    if token is not None and _undergone(trigger, token):
        agent = child(token.head, "agent")
        token = child(agent, "pobj") if agent is not None else None
    token = who_is_responsible(trigger) if token is None else token
    setter = behind_the_weapon(trigger, token) if token is not None else None
    for doer in (setter, token):
        if doer is not None and speaker is not None and is_own_act(parsed, doer, speaker):
            return Actor(name=speaker.name, start=speaker.start, end=speaker.end)
    if setter is not None and setter.pos_ in _NOUNS:
        token = setter
    if token is not None and speaker is not None:
        token = whose_arms(parsed, token, speaker) or token
    if token is None or token.pos_ not in _NOUNS or _is_flight(token):
        return None
    if token.ent_type_ in {"DATE", "TIME"}:
        return None  # "the bombing of Aug. 7, which killed 12"
    if trigger.lower_ in words("grammar", "helping"):
        return None  # "doctors treated 87", "the Red Cross evacuated 40"
    left = min(
        (
            c
            for c in token.children
            if c.i < token.i and c.dep_ in {"det", "amod", "compound", "nmod", "nummod", "poss"}
        ),
        key=lambda c: c.i,
        default=token,
    )
    first = min(t.i for t in left.subtree) if left.i != token.i else token.i
    # "Pristina — A policeman shot two men": a dateline is no part of who did it.
    cut = [t.i for t in token.doc[first : token.i] if t.is_punct and t.text.strip("—–:-") == ""]
    first = max((i + 1 for i in cut if _apart(token.doc[i])), default=first)
    start, end = parsed.start(token.doc[first]), parsed.end(token)
    return Actor(name=parsed.text[start:end], start=start, end=end)


def _apart(mark: Token) -> bool:
    """A dash or colon that stands free, unlike the one of "London-based"."""
    return mark.i > 0 and (mark.text in {"—", "–", "--", ":"} or bool(mark.nbor(-1).whitespace_))


def _larger_place(token: Token) -> bool:
    """The second name of "in Gao, Mali,": between commas, behind a place with its preposition."""
    doc, at = token.doc, token.i
    while at and doc[at - 1].pos_ == "PROPN":
        at -= 1
    closed = token.i + 1 < len(doc) and doc[token.i + 1].text == ","
    if not closed or token.pos_ != "PROPN" or at < 2 or doc[at - 1].text != ",":
        return False
    before = doc[max(0, at - 1 - _BEFORE_COMMA) : at - 1]
    named = bool(len(before)) and before[-1].pos_ == "PROPN"
    return named and before[-1].dep_ == "pobj" and known_name(doc[at : token.i + 1].text)


def _behind_the_place(trigger: Token, place: Token) -> Token | None:
    """The noun right before the verb, which the parser hangs on the place as its apposition."""
    at = trigger.i - 1
    while at > place.i and trigger.doc[at].pos_ in {"AUX", "ADV", "PART"}:
        at -= 1
    return trigger.doc[at] if at > place.i else None


def _undergone(trigger: Token, token: Token) -> bool:
    """Whether a clause with its own verb says what befell ``token``, and so killed others."""
    verb = token.head
    if trigger.dep_ != "advcl" or verb.i != trigger.head.i or trigger.tag_ != "VBG":
        return False
    if verb.lower_ in words("reporting", "accusing"):
        return False  # "the group was blamed for raids, killing 12"
    if is_passive(verb):
        return True
    wrecked = token.lower_ in words("grammar", "vessels")
    return verb.lower_ in words("grammar", "wrecked" if not wrecked else "wrecked_vessels")


def _is_flight(token: Token) -> bool:
    """ "Pan Am Flight 103", "the flight to Gao": nobody, whatever it did."""
    return token.lower_ == "flight"
