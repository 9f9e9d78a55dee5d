"""Whose figure it is where nobody says it: "the parish list has 41 dead".

Also "the council's figure is 41", "the clinic stands by its 41 dead", "for the council it is 41".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.meant import maker_of
from harmledger.claims.attribution.mute import noun_words
from harmledger.claims.attribution.speakers import is_source, kind_of
from harmledger.claims.attribution.tellings import named_source, of_source, owner_of
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["announces", "figure_of", "governs_figure"]

#: Parts of a clause with a life of their own: what they tell is not the figure.
_APART = frozenset(("relcl", "advcl"))
_SUBJECTS = ("nsubj", "nsubjpass")
_HAVE = frozenset(("has", "have", "had"))
#: What several do who do not give one figure.
_DIFFER = frozenset(("differ", "disagree"))
#: Words between a colon and the number that it opens.
_AHEAD = 4


def figure_of(verb: Token) -> Token | None:
    """The source whose figure the object of ``verb`` is."""
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    if (only := _only(verb)) is not None:
        return only
    if verb.dep_ == "xcomp" and verb.head.lower_ == "able":
        return _able(verb)
    subject = child(verb, *_SUBJECTS)
    if subject is None:
        return None
    found = None
    if verb.lower_ in words("grammar", "be") | words("reporting", "stand"):
        found = _whose(subject) or _for_whom(verb, subject) or _owned(verb, subject)
    elif verb.lower_ in words("reporting", "having"):
        found = _having(verb, subject)
    found = found or _with_figure(verb, subject) or _before_colon(verb, subject)
    return found or _figure_object(verb, subject)


def _only(verb: Token) -> Token | None:
    """ "The mission could confirm only 25 deaths": what it did confirm."""
    may = any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    if not may or verb.lower_ not in words("reporting", "able_to"):
        return None
    taken = child(verb, "dobj")
    could = any(c.lower_ in {"could", "can"} for c in verb.children)
    if taken is None or not (could or "only" in {t.lower_ for t in verb.subtree}):
        return None
    subject = child(verb, "nsubj")
    counted = any(t.pos_ == "NUM" for t in taken.subtree)
    return subject if counted and subject is not None and _speaks(subject) else None


def _able(verb: Token) -> Token | None:
    """ "The board was able to name more than 40 dead"."""
    able = verb.head.head
    subject = child(able, "nsubj")
    if subject is None or verb.lower_ not in words("reporting", "able_to"):
        return None
    taken = child(verb, "dobj")
    counted = taken is not None and any(
        t.pos_ == "NUM" and t.lower_ not in {"one", "1"} for t in (taken, *taken.children)
    )
    negated = any(c.dep_ == "neg" for c in able.children)
    return subject if counted and not negated and _speaks(subject) else None


def _whose(subject: Token) -> Token | None:
    """ "The police figure is 220", "the number of dead given by the council is 55"."""
    if subject.lower_ not in words("reporting", "figures") | words("reporting", "more_figures"):
        return None
    that = child(subject.head, "attr")
    if that is not None and that.lower_ in {"that", "those"}:
        return of_source(that)  # "the figure in the record is still that of the ministry: 41"
    if subject.lower_ in words("reporting", "figures"):
        if any(c.lower_ in {"official", "unofficial"} for c in subject.lefts):
            return subject
        owner = child(subject, "poss") or _given_by(subject)
        if owner is None:
            front = child(subject, "compound", "nmod")
            owner = front if front is not None and named_source(front) else None
            if owner is not None and subject.lower_ == "toll" and not _counts(owner):
                owner = None  # "Marriott toll rises to 53": the toll of what was done there
        return owner
    owner = _given_by(subject) or child(subject, "poss")
    return owner if owner is not None and named_source(owner) else None


def _owned(verb: Token, subject: Token) -> Token | None:
    """ "The estimate of 41 dead is the embassy's"."""
    figures = words("reporting", "figures") | words("reporting", "more_figures")
    owner = child(verb, "attr") if subject.lower_ in figures else None
    own = owner is not None and any(c.dep_ == "case" for c in owner.children)
    return owner if own else None


def _counts(front: Token) -> bool:
    """Whether a name before "toll" is known for a body: "Red Cross toll", "UN toll"."""
    return is_source(noun_words(front)) or front.text.isupper()


def _given_by(figure: Token) -> Token | None:
    """ "The number of dead given by the council", "a tally kept by the board"."""
    made = maker_of(figure)
    if made is not None:
        return made
    for given in figure.subtree:
        if given.dep_ == "acl" and given.lower_ in words("reporting", "kept"):
            by = next((c for c in given.children if c.lower_ == "by"), None)
            return child(by, "pobj") if by is not None else None
    return None


def _for_whom(verb: Token, subject: Token) -> Token | None:
    """ "For the council it is 41"."""
    if subject.lower_ not in {"it", "they"}:
        return None
    way = next((c for c in verb.children if c.lower_ == "for" and c.i < subject.i), None)
    body = child(way, "pobj") if way is not None else None
    return body if body is not None and named_source(body) else None


def _having(verb: Token, subject: Token) -> Token | None:
    """ "The list has 41 dead"; "the ministry had 41 dead, then 52", which is no loss of its own."""
    if not any(t.pos_ == "NUM" for t in verb.doc[verb.i + 1 : verb.right_edge.i + 1]):
        return None
    if subject.lower_ in words("reporting", "lists"):
        return owner_of(subject) or subject
    corrected = words("reporting", "correcting")
    corrects = verb.lower_ in _HAVE and any(t.lower_ in corrected for t in verb.subtree)
    return subject if corrects and kind_of(noun_words(subject)) != "other" else None


def _speaks(subject: Token) -> bool:
    works = words("reporting", "documents") | words("reporting", "lists")
    return named_source(subject) or subject.lower_ in works | words("grammar", "bodies")


def _with_figure(verb: Token, subject: Token) -> Token | None:
    """ "The clinic stands by its figure", "the council admits to 41 dead"."""
    plenty = subject.lower_ in words("reporting", "estimates")
    if not plenty and not _speaks(subject):
        return None
    for way in verb.children:
        pair = f"{verb.lower_} {way.lower_}"
        if way.i < verb.i or pair not in words("reporting", "with_figure"):
            continue
        if way.lower_ in {"high", "far", "it"}:
            return subject
        taken = child(way, "pobj")
        if taken is not None and (
            pair not in words("reporting", "needs_figure") or _is_figure(taken)
        ):
            return subject
    return None


def _figure_object(verb: Token, subject: Token) -> Token | None:
    """ "Some scholars prefer 200", "the papers printed 800 dead"."""
    taken = child(verb, "dobj") if verb.lower_ in words("reporting", "figure_objects") else None
    if taken is None or not _speaks(subject):
        return None
    figures = words("reporting", "figures") | words("reporting", "more_figures")
    told = taken.lower_ in figures and any(t.pos_ == "NUM" for t in taken.subtree)
    return subject if taken.pos_ == "NUM" or told else None


def _is_figure(noun: Token) -> bool:
    """ "Arrived at 41 dead", not "arrived at 12 houses"."""
    counted = words("grammar", "count_nouns") | words("grammar", "toll_words")
    tells = any(
        c.dep_ in {"acl", "amod"} and c.tag_ in {"VBN", "VBD", "JJ"} and c.i > noun.i
        for c in noun.children
    )
    lost = noun.lower_ in words("reporting", "losses") and any(t.like_num for t in noun.subtree)
    return noun.pos_ == "NUM" or noun.lower_ in counted or tells or lost


def announces(verb: Token) -> bool:
    """Whether the verb gives a figure that stands further on: "has revised the number of dead"."""
    taken = child(verb, "dobj")
    if taken is None or verb.lower_ not in words("reporting", "announcing"):
        return False
    figures = words("grammar", "figures_for") | words("grammar", "toll_words")
    # "Raised the number of those killed to 130" has given it.
    return taken.lower_ in figures and not any(
        t.pos_ == "NUM" and t.ent_type_ not in {"DATE", "TIME"}
        for t in verb.doc[verb.i : verb.right_edge.i + 1]
    )


def _before_colon(verb: Token, subject: Token) -> Token | None:
    """ "The council has corrected itself: 41 dead", where a number follows at once."""
    named = _speaks(subject) or subject.lower_ in words("grammar", "speaker_pronouns")
    if verb.lower_ not in words("reporting", "before_colon") or not named:
        return None
    if verb.lower_ in _DIFFER and subject.tag_ in {"NNS", "NNPS"}:
        return None  # "the sources differ: 41 by most accounts"
    colon = next((t for t in verb.doc[verb.i + 1 :] if t.text == ":"), None)
    if colon is None:
        return None
    return subject if any(t.pos_ == "NUM" for t in colon.doc[colon.i + 1 :][:_AHEAD]) else None


def governs_figure(verb: Token, branch: list[Token], trigger: Token) -> bool:
    """Whether the branch of ``verb`` that leads to the trigger is its figure."""
    colon = any(t.text == ":" for t in verb.doc[verb.i + 1 : trigger.i])
    if colon:
        return True
    below = branch[-1]
    if verb.pos_ not in {"VERB", "AUX"}:
        return below.i > verb.i and all(t.dep_ != "relcl" for t in branch)
    aside = below.dep_ in _APART and below.pos_ in {"VERB", "AUX"}
    if aside or (below.dep_ == "conj" and child(below, *_SUBJECTS) is not None):
        return False
    figures = words("grammar", "be") | words("reporting", "stand")
    figures |= words("reporting", "coming_from")
    return below.dep_ not in _SUBJECTS or verb.lower_ in figures
