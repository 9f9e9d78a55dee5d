"""The frames of harm words: where the victims of each kind of word stand.

Every rule has a name: passive, active, participle, headline, subject, adjacent, reflexive, with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from harmledger.claims.gate import HarmWord
from harmledger.claims.lexicon import words
from harmledger.claims.misled import swallowed, told_victim
from harmledger.claims.parse import Parsed
from harmledger.claims.participles import (
    all_of,
    carried_on,
    identified,
    left_so,
    named_ahead,
    one_before,
    one_of,
    placed,
    singled_out,
)
from harmledger.claims.people import is_person_word
from harmledger.claims.syntax import (
    SUBJECTS,
    child,
    is_passive,
    left_quantity,
    objects,
    outer_subject,
    subject_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = [
    "Harm",
    "fatally",
    "intransitive",
    "shot_noun",
    "together",
    "transitive",
    "turned_on",
]


#: Reflexives for one person: the subject is one.
_SELF = frozenset(("himself", "herself"))


@dataclass(frozen=True, slots=True)
class Harm:
    """One predicate of harm with one victim phrase, by the head token of that phrase."""

    word: HarmWord
    trigger: Token
    victim: Token
    actor: Token | None
    rule: str


def transitive(parsed: Parsed, verb: Token, word: HarmWord) -> Iterator[Harm]:
    agent = child(verb, "agent")
    actor = child(agent, "pobj") if agent is not None else None
    if is_passive(verb):
        near = None if child(verb, *SUBJECTS) else left_quantity(parsed, verb)
        # "2 were killed and 5 wounded": the nearer number is the victim of the second verb.
        victim = near if near is not None and verb.dep_ == "conj" else subject_of(verb)
        if victim is None and verb.dep_ == "pcomp":
            victim = outer_subject(verb)  # "in hospital after being shot"
        if victim is None or victim.pos_ == "ADP":
            # "Of the 40 hurt, 12 have been moved": the parser takes "of" for the subject.
            first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)
            victim = left_quantity(parsed, first, reach=2) or near or _behind(verb)
        if victim is not None and victim.lower_ in words("not_counts", "months"):
            victim = _not_the_date(parsed, verb) or victim
        victim = told_victim(verb) or victim
        if victim is not None and (more := swallowed(parsed, victim)) is not None:
            yield Harm(word, verb, more, actor, "passive")
        if victim is not None:
            victim = named_ahead(victim) or identified(victim) or all_of(victim, verb) or victim
            yield Harm(word, verb, victim, actor, "passive")
        return
    if (told := carried_on(verb)) is not None:
        yield Harm(word, verb, told, actor, "participle")
        return
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and is_passive(verb.head.head):
        listed = subject_of(verb.head.head)  # "were registered as displaced"
        if listed is not None:
            yield Harm(word, verb, listed, None, "passive")
        return
    if verb.dep_ == "acl" and actor is None and (hurt := objects(verb)) is not None:
        yield Harm(word, verb, hurt, verb.head, "active")  # "a man shot and killed two girls"
        return
    compound = verb.dep_ == "compound" and verb.lower_ in words("grammar", "only_participles")
    if (verb.dep_ in {"acl", "amod"} or compound) and (
        verb.tag_ in {"VBN", "VBD", "JJ"} or verb.lower_ in words("grammar", "only_participles")
    ):
        if verb.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
            whole = verb.head
            while whole.dep_ == "compound" and verb.dep_ == "amod":
                whole = whole.head  # "slain school principal Ana Lund"
            if placed(whole):
                # "Was found in his garage shot in the head": not the garage.
                whole = subject_of(whole.head.head) or whole
            victim = left_so(verb) or singled_out(verb.head) or identified(whole) or whole
            yield Harm(word, verb, victim, actor, "participle")
            for one in one_of(verb.head):
                yield Harm(word, verb, one, actor, "participle")
        return
    victim = objects(verb)
    if victim is not None:
        own = victim.lower_ in words("grammar", "reflexives") and not list(victim.conjuncts)
        # "He shot himself", "before killing himself": the subject is harmed, by nobody else.
        subject = subject_of(verb)
        if subject is None and (own or verb.dep_ == "pcomp"):
            subject = outer_subject(verb)
        if own and subject is not None and subject.tag_ == "NNS" and victim.lower_ in _SELF:
            subject = one_before(verb) or subject
        if own and subject is not None:
            yield Harm(word, verb, subject, None, "reflexive")
        else:
            yield Harm(word, verb, victim, subject, "active")
            himself = any(o.lower_ in words("grammar", "reflexives") for o in verb.rights)
            himself = himself or any(
                o.lower_ in words("grammar", "reflexives") for o in victim.conjuncts
            )
            if himself and subject is not None:
                # "Shot his wife and then himself".
                yield Harm(word, verb, subject, None, "reflexive")
        return
    if word.people_only and verb.tag_ == "VBG" and (victim := _next_phrase(verb)) is not None:
        yield Harm(word, verb, victim, subject_of(verb), "active")
        return
    near = left_quantity(parsed, verb)
    if verb.tag_ in {"VBN", "VBD"} or verb.pos_ == "ADJ":
        subject = child(verb, *SUBJECTS)
        if near is not None:
            yield Harm(word, verb, near, actor, "adjacent")
        elif (
            subject is not None
            and verb.dep_ in {"ccomp", "xcomp", "conj"}
            and (
                verb.head.lower_ in words("grammar", "result_verbs")
                and actor is None
                and not child(verb, "aux", "mark")
            )
        ):
            yield Harm(word, verb, subject, None, "participle")  # "found a man shot"
        elif subject is not None and verb.dep_ != "relcl" and actor is None:
            # Headlines drop the auxiliary: "Three priests killed".
            numbered = parsed.quantity(subject) or any(map(parsed.quantity, subject.children))
            # "Woman killed": only headlines leave out the article.
            bare = (
                subject.tag_ in {"NN", "NNP"}
                and is_person_word(subject.lower_)
                and verb.nbor(-1) == subject
            )
            bare = bare and not any(c.dep_ in {"det", "poss"} for c in subject.children)
            if numbered or bare or parsed.sentence.kind == "headline":
                yield Harm(word, verb, subject, actor, "headline")
                for other in verb.lefts:
                    # "4 Women, Man Shot": the first of the list, which the parser hangs apart.
                    counts = any(map(parsed.quantity, other.children))
                    if other.dep_ == "npadvmod" and counts and is_person_word(other.lower_):
                        yield Harm(word, verb, other, actor, "headline")


def _not_the_date(parsed: Parsed, verb: Token) -> Token | None:
    """ "Between 1 and 9 May, 700 families were displaced": the parser takes the month for the
    subject; the last number before the verb and outside brackets is."""
    depth = 0
    for token in reversed(verb.doc[: verb.i]):
        depth += {")": 1, "(": -1}.get(token.text, 0)
        if depth == 0 and parsed.quantity(token) is not None:
            return token
    return None


def _behind(participle: Token) -> Token | None:
    """ "Also injured were a driver and his son": the subject that stands behind its verb."""
    doc = participle.doc
    if any(
        t.pos_ not in {"ADV", "CCONJ", "PUNCT"} for t in doc[participle.sent.start : participle.i]
    ):
        return None
    for token in doc[participle.i + 1 : participle.i + 9]:
        if token.lower_ in {"was", "were", "is", "are"}:
            return _first_phrase(token)
        if token.pos_ == "VERB":
            return None
    return None


def _next_phrase(verb: Token) -> Token | None:
    """ "Accused of killing Ida Hall": the phrase right behind, where the parser lost the object."""
    first = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if first is None or first.pos_ not in {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"}:
        return None
    for token in (first, *first.ancestors):
        if token.i > verb.i and token.pos_ in {"NOUN", "PROPN"} and token.head.i < verb.i:
            return token if token.dep_ in {"appos", "conj", "dobj", "pobj", "dep"} else None
    return None


def _first_phrase(verb: Token) -> Token | None:
    """The head of the noun phrase directly behind ``verb``."""
    for token in verb.doc[verb.i + 1 : verb.i + 8]:
        if token.pos_ in {"NOUN", "PROPN", "NUM"} and (
            token.head.i <= verb.i or token.dep_ in SUBJECTS
        ):
            return token
        if token.pos_ not in {"NOUN", "PROPN", "NUM", "DET", "ADJ", "PUNCT", "PRON"}:
            return None
    return None


def shot_noun(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Four women, man shot at market": headlines, where the parser takes "shot" for a noun."""
    if noun.i == 0 or child(noun, "det", "poss"):
        return
    before = noun.nbor(-1)
    if not (is_person_word(before.lower_) and before.head.i in {noun.i, noun.head.i}):
        return
    if parsed.quantity(before) is not None or before.dep_ == "poss":
        return
    near = left_quantity(parsed, noun)
    yield Harm(word, noun, before if near is None else near, None, "headline")
    if noun.dep_ in {"appos", "conj"} and noun.head.i < before.i:
        yield Harm(word, noun, noun.head, None, "headline")


