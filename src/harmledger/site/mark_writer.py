"""Writes the pieces of a text with the marks of its claims properly nested.

Browsers flatten trees deeper than 512 elements, so below ``_DEEPEST`` marks (no real report
comes near) the remaining claims are written flat, as one element with several ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

__all__ = ["Span", "Writer"]

_DEEPEST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A claim's place: ``text[start:end]``, half-open, in code points."""

    id: str
    start: int
    end: int


class Writer:
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
