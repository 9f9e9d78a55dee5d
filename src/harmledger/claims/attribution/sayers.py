"""Who says it: the noun that a verb of saying has for its subject, past the parser's slips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.syntax import child, finite
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["sayer_of"]

#: Ways in which a participle hangs on the clause whose subject it shares.
_HELD = frozenset(("xcomp", "advcl"))
#: Parts of a clause that are no subject.
_OBJECTS = frozenset(("pobj", "dobj", "attr", "compound", "dative"))

#: Parts of what stands between a name and its verb: "A. Name, the owner of the mill, said".
_OF_NAMES = frozenset(("prep", "pobj", "det", "compound", "amod", "poss", "case", "appos", "nmod"))


def sayer_of(verb: Token) -> Token | None:
    """The subject of ``verb`` or of the clause it hangs on; None where none is found."""
    if (closing := _closing(verb)) is not None:
        return closing
    if verb.pos_ == "NOUN":
        subject = _of_figures(verb)
    else:
        subject = None if _set_off(verb) else _subject(verb)
    if subject is not None and (dash := _dateline(subject, verb)):
        subject = next((c.root for c in verb.doc.noun_chunks if dash < c.start < verb.i), None)
    if subject is None and (verb.tag_ in {"VBD", "VBZ", "VBP"} or verb.pos_ == "NOUN"):
        subject = _beside(verb)
    if subject is not None and (edge := subject.left_edge.i) and verb.doc[edge - 1].text == "(":
        # "Ann Prado (Bern) said": what stands in brackets is no subject.
        before = edge - 1
        subject = next((c.root for c in verb.doc.noun_chunks if c.end == before), subject)
    return subject


def _of_figures(verb: Token) -> Token | None:
    """ "Figures released by the board show": the figures, where the parser sees no verb."""
    subject = child(verb, "nsubj")
    works = words("reporting", "documents") | words("reporting", "figures")
    return subject if subject is not None and subject.lower_ in works else None


def _closing(verb: Token) -> Token | None:
    """ "Fifteen bodies, says a clerk": the noun with which the sentence ends, not what it found."""
    if verb.tag_ not in {"VBZ", "VBP", "VBD"} or not verb.i or verb.nbor(-1).text != ",":
        return None
    if verb.lower_ in words("reporting", "tell"):
        return None  # ", Dr Amin, a surgeon, told the agency"
    for chunk in verb.doc.noun_chunks:
        if chunk.start == verb.i + 1:
            ends = all(t.is_punct for t in verb.doc[chunk.end :])
            return chunk.root if ends and chunk.root.pos_ != "PRON" else None
    return None


def _set_off(verb: Token) -> bool:
    """Whether a name in commas stands before a verb that has no subject of its own.

    "24 are staff, A. Name, the clerk, told reporters": the parser joins the verbs.
    """
    if verb.dep_ != "conj" or child(verb, "nsubj") is not None or verb.i < 2:
        return False
    before = verb.nbor(-1)
    return before.text == "," and any(
        t.dep_ == "appos" and t.pos_ == "PROPN" for t in verb.doc[verb.head.i + 1 : verb.i]
    )


def _dateline(subject: Token, verb: Token) -> int:
    """ "HULL, England (Wire) - Police said": where the dash is behind a false subject, or 0."""
    if subject.i > verb.i or verb.doc[: subject.i].text.strip() or not subject.is_upper:
        return 0
    ahead = verb.doc[subject.i + 1 : verb.i]
    return next((t.i for t in ahead if t.text.endswith(("-", "―", "–"))), 0)


def _subject(verb: Token) -> Token | None:
    """Who says it: the subject of the verb, or of the clause that its participle hangs on."""
    told = verb
    for _ in range(6):
        own = [c for c in told.children if c.dep_ == "nsubj" and c.lower_ != "whom"]
        subject = max(own, key=lambda c: (c.i < told.i, c.i), default=None)
        if subject is not None:
            if subject.lower_ in {"who", "which", "that"}:
                if told.dep_ == "relcl":
                    return told.head
                return _set_in_front(told) or subject
            return subject
        passive = child(told, "nsubjpass")
        if passive is not None:
            return passive if told.i != verb.i else None  # "were called there and reported"
        if told.dep_ == "acl":
            return _issuer(told.head)
        above = told.head
        if told.dep_ == "pcomp" and above.dep_ == "prep":
            above = above.head  # "responded by saying"
            if above.pos_ not in {"VERB", "AUX"}:
                return None
        elif told.dep_ == "conj" and above.dep_ == "ccomp" and above.tag_ != told.tag_:
            above = above.head  # "said the state would leave and added that"
        elif told.dep_ not in {"conj", "dep"} and (told.dep_ not in _HELD or finite(told)):
            return None
        if above.i == told.i:
            return None
        told = above
        if told.pos_ in {"NOUN", "PROPN"}:
            return told
    return None


def _set_in_front(clause: Token) -> Token | None:
    """ "It was the Red Cross that first spoke of 41 dead": the Red Cross."""
    front = clause.head
    opens = child(front, "nsubj")
    it = opens is not None and opens.lower_ == "it"
    return child(front, "attr") if it and clause.dep_ == "ccomp" else None


def _issuer(document: Token) -> Token:
    """ "The hospital issued a statement saying": the hospital."""
    issued = document.dep_ == "dobj" and document.head.lower_ in words("reporting", "issuing")
    named = any(c.dep_ == "poss" or c.lower_ in {"from", "by"} for c in document.children)
    subject = _subject(document.head) if issued and not named else None
    return subject if subject is not None else document


def _beside(verb: Token) -> Token | None:
    """Where the parser saw no subject, the noun beside the verb: "said a clerk".

    "A. Name, the clerk of the court, wrote": the name, not what is added to it.
    """
    left = verb.nbor(-1) if verb.i else verb
    if left.dep_ == "compound" and left.head.i == verb.i:
        return left  # "as the agency reports": taken for the name of the reports
    before: list[Token] = []
    for chunk in verb.doc.noun_chunks:
        if chunk.start == verb.i + 1 and (not verb.i or verb.nbor(-1).is_punct):
            if not before:
                return chunk.root
            break
        if chunk.end > verb.i:
            break
        if chunk.end == verb.i and chunk.start and verb.doc[chunk.start - 1].text == ",":
            return chunk.root
        gap = verb.doc[chunk.end : verb.i]
        if all(t.is_punct or t.dep_ in _OF_NAMES for t in gap):
            before.append(chunk.root)
    names = [t for t in before if t.pos_ == "PROPN" and t.dep_ not in _OBJECTS]
    close = [t for t in before if t.dep_ not in _OBJECTS]
    found = names or close
    if found:
        return found[-1]
    clause = child(verb, "ccomp") if verb.i and verb.nbor(-1).text == "," else None
    # "Aid group leaves the town, says 22 died"
    return child(clause, "nsubj") if clause is not None else None
