"""One word that gives what is said to somebody, with the noun that names the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.attribution.itself import earlier_text, this_text
from harmledger.claims.attribution.meant import person_meant
from harmledger.claims.attribution.speakers import is_speaker
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cue", "cue_of", "not_sourced", "points_back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """``token`` gives its content to ``source``, the head of a noun phrase.

    ``kind``: verb, phrase ("according to"), noun ("the army's claim that"), figure ("the army's
    figure is"), label ("Police: ...").
    ``passed_on``: who quotes the source, outermost first ("was quoted by the agency").
    """

    token: Token
    source: Token
    kind: str
    passed_on: tuple[Token, ...] = ()


def points_back(cue: Cue) -> bool:
    """Whether the source is a pronoun, or "his spokesman" without a name.

    "The WHO" is none, and so is a firm that is called IT.
    """
    if cue.source.is_upper and cue.source.pos_ == "PROPN":
        return False
    own = cue.source.tag_ == "PRP$" and cue.source.lower_ in words("grammar", "own")
    return own or cue.source.lower_ in words("grammar", "speaker_pronouns")


def not_sourced(cue: Cue) -> bool:
    """ "According to preliminary information, nobody was hurt," the ministry said: the ministry."""
    owned = any(c.dep_ in {"poss", "prep"} or c.pos_ == "PROPN" for c in cue.source.children)
    plain = cue.source.lower_ in words("grammar", "not_sourced") and not owned
    return cue.kind == "phrase" and plain


def cue_of(token: Token, noun: Token | None, kind: str, *passed_on: Token) -> Cue | None:
    """The cue, unless the noun can be no source: the narrator, a date, this text itself."""
    noun = person_meant(noun)
    if noun is None or noun.i == token.i:
        return None
    # "Its count includes six": the owner of a figure may be one named before.
    its = (
        kind in {"figure", "phrase"}
        and noun.tag_ == "PRP$"
        and noun.lower_ in words("grammar", "own")
    )
    if not its and not is_speaker(noun):
        return None
    if (
        _our_own(noun)
        or earlier_text(noun)
        or this_text(noun)
        or any(c.lower_ in words("grammar", "neither") for c in noun.lefts)
    ):
        return None  # "an earlier version of this article said"; "neither the army nor the rebels"
    cited = _cited_by(noun, token)
    if cited is not None:
        return Cue(token=token, source=cited, kind=kind, passed_on=(*passed_on, noun))
    return Cue(token=token, source=noun, kind=kind, passed_on=passed_on)


def _our_own(noun: Token) -> bool:
    """ "Our database records 41 killings": the narrator's own work."""
    works = words("reporting", "lists") | words("reporting", "figures")
    return noun.lower_ in works and any(c.lower_ in {"our", "my"} for c in noun.lefts)


def _cited_by(noun: Token, token: Token) -> Token | None:
    """ "According to the Herald, which cited an official": the official."""
    for clause in noun.children:
        citing = words("reporting", "quoting") | words("reporting", "citing")
        if clause.dep_ in {"relcl", "acl"} and clause.lower_ in citing and clause.i != token.i:
            cited = child(clause, "dobj")
            if cited is not None and is_speaker(cited):
                return cited
    return None
