"""Reports as texts, one after the other, for commands that keep nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from harmledger.cli.progress import Bars
from harmledger.records import Capture, Refusal, Text

if TYPE_CHECKING:
    from harmledger.pages import InputOptions

__all__ = ["Stream"]


class Stream:
    """Texts of inputs in the order given. Refusals are told as they come and counted."""

    def __init__(self, paths: Sequence[Path], options: InputOptions, bars: Bars) -> None:
        self._paths = paths
        self._options = options
        self._bars = bars
        self.problems = 0

    def texts(self) -> Iterator[Text]:
        """Every text that can be read."""
        from harmledger.texts import make_texts

        for item in make_texts(self._captures()):
            if isinstance(item, Refusal):
                self.refuse(item)
            else:
                yield item

    def to_read_claims(self) -> Iterator[Text]:
        """Every text, after it was told of those whose language is not read."""
        from harmledger.claims import other_language

        for text in self.texts():
            refusal = other_language(text)
            if refusal is not None:
                self.refuse(refusal)
            yield text

    def _captures(self) -> Iterator[Capture]:
        from harmledger.pages import read

        for item in read(self._paths, self._options):
            if isinstance(item, Refusal):
                self.refuse(item)
            else:
                yield item

    def refuse(self, refusal: Refusal) -> None:
        """Tell of an input, or text, that is left out, and count it."""
        self.problems += refusal.severity == "problem"
        self._bars.refused(refusal)
