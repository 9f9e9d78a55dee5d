"""Sources that stand right beside a number: "the army 12, the rebels 40", "800, the consul's count".

Where several count, all but the first are often named without a verb. The parser then hangs their
numbers on the verb of the first, so the words around the number are read as they stand.
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.attribution.speakers import is_source, speaker_at
from harmledger.claims.words import gazetteer
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

__all__ = ["counted_behind", "counts", "named_before"]

#: A name of a source: an article, and up to seven words.
_NAME = (
    r"(?P<name>(?:(?:the|an?|its|their)\s)?[^\W\d_][\w&/’'-]*(?:\.\w+)*"
    r"(?:\s(?!by\b|in\b)[\w&/’'-]+(?:\.\w+)*){0,6}?)"
)
#: Characters before a number that are looked at.
_REACH = 120
#: What ends a name: a mark, or a word that goes on.
_STOP = (
    r"(?=\s*(?:[.,;:)!?\n–—-]|$)|\s(?:and|but|or|to|in|on|at|for|who|which|when|while|after|as"
    r"|has|have|had|was|were|is|are|from)\b)"
)
#: A name in capitals throughout.
_CAPITALS = re.compile(r"(?:(?:the|an?)\s)?[A-Z][\w.’'-]*(?:\s(?:(?:of|for|and)\s(?:the\s)?)?[A-Z][\w.’'-]*)*")


@cache
def _behind() -> re.Pattern[str]:
    """What stands behind a number: "the count of X", ", X's figure", "in X's list", "given by X"."""
    figures = alternatives(words("reporting", "figures") | words("reporting", "tellings"))
    given = alternatives(words("reporting", "counted_by"))
    people = r"(?:\s(?!by\b)[a-z]+(?:-[a-z]+)?){0,3}?"
    return re.compile(
        rf"{people}[\"”’]?(?:"
        rf",?\s\(?(?:being\s)?{_NAME}['’]s?\s(?:own\s|latest\s|first\s)?(?:{figures})\b"
        rf"|,?\s\(?(?:being\s)?(?:that|those|the\s(?:{figures}))\sof\s{_NAME.replace('name', 'of')}{_STOP}"
        rf"|\s(?:{given})\sby\s{_NAME.replace('name', 'by')}{_STOP}"
        rf"|\sin\s{_NAME.replace('name', 'whose')}(?:['’]s?(?:\s(?:{figures}))?(?=[.,;)]|\s(?:and|but)\b|$)"
        rf"|\s(?:{figures})\b)"
        rf"|,?\s(?:which|that|whom)\s{_NAME.replace('name', 'which')}\s(?:(?:has|have|had)\s)?(?:{given}|gave|put)"
        r"(?!\s(?:were|was|are|had|to|as|of|that))\b"
        r")"
    )


@cache
def _put_at() -> re.Pattern[str]:
    return re.compile(rf"\sby\s{_NAME}{_STOP}")


def counted_behind(text: str, start: int, end: int) -> Speaker | None:
    """The source behind a number, ``text[start:end]``: "800, the consul's count".

    Also "put at 40 by the consul and at 25 by the mayor".
    """
    limit = min(len(text), end + _REACH)
    found = _put_at().match(text, end, limit) if text[:start].endswith(" at ") else None
    found = found or _behind().match(text, end, limit)
    if found is None:
        return None
    group = next(g for g, told in found.groupdict().items() if told)
    return speaker_at(text, *found.span(group)) if counts(found[group]) else None


@cache
def _before() -> re.Pattern[str]:
    """A name between a break in the sentence and the number: ", the rebels 40", "; police had nine"."""
    links = alternatives(words("reporting", "before_number"))
    figures = alternatives(words("reporting", "figures"))
    return re.compile(
        rf"(?:[,;:–—-]|\b(?:and|but|while|whereas|against|or)\b)\s"
        rf"(?:(?:and|but|while|whereas|or|only)\s)?(?:that\sof\s)?{_NAME}"
        rf"(?P<own>['’]s?(?:\s(?:own\s)?(?:{figures}))?)?(?:,?\s(?:{links}))*\s$"
    )


def named_before(text: str, start: int, number: int) -> Speaker | None:
    """The source right before a number, in a sentence from ``start`` that has named another.

    A verb of having only holds what is no loss of its own: "the clinic 12, police had nine".
    """
    found = None
    # The shortest piece that fits: a break nearer to the number comes first.
    for at in range(number - 2, max(start, number - _REACH), -1):
        if text[at] in ",;:–—-" or (text[at - 1].isspace() and text[at] in "abwo"):
            found = _before().match(text, at, number)
            if found is not None and counts(found["name"]):
                return speaker_at(text, *found.span("name"))
    return None


def counts(name: str) -> bool:
    """Whether a name is that of a source, by its words or its capitals, and holds no clause."""
    told = name.lower().split()
    if not told or told[-1] in words("reporting", "no_closers") | words("reporting", "labels"):
        return False
    if not harm_words().keys().isdisjoint(told):
        return False
    head = re.split(r"\s(?:of|in|at|for|from)\s", name)[0].split()
    last = head[-1]
    shout = name.isupper()
    if is_source(" ".join(head[-2:])) and ((last[0].isupper() and not shout) or is_source(last)):
        return True
    capitals = not shout and _CAPITALS.fullmatch(name) is not None and len(last) > 2
    return capitals and not gazetteer.known_name(name)
