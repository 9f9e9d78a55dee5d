"""What is known about a text besides its words, and where each thing came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from harmledger.texts.blocks import Draft

__all__ = ["Facts", "Made", "compose"]


@dataclass(slots=True)
class Facts:
    """Metadata as found. ``dates`` are (ISO date, where from), best first."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    lang: str | None = None
    url: str | None = None
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


def compose(pieces: list[tuple[str, str]], *, title: str | None = None) -> tuple[str, list[Draft]]:
    """A text of paragraphs parted by blank lines, with a draft block for each piece.

    ``pieces`` are (kind, paragraph). ``title`` becomes the first line, a headline.
    """
    parts: list[str] = []
    drafts: list[Draft] = []
    at = 0
    heads = [("headline", title)] if title else []
    for kind, piece in [*heads, *pieces]:
        drafts.append(Draft(kind, at, at + len(piece), sure=bool(title) and not parts))
        parts.append(piece)
        at += len(piece) + 2
    return "\n\n".join(parts), drafts
