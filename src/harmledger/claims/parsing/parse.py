"""The parser: spaCy's small English model over prepared sentences."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.parsing.model import add_names, model, parse
from harmledger.claims.parsing.prepare import Prepared, prepare
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.quantities.grammar import Quantity
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.gazetteer import great_city, known_country
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Parsed", "add_entities", "is_common", "parse_sentences", "truecase"]


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


@cache
def _common_words() -> frozenset[str]:
    """Words of the lemmatizer's index: what is not a name in all-caps text."""
    lookups = getattr(model().get_pipe("lemmatizer"), "lookups")  # noqa: B009 - typed as a callable
    words: set[str] = set()
    for table in ("lemma_index", "lemma_exc"):
        rows = lookups.get_table(table)
        for part_of_speech in rows:
            words.update(rows[part_of_speech])
    return frozenset(words)


@cache
def is_common(word: str) -> bool:
    """Whether a (lower-case) word, or the one it is a form of, stands in the parser's word list."""
    common = _common_words()
    word = re.sub(r"['’]s$", "", word)
    if word in common or len(word) < 3 or word in model().Defaults.stop_words:
        return True
    if word.endswith("es") and word[:-2].endswith(("s", "x", "z", "ch", "sh", "o")):
        return word[:-2] in common  # "boxes"; "Soares" is no form of "soar"
    for ending, repair in (
        ("ies", "y"),
        ("es", "e"),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("er", ""),
        ("est", ""),
        ("men", "man"),
    ):
        if word.endswith(ending) and word[: -len(ending)] + repair in common:
            return True
    doubled = re.fullmatch(r"(.+)([a-z])\2(?:ed|ing)", word)
    return bool(doubled and doubled[1] + doubled[2] in common)


_PROPER = frozenset(
    "january february april june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday san el la los las de".split()
)


@cache
def _nouns_only() -> frozenset[str]:
    """Words that the lemmatizer's index lists as nouns and as nothing else."""
    lookups = getattr(model().get_pipe("lemmatizer"), "lookups")  # noqa: B009 - typed as a callable
    index = lookups.get_table("lemma_index")
    others = {word for part in ("adj", "adv", "verb") for word in index.get(part, ())}
    return frozenset(word for word in index.get("noun", ()) if word not in others)


def _is_surname(lowered: str) -> bool:
    """Whether a word behind a name is one more of its names: "MEDINA", which is also a noun."""
    if lowered in harm_words() or is_person_word(lowered) or lowered in words("things", "arms"):
        return False
    singulars = {lowered.removesuffix("s"), lowered.removesuffix("es")}
    return lowered in _nouns_only() or bool((singulars - {lowered}) & _nouns_only())


@cache
def _is_place(lowered: str) -> bool:
    """Whether a word is a country or a large town and, as far as lists tell, nothing else."""
    if len(lowered) < 4 or lowered in words("places", "also_words"):
        return False
    return known_country(lowered) or (lowered in _nouns_only() and great_city(lowered))


def truecase(word: str, before: bool | None) -> tuple[str, bool]:
    """``word`` of an all-caps sentence in the case of running text, and whether it is a name.

    ``before``: whether the word directly before it is a name, None at the start of the sentence.
    """
    lowered = word.lower()
    capital = lowered[:1].upper() + lowered[1:]
    if lowered == "i" or lowered in _PROPER:
        # "GOMEZ DE LEON": behind a particle a name goes on.
        return capital, bool(before) and lowered in words("grammar", "name_particles")
    if lowered in words("counter_names", "titles"):
        return capital, True  # "DR. PRAT": what stands behind it is a name
    if lowered in words("grammar", "given_names"):
        return capital, True
    if _is_place(lowered):
        return capital, False
    if not is_common(lowered) or (before and _is_surname(lowered)):
        return capital, True
    if before is None:
        return capital, _is_surname(lowered)
    return lowered, False


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
            words=frozenset(token.lower_ for token in doc),
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
