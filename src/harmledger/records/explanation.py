"""Why a sentence gave the claims it gave, or none."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Explanation", "Ground"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why one claim was made, or why one harm word with a victim made none.

    ``path`` is the way through the sentence from the harm word to the victim phrase, each step with
    its relation ("killed <-nsubjpass- priests"); ``claim`` the id of the claim, None where
    there is none, and ``refused`` then says why. Where the judge made the claim, ``score`` is how
    likely it held it, from 0 to 1, and ``reasons`` what spoke most for it, the strongest first;
    ``status_by`` and ``scope_by`` are the same for a status or scope that was weighed.
    """

    word: str
    rule: str
    path: str
    quote: str
    claim: str | None = None
    refused: str | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
    status_by: tuple[str, ...] = ()
    scope_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One sentence, ``start:end`` of its text. ``words``: the harm words that let it through;
    ``none``: why it gave no claim, None where it gave one."""

    document: str
    start: int
    end: int
    sentence: str
    words: tuple[str, ...]
    grounds: tuple[Ground, ...]
    none: str | None = None
