"""From a harm word to the noun phrases that were harmed: dependency rules with adjacency behind.

Every rule has a name, which ``--explain`` will print: passive, active, relative, participle,
subject, state, count, event, toll, adjacent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.gate import HarmWord, harm_words
from harmledger.claims.lexicon import words
from harmledger.claims.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Harm", "find_harms", "subject_of"]

_SUBJECTS = ("nsubj", "nsubjpass")
_CHAIN = ("conj", "xcomp", "advcl", "ccomp", "acl")


@dataclass(frozen=True, slots=True)
class Harm:
    """One predicate of harm with one victim phrase, by the head token of that phrase."""

    word: HarmWord
    trigger: Token
    victim: Token
    actor: Token | None
    rule: str


def _child(token: Token, *labels: str) -> Token | None:
    return next((child for child in token.children if child.dep_ in labels), None)


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` stands in the passive, its own or its first conjunct's auxiliary."""
    if _child(verb, "auxpass", "nsubjpass"):
        return True
    if verb.tag_ == "VBN" and any(
        c.dep_ == "aux" and c.lower_ in words("grammar", "be") for c in verb.children
    ):
        return True
    if verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "conj" and not _child(verb, *_SUBJECTS):
        return (
            verb.head.pos_ in {"VERB", "ADJ"} and not _child(verb, "dobj") and is_passive(verb.head)
        )
    return verb.tag_ == "VBN" and verb.dep_ == "xcomp" and not _child(verb, "dobj")


def subject_of(verb: Token) -> Token | None:
    """The subject of ``verb``, inherited along conjunction and control where it has none."""
    for _ in range(5):
        subject = _child(verb, *_SUBJECTS)
        if subject is not None:
            if subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
                return verb.head
            return subject
        if verb.dep_ not in _CHAIN or verb.head.i == verb.i:
            return None
        if verb.dep_ == "acl":
            return verb.head
        verb = verb.head
        if verb.pos_ in {"NOUN", "PROPN", "NUM"}:
            return verb
    return None


def _left_quantity(parsed: Parsed, trigger: Token, reach: int = 5) -> Token | None:
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


def _objects(verb: Token) -> Token | None:
    found = _child(verb, "dobj")
    if found is not None:
        return found
    # "killed and wounded 12": the object stands with the last verb.
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not _child(child, *_SUBJECTS):
            found = _objects(child)
            if found is not None and not _child(verb, "prep", "agent"):
                return found
    return None


def _transitive(parsed: Parsed, verb: Token, word: HarmWord) -> Iterator[Harm]:
    agent = _child(verb, "agent")
    actor = _child(agent, "pobj") if agent is not None else None
    if is_passive(verb):
        near = None if _child(verb, *_SUBJECTS) else _left_quantity(parsed, verb)
        # "2 were killed and 5 wounded": the nearer number is the victim of the second verb.
        victim = near if near is not None and verb.dep_ == "conj" else subject_of(verb)
        if victim is None:
            victim = near
        if victim is not None:
            yield Harm(word, verb, victim, actor, "passive")
        return
    if verb.dep_ in {"acl", "amod"} and verb.tag_ in {"VBN", "VBD", "JJ"}:
        if verb.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
            yield Harm(word, verb, verb.head, actor, "participle")
        return
    victim = _objects(verb)
    if victim is not None:
        yield Harm(word, verb, victim, subject_of(verb), "active")
        return
    near = _left_quantity(parsed, verb)
    if verb.tag_ in {"VBN", "VBD"} or verb.pos_ == "ADJ":
        subject = _child(verb, *_SUBJECTS)
        if near is not None:
            yield Harm(word, verb, near, actor, "adjacent")
        elif subject is not None and verb.dep_ != "relcl" and actor is None:
            # Headlines drop the auxiliary: "Three priests killed".
            numbered = parsed.quantity(subject) or any(map(parsed.quantity, subject.children))
            if numbered or parsed.sentence.kind == "headline":
                yield Harm(word, verb, subject, actor, "headline")


def _intransitive(verb: Token, word: HarmWord) -> Iterator[Harm]:
    if verb.dep_ in {"acl", "amod"} and verb.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        yield Harm(word, verb, verb.head, None, "participle")
        return
    subject = subject_of(verb)
    if subject is not None:
        yield Harm(word, verb, subject, None, "subject")


def _state(parsed: Parsed, token: Token, word: HarmWord) -> Iterator[Harm]:
    if token.pos_ == "VERB" and _child(token, "dobj", *_SUBJECTS) is not None:
        subject = _child(token, *_SUBJECTS)
        if word.measure == "missing" and subject is not None:
            yield Harm(word, token, subject, None, "state")
        return
    yield from _included(token, word)
    near = _left_quantity(parsed, token)
    # "40 dead and 12 missing", "12 dead": the word itself is counted.
    if any(child.dep_ == "nummod" for child in token.children):
        yield Harm(word, token, token, None, "count")
    elif token.dep_ in {"amod", "acl"} and token.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        yield Harm(word, token, token.head, None, "state")
    elif near is not None:
        yield Harm(word, token, near, None, "adjacent")
    elif token.dep_ in {
        "acomp",
        "oprd",
        "attr",
        "xcomp",
        "ccomp",
        "conj",
        "advcl",
        "advmod",
        "dobj",
    }:
        head = token.head
        if head.dep_ == "conj" and head.pos_ == "ADJ":
            head = head.head
        victim = None
        if head.lower_ in words("grammar", "result_verbs"):
            victim = _child(head, "dobj") or (subject_of(head) if is_passive(head) else None)
        elif _child(token, *_SUBJECTS) is not None:
            victim = _child(token, *_SUBJECTS)
        else:
            victim = subject_of(head) if head.pos_ in {"VERB", "AUX", "ADJ"} else None
        if victim is not None and victim.i != token.i:
            yield Harm(word, token, victim, None, "state")


