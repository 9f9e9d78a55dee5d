"""Distinct wordings: all texts with the same words stand behind one of these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harmledger.families.arrays import distinct
from harmledger.families.wording import run_hashes, word_hashes, wording_hash
from harmledger.kept import Kept, Shelf
from harmledger.records import Text

if TYPE_CHECKING:
    from harmledger.families.tokens import Hashes

__all__ = ["Bearer", "Wording", "collect", "overlap"]


@dataclass(frozen=True, slots=True, order=True)
class Bearer:
    """A text that has the wording."""

    document: str
    text_id: str
    published_at: str | None = field(compare=False)
    text: Text = field(compare=False, repr=False)


@dataclass(slots=True, kw_only=True, eq=False)
class Wording:
    """One sequence of words as hashes, how many, and who bears it."""

    key: str
    length: int
    words: Hashes
    bearers: list[Bearer]

    @property
    def text(self) -> Text:
        """The text of the first bearer."""
        return self.bearers[0].text


def collect(texts: Iterable[Text], kept: Kept | None = None) -> list[Wording]:
    """The distinct wordings, longest first, then by key: an order free of the input's.

    An empty text is a wording of its own: having nothing in common is no likeness. A text id
    that comes twice counts once. ``kept``: words that were read before.
    """
    bearers: dict[str, Bearer] = {}
    for text in texts:
        bearer = Bearer(text.document, text.id, text.published_at, text)
        known = bearers.get(text.id)
        bearers[text.id] = bearer if known is None else min(known, bearer)
    found: dict[str, Wording] = {}
    hashes_of = _held_hashes([bearer.text for bearer in bearers.values()], kept)
    for bearer, hashes in zip(bearers.values(), hashes_of, strict=True):
        key = wording_hash(hashes) if len(hashes) else f"empty {bearer.text_id}"
        wording = found.get(key)
        if wording is None:
            wording = Wording(key=key, length=len(hashes), words=hashes, bearers=[])
            found[key] = wording
        wording.bearers.append(bearer)
    for wording in found.values():
        wording.bearers.sort()
    return sorted(found.values(), key=lambda wording: (-wording.length, wording.key))


def _held_hashes(texts: Sequence[Text], kept: Kept | None) -> Iterable[Hashes]:
    """The compared words of each text; many texts are read side by side."""
    if kept is None:
        return word_hashes(texts)
    import numpy as np

    shelf = Shelf(kept, "words", bytes)
    keys = [kept.of_record(text) for text in texts]
    held = [shelf.held(key) for key in keys]
    new = word_hashes(text for text, words in zip(texts, held, strict=True) if words is None)
    found = []
    for key, words in zip(keys, held, strict=True):
        if words is None:
            hashes = next(new)
            shelf.put(key, hashes.astype("<u8", copy=False).tobytes())
        else:
            hashes = np.frombuffer(words, "<u8").astype(np.uint64, copy=False)
        found.append(hashes)
    return found


def overlap(first: Wording, second: Wording) -> tuple[float, float]:
    """Jaccard of the runs of five words, and the share of the shorter one's in the longer."""
    import numpy as np

    one, two = distinct(run_hashes(first.words)), distinct(run_hashes(second.words))
    if not len(one) or not len(two):
        return 0.0, 0.0
    shared = len(np.intersect1d(one, two, assume_unique=True))
    return shared / (len(one) + len(two) - shared), shared / min(len(one), len(two))
