"""The range ladder: one bar a claim, bracketed by who counted, the assessed range as a band.

An SVG for use inside HTML. It holds no style attribute (the page's policy forbids them):
shapes have presentation attributes that read in black and white, classes add colour.
Stance is told by shape and pattern, never by colour alone. The same data stand in a table
beside it. Width is ``WIDTH`` units, so that text stays legible at 360 px.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from harmledger.site.axis import Axis, make_axis, tick_label
from harmledger.site.bars import LABELS, LEFT, PAD, RIGHT, WIDTH, Bar, bar_row, fitted
from harmledger.site.legend import legend
from harmledger.site.words import range_with_ends

__all__ = ["WIDTH", "Bar", "Rung", "ladder"]

_THICK, _THIN = 22, 9  # height of a row
_LETTER = 7.6  # units that a letter of an origin's name may take
_TALL = 1200  # beyond this a picture is cut between sheets of paper, not shrunk to one


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """Everything one origin said. ``name`` is cut to fit by the caller."""

    name: str
    bars: tuple[Bar, ...]


def ladder(
    rungs: Sequence[Rung],
    *,
    key: str,
    title: str,
    low: int | None = None,
    best: int | None = None,
    high: int | None = None,
    said: int | None = None,
    assessed: bool = True,
) -> Markup:
    """The picture. ``key`` is unique on its page; without ``assessed`` no band is drawn. ``said``:
    the highest number that was said, where no high is known."""
    bars = [bar for rung in rungs for bar in rung.bars]
    ends = [(bar.low, bar.high) for bar in bars] + ([(low, high)] if assessed else [])
    values = [value for pair in ends for value in pair if value is not None]
    if best is not None and assessed:
        values.append(best)
    open_low = any(a is None and b is not None for a, b in ends)
    axis = make_axis(values, LEFT + PAD, RIGHT - PAD, from_zero=open_low, ticks=4)
    top = 44 if assessed else 26
    parts: list[Markup] = []
    y = top + 4
    for rung in rungs:
        drawn, y = _rung(rung, axis, y, key)
        parts.append(drawn)
    bottom = y
    legend, y = _legend(bars, y, key)
    band = _band(axis, (low, best, high, said), top, bottom) if assessed else Markup("")
    words = f"Assessed range: {range_with_ends(low, high, said)}. " if assessed else ""
    desc = (
        f"{words}{len(bars)} claim{'s' * (len(bars) != 1)} by {len(rungs)} "
        f"origin{'s' * (len(rungs) != 1)}. {'Logarithmic' if axis.log else 'Linear'} scale. "
        "The table beside the picture holds the same data."
    )
    return Markup(
        '<svg class="ladder{tall}" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="group" '
        'aria-labelledby="{k}-t {k}-d" font-size="12.5"><title id="{k}-t">{title}</title>'
        '<desc id="{k}-d">{desc}</desc>{defs}{band}{axis}{parts}{legend}</svg>'
    ).format(
        w=WIDTH,
        h=y,
        tall=" tall" if y > _TALL else "",
        k=key,
        title=title,
        desc=desc,
        defs=_defs(key),
        band=band,
        axis=_axis(axis, top, bottom),
        parts=Markup("").join(parts),
        legend=legend,
    )


def _defs(key: str) -> Markup:
    return Markup(
        '<defs><pattern id="{k}-h" width="5" height="5" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="paper" width="5" height="5" fill="#fff"/>'
        '<rect class="ink" width="2.2" height="5" fill="#1c3d5a"/></pattern></defs>'
    ).format(k=key)


def _axis(axis: Axis, top: int, bottom: int) -> Markup:
    parts = []
    for tick in axis.ticks:
        x = axis.at(tick)
        parts.append(
            Markup(
                '<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{a}" y2="{b}" '
                'stroke="#999" stroke-width=".5"/><text class="tick" x="{x:.1f}" y="{t}" '
                'text-anchor="middle" font-size="10.5">{label}</text>'
            ).format(x=x, a=top - 2, b=bottom, t=top - 6, label=tick_label(tick))
        )
    if axis.log:
        parts.append(
            Markup('<text class="tick" x="{}" y="{}" font-size="10.5">log scale</text>').format(
                LABELS, top - 6
            )
        )
    return Markup('<g aria-hidden="true">{}</g>').format(Markup("").join(parts))


def _band(axis: Axis, values: tuple[int | None, ...], top: int, bottom: int) -> Markup:
    """``values``: low, best, high, and the highest that was said."""
    low, best, high, said = values
    words = f"assessed: {range_with_ends(low, high, said)}"
    label = Markup('<text class="assessed" x="{}" y="14" font-weight="bold">{}</text>').format(
        LEFT, words
    )
    if low is None and high is None:
        return label
    a = LEFT if low is None else axis.at(low)
    b = RIGHT if high is None else axis.at(high)
    a, b = (a - 2, b + 2) if b - a < 4 else (a, b)
    parts = [
        Markup(
            '<rect class="band" x="{:.1f}" y="{}" width="{:.1f}" height="{}" fill="#e8e0c8"/>'
        ).format(a, top, b - a, bottom - top)
    ]
    # A known end has an edge, an unknown one has none: the band runs out of the picture.
    for x, known in ((a, low is not None), (b, high is not None)):
        if known:
            parts.append(
                Markup(
                    '<line class="edge" x1="{x:.1f}" x2="{x:.1f}" y1="{a}" y2="{b}" '
                    'stroke="#7a6a2c" stroke-width="1"/>'
                ).format(x=x, a=top, b=bottom)
            )
    if best is not None and best not in (low, high):
        parts.append(
            Markup(
                '<line class="best" x1="{x:.1f}" x2="{x:.1f}" y1="{a}" y2="{b}" '
                'stroke="#7a6a2c" stroke-width="1.5" stroke-dasharray="4 3">'
                "<title>best: {best}</title></line>"
            ).format(x=axis.at(best), a=top, b=bottom, best=best)
        )
    return Markup("<g>{}{}</g>").format(Markup("").join(parts), label)


def _rung(rung: Rung, axis: Axis, y: int, key: str) -> tuple[Markup, int]:
    parts = [
        Markup('<text class="who" x="{}" y="{}"{}>{}</text>').format(
            LEFT, y + 12, fitted(rung.name, WIDTH - LEFT - 4, _LETTER), rung.name
        )
    ]
    start = y + 3
    y += 18
    for bar in rung.bars:
        height = _THIN if bar.thin else _THICK
        parts.append(bar_row(bar, axis, y, height, key))
        y += height
    parts.append(
        Markup('<path class="bracket" d="M7 {} H4 V{} H7" fill="none" stroke="#555"/>').format(
            start, y - 1
        )
    )
    return Markup("<g>{}</g>").format(Markup("").join(parts)), y + 8


def _legend(bars: Sequence[Bar], y: int, key: str) -> tuple[Markup, int]:
    lines: list[str] = []
    present = {bar.stance for bar in bars}
    for stance, words in (
        ("hedged", "striped: the source hedged it"),
        ("denied", "empty and struck out: the source denies it"),
        ("hypothetical", "dashed outline: not said to have happened"),
    ):
        if stance in present:
            lines.append(words)
    if any((b.low is None) != (b.high is None) for b in bars):
        lines.append("arrow: no figure was given for that end")
    if any(bar.low is None and bar.high is None for bar in bars):
        lines.append("dotted: harm stated without a number")
    if any(bar.part for bar in bars):
        lines.append("(part): a stated part of another figure, not the whole")
    if any(bar.thin for bar in bars):
        lines.append("thin: a copy, or the same figure repeated")
    return legend(lines, LEFT, y) if lines else (Markup(""), y)
