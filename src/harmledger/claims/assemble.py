"""From the harms of a sentence to its claims: one span, one measure, parts with their totals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from harmledger.claims.deaths import with_their_dead
from harmledger.claims.elided import elided
from harmledger.claims.gate import harm_words
from harmledger.claims.goods import goods_unit, phase_of
from harmledger.claims.harms import Harm
from harmledger.claims.lexicon import words
from harmledger.claims.listed import of_mixed_kinds
from harmledger.claims.merging import outermost, same_people, settle
from harmledger.claims.parse import Parsed
from harmledger.claims.parts import find_parts
from harmledger.claims.unsaid import goes_on, states_none
from harmledger.claims.victims import Counted, counted
from harmledger.records import Population

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Draft", "drafts_of"]

_GOODS = frozenset(("aid", "arms", "damaged"))
#: Rules of verbs that a second count may leave out.
_ELIDED = frozenset(("passive", "participle", "subject", "state", "headline"))
#: Rules by which the victim is the argument of a finite verb, so that a pronoun counts.
_FINITE = frozenset(
    (
        "passive",
        "subject",
        "active",
        "state",
        "adjacent",
        "reflexive",
        "life",
        "condition",
        "wounds",
        "custody",
        "held",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim before it is annotated. ``whole`` is the index of its total in the same list.

    ``score`` and ``reasons``: how sure the filler is (0 to 1), and why; None where a rule made it.
    """

    counted: Counted
    measure: str
    phase: str | None
    unit: str | None
    population: Population | None
    trigger: Token
    actor: Token | None
    rule: str
    outcome_open: bool
    whole: int | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()


def drafts_of(parsed: Parsed, harms: list[Harm]) -> list[Draft]:
    """The claims of a sentence in the order of their spans, totals before their parts.

    ``harms``: what :func:`find_harms` found in it.
    """
    by_span: dict[tuple[int, int], list[Draft]] = {}
    harms = [harm for harm in harms if not states_none(harm)]
    hurt = [h.victim.i for h in harms if h.rule == "active"]
    attackers = {h.actor.i for h in harms if h.actor is not None and h.rule == "active"}
    for harm in harms:
        for draft in _drafts(parsed, harm):
            grown = draft.population is not None and draft.population.age != "child"
            if (
                harm.rule == "reflexive"
                and harm.victim.i in attackers
                and draft.population
                and grown
            ):
                # "Shot his wife and then himself": the attacker is among the dead.
                own = replace(draft.population, status="perpetrator")
                draft = replace(draft, population=own, counted=_at_himself(parsed, draft, hurt))
            by_span.setdefault((draft.counted.start, draft.counted.end), []).append(draft)
    drafts = [d for span in sorted(by_span) for d in settle(by_span[span])]
    drafts = [d for d in drafts if not goes_on(d, drafts)]
    drafts = same_people(outermost(drafts))
    drafts = [
        replace(d, whole=i - 1) if i and _of_them(d.counted.head) else d
        for i, d in enumerate(drafts)
    ]
    drafts = with_their_dead([*drafts, *_elided(parsed, drafts)])
    wholes = [d.counted for d in drafts]
    people = [i for i, d in enumerate(drafts) if d.measure not in _GOODS]
    for i in people:
        mine = drafts[i].population
        if mine is not None and mine.status == "unstated" and of_mixed_kinds(parsed, wholes[i]):
            drafts[i] = replace(drafts[i], population=replace(mine, status="mixed"))
    parts = find_parts(parsed, [wholes[i] for i in people])
    for part in parts:
        whole = people[part.whole]
        total = drafts[whole]
        drafts.append(
            replace(
                total, counted=part.item, population=part.item.population, whole=whole, rule="part"
            )
        )
    return drafts


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
    plural = [d for d in drafts if d.measure not in _GOODS and d.rule in _ELIDED]
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


def _drafts(parsed: Parsed, harm: Harm) -> list[Draft]:
    measure = harm.word.measure
    goods = measure in _GOODS
    finite = harm.rule in _FINITE or harm.word.id == "suffered"
    homes = measure == "displaced" and harm.victim.lower_ in words("things", "homes", "households")
    items = counted(
        parsed,
        harm.victim,
        pronouns=finite,
        people=not goods and not homes,
        strong=harm.word.people_only,
        before=_clause_end(harm),
    )
    out: list[Draft] = []
    for item in items:
        if item.head.i != harm.victim.i and _has_own_harm(item.head, harm):
            continue
        if measure == "displaced" and item.low == item.high == 1:
            continue  # one who is moved, or takes refuge in an embassy, is no displacement
        if _spared(item, harm):
            item = replace(item, low=0, high=0, qualifier="exactly")
        unit, phase = "people", None
        if goods:
            goods_result = goods_unit(parsed, harm.word.measure, item.head)
            if goods_result is None:
                continue
            unit = goods_result
            phase = phase_of(parsed, harm.trigger) if measure in {"aid", "arms"} else None
        elif homes or (measure == "displaced" and item.population.role == "households"):
            unit = "households"  # a home that is evacuated stands for those who live in it
        elif item.population.role == "families" and measure == "displaced":
            unit = "families"
        out.append(
            Draft(
                counted=item,
                measure=measure,
                phase=phase,
                unit=unit,
                population=Population(status="unstated") if goods else item.population,
                trigger=harm.trigger,
                actor=harm.actor,
                rule=harm.rule,
                outcome_open=harm.word.outcome_unknown,
            )
        )
    return out


def _spared(item: Counted, harm: Harm) -> bool:
    """ "Others in the house were not hurt": people without a number who were spared are none.

    With a number ("the ten were not killed") it is a denial of that number.
    """
    if harm.word.frame == "not_survive":
        return False  # "did not survive": there the negation states the harm
    bare = item.qualifier == "vague" or (item.low == item.high == 1 and item.head.pos_ != "NUM")
    return bare and harm.rule in _FINITE and any(c.dep_ == "neg" for c in harm.trigger.children)


def _clause_end(harm: Harm) -> int | None:
    """ "A boy who was shot and a man who was robbed": the clause is said of what stands before."""
    group = harm.trigger.head
    said_of = {group.i, group.head.head.i} if group.dep_ == "pobj" else {group.i}
    clause = harm.trigger.dep_ in {"relcl", "acl"} and harm.victim.i in said_of
    return harm.trigger.i if clause and harm.trigger.i > harm.victim.i else None


def _has_own_harm(head: Token, harm: Harm) -> bool:
    """ "12 dead and dozens injured": the second number belongs to the word right behind it."""
    own = {word.measure for word in harm_words().get(head.lower_, ()) if word.frame == "count"}
    if own and harm.word.measure not in own:
        return True  # "12 deaths and 30 injuries"
    clause = {"relcl", "acl"}
    if harm.trigger.dep_ in clause and any(
        c.dep_ in clause and c.lower_ in harm_words() for c in head.children
    ):
        return True  # "two men who were killed and two officers who were hurt"
    behind = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    if behind is None or behind.i == harm.trigger.i:
        return False
    return any(word.measure != harm.word.measure for word in harm_words().get(behind.lower_, ()))