def _included(token: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The dead include 13 staff", "the injured were 12 men": the verb lists who they are."""
    if _child(token, "det") is None or token.dep_ not in _SUBJECTS:
        return
    if token.head.lower_ in words("grammar", "list_verbs"):
        listed = _child(token.head, "dobj", "attr")
        if listed is not None:
            yield Harm(word, token, listed, None, "include")


def _of_objects(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "to", "among"}:
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ == "poss":
            yield child


def _event(noun: Token, word: HarmWord) -> Iterator[Harm]:
    for victim in _of_objects(noun):
        yield Harm(word, noun, victim, None, "event")


def _fatally(parsed: Parsed, adverb: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Fatally shot" and "four were shot, one fatally"."""
    near = _left_quantity(parsed, adverb, reach=2)
    if near is not None and not any(t.pos_ == "VERB" for t in adverb.doc[near.i : adverb.i]):
        yield Harm(word, adverb, near, None, "adjacent")
    elif adverb.head.pos_ in {"VERB", "ADJ"}:
        for harm in _transitive(parsed, adverb.head, word):
            yield Harm(word, adverb.head, harm.victim, harm.actor, harm.rule)


def _count(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    if word.needs_verb and not any(t.lower_ in word.needs_verb for t in noun.doc):
        return
    modified = any(
        parsed.quantity(c) is not None or c.lower_ in {"no", "some", "several"}
        for c in noun.children
    )
    if modified:
        yield Harm(word, noun, noun, None, "count")
        return
    if word.id == "bodies":
        # "the bodies of 12 people": the people are counted; one body is no claim by itself.
        for victim in _of_objects(noun):
            if parsed.quantity(victim) or any(parsed.quantity(c) for c in victim.children):
                yield Harm(word, noun, victim, None, "count")
        return
    if noun.head.lower_ == "of" and parsed.quantity(noun.head.head) is not None:
        yield Harm(word, noun, noun.head.head, None, "count")


def _toll(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The death toll rose to 41", "put the toll at 41", "a toll of 41"."""
    for token in noun.doc[noun.i + 1 : noun.i + 14]:
        if parsed.quantity(token) is None:
            continue
        if token.nbor(-1).lower_ in {"from"}:
            continue
        between = {t.lower_ for t in noun.doc[noun.i + 1 : token.i]}
        if between & words("grammar", "toll_links"):
            yield Harm(word, noun, token, None, "toll")
        return


def _numbered(parsed: Parsed, token: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The dead numbered 23", "put the injured at 37", "the number of dead at 12"."""
    before = token.nbor(-1).lower_ if token.i else ""
    if before not in {"the", "of", "number", "count"}:
        return
    between: set[str] = set()
    for ahead in token.doc[token.i + 1 : token.i + 5]:
        if parsed.quantity(ahead) is not None:
            if between & words("grammar", "numbered") and not between & {
                "and",
                ",",
            }:
                yield Harm(word, token, ahead, None, "toll")
            return
        between.add(ahead.lower_)


def find_harms(parsed: Parsed) -> list[Harm]:
    """The harms of a sentence in text order, one for each victim phrase."""
    table = harm_words()
    lowered = {token.lower_ for token in parsed.doc}
    found: list[Harm] = []
    for token in parsed.doc:
        for word in table.get(token.lower_, ()):
            if word.needs_noun and not lowered & (word.needs_noun - {token.lower_}):
                continue
            if word.needs_verb and not lowered & word.needs_verb:
                continue
            if word.particle and word.particle not in {
                t.lower_ for t in token.doc[token.i + 1 : token.i + 5]
            }:
                continue
            found.extend(_harms_of(parsed, token, word))
    return found


def _harms_of(parsed: Parsed, token: Token, word: HarmWord) -> Iterator[Harm]:
    verbal = (
        token.pos_ in {"VERB", "AUX"}
        or token.tag_ in {"VBN", "VBD", "VBG"}
        or (token.pos_ == "ADJ" and token.dep_ in {"acl", "amod", "conj", "ROOT"})
    )
    match word.frame:
        case "transitive" if verbal:
            yield from _transitive(parsed, token, word)
        case "transitive" if token.pos_ in {"PROPN", "NOUN"} and token.lower_.endswith("ed"):
            near = _left_quantity(parsed, token)
            if near is not None:
                yield Harm(word, token, near, None, "adjacent")
        case "intransitive" if verbal:
            yield from _intransitive(token, word)
        case "state":
            yield from _state(parsed, token, word)
            yield from _numbered(parsed, token, word)
        case "event" if token.pos_ in {"NOUN", "PROPN", "VERB"} and not _child(token, "dobj"):
            yield from _event(token, word)
        case "count" if token.pos_ in {"NOUN", "PROPN"}:
            yield from _count(parsed, token, word)
        case "adverb":
            yield from _fatally(parsed, token, word)
        case "toll":
            yield from _toll(parsed, token, word)
        case _:
            return
