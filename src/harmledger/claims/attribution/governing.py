"""Which of a sentence's cues govern a harm word, from the innermost outwards.

"The agency said that, according to medics, three had died" has two: the medics, then the agency.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.attribution.asides import behind_quotation, closed_by, own_clause
from harmledger.claims.attribution.cues import Cue
from harmledger.claims.attribution.denials import called_false, takes_back
from harmledger.claims.attribution.vouching import vouching
from harmledger.claims.parsing.syntax import child, finite
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


#: Ways in which a clause hangs on the verb that reports it.
_CONTENT = frozenset(("ccomp", "xcomp", "dobj", "oprd", "parataxis", "dep", "attr"))
_OBJECTS = frozenset(("dobj", "oprd", "npadvmod"))
_CLAUSES = frozenset(("ccomp", "parataxis", "dep"))
#: Ways in which ", police said" hangs on the clause that it reports.
_ASIDE = frozenset(("parataxis", "ccomp", "advcl", "dep", "ROOT", "conj", "acl"))


#: Words behind a verb of counting that its object may take.
COUNTED = 20


def governing(cues: Sequence[Cue], trigger: Token) -> list[Cue]:
    """The cues whose content holds ``trigger``, innermost first."""
    chain = [trigger, *trigger.ancestors]
    depth = {token.i: place for place, token in enumerate(chain)}
    ranked: list[tuple[float, int, Cue]] = []
    for cue in cues:
        if cue.token.i == trigger.i or cue.source.i == trigger.i:
            continue
        if _holds(cue.source, trigger) and not _holds(cue.source, cue.token):
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
    if _only_names(cue, chain[:place]):
        return None
    if cue.kind == "noun":
        inside = place is not None and chain[place - 1].dep_ in {"acl", "ccomp", "relcl"}
        return float(place) if place is not None and inside else None
    if place is not None and _contains(cue, chain[:place], trigger):
        return float(place)
    if place is None and _counted_by(token, trigger):
        return len(chain) + 1.0
    if not closed_by(cue) or not _before(cue, trigger):
        return None
    head = depth.get(token.head.i) if token.dep_ in _ASIDE else None
    return head + 0.7 if head is not None else len(chain) + 1.0


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
    if behind_quotation(cue):
        return False
    aside = cue.token.doc[cue.token.i + 1 : cue.token.i + 2]
    return aside.text in {",", "-", "--"}


def _semicolon(left: Token, right: Token) -> bool:
    return any(token.text == ";" for token in left.doc[left.i : right.i])


def _that_clause(verb: Token) -> bool:
    """ "Said in a statement that 12 were killed": the parser hangs the clause on the noun."""
    that = next((c for c in verb.children if c.lower_ == "that" and c.i < verb.i), None)
    if that is None:
        return False
    if verb.dep_ == "acl" or that.dep_ == "mark":
        return True
    parts = {c.dep_ for c in verb.children if c.lower_ != "that"}
    return verb.dep_ == "relcl" and ("nsubjpass" in parts or {"nsubj", "dobj"} <= parts)


def _counted_by(verb: Token, trigger: Token) -> bool:
    """ "Documented 12 deaths and 30 injured": all that is counted up to the next verb."""
    if verb.lower_ not in words("reporting", "with_object") | words("reporting", "about"):
        return False
    between = verb.doc[verb.i + 1 : trigger.i]
    finite_one = any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD"} and not (t.i and t.nbor(-1).pos_ == "NUM")
        for t in between
    )
    return verb.i < trigger.i <= verb.i + COUNTED and not finite_one


def _said_to_be_found(cue: Cue, clause: Token) -> bool:
    """ "An inquiry found that", "a study found"; "officers found he had been shot" is an event."""
    if any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children):
        return True
    return cue.source.lower_ in words("reporting", "documents")


def _contains(cue: Cue, branch: list[Token], trigger: Token) -> bool:
    """Whether the branch of a verb of saying that leads to the trigger is what it says."""
    below = branch[-1]
    verb, dep = cue.token, below.dep_
    accused = verb.lower_ in words("reporting", "accusing")
    if dep in _CONTENT and (takes_back(verb) or called_false(verb)):
        return True
    says = words("reporting", "verbs") | words("reporting", "arriving")
    if not accused and verb.lower_ not in says:
        return False
    if dep in {"prep", "agent", "dative"}:
        if verb.lower_ in words("reporting", "arriving"):
            plain = all(t.pos_ != "VERB" or t.dep_ == "acl" for t in branch)
            return below.lower_ in {"at", "to"} and plain
        if any(_that_clause(token) for token in branch):
            return True
        if below.lower_ in {"of", "about"} and verb.lower_ in words("reporting", "about"):
            return True
        if below.lower_ == "as" and verb.lower_ in words("reporting", "as_something"):
            return True
        if below.i > verb.i and any(c.dep_ == "ccomp" and c.i > below.i for c in verb.children):
            return True  # "said at the time the first was shot a second was hurt"
        return accused and below.lower_ in {"of", "for", "over"}
    if dep == "nsubjpass" and any(c.dep_ == "agent" for c in verb.children):
        # "The toll was put at 12 by the ministry"; not "the lies that killed 12 were told by him"
        return all(t.dep_ != "relcl" for t in branch)
    if _counted_by(verb, trigger):
        return True
    behind = own_clause(verb) if dep == "ccomp" and below.i < verb.i else None
    if behind is not None and finite(behind):
        return False  # a verb that has its own clause behind it says that, not what stands before
    if dep == "conj" and below.i > verb.i and below.tag_ != verb.tag_ and child(verb, "ccomp"):
        return True  # "papers show he drew a pistol and fired": in another tense than the saying
    if dep == "xcomp" and below.tag_ == "VBG" and verb.lower_ in words("reporting", "confessing"):
        return True  # "the guild admitted killing nine"
    if verb.lower_ in words("reporting", "needs_clause"):
        own = below.pos_ == "VERB" and child(below, "nsubj", "nsubjpass") is not None
        clause = finite(below) or own
        if verb.lower_ in words("reporting", "finding"):
            clause = finite(below) and _said_to_be_found(cue, below)
        if dep in _CLAUSES:
            return clause or (below.i < verb.i and closed_by(cue))
        goes_on = dep == "advcl" and any(c.lower_ == "while" for c in below.children)
        counts = verb.lower_ in words("reporting", "with_object")
        return counts and (dep in _OBJECTS or (goes_on and below.i > verb.i))
    if dep in _CONTENT:
        return True
    if below.i < verb.i or behind_quotation(cue):
        return False  # behind a quotation: "she said, and left"
    if dep == "advcl":
        return not closed_by(cue) or verb.doc[below.left_edge.i - 1].text == ","
    # "Police said that A died, and B was hurt": a clause with a subject of its own.
    return dep == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in below.children)


def _phrase_rank(word: Token, trigger: Token, depth: dict[int, int]) -> float | None:
    """ "According to" governs the clause it hangs on; at the border of a sentence, all of it."""
    if word.i in depth:
        return float(depth[word.i])  # "quoting a doctor as saying that"
    last = max(token.i for token in word.subtree)
    trails = word.i > trigger.i and all(t.is_punct for t in word.doc[last + 1 :])
    if trails and word.doc[word.i - 1].text == "," and word.lower_ == "according":
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
