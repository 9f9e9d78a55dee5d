"""Walks a book once, its texts included, and keeps what pages say of each other."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from harmledger.records import Claim, Text
from harmledger.site.book import BookLike
from harmledger.site.cards import Card, Snippet, file_name
from harmledger.site.shelf import Shelf
from harmledger.site.show import show_range

__all__ = ["gather"]

_OPENING = 70  # characters of a report without a title that stand for one
_AROUND = 120  # characters of the sentence shown on either side of the quote


def _card(text: Text, shelf: Shelf) -> Card:
    document = "(file name withheld: it spells a name)"
    if not shelf.names.in_address(text.document, (text.id,)):
        document = text.document
    title = shelf.shown(text.title, (text.id,)) if text.title else _opening(text, shelf)
    return Card(
        id=text.id,
        page_id=text.page_id,
        file=file_name(text.id),
        title=title or shelf.shown(document, (text.id,)),
        publisher=shelf.shown(text.publisher or document, (text.id,)),
        named=bool(text.publisher),
        date=text.published_at,
        size=len(text.text),
    )


def _opening(text: Text, shelf: Shelf) -> Markup:
    """The first words that were read of a report, which tell more than the name of a file."""
    whole = text.text
    for block in text.blocks:
        words = whole[block.start : block.end].lstrip() if block.kept else ""
        if words.strip():
            break
    else:
        return Markup()
    start = block.end - len(words)
    words = words.partition("\n")[0].rstrip()
    if len(words) > _OPENING:
        words = words[:_OPENING].rpartition(" ")[0] or words[:_OPENING]
    hidden = shelf.names.ranges(text)
    end = start + len(words)
    # A cut inside a withheld name would show where it ends.
    end = next((low for low, high in hidden if low < end < high), end)
    more = "" if end >= block.end else "\u2026"
    return show_range(whole, start, end, hidden) + more


def _snippet(text: Text, claim: Claim, hidden: tuple[tuple[int, int], ...]) -> Snippet:
    whole = text.text
    start = min(max(claim.start, 0), len(whole))
    end = min(max(claim.end, start), len(whole))
    first = min(max(claim.sentence_start, 0), start)
    last = max(min(claim.sentence_end, len(whole)), end)
    cut_first, cut_last = first, last
    if start - first > _AROUND:
        space = whole.find(" ", start - _AROUND, start)
        cut_first = space + 1 if space >= 0 else start - _AROUND
    if last - end > _AROUND:
        space = whole.rfind(" ", end, end + _AROUND)
        cut_last = space if space >= 0 else end + _AROUND
    # A cut inside a withheld name would only show where it ends: cut around it.
    for low, high in hidden:
        cut_first = low if low < cut_first < high else cut_first
        cut_last = high if low < cut_last < high else cut_last
    before = show_range(whole, cut_first, start, hidden)
    after = show_range(whole, end, cut_last, hidden)
    return Snippet(
        before=("\u2026" + before) if cut_first > first else before,
        quote=show_range(whole, start, end, hidden),
        after=(after + "\u2026") if cut_last < last else after,
    )


def gather(book: BookLike, *, names: bool) -> Shelf:
    """Walks a book once, its texts included, and keeps what pages say of each other.

    Sizes: all records but texts are held; of each text a card, of each claim one line.
    """
    shelf = Shelf(book, names=names)
    aligned = _aligned(shelf)
    for text in book.texts():
        shelf.cards[text.id] = _card(text, shelf)
        claims, passages = shelf.claims_of.get(text.id, ()), aligned.get(text.id, ())
        hidden = shelf.names.ranges(text) if claims or passages else ()
        for claim in claims:
            shelf.snippets[claim.id] = _snippet(text, claim, hidden)
        for start, end in passages:
            shelf.passages[text.id, start, end] = show_range(text.text, start, end, hidden)
    return shelf


def _aligned(shelf: Shelf) -> dict[str, set[tuple[int, int]]]:
    """By text the spans that the evidence of its family aligns with another text's."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for family in {family.id: family for family in shelf.families.values()}.values():
        for tie in family.evidence:
            if len(tie.text_ids) != 2:
                continue
            first, second = tie.text_ids
            for passage in tie.passages:
                found[first].add((passage.first_start, passage.first_end))
                found[second].add((passage.second_start, passage.second_end))
    return found
