"""Questions to a dependency parse: subjects, objects, voice, and the number nearby."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = [
    "SUBJECTS",
    "child",
    "finite",
    "is_passive",
    "labels",
    "left_quantity",
    "objects",
    "of_objects",
    "outer_subject",
    "subject_of",
]


SUBJECTS = ("nsubj", "nsubjpass")


_CHAIN = ("conj", "xcomp", "advcl", "ccomp", "acl", "oprd")


def child(token: Token, *labels: str) -> Token | None:
    return next((below for below in token.children if below.dep_ in labels), None)


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` stands in the passive, its own or its first conjunct's auxiliary."""
    if child(verb, "auxpass", "nsubjpass"):
        return True
    if verb.tag_ == "VBD" and child(verb, "agent") and not child(verb, "dobj", "aux"):
        return child(verb, "nsubj") is not None  # "A child grazed by a bullet": a headline
    if verb.tag_ == "VBN" and any(
        c.dep_ == "aux" and c.lower_ in words("grammar", "be") for c in verb.children
    ):
        return True
    if verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "conj":
        # With a subject of its own, too: "A driver was killed and his bodyguard wounded".
        return (
            verb.head.pos_ in {"VERB", "ADJ"} and not child(verb, "dobj") and is_passive(verb.head)
        )
    if verb.tag_ == "VBN" and verb.dep_ in {"ccomp", "oprd"} and not child(verb, "dobj", *SUBJECTS):
        return is_passive(verb.head)  # "was found fatally shot"
    if _fatally(verb):
        found = verb.head.lower_ in words("grammar", "result_verbs")
        return found and not child(verb, "dobj", *SUBJECTS) and is_passive(verb.head)
    return verb.tag_ == "VBN" and verb.dep_ == "xcomp" and not child(verb, "dobj")


def _fatally(verb: Token) -> bool:
    """ "Was found fatally shot", as the parser may have it: an adverb and nothing else."""
    lefts = list(verb.lefts)
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and all(t.pos_ == "ADV" for t in lefts)


def labels(token: Token, verb: Token) -> bool:
    """ "Police: child shot himself", "Derry, 2 May: two died": before a colon stands no subject."""
    return any(t.text == ":" for t in token.doc[token.i + 1 : verb.i])


def _age(number: Token) -> bool:
    """ "A boy younger than 12": the parser may take the number for a second subject."""
    return number.pos_ == "NUM" and any(c.lower_ in {"younger", "older"} for c in number.lefts)


def _told_more(one: Token, behind: Token) -> bool:
    """ "One of the victims, a woman leaving the church, was hit": the second tells of the first."""
    opens = behind.left_edge
    return opens.i > one.i + 1 and opens.lower_ in {"a", "an"} and opens.nbor(-1).text in {",", "-"}


def subject_of(verb: Token) -> Token | None:
    """The subject of ``verb``, inherited along conjunction and control where it has none."""
    for _ in range(5):
        # Of two subjects, which only a slip of the parser gives, the nearer one is meant.
        # "A boy remained hospitalised": the parser may hang the subject on the auxiliary.
        below = [*verb.children, *(b for a in verb.lefts if a.dep_ == "auxpass" for b in a.lefts)]
        own = [b for b in below if b.dep_ in SUBJECTS and b.lower_ != "whom"]
        own = [b for b in own if not labels(b, verb)]
        own = [b for b in own if len(own) == 1 or not _age(b)]
        subject = max(own, key=lambda below: (below.i < verb.i, below.i), default=None)
        if own and subject is not None and own[0].lower_ == "one" and _told_more(own[0], subject):
            subject = own[0]
        if subject is not None:
            if subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
                return verb.head
            return subject
        if verb.dep_ == "relcl" and any(b.lower_ == "whom" for b in verb.children):
            return verb.head  # "four of whom died"
        if verb.dep_ not in _CHAIN or verb.head.i == verb.i:
            return None
        if (beside := _misjoined(verb)) is not None:
            return beside
        said = verb.dep_ == "ccomp" and verb.head.lower_ in words("reporting", "verbs")
        if said and not is_passive(verb.head):
            return None  # who says it is not who was harmed
        if verb.dep_ == "acl":
            return verb.head
        forced = child(verb.head, "dobj") if verb.dep_ == "xcomp" else None
        if forced is not None and any(c.lower_ == "to" for c in verb.lefts):
            return forced  # "forced 300 people to flee"
        verb = verb.head
        if verb.pos_ in {"NOUN", "PROPN", "NUM"}:
            return verb
    return None


def _misjoined(verb: Token) -> Token | None:
    """ "Ana died of her injuries and Luis was listed": Luis, whom the parser joins to injuries."""
    helper = child(verb, "auxpass", "aux")
    before = helper.nbor(-1) if helper is not None and helper.i > 0 else None
    if before is None or verb.dep_ != "conj" or before.dep_ != "conj" or before.i < verb.head.i:
        return None
    person = before.pos_ == "PROPN" or is_person_word(before.lower_)
    return before if person and not is_person_word(before.head.lower_) else None


def outer_subject(verb: Token) -> Token | None:
    """The subject of the clause that "before killing himself", "after being shot" hang on."""
    for above in verb.ancestors:
        if above.pos_ in {"VERB", "AUX"} and (subject := subject_of(above)) is not None:
            return subject
    return None


def left_quantity(parsed: Parsed, trigger: Token, reach: int = 5) -> Token | None:
    """A quantity (or the noun it counts) directly left of ``trigger``, skipping filler words."""
    noun: Token | None = None
    for step in range(1, reach + 1):
        if trigger.i - step < 0:
            return None
        token = trigger.doc[trigger.i - step]
        if parsed.quantity(token) is not None:
            return noun if noun is not None and token.head.i == noun.i else token
        if token.pos_ in {"NOUN", "PROPN", "ADJ"} and token.lower_ not in words(
            "grammar", "fillers"
        ):
            noun = noun or (token if token.pos_ != "ADJ" else None)
        elif token.lower_ not in words("grammar", "fillers") and token.pos_ not in {"ADV", "AUX"}:
            return None
    return None


def objects(verb: Token) -> Token | None:
    found = child(verb, "dobj")
    if found is not None:
        return found
    for other in verb.rights:
        # "Clashes displaced 86,000 people": a number that the parser took for a span of time.
        counts = any(c.dep_ == "nummod" for c in other.children)
        if (
            other.dep_ == "npadvmod"
            and counts
            and other.tag_ == "NNS"
            and other.left_edge.i == verb.i + 1
        ):
            return other
    # "killed and wounded 12": the object stands with the last verb.
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ == "VERB" and not child(other, *SUBJECTS):
            # Not "shot at them and killed two"; "during the raid, they shot and killed two" is.
            between = any(c.dep_ in {"prep", "agent"} for c in verb.children if c.i > verb.i)
            found = objects(other)
            if found is not None and not between:
                return found
    return None


def of_objects(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "to", "among"}:
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ == "poss":
            yield child


def finite(verb: Token) -> bool:
    """Whether ``verb`` heads a finite clause: "were killed", "has died", "that 12 died"."""
    if verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(
        c.tag_ in {"VBD", "VBZ", "VBP", "MD"} and c.dep_ in {"aux", "auxpass", "cop"}
        for c in verb.children
    )
