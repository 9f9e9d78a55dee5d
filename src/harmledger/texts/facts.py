"""What is known about a text besides its words, and where each thing came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from harmledger.texts.blocks import Draft
from harmledger.texts.pieces import Piece

__all__ = ["Facts", "Made", "compose"]


@dataclass(slots=True)
class Facts:
    """Metadata as found. ``dates`` are (ISO date, where from), best first."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    lang: str | None = None
    url: str | None = None
    canonical: str | None = None
    lede: str | None = None
    dates: list[tuple[str, str]] = field(default_factory=list)

    def add_date(self, iso: str | None, source: str) -> None:
        """Notes a date, where there is one."""
        if iso:
            self.dates.append((iso, source))


@dataclass(slots=True)
class Made:
    """A text, its blocks before judgement, and its metadata."""

    text: str
    drafts: list[Draft]
    facts: Facts


def compose(pieces: Sequence[Piece], *, title: str | None = None) -> tuple[str, list[Draft]]:
    """A text of paragraphs parted by blank lines, with a draft block for each piece.

    ``title`` becomes the first line, a headline that is not judged.
    """
    heads = [Piece("headline", title)] if title else []
    parts: list[str] = []
    drafts: list[Draft] = []
    at = 0
    for piece in [*heads, *pieces]:
        end = at + len(piece.text)
        drafts.append(Draft(piece.kind, at, end, bool(title) and not parts, piece.reason))
        parts.append(piece.text)
        at = end + 2
    return "\n\n".join(parts), drafts
