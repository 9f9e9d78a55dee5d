"""Texts and claims by hand for tests that show them: a claim is found by its words in its text."""

from __future__ import annotations

from typing import Any

from harmledger.records import Block, Claim, Population, Speaker, Text, Where, content_id


def make_text(document: str, body: str, **fields: Any) -> Text:
    """A text whose blocks are its paragraphs, unless ``blocks`` are given."""
    if "blocks" not in fields:
        blocks, at = [], 0
        for number, part in enumerate(body.split("\n\n")):
            kind = "headline" if number == 0 and "title" in fields else "body"
            if part.strip():
                blocks.append(Block(kind=kind, start=at, end=at + len(part)))
            at += len(part) + 2
        fields["blocks"] = tuple(blocks)
    return Text(
        id=content_id("text", document, body),
        page_id=content_id("page", document) * 3 + "0123",
        document=document,
        text=body,
        **{"lang": "en", "cleaner": "hand", **fields},
    )


def make_claim(text: Text, quote: str, low: int | None, high: int | None, **fields: Any) -> Claim:
    """The claim at the ``nth`` occurrence of ``quote``; ``said_by`` is looked up in the text."""
    start = -1
    for _ in range(fields.pop("nth", 0) + 1):
        start = text.text.index(quote, start + 1)
    return make_claim_at(text, start, start + len(quote), low, high, **fields)


def make_claim_at(
    text: Text, start: int, end: int, low: int | None, high: int | None, **fields: Any
) -> Claim:
    said_by = fields.pop("said_by", None)
    speaker = None
    if said_by:
        at = text.text.index(said_by)
        kind = fields.pop("speaker_kind", "authority")
        speaker = Speaker(name=said_by, kind=kind, start=at, end=at + len(said_by))
    where = fields.pop("place", None)
    place = None
    if where:
        at = text.text.index(where)
        place = Where(name=where, start=at, end=at + len(where), precision="town")
    first = max(text.text.rfind(". ", 0, start) + 2, text.text.rfind("\n", 0, start) + 1, 0)
    if text.text.rfind(". ", 0, start) < 0 and text.text.rfind("\n", 0, start) < 0:
        first = 0
    stops = [s for s in (text.text.find(". ", end), text.text.find("\n", end)) if s >= 0]
    values: dict[str, Any] = {
        "measure": "killed",
        "phase": None,
        "qualifier": "exactly" if low == high else "at_least",
        "unit": "people",
        "population": Population(status="unstated"),
        "reported_by": text.publisher,
        "stance": "asserted",
        "when": None,
        "scope": "event",
        "actor": None,
        "part_of": None,
        "hedges": (),
        **fields,
    }
    return Claim(
        document=text.document,
        id=content_id("claim", text.id, start, end, values["measure"]),
        low=low,
        high=high,
        quote=text.text[start:end],
        start=start,
        end=end,
        speaker=speaker,
        where=place,
        extractor="hand",
        text_id=text.id,
        sentence_start=first,
        sentence_end=min(stops) + 1 if stops else len(text.text),
        **values,
    )
