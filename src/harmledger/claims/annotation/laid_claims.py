"""From figures outside sentences to claims: who, where and when by the place they stand in.

A row has the place and the day of its cells, a label its source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from harmledger.claims.annotation.annotate import EXTRACTOR
from harmledger.claims.annotation.heads import head_at
from harmledger.claims.annotation.laid_dates import dated_cell
from harmledger.claims.annotation.laid_people import population_of, speaker_of
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.annotation.scope import scope_of
from harmledger.claims.drafts.draft import GOODS
from harmledger.claims.laid.figure import Laid
from harmledger.claims.places.mention import Mention
from harmledger.claims.places.placekinds import TOWN
from harmledger.claims.places.where import place_record
from harmledger.records import Basis, Claim, Population, When, Where, content_id

__all__ = ["MOST_PARSED", "laid_claims", "laid_sentences", "with_laid"]

#: Sentences with figures of the layout that are parsed for their place and day: tables are long.
MOST_PARSED = 200


def laid_sentences(reading: Reading) -> list[int]:
    """The sentence in which each figure of the layout begins, -1 where none does."""
    starts = _starts(reading)
    out: list[int] = []
    for laid in reading.laid.figures:
        at = bisect_right(starts, (laid.start, len(reading.sentences))) - 1
        index = starts[at][1] if at >= 0 else -1
        inside = index >= 0 and laid.end <= reading.sentences[index].end
        out.append(index if inside else -1)
    return out


def _starts(reading: Reading) -> list[tuple[int, int]]:
    """Where the sentences start; the headline may be read first though it stands behind."""
    return sorted((sentence.start, n) for n, sentence in enumerate(reading.sentences))


def laid_claims(reading: Reading, context: Counter[str]) -> Iterator[tuple[Claim, Laid]]:
    """The claims of the layout, in the order of the text."""
    ids: dict[int, str] = {}
    for laid, index in zip(reading.laid.figures, laid_sentences(reading), strict=True):
        if index >= 0:
            claim = _claim(reading, index, laid, ids, context)
            ids[laid.start] = claim.id
            yield claim, laid


def with_laid(
    claims: dict[tuple[int, int, str], Claim], own: Sequence[tuple[Claim, Laid]], reading: Reading
) -> dict[tuple[int, int, str], Claim]:
    """``claims`` of the sentences with those of the layout, which go first where both read one.

    Of what stands in a table only the layout is believed.
    """
    told = Spans((c.start, c.end) for c in claims.values() if not reading.laid.in_table(c.start))
    kept = [(c, laid) for c, laid in own if not (laid.weak and told.over(c.start, c.end))]
    spans = Spans((c.start, c.end) for c, _ in kept)
    out = {
        key: c
        for key, c in claims.items()
        if not reading.laid.in_table(c.start) and not spans.over(c.start, c.end)
    }
    out.update({(c.start, c.end, c.measure): c for c, _ in kept})
    ids = {c.id for c in out.values()}
    return {
        key: c if c.part_of is None or c.part_of in ids else replace(c, part_of=None)
        for key, c in out.items()
    }


class Spans:
    """Spans of a text, to ask in logarithmic time whether any shares a character with another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []  # the furthest end up to here
        for start, end in sorted(spans):
            self._starts.append(start)
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def over(self, start: int, end: int) -> bool:
        at = bisect_left(self._starts, end)
        return at > 0 and self._ends[at - 1] > start


def _claim(
    reading: Reading, index: int, laid: Laid, ids: dict[int, str], context: Counter[str]
) -> Claim:
    text, sentence = reading.text, reading.sentences[index]
    speaker = speaker_of(text.text, laid)
    speaker = speaker or reading.voices.outside(index, laid.start, laid.end)
    place, when = _place(reading, index, laid, context), _time(reading, index, laid)
    goods = laid.measure in GOODS
    return Claim(
        document=text.document,
        id=content_id("claim", text.id, laid.start, laid.end, laid.measure),
        measure=laid.measure,
        phase=laid.phase,
        low=laid.told.low,
        high=laid.told.high,
        qualifier=laid.told.qualifier,
        unit=laid.unit or (None if goods else "people"),
        quote=text.text[laid.start : laid.end],
        start=laid.start,
        end=laid.end,
        population=Population(status="unstated") if goods else population_of(text.text, laid),
        speaker=speaker,
        reported_by=text.publisher,
        stance="asserted",
        when=when,
        scope=scope_of(
            text.text[laid.line[0] : laid.line[1]],
            "",
            when,
            laid.told.low,
            laid.told.high,
            fragment=False,
            in_town=place is not None and place.precision != "country",
            word=text.text[slice(*laid.head)],
            measure=laid.measure,
        ),
        where=place,
        actor=None,
        part_of=ids.get(laid.whole) if laid.whole is not None else None,
        hedges=(),
        extractor=EXTRACTOR,
        text_id=text.id,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        reported_at=text.published_at,
        basis=Basis(
            word=text.text[slice(*laid.head)],
            rule=laid.rule,
            start=laid.head[0],
            end=laid.head[1],
        ),
    )


def _place(reading: Reading, index: int, laid: Laid, context: Counter[str]) -> Where | None:
    start, end = laid.where or laid.line
    inside = [
        mention
        for mention in reading.places(index)
        if start <= mention.start < end and not (laid.label and mention.start < laid.label[1])
    ]
    if laid.where is None and laid.rule != "table":
        inside = [mention for mention in inside if mention.locative and not mention.told]
    if inside:
        best = min(inside, key=lambda m: (m.rank, abs(m.start - laid.start)))
        return place_record(best, context)
    if laid.where is None:
        mention = head_at(reading, laid.start)
        return place_record(mention, context) if mention is not None else None
    name = reading.text.text[start:end]
    whole = Mention(
        start=start, end=end, name=name, token=-1, rank=TOWN, core=name, locative=True, told=False
    )
    return place_record(whole, context)


def _time(reading: Reading, index: int, laid: Laid) -> When | None:
    """The time in the line of the figure: the one before it, else behind."""
    times = [
        dated.when
        for dated in reading.times(index)
        if laid.line[0] <= dated.when.offset < laid.line[1] and dated.told is None
    ]
    return min(
        times,
        key=lambda when: (when.offset > laid.start, abs(when.offset - laid.start)),
        default=dated_cell(reading, laid) if laid.rule == "table" else None,
    )
