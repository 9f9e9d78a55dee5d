"""From a harm word with its victims to drafts: one for each phrase joined in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.drafts.draft import GOODS, Draft
from harmledger.claims.harms.find import Harm
from harmledger.claims.harms.goods import goods_unit, phase_of
from harmledger.claims.harms.weapons import number_of_pieces
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.count import Counted, counted
from harmledger.claims.victims.member import of_roll
from harmledger.claims.victims.phrases import item as counted_item
from harmledger.claims.victims.phrases import none_hurt
from harmledger.claims.victims.plurals import counted_they
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word, status_of
from harmledger.records import Population

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["drafts_from"]


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


#: Rules that only say more of several already counted, where their subject is "they".
_GOES_ON = frozenset(("condition", "held", "custody", "wounds", "state"))


def drafts_from(parsed: Parsed, harm: Harm) -> list[Draft]:
    """What one harm word says of one victim phrase: a draft for each phrase joined in it."""
    measure = _measure(harm)
    goods = measure in GOODS
    finite = (
        harm.rule in _FINITE or harm.word.id in {"suffered", "suicide"} or _taken_to_hospital(harm)
    )
    homes = measure == "displaced" and harm.victim.lower_ in words("things", "homes", "households")
    if harm.rule == "pieces":
        items = _pieces(parsed, harm.victim)
    elif harm.rule == "roll":
        items = [of_roll(parsed, harm.victim)]
    else:
        items = counted(
            parsed,
            harm.victim,
            pronouns=finite,
            people=not goods and not homes,
            strong=harm.word.people_only,
            before=_clause_end(harm),
            trigger=harm.trigger,
        )
    if not items and finite and harm.rule not in _GOES_ON:
        items = counted_they(parsed, harm.victim)
    if not items and _none_of_them(harm):
        items = [none_hurt(parsed, harm.victim)]
    out: list[Draft] = []
    for item in items:
        beside = item.head.i != harm.victim.i
        if beside and _has_own_harm(item.head, harm):
            continue
        if beside and item.head.lower_ in words("grammar", "survivors"):
            continue  # "pulled 14 bodies and nine survivors from the rubble"
        if (
            item.head.i != harm.victim.i
            and harm.word.id == "victims_counted"
            and harm.trigger.i == harm.victim.i
        ):
            continue  # "eight victims, five men and three women": the eight
        if measure == "displaced" and item.low == item.high == 1:
            continue  # one who is moved, or takes refuge in an embassy, is no displacement
        if _spared(item, harm):
            item = replace(item, low=0, high=0, qualifier="exactly")
        unit, phase = "people", None
        if goods:
            goods_result = goods_unit(parsed, measure, item.head, harm.rule)
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


def _measure(harm: Harm) -> str:
    """What the word measures: hostages who are held, and those led away by gunmen, are abducted."""
    measure = harm.word.measure
    if measure == "detained" and harm.victim.lower_ in words("harm_words", "hostages", "forms"):
        return "abducted"
    by = harm.actor.lower_ if harm.actor is not None else ""
    if harm.word.id == "led_away" and status_of(by, ()) == "perpetrator":
        return "abducted"
    return measure


def _pieces(parsed: Parsed, noun: Token) -> list[Counted]:
    """The number of a list of weapons that counts ``noun``, whatever the parser makes of it."""
    number = number_of_pieces(parsed, noun)
    found = parsed.quantity(number) if number is not None else None
    if found is None:
        return []
    bounds = found.low, found.high, found.qualifier
    return [counted_item(parsed, found.start, found.end, *bounds, noun, [noun])]


def _none_of_them(harm: Harm) -> bool:
    """ "The officers were not hurt": none of those spoken of."""
    negated = any(c.dep_ == "neg" for c in harm.trigger.children)
    plural = harm.victim.tag_ in {"NNS", "NNPS"} and is_person_word(harm.victim.lower_)
    return negated and plural and harm.rule == "passive" and harm.trigger.dep_ != "relcl"


def _taken_to_hospital(harm: Harm) -> bool:
    """ "He was taken to a hospital" tells of harm; "was alert when he was taken there" goes on."""
    moved = harm.trigger.head.head
    told = moved.dep_ in {"ROOT", "conj", "ccomp"}
    return harm.word.id in {"hospitalised", "medical_center"} and told


def _spared(item: Counted, harm: Harm) -> bool:
    """ "Others in the house were not hurt": people without a number who were spared are none.

    With a number ("the ten were not killed") it is a denial of that number.
    """
    if harm.word.id in {"unhurt", "escaped_unhurt"}:
        return True
    if harm.word.frame in {"not_survive", "said_of"}:
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
    own = {w.measure for w in harm_words().get(head.lower_, ()) if w.frame in {"count", "state"}}
    if own and harm.word.measure not in own:
        return True  # "12 deaths and 30 injuries", "three dead, nine hurt"
    clause = {"relcl", "acl"}
    if harm.trigger.dep_ in clause and any(
        c.dep_ in clause and c.lower_ in harm_words() and c.i != harm.trigger.i
        for c in head.children
    ):
        return True  # "two men who were killed and two officers who were hurt"
    behind = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    if behind is None or behind.i == harm.trigger.i:
        return False
    return any(word.measure != harm.word.measure for word in harm_words().get(behind.lower_, ()))
