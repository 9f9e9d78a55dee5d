"""What a verb of saying says: which of the clauses and objects around it are its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.asides import behind_quotation, closed_by, own_clause
from harmledger.claims.attribution.cue import Cue
from harmledger.claims.attribution.denials import called_false, takes_back
from harmledger.claims.parsing.syntax import child, finite
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["contains", "counted_by"]

#: Ways in which a clause hangs on the verb that reports it.
_CONTENT = frozenset(("ccomp", "xcomp", "dobj", "oprd", "parataxis", "dep", "attr"))
_OBJECTS = frozenset(("dobj", "oprd", "npadvmod"))
_CLAUSES = frozenset(("ccomp", "parataxis", "dep"))

#: Words behind a verb of counting that its object may take.
COUNTED = 20


def _that_clause(verb: Token) -> bool:
    """ "Said in a statement that 12 were killed": the parser hangs the clause on the noun."""
    that = next((c for c in verb.children if c.lower_ == "that" and c.i < verb.i), None)
    if that is None:
        return False
    if verb.dep_ == "acl" or that.dep_ == "mark":
        return True
    parts = {c.dep_ for c in verb.children if c.lower_ != "that"}
    return verb.dep_ == "relcl" and ("nsubjpass" in parts or {"nsubj", "dobj"} <= parts)


def counted_by(verb: Token, trigger: Token) -> bool:
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
    if _with_that(clause):
        return True
    told = (cue.source, child(cue.token, "nsubj"))  # "a survey by the guild found": the survey
    return any(t is not None and t.lower_ in words("reporting", "documents") for t in told)


def contains(cue: Cue, branch: list[Token], trigger: Token) -> bool:
    """Whether the branch of a verb of saying that leads to the trigger is what it says."""
    below, verb = branch[-1], cue.token
    accused = verb.lower_ in words("reporting", "accusing")
    if accused and below.dep_ == "dobj" and any(t.dep_ == "pcomp" for t in branch[-3:-2]):
        below = branch[-2]  # "accused the rebels of killing": the parser hangs "of" on the rebels
    dep = below.dep_
    apart = below.i < verb.i and any(t.text == ";" for t in verb.doc[trigger.i : verb.i])
    if apart and not closed_by(cue):
        return False  # "A raid killed nine; the hospital spoke of 12"
    if dep in _CONTENT and (takes_back(verb) or called_false(verb)):
        return True
    says = words("reporting", "verbs") | words("reporting", "arriving")
    says |= words("reporting", "by_agent") | words("reporting", "hearing")
    says |= words("reporting", "holding_true")
    if not accused and verb.lower_ not in says:
        return dep == "ccomp" and _with_that(below)
    if below.i < verb.i and _with_number(verb):
        return False  # "The navy says four died, the rebels say sixteen": they say sixteen
    if dep in {"prep", "agent", "dative"}:
        if verb.lower_ in words("reporting", "arriving"):
            plain = all(t.pos_ != "VERB" or t.dep_ == "acl" for t in branch)
            return below.lower_ in {"at", "to"} and plain
        if any(_that_clause(token) for token in branch):
            return True
        if below.lower_ == "at" and verb.lower_ in words("reporting", "handing"):
            return all(t.dep_ not in {"relcl", "advcl"} for t in branch)  # "puts it at 12 killed"
        if below.lower_ == "to" and verb.lower_ in words("reporting", "handing"):
            taken = child(verb, "dobj")  # "raised the total to 12 killed"
            if taken is not None and taken.lower_ in words("grammar", "toll_words"):
                return True
        if below.lower_ in {"of", "about"} and verb.lower_ in words("reporting", "about"):
            return not _taken_for_granted(trigger)
        if below.lower_ == "as" and verb.lower_ in words("reporting", "as_something"):
            return True
        if below.i > verb.i and any(c.dep_ == "ccomp" and c.i > below.i for c in verb.children):
            return True  # "said at the time the first was shot a second was hurt"
        censured = verb.lower_ in words("reporting", "censuring")
        return accused and below.lower_ in ({"of"} if censured else {"of", "for", "over"})
    if dep == "nsubjpass" and any(c.dep_ == "agent" for c in verb.children):
        # "The toll was put at 12 by the ministry"; not "the lies that killed 12 were told by him"
        return all(t.dep_ != "relcl" for t in branch)
    if counted_by(verb, trigger):
        return True
    behind = own_clause(verb) if dep == "ccomp" and below.i < verb.i else None
    if behind is not None and finite(behind):
        return False  # a verb that has its own clause behind it says that, not what stands before
    if dep == "conj" and below.i > verb.i and below.tag_ != verb.tag_ and child(verb, "ccomp"):
        return True  # "papers show he drew a pistol and fired": in another tense than the saying
    if dep == "xcomp" and below.tag_ == "VBG" and verb.lower_ in words("reporting", "doing"):
        return True  # "the guild admitted killing nine", "the porter described seeing nine bodies"
    if dep == "dobj" and verb.lower_ in words("reporting", "confessing"):
        lost = trigger.lower_ in words("reporting", "losses")
        return lost or verb.lower_ in words("reporting", "with_object")
    if verb.lower_ in words("reporting", "needs_clause"):
        own = below.pos_ == "VERB" and child(below, "nsubj", "nsubjpass") is not None
        clause = finite(below) or own
        if verb.lower_ in words("reporting", "finding"):
            counted = any(t.pos_ == "NUM" for t in below.subtree)
            clause = (finite(below) or counted) and _said_to_be_found(cue, below)
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
        clauses = (c for c in (*verb.children, *below.children) if c.dep_ == "ccomp")
        if _tells_when(below) and any(c.i > below.i for c in clauses):
            return False  # "told reporters after the guard was killed that": when it was said
        return not closed_by(cue) or verb.doc[below.left_edge.i - 1].text == ","
    # "Police said that A died, and B was hurt": a clause with a subject of its own.
    return dep == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in below.children)


def _with_that(clause: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def _with_number(verb: Token) -> bool:
    """Whether a verb of saying has a number for its object: "the rebels say sixteen"."""
    if verb.lower_ in words("reporting", "tell"):
        return False  # "told Channel 9"
    return any(c.dep_ == "dobj" and c.i > verb.i and c.pos_ == "NUM" for c in verb.children)


def _taken_for_granted(trigger: Token) -> bool:
    """ "Spoke about the death of the baker"; not "spoke of 22 dead", "of the death of two"."""
    if trigger.pos_ != "NOUN" or not any(c.lower_ == "the" for c in trigger.children):
        return False
    return not any(t.pos_ == "NUM" for t in trigger.subtree)


def _tells_when(clause: Token) -> bool:
    return any(
        c.dep_ in {"mark", "advmod"} and c.lower_ in words("reporting", "when")
        for c in clause.lefts
    )
