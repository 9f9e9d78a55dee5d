"""The parser: spaCy's small English model over prepared sentences."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.parsing.casing import truecase
from harmledger.claims.parsing.lowerwords import word_set
from harmledger.claims.parsing.model import add_names, parse
from harmledger.claims.parsing.prepare import Prepared, prepare
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.quantities.grammar import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Parsed", "add_entities", "parse_sentences"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A parsed sentence: the tokens, and where each stands in the whole ``text``."""

    text: str
    sentence: Sentence
    prepared: Prepared
    doc: Doc
    quantity_at: dict[int, Quantity]
    #: The words in lower case: what most rules ask first, at no cost.
    words: frozenset[str]

    def start(self, token: Token) -> int:
        """Offset in the text of the first character of ``token``."""
        return self.prepared.starts[token.idx]

    def end(self, token: Token) -> int:
        """Offset in the text behind the last character of ``token``."""
        return self.prepared.ends[token.idx + len(token) - 1]

    def years(self, token: Token) -> int | None:
        """The age in years that ``token`` stands for ("16-year-old"), if any."""
        if token.lower_ not in {"youth", "young"}:
            return None
        at = self.start(token)
        return next((age.years for age in self.prepared.ages if age.start == at), None)

    def quantity(self, token: Token) -> Quantity | None:
        """The quantity that ``token`` stands for, if any."""
        return self.quantity_at.get(token.i)


def add_entities(parsed: Iterable[Parsed]) -> None:
    """Find the names in sentences that were parsed without."""
    add_names(p.doc for p in parsed)


def parse_sentences(
    items: Iterable[tuple[str, Sentence]], *, entities: bool = True
) -> Iterator[Parsed]:
    """Parse ``(text, sentence)`` pairs in order, in batches; ``entities``: find names as well."""
    waiting: deque[tuple[str, Sentence, Prepared]] = deque()

    def prepared() -> Iterator[str]:
        for text, sentence in items:
            one = prepare(text, sentence.start, sentence.end, truecase=truecase)
            waiting.append((text, sentence, one))
            yield one.parsed

    for doc in parse(prepared(), names=entities):
        text, sentence, one = waiting.popleft()
        yield Parsed(
            text=text,
            sentence=sentence,
            prepared=one,
            doc=doc,
            quantity_at=_quantities_at(doc, one),
            words=word_set(doc),
        )


def _quantities_at(doc: Doc, prepared: Prepared) -> dict[int, Quantity]:
    spans: dict[int, Quantity] = {}
    waiting = prepared.quantities
    if not waiting:
        return spans
    index = 0
    for token in doc:
        if token.is_space:
            continue
        left = prepared.starts[token.idx]
        right = prepared.ends[token.idx + len(token) - 1]
        while index < len(waiting) and waiting[index].end <= left:
            index += 1
        if index < len(waiting) and waiting[index].core_start < right and left < waiting[index].end:
            spans[token.i] = waiting[index]
    return spans
