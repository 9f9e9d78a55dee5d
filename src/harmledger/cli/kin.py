"""A family in lines that a person reads: which reports are copies, of what, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from harmledger.cli.report import many
from harmledger.ledger import Book
from harmledger.records import Family, Passage, Text, Tie

__all__ = ["family_lines"]

#: Passages shown of a tie, and characters of each.
_PASSAGES = 2
_LONGEST = 150
_DAY = 10

_RELATIONS = {
    "original": "the original",
    "unknown": "which came first is not known",
    "copy": "a copy",
    "rewrite": "a rewrite",
    "partial": "holds a part of it",
}


def family_lines(book: Book, one: Family) -> Iterator[str]:
    """Its reports, and each tie with the passages that most tell of it, side by side."""
    texts = {m.text_id: cast("Text | None", book.one("texts", m.text_id)) for m in one.members}
    alone = len(one.members) == 1
    yield (
        "  a report alone: no other report in this book was found to be a copy of it"
        if alone
        else f"  {len(one.members)} reports of one origin, which count as one"
    )
    yield ""
    yield "  reports:"
    for member in one.members:
        text = texts[member.text_id]
        day = (text.published_at or "not dated")[:_DAY] if text else "gone"
        title = f", “{text.title}”" if text and text.title else ""
        what = "" if alone else f": {_RELATIONS.get(member.relation, member.relation)}"
        yield f"    {day}  {member.document}{title}{what}"
    if one.evidence:
        yield ""
        yield "  why:"
    for tie in one.evidence:
        yield f"    {tie.sentence}"
        yield from _passages(tie, texts)
    passages = sum(len(tie.passages) for tie in one.evidence)
    if passages:
        yield ""
        yield f"  all {many(passages, 'passage')} side by side: on the site, or with --json"


def _passages(tie: Tie, texts: dict[str, Text | None]) -> Iterator[str]:
    if len(tie.text_ids) != 2:
        return
    first, second = (texts.get(text_id) for text_id in tie.text_ids)
    if first is None or second is None:
        return
    # The longest passages are the least likely to be alike by chance.
    longest = sorted(tie.passages, key=_size, reverse=True)[:_PASSAGES]
    for passage in sorted(longest, key=lambda p: p.first_start):
        yield f"      {round(100 * passage.likeness)} % of the words alike:"
        for text, start, end in (
            (first, passage.first_start, passage.first_end),
            (second, passage.second_start, passage.second_end),
        ):
            words = " ".join(text.text[start:end].split())
            cut = words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " ..."
            yield f"        {text.document}: “{cut}”"


def _size(passage: Passage) -> tuple[int, int]:
    return passage.first_end - passage.first_start, -passage.first_start
