"""Texts in, families out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from harmledger.families.fingerprint import fingerprint
from harmledger.families.grouping import group
from harmledger.families.relations import families_of
from harmledger.families.wordings import collect
from harmledger.kept import Kept
from harmledger.records import Family, Text

__all__ = ["find_families"]


def find_families(texts: Iterable[Text], kept: Kept | None = None) -> Iterator[Family]:
    """Put every text into exactly one family; families come in the order of their ids.

    Kept body blocks are compared, as words without case, white space and punctuation. Equal
    texts are one family; so are texts that run in step for most of their length, and those that
    the scored likeness takes for rewrites (``linking/families.toml``, ``linking/likeness.toml``).
    Texts below 20 words join only by equality, empty ones never. The result does not depend on
    the order of the input. ``Member.score`` is how sure the member's link is: of copies and
    parts the share of the shorter text's words that stand in step in the other, of rewrites the
    probability by the weights; 0 to 1. ``kept``: words of texts, what pairs were found to be and
    families made before, which spares work and changes nothing.
    """
    families = families_of(group(collect(texts, kept), kept), kept)
    made = sorted(families, key=lambda family: family.id)
    # They take much memory, and nobody asks for them any more.
    fingerprint.cache_clear()
    yield from made
