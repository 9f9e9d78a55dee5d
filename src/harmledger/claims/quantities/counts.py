"""What a number near harm words can be other than a count: an age, a date, a measure, a name."""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.quantities.rates import is_age, is_age_bound, is_rate
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.numbers import NUMBER

__all__ = ["idiom_spans", "is_count"]


@cache
def _units() -> re.Pattern[str]:
    units = alternatives(words("not_counts", "units"))
    return re.compile(rf"[\s-]*(?:{units})(?![\w])", re.IGNORECASE)


@cache
def _was() -> re.Pattern[str]:
    """ "The number climbed to 112 from", "up from": what the number was before."""
    rise = alternatives(words("not_counts", "rise"))
    return re.compile(
        rf"\b(?:{rise})\s+to\s+[\d,]+\s+(?:[a-z]+\s+){{0,2}}?from\s+$|,\s+(?:up|down)\s+from\s+$",
        re.IGNORECASE,
    )


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('not_counts', 'idioms'))})\b", re.IGNORECASE)


def idiom_spans(text: str) -> list[tuple[int, int]]:
    """Where fixed expressions stand whose number counts nothing ("one of", "9/11"), in order."""
    return [match.span() for match in _idioms().finditer(text)]


@cache
def _of_arms() -> re.Pattern[str]:
    """ "11,000 rounds of ammunition", "75 pounds of explosives": units of arms."""
    units = alternatives(words("not_counts", "units", "of_arms"))
    arms = alternatives(words("things", "arms") | words("things", "arms_parts"))
    return re.compile(rf"\s+(?:{units})\s+(?:of|for)\s+(?:[\w-]+\s+){{0,2}}?(?:{arms})\b", re.I)


@cache
def _day_to_day() -> re.Pattern[str]:
    """ "Between May 3 and 9": the second is a day, too."""
    months = alternatives(words("not_counts", "months"))
    return re.compile(
        rf"\b(?:between|from)\s+(?:{months})\.?\s+\d{{1,2}}\s+(?:and|to|until|through)\s+$",
        re.IGNORECASE,
    )


#: "Aged 21, 22 and 24": the ages of several.
_AGED = re.compile(r"\bage[sd]?\s+(?:\d{1,3}(?:,\s*and|,|\s+and)\s+)+$", re.IGNORECASE)
#: "Between the ages of seven and ten": either.
_AGES = re.compile(
    r"\bages\s+of\s+$"
    rf"|\bage[sd]?\s+(?:(?:of|between|from)\s+)?(?:{NUMBER})\s+(?:and|to|or)\s+$",
    re.IGNORECASE,
)
_YOUNGER = re.compile(
    r"\b(?:younger|older)\s+than\s+$|\b(?:under|over|by|at)\s+the\s+age\s+of\s+$", re.IGNORECASE
)
#: "Alpine, TX 79830": a postal code.
_POSTAL = re.compile(r"\b[A-Z]{2}\s+$")
_POSTAL_DIGITS = 5
_RESULT = re.compile(
    r"\b(?:result(?:s|ed|ing)?|end(?:s|ed|ing)?)\s+in\s+(?:\w+\s+)?$"
    r"|\b(?:br(?:ings?|inging|ought)|t(?:akes?|aking|aken|ook)|flew|flown|sent|truck(?:s|ed)|ferried|shipped|airlifted)\s+in\s+$",
    re.IGNORECASE,
)
#: "An 18 and 15 year old": the number before the age is one too.
_JOINED_AGE = re.compile(
    r"-?\s+and\s+(?:an?\s+)?\d{1,3}[\s-](?:year|yr|month)s?[\s-]olds?\b", re.IGNORECASE
)
_LAST_WORD = re.compile(r"([A-Za-z.]+)[\s-]*$")
_NEXT_WORD = re.compile(r"\s*([A-Za-z.]+)")
#: A time of the clock, or an ordinal, also as old wires have it ("a 2d corporal").
_CLOCK = re.compile(r"[:.]\d|(?:st|nd|rd|th|d)\b", re.IGNORECASE)


#: "Thirty-odd", "200-plus": said of the number.
_TIED = re.compile(r"-(?:odd|some|plus)\b", re.IGNORECASE)
#: "Last year 60 people died", where "the year 60" is a date.
_THIS_YEAR = re.compile(r"\b(?:last|this|past|previous|that|same|each|every)\s+year,?\s+$", re.I)
#: "4 May", "the 4th of May": the day is told, and the next number is none.
_DAY_MONTH = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]+\.?,?\s+$")
_ON = re.compile(
    r"\s+(?!(?:in|at|and|or|to|on|when|by|as|after|before|the|an?|from|for|with|until|through|where"
    r"|was|were|is|of|near|but|that|which|during|while)\b)[a-z]"
)


