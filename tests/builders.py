"""Records built by hand for tests: short to write, true to the contracts."""

from __future__ import annotations

from collections.abc import Iterable

from harmledger.records import (
    Actor,
    Block,
    Claim,
    Family,
    Member,
    Population,
    Speaker,
    Text,
    When,
    Where,
    content_id,
)


def text(
    body: str,
    document: str,
    *,
    headline: str = "",
    published_at: str | None = None,
    publisher: str | None = None,
    junk: str = "",
) -> Text:
    """A text of an optional headline, a body and an optional dropped block after it."""
    parts = [("headline", headline, True), ("body", body, True), ("navigation", junk, False)]
    whole, blocks = "", []
    for kind, words, kept in parts:
        if not words:
            continue
        whole += "\n\n" if whole else ""
        start = len(whole)
        whole += words
        reason = None if kept else "junk"
        blocks.append(Block(kind=kind, start=start, end=len(whole), kept=kept, reason=reason))
    return Text(
        id=content_id("text", document),
        page_id=content_id("page", document),
        document=document,
        text=whole,
        title=headline or None,
        publisher=publisher,
        published_at=published_at,
        published_from="given" if published_at else None,
        blocks=tuple(blocks),
    )


def when(start: str | None, end: str | None = None, precision: str | None = "day") -> When:
    """A stated time; ``end`` as ``start`` unless given."""
    return When(start=start, end=end or start, precision=precision, surface="then", offset=0)


def where(
    name: str,
    precision: str = "city",
    *,
    lat: float | None = None,
    lon: float | None = None,
    geonameid: int | None = None,
    country: str | None = None,
) -> Where:
    """A place; ``unresolved`` where neither coordinates nor a country are given."""
    if lat is None and country is None:
        precision = "unresolved"
    return Where(
        name=name,
        start=0,
        end=len(name),
        lat=lat,
        lon=lon,
        precision=precision,
        geonameid=geonameid,
        country=country,
    )


def kunduz() -> Where:
    """The city of Kunduz, resolved."""
    return where("Kunduz", lat=36.73, lon=68.86, geonameid=1135689, country="AF")


def kabul() -> Where:
    """The city of Kabul, resolved."""
    return where("Kabul", lat=34.53, lon=69.17, geonameid=1138958, country="AF")


def claim(
    low: int | None,
    high: int | None,
    of: Text,
    *,
    quote: str | None = None,
    at: int | None = None,
    measure: str = "killed",
    qualifier: str = "exactly",
    status: str | None = "unstated",
    surface: str | None = None,
    role: str | None = None,
    named: bool = False,
    speaker: str | None = None,
    kind: str = "other",
    stance: str = "asserted",
    hedges: tuple[str, ...] = (),
    date: When | None = None,
    place: Where | None = None,
    actor: str | None = None,
    scope: str = "event",
    unit: str | None = "people",
    phase: str | None = None,
    part_of: str | None = None,
    sentence: tuple[int, int] | None = None,
) -> Claim:
    """A claim at ``quote`` in ``of`` (or at offset ``at``); the rest as keywords.

    Without a quote it is the figure as digits, which need not stand in the text.
    """
    words = quote if quote is not None else str(low if low is not None else high)
    found = of.text.find(words) if at is None else at
    start = max(found, 0)
    end = start + len(words)
    if sentence is None:
        first = of.text.rfind(". ", 0, start)
        first = 0 if first < 0 else first + 2
        last = of.text.find(". ", end)
        sentence = (first, len(of.text) if last < 0 else last + 1)
    return Claim(
        document=of.document,
        id=content_id("claim", of.id, start, end, measure, low, high, status, speaker),
        measure=measure,
        phase=phase,
        low=low,
        high=high,
        qualifier=qualifier,
        unit=unit,
        quote=words,
        start=start,
        end=end,
        population=(
            None
            if status is None
            else Population(status=status, surface=surface, role=role, named=named)
        ),
        speaker=(None if speaker is None else Speaker(name=speaker, kind=kind, start=0, end=1)),
        reported_by=of.publisher,
        stance=stance,
        when=date,
        scope=scope,
        where=place,
        actor=None if actor is None else Actor(name=actor, start=0, end=1),
        part_of=part_of,
        hedges=hedges,
        extractor="hand",
        text_id=of.id,
        sentence_start=sentence[0],
        sentence_end=sentence[1],
        reported_at=of.published_at,
    )


def family(*texts: Text, relation: str = "copy") -> Family:
    """A family of which the first text is the original."""
    ids = sorted(one.id for one in texts)
    members = tuple(
        Member(
            text_id=one.id,
            document=one.document,
            relation="original" if number == 0 else relation,
            score=1.0,
        )
        for number, one in enumerate(texts)
    )
    return Family(id=content_id("family", *ids), members=members)


def singles(texts: Iterable[Text]) -> list[Family]:
    """Each text in a family of its own."""
    return [family(one) for one in texts]
