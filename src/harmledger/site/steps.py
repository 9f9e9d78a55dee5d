"""The step series of a toll: what one counter said, over time, with its revisions.

Only dated points are drawn; the table below holds all of them. A point that gives no upper
figure carries an arrow upwards, one that gives no lower figure an arrow downwards. The steps
run along the figure that was given (the lower one of two), and never between dates. Rival
counters are drawn beside it as dashed lines, each with its letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from harmledger.site.axis import make_axis, tick_label
from harmledger.site.legend import legend
from harmledger.site.step_dots import Step, dot
from harmledger.site.words import count, date_words

__all__ = ["Beside", "Step", "day_of", "steps"]

WIDTH = 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 52.0, 348.0, 26.0, 176.0
_LETTER = 11.0  # units that a letter takes, across and up
_DOTS = 40  # more readings than this are drawn as a line with small dots


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The readings of another counter, drawn under a letter."""

    letter: str
    points: Sequence[Step]


def day_of(written: str | None) -> date | None:
    """The day of an ISO date or date-time; None where year, month or day are missing."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def steps(
    points: Sequence[Step], beside: Sequence[Beside] = (), *, key: str, title: str
) -> Markup | None:
    """The picture, or None where fewer than two days have a reading with a number."""
    held = _numbered(points)
    others = [(one.letter, own) for one in beside if (own := _numbered(one.points))]
    every = [*held, *(point for _, own in others for point in own)]
    if not held or len({point.day for point in every}) < 2:
        return None
    values = [value for p in every for value in (p.low, p.high) if value is not None]
    # Bottom and top are swapped: picture units grow downwards.
    axis = make_axis(values, _BOTTOM, _TOP + 8, ticks=4)
    begin, end = min(p.day for p in every), max(p.day for p in every)
    first, last = begin.toordinal(), end.toordinal()
    span = max(last - first, 1)

    def x_of(day: date) -> float:
        return _LEFT + 8 + (day.toordinal() - first) / span * (_RIGHT - _LEFT - 22)

    grid = [_grid_line(axis.at(tick), tick_label(tick)) for tick in axis.ticks]

    def line_of(own: Sequence[Step]) -> str:
        moves = [f"{x_of(point.day):.1f} {axis.at(_level(point)):.1f}".split() for point in own]
        drawn = [f"M{moves[0][0]} {moves[0][1]}", *(f"H{x} V{y}" for x, y in moves[1:])]
        return " ".join((*drawn, f"H{_RIGHT - 4:.1f}"))

    dots = [
        dot(
            point,
            x_of(point.day),
            axis.at(_level(point)),
            axis.at(point.high) if point.high is not None else None,
        )
        for point in held
    ]
    letters = _apart([axis.at(_level(own[-1])) - 4 for _, own in others])
    rivals = [
        Markup(
            '<path class="rival" d="{}" fill="none" stroke="#777" stroke-width="1.2" '
            'stroke-dasharray="4 3"/><text class="tick" x="{:.1f}" y="{:.1f}" font-size="11" '
            'text-anchor="end">{}</text>'
        ).format(line_of(own), x, y, letter)
        for (letter, own), (x, y) in zip(others, letters, strict=True)
    ]
    days = [
        Markup(
            '<text class="tick" x="{:.1f}" y="{}" text-anchor="{}" font-size="11">{}</text>'
        ).format(x, _BOTTOM + 15, anchor, date_words(day.isoformat()))
        for x, anchor, day in ((_LEFT, "start", begin), (_RIGHT, "end", end))
    ]
    desc = (
        f"{len(held)} dated readings from {date_words(held[0].day.isoformat())} to "
        f"{date_words(held[-1].day.isoformat())}. "
        f"{f'Dashed: {len(others)} other counters. ' if others else ''}"
        f"{'Logarithmic' if axis.log else 'Linear'} scale. The table holds all readings."
    )
    legend, height = _legend(held, axis.log, bool(others))
    return Markup(
        '<svg class="steps" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="group" '
        'aria-labelledby="{k}-t {k}-d" font-size="12.5"><title id="{k}-t">{title}</title>'
        '<desc id="{k}-d">{desc}</desc><g aria-hidden="true">{grid}{days}{rivals}</g>'
        '<path class="series" d="{line}" fill="none" stroke="#1c3d5a" stroke-width="1.5"/>'
        "{dots}{legend}</svg>"
    ).format(
        w=WIDTH,
        h=height,
        k=key,
        title=title,
        desc=desc,
        grid=Markup("").join(grid),
        days=Markup("").join(days),
        rivals=Markup("").join(rivals),
        line=line_of(held),
        dots=Markup("").join(dots if len(dots) <= _DOTS else _only_marked(dots, held)),
        legend=legend,
    )


def _apart(heights: Sequence[float]) -> list[tuple[float, float]]:
    """Where letters stand at the ends of lines: side by side where lines end at one height."""
    placed: list[tuple[float, float]] = []
    for y in heights:
        x = _RIGHT - 6.0
        while any(abs(x - a) < _LETTER and abs(y - b) < _LETTER for a, b in placed):
            x -= _LETTER
        placed.append((x, y))
    return placed


def _numbered(points: Sequence[Step]) -> list[Step]:
    known = (p for p in points if p.low is not None or p.high is not None)
    return sorted(known, key=lambda point: point.day)


def _level(point: Step) -> int:
    level = point.low if point.low is not None else point.high
    assert level is not None
    return level


def _grid_line(y: float, label: str) -> Markup:
    return Markup(
        '<line class="grid" x1="{a}" x2="{b}" y1="{y:.1f}" y2="{y:.1f}" stroke="#999" '
        'stroke-width=".5"/><text class="tick" x="{t}" y="{ty:.1f}" text-anchor="end" '
        'font-size="10.5">{label}</text>'
    ).format(a=_LEFT, b=_RIGHT, y=y, t=_LEFT - 4, ty=y + 3.5, label=label)


def _only_marked(dots: Sequence[Markup], held: Sequence[Step]) -> list[Markup]:
    """Of a long series, the first and last reading and every break."""
    ends = (0, len(held) - 1)
    return [dot for n, dot in enumerate(dots) if n in ends or held[n].broken]


def _legend(held: Sequence[Step], log: bool, rivals: bool) -> tuple[Markup, float]:
    lines = []
    if log:
        lines.append("log scale")
    if any(p.high is None for p in held):
        lines.append("arrow up: \u201cat least\u201d, no upper figure given")
    if any(p.low is None for p in held):
        lines.append("arrow down: \u201cat most\u201d, no lower figure given")
    if any(p.broken for p in held):
        lines.append("square: a revision, not harm of its day")
    if rivals:
        lines.append("dashed: other counters, by their letters in the list below")
    if len(held) > _DOTS:
        lines.append(f"{count(len(held))} readings; dots only at the ends and at revisions")
    return legend(lines, 12, _BOTTOM + 22)
