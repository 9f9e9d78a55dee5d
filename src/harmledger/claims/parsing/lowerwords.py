"""The words of a parsed sentence in lower case, put together once: rules ask for them often."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["lower_words", "text_of", "word_set"]

#: Under which names the parsed sentence itself keeps them.
_WORDS, _SET, _TEXT = "harmledger words", "harmledger word set", "harmledger text"


def lower_words(doc: Doc) -> tuple[str, ...]:
    """The word of each token in lower case."""
    held: tuple[str, ...] | None = doc.user_data.get(_WORDS)
    if held is None:
        held = doc.user_data[_WORDS] = tuple([token.lower_ for token in doc])
    return held


def word_set(doc: Doc) -> frozenset[str]:
    """The different words in lower case: what most rules can ask before anything else."""
    held: frozenset[str] | None = doc.user_data.get(_SET)
    if held is None:
        held = doc.user_data[_SET] = frozenset(lower_words(doc))
    return held


def text_of(doc: Doc) -> str:
    """The sentence as it was parsed; a token begins at its ``idx``."""
    held: str | None = doc.user_data.get(_TEXT)
    if held is None:
        held = doc.user_data[_TEXT] = doc.text
    return held
