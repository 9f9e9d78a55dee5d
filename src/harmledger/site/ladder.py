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
from harmledger.site.words import range_words, short_value

__all__ = ["WIDTH", "Bar", "Rung", "ladder"]

WIDTH = 360
_LEFT, _RIGHT = 12.0, 238.0  # where bars and arrows may reach
_PAD = 18.0  # room between the axis and those ends, for an arrow at an extreme value
_LABELS = 246
_THICK, _THIN = 22, 9
_STANCES = {"hedged": "hedged", "denied": "denied", "hypothetical": "hypothetical"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One claim. ``thin``: it repeats the figure above it from the same origin; ``part``: it
    is a stated part of another claim, so that it is not an estimate of the whole.

    ``title`` says in words what it is; ``href`` leads to its sentence, None if lost.
    """

    low: int | None
    high: int | None
    qualifier: str
    stance: str
    title: str
    href: str | None = None
    thin: bool = False
    part: bool = False


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
    assessed: bool = True,
) -> Markup:
    """The picture. ``key`` is unique on its page; without ``assessed`` no band is drawn."""
    bars = [bar for rung in rungs for bar in rung.bars]
    ends = [(bar.low, bar.high) for bar in bars] + ([(low, high)] if assessed else [])
    values = [value for pair in ends for value in pair if value is not None]
    if best is not None and assessed:
        values.append(best)
    open_low = any(a is None and b is not None for a, b in ends)
    axis = make_axis(values, _LEFT + _PAD, _RIGHT - _PAD, from_zero=open_low, ticks=4)
    top = 44 if assessed else 26
    parts: list[Markup] = []
    y = top + 4
    for rung in rungs:
        drawn, y = _rung(rung, axis, y, key)
        parts.append(drawn)
    bottom = y
    legend, y = _legend(bars, y, key)
    band = _band(axis, low, best, high, top, bottom) if assessed else Markup("")
    words = f"Assessed range: {range_words(low, high)}. " if assessed else ""
    desc = (
        f"{words}{len(bars)} claim{'s' * (len(bars) != 1)} by {len(rungs)} "
        f"origin{'s' * (len(rungs) != 1)}. {'Logarithmic' if axis.log else 'Linear'} scale. "
        "The table beside the picture holds the same data."
    )
    return Markup(
        '<svg class="ladder" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="group" '
        'aria-labelledby="{k}-t {k}-d" font-size="12.5"><title id="{k}-t">{title}</title>'
        '<desc id="{k}-d">{desc}</desc>{defs}{band}{axis}{parts}{legend}</svg>'
    ).format(
        w=WIDTH,
        h=y,
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
                _LABELS, top - 6
            )
        )
    return Markup('<g aria-hidden="true">{}</g>').format(Markup("").join(parts))


def _band(
    axis: Axis, low: int | None, best: int | None, high: int | None, top: int, bottom: int
) -> Markup:
    words = f"assessed: {range_words(low, high)}"
    label = Markup('<text class="assessed" x="{}" y="14" font-weight="bold">{}</text>').format(
        _LEFT, words
    )
    if low is None and high is None:
        return label
    a = _LEFT if low is None else axis.at(low)
    b = _RIGHT if high is None else axis.at(high)
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
    parts = [Markup('<text class="who" x="{}" y="{}">{}</text>').format(_LEFT, y + 12, rung.name)]
    start = y + 3
    y += 18
    for bar in rung.bars:
        height = _THIN if bar.thin else _THICK
        parts.append(_bar(bar, axis, y, height, key))
        y += height
    parts.append(
        Markup('<path class="bracket" d="M7 {} H4 V{} H7" fill="none" stroke="#555"/>').format(
            start, y - 1
        )
    )
    return Markup("<g>{}</g>").format(Markup("").join(parts)), y + 8


def _bar(bar: Bar, axis: Axis, y: int, height: int, key: str) -> Markup:
    mid = y + height / 2
    half = height * 0.3
    shape = _shape(bar, axis, mid, half, key)
    label = Markup("")
    if not bar.thin:
        stance = _STANCES.get(bar.stance)
        words = short_value(bar.low, bar.high, bar.qualifier) + (" (part)" if bar.part else "")
        words += f" {stance}" if stance else ""
        label = Markup('<text class="value" x="{}" y="{:.1f}" font-size="11.5">{}</text>').format(
            _LABELS, mid + 4, words
        )
    # The invisible rectangle makes the whole row the target of a finger.
    inner = Markup(
        '<title>{}</title><rect class="hit" x="{}" y="{}" width="{}" height="{}" '
        'fill="none" pointer-events="all"/>{}{}'
    ).format(bar.title, _LEFT, y, WIDTH - _LEFT, height, shape, label)
    if bar.href is None:
        return Markup('<g class="row">{}</g>').format(inner)
    return Markup('<a class="row" href="{}">{}</a>').format(bar.href, inner)


def _shape(bar: Bar, axis: Axis, mid: float, half: float, key: str) -> Markup:
    if bar.low is None and bar.high is None:
        return Markup(
            '<line class="line" x1="{}" x2="{}" y1="{m:.1f}" y2="{m:.1f}" stroke="#1c3d5a" '
            'stroke-dasharray="1 5" stroke-linecap="round" stroke-width="2"/>'
        ).format(_LEFT + _PAD, _RIGHT - _PAD, m=mid)
    tip = half * 1.4 + 2
    if bar.high is None and bar.low is not None:
        a, b = axis.at(bar.low), _RIGHT
        path = (
            f"M{a:.1f} {mid - half:.1f} H{b - tip:.1f} V{mid - half - 2:.1f} "
            f"L{b:.1f} {mid:.1f} L{b - tip:.1f} {mid + half + 2:.1f} V{mid + half:.1f} H{a:.1f} Z"
        )
    elif bar.low is None and bar.high is not None:
        b = axis.at(bar.high)
        a = min(axis.left, b - tip - 2)
        path = (
            f"M{b:.1f} {mid - half:.1f} H{a + tip:.1f} V{mid - half - 2:.1f} "
            f"L{a:.1f} {mid:.1f} L{a + tip:.1f} {mid + half + 2:.1f} V{mid + half:.1f} H{b:.1f} Z"
        )
    else:
        assert bar.low is not None
        assert bar.high is not None
        a, b = axis.at(bar.low), axis.at(bar.high)
        if b - a < 2 * half:
            # One number, or two too close to tell apart: a diamond on the spot.
            x, r = (a + b) / 2, half * 1.3
            path = f"M{x - r:.1f} {mid:.1f} L{x:.1f} {mid - r:.1f} L{x + r:.1f} {mid:.1f} " + (
                f"L{x:.1f} {mid + r:.1f} Z"
            )
        else:
            path = f"M{a:.1f} {mid - half:.1f} H{b:.1f} V{mid + half:.1f} H{a:.1f} Z"
        a, b = (a, b) if b - a >= 2 * half else (a - half, b + half)
    stance = bar.stance if bar.stance in _STANCES else "asserted"
    fill = {"asserted": "#1c3d5a", "hedged": f"url(#{key}-h)"}.get(stance, "#fff")
    dash = Markup(' stroke-dasharray="2 2"') if stance == "hypothetical" else ""
    struck = ""
    if stance == "denied":
        struck = f" M{a - 3:.1f} {mid + half + 2:.1f} L{b + 3:.1f} {mid - half - 2:.1f}"
    return Markup('<path class="bar {}" d="{}" fill="{}" stroke="#1c3d5a"{}/>').format(
        stance, path + struck, fill, dash
    )


def _legend(bars: Sequence[Bar], y: int, key: str) -> tuple[Markup, int]:
    lines: list[tuple[str, str]] = []
    present = {bar.stance for bar in bars}
    for stance, words in (
        ("hedged", "striped: the source hedged it"),
        ("denied", "empty and struck out: the source denies it"),
        ("hypothetical", "dashed outline: not said to have happened"),
    ):
        if stance in present:
            lines.append((stance, words))
    if any((b.low is None) != (b.high is None) for b in bars):
        lines.append(("arrow", "arrow: no figure was given for that end"))
    if any(bar.low is None and bar.high is None for bar in bars):
        lines.append(("none", "dotted: harm stated without a number"))
    if any(bar.part for bar in bars):
        lines.append(("part", "(part): a stated part of another figure, not the whole"))
    if any(bar.thin for bar in bars):
        lines.append(("thin", "thin: the same figure repeated (a copy or restatement)"))
    if not lines:
        return Markup(""), y
    parts = [
        Markup('<text class="tick" x="{}" y="{}" font-size="11">{}</text>').format(
            _LEFT, y + 12 + 14 * number, words
        )
        for number, (_, words) in enumerate(lines)
    ]
    return Markup("").join(parts), y + 12 + 14 * len(lines)
