"""Counts of a list whose verb and noun are told once: "three died in Gao, two in Mopti".

A member of such a list stands behind the full clause, between two marks, has a bare number and no
verb. The number stands before its place, day or means ("two in Mopti", "six by mines"), behind
them ("in the second village five"), or behind who did or suffered it ("the militia 41").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.drafts.draft import GOODS, Draft
from harmledger.claims.drafts.members import MARKS, Member, member_of, stretches
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import item
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word
from harmledger.records import Population

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["parallel"]

#: Rules of counts that others may follow without their verb, and those that tell who did it.
_FULL = frozenset(("passive", "participle", "subject", "state", "count", "active", "adjacent"))
_OF_DOERS = frozenset(("active", "adjacent"))
#: Tokens before a number, at most: "on the other side of the river 12".
_LONGEST = 7


def parallel(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """The further counts of such lists behind the ``drafts`` of a sentence, which they repeat."""
    found: list[Draft] = []
    taken = [(d.counted.start, d.counted.end) for d in drafts]
    for draft in drafts:
        if draft.rule not in _FULL or draft.measure in GOODS or draft.counted.low is None:
            continue
        last = max(draft.trigger.i, draft.counted.head.i)
        opening = _opening(parsed, draft, last)
        like = draft.population
        for stretch in stretches(parsed, last):
            member = member_of(parsed, stretch, taken)
            if member is None:
                if any(_touches(parsed, stretch, span) for span in taken):
                    break
                continue
            made = _made(parsed, draft, member, opening, like)
            if made is not None:
                like = made.counted.population  # what follows goes on with these
                found.append(made)
                taken.append(member.span)
    return found


def _opening(parsed: Parsed, draft: Draft, last: int) -> list[Token]:
    """The tokens of the full clause, up to the mark that ends it."""
    first = min(draft.trigger.i, draft.counted.head.i)
    marks = [t.i for t in parsed.doc[:first] if t.text == ";"]
    end = next((t.i for t in parsed.doc[last + 1 :] if t.lower_ in MARKS), len(parsed.doc))
    return list(parsed.doc[max(marks, default=-1) + 1 : end])


def _touches(parsed: Parsed, stretch: Sequence[Token], span: tuple[int, int]) -> bool:
    return parsed.start(stretch[0]) < span[1] and span[0] < parsed.end(stretch[-1])


def _made(
    parsed: Parsed,
    draft: Draft,
    member: Member,
    opening: Sequence[Token],
    like: Population | None,
) -> Draft | None:
    """The count of a member of the list that ``opening`` begins, if it is one.

    ``like``: the people of the member before, of whom a bare number is.
    """
    before, behind = member.before, member.behind
    # "Six people in Hull": with a noun of their own.
    people = behind[0] if behind and is_person_word(behind[0].lower_) else None
    behind = behind[1:] if people is not None else behind
    if behind and behind[0].pos_ != "ADP" and behind[0].dep_ != "mark":
        return None
    first, last = (before or [member.number])[0], (behind or [people or member.number])[-1]
    stretch = parsed.start(first), parsed.end(last)
    actor = draft.actor
    suffers = False
    if not before:
        of_many = member.number.lower_ == "one" and behind[:1] and behind[0].lower_ == "of"
        if not behind or of_many or not _alike(behind, opening):
            return None  # "in Gao, one of the towns": no count
    elif before[0].pos_ == "ADP":
        if len(before) > _LONGEST or len(before) < 2 or not _alike(before, opening):
            return None
        if not any(t.pos_ == "DET" or t.text[0].isupper() for t in before[1:]):
            return None  # "in flat 9", "in row 30"
    elif (doer := _doer(draft, before)) is not None:
        suffers = draft.trigger.lower_ in words("grammar", "suffers") or draft.rule == "adjacent"
        actor = None if suffers else doer
    else:
        return None
    (start, end), (low, high, qualifier) = member.span, member.bounds
    head = people or member.number
    counted = item(parsed, start, end, low, high, qualifier, head, [head])
    own = like if people is None else None
    if own is not None and not (suffers and own.status != "unstated"):
        told = replace(own, surface=counted.population.surface, named=False)
        counted = replace(counted, population=told)
    return replace(
        draft,
        counted=counted,
        population=counted.population,
        actor=actor,
        rule="elided",
        stretch=stretch,
    )


def _alike(phrase: Sequence[Token], opening: Sequence[Token]) -> bool:
    """Whether a phrase opens with a preposition that the full clause has, or both place."""
    word = phrase[0].lower_
    used = {t.lower_ for t in opening if t.pos_ == "ADP"}
    pointing = words("grammar", "back_pronouns") | words("grammar", "own")
    if len(phrase) < 2 or phrase[1].lower_ in pointing:
        return False  # "two of them", "two in their beds": some of those counted before
    if phrase[0].dep_ == "mark":
        return word in words("grammar", "list_clauses")
    if word == "of":
        return word in used and phrase[1].pos_ == "NOUN"
    placing = words("grammar", "elided_places", "listed")
    return word in used or (word in placing and not used.isdisjoint(placing))


def _doer(draft: Draft, before: Sequence[Token]) -> Token | None:
    """ "The militia 41", "the second shell five": who did or suffered it, told like the first."""
    head, first = before[-1], before[0]
    if draft.rule not in _OF_DOERS:
        return None
    if len(before) > _LONGEST or any(t.pos_ in {"ADP", "VERB", "AUX", "PRON"} for t in before):
        return None
    plain = first.pos_ == "DET" or head.tag_ == "NNS"
    person = is_person_word(head.lower_) and head.lower_ not in words("people", "groups")
    # "The boy, 12" is an age.
    return None if not plain or first.lower_ == "a" or (person and head.tag_ == "NN") else head
