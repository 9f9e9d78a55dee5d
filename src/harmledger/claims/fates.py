"""What became of those shot: a death stated elsewhere in the text settles an open outcome.

"A man was shot. He died at a hospital" tells of one killed in both sentences; "five people were
shot" counts casualties where the text goes on that one of them died.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from harmledger.claims.lexicon import words
from harmledger.claims.persons import individual, name_of, same_person, status_of
from harmledger.records import Claim, content_id

__all__ = ["settle_fates"]

_PRONOUNS = frozenset(("he", "she", "him", "her"))
#: "Four others were shot": they stand beside the dead, not with them.
_BESIDE = re.compile(r"\b(?:others?|more|additional|another|rest|remaining|survivors?)\b", re.I)
#: "A total of five were shot and one killed" counts the one among the five.
_SUM = re.compile(r"\btotal of\b", re.IGNORECASE)
#: How far apart two sentences on one person may stand where no name ties them, in characters.
_NEAR = 1500
#: How far behind a person told by a role "he died" may stand, in characters.
_PRONOUN_REACH = 400
#: How far behind the number the noun may stand that says so.
_NOUN_REACH = 24


def settle_fates(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of one text, in their order, with open outcomes settled where the text does so.

    Ids follow the measure; parts keep their totals.
    """
    deaths = [
        claim
        for claim in claims
        if claim.measure == "killed"
        and claim.stance in {"asserted", "hedged"}
        and claim.scope == "event"
        and claim.low
    ]
    if not deaths and not any(_open(c) and _by_own_hand(c) for c in claims):
        return list(claims)
    apart = {
        claim.low
        for claim in claims
        if _open(claim) and any(_told_apart(text, claim, death) for death in deaths)
    }
    hurt = {claim.id for claim in claims if claim.measure == "injured" and not _open(claim)}
    # Parts of those injured were injured, and so were parts of those whose outcome stays open.
    hurt |= {
        claim.id
        for claim in claims
        if _open(claim) and (claim.low or 0) > 1 and _settled(text, claim, deaths, apart) is claim
    }
    lone = bool(deaths) and _of_one(claims)
    settled = [
        claim
        if claim.part_of in hurt
        else _as(claim, "killed")
        if lone and _open(claim)
        else _settled(text, claim, deaths, apart)
        for claim in claims
    ]
    ids = {old.id: new.id for old, new in zip(claims, settled, strict=True)}
    return [
        replace(claim, part_of=ids.get(claim.part_of, claim.part_of)) if claim.part_of else claim
        for claim in settled
    ]


def _by_own_hand(claim: Claim) -> bool:
    return claim.basis is not None and claim.basis.rule == "reflexive"


def _of_one(claims: Sequence[Claim]) -> bool:
    """Whether a text tells of one victim only, so that "his brother" shot is the man who died."""
    told = [claim for claim in claims if claim.measure in {"killed", "injured", "casualties"}]
    if not all(individual(c) and c.scope == "event" and c.stance == "asserted" for c in told):
        return False
    if any(c.measure != "killed" and not _open(c) for c in told):
        return False
    places = [c.sentence_start for c in told if c.quote.casefold() not in _PRONOUNS]
    if len(set(places)) < len(places):
        return False  # two in one sentence may be two
    return all(same_person(one, two) for one in told for two in told)


def _open(claim: Claim) -> bool:
    return claim.measure == "injured" and claim.basis is not None and claim.basis.outcome_open


def _settled(text: str, claim: Claim, deaths: Sequence[Claim], apart: set[int | None]) -> Claim:
    if not _open(claim) or claim.low is None or claim.scope != "event":
        return claim
    deaths = [death for death in deaths if not _another_day(claim, death)]
    told = text[claim.sentence_start : claim.sentence_end].lower()
    if _by_own_hand(claim) and (
        # "Shot himself in what police call a murder-suicide", or said elsewhere to have died so.
        ("suicide" in told and "attempted" not in told)
        or any(_by_own_hand(death) and same_person(claim, death) for death in deaths)
    ):
        return _as(claim, "killed")
    if claim.stance not in {"asserted", "hedged"}:
        return claim
    if claim.low == claim.high == 1:
        names = {word for death in deaths for word in name_of(death)}
        # Where the dead are named, another name is another person.
        other = bool(name_of(claim) and names and not names & set(name_of(claim)))
        died = individual(claim) and any(_is_the_dead(claim, d) for d in deaths) and not other
        return _as(claim, "killed") if died else claim
    if claim.low < 2 or claim.low in apart or _beside(text, claim):
        return claim
    among = [
        death
        for death in deaths
        if _victim(death)
        and not _told_apart(text, claim, death)
        and status_of(claim) in {None, status_of(death)}
    ]
    dead = max((death.low or 0 for death in among), default=0)
    if not dead or dead > claim.low:
        return claim
    return _as(claim, "casualties") if dead < claim.low else claim


