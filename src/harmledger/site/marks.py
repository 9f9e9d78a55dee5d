"""An archived text as HTML: its blocks, every claim marked, nothing lost.

Marks nest where spans nest. Where spans cross, the later one is split, and its second piece
has the same ``data-c`` but no ``id``, so that ``#c-<claim>`` resolves exactly once.
Browsers flatten trees deeper than 512 elements, so below ``_DEEPEST`` marks (no real report
comes near) the remaining claims are written flat, as one element with several ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from harmledger.records import Block, Text
from harmledger.site.show import show, withheld

__all__ = ["Span", "body_html", "clipped"]

_DEEPEST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A claim's place: ``text[start:end]``, half-open, in code points."""

    id: str
    start: int
    end: int


def clipped(spans: Iterable[Span], size: int) -> list[Span]:
    """The spans in order of reading, outer before inner, cut to a text of ``size``.

    An empty or foreign span is kept as an empty one, so that links to it still arrive;
    ``verify_site`` reports it.
    """
    cut: list[Span] = []
    for span in spans:
        start = min(max(span.start, 0), size)
        cut.append(Span(id=span.id, start=start, end=min(max(span.end, start), size)))
    return sorted(cut, key=lambda span: (span.start, -span.end, span.id))


def _stretches(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int, Block | None]]:
    """The whole text in order: blocks, and what lies between them (None)."""
    at = 0
    for block in sorted(blocks, key=lambda b: (b.start, b.end)):
        start, end = max(block.start, at), min(block.end, len(text))
        if start >= end:
            continue
        if at < start:
            yield at, start, None
        yield start, end, block
        at = end
    if at < len(text):
        yield at, len(text), None


class _Writer:
    """Writes leaves and keeps the open marks properly nested."""

    def __init__(self, notes: Mapping[str, Markup]) -> None:
        self.parts: list[Markup] = []
        self._open: list[Span] = []
        self._flat: list[Span] = []
        self._seen: set[str] = set()
        self._notes = notes

    def _name(self, span: Span) -> Markup:
        if span.id in self._seen:
            return Markup("")
        self._seen.add(span.id)
        return Markup(' id="c-{}"').format(span.id)

    def _begin(self, span: Span) -> None:
        again = span.id in self._seen
        self.parts.append(
            Markup('<mark{} class="claim{}" data-c="{}">').format(
                self._name(span), " cont" if again else "", span.id
            )
        )

    def open(self, span: Span) -> None:
        if span.start == span.end:
            self.parts.append(
                Markup('<mark{} class="claim" data-c="{}"></mark>').format(
                    self._name(span), span.id
                )
            )
            self.parts.append(self._notes.get(span.id, Markup("")))
        elif len(self._open) < _DEEPEST:
            self._begin(span)
            self._open.append(span)
        else:
            self._flat.append(span)

    def close(self, at: int) -> None:
        """Ends every span that ends at ``at``; crossing ones go on behind it."""
        ended = [s for s in self._open if s.end <= at]
        while any(s.end <= at for s in self._open):
            # Count from the inside until the outermost ended one is closed.
            first = next(i for i, s in enumerate(self._open) if s.end <= at)
            inner = self._open[first + 1 :]
            self.parts += [Markup("</mark>")] * (len(inner) + 1)
            self._open = self._open[:first]
            for span in inner:
                if span.end > at:
                    self._begin(span)
                    self._open.append(span)
        ended += [s for s in self._flat if s.end <= at]
        self._flat = [s for s in self._flat if s.end > at]
        for span in ended:
            self.parts.append(self._notes.get(span.id, Markup("")))

    def leaf(self, html: Markup) -> None:
        if not self._flat:
            self.parts.append(html)
            return
        ids = " ".join(span.id for span in self._flat)
        self.parts.append(Markup('<mark class="claim" data-c="{}">').format(ids))
        for span in self._flat:
            name = self._name(span)
            if name:
                self.parts.append(Markup('<span class="at"{}></span>').format(name))
        self.parts += [html, Markup("</mark>")]

    def pause(self) -> list[Span]:
        """Closes all marks, for the end of a block; give the result to :meth:`resume`."""
        self.parts += [Markup("</mark>")] * len(self._open)
        paused, self._open = self._open, []
        return paused

    def resume(self, paused: Sequence[Span]) -> None:
        for span in paused:
            self._begin(span)
            self._open.append(span)


def _block_open(block: Block | None, blank: bool) -> Markup:
    if block is None:
        return Markup('<div class="gap">') if blank else Markup('<div class="block" dir="auto">')
    kind = re.sub(r"[^a-z_]", "", block.kind)
    if block.kept:
        return Markup('<div class="block k-{}" dir="auto">').format(kind)
    why = Markup('<span class="why" data-ui="">left out ({}): {}</span>').format(
        block.kind.replace("_", " "), show(block.reason or "no reason recorded")
    )
    return Markup('<div class="block dropped k-{}" dir="auto">').format(kind) + why


def body_html(
    text: Text,
    spans: Sequence[Span],
    hidden: Sequence[tuple[int, int]] = (),
    notes: Mapping[str, Markup] | None = None,
) -> Markup:
    """The inside of a text's container: ``read_back`` of it gives ``masked(text, hidden)``.

    ``hidden`` are sorted disjoint ranges to withhold; ``notes`` are put behind the end of
    each claim's mark and must carry ``data-ui``.
    """
    whole = text.text
    order = clipped(spans, len(whole))
    cuts = {0, len(whole)}
    cuts.update(s.start for s in order)
    cuts.update(s.end for s in order)
    for start, end in hidden:
        cuts.update((start, end))
    stretches = list(_stretches(whole, text.blocks)) or [(0, 0, None)]
    for start, end, _ in stretches:
        cuts.update((start, end))
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(whole))

    writer = _Writer(notes or {})
    waiting = list(reversed(order))
    veiled = list(reversed(hidden))
    edge = 0
    for number, (start, end, block) in enumerate(stretches):
        # White space between blocks is kept but not drawn, unless a mark stands in it.
        blank = not whole[start:end].strip() and not any(
            span.start < end and span.end > start for span in order
        )
        paused = writer.pause()
        if number:
            writer.parts.append(Markup("</div>"))
        writer.parts.append(_block_open(block, blank))
        writer.resume(paused)
        while edge < len(edges) and edges[edge] < end:
            low = edges[edge]
            high = edges[edge + 1]
            writer.close(low)
            while waiting and waiting[-1].start <= low:
                writer.open(waiting.pop())
            while veiled and veiled[-1][1] <= low:
                veiled.pop()
            if veiled and veiled[-1][0] <= low:
                writer.leaf(withheld(high - low))
            else:
                writer.leaf(show(whole[low:high]))
            edge += 1
        # A mark that ends with its block closes inside it, with its note.
        writer.close(end)
    while waiting:
        writer.open(waiting.pop())
    writer.close(len(whole))
    writer.parts += [*[Markup("</mark>")] * len(writer.pause()), Markup("</div>")]
    return Markup("").join(writer.parts)
