"""One period of a picture of sums: its bars, with open ends."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from harmledger.site.axis import Axis

__all__ = ["BOTTOM", "TOP", "Period", "Spread", "period_bar"]

TOP, BOTTOM = 30.0, 180.0  # where bars may reach
_ARROW = 13.0  # length of an open end


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A sum: its ends (None: not known) and the best value where the method shows one."""

    low: int | None
    high: int | None
    best: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One month or year. ``at``: its number on the line of time; None: not known which.

    ``counted``: what the rule adds up, None where that is nothing; ``beside``: what stands
    beside it. ``title`` says all of it in words; ``href`` leads to its row of the table.
    """

    at: int | None
    label: str
    counted: Spread | None
    beside: tuple[Spread, ...]
    title: str
    href: str


def period_bar(one: Period, x: float, axis: Axis, room: float) -> Markup:
    """The bars of one period, all in the ``room`` around ``x``."""
    slots = (1 if one.counted else 0) + len(one.beside)
    lane = room / max(slots + 1, 2)
    at = x - lane * (slots - 1) / 2
    parts = []
    if one.counted is not None:
        parts.append(_bar("bar asserted", one.counted, at, min(lane * 0.42, 5.0), axis))
        at += lane
    for spread in one.beside:
        parts.append(_bar("bar beside", spread, at, min(lane * 0.3, 2.6), axis))
        at += lane
    # The invisible rectangle makes the whole column the target of a finger.
    return Markup(
        '<a class="row" href="{}"><title>{}</title><rect class="hit" x="{:.1f}" y="{}" '
        'width="{:.1f}" height="{}" fill="none" pointer-events="all"/>{}</a>'
    ).format(
        one.href,
        one.title,
        x - room / 2,
        TOP,
        room,
        BOTTOM - TOP,
        Markup("").join(parts),
    )


def _bar(name: str, spread: Spread, x: float, half: float, axis: Axis) -> Markup:
    low, high = spread.low, spread.high
    if low is None and high is None:
        return Markup(
            '<line class="line" x1="{x:.1f}" x2="{x:.1f}" y1="{a}" y2="{b}" stroke="#1c3d5a" '
            'stroke-dasharray="1 5" stroke-linecap="round" stroke-width="2"/>'
        ).format(x=x, a=TOP + 8, b=BOTTOM)
    fill = "#1c3d5a" if name.endswith("asserted") else "#fff"
    known = low if low is not None else high
    assert known is not None
    bottom, top = axis.at(known), axis.at(high if high is not None else known)
    if bottom - top < 2 * half:
        # One number, or two too close to tell apart: a diamond on the spot.
        y, r = (top + bottom) / 2, half * 1.4
        path = (
            f"M{x - r:.1f} {y:.1f} L{x:.1f} {y - r:.1f} L{x + r:.1f} {y:.1f} L{x:.1f} {y + r:.1f} Z"
        )
    else:
        path = f"M{x - half:.1f} {bottom:.1f} H{x + half:.1f} V{top:.1f} H{x - half:.1f} Z"
    parts = [
        Markup('<path class="{}" d="{}" fill="{}" stroke="#1c3d5a"/>').format(name, path, fill)
    ]
    if high is None:
        parts.append(_open(x, top, -1))
    if low is None:
        parts.append(_open(x, bottom, 1))
    if spread.best is not None and spread.best not in (low, high):
        parts.append(
            Markup(
                '<line class="best" x1="{:.1f}" x2="{:.1f}" y1="{y:.1f}" y2="{y:.1f}" '
                'stroke="#7a6a2c" stroke-width="2"/>'
            ).format(x - half - 3, x + half + 3, y=axis.at(spread.best))
        )
    return Markup("").join(parts)


def _open(x: float, y: float, way: int) -> Markup:
    """An open end: an arrow up (``way`` -1) or down (1) from ``y``."""
    length = _ARROW if way < 0 else max(min(_ARROW, BOTTOM - y), _ARROW / 2)
    return Markup(
        '<path class="whisker" d="M{x:.1f} {y:.1f} v{l:.1f} m-3.5 {h} l3.5 {g} l3.5 {h}" '
        'fill="none" stroke="#1c3d5a" stroke-width="1.2"/>'
    ).format(x=x, y=y, l=length * way, h=-4 * way, g=4 * way)
