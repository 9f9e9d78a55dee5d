"""Sums by month or year as range bars on a line of time.

A bar runs from the low of the sum to its high. An end that is not known is open: an arrow, and a
dotted line where neither is known. What stands beside the sum by the method's rule is drawn
thin beside it, never added. A period of which the book holds nothing has no bar: it is a gap and
no zero. Sums whose period is not known stand right of the line of time. The table beside holds
the same data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from harmledger.site.axis import Axis, make_axis, tick_label
from harmledger.site.legend import legend
from harmledger.site.period_bars import BOTTOM, TOP, Period, Spread, period_bar

__all__ = ["MOST", "WIDTH", "Period", "Spread", "periods"]

WIDTH = 360
#: Periods between the first and the last that one picture holds.
MOST = 120

_LEFT, _RIGHT = 52.0, 348.0
_UNDATED = 18.0  # width of a sum whose period is not known
_TEAR = 40.0  # least distance between two labels of the line of time


def periods(
    held: Sequence[Period], *, key: str, title: str, year: int = 12, what: str = "month"
) -> Markup | None:
    """The picture; None where there is nothing to draw. ``year``: how many periods make a year."""
    dated = sorted((one for one in held if one.at is not None), key=lambda one: one.at or 0)
    undated = [one for one in held if one.at is None]
    spreads = [spread for one in held for spread in _spreads(one)]
    values = [v for s in spreads for v in (s.low, s.best, s.high) if v is not None]
    if not spreads:
        return None
    axis = make_axis(values, BOTTOM, TOP + 8, from_zero=True, ticks=4)
    end = _RIGHT - _UNDATED * len(undated) - (8 if undated else 0)
    first = dated[0].at if dated else 0
    last = dated[-1].at if dated else 0
    assert first is not None
    assert last is not None
    step = (end - _LEFT - 4) / (last - first + 1)
    places = [(one, _LEFT + 4 + step * ((one.at or 0) - first + 0.5)) for one in dated]
    aside = [(one, end + 8 + _UNDATED * (n + 0.5)) for n, one in enumerate(undated)]
    bars = [
        *(period_bar(one, x, axis, min(step, 26.0)) for one, x in places),
        *(period_bar(one, x, axis, _UNDATED) for one, x in aside),
    ]
    grid = [_grid(axis.at(tick), tick_label(tick), end) for tick in axis.ticks]
    labels = list(_labels(places, year, step))
    if undated:
        labels.append(_undated(end, what))
    legend, height = _legend(held, spreads, axis, what)
    return Markup(
        '<svg class="periods" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="group" '
        'aria-labelledby="{k}-t {k}-d" font-size="12.5"><title id="{k}-t">{title}</title>'
        '<desc id="{k}-d">{desc}</desc><g aria-hidden="true">{grid}{labels}</g>'
        "{bars}{legend}</svg>"
    ).format(
        w=WIDTH,
        h=f"{height:.0f}",
        k=key,
        title=title,
        desc=_description(dated, undated, axis, what),
        grid=Markup("").join(grid),
        labels=Markup("").join(labels),
        bars=Markup("").join(bars),
        legend=legend,
    )


def _spreads(one: Period) -> Iterator[Spread]:
    if one.counted is not None:
        yield one.counted
    yield from one.beside


def _description(dated: Sequence[Period], undated: Sequence[Period], axis: Axis, what: str) -> str:
    parts = []
    if dated:
        first, last = dated[0].label, dated[-1].label
        parts.append(f"{first}." if first == last else f"{first} to {last}.")
        empty = (dated[-1].at or 0) - (dated[0].at or 0) + 1 - len(dated)
        if empty:
            parts.append(f"Without a bar, as the book holds nothing of them: {empty} {what}s.")
    if undated:
        parts.append(f"At the right, {what} not known: {len(undated)}.")
    parts.append(f"{'Logarithmic' if axis.log else 'Linear'} scale.")
    parts.append("The table beside the picture holds the same data.")
    return " ".join(parts)


def _grid(y: float, label: str, end: float) -> Markup:
    return Markup(
        '<line class="grid" x1="{a}" x2="{b:.1f}" y1="{y:.1f}" y2="{y:.1f}" stroke="#999" '
        'stroke-width=".5"/><text class="tick" x="{t}" y="{ty:.1f}" text-anchor="end" '
        'font-size="10.5">{label}</text>'
    ).format(a=_LEFT, b=end, y=y, t=_LEFT - 4, ty=y + 3.5, label=label)


def _labels(places: Sequence[tuple[Period, float]], year: int, step: float) -> Iterator[Markup]:
    """The first and the last period, and the first of a year wherever there is room."""
    if not places:
        return
    first, last = places[0], places[-1]
    yield _label(_LEFT, "start", first[0].label)
    if last[0].at == first[0].at:
        return
    right = max(last[1] + step / 2, _LEFT + 2 * _TEAR + 72)
    yield _label(right, "end", last[0].label)
    if year == 1:
        return
    begin, end = first[0].at or 0, last[0].at or 0
    taken = _LEFT + 72 + _TEAR / 2
    for at in range(begin - begin % year + year, end, year):
        x = first[1] + step * (at - begin)
        if taken < x < right - 72 - _TEAR / 2:
            yield _label(x, "middle", str(at // year))
            taken = x + _TEAR


def _label(x: float, anchor: str, words: str) -> Markup:
    return Markup(
        '<text class="tick" x="{:.1f}" y="{}" text-anchor="{}" font-size="11">{}</text>'
    ).format(x, BOTTOM + 15, anchor, words)


def _undated(end: float, what: str) -> Markup:
    return Markup(
        '<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{a}" y2="{b}" stroke="#999" '
        'stroke-dasharray="2 3"/><text class="tick" x="{r}" y="{y}" text-anchor="end" '
        'font-size="11">{what} not known</text>'
    ).format(x=end + 4, a=TOP, b=BOTTOM, r=_RIGHT, y=TOP - 12, what=what)


def _legend(
    held: Sequence[Period], spreads: Sequence[Spread], axis: Axis, what: str
) -> tuple[Markup, float]:
    lines = []
    if axis.log:
        lines.append("log scale")
    if any(one.beside for one in held):
        lines.append("thin and empty: beside the sum by the rule, not in it")
    if any(s.high is None and s.low is not None for s in spreads):
        lines.append("arrow up: an upper figure is not known for every incident")
    if any(s.low is None and s.high is not None for s in spreads):
        lines.append("arrow down: a lower figure is not known for every incident")
    if any(s.low is None and s.high is None for s in spreads):
        lines.append("dotted: neither end of the sum is known")
    if any(s.best is not None and s.best not in (s.low, s.high) for s in spreads):
        lines.append("stroke across: the best value")
    lines.append(f"no bar: no incident of that {what} in this book, which is no zero")
    return legend(lines, 12, BOTTOM + 22)
