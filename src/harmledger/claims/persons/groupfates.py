"""What became of groups that were shot: where some of them died, they are casualties.

"Five people were shot" counts casualties where the text goes on that one of them died.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.claims.persons.occasions import Occasions
from harmledger.claims.persons.single import is_open, status_of
from harmledger.claims.persons.survivors import condition_told, in_care
from harmledger.claims.words.lexicon import words
from harmledger.records import Claim

__all__ = ["Apart", "all_named_dead", "fate_of_group", "numbers_apart"]

#: "Four others were shot": they stand beside the dead, not with them.
_BESIDE = re.compile(r"\b(?:others?|more|additional|another|rest|remaining|survivors?)\b", re.I)
#: "A total of five were shot and one killed" counts the one among the five.
_SUM = re.compile(r"\btotal of\b", re.IGNORECASE)
#: "Two of the eight who were shot died", "two died after a man shot eight".
_OF_THEM = re.compile(r" of (?:the|those|these|his|her|its|their)? ?", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:(?:after|when)(?! \w+ing\b)|in which)\b", re.IGNORECASE)
#: How far behind the number the noun may stand that says so.
_NOUN_REACH = 24


@dataclass(frozen=True, slots=True)
class Apart:
    """Numbers of people told beside the dead: all up to ``most``, and each of ``counted``."""

    most: int
    counted: frozenset[int]

    def __contains__(self, number: int) -> bool:
        return number <= self.most or number in self.counted


def fate_of_group(
    text: str,
    claim: Claim,
    deaths: Sequence[Claim],
    apart: Apart,
    occasions: Occasions,
    *,
    hurt: bool,
) -> str | None:
    """The measure that ``deaths`` of the text give an open ``claim`` of several; None: as it is.

    ``apart``: numbers that the text tells beside the dead ("one was killed and four were shot").
    ``hurt``: the text tells of some who lived.
    """
    if claim.low is None or _beside(text, claim) or (claim.high is not None and claim.low in apart):
        return None
    among = [
        death
        for death in deaths
        if _victim(death)
        and death.quote.casefold() not in words("grammar", "anyone")
        and not _told_apart(text, claim, death)
        and not occasions.differ(claim.start, death.start)
        and (status_of(claim) in {None, status_of(death)} or status_of(death) is None)
    ]
    most = max((death.low or 0 for death in among), default=0)
    if claim.high is None:  # "several people were shot": as many as died, and maybe more
        return "casualties" if most and not in_care(claim) else None
    if claim.low == most:  # "a father and son were dead ... the two men had been shot"
        return None if condition_told(text, claim) else "killed"
    if not hurt and (claim.low < most or claim.low in _sums(among)):
        return None if in_care(claim) else "killed"
    return "casualties" if 0 < most < claim.low and not in_care(claim) else None


def numbers_apart(text: str, claims: Sequence[Claim], deaths: Sequence[Claim]) -> Apart:
    """How many of those hurt may be told without the dead among them.

    "One was killed and four were wounded. The four were shot ... three were found in the yard":
    up to four. "Four were treated" without the dead in the sentence: these four alone.
    """
    hurt = [c for c in claims if c.measure == "injured" and c.low]
    dead = [death for death in deaths if _victim(death)]
    most = max((c.low or 0 for c in hurt if any(_told_apart(text, c, d) for d in dead)), default=0)
    counted = {c.low or 0 for c in hurt if c.qualifier == "exactly" and not is_open(c)}
    return Apart(most, frozenset(counted - {1}))


def _sums(deaths: Sequence[Claim]) -> set[int]:
    """How many died by each sentence: three in "a man and his two sons were found dead"."""
    sums = Counter[int]()
    for death in deaths:
        if death.part_of is None and death.qualifier == "exactly":
            sums[death.sentence_start] += death.low or 0
    return set(sums.values())


def all_named_dead(claim: Claim, dead: set[str]) -> bool:
    """ "Found Ana Ruiz and Luis Prat with wounds": killed where the text tells the death of each.

    ``dead``: words of the names of those who died, lower case.
    """
    if claim.population is None or not claim.population.named:
        return False
    parts = [part for part in re.split(r",|\band\b|&", claim.quote) if re.search("[A-Z]", part)]
    surnames = [part.split()[-1].casefold() for part in parts]
    return len(surnames) == claim.low and len({*surnames}) > 1 and dead.issuperset(surnames)


def _victim(claim: Claim) -> bool:
    """Whether not told of as an attacker."""
    return claim.population is None or claim.population.status != "perpetrator"


def _beside(text: str, claim: Claim) -> bool:
    """ "Four others", "two more men", "two were also shot": counted beside somebody else."""
    end = claim.basis.end if claim.basis else claim.end
    if re.search(r"\balso\b", text[claim.end : max(end, claim.end)], re.IGNORECASE):
        return True
    return bool(_BESIDE.search(text, claim.start, claim.end + _NOUN_REACH)) and bool(
        _BESIDE.search(re.split(r"[.;,]", text[claim.start : claim.end + _NOUN_REACH])[0])
    )


def _told_apart(text: str, claim: Claim, death: Claim) -> bool:
    """ "One was killed and four were shot": side by side in one sentence, neither in the other.

    "Eight men shot, two dead", "shot eight men and killed two", "two of the eight who were shot
    died" and "two died after a man shot eight" tell of the dead among the eight.
    """
    if death.sentence_start != claim.sentence_start or death.part_of == claim.id:
        return False
    if death.start < claim.start:
        between = text[death.end : claim.start]
        return not (_OF_THEM.fullmatch(between) or _AFTER.search(between))
    if _SUM.search(text, max(0, claim.start - 12), claim.end):
        return False
    return " and " in text[claim.end : death.start].lower() and _otherwise(claim, death)


def _otherwise(claim: Claim, death: Claim) -> bool:
    """ "Six were shot and one was stabbed to death": harmed in another way."""
    if claim.basis is None or death.basis is None:
        return False
    return death.basis.word.casefold() in words("grammar", "ways_of_harm") - {
        claim.basis.word.casefold()
    }
