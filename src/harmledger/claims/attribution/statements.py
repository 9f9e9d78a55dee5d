"""Statements given word for word: "The mayor issued the following statement: We ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["statement_at"]


def statement_at(text: str, sentences: Sequence[Sentence], index: int) -> tuple[int, int] | None:
    """Where the statement begins and ends that the sentence ``index`` opens, if it opens one."""
    given = _statement().search(text, sentences[index].start, sentences[index].end)
    return (given.end(), _end(text, sentences, index, given.end())) if given else None


@cache
def _statement() -> re.Pattern[str]:
    """ "The mayor issued the following statement on Friday:", in the midst of a text too."""
    verbs = alternatives(words("reporting", "gives_work"))
    works = alternatives(words("reporting", "told_works"))
    return re.compile(
        rf"\b(?:{verbs})\s(?:the\sfollowing|this)\s(?:[\w-]+\s){{0,2}}?(?:{works})\b[^:.;\n]{{0,80}}:",
        re.IGNORECASE,
    )


#: Words in which whoever gives a statement speaks of themselves.
_OURS = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")


def _end(text: str, sentences: Sequence[Sentence], index: int, colon: int) -> int:
    """Where a statement ends: with its paragraph, and those behind it that say "we"."""
    apart = not text[colon : sentences[index].end].strip(' "“')
    first = index + 1 if apart else index
    if first >= len(sentences):
        return len(text)
    paragraph = sentences[first].paragraph
    for behind in range(first, len(sentences)):
        own = sentences[behind]
        if own.paragraph == paragraph:
            continue
        rest = (s for s in sentences[behind:] if s.paragraph == own.paragraph)
        if not any(_OURS.search(text, s.start, s.end) for s in rest):
            return own.start
        paragraph = own.paragraph
    return len(text)
