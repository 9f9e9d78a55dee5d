"""Who says what stands at a word: its sentence, its quotation, and what leads up to them.

Inside a sentence the cues decide that govern the word. A direct quotation has one source over all
its sentences. A pronoun ("he added") is resolved to the source named before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from harmledger.claims.attribution.accounts import find_accounts
from harmledger.claims.attribution.antecedents import antecedents, joined_subject
from harmledger.claims.attribution.around import those_around
from harmledger.claims.attribution.cue import Cue, not_sourced, points_back
from harmledger.claims.attribution.cues import cues_of
from harmledger.claims.attribution.denials import deniers
from harmledger.claims.attribution.firsthand import told_by
from harmledger.claims.attribution.governing import Attribution, governing
from harmledger.claims.attribution.hearing import Account
from harmledger.claims.attribution.outside import source_outside
from harmledger.claims.attribution.quotations import Quotation, find_quotations, quotation_at
from harmledger.claims.attribution.quoted import source_of
from harmledger.claims.attribution.speakers import kind_of, phrase
from harmledger.claims.attribution.turns import Turn, find_turns
from harmledger.claims.attribution.unattributed import (
    beside_number,
    in_other_clause,
    unattributed,
)
from harmledger.claims.attribution.whole import Head, head_of, opened_by
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.words.lexicon import words
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Voices"]

#: Sentences back to which a pronoun may point, and how many of them are parsed at once.
REACH = 10
#: Quotations that may go on from one another before their source is given up.
RUN = 60
AHEAD = 2


@dataclass(slots=True)
class Voices:
    """The sources of one text, as :class:`~harmledger.claims.attribution.hearing.Hearing` says.

    ``parsed`` grows: a sentence that was asked for and is not there is noted in ``wanted``.
    """

    text: str
    sentences: list[Sentence]
    parsed: dict[int, Parsed]
    quotations: list[Quotation] = field(init=False)
    turns: list[Turn] = field(init=False)
    head: Head = field(init=False)
    opened: int | None = field(init=False)
    accounts: list[Account] = field(init=False)
    teller: tuple[int, tuple[int, int]] | None = field(init=False)
    wanted: set[int] = field(default_factory=set)
    _cues: dict[int, list[Cue]] = field(default_factory=dict)
    _quoted: dict[int, Speaker | None] = field(default_factory=dict)
    _going_on: int = 0

    def __post_init__(self) -> None:
        self.quotations = find_quotations(self.text)
        self.head = head_of(self.text)
        self.turns = find_turns(self.text, self.head.names, self.head.authors)
        self.opened = opened_by(self.text, self.sentences)
        self.accounts = find_accounts(self.text, self.sentences)
        self.teller = told_by(self.text, self.sentences, self.quotations)

    def forget(self) -> None:
        """Drop what was concluded from the sentences parsed so far."""
        self.wanted.clear()
        self._quoted.clear()

    def sentence(self, index: int) -> Parsed | None:
        """A parsed sentence; None, and noted, where it is not parsed; None outside of the text."""
        found = self.parsed.get(index)
        if found is None and 0 <= index < len(self.sentences):
            self.wanted.add(index)
        return found

    def sentence_at(self, offset: int) -> int | None:
        """The sentence that the character at ``offset`` stands in or behind."""
        # A headline that was given apart is read first, though it stands last.
        apart = len(self.sentences) > 1 and self.sentences[0].start > self.sentences[1].start
        index = bisect_right(self.sentences, offset, int(apart), key=lambda s: s.start) - 1
        return index if index >= int(apart) else None

    def cues(self, index: int) -> list[Cue]:
        """All cues of a sentence."""
        if index not in self._cues:
            parsed = self.sentence(index)
            if parsed is None:
                return []
            self._cues[index] = cues_of(parsed)
        return self._cues[index]

    def within(self, index: int, token: Token) -> int | None:
        """The number of the quotation that holds the token."""
        return quotation_at(self.quotations, self.parsed[index].start(token))

    def narrated(self, index: int) -> list[Cue]:
        """The cues of a sentence that no quotation holds."""
        return [
            c
            for c in self.cues(index)
            if self.within(index, c.token) is None and self.within(index, c.source) is None
        ]

    def at(self, index: int, trigger: Token, number: tuple[int, int] | None = None) -> Attribution:
        """The attribution of what is said at ``trigger`` in the parsed sentence ``index``.

        ``number``: where the count stands in the text, if it is known.
        """
        parsed = self.parsed[index]
        if number is not None and (found := beside_number(self, index, number)) is not None:
            return Attribution(found, None)
        quotation = self.within(index, trigger)
        governed = deniers(governing(self.cues(index), trigger), trigger)
        counted = (
            in_other_clause(self.parsed[index], trigger, number) if number is not None else None
        )
        if counted is not None:
            governed = governing(self.cues(index), counted) or governed
        chain = [c for c in governed if self.within(index, c.token) == quotation]
        outer = self.quoted(quotation) if quotation is not None else None
        if quotation is not None and outer is None:
            chain += [c for c in governed if self.within(index, c.token) is None]
        if outer is not None or len(chain) > 1:
            # Who confesses is told of, where an authority tells it.
            chain = [c for c in chain if not _confesses(c)]
            chain = [c for c in chain if not not_sourced(c)] or chain[:1] * (outer is None)
        speakers = list(self._named(index, chain, alone=outer is None))
        if outer is not None:
            speakers.append(outer)
        verb = chain[0].token.lower_ if chain else None
        if chain and any(c.dep_ == "neg" for c in chain[0].token.children):
            verb = None  # "did not deny"
        around = list(those_around(self, index, parsed.start(trigger)))
        if not speakers and not around:
            return Attribution(unattributed(self, index, trigger, number), verb)
        speakers += around
        inner, *others = speakers
        via = [s.name for s in reversed(others) if not _same(s, inner)]
        return Attribution(replace(inner, via=(*via, *inner.via)), verb)

    def outside(self, index: int, start: int, end: int) -> Speaker | None:
        """The source of a figure at ``start:end`` that stands in no sentence that is parsed."""
        return source_outside(self, index, start, end)

    def _named(self, index: int, chain: list[Cue], *, alone: bool) -> Iterator[Speaker]:
        """The sources of the cues, innermost first; a pronoun is one of them or one before."""
        parsed = self.parsed[index]
        named = False
        for cue in chain:
            noun = self._source(cue)
            named = named or noun is not None
            speaker = phrase(parsed, noun) if noun is not None else None
            if speaker is not None:
                passed = (phrase(parsed, token) for token in cue.passed_on)
                yield replace(speaker, via=tuple(s.name for s in passed if s is not None))
        if chain and not named and alone:
            meant = self.meant(index, chain[-1].source)
            if meant is not None:
                yield meant

    @staticmethod
    def _source(cue: Cue) -> Token | None:
        """The noun of a cue; of a pronoun, the name before it that it is joined to."""
        if points_back(cue):
            return joined_subject(cue.token, cue.source)
        return cue.source

    def meant(self, index: int, pronoun: Token) -> Speaker | None:
        """Whom a pronoun points to: the nearest fitting source or subject before it."""
        for before in range(index, max(-1, index - 1 - REACH), -1):
            parsed = self.sentence(before)
            if parsed is None:
                # More of them are wanted at once: sentences parsed together are parsed faster.
                near = range(max(0, before - AHEAD), before)
                self.wanted.update(i for i in near if i not in self.parsed)
                return None
            limit = pronoun.i if before == index else len(parsed.doc)
            sources = [c.source for c in self.narrated(before) if c.source.i < limit]
            for noun in antecedents(pronoun, parsed.doc[:limit], sources):
                if self.within(before, noun) is None and (found := phrase(parsed, noun)):
                    return found
        return None

    def quoted(self, number: int) -> Speaker | None:
        """The source of a quotation."""
        if number not in self._quoted and self._going_on < RUN:
            self._quoted[number] = None  # against going round in circles
            self._going_on += 1
            self._quoted[number] = source_of(self, number)
            self._going_on -= 1
        return self._quoted.get(number)

    def speaker_of(self, index: int, cue: Cue) -> Speaker | None:
        """The source of one cue, a pronoun resolved."""
        return next(self._named(index, [cue], alone=True), None)

    def last_source(self, index: int) -> Speaker | None:
        """The source of the last cue of a narrated sentence."""
        cues = self.narrated(index)
        return self.speaker_of(index, cues[-1]) if cues else None


def _confesses(cue: Cue) -> bool:
    """ "He admitted that he shot two, police said"; an army or ministry that admits is a source."""
    source = cue.source
    noun = source.doc[source.left_edge.i : source.i + 1].text
    return cue.token.lower_ in words("reporting", "confessing") and kind_of(noun) == "other"


def _same(a: Speaker, b: Speaker) -> bool:
    return a.start < b.end and b.start < a.end
