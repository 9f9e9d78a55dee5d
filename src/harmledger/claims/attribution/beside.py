"""Sources right beside a number: "the army 12, the rebels 40", "800, the consul's count".

Where several count, all but the first are often named without a verb. The parser then hangs their
numbers on the verb of the first, so the words around the number are read as they stand.
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.attribution.speakers import is_source, kind_of, speaker_at
from harmledger.claims.quantities.grammar import find_quantities
from harmledger.claims.words import gazetteer
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

__all__ = [
    "NAME",
    "STOP",
    "counted_behind",
    "counts",
    "name_before",
    "named_before",
    "named_first",
]

#: A name of a source: an article, and up to seven words.
NAME = (
    r"(?P<name>(?:(?:the|an?|its|their)\s)?[^\W\d_][\w&/’'-]*(?:\.\w+)*"
    r"(?:\s(?!by\b|in\b)[\w&/’'-]+(?:\.\w+)*){0,6}?)"
)
#: Characters before a number that are looked at.
_REACH = 120
#: What ends a name: a mark, or a word that goes on.
STOP = (
    r"(?=\s*(?:[.,;:)!?\n–—-]|$)|\s(?:and|but|or|to|in|on|at|for|who|which|when|while|after|as"
    r"|has|have|had|was|were|is|are|from)\b)"
)
#: Characters of a number with its qualifier.
_NUMBER = 24
#: The last word of what is a day, and nobody.
_DAY = re.compile(
    r"\w+day|midnight|noon|dawn|dusk|nightfall|january|february|march|april|may|june|july|august"
    r"|september|october|november|december"
)
#: A name in capitals throughout.
_CAPITALS = re.compile(
    r"(?:(?:the|an?)\s)?[A-Z][\w.’'-]*(?:\s(?:(?:of|for|and)\s(?:the\s)?)?[A-Z][\w.’'-]*)*"
)


@cache
def _behind() -> tuple[re.Pattern[str], ...]:
    """What may stand behind a number and, perhaps, the noun that is counted."""
    figures = alternatives(words("reporting", "figures") | words("reporting", "tellings"))
    given = words("reporting", "counted_by")
    announced = alternatives(given - words("reporting", "asserting") | {"gave", "put"})
    owned = rf"{NAME}['’]s?"
    ends = r"(?=[.,;)]|\s(?:and|but)\b|$)"
    forms = (
        rf",\sfrom\s{NAME}{STOP}",
        rf",?\s\(?(?:being\s)?{owned}\s(?:own\s|latest\s|first\s)?(?:{figures})\b",
        rf",?\s\(?(?:being\s)?(?:that|those|the\s(?:{figures}))\sof\s{NAME}{STOP}",
        rf"\s(?:dead|wounded|injured|missing|victims|deaths),\sby\s{NAME}{STOP}",
        rf",?\sby\s{owned}(?:\s(?:{figures}))?{ends}",
        rf"\s(?:{alternatives(given)})\sby\s{NAME}{STOP}",
        rf"\sin\s{owned}(?:\s(?:{figures}))?{ends}",
        rf"\son\s{owned}\s(?:{figures})\b",
        rf"\sin\s{NAME}\s(?:{figures})\b",
        rf",?\s(?:which|that|whom)\s{NAME}\s(?:(?:has|have|had)\s)?(?:{announced})\b"
        r"(?!\s(?:were|are|had|to|as|of|that)\b)",
    )
    people = r"(?:\s(?!by\b)[a-z]+(?:-[a-z]+)?){0,3}?[\"”’]?"
    return tuple(re.compile(people + form) for form in forms)


@cache
def _put_at() -> re.Pattern[str]:
    return re.compile(rf"\sby\s{NAME}{STOP}")


def counted_behind(text: str, start: int, end: int) -> Speaker | None:
    """The source behind a number, ``text[start:end]``: "800, the consul's count".

    Also "put at 40 by the consul and at 25 by the mayor".
    """
    limit = min(len(text), end + _REACH)
    ahead = (_put_at(),) if text[max(0, start - 4) : start] == " at " else ()
    for pattern in (*ahead, *_behind()):
        found = pattern.match(text, end, limit)
        if found is not None and counts(found["name"]):
            return speaker_at(text, *found.span("name"))
    return None


@cache
def _before(links: frozenset[str], comma: str) -> re.Pattern[str]:
    """A name between a break in the sentence and the number: "; police had nine"."""
    figures = alternatives(words("reporting", "figures"))
    return re.compile(
        rf"(?:[,;:–—-]|\b(?:and|but|while|whereas|against|or)\b)\s"
        rf"(?:(?:and|but|while|whereas|or|only)\s)?(?:that\sof\s)?{NAME}"
        rf"(?P<own>['’]s?(?:\s(?:own\s)?(?:{figures}))?)?(?:,?\s(?:{alternatives(links)}))*{comma}\s$"
    )


def named_before(text: str, start: int, number: int) -> Speaker | None:
    """The source right before a number, in a sentence from ``start`` that has named another.

    A verb of having only holds what is no loss of its own: "the clinic 12, police had nine".
    """
    if not find_quantities(text[number : number + _NUMBER]):
        return None  # "told police her baby was hurt"
    return name_before(text, start, number, words("reporting", "before_number"))


def name_before(
    text: str,
    start: int,
    number: int,
    links: frozenset[str],
    *,
    places: bool = False,
    comma: bool = False,
) -> Speaker | None:
    """The source right before a number in a sentence from ``start``, with ``links`` between.

    ``places``: "Moscow" may be a source; ``comma``: it may stand last, "the army, 12".
    """
    pattern = _before(links, ",?" if comma else "")
    # The shortest piece that fits: a break nearer to the number comes first.
    for at in range(number - 2, max(start, number - _REACH), -1):
        if text[at] in ",;:–—-" or (text[at - 1].isspace() and text[at] in "abwo"):
            found = pattern.match(text, at, number)
            if found is not None and (
                counts(found["name"]) or (places and gazetteer.known_name(found["name"]))
            ):
                return speaker_at(text, *found.span("name"))
    return None


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"{NAME},\s(?:of|at|only|just|merely)\s$")


def named_first(text: str, start: int, number: int) -> Speaker | None:
    """The source that opens a sentence of two words and a number: "The opposition, of 200."."""
    found = _first().match(text, start, number) if number - start <= _REACH else None
    if found is None or found.end() != number or not counts(found["name"]):
        return None
    return speaker_at(text, *found.span("name"))


def counts(name: str) -> bool:
    """Whether a name is that of a source, by its words or its capitals, and holds no clause."""
    told = name.lower().split()
    if not told or any(word.isdigit() for word in told):
        return False
    if told[-1] in words("reporting", "no_closers") | words("reporting", "labels"):
        return False
    if _DAY.fullmatch(told[-1]):
        return False  # "stood at 41 by Monday"
    clause = harm_words().keys() | words("reporting", "say") | words("reporting", "tell")
    # "The hospital" tells of harm, and is a source.
    clauses = any(word in clause and kind_of(word) != "medic" for word in told)
    if clauses or told[0] in words("reporting", "no_closers"):
        return False
    head = re.split(r"\s(?:of|in|at|for|from)\s", name)[0].split()
    last = head[-1]
    shout = name.isupper()
    if is_source(" ".join(head[-2:])) and ((last[0].isupper() and not shout) or is_source(last)):
        return True
    capitals = not shout and _CAPITALS.fullmatch(name) is not None and len(last) > 2
    return capitals and not gazetteer.known_name(name)
