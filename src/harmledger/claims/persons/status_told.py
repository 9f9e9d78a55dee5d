"""What the text tells of those harmed beside their own mention, as traits that are weighed.

Of "he" in "Luis Prat, 17, was hit by a stray bullet; he died", the traits are among others
``years:minor|name`` for the name and ``person age:child`` for the pronoun, which is of one person
with it (:mod:`harmledger.claims.persons.sameness`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from harmledger.claims.persons.children import ages_beside
from harmledger.claims.persons.pronouns import PRONOUNS
from harmledger.claims.persons.sameness import persons_told
from harmledger.claims.persons.status_words import class_of, words_in
from harmledger.claims.persons.tellings import Telling, telling_of
from harmledger.claims.quantities.ages import ADULT, find_ages
from harmledger.claims.words.people import is_person_word
from harmledger.records import Claim

__all__ = ["Told"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_AGE_BEHIND = re.compile(r"(?:,\s*(?:aged?\s+)?|\(\s*)(\d{1,2})\s*[,.;)]")
_MORE = re.compile(r"\b(?:others?|another|more)\b", re.IGNORECASE)
#: Single persons looked at in one text: lists of the dead can be long.
_MOST = 150
#: Mentions of a name looked at for an age, and characters on either side.
_MENTIONS, _AHEAD, _BEHIND = 12, 60, 40
#: Characters before a mention in which an age, or a noun for a person, was told last; and behind.
_AGE_REACH, _NOUN_REACH, _NEXT = 400, 250, 120
_TEENS_END = 20


class Told:
    """One text with its claims in text order, and the status of each that the rules gave."""

    def __init__(self, text: str, claims: Sequence[Claim], status: Mapping[str, str]) -> None:
        self.text, self.claims, self._status = text, claims, status

    @cached_property
    def _single(self) -> dict[str, Telling]:
        single = [c for c in self.claims if c.low == c.high == 1][:_MOST]
        return {claim.id: telling_of(self.text, claim) for claim in single}

    @cached_property
    def _persons(self) -> dict[str, list[Claim]]:
        """The claims of the same person, by the id of each claim of one."""
        groups = persons_told(self.text, list(self._single.values()), self.claims)
        told = [[telling.claim for telling in group] for group in groups]
        return {claim.id: group for group in told for claim in group}

    @cached_property
    def _ages(self) -> tuple[list[int], list[int]]:
        """Where ages stand in the text, in order, and the years."""
        found = [(age.start, age.years) for age in find_ages(self.text)]
        found += [(match.start(1), int(match[1])) for match in _AGE_BEHIND.finditer(self.text)]
        found.sort()
        return [at for at, _ in found], [years for _, years in found]

    @cached_property
    def _numbers(self) -> dict[tuple[int | None, int | None], Counter[tuple[str, str]]]:
        """Measures and statuses of the claims of each number: a table has thousands of rows."""
        out: dict[tuple[int | None, int | None], Counter[tuple[str, str]]] = {}
        for claim in self.claims:
            told = out.setdefault((claim.low, claim.high), Counter())
            told[claim.measure, self._status[claim.id]] += 1
        return out

    @cached_property
    def _nouns(self) -> tuple[list[int], list[str]]:
        """Where words for people stand in the text, in order, and the words."""
        every = ((match.start(), match[0].lower()) for match in _WORD.finditer(self.text))
        found = [(at, word) for at, word in every if is_person_word(word)]
        return [at for at, _ in found], [word for _, word in found]

    def traits(self, index: int) -> Iterator[str]:
        """The traits of claim ``index``."""
        claim = self.claims[index]
        form = self._form(claim)
        yield from self._noun(claim, form)
        yield from self._beside(index, form)
        yield from self._before(claim, form)
        if claim.id in self._single:
            yield from self._years(self._single[claim.id], form)
            yield from self._same_person(claim)
        if (claim.low or 0) > 1:
            own = (claim.measure, self._status[claim.id])
            for told, many in self._numbers[claim.low, claim.high].items():
                if many > (told == own):  # others than the claim itself
                    alike = "alike" if told[0] == claim.measure else "else"
                    yield f"same number {alike}:{told[1]}"

    def _form(self, claim: Claim) -> str:
        """How those harmed are told of: as for one person, or a pronoun, names, number or noun."""
        if claim.id in self._single:
            return self._single[claim.id].form
        if claim.quote.casefold() in PRONOUNS:
            return "pronouns"
        if claim.population is not None and claim.population.named:
            return "names"
        noun = _noun_of(claim)
        return "nouns" if noun is not None and is_person_word(noun) else "bare"

    def _noun(self, claim: Claim, form: str) -> Iterator[str]:
        yield f"form:{form}"
        noun = _noun_of(claim)
        if noun is not None and claim.population is not None and not claim.population.named:
            yield from (f"noun:{noun}", f"noun~{class_of(noun)}")
        if claim.basis is not None:
            yield from (f"by:{claim.basis.rule}", f"by:{claim.basis.rule}|{form}")

    def _beside(self, index: int, form: str) -> Iterator[str]:
        """The claims before and behind, in the sentence or out of it."""
        claim = self.claims[index]
        for name, at in (("before", index - 1), ("behind", index + 1)):
            if not 0 <= at < len(self.claims):
                yield f"{name}:none"
                continue
            other = self.claims[at]
            status = self._status[other.id]
            if other.sentence_start != claim.sentence_start:
                yield f"{name} out:{status}|{form}"
                continue
            alike = "alike" if other.measure == claim.measure else "else"
            yield from (f"{name}:{status}|{form}", f"{name}:{status}|{form}|{alike}")
        if index and _MORE.search(claim.quote):
            last = self.claims[index - 1]
            near = last.sentence_start == claim.sentence_start
            yield f"other than:{self._status[last.id]}|{near}"

    def _before(self, claim: Claim, form: str) -> Iterator[str]:
        """The age and the noun for a person that were told last, and the noun told next."""
        at, years = self._ages
        last = bisect_left(at, claim.start) - 1
        if last >= 0 and at[last] >= claim.start - _AGE_REACH:
            yield f"age before:{'minor' if years[last] < ADULT else 'adult'}|{form}"
        at, nouns = self._nouns
        last = bisect_left(at, claim.start) - 1
        if last >= 0 and at[last] >= claim.start - _NOUN_REACH:
            yield f"person before~{class_of(nouns[last])}|{form}"
            yield f"person before:{nouns[last]}|{form}"
        following = bisect_left(at, claim.end)
        if following < len(at) and at[following] < claim.end + _NEXT:
            yield f"person behind~{class_of(nouns[following])}|{form}"

    def _years(self, telling: Telling, form: str) -> Iterator[str]:
        """The age of one person: in the claim, else beside the name anywhere."""
        years = telling.years
        if years is None and telling.names:
            name = re.compile(rf"\b{re.escape(telling.names[-1])}\b", re.IGNORECASE)
            for _, match in zip(range(_MENTIONS), name.finditer(self.text), strict=False):
                ahead = self.text[max(0, match.start() - _AHEAD) : match.start()]
                beside = ages_beside(ahead, self.text[match.end() : match.end() + _BEHIND])
                if beside:
                    years = beside[0]
                    break
        if years is None:
            yield f"years:none|{form}"
        else:
            kind = "minor" if years < ADULT else "teen" if years < _TEENS_END else "adult"
            yield f"years:{kind}|{form}"

    def _same_person(self, claim: Claim) -> Iterator[str]:
        """What the other tellings of the same person say."""
        others = [one for one in self._persons.get(claim.id, ()) if one.id != claim.id]
        statuses = Counter(self._status[one.id] for one in others)
        yield from (f"person:{status}" for status in statuses)
        if len(statuses) == 1:
            yield f"person only:{next(iter(statuses))}"
        if not others:
            yield "told once"
        for other in others:
            noun = _noun_of(other)
            if noun is not None and other.population is not None and not other.population.named:
                yield f"person noun:{noun}"
            yield from (f"person~{kind}" for w in words_in(other.quote) if (kind := class_of(w)))
            if other.population is not None and other.population.age:
                yield f"person age:{other.population.age}"


def _noun_of(claim: Claim) -> str | None:
    """The last word of the phrase for those harmed."""
    surface = claim.population.surface if claim.population else None
    return re.split(r"[\s-]+", surface.lower())[-1] if surface else None
