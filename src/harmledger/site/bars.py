"""One claim as a bar of a ladder: an arrow at an open end, stance by shape and pattern."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from harmledger.site.axis import Axis
from harmledger.site.words import short_value

__all__ = ["LABELS", "LEFT", "PAD", "RIGHT", "WIDTH", "Bar", "bar_row", "fitted"]

WIDTH = 360
LEFT, RIGHT = 12.0, 238.0  # where bars and arrows may reach
PAD = 18.0  # room between the axis and those ends, for an arrow at an extreme value
LABELS = 246  # where the column of values starts
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


def bar_row(bar: Bar, axis: Axis, y: int, height: int, key: str) -> Markup:
    """One row of a ladder at height ``y``: shape, value, and the link to the sentence."""
    mid = y + height / 2
    half = height * 0.3
    shape = _shape(bar, axis, mid, half, key)
    label = Markup("")
    if not bar.thin:
        stance = _STANCES.get(bar.stance)
        words = short_value(bar.low, bar.high, bar.qualifier) + (" (part)" if bar.part else "")
        words += f" {stance}" if stance else ""
        label = Markup('<text class="value" x="{}" y="{:.1f}" font-size="11.5"{}>{}</text>').format(
            LABELS, mid + 4, fitted(words, WIDTH - LABELS - 2), words
        )
    # The invisible rectangle makes the whole row the target of a finger.
    inner = Markup(
        '<title>{}</title><rect class="hit" x="{}" y="{}" width="{}" height="{}" '
        'fill="none" pointer-events="all"/>{}{}'
    ).format(bar.title, LEFT, y, WIDTH - LEFT, height, shape, label)
    if bar.href is None:
        return Markup('<g class="row">{}</g>').format(inner)
    return Markup('<a class="row" href="{}">{}</a>').format(bar.href, inner)


def fitted(words: str, room: float, letter: float = 6.2) -> Markup:
    """An attribute that narrows a text to ``room`` units where it may be wider.

    ``letter``: units that a letter may take, on the safe side: fonts differ.
    """
    if len(words) * letter <= room:
        return Markup("")
    return Markup(' textLength="{:.0f}" lengthAdjust="spacingAndGlyphs"').format(room)


def _shape(bar: Bar, axis: Axis, mid: float, half: float, key: str) -> Markup:
    if bar.low is None and bar.high is None:
        return Markup(
            '<line class="line" x1="{}" x2="{}" y1="{m:.1f}" y2="{m:.1f}" stroke="#1c3d5a" '
            'stroke-dasharray="1 5" stroke-linecap="round" stroke-width="2"/>'
        ).format(LEFT + PAD, RIGHT - PAD, m=mid)
    tip = half * 1.4 + 2
    if bar.high is None and bar.low is not None:
        a, b = axis.at(bar.low), RIGHT
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