def _another_day(claim: Claim, death: Claim) -> bool:
    """Whether the death is one of another day's event: "at a vigil for a man killed on Sunday".

    Who was hurt on one day may die on a later one, but is not shot dead then.
    """
    one = claim.when or (claim.story.when if claim.story else None)
    two = death.when
    if one is None or two is None or one.precision != "day" or two.precision != "day":
        return False
    died = death.basis is None or death.basis.word.lower() in words("harm_words", "die", "forms")
    late = died or (death.basis is not None and death.basis.rule == "state")
    return None not in {one.start, two.start} and one.start != two.start and not late


def _as(claim: Claim, measure: str) -> Claim:
    basis = claim.basis
    if basis is not None and measure == "killed":
        basis = replace(basis, outcome_open=False)
    number = content_id("claim", claim.text_id, claim.start, claim.end, measure)
    return replace(claim, measure=measure, basis=basis, id=number)


def _victim(claim: Claim) -> bool:
    return claim.population is None or claim.population.status != "perpetrator"


def _beside(text: str, claim: Claim) -> bool:
    """ "Four others", "two more men", "two were also shot": counted beside somebody else."""
    end = claim.basis.end if claim.basis else claim.end
    if re.search(r"\balso\b", text[claim.end : max(end, claim.end)], re.IGNORECASE):
        return True
    return bool(_BESIDE.search(text, claim.start, claim.end + _NOUN_REACH)) and bool(
        _BESIDE.search(re.split(r"[.;,]", text[claim.start : claim.end + _NOUN_REACH])[0])
    )


def _is_the_dead(claim: Claim, death: Claim) -> bool:
    """One person shot and one person dead are one where nothing that is said of them differs."""
    if name_of(claim) and name_of(death) and (death.low or 0) > 1:
        # "Both Jermon and Harris died": named with others.
        return name_of(claim)[-1] in name_of(death)
    if not individual(death) or not _roles_agree(claim, death):
        return False
    if not (name_of(claim) and name_of(death)) and abs(death.start - claim.start) > _NEAR:
        return False
    if claim.sentence_start == death.sentence_start:
        # "A man died after he was shot": side by side, only a pronoun is surely the same.
        later = max(claim, death, key=lambda one: one.start)
        return later.quote.casefold() in _PRONOUNS and same_person(claim, death)
    return same_person(claim, death)


def _roles_agree(claim: Claim, death: Claim) -> bool:
    """ "A reporter was shot" and "a colonel died" are two; a pronoun close behind is either."""
    if name_of(claim) and name_of(death):
        return True  # the names decide
    one, two = _role(claim), _role(death)
    if death.quote.casefold() in _PRONOUNS:
        return one is None or 0 < death.start - claim.start < _PRONOUN_REACH
    return one == two


def _role(claim: Claim) -> str | None:
    """The last word for the person where it tells more than sex, age or kin."""
    if name_of(claim) or claim.population is None or not claim.population.surface:
        return None
    last = claim.population.surface.split()[-1].casefold()
    plain = words("grammar", "no_roles") - words("grammar", "kin")
    return None if last in plain or last in _PRONOUNS else last


def _told_apart(text: str, claim: Claim, death: Claim) -> bool:
    """ "One was killed and four were shot": side by side in one sentence, neither in the other.

    "Eight men shot, two dead" and "shot eight men, killing two" tell of the dead among the eight.
    """
    if death.sentence_start != claim.sentence_start or death.part_of == claim.id:
        return False
    if death.start < claim.start:
        return True
    if _SUM.search(text, max(0, claim.start - 12), claim.end):
        return False
    return " and " in text[claim.end : death.start].lower()
