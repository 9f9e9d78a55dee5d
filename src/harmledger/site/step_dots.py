"""One reading of a step series: a dot with open ends, its link, and a square where revised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

__all__ = ["Step", "dot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One reading: its day, value, and whether it is a revision."""

    day: date
    low: int | None
    high: int | None
    title: str
    href: str | None
    broken: bool = False


def dot(point: Step, x: float, y: float, top: float | None) -> Markup:
    """The dot at ``x``, ``y``; ``top``: where its high stands, None where not known."""
    parts = [
        Markup(
            '<title>{}</title><circle class="hit" cx="{x:.1f}" cy="{y:.1f}" r="11" fill="none" '
            'pointer-events="all"/>'
        ).format(point.title, x=x, y=y)
    ]
    if point.low is not None and point.high is not None and point.low != point.high:
        parts.append(_stroke("whisker", f"M{x:.1f} {y:.1f} V{top:.1f} M{x - 4:.1f} {top:.1f} h8"))
    elif point.high is None:
        parts.append(_stroke("whisker", f"M{x:.1f} {y:.1f} v-13 m-3.5 4 l3.5 -4 l3.5 4"))
    elif point.low is None:
        parts.append(_stroke("whisker", f"M{x:.1f} {y:.1f} v13 m-3.5 -4 l3.5 4 l3.5 -4"))
    parts.append(
        Markup(
            '<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="3.5" fill="#1c3d5a" stroke="#1c3d5a"/>'
        ).format(x, y)
    )
    if point.broken:
        parts.append(
            Markup(
                '<rect class="break" x="{:.1f}" y="{:.1f}" width="13" height="13" '
                'fill="none" stroke="#a33" stroke-width="1.5"/>'
            ).format(x - 6.5, y - 6.5)
        )
    inner = Markup("").join(parts)
    if point.href is None:
        return Markup("<g>{}</g>").format(inner)
    return Markup('<a href="{}">{}</a>').format(point.href, inner)


def _stroke(name: str, path: str) -> Markup:
    return Markup(
        '<path class="{}" d="{}" fill="none" stroke="#1c3d5a" stroke-width="1.2"/>'
    ).format(name, path)
