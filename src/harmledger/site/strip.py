"""A small ladder for lists: the distinct values claimed, and the assessed range behind them.

It repeats what stands beside it in words, so it is hidden from readers of the page by ear.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from harmledger.site.axis import make_axis, tick_label

__all__ = ["strip"]

WIDTH, _LEFT, _RIGHT, _PAD = 200, 4.0, 196.0, 10.0
_ROOM = 84.0  # units of height for all rows together

Ends = tuple[int | None, int | None]


def strip(ends: Sequence[Ends], low: int | None, high: int | None) -> Markup:
    """The picture of these (low, high) pairs; empty where none of them has a number."""
    rows = [pair for pair in dict.fromkeys(ends) if pair != (None, None)]
    values = [value for pair in (*rows, (low, high)) for value in pair if value is not None]
    if not rows:
        return Markup("")
    open_low = any(a is None for a, _ in rows) or (low is None and high is not None)
    axis = make_axis(values, _LEFT + _PAD, _RIGHT - _PAD, from_zero=open_low, ticks=4)
    step = min(9.0, _ROOM / len(rows))
    half = min(2.6, step * 0.36)
    bottom = 3 + step * len(rows)
    parts: list[Markup] = []
    if low is not None or high is not None:
        a = _LEFT if low is None else axis.at(low)
        b = _RIGHT if high is None else axis.at(high)
        a, b = (a - 1.5, b + 1.5) if b - a < 3 else (a, b)
        parts.append(
            Markup(
                '<rect class="band" x="{:.1f}" y="0" width="{:.1f}" height="{:.1f}" '
                'fill="#e8e0c8"/>'
            ).format(a, b - a, bottom + 1)
        )
    for number, (first, last) in enumerate(rows):
        parts.append(_row(axis.at, first, last, 3 + step * (number + 0.5), half))
    parts.append(
        Markup(
            '<line class="grid" x1="{}" x2="{}" y1="{y:.1f}" y2="{y:.1f}" stroke="#999" '
            'stroke-width=".7"/>'
        ).format(_LEFT, _RIGHT, y=bottom + 1)
    )
    for tick, anchor, x in (
        (axis.ticks[0], "start", _LEFT),
        (axis.ticks[-1], "end", _RIGHT),
    ):
        parts.append(
            Markup(
                '<text class="tick" x="{:.1f}" y="{:.1f}" text-anchor="{}" font-size="10">{}</text>'
            ).format(x, bottom + 13, anchor, tick_label(tick))
        )
    if axis.log:
        parts.append(
            Markup(
                '<text class="tick" x="{}" y="{:.1f}" text-anchor="middle" font-size="9">'
                "log scale</text>"
            ).format(WIDTH / 2, bottom + 13)
        )
    return Markup(
        '<svg class="strip" viewBox="0 0 {w} {h:.0f}" width="{w}" height="{h:.0f}" '
        'aria-hidden="true" focusable="false">{parts}</svg>'
    ).format(w=WIDTH, h=bottom + 17, parts=Markup("").join(parts))


def _row(
    at: Callable[[int], float], first: int | None, last: int | None, y: float, half: float
) -> Markup:
    if first is not None and last is not None and at(last) - at(first) < 2 * half:
        return Markup(
            '<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="{:.1f}" fill="#1c3d5a"/>'
        ).format((at(first) + at(last)) / 2, y, half * 1.2)
    head = half + 1.2
    if first is not None and last is not None:
        path = f"M{at(first):.1f} {y - half:.1f} H{at(last):.1f} v{2 * half:.1f} H{at(first):.1f} Z"
    elif first is not None:
        path = (
            f"M{at(first):.1f} {y - half:.1f} H{_RIGHT - 5:.1f} v-1.2 l5 {head:.1f} "
            f"l-5 {head:.1f} v-1.2 H{at(first):.1f} Z"
        )
    else:
        assert last is not None
        a = min(_LEFT + _PAD, at(last) - 8)
        path = (
            f"M{at(last):.1f} {y - half:.1f} H{a + 5:.1f} v-1.2 l-5 {head:.1f} "
            f"l5 {head:.1f} v-1.2 H{at(last):.1f} Z"
        )
    return Markup('<path class="bar asserted" d="{}" fill="#1c3d5a"/>').format(path)
