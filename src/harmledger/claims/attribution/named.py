"""Who is named in a text: organisations and persons, as the model finds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from harmledger.claims.attribution.spellings import bare
from harmledger.claims.parsing.parse import Parsed

__all__ = ["Named", "named_in"]


@dataclass(frozen=True, slots=True)
class Named:
    """A source by name at an offset of the text. ``entity``: the model's label, or speaker."""

    start: int
    name: str
    entity: str

    def end(self, text: str) -> int:
        """Where the name ends; before its start where the text does not have it so.

        A name is kept without its article, so it may end a few characters later.
        """
        found = text.find(self.name, self.start, self.start + len(self.name) + len("their "))
        return found + len(self.name) if found >= 0 else -1


def named_in(parsed: Iterable[Parsed]) -> list[Named]:
    """The organisations and persons of the parsed sentences, in text order."""
    found = [
        Named(
            p.start(entity[0]), bare(p.text[p.start(entity[0]) : p.end(entity[-1])]), entity.label_
        )
        for p in parsed
        for entity in p.doc.ents
        if entity.label_ in {"ORG", "PERSON"}
    ]
    return sorted(found, key=lambda named: named.start)
