"""Ways to reject a figure without a verb of denying: "called the reports false", "no truth in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.untrue import false_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_nobody", "called_so", "changes_to", "kept_from", "none_of_it", "not_among"]

#: Ways in which those among the dead hang on the verb that says so.
_AMONG = frozenset(("pobj", "acl", "relcl"))
#: Ways in which what is called so hangs on the verb that calls it so.
_TOLD = frozenset(("dobj", "ccomp", "oprd", "nsubjpass"))


def not_among(trigger: Token) -> Token | None:
    """ "Three policemen were not among the dead", "not among those killed": the verb."""
    above: Token = trigger
    while above.dep_ in _AMONG and above.head.i < above.i and above.lower_ != "among":
        above = above.head
    if above.lower_ != "among":
        return None
    verb = above.head
    negated = any(c.dep_ == "neg" for c in verb.children)
    return verb if negated or (above.i and above.nbor(-1).lower_ == "not") else None


def none_of_it(noun: Token) -> bool:
    """ "No evidence that 12 died", "no truth in reports that"; "it is not the case that"."""
    if noun.lower_ in words("stance", "none_of_it"):
        return any(c.lower_ == "no" for c in noun.children)
    said = noun.dep_ == "attr" and noun.lower_ in words("stance", "true")
    return said and any(c.dep_ == "neg" for c in noun.head.children)


def called_so(verb: Token, told: Token) -> bool:
    """ "Called reports that 12 died an exaggeration", "dismissed as exaggerated a report".

    ``told``: the word below ``verb`` through which it bears on the harm.
    """
    false = false_words()
    if verb.lower_ in false and verb.dep_ == "advcl" and told.dep_ == "dobj":
        return any(c.lower_ == "as" for c in verb.lefts)
    if verb.lower_ not in words("stance", "calling") or told.dep_ not in _TOLD:
        return False
    for token in verb.doc[told.i + 1 : verb.right_edge.i + 1]:
        if token.lower_ in false:
            before = [t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]]
            return not {"not", "no"} & {*before}
    return False


def kept_from(verb: Token, told: Token) -> bool:
    """ "Twelve wounded men were denied treatment": what they did not get, and no denial.

    ``told``: the word below ``verb`` through which it bears on the harm.
    """
    if told.dep_ == "dative" and is_person_word(told.lower_):
        return True
    got = any(c.dep_ in {"dobj", "oprd"} for c in verb.children)
    return told.dep_ == "nsubjpass" and got and is_person_word(told.lower_)


def by_nobody(verb: Token) -> bool:
    """ "Did not deny that", "nobody disputes any more that": the figure stands.

    So it does where one neither confirms nor denies it.
    """
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    if verb.dep_ == "conj" and verb.head.lower_.startswith("confirm"):
        between = {t.lower_ for t in verb.doc[verb.head.i + 1 : verb.i]}
        if between & {"nor", "or"}:
            return True
    doers = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    none = words("grammar", "zero")
    return any(c.lower_ in none or any(d.lower_ in none for d in c.lefts) for c in doers)


def changes_to(verb: Token) -> bool:
    """ "Corrected the number of dead from 202 to 190": the 190 is what now stands."""
    ahead = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    return any(t.lower_ == "to" and t.nbor(1).pos_ == "NUM" for t in ahead[:-1])