def _counts_on(rest: str) -> bool:
    """Whether a word follows that a number may count: "soldiers", not "in"."""
    return _ON.match(rest) is not None


def _cut_off(head: str) -> bool:
    """Whether digits and a blank stand directly before: the number would be read without its front.

    A year or the day of a month stands by itself.
    """
    match = re.search(r"(?:([A-Za-z]+)\.?\s+)?(?<![\d.,])(\d+)[ \u00a0\u202f\u2009]$", head)
    if match is None:
        return False
    day = (match[1] or "").lower() in words("not_counts", "months")
    year = len(match[2]) == 4 and match[2][:2] in {"18", "19", "20"}
    return not (day or year)


def is_count(text: str, start: int, end: int, value: int) -> bool:
    """Whether the number at ``start:end`` can count people or things at all."""
    core = text[start:end]
    digits = core[:1].isdigit()
    rest = text[end : end + 40]
    if (_units().match(rest) and not _of_arms().match(rest)) or _CLOCK.match(rest):
        return False
    # "25-year-old", "two-state", "12-storey": a hyphen ties the number to a property.
    if (re.match(r"-[A-Za-z]", rest) and not _TIED.match(rest)) or re.match(r"[/'’]\d", rest):
        return False
    head = text[max(0, start - 40) : start]
    if is_rate(text, start, end):
        return False
    if re.match(r"\s+and\s+a\s+(?:half|quarter)\b", rest, re.IGNORECASE):
        return False  # "two and a half years"
    if digits and value < 120 and is_age(head, rest):
        return False
    if digits and value < 120 and (_AGED.search(head) or _JOINED_AGE.match(rest)):
        return False
    if digits and value <= 31 and _day_to_day().search(head):
        return re.match(r"\s+[a-z]", rest) is not None
    if value < 120 and (_YOUNGER.search(head) or _AGES.search(head) or is_age_bound(head, rest)):
        return False
    if re.match(r"\d{3}(?!\d)", core) and _cut_off(head):
        return False
    if re.fullmatch(rf"\d{{{_POSTAL_DIGITS}}}", core) and _POSTAL.search(head):
        return False
    # A bare ", 25," or ", 25 (" behind a name is an age.
    if (
        digits
        and value < 120
        and re.match(r"\s*[,(]", rest)
        and re.search(r"[A-Z][\w.’'-]+,\s+$", head)
    ):
        return False
    last = _LAST_WORD.search(head)
    previous = last[1].lower() if last else ""
    following = _NEXT_WORD.match(rest)
    upcoming = following[1].lower().rstrip(".") if following else ""
    if core in words("not_counts", "calls") and (
        upcoming in words("not_counts", "calls", "before")
        or previous in words("not_counts", "calls", "behind")
    ):
        return False
    if previous == "from" and _was().search(head):
        return False  # "climbed to 112 from 97"
    year_like = digits and len(core) == 4 and 1800 <= value <= 2100 and "," not in core
    if previous.rstrip(".") in words("not_counts", "months") and (value <= 31 or year_like):
        if not year_like and _DAY_MONTH.search(head) and _counts_on(rest):
            return True  # "on 4 May 20 soldiers were killed"
        if not digits and re.match(r"\s+[A-Za-z]", rest):
            return True  # "in September nine monks were killed": a day is no cardinal in words
        # "May 12 people" is no date where "may" is a modal: dates are capitalised.
        return not (last and last[1][:1].isupper())
    if (
        upcoming in words("not_counts", "months")
        and value <= 31
        and following
        and following[1][0].isupper()
    ):
        return False
    if year_like and not re.match(r"\s+(?:people|civilians|others|dead|killed)", rest):
        return False
    if previous == "in" and _RESULT.search(head):
        return True  # "resulted in 9 deaths", "brought in 12 lorries"
    if previous == "year" and _THIS_YEAR.search(head):
        return not year_like
    if digits and (
        previous in words("not_counts", "labels")
        or previous.rstrip(".") in words("not_counts", "labels")
    ):
        return (
            previous in words("not_counts", "labels", "only_years")
            and not year_like
            and value > 100
        )
    return not (previous.startswith("covid") or text[start - 1 : start] in {"$", "€", "£", "#"})
