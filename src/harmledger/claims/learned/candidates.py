"""Whom a harm word of a sentence may have befallen: every phrase that counts somebody.

Numbers, persons, names and pronouns, phrases joined by "and" also as one, and plurals that no rule
counts: more than rules would take, since what decides is learned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from harmledger.claims.drafts.undone import of_a_rate
from harmledger.claims.learned.slots import Slot, label, noun_of, number_head
from harmledger.claims.parsing.lowerwords import lower_words
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child, is_passive
from harmledger.claims.parsing.ways import path
from harmledger.claims.victims.count import Counted, counted
from harmledger.claims.victims.names import is_name
from harmledger.claims.victims.oneperson import of_kin
from harmledger.claims.victims.phrases import item
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Words", "candidates_of", "heads_of"]

#: The harm words of a sentence, each with its row.
Words = Sequence[tuple["Token", HarmWord]]
#: Sentences with more candidates are lists or tables.
_MOST = 80
#: From this number on only a rule makes a claim: one of a utility's 660,000 customers taken for the
#: dead would do more harm than one missed.
_LARGE = 1000
#: Pronouns that may count somebody, those of several and those of a person who did it, too.
_SEVERAL = frozenset("they them those".split())
_SELVES = frozenset("himself herself myself".split())
_PRONOUNS = _SEVERAL | _SELVES
_PRONOUNS |= frozenset("he she him her i me both all some many several others".split())
#: Where the name of somebody stands in a clause, and what the name finder may call it.
_NAMED = frozenset("nsubj nsubjpass conj dobj appos pobj attr poss ROOT".split())
_MAY_BE = frozenset(("", "PERSON", "ORG"))
_HEADS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))


def heads_of(
    parsed: Parsed, taken: Sequence[tuple[int, int]] = (), *, wide: bool = False
) -> Iterator[Token]:
    """The words of a sentence that may stand for people and lie in none of the spans ``taken``.

    ``wide``: also nouns that no list knows as people, from which the weights are learned, too.
    """
    for head in _heads(parsed):
        at = parsed.start(head)
        free = not any(start <= at < end for start, end in taken)
        if free and (wide or _person(parsed, head)):
            yield head


def candidates_of(
    parsed: Parsed,
    heads: Iterable[Token],
    near: Words,
    taken: Sequence[tuple[int, int]] = (),
    *,
    wide: bool = False,
) -> list[Slot]:
    """One slot for each phrase of the ``heads`` and each measure, with its nearest harm word.

    ``near``: the harm words of the sentence. ``taken``: spans of the text that no phrase may touch.
    ``wide``: phrases that others head, too, and of any size.
    """
    return [
        slot
        for one in _phrases(parsed, heads, wide=wide)
        if (wide or (one.low or one.high or 0) < _LARGE)
        and not any(start < one.end and one.start < end for start, end in taken)
        for slot in _nearest(parsed, one, near)
    ]


def _phrases(parsed: Parsed, heads: Iterable[Token], *, wide: bool) -> Iterator[Counted]:
    seen: set[tuple[int, int, int | None, int | None]] = set()
    for head in heads:
        for one in _counted(parsed, head, wide=wide):
            key = (one.start, one.end, one.low, one.high)
            if one.low != 0 and key not in seen and not label(one.head):
                seen.add(key)
                yield one
        if len(seen) >= _MOST:
            return


def _heads(parsed: Parsed) -> Iterator[Token]:
    quantities: set[int] = set()
    for token, low in zip(parsed.doc, lower_words(parsed.doc), strict=True):
        numbered = low == "one" or token.i in parsed.quantity_at
        if _one_family(token):
            continue
        head = number_head(parsed, token, quantities) if numbered else None
        if head is not None:
            yield head
        if token.pos_ not in _HEADS or token.dep_ in {"compound", "nmod"}:
            continue
        if head is not token and (token.dep_ != "poss" or token.pos_ == "PRON"):
            yield token


def _one_family(token: Token) -> bool:
    """ "Four weavers of one family": neither the one nor the family is counted."""
    noun = token.head if token.lower_ == "one" else token
    if noun.lower_ not in words("grammar", "no_count_singulars") or noun.head.lower_ != "of":
        return False
    return any(c.lower_ == "one" for c in noun.lefts)


def _person(parsed: Parsed, head: Token) -> bool:
    """Whether a word may stand for people at all: asked first, for counting takes long."""
    if head.pos_ == "PRON":
        return head.lower_ in _PRONOUNS
    if head.pos_ == "PROPN" and not is_person_word(head.lower_):
        named = head.dep_ in _NAMED and head.ent_type_ in _MAY_BE and is_name(parsed, head)
        return named and not of_kin(head)
    # "Two streets away": a noun that is counted must be one for people.
    noun, people = noun_of(head), words("grammar", "count_nouns")
    known = any(is_person_word(one.lower_) or one.lower_ in people for one in (head, noun))
    bare = parsed.quantity(head) is not None and noun.i == head.i and not _counts_things(head)
    return (known or head.lower_ == "one" or bare) and not (of_kin(head) or of_a_rate(head))


def _counts_things(number: Token) -> bool:
    """ "Two streets away": a number right before a plural of things, which the parser cut off."""
    behind = number.nbor(1) if number.i + 1 < len(number.doc) else None
    return behind is not None and behind.tag_ == "NNS" and not is_person_word(behind.lower_)


def _counted(parsed: Parsed, head: Token, *, wide: bool) -> Iterator[Counted]:
    """The phrase by itself, then joined with others; as a person also where no list knows it."""
    for strong in (False, True) if wide else (False,):
        alone = counted(parsed, head, pronouns=True, strong=strong, apart=True)
        yield from (one for one in alone if one.head.i == head.i)
        if len(alone) > 1:
            yield from counted(parsed, head, pronouns=True, strong=strong)
        if alone:
            return
    if (some := _uncounted(parsed, head)) is not None:
        yield some


def _uncounted(parsed: Parsed, head: Token) -> Counted | None:
    """People whom no phrase of the rules counts: "the miners", "they", "himself"."""
    if head.lower_ in _SELVES:
        return item(parsed, parsed.start(head), parsed.end(head), 1, 1, "exactly", head, [head])
    plural = head.tag_ in {"NNS", "NNPS"} and parsed.quantity(head) is None
    if head.lower_ in _SEVERAL or (plural and is_person_word(head.lower_)):
        front = [c.i for c in head.lefts if c.dep_ in {"det", "amod", "compound", "poss"}]
        start = parsed.start(head.doc[min([head.i, *front])])
        return item(parsed, start, parsed.end(head), 2, None, "vague", head, [head])
    return None


def _of_another(head: Token, harm: Token) -> bool:
    """ "Luis Prat grieves after his nephew was shot": the clause says whom it befell."""
    if head.dep_ != "nsubj":
        return False
    for above in (harm, *harm.ancestors):
        if above.dep_ == "advcl" and above.head.i == head.head.i:
            marked = any(c.dep_ == "mark" or c.dep_ == "advmod" for c in above.lefts)
            own = next((c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            return marked and own is not None and own.pos_ in {"NOUN", "PROPN"}
        if above.i == head.head.i:
            return False
    return False


def _of_these(parsed: Parsed, head: Token, harm: Token) -> bool:
    """ "Two of the 16 soldiers", "two-thirds of the 90": so many are harmed, and not all of them.

    "One of the 26 people killed" says it of all.
    """
    if head.dep_ == "poss" and head.tag_ == "NNS":
        # "Five women's groups": no women, unless it is their deaths.
        own = head.head.lower_
        return own not in harm_words() and own not in words("things", "body_parts")
    if head.dep_ != "pobj" or head.head.lower_ != "of" or harm in head.subtree:
        return False
    some = head.head.head
    share = some.lower_ in words("grammar", "shares_of")
    return harm.i > head.i and (share or parsed.quantity(some) is not None)


def _doer(parsed: Parsed, head: Token, harm: Token, word: HarmWord) -> bool:
    """ "Two policemen allegedly killed a student", "treated the wounded": the doer is not hurt."""
    if harm.dep_ == "dobj" and word.frame == "state":
        verb, hurt = harm.head, child(harm, "det", "poss")
    elif (doing := _done(harm, word)) is not None:
        verb, hurt = doing, child(doing, "dobj")
        if hurt is not None and (hurt.i < verb.i or not _is_hurt(parsed, hurt)):
            return False
    else:
        return False
    if hurt is None or verb.pos_ != "VERB" or is_passive(verb):
        return False
    while verb.dep_ in {"xcomp", "conj"} and child(verb, *SUBJECTS) is None:
        verb = verb.head
    return head.dep_ in SUBJECTS and head.head.i == verb.i


def _done(harm: Token, word: HarmWord) -> Token | None:
    """The verb of doing it: "killed", "shot" of "shot dead", "stabbed" of "stabbed to death"."""
    if word.frame == "transitive":
        return harm
    if word.frame == "state" and harm.dep_ in {"oprd", "acomp", "advmod", "prep"}:
        return harm.head
    return harm.head.head if harm.lower_ == "death" and harm.head.lower_ == "to" else None


def _is_hurt(parsed: Parsed, hurt: Token) -> bool:
    """Whether the object of a harm word may be people: not "drowned Sunday", "shot himself"."""
    if hurt.pos_ == "PRON":
        return hurt.lower_ not in words("grammar", "reflexives")
    known = is_person_word(hurt.lower_) or hurt.lower_ in words("grammar", "ordinals")
    return known or any(parsed.quantity(t) is not None for t in (hurt, *hurt.children))


def _nearest(parsed: Parsed, one: Counted, near: Words) -> Iterator[Slot]:
    best: dict[str, tuple[tuple[int, int], Slot]] = {}
    for token, word in near:
        if token.i == one.head.i and word.frame not in {"count", "state"}:
            continue
        if _of_another(one.head, token) or _of_these(parsed, one.head, token):
            continue
        steps = path(one.head, token)
        key = len(steps), abs(token.i - one.head.i)
        if word.measure not in best or key < best[word.measure][0]:
            best[word.measure] = key, Slot(one, token, word, steps)
    for _, slot in best.values():
        if not _doer(parsed, one.head, slot.trigger, slot.word):
            yield slot
