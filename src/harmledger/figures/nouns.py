"""What was counted, in words: nouns by unit and status, what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from harmledger.incidents import done_words
from harmledger.records import Claim, Population
from harmledger.vocabulary import load

__all__ = ["Subject", "measure_order", "subject_of"]


@cache
def _data(term: str) -> Mapping[str, Any]:
    return load("en", "statements")[term].data


def measure_order(measure: str) -> tuple[int, str]:
    """The place of a measure where people look: the killed first, as the vocabulary has them."""
    known = [term.id for term in load("en", "statements").terms if "done" in term.data]
    return (known.index(measure) if measure in known else len(known)), measure


@dataclass(frozen=True, slots=True)
class Subject:
    """Nouns for one and for many, what happened to them, and whether they are people.

    ``reported`` stands after "were reported", ``done`` after "were".
    ``note``: what must stand beside the figure ("civilians and combatants not distinguished").
    """

    one: str
    many: str
    done: str
    people: bool
    note: str = ""
    act: bool = False
    #: Nothing is said of what became of them: they were told of.
    bare: bool = False

    @property
    def reported(self) -> str:
        """Behind "were reported": " killed"; nothing for deliveries, which are acts."""
        return "" if self.act or self.bare else f" {self.done}"

    def noun(self, number: int | None) -> str:
        """One person, 2 people; people where the number is unknown."""
        return self.one if number == 1 else self.many


def subject_of(
    measure: str, unit: str | None, status: str | None, claims: Sequence[Claim]
) -> Subject:
    """The words for an assessment; ``claims`` are its own (for phase, age and sex)."""
    words = _data(measure)
    act = unit in _data("acts")["units"]
    phases = {claim.phase for claim in claims}
    phase = phases.pop() if len(phases) == 1 else None
    done = str(_data("phase").get(phase or "", words["done"]))
    if words.get("lost_words"):
        done = done_words(measure, claims)  # "killed or missing", of one number
    # Deliveries promised are promised; deliveries delivered are made.
    act = act and done == words["done"]
    if act:
        done = str(_data("acts")["done"])
    people = unit in {"people", None} and "goods" not in words and measure != "damaged"
    known = _data("status").get(status or "") if people else None
    if known is None and unit is None and not people:
        return _goods(words, done)
    nouns = known or _data("unit").get(unit or "people", [unit, unit])
    one, many = str(nouns[0]), str(nouns[1])
    goods = words.get("goods")
    if goods and unit not in _data("pieces")["units"]:
        one, many = f"{one} of {goods}", f"{many} of {goods}"
    elif people:
        one, many = _described(one, many, status if known else None, claims)
    note = str(_data("mixed")["note"]) if _mixed(claims) and people and known is None else ""
    return Subject(one, many, done, people, note, act)


def _goods(words: Mapping[str, Any], done: str) -> Subject:
    goods = str(words.get("goods", "building"))
    if goods == "building":
        return Subject("building", "buildings", done, False)
    return Subject(
        f"unit of {goods} (unit not stated)", f"units of {goods} (unit not stated)", done, False
    )


def _described(one: str, many: str, status: str | None, claims: Sequence[Claim]) -> tuple[str, str]:
    """Children, women or girls: where all the claims state one age and sex."""
    described = {
        f"{claim.population.age or ''} {_sex(claim.population)}".strip() if claim.population else ""
        for claim in claims
    }
    word = described.pop() if len(described) == 1 else ""
    nouns = _data("described").get(word)
    if not word:
        return one, many
    if nouns is None:
        return f"{one} ({word})", f"{many} ({word})"
    if status is not None and word in {"female", "male"}:
        return f"{one} ({word})", f"{many} ({word})"
    if status is None:
        return str(nouns[0]), str(nouns[1])
    return f"{one} ({nouns[0]})", f"{many} ({nouns[1]})"


def _sex(people: Population) -> str:
    """Their sex, where more tells it than a trade: a woman may be one of "policemen"."""
    trade = (people.role or "").casefold()
    plain = trade.split()[-1:] and trade.split()[-1] in _data("described")["adult male"]
    by_trade = trade.endswith(("man", "men")) and not plain
    return "" if by_trade and people.sex == "male" else people.sex or ""


def _mixed(claims: Sequence[Claim]) -> bool:
    statuses = {claim.population.status if claim.population else None for claim in claims}
    return statuses == {"mixed"}
