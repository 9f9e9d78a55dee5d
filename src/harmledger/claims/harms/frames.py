"""The frames of harm words: where the victims of each kind of word stand.

Every rule has a name: passive, active, participle, headline, subject, adjacent, reflexive.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.harms.clauses import without_whom
from harmledger.claims.harms.gapped import found_one_by_one, past_the_state
from harmledger.claims.harms.harm import Harm
from harmledger.claims.harms.misled import (
    hurt_by,
    listed_before,
    next_phrase,
    number_behind,
    number_hung,
)
from harmledger.claims.harms.participles import (
    carried_on,
    child_of,
    identified,
    left_beside,
    left_so,
    left_together,
    one_before,
    one_of,
    placed,
    singled_out,
)
from harmledger.claims.harms.passive import passive
from harmledger.claims.harms.several import fell_in_arms, numbered_before, of_a_family, shot_dead
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import (
    SUBJECTS,
    child,
    is_passive,
    left_quantity,
    outer_subject,
    subject_of,
)
from harmledger.claims.victims.himself import with_one_more
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["intransitive", "transitive"]

#: Reflexives for one person: the subject is one.
_SELF = frozenset(("himself", "herself"))


def transitive(parsed: Parsed, verb: Token, word: HarmWord) -> Iterator[Harm]:
    agent = child(verb, "agent")
    actor = child(agent, "pobj") if agent is not None else None
    if is_passive(verb):
        yield from passive(parsed, verb, word, actor)
        return
    if verb.dep_ == "acomp" and verb.head.lower_ in words("grammar", "stays"):
        kept = child(verb.head, *SUBJECTS)  # "six students remain kidnapped"
        if kept is not None:
            yield Harm(word, verb, kept, None, "state")
        return
    listed = child(verb.head, "attr") if verb.tag_ == "VBN" and verb.dep_ in SUBJECTS else None
    if listed is not None and verb.head.lower_ in words("grammar", "list_verbs"):
        yield Harm(word, verb, listed, None, "passive")  # "captured today were two rebels"
        return
    if (told := carried_on(verb)) is not None:
        yield Harm(word, verb, told, actor, "participle")
        return
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and is_passive(verb.head.head):
        listed = subject_of(verb.head.head)  # "were registered as displaced"
        if listed is not None:
            yield Harm(word, verb, listed, None, "passive")
        return
    if verb.dep_ == "acl" and actor is None and (hurt := hurt_by(verb)) is not None:
        yield Harm(word, verb, hurt, verb.head, "active")  # "a man shot and killed two girls"
        return
    if actor is None and (count := _before_brackets(parsed, verb)) is not None:
        yield Harm(word, verb, count, None, "adjacent")
        return
    if actor is None and (hurt := number_behind(parsed, verb)) is not None:
        yield Harm(word, verb, hurt, None, "active")  # "killed 25 guards, wounded 30"
        return
    if (before := number_hung(parsed, verb)) is not None:
        yield Harm(word, verb, before, actor, "adjacent")
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
            victim = left_so(verb) or left_together(verb.head) or singled_out(verb.head)
            victim = victim or child_of(whole, verb) or identified(whole) or of_a_family(whole)
            for one in (victim, *numbered_before(parsed, verb)):
                yield Harm(word, verb, one, actor, "participle")
            for one in one_of(verb.head):
                yield Harm(word, verb, one, actor, "participle")
        return
    victim = hurt_by(verb) or without_whom(parsed, verb)
    if victim is not None and verb.dep_ == "relcl" and victim.lower_ in {"who", "whom", "that"}:
        victim = verb.head  # "a man whom he shot"
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
            himself = himself or any(
                # "Shot his son, then himself": an apposition of the son, as the parser has it.
                o.lower_ in words("grammar", "reflexives") and o.nbor(-1).lower_ == "then"
                for o in verb.doc[victim.i + 1 : victim.i + 8]
            )
            if himself and subject is not None and not with_one_more(parsed, victim):
                # "Shot his wife and then himself".
                yield Harm(word, verb, subject, None, "reflexive")
        return
    points = words("grammar", "points_back")
    named_so = verb.dep_ in {"amod", "compound"} and verb.i and verb.nbor(-1).lower_ in points
    if named_so and is_person_word(verb.head.lower_):
        return  # "the shooting suspect"
    if word.people_only and verb.tag_ == "VBG" and (victim := next_phrase(verb)) is not None:
        yield Harm(word, verb, victim, subject_of(verb), "active")
        return
    near = left_quantity(parsed, verb)
    if verb.tag_ in {"VBN", "VBD"} or verb.pos_ == "ADJ":
        subject = child(verb, *SUBJECTS)
        if near is not None:
            yield Harm(shot_dead(verb, word), verb, near, actor, "adjacent")
        elif subject is not None and (beside := left_beside(subject)) is not None:
            yield Harm(word, verb, beside, actor, "participle")
            yield Harm(word, verb, subject, actor, "participle")
        elif subject is not None and actor is None and found_one_by_one(verb):
            yield Harm(word, verb, past_the_state(subject), None, "participle")  # "found him shot"
        elif subject is not None and verb.dep_ != "relcl" and actor is None:
            # Headlines drop the auxiliary: "Three priests killed".
            numbered = parsed.quantity(subject) or any(map(parsed.quantity, subject.children))
            # "Woman killed": only headlines leave out the article.
            bare = (
                subject.tag_ in {"NN", "NNP"}
                and is_person_word(subject.lower_)
                and verb.i > 0
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


def _before_brackets(parsed: Parsed, verb: Token) -> Token | None:
    """ "40 injured (6 critically)": the 40, of whom the brackets hold a part."""
    doc = verb.doc
    opens = verb.i + 2 < len(doc) and doc[verb.i + 1].text == "("
    if not opens or verb.i == 0 or parsed.quantity(doc[verb.i + 2]) is None:
        return None
    before = doc[verb.i - 1]
    return before if parsed.quantity(before) is not None else None


def intransitive(parsed: Parsed, verb: Token, word: HarmWord) -> Iterator[Harm]:
    if word.id == "fell_in_arms" and not fell_in_arms(verb, word):
        return
    own = child(verb, *SUBJECTS)
    if own is None and (listed := listed_before(parsed, verb)) is not None:
        yield Harm(word, verb, listed, None, "subject")
        return
    if own is None and verb.dep_ == "amod" and verb.tag_ == "VBG":
        return  # "to save a drowning boy": what became of him is open
    if own is None and verb.dep_ in {"acl", "amod"} and verb.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        yield Harm(word, verb, verb.head, None, "participle")
        return
    subject = subject_of(verb) or _right_before(parsed, verb)
    if subject is None and verb.dep_ == "relcl" and verb.lower_ == "fled":
        subject = verb.head  # "300 people in the camp, having fled from the valley"
    if subject is not None:
        yield Harm(word, verb, subject, None, "subject")


def _right_before(parsed: Parsed, verb: Token) -> Token | None:
    """ "In the siege of Leningrad 900 died": the number that the parser gives to the name."""
    near = verb.nbor(-1) if verb.i else None
    if near is None or parsed.quantity(near) is None or verb.tag_ not in {"VBD", "VBP"}:
        return None
    return near if near.dep_ == "nummod" and near.head.i < near.i else None
