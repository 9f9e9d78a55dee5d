"""Words that are counted themselves: three deaths, 12 bodies, four hostages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child, of_objects
from harmledger.claims.victims.phrases import none_of
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["count"]


def count(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    if word.needs_verb and not any(t.lower_ in word.needs_verb for t in noun.doc):
        return
    if word.id == "victims_claimed" and noun.head.lower_ not in word.needs_verb:
        return
    if (units := _units(parsed, noun)) is not None:
        yield Harm(word, noun, units, None, "count")
        return
    modified = any(
        parsed.quantity(c) is not None or c.lower_ in {"some", "several"} for c in noun.children
    )
    if any(c.lower_ == "any" for c in noun.lefts) and none_of(noun) is None:
        return  # "could not recall any multiple homicides"
    modified = modified or none_of(noun) is not None or _inflicted(noun)
    named = word.id == "names_of_dead" and not modified
    if named or (word.id == "remains" and noun.lower_ == "remains"):
        for victim in of_objects(noun):
            numbered = any(parsed.quantity(t) is not None for t in (victim, *victim.lefts))
            if numbered and (is_person_word(victim.lower_) or parsed.quantity(victim) is not None):
                yield Harm(word, noun, victim, None, "count")  # not "the remains of a house"
        return
    if word.id == "idps" and (total := _beside(parsed, noun)) is not None:
        yield Harm(word, noun, total, None, "toll" if total.i > noun.i else "count")
        return
    if word.id == "graves_dug" and any(
        c.lower_ in words("grammar", "common_graves") for c in noun.lefts
    ):
        return  # "two mass graves were dug"
    if word.id == "bodies" and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        some = noun.head.head  # "41 of the bodies have been handed over"
        if child(noun, "det") is not None and parsed.quantity(some) is not None:
            yield Harm(word, noun, some, None, "count")
            return
    both = next((c for c in noun.lefts if c.lower_ == "both"), None)
    if word.id == "bodies" and both is not None:
        yield Harm(word, noun, both, None, "count")  # "both bodies bore signs of torture"
        return
    if word.id == "bodies" and modified:
        # "19 legislative bodies" are not the dead.
        modified = all(
            c.lower_ in words("grammar", "body_words")
            for c in noun.children
            if c.dep_ in {"amod", "compound"} and parsed.quantity(c) is None
        )
    if modified:
        yield Harm(word, noun, noun, None, "count")
        return
    if word.id == "hostages" and noun.head.lower_ == "as" and noun.dep_ == "pobj":
        verb = noun.head.head
        taken = child(verb, "dobj")
        if verb.lower_ in words("harm_words", "hostage", "needs_verb") and taken is not None:
            yield Harm(word, noun, taken, None, "state")  # "took as hostages two engineers"
        return
    if word.id == "bodies" and noun.lower_ == "body" and _living(noun):
        return  # "her body has swelling"
    if word.id == "bodies" and _found(noun):
        yield Harm(word, noun, noun, None, "count")
        return
    if word.id == "bodies":
        # "the bodies of 12 people": the people are counted; one body is no claim by itself.
        beside = [c for c in noun.children if c.dep_ == "conj" and c.i < noun.head.i]
        for victim in (*of_objects(noun), *beside):
            if victim in beside and not is_person_word(victim.lower_):
                continue  # the parser hangs the second of "a man and a girl" higher up
            if victim.dep_ in {"pobj", "conj", "poss"} and _someone(parsed, victim):
                yield Harm(word, noun, victim, None, "count")
        return
    if noun.head.lower_ == "of" and parsed.quantity(noun.head.head) is not None:
        yield Harm(word, noun, noun.head.head, None, "count")


def _living(body: Token) -> bool:
    """ "Her body has swelling": of one who lives, whatever the parser makes of the last word."""
    verb = body.head
    has = verb.tag_ == "VBG" and any(c.lower_ in {"has", "had"} for c in verb.lefts)
    owned = body.dep_ == "nsubj" and child(body, "poss") is not None
    return owned and (has or verb.lower_ in words("grammar", "alive"))


def _found(body: Token) -> bool:
    """ "A body was found": of somebody not told of; "the body" and "the body of" are."""
    new = body.lower_ in {"body", "corpse"} and any(c.lower_ in {"a", "an"} for c in body.lefts)
    if not new or any(c.lower_ == "of" for c in body.rights):
        return False
    above = [body.head, body.head.head, *(c for c in body.children if c.dep_ == "acl")]
    return any(t.lower_ in words("grammar", "body_finding") for t in above)


def _beside(parsed: Parsed, noun: Token) -> Token | None:
    """ "IDPs total 12,300", and a number before the noun that the parser hangs elsewhere."""
    doc = noun.doc
    before = doc[noun.i - 1] if noun.i else None
    if before is not None and parsed.quantity(before) is not None and before.head.i != noun.i:
        return before
    linked = {"total", "totals", "totalled", "number", "numbered", ":"}
    behind = doc[noun.i + 1 : noun.i + 3]
    if len(behind) == 2 and behind[0].lower_ in linked and parsed.quantity(behind[1]) is not None:
        return behind[1]
    return None


def _inflicted(noun: Token) -> bool:
    """ "Inflicted casualties on the troops": some, without a number."""
    return (
        noun.lower_ in words("grammar", "toll_nouns")
        and noun.dep_ == "dobj"
        and noun.head.lower_ in words("grammar", "inflicts")
        and not any(c.dep_ in {"det", "poss"} for c in noun.children)
    )


def _units(parsed: Parsed, noun: Token) -> Token | None:
    """The number of "67 cases of disappearance", "33 sets of remains"; of "3 KIA 5 WIA" its own."""
    if (
        noun.lower_ in words("grammar", "units_of_harm", "letters")
        and noun.i
        and parsed.quantity(noun.nbor(-1)) is not None
    ):
        return noun.nbor(-1)
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if above.lower_ not in words("grammar", "units_of_harm"):
        return None
    return next((c for c in above.lefts if parsed.quantity(c) is not None), None)


def _someone(parsed: Parsed, victim: Token) -> bool:
    """A number of people, a named person, or "a man" and not "the man"."""
    return (
        parsed.quantity(victim) is not None
        or victim.pos_ == "PROPN"
        or any(
            parsed.quantity(c) is not None or c.lower_ in {"a", "an", "another"}
            for c in victim.children
        )
    )
