"""Parts of a total: "22 people, including 12 staff", "two of them children"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.count import Counted, counted
from harmledger.claims.victims.listed import is_kind_of, named_one_by_one
from harmledger.claims.victims.whom import among_them, of_whom
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Part", "find_parts"]

_STOPS = frozenset(";)")

#: Characters between an opener and the number it opens with: "among them 14".
_DIRECT = 6


@dataclass(frozen=True, slots=True)
class Part:
    """``item`` is a stated part of the claim at ``whole`` (an index into the wholes given)."""

    item: Counted
    whole: int


def _whole_before(wholes: list[Counted], position: int) -> int | None:
    ahead = [i for i, whole in enumerate(wholes) if whole.start < position]
    return max(ahead, key=lambda i: wholes[i].start) if ahead else None


def _window(parsed: Parsed, opener: Token) -> list[Token]:
    """The tokens behind ``opener`` up to the end of its list."""
    tokens: list[Token] = []
    for token in parsed.doc[opener.i + 1 :]:
        if token.text in _STOPS or (
            token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
            and token.pos_ in {"VERB", "AUX"}
            and token.dep_ not in {"acl", "relcl"}
        ):
            break
        tokens.append(token)
    return tokens


def _in_a_place(noun: Token) -> bool:
    """ "Including five children, in Khan Younis": the town is no part of the dead."""
    return noun.dep_ == "pobj" and noun.head.lower_ in words("time", "locative") - {"of", "to"}


def _of_a_body(noun: Token) -> bool:
    """ "Including two agents of the Bureau of Mines": the name says whose agents they are."""
    above: Token = noun
    while above.dep_ == "conj":
        above = above.head
    return (
        noun.pos_ == "PROPN"
        and above.dep_ == "pobj"
        and above.head.lower_ in {"of", "from", "for"}
        and noun.ent_type_ != "PERSON"
    )


def find_parts(parsed: Parsed, wholes: list[Counted]) -> list[Part]:
    """The parts of ``wholes`` stated in the same sentence, in text order.

    ``wholes`` are the counts already found; a part is never one of them, and is no larger than
    its whole, unless the sentence says so in as many words ("five, including nine children"): that
    the text contradicts itself must not be lost.
    """
    taken = {(whole.start, whole.end) for whole in wholes}
    found: dict[tuple[int, int], Part] = {}

    def add(head: Token, whole: int | None, opened: int | None = None) -> None:
        if whole is None:
            return
        for item in counted(parsed, head, pronouns=False, strong=True, apart=True):
            span = (item.start, item.end)
            overlaps = any(a < item.end and item.start < b for a, b in (*taken, *found))
            said = opened is not None and 0 < item.start - opened <= _DIRECT
            if overlaps or not (said or _fits(item, wholes[whole])):
                continue
            found[span] = Part(item, whole)

    signs = words("grammar", "part_openers") | words("grammar", "back_pronouns")
    for token in parsed.doc if parsed.words & signs else ():
        both = token.i + 1 < len(parsed.doc) and token.nbor(1).lower_ == "both"
        if token.lower_ in words("grammar", "part_openers") and not both:
            # "Among both soldiers and civilians" is all of them.
            window = _window(parsed, token)
            ids = {t.i for t in window}
            for inner in window:
                tops = inner.head.i not in ids or parsed.quantity(inner) is not None
                nominal = inner.pos_ in {"NOUN", "PROPN", "NUM"} and inner.dep_ in {
                    "pobj",
                    "conj",
                    "dobj",
                    "appos",
                    "nummod",
                    "ROOT",
                }
                if is_kind_of(parsed, inner):
                    continue
                if nominal and (_in_a_place(inner) or _of_a_body(inner)):
                    continue
                beside = inner.dep_ == "pobj" and inner.head.i in ids
                if beside and inner.head.lower_ not in {"of", "and"}:
                    continue  # "including the mayor, who was there for a meeting"
                if nominal and (tops or inner.dep_ in {"pobj", "conj"}):
                    head = inner.head if inner.dep_ == "nummod" and inner.head.i in ids else inner
                    add(head, _whole_before(wholes, parsed.start(token)), parsed.end(token))
        elif (
            token.lower_ in words("grammar", "back_pronouns")
            and token.dep_ == "pobj"
            and token.head.lower_ == "of"
        ):
            above = token.head.head
            numerals = [above]
            if above.pos_ in {"VERB", "AUX"}:
                # "149, of whom about 100 are members and 20 were on leave".
                verbs = (above, *above.conjuncts)
                numerals = [c for verb in verbs for c in verb.lefts if c.dep_ == "nsubj"]
            for numeral in numerals:
                if parsed.quantity(numeral) is not None:
                    add(numeral, _whole_before(wholes, parsed.start(above)))
    for item, index in (*of_whom(parsed, wholes), *among_them(parsed, wholes)):
        if not any(a < item.end and item.start < b for a, b in (*taken, *found)):
            found[item.start, item.end] = Part(item, index)
    for item, index in named_one_by_one(parsed, wholes, taken | set(found)):
        found.setdefault((item.start, item.end), Part(item, index))
    for part in _summing(parsed, wholes, taken | set(found)):
        found.setdefault((part.item.start, part.item.end), part)
    return [found[span] for span in sorted(found)]


def _fits(item: Counted, whole: Counted) -> bool:
    total = whole.high if whole.high is not None else None
    size = item.low or 0
    return total is None or size <= total


def _singles(parsed: Parsed, taken: set[tuple[int, int]]) -> list[Counted]:
    """ "Three others, a man and two women": single persons that no claim counts yet."""
    found: list[Counted] = []
    for token in parsed.doc:
        if token.tag_ != "NN" or not is_person_word(token.lower_):
            continue
        if any(c.lower_ in {"a", "an"} for c in token.lefts):
            found.extend(counted(parsed, token, pronouns=False, apart=True)[:1])
    return [i for i in found if not any(a < i.end and i.start < b for a, b in taken)]


def _summing(parsed: Parsed, wholes: list[Counted], taken: set[tuple[int, int]]) -> list[Part]:
    """Unclaimed counts behind a total that add up to it are its parts."""
    loose: list[Counted] = []
    for index, quantity in parsed.quantity_at.items():
        token = parsed.doc[index]
        if any(a < quantity.end and quantity.start < b for a, b in taken):
            continue
        head = token.head if token.dep_ == "nummod" else token
        loose.extend(i for i in counted(parsed, head, pronouns=False) if i.start == quantity.start)
    parts: list[Part] = []
    if not loose:
        return parts
    loose.extend(_singles(parsed, taken))
    loose.sort(key=lambda item: item.start)
    for index, whole in enumerate(wholes):
        behind = [item for item in loose if item.start > whole.end]
        for size in range(2, min(5, len(behind) + 1)):
            run = behind[:size]
            if whole.low and sum(item.low or 0 for item in run) == whole.low:
                parts.extend(Part(item, index) for item in run)
                break
    return parts
