"""An archived text as HTML: its blocks, every claim marked, nothing lost.

Marks nest where spans nest. Where spans cross, the later one is split, and its second piece
has the same ``data-c`` but no ``id``, so that ``#c-<claim>`` resolves exactly once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from harmledger.records import Block, Text
from harmledger.site.mark_writer import Span, Writer
from harmledger.site.show import show, withheld

__all__ = ["Span", "body_html", "clipped"]

#: Lines that make a paragraph one of lines, and the letters of each but the last.
_LINES = 3
_NARROW, _WIDE = 45, 95


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


def _set_in_lines(words: str) -> bool:
    """Whether a paragraph is broken into lines of one width, as typed or wired text is.

    Such breaks mean nothing: the page lets the lines run on. The characters stay as they are.
    """
    lines = words.strip().splitlines()
    return len(lines) >= _LINES and all(_NARROW <= len(line) <= _WIDE for line in lines[:-1])


def _block_open(block: Block | None, blank: bool, lines: bool) -> Markup:
    flow = Markup(" flow") if lines else Markup("")
    if block is None and blank:
        return Markup('<div class="gap">')
    if block is None:
        return Markup('<div class="block{}" dir="auto">').format(flow)
    kind = re.sub(r"[^a-z_]", "", block.kind)
    if block.kept:
        return Markup('<div class="block k-{}{}" dir="auto">').format(kind, flow)
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

    writer = Writer(notes or {})
    waiting = list(reversed(order))
    veiled = list(reversed(hidden))
    # How many marks begin before the end of a stretch, and where the last of them ends.
    begun, reach = 0, -1
    edge = 0
    for number, (start, end, block) in enumerate(stretches):
        # White space between blocks is kept but not drawn, unless a mark stands in it.
        while begun < len(order) and order[begun].start < end:
            reach = max(reach, order[begun].end)
            begun += 1
        blank = not whole[start:end].strip() and reach <= start
        paused = writer.pause()
        if number:
            writer.parts.append(Markup("</div>"))
        writer.parts.append(_block_open(block, blank, _set_in_lines(whole[start:end])))
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
