"""Whom the subject of saying stands for: the owner of "whose", the maker of a work or a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.speakers import is_source
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["maker_of", "name_beside", "person_meant"]


#: Works that count, whose giver is meant.
_COUNTED = frozenset(
    ("figures", "data", "numbers", "reports", "estimates", "accounts", "information", "lists")
)


def person_meant(subject: Token | None) -> Token | None:
    """ "MSF, whose own review counted": MSF; "its spokesman, A. Name": the name."""
    if subject is None:
        return None
    owner = next((c for c in subject.children if c.dep_ == "poss"), None)
    if owner is not None and owner.lower_ == "whose" and subject.head.dep_ == "relcl":
        return subject.head.head
    if owner is not None and owner.lower_ in words("grammar", "own"):
        named = next((c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        named = named if named is not None else _named_beside(subject)
        return named if named is not None else subject
    return maker_of(subject) or name_beside(subject) or subject


def name_beside(office: Token) -> Token | None:
    """ "The deputy prosecutor, Ada Brisk, spoke": the name in commas behind an office."""
    if office.tag_ not in {"NN", "NNP"}:
        return None
    if office.lower_ not in words("grammar", "office_holders") | words("reporting", "ranks"):
        return None
    return _named_beside(office)


def _named_beside(office: Token) -> Token | None:
    """The name in commas behind an office, or behind its place: "the chief in Bern, A. Name"."""
    for name in office.subtree:
        if name.dep_ != "appos" or name.pos_ != "PROPN" or name.i < office.i:
            continue
        person = name.ent_type_ == "PERSON" or any(
            c.lower_.strip(".") in words("reporting", "ranks") for c in name.lefts
        )
        edge = name.left_edge.i
        if person and edge > office.i and name.doc[edge - 1].text == ",":
            return name
    return None


def maker_of(work: Token) -> Token | None:
    """Whoever made a work or a figure: "a tally kept by the harbour board", "a statement by X"."""
    works = words("reporting", "documents") | words("reporting", "figures")
    if work.lower_ not in works:
        return None
    kept = words("reporting", "kept")
    near = [work, *(c for c in work.children if c.dep_ == "acl" and c.lower_ in kept)]
    by = next((c for one in near for c in one.children if c.lower_ == "by" and c.i > one.i), None)
    if by is not None:
        return next((c for c in by.children if c.dep_ == "pobj"), None)
    # "A list that the union has compiled"; of figures also who released them.
    made = words("reporting", "making") | {"carried", "conducted"}
    if work.lower_ in _COUNTED:
        made |= kept | words("reporting", "publishing")
    for clause in work.children:
        if clause.dep_ == "relcl" and clause.lower_ in made:
            maker = next((c for c in clause.children if c.dep_ == "nsubj"), None)
            if maker is not None and maker.tag_ not in {"WDT", "WP"}:
                return maker
    # "Figures from the clinics", but not "reports from the front", which says where.
    told = work.children if work.lower_ in _COUNTED else ()
    giver = next((c for c in told if c.lower_ == "from" and c.i > work.i), None)
    body = next((c for c in giver.children if c.dep_ == "pobj"), None) if giver else None
    if body is None or body.ent_type_ in {"GPE", "LOC", "FAC", "DATE"} or body.lower_ == "front":
        return None
    return body if is_source(body.doc[body.left_edge.i : body.i + 1].text) else None
