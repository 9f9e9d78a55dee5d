"""What is known of one text where a source is looked for: its sentences, cues and quotations.

The modules that look for a source in one way ask this; :mod:`harmledger.claims.attribution.voices`
is it, and puts them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from harmledger.claims.attribution.cue import Cue
from harmledger.claims.attribution.quotations import Quotation
from harmledger.claims.attribution.turns import Turn
from harmledger.claims.attribution.whole import Head
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.sentences import Sentence
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Account", "Hearing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """``start`` to ``end`` is one source's account, whom ``name`` spans.

    ``name`` None: whoever the sentences before ``index`` are about. ``heading``: only if the
    sentence ``index`` has no verb.
    """

    start: int
    end: int
    index: int
    name: tuple[int, int] | None
    heading: bool = False


class Hearing(Protocol):
    """One text as its sources are looked for.

    ``opened``: the sentence whose source tells all that follows; ``teller``: who tells it in the
    first person, and where that begins.
    """

    text: str
    sentences: list[Sentence]
    parsed: dict[int, Parsed]
    quotations: list[Quotation]
    turns: list[Turn]
    head: Head
    opened: int | None
    accounts: list[Account]
    teller: tuple[int, tuple[int, int]] | None

    def sentence(self, index: int) -> Parsed | None:
        """A parsed sentence; None, and noted, where it is not parsed; None outside of the text."""

    def sentence_at(self, offset: int) -> int | None:
        """The sentence that the character at ``offset`` stands in or behind."""

    def within(self, index: int, token: Token) -> int | None:
        """The number of the quotation that holds the token."""

    def narrated(self, index: int) -> list[Cue]:
        """The cues of a sentence that no quotation holds."""

    def meant(self, index: int, pronoun: Token) -> Speaker | None:
        """Whom a pronoun points to: the nearest fitting source or subject before it."""

    def quoted(self, number: int) -> Speaker | None:
        """The source of a quotation."""

    def speaker_of(self, index: int, cue: Cue) -> Speaker | None:
        """The source of one cue, a pronoun resolved."""

    def last_source(self, index: int) -> Speaker | None:
        """The source of the last cue of a narrated sentence."""
