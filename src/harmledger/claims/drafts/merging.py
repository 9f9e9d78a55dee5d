"""Drafts of one sentence that are said of the same people, made one or given what is shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.drafts.draft import Draft

__all__ = ["outermost", "same_people", "settle", "without_multiples"]

_GOODS = frozenset(("aid", "arms", "damaged"))
#: Statuses that a number behind people does not take over.
_UNCLEAR = frozenset(("unstated", "mixed", "perpetrator"))


#: Rules of nouns that count harm: "30,000 deaths and a million displaced".
_NOUN_RULES = frozenset(("count", "event", "toll", "multiple", "life"))
#: What people were before they were harmed.
_WERE = ("displaced", "abducted", "detained")


#: What one number may count beside those missing.
_HIT = ("casualties", "killed", "injured")


def _says_who(draft: Draft) -> bool:
    """Whether the word of harm is the noun that is counted, or an adjective of it."""
    trigger, head = draft.trigger, draft.counted.head
    noun = trigger.i == head.i or draft.rule == "count"
    return noun or (trigger.dep_ == "amod" and trigger.head.i == head.i)


def _told_of(draft: Draft) -> bool:
    """Whether it is said that they were harmed; not "threatened to kill", "deaths"."""
    if draft.rule == "event" and draft.counted.head.head.head.i == draft.trigger.i:
        return True  # "the deaths of 21 detainees"
    return draft.trigger.tag_ != "VB" and draft.rule not in _NOUN_RULES


def _or_injured(trigger: Token) -> bool:
    """ "142 dead or injured", "killed or wounded": one number for both."""
    ahead = trigger.doc[trigger.i + 1 : trigger.i + 3]
    if len(ahead) < 2 or ahead[0].lower_ not in {"or", "and"}:
        return False
    if ahead[0].lower_ == "or" and ahead[1].lower_ in words("grammar", "injury_participles"):
        return True
    return ahead[1].lower_ in words("grammar", "injury_participles") and not any(
        c.dep_ in {"dobj", "nsubj", "nsubjpass", "nummod"} for c in ahead[1].children
    )


def _or_missing(trigger: Token, lost: Token | None) -> Token | None:
    """ "Killed or gone missing", "dead or missing": the word of those missing, else None.

    One number, of which neither part is known. ``lost``: that word where it tells harm by itself.
    """
    doc = trigger.doc
    if lost is None:
        near = doc[trigger.i + 1 : trigger.i + 4]
        lost = next((t for t in near if t.lower_ in words("grammar", "missing_words")), None)
    if lost is None:
        return None
    first, last = sorted((trigger.i, lost.i))
    between = doc[first + 1 : last]
    numbered = any(token.pos_ == "NUM" for token in between)
    return lost if any(token.lower_ == "or" for token in between) and not numbered else None


def _counts_others(killed: Draft, injured: Draft) -> bool:
    """ "Killed 213 people and wounded 4,500 ten years ago": a number of their own stands behind."""
    last = max(killed.trigger, injured.trigger, key=lambda token: token.i)
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return behind is not None and behind.pos_ == "NUM" and behind.i > killed.counted.head.i


def settle(drafts: list[Draft]) -> list[Draft]:
    """One draft a measure for one span.

    A stated death settles harm of unknown outcome ("shot and killed", "wounded and later died");
    killed and injured, or killed and missing, said of one number without a split are casualties.
    """
    by_measure: dict[str, Draft] = {}
    for draft in sorted(drafts, key=lambda d: d.rule == "victim"):  # which says the least
        by_measure.setdefault(draft.measure, draft)
    killed, injured = by_measure.get("killed"), by_measure.get("injured")
    moved = by_measure.get("displaced")
    if moved and (killed or injured) and moved.trigger.lower_ in words("grammar", "helping"):
        del by_measure["displaced"]  # "evacuated 40 wounded": they were hurt, not displaced
    if killed and not injured and _or_injured(killed.trigger):
        by_measure["killed"] = replace(killed, measure="casualties")
    if killed and injured and killed.trigger.lower_ == "dead" and _or_injured(killed.trigger):
        by_measure["killed"] = replace(killed, measure="casualties")  # "left 12 dead and wounded"
        del by_measure["injured"]
    elif killed and injured:
        del by_measure["injured"]
        if (
            killed.trigger.lower_ in words("grammar", "death_verbs")
            and not injured.outcome_open
            and not _counts_others(killed, injured)
            and (
                killed.trigger.head.i == injured.trigger.i
                or injured.trigger.head.i == killed.trigger.i
            )
        ):
            by_measure["killed"] = replace(killed, measure="casualties")
    lost = by_measure.get("missing")
    hit = next((by_measure[m] for m in _HIT if m in by_measure), None)
    if hit is not None and hit.counted.high != 0:
        word = _or_missing(hit.trigger, lost.trigger if lost else None)
        if word is not None:
            for measure in (*_HIT, "missing"):
                by_measure.pop(measure, None)
            by_measure["casualties"] = replace(hit, measure="casualties", trigger=word)
    if "casualties" in by_measure:
        by_measure.pop("killed", None)
    hurt = [d for m, d in by_measure.items() if m in {"killed", "injured", "casualties"}]
    if any(map(_told_of, hurt)):
        # "At least 47 displaced people were killed", "two hostages died": who they were.
        for measure in _WERE:
            told = by_measure.get(measure)
            if told is not None and _says_who(told):
                del by_measure[measure]
    return list(by_measure.values())


def same_people(drafts: list[Draft]) -> list[Draft]:
    """ "3,545 civilians killed and 7,457 injured": a bare number counts the people just named.

    "Others" beside soldiers or rebels are soldiers or rebels; beside anyone else they are not said.
    """
    out: list[Draft] = []
    for draft in drafts:
        mine = draft.population
        last = out[-1].population if out else None
        if len(out) > 1 and _opens_part(out[-2], out[-1]):
            last = out[-2].population
        if mine and last and _without_people(draft) and not last.named:
            if mine.surface is None and last.status not in _UNCLEAR:
                alike = replace(last, surface=None, named=False)
                draft = replace(draft, population=alike)
            elif mine.surface is not None and last.status in {"armed_forces", "armed_group"}:
                draft = replace(draft, population=replace(mine, status=last.status))
        out.append(draft)
    return out


def _opens_part(whole: Draft, part: Draft) -> bool:
    """ "300 people, among them 40 children": what stands behind counts people, not children."""
    between = part.trigger.doc[whole.counted.head.i + 1 : part.counted.head.i]
    return any(token.lower_ in words("grammar", "part_openers") for token in between)


def _without_people(draft: Draft) -> bool:
    mine = draft.population
    return (
        mine is not None
        and mine.status == "unstated"
        and (mine.surface or "others").lower() in {"others", "more"}
        and draft.measure not in _GOODS
        and draft.counted.low != 0
        and draft.counted.head.pos_ != "PROPN"
        and not _overall(draft)
    )


def without_multiples(drafts: list[Draft]) -> list[Draft]:
    """ "A quadruple shooting that sent four people to hospital": the four are counted once.

    So are the four who were "found dead in a quadruple murder".
    """
    told = {(d.measure, d.counted.low) for d in drafts if d.rule != "multiple"}
    told |= {("injured", low) for measure, low in told if measure != "killed"}
    return [d for d in drafts if d.rule != "multiple" or (d.measure, d.counted.low) not in told]


def _overall(draft: Draft) -> bool:
    """ "11 residents also died, bringing the total to 270": the total is of others as well."""
    before = draft.trigger.doc[max(0, draft.trigger.i - 3) : draft.counted.head.i]
    return draft.rule == "toll" and any(token.lower_ == "total" for token in before)


def outermost(drafts: list[Draft]) -> list[Draft]:
    """Of spans of one measure that overlap, the longest."""
    kept: list[Draft] = []
    for draft in drafts:
        c = draft.counted
        inside = any(
            other is not draft
            and other.measure == draft.measure
            and other.counted.start <= c.start
            and c.end <= other.counted.end
            and (other.counted.start, other.counted.end) != (c.start, c.end)
            for other in drafts
        )
        if not inside:
            kept.append(draft)
    return kept
