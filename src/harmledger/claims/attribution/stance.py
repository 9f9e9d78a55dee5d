"""How far the source commits itself: asserted, hedged, denied, hypothetical."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.attribution.denials import denial_of
from harmledger.claims.attribution.hypothetical import bearing, is_hypothetical, might_have
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import alternatives, words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Stance", "left_open", "stance_of"]


@dataclass(frozen=True, slots=True)
class Stance:
    """``hedges`` are the hedging words as written, in text order."""

    term: str
    hedges: tuple[str, ...]


def stance_of(parsed: Parsed, trigger: Token, victim: Token, *, zero: bool) -> Stance:
    """The stance of one harm. ``zero``: the phrase itself says none, so "no" denies nothing."""
    chain = bearing(trigger, victim)
    hedges = _hedges(parsed, chain, victim)
    term = "asserted"
    if not zero and (denial_of(chain) is not None or _not_that_many(victim)):
        term = "denied"
    elif is_hypothetical(chain) and not left_open(Stance(term, hedges)):
        term = "hypothetical"
    elif hedges or any(might_have(token) for token in chain):
        term = "hedged"
    return Stance(term, hedges)


def left_open(stance: Stance) -> bool:
    """Whether one who speaks neither confirms nor denies it."""
    return any(
        {"confirm", "deny", "denied", "denies"} & {*h.lower().split()} for h in stance.hedges
    )


def _not_that_many(number: Token) -> bool:
    """ "29 were killed, and not 28"."""
    return number.pos_ == "NUM" and number.i > 0 and number.nbor(-1).lower_ == "not"


def _hedges(parsed: Parsed, chain: list[Token], victim: Token) -> tuple[str, ...]:
    """The hedges as written, in text order: words on the chain, phrases of the sentence."""
    seen = {token.i: token for token in chain}
    found_fears: list[Token] = []
    for token in chain:
        role = token.i == victim.i and token.i != chain[0].i
        counted = token.lower_ in words("grammar", "count_nouns")
        kinds = _OF_ROLES if role and not counted else _HEDGING
        seen.update((c.i, c) for c in token.children if c.dep_ in kinds)
        # "Fears grew that 70 had died", "amid fears that".
        told = child(token, "nsubj") if token.pos_ == "VERB" else token
        if told is not None and told.lower_ in words("stance", "fears") and _of_harm(token, chain):
            found_fears.append(told)
        # "Allegedly 12 men were detained": hung on the number.
        numbers = (c for c in token.children if c.dep_ == "nummod")
        seen.update((c.i, c) for number in numbers for c in number.children if c.dep_ == "advmod")
    found = [
        (parsed.start(token), parsed.end(token))
        for token in seen.values()
        if _hedges_here(token) and not _takes(token, chain[0]) and not _of_the_role(token, chain)
    ]
    found += [(parsed.start(fear), parsed.end(fear)) for fear in found_fears]
    sentence = parsed.sentence
    for match in _hedge_phrases().finditer(parsed.text, sentence.start, sentence.end):
        found = [(a, b) for a, b in found if b <= match.start() or a >= match.end()]
        found.append(match.span())
    return tuple(" ".join(parsed.text[a:b].split()) for a, b in sorted(set(found)))


def _of_harm(above: Token, chain: list[Token]) -> bool:
    """Whether what ``above`` says or is said of is a clause with the harm: "fears that 70 died"."""
    clause = next((t for t in chain if t.head.i == above.i and t.i > above.i), None)
    return clause is not None and clause.pos_ in {"VERB", "AUX"} and clause.dep_ in _TOLD


#: Ways in which the clause that is feared hangs on the noun, or on its verb.
_TOLD = frozenset(("ccomp", "acl", "relcl"))
#: Children that hedge their head; of the noun for those harmed, only those that question it.
_HEDGING = frozenset(("aux", "advmod", "mark", "amod", "neg", "preconj", "acomp"))
_OF_ROLES = _HEDGING - {"amod"}


@cache
def _hedge_phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('stance', 'hedge_phrases'))})\b", re.IGNORECASE)


def _takes(token: Token, trigger: Token) -> bool:
    """ "Claimed 42 lives", "claimed responsibility" hedge nothing."""
    taken = child(token, "dobj")
    nouns = words("reporting", "takes")
    return token.lower_.startswith("claim") and (
        trigger.lower_ in nouns or (taken is not None and taken.lower_ in nouns)
    )


def _of_the_role(hedge: Token, chain: list[Token]) -> bool:
    """ "Suspected in the killing of 12", "likely because of": the harm itself is not in doubt.

    "Charged with murder in the death of 12" neither; "accused of killing 12" is a hedge.
    """
    if hedge.lower_ in words("stance", "accusing"):
        place = next((at for at, token in enumerate(chain) if token.i == hedge.i), 0)
        links = {token.lower_ for token in chain[:place] if token.dep_ == "prep"}
        return not place or bool(links - words("stance", "accused_of"))
    ahead = hedge.nbor(1) if hedge.i + 1 < len(hedge.doc) else None
    return hedge.dep_ == "advmod" and ahead is not None and ahead.tag_ == "IN"


def _hedges_here(token: Token) -> bool:
    """Whether the word is a hedge: the month of May and the suspects are none."""
    if token.lower_ in words("stance", "hedging_verbs"):
        return token.pos_ == "VERB"
    return token.lower_ in words("stance", "hedged") and not _is_month(token)


def _is_month(token: Token) -> bool:
    if token.lower_ != "may":
        return False
    before = token.doc[token.i - 1] if token.i else None
    # "The storm of 3 May made 4,000 homeless", which the parser takes for a verb.
    dated = token.text == "May" and before is not None and before.like_num
    return dated or token.pos_ != "AUX"
