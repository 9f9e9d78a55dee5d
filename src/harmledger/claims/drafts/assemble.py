"""From the harms of a sentence to its claims: one span, one measure, parts with their totals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.drafts.deaths import victims_who_died, with_their_dead
from harmledger.claims.drafts.draft import GOODS, Draft
from harmledger.claims.drafts.elided import elided
from harmledger.claims.drafts.fromharm import drafts_from
from harmledger.claims.drafts.merging import outermost, same_people, settle, without_multiples
from harmledger.claims.drafts.parallel import parallel
from harmledger.claims.drafts.unsaid import goes_on, states_none
from harmledger.claims.harms.find import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.count import Counted
from harmledger.claims.victims.listed import of_mixed_kinds
from harmledger.claims.victims.oneperson import of_kin
from harmledger.claims.victims.parts import find_parts
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Draft", "drafts_of"]

#: Rules of words that a second count may leave out.
_ELIDED = frozenset(("passive", "participle", "subject", "state", "headline", "count"))


def drafts_of(parsed: Parsed, harms: list[Harm]) -> list[Draft]:
    """The claims of a sentence in the order of their spans, totals before their parts.

    ``harms``: what :func:`find_harms` found in it.
    """
    by_span: dict[tuple[int, int], list[Draft]] = {}
    harms = [harm for harm in harms if not states_none(harm)]
    hurt = [h.victim.i for h in harms if h.rule == "active"]
    attackers = {h.actor.i for h in harms if h.actor is not None and h.rule == "active"}
    for harm in harms:
        for draft in drafts_from(parsed, harm):
            own = draft.population
            by_own_hand = harm.rule == "reflexive" or harm.word.id == "suicide"
            if by_own_hand and harm.victim.i in attackers and own is not None:
                # "Shot his wife and then himself": the attacker is among the dead.
                own = own if own.age == "child" else replace(own, status="perpetrator")
                draft = replace(draft, population=own, counted=_at_himself(parsed, draft, hurt))
            by_span.setdefault((draft.counted.start, draft.counted.end), []).append(draft)
    drafts = [
        victims_who_died(parsed.text, d) for span in sorted(by_span) for d in settle(by_span[span])
    ]
    drafts = [d for d in drafts if not goes_on(d, drafts)]
    drafts = same_people(outermost(without_multiples(drafts)))
    drafts = [
        replace(d, whole=i - 1) if i and _of_them(d.counted.head) else d
        for i, d in enumerate(drafts)
    ]
    drafts = [*drafts, *parallel(parsed, drafts)]
    drafts = with_their_dead([*drafts, *_elided(parsed, drafts)])
    wholes = [d.counted for d in drafts]
    people = [i for i, d in enumerate(drafts) if d.measure not in GOODS]
    for i in people:
        mine = drafts[i].population
        if mine is not None and mine.status == "unstated" and of_mixed_kinds(parsed, wholes[i]):
            drafts[i] = replace(drafts[i], population=replace(mine, status="mixed"))
    parts = find_parts(parsed, [wholes[i] for i in people])
    for part in parts:
        if of_kin(part.item.head):
            continue
        whole = people[part.whole]
        total = drafts[whole]
        made = replace(
            total, counted=part.item, population=part.item.population, whole=whole, rule="part"
        )
        if total.outcome_open and _fatally(part.item.head):
            # "Nine were shot by guards, four of them fatally".
            made = replace(made, measure="killed", outcome_open=False)
            drafts[whole] = replace(total, measure="casualties")
        drafts.append(made)
    return drafts


def _fatally(head: Token) -> bool:
    behind = {token.lower_ for token in head.doc[head.i : head.i + 4]}
    return not behind.isdisjoint(words("harm_words", "fatally", "forms"))


def _at_himself(parsed: Parsed, draft: Draft, others: list[int]) -> Counted:
    """One who harmed others "and then himself" is counted there, not where the sentence begins.

    ``others``: the tokens of those harmed; "killed himself and 12 others" begins with the subject.
    """
    for token in draft.trigger.doc[draft.trigger.i + 1 :]:
        if token.lower_ in words("grammar", "reflexives"):
            if min(others, default=token.i) < token.i:
                return replace(draft.counted, start=parsed.start(token), end=parsed.end(token))
            break
    return draft.counted


def _elided(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Further places of the last count of people, its verb left out."""
    plural = [d for d in drafts if d.measure not in GOODS and d.rule in _ELIDED]
    if not plural:
        return []
    last = max(plural, key=lambda d: d.trigger.i)
    taken = [(d.counted.start, d.counted.end) for d in drafts]
    more = elided(parsed, last.trigger, taken)
    return [replace(last, counted=one, population=one.population, rule="elided") for one in more]


def _of_them(head: Token) -> bool:
    """ "300 of whom", "two of them": a part of the total just before."""
    behind = [token.lower_ for token in head.doc[head.i + 1 : head.i + 3]]
    return behind[:1] == ["of"] and behind[-1] in words("grammar", "back_pronouns")
