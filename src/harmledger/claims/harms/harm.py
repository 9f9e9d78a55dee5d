"""One predicate of harm with one victim phrase, as every frame gives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.words.gate import HarmWord

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Harm"]


@dataclass(frozen=True, slots=True)
class Harm:
    """One predicate of harm with one victim phrase, by the head token of that phrase."""

    word: HarmWord
    trigger: Token
    victim: Token
    actor: Token | None
    rule: str
