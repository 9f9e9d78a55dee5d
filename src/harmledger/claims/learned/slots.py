"""What may fill the slot of a harm word: the quantities, people and names of a sentence.

"Police found three men; all had been shot": no rule joins "three men" to "shot", but the two stand
in one sentence. Every such pair is a slot; :mod:`harmledger.claims.learned.filler` weighs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.harms.treatment import where_they_work
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.ways import does_it, path
from harmledger.claims.victims.count import Counted, counted
from harmledger.claims.victims.names import is_name
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["PEOPLE", "Slot", "noun_of", "slots_of"]

#: What the filler is trained for: harm to people.
PEOPLE = frozenset(
    ("killed", "injured", "casualties", "missing", "detained", "abducted", "displaced")
)
#: Sentences with more candidates are lists or tables; they would take long and say little.
MOST = 40
#: Frames of nouns.
_NOUNS = frozenset(
    "count event suffered life fatal_event multiple condition custody in_hospital with_wounds "
    "refuge toll".split()
)
#: Harm words that are places: they tell of harm by being brought or lying there.
_PLACES = frozenset(("hospitalised", "in_hospital", "medical_center"))
#: Frames of words that tell of harm only where a rule finds it so.
_NOT_ASKED = frozenset(("none", "victims_are"))
#: Longer ways from the candidate to the word say nothing.
_FAR = 9
_HEADS = frozenset(("NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"))


@dataclass(frozen=True, slots=True)
class Slot:
    """A harm word and a phrase that may tell whom it befell; ``path`` leads from head to word."""

    counted: Counted
    trigger: Token
    word: HarmWord
    path: tuple[str, ...]


def slots_of(
    parsed: Parsed, taken: Sequence[tuple[int, int]] = (), *, wide: bool = False
) -> list[Slot]:
    """One slot for each candidate and measure of a sentence, with the nearest word of that measure.

    ``taken``: spans of the text in which no candidate may stand. ``wide``: people and names without
    a number are candidates as well, from which the weights are learned, too.
    """
    counting = wide or parsed.quantity_at or "one" in parsed.words
    triggers = list(_triggers(parsed)) if counting else []
    if not triggers:
        return []
    return [
        slot
        for one in _candidates(parsed, wide=wide)
        if not any(start < one.end and one.start < end for start, end in taken)
        for slot in _nearest(one, triggers)
    ]


def _triggers(parsed: Parsed) -> Iterator[tuple[Token, HarmWord]]:
    table = harm_words()
    for token in parsed.doc:
        for word in table.get(token.lower_, ()):
            if word.measure not in PEOPLE or word.frame in _NOT_ASKED:
                continue
            if not _stands_as(token, word):
                continue
            if word.needs_noun and not parsed.words & (word.needs_noun - {token.lower_}):
                continue
            if word.needs_verb and not parsed.words & word.needs_verb:
                continue
            yield token, word


def _stands_as(token: Token, word: HarmWord) -> bool:
    """Whether the word is of the kind that its frame needs: "Noah lives nearby" has no "lives"."""
    if token.ent_type_ == "PERSON":
        return False
    if word.id in _PLACES and where_they_work(token):
        return False
    return word.frame not in _NOUNS or token.pos_ in {"NOUN", "PROPN"}


def _candidates(parsed: Parsed, *, wide: bool) -> Iterator[Counted]:
    seen: set[tuple[int, int]] = set()
    quantities: set[int] = set()
    for token in parsed.doc:
        head = _head(parsed, token, quantities)
        if head is None and wide:
            head = _person(parsed, token)
        if head is None:
            continue
        for one in _counted(parsed, head):
            if (one.start, one.end) not in seen:
                seen.add((one.start, one.end))
                yield one
                if len(seen) >= MOST:
                    return


def _head(parsed: Parsed, token: Token, quantities: set[int]) -> Token | None:
    """The head of the phrase that the number ``token`` counts, None where there is none."""
    if token.lower_ == "one" and noun_of(token).i != token.i:
        return token
    quantity = parsed.quantity(token)
    if quantity is None or quantity.start in quantities:
        return None
    quantities.add(quantity.start)
    noun = token.head
    counts = token.dep_ in {"nummod", "amod", "det", "quantmod", "nmod", "compound", "predet"}
    return noun if counts and noun.i > token.i and noun.pos_ in _HEADS else token


def _person(parsed: Parsed, token: Token) -> Token | None:
    """``token`` where it heads a phrase for a person, told by a noun or a name."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "nmod"}:
        return None
    if token.dep_ == "appos" and is_name(parsed, token.head):
        return None  # "Ana Ruiz, a clerk": the name stands for her
    return token if is_person_word(token.lower_) or is_name(parsed, token) else None


def _counted(parsed: Parsed, head: Token) -> Iterator[Counted]:
    for one in counted(parsed, head, pronouns=False, apart=True):
        if one.head.i == head.i and one.low != 0 and _people(one) and not _label(one.head):
            yield one


def _people(one: Counted) -> bool:
    """Whether people are counted, not "two articles", "in 2009", "8,000 pages"."""
    return one.population.named or any(
        is_person_word(noun.lower_) or noun.lower_ in words("grammar", "count_nouns")
        for noun in {one.head, noun_of(one.head)}
        if noun.pos_ in {"NOUN", "PROPN"}
    )


def _label(head: Token) -> bool:
    """ "[Reporter] Were any policemen hurt?": who speaks."""
    return head.i > 0 and head.nbor(-1).text == "["


def noun_of(head: Token) -> Token:
    """The noun that says who: "two of the officers" are officers."""
    for below in head.children:
        if below.lower_ == "of":
            return next((g for g in below.children if g.dep_ == "pobj"), head)
    return head


def _nearest(one: Counted, triggers: list[tuple[Token, HarmWord]]) -> Iterator[Slot]:
    best: dict[str, tuple[tuple[int, int], Slot]] = {}
    for token, word in triggers:
        if token.i == one.head.i and word.frame not in {"count", "state"}:
            continue
        if word.measure == "displaced" and one.low == one.high == 1:
            continue  # as in the rules: one who is moved is no displacement
        if word.measure == "injured" and one.population.status == "perpetrator":
            continue  # "two suspects ran off after the shooting"
        steps = path(one.head, token)
        if len(steps) >= _FAR or "agent" in steps or does_it(token, steps):
            continue
        key = len(steps), abs(token.i - one.head.i)
        if word.measure not in best or key < best[word.measure][0]:
            best[word.measure] = key, Slot(one, token, word, steps)
    if "killed" in best and "injured" in best:
        hurt, dead = best["injured"][1], best["killed"][1]
        if hurt.word.outcome_unknown and abs(hurt.trigger.i - dead.trigger.i) <= 2:
            del best["injured"]  # "shot dead", "shot and killed"
    return (slot for _, slot in best.values())
