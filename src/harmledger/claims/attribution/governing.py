"""Which of a sentence's cues govern a harm word, from the innermost outwards.

"The agency said that, according to medics, three had died" has two: the medics, then the agency.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.attribution.asides import behind_quotation, closed_by, own_clause
from harmledger.claims.attribution.content import contains, counted_by
from harmledger.claims.attribution.cue import Cue
from harmledger.claims.attribution.figures import governs_figure
from harmledger.claims.attribution.vouching import vouching
from harmledger.claims.words.lexicon import words
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["Attribution", "governing"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """``speaker`` None: the narrator. ``verb`` is the reporting word, lower case, if any."""

    speaker: Speaker | None
    verb: str | None


#: Words that open a phrase with which a sentence is attributed to the end: ", by most accounts".
_TRAILING = frozenset(("according", "by"))
#: Ways in which ", police said" hangs on the clause that it reports.
_ASIDE = frozenset(("parataxis", "ccomp", "advcl", "dep", "ROOT", "conj", "acl"))


def governing(cues: Sequence[Cue], trigger: Token) -> list[Cue]:
    """The cues whose content holds ``trigger``, innermost first."""
    chain = [trigger, *trigger.ancestors]
    depth = {token.i: place for place, token in enumerate(chain)}
    ranked: list[tuple[float, int, Cue]] = []
    for cue in cues:
        if cue.token.i == trigger.i or cue.source.i == trigger.i:
            continue
        held = _holds(cue.source, trigger) and not _holds(cue.source, cue.token)
        if held and not (cue.kind == "figure" and _colon(cue.token, trigger)):
            continue  # "the man who killed three said"; but "the clerk, who said three died"
        rank = _rank(cue, chain, depth)
        if rank is not None:
            ranked.append((rank, abs(cue.token.i - trigger.i), cue))
    ranked.sort(key=lambda row: row[:2])
    return vouching([cue for _, _, cue in ranked], trigger) or _listed(cues, trigger)


def _listed(cues: Sequence[Cue], trigger: Token) -> list[Cue]:
    """ "Medics said that two had died; three were hurt": what goes on behind a semicolon."""
    opening = [c for c in cues if c.kind == "verb" and own_clause(c.token) is not None]
    if len(cues) > 1 or not opening or opening[0].token.i > trigger.i:
        return []
    that = own_clause(opening[0].token)
    return opening if that is not None and _semicolon(that, trigger) else []


def _holds(noun: Token, trigger: Token) -> bool:
    return noun.left_edge.i <= trigger.i <= noun.right_edge.i and any(
        token.i == trigger.i for token in noun.subtree
    )


def _rank(cue: Cue, chain: list[Token], depth: dict[int, int]) -> float | None:
    """How far out the cue stands; None where it does not govern the first of ``chain``."""
    trigger, token = chain[0], cue.token
    if cue.kind == "label":
        behind = cue.source.i < token.i  # "Police: nine hurt"; but "Nine hurt: police"
        return len(chain) + 2.0 if (trigger.i > token.i) == behind else None
    if cue.kind == "phrase":
        return _phrase_rank(token, trigger, depth)
    place = depth.get(token.i)
    if cue.kind == "figure":
        return _figure_rank(token, trigger, chain, place)
    if _only_names(cue, chain[:place]):
        return None
    if cue.kind == "noun":
        inside = place is not None and chain[place - 1].dep_ in {"acl", "ccomp", "relcl"}
        return float(place) if place is not None and inside else None
    if place is not None and contains(cue, chain[:place], trigger):
        return float(place)
    if place is None and counted_by(token, trigger):
        return len(chain) + 1.0
    if not closed_by(cue) or not _before(cue, trigger):
        return None
    head = depth.get(token.head.i) if token.dep_ in _ASIDE else None
    return head + 0.7 if head is not None else len(chain) + 1.0


def _colon(verb: Token, trigger: Token) -> bool:
    return any(t.text == ":" for t in verb.doc[verb.i : trigger.i])


def _figure_rank(
    verb: Token, trigger: Token, chain: list[Token], place: int | None
) -> float | None:
    if place is None:
        return len(chain) + 1.0 if _colon(verb, trigger) else None
    return float(place) if governs_figure(verb, chain[:place], trigger) else None


def _only_names(cue: Cue, branch: list[Token]) -> bool:
    """ "Police have identified the man who was shot": they say who he is."""
    naming = cue.token.lower_ in words("reporting", "naming")
    return naming and any(token.dep_ == "relcl" for token in branch)


def _before(cue: Cue, trigger: Token) -> bool:
    """Whether the trigger stands before the aside, or behind it in the clause it interrupts."""
    if trigger.i < cue.token.i:
        return not _semicolon(trigger, cue.token)
    if any(c.lower_ == "as" and c.dep_ == "mark" for c in cue.token.children):
        return True  # "as the agency reported on Monday, three had died"
    if behind_quotation(cue) and not _quoted_subject(cue):
        return False
    aside = cue.token.doc[cue.token.i + 1 : cue.token.i + 2]
    return aside.text in {",", "-", "--"}


def _quoted_subject(cue: Cue) -> bool:
    """ ""The last straw," he said, was a raid that killed nine": what is quoted is the subject."""
    clause = cue.token.head
    last = max(cue.token.i, cue.source.i)
    behind = clause.i > last and cue.token.dep_ in _ASIDE
    return behind and any(
        c.dep_ in {"nsubj", "nsubjpass"} and c.i < cue.source.i for c in clause.children
    )


def _semicolon(left: Token, right: Token) -> bool:
    return any(token.text == ";" for token in left.doc[left.i : right.i])


def _phrase_rank(word: Token, trigger: Token, depth: dict[int, int]) -> float | None:
    """ "According to" governs the clause it hangs on; at the border of a sentence, all of it."""
    if word.i in depth:
        return float(depth[word.i])  # "quoting a doctor as saying that"
    if word.lower_ == "according" and word.i > trigger.i and _semicolon(trigger, word):
        return None  # "according to X, 12 died; according to Y, 40"
    last = max(token.i for token in word.subtree)
    trails = word.i > trigger.i and all(t.is_punct for t in word.doc[last + 1 :])
    if trails and word.doc[word.i - 1].text == "," and word.lower_ in _TRAILING:
        # At the end of a sentence it governs all of it: the one who passes it on.
        return len(depth) + 0.5 if not _semicolon(trigger, word) else None
    head = word.head
    while head.i not in depth and head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
        head = head.head
    place = depth.get(head.i)
    if place is not None:
        # Whom a source cites stands behind it; whoever is named beside its clause, before it.
        return place - 0.3 if word.lower_ in words("reporting", "citing") else place + 0.5
    first = next((t.i for t in word.doc if not t.is_punct and not t.is_space), 0)
    fronted = word.i <= first + 1
    return len(depth) + 0.5 if fronted else None
