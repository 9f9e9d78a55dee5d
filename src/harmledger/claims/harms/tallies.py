"""Words that are counted themselves, or that a number is given to: deaths, the toll, the dead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.harms.frames import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child, of_objects
from harmledger.claims.victims.phrases import none_of
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["count", "numbered", "toll"]


#: Behind a number, that it is of all.
_IN_ALL = frozenset((("in", "number"), ("in", "all"), ("in", "total"), ("all", "told")))
#: A grave that is one of these holds any number.
_COMMON = frozenset(("mass", "common", "communal", "collective", "shared"))


def count(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    if word.needs_verb and not any(t.lower_ in word.needs_verb for t in noun.doc):
        return
    if word.id == "victims_claimed" and noun.head.lower_ not in word.needs_verb:
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
    if word.id == "graves_dug" and any(c.lower_ in _COMMON for c in noun.lefts):
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


def toll(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The death toll rose to 41", "put the toll at 41", "a toll of 41"."""
    if word.id.startswith("label_"):
        yield from _labelled(parsed, noun, word)
        return
    if word.id == "number_of":
        yield from _number_of(parsed, noun, word)
        return
    if word.id == "total":
        near = _measures(parsed, 0, noun.i)[-1:]
        opened = {t.lower_ for t in noun.doc[max(0, noun.i - 2) : noun.i]}
        if not near or not opened & words("harm_words", "total", "openers"):
            return
        word = replace(word, measure=near[0])
    for token in noun.doc[noun.i + 1 : noun.i + 14]:
        if parsed.quantity(token) is None:
            continue
        if token.nbor(-1).lower_ in {"from"}:
            continue
        between = {t.lower_ for t in noun.doc[noun.i + 1 : token.i]}
        if _linked(between):
            yield Harm(word, noun, token, None, "toll")
        return


def _linked(between: set[str]) -> bool:
    """Whether the words between a toll and a number give it that number."""
    return bool(between & (words("grammar", "toll_links") | words("not_counts", "passed")))


def _measures(parsed: Parsed, start: int, stop: int) -> list[str]:
    """What the harm words of a stretch measure, in order: no goods, no other words for tolls."""
    found: list[str] = []
    for token in parsed.doc[start:stop]:
        for row in harm_words().get(token.lower_, ()):
            if row.frame in {"transitive", "intransitive", "state", "count"} and not row.needs_noun:
                if not row.needs_verb and row.measure not in found[-1:]:
                    found.append(row.measure)
                break
    return found


def _labelled(parsed: Parsed, token: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Killed: 12": the number directly behind the colon."""
    ahead = token.doc[token.i + 1 : token.i + 3]
    first = token.i == 0 or token.nbor(-1).is_punct or token.nbor(-1).is_space
    if len(ahead) == 2 and first and ahead[0].text == ":" and parsed.quantity(ahead[1]) is not None:
        yield Harm(word, token, ahead[1], None, "toll")


def _number_of(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The number of people killed rose to 19", "brings to 19 the number of people killed"."""
    doc = noun.doc
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ != "of":
        return
    number: Token | None = None
    for token in doc[noun.i + 2 : noun.i + 20]:
        if parsed.quantity(token) is None or token.nbor(-1).lower_ == "from":
            continue
        if _linked({t.lower_ for t in doc[max(noun.i + 2, token.i - 3) : token.i]} - {"of"}):
            number = token
        break
    stop = number.i if number is not None else min(len(doc), noun.i + 10)
    if number is None and noun.i >= 3 and doc[noun.i - 1].lower_ == "the":
        ahead = doc[noun.i - 2]
        if parsed.quantity(ahead) is not None and doc[noun.i - 3].lower_ in {"to", "at"}:
            number = ahead
    measures = sorted(set(_measures(parsed, noun.i + 2, stop)))
    if number is None or not measures:
        return
    if measures == ["injured", "killed"]:
        measures = ["casualties"]
    if len(measures) == 1:
        yield Harm(replace(word, measure=measures[0]), noun, number, None, "toll")


def numbered(parsed: Parsed, token: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The dead numbered 23", "put the injured at 37", "the number of dead at 12"."""
    before = token.nbor(-1).lower_ if token.i else ""
    if before not in {"the", "of", "number", "count"}:
        # "Estimated the Somali dead at 200".
        own = token.i > 1 and token.nbor(-1).tag_ in {"JJ", "NNP"}
        label = token.i > 0 and before == ":"  # "Hospital: dead now number 42"
        if not label and (not own or token.nbor(-2).lower_ != "the"):
            return
    beside = token.doc[token.i + 1 : token.i + 5]
    of_all = len(beside) == 4 and (beside[2].lower_, beside[3].lower_) in _IN_ALL
    if of_all and beside[0].text == "," and parsed.quantity(beside[1]) is not None:
        yield Harm(word, token, beside[1], None, "toll")  # "the wounded, 14 in number, were"
        return
    between: set[str] = set()
    for ahead in token.doc[token.i + 1 : token.i + 8]:
        if parsed.quantity(ahead) is not None:
            if between & words("grammar", "numbered") and not between & {
                "and",
                ",",
            }:
                yield Harm(word, token, ahead, None, "toll")
            return
        between.add(ahead.lower_)
