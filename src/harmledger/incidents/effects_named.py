"""Which places a text names, each text read as seldom as may be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from harmledger.kept import whole
from harmledger.records import Text

__all__ = ["Named", "telling_word"]

#: Texts whose words are held.
_HELD = 16

_WORD = re.compile(r"\w+")


class Named:
    """Answers about the texts of a book."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self._texts = texts
        self._answers: dict[tuple[str, str], bool] = {}
        self.words = lru_cache(_HELD)(self._words)

    def _words(self, text_id: str) -> frozenset[str]:
        """The words of the text as they are written."""
        text = whole(self._texts.get(text_id))
        return frozenset(_WORD.findall(text.text)) if text is not None else frozenset()

    def names(self, text_id: str, name: str) -> bool:
        """Whether the text has the name."""
        known = self._answers.get((text_id, name))
        if known is None:
            known = self._answers[text_id, name] = self._look(text_id, name)
        return known

    def _look(self, text_id: str, name: str) -> bool:
        words = self.words(text_id)
        if not words.issuperset(_WORD.findall(name)):
            return False
        if name in words:
            return True
        text = whole(self._texts.get(text_id))
        return text is not None and re.search(rf"\b{re.escape(name)}\b", text.text) is not None


def telling_word(name: str) -> str:
    """The longest word of a name: a text without it does not have the name."""
    return max(_WORD.findall(name), key=len, default="")
