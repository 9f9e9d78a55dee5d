"""Time expressions as written: "late on Saturday night", "the night of 3 May", "in January"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from harmledger.claims.times.calendarwords import DAY_ORDINALS, DAYS, MONTH_NUMBERS
from harmledger.claims.times.ranges import range_pattern, well_written
from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["Expression", "expressions"]

#: How far before its core ("Saturday") the words of an expression may begin ("around 2 p.m. on").
_REACH = 48
#: Before a month or a year alone, one of these makes it a time: in January, "May" is also a verb.
_DATING = re.compile(
    r"\b(?:in|by|until|of|before|after|during|since|from|last|this|early|late|mid)\b", re.I
)


#: Before a season, one of these makes it a time: "fall" is also a verb.
_SEASONAL = re.compile(r"\b(?:last|this|in the|during the)\b", re.IGNORECASE)
#: A time of the clock alone is one only behind at, about and the like.
_ABOUT = re.compile(r"\b(?:at|around|about|approximately|after|before|by)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: the core's ``match`` and what stands ``ahead`` of it, at ``start``."""

    match: re.Match[str]
    ahead: str
    start: int

    @property
    def surface(self) -> str:
        """The whole expression as written."""
        return self.ahead + self.match[0]

    def opens(self, *openers: str) -> bool:
        """Whether it stands behind one of these words: since, last."""
        return any(word in openers for word in self.ahead.lower().split())


def expressions(text: str, start: int, end: int) -> Iterator[Expression]:
    """The time expressions of ``text[start:end]`` in order."""
    before = start
    for match in _core().finditer(text, start, end):
        front = max(before, match.start() - _REACH)
        ahead = _ahead().search(text, front, match.start())
        opening = ahead.start() if ahead else match.start()
        found = Expression(match, text[opening : match.start()], opening)
        if _is_time(found, text):
            yield found
            before = match.end()


def _is_time(found: Expression, text: str) -> bool:
    match = found.match
    if match["weekday"]:
        # "Bloody Sunday", "Good Friday" name days of history, not the day of the harm; "it had been
        # a Saturday" is one of any week.
        before = text[max(0, match.start() - 5) : match.start()].lower().split()
        if before[-1:] == ["a"] or before[-1:] == ["one"]:
            return False
        return _named_day().search(text, max(0, match.start() - 12), match.start()) is None
    if match["both"]:
        return well_written(match[0], frozenset((*MONTH_NUMBERS, *DAYS)))
    if match["years"]:
        return match[0][0].isalpha() or bool(_DATING.search(found.ahead))
    name = match["month"] or match["of_month"] or match["m1"] or match["m2"]
    if name and not name[0].isupper():
        return False
    if match["month"] or match["year"]:
        return bool(_DATING.search(found.ahead))
    if match["season"]:
        return bool(match["ys"] or _SEASONAL.search(found.ahead))
    if match["feast"]:
        return found.match[0][0].isupper()
    if match["clock"]:
        return bool(_ABOUT.search(found.ahead))
    return True


#: Behind the last two digits of a year: not what they would count ("on 4 May 20 soldiers fell").
_ENDED = (
    r"(?!\s+(?!(?:in|at|and|or|to|on|when|by|as|after|before|the|an?|from|for|with|until|through"
    r"|where|was|were|is|of|near|but|that|which|during|while)\b)[a-z])"
)


@cache
def _named_day() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('time', 'named_days'))})\s+$", re.IGNORECASE)


@cache
def _ahead() -> re.Pattern[str]:
    """What stands before the core: "around 2 p.m. on", "the night of", "since early"."""
    part = alternatives(words("time", "parts_of_day"))
    return re.compile(
        rf"(?<!\w)(?:(?:(?:{alternatives(words('time', 'about'))})\s+)?"
        r"\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?,?\s+)?"
        r"(?:(?:on|in|by|until|up\s+to|through|of|as\s+of|before|after|during|since|from|over"
        r"|between)\s+)?"
        rf"(?:the\s+)?(?:(?:{part}|month)\s+(?:of|to)\s+)?"
        rf"(?:(?:{alternatives(words('time', 'early'))})[\s-]+(?:on\s+|in\s+)?)?"
        rf"(?:(?:this\s+past|last|this|next|{alternatives(words('time', 'about'))})\s+)?$",
        re.IGNORECASE,
    )


def _prior(count: str) -> str:
    """What stands before another event that is told: "in the week before", "before that", "in the
    days leading up to the shooting", "the previous week"; ``count``: a number of such units."""
    unit = r"(?P<pu>day|night|week|weekend|month|year)s?"
    return (
        rf"(?:the\s+|(?<![-\w])(?=\w))(?:{count}\s+)?(?<=\s){unit}\s+"
        rf"(?:{alternatives(words('time', 'prior'))})(?!\s+yesterday)\b"
        rf"|(?:{alternatives(words('time', 'prior_then'))})\b"
        r"|(?:(?:in|over|during|for|within)\s+)?the\s+(?:previous|preceding)\s+(?:few\s+)?(?:day|night|week|weekend|month)s\b"
        r"|(?<!in\s)(?<!over\s)(?<!during\s)(?<!for\s)(?<!within\s)the\s+(?:previous|preceding)\s+"
        r"(?:day|night|week|weekend|month)\b"
    )