def intransitive(verb: Token, word: HarmWord) -> Iterator[Harm]:
    own = child(verb, *SUBJECTS)
    if own is None and verb.dep_ in {"acl", "amod"} and verb.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        yield Harm(word, verb, verb.head, None, "participle")
        return
    subject = subject_of(verb)
    if subject is None and verb.dep_ == "relcl" and verb.lower_ == "fled":
        subject = verb.head  # "300 people in the camp, having fled from the valley"
    if subject is not None:
        yield Harm(word, verb, subject, None, "subject")


def turned_on(verb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Turned the gun on himself": the subject."""
    weapon = child(verb, "dobj")
    if weapon is None or weapon.lower_ not in words("things", "firearms"):
        return
    upon = [c for b in (verb, weapon) for c in b.children if c.lower_ in {"on", "upon"}]
    if any(v.lower_ in words("grammar", "reflexives") for c in upon for v in c.children):
        subject = subject_of(verb) or outer_subject(verb)
        if subject is not None:
            yield Harm(word, verb, subject, None, "reflexive")


def together(harm: Harm) -> Iterator[Harm]:
    """ "Killed along with two others", "Prat, together with his son, died": those with them."""
    for part in (harm.trigger, harm.victim):
        for front in part.children:
            if front.lower_ not in {"along", "together"}:
                continue
            behind = [c for c in (*front.children, *part.children) if c.lower_ == "with"]
            for preposition in behind:
                other = child(preposition, "pobj")
                if other is not None:
                    yield replace(harm, victim=other, rule="with")


def fatally(parsed: Parsed, adverb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Fatally shot" and "four were shot, one fatally"."""
    near = left_quantity(parsed, adverb, reach=2)
    if near is not None and not any(t.pos_ == "VERB" for t in adverb.doc[near.i : adverb.i]):
        yield Harm(word, adverb, near, None, "adjacent")
    elif adverb.head.pos_ in {"VERB", "ADJ"}:
        for harm in transitive(parsed, adverb.head, word):
            yield Harm(word, adverb.head, harm.victim, harm.actor, harm.rule)