@cache
def _core() -> re.Pattern[str]:
    """The part of an expression that says which time; the named groups say of what form it is."""
    month = "(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
    day = r"[0-3]?\d(?:st|nd|rd|th)?"
    year = r"(?:1[89]|20)\d\d"
    weekday = "(?:" + "|".join(DAYS) + ")"
    part = alternatives(words("time", "parts_of_day"))
    events = alternatives(words("grammar", "event_nouns") | words("time", "deeds"))
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    ones = "one|two|three|four|five|six|seven|eight|nine"
    count = (
        rf"(?<![a-z]-)(?:an?(?:\s+few)?|\d+|(?:{tens})(?:[-\s](?:{ones}))?|{ones}|ten|eleven|twelve"
        r"|(?:thir|four|fif|six|seven|eigh|nine)teen|several|some)"
    )
    feasts = alternatives(words("time", "feasts"))
    seasons = alternatives(words("time", "seasons"))
    clock = (
        r"(?:\d{1,2}(?::\d\d)?\s?(?:a\.m\.|p\.m\.|[ap]m\b)|noon\b|midnight\b"
        r"|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock\b)"
    )
    # A cell with a month and one with a count are no day.
    gap = r"(?:[^\S\t\n]{1,2}|[^\S\t\n]*\n[^\S\t\n]*)"
    # "Monday morning, 18 July 1994", "Thu 9 Aug 2018".
    named = rf"(?:{weekday}(?:\s+(?:{part}))?|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\b\.?),?\s+"
    ordinal = alternatives(frozenset(DAY_ORDINALS))
    return re.compile(
        # Each form begins with a word: sought only where one does.
        rf"(?<!\w)(?=\w)(?:(?P<both>{range_pattern(month, day, year, weekday)})"
        rf"|(?P<years>(?:(?:between|from)\s+)?(?P<ya>{year})"
        rf"(?:\s+(?:and|to|until|till|through)\s+|\s?[-–]\s?)(?P<yb>{year})"
        r"(?![\d-]|[,.]\d|\s+(?:people|persons|men|women|civilians|soldiers|others|dead|killed)\b))"
        rf"|(?P<slashed>[0-3]?\d/[0-3]?\d/{year}|[0-3]?\d\.[01]?\d\.{year})(?![\d/.]\d)"
        rf"|(?:{named})?(?:"
        rf"(?P<m1>{month}){gap}(?:(?P<d5>{day})(?:[^\S\n]?[-–][^\S\n]?|\s+(?:to|through|and)\s+"
        rf"(?={day}(?:,?\s+{year}|\s*[,.;:)]|\s*$))))?(?P<d1>{day})(?!\d)(?:,?\s+(?P<y1>{year}))?"
        rf"|(?:(?P<d0>{day})(?:[^\S\n]?[-–][^\S\n]?|\s+(?:to|until)\s+)"
        rf"|(?<=between\s)(?P<d3>{day})\s+and\s+|(?<=on\s)(?P<d4>{day})\s+and\s+)?"
        rf"(?P<d2>{day}|(?:{ordinal})(?=\s+of\b))\s+(?:of\s+)?"
        rf"(?P<m2>{month})(?:(?:,?\s+(?={year})|\s+)(?P<y2>{year}|\d\d(?!\d){_ENDED}))?"
        rf"|(?P<m3>{month}),?\s+(?:of\s+)?(?P<y3>{year}))"
        rf"|(?P<iso>{year}-\d\d-\d\d)"
        rf"|(?P<half>(?:first|second)\s+half\s+of\s+(?:the\s+year|(?P<yh>{year})))"
        rf"|(?P<attribute>{year})(?=\s+(?:\w+\s+)?(?:{events})s?\b)"
        rf"|(?P<of_month>{month})(?=\s+(?:{events})s?\b)"
        rf"|(?P<year>{year})(?![\d,.]\d|\s+(?:people|others|dead|killed|block))"
        rf"|(?P<weekday>{weekday})(?:[\s-]+(?:{part}))?"
        rf"|(?P<day>yesterday(?:\s+(?:{part}))?|today|tonight|this\s+(?:{part})|last\s+(?:night|evening)|overnight"
        r"|the\s+day\s+before\s+yesterday)"
        r"|(?P<weekend>weekend)"
        r"|(?P<period>(?:last|this|past)\s+(?:week|month|year))(?!\w)"
        rf"|(?P<month>{month})(?:\s+(?:of\s+)?(?P<which>last|this)\s+year)?(?!\s+\d)"
        rf"|(?P<ago>(?:{count}\s+(?:minute|hour|day|week|month|year|decade)s?"
        r"|(?:half|a\s+quarter\s+of)\s+a\s+century)\s+(?:ago|earlier))"
        rf"|(?P<feast>{feasts})(?:\s+(?:{part}))?\b(?:,?\s+(?:of\s+)?(?P<yf>{year}))?"
        rf"|(?P<season>{seasons})\b(?:\s+of\s+(?P<ys>{year}))?"
        rf"|(?P<clock>{clock})(?!,?\s+(?:(?:on|this|last)\s+)?(?:{weekday}|{month}|yesterday|today))"
        rf"|(?P<prior>{_prior(count)})"
        r"|(?:(?:in|over|during|for|within)\s+)?the\s+(?:past|last|previous|preceding)\s+"
        r"(?P<past>(?:\w+\s+)?(?:hour|day|week|month|year|decade)s?)"
        r"|in\s+recent\s+(?P<recent>days|weeks|months|years)"
        r"|(?P<began>since\s+the\s+(?:war|conflict|offensive|fighting|start\s+of\s+the\s+\w+)"
        r"(?:\s+(?:began|started))?)"
        r"|(?P<so>so\s+far\s+this\s+(?:year|month|week)))",
        re.IGNORECASE,
    )
