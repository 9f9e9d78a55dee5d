"""Whether a count is of one event or runs over a period or several incidents."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from harmledger.claims.annotation.periods import totals_a_period
from harmledger.claims.quantities.grammar import find_quantities
from harmledger.claims.times.prior import is_long_before
from harmledger.claims.times.ranges import runs_to
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import When

__all__ = ["LARGE", "OUTRIGHT", "scope_cues", "scope_of"]

#: Without a date of its own, a count this large is of a war or a campaign, not of one incident.
LARGE = 2000
#: Up to here, one event that the clause names ("the attack", "shot down") has the count of a year.
_ONE_EVENT = 1000


#: Cues that say it outright.
OUTRIGHT = (
    "period totalled",
    "several incidents",
    "several places",
    "since it began",
    "from day to day",
    "recorded by a day",
    "months before",
)

#: Measures of which one flood or one evacuation can make thousands.
_AT_ONCE = frozenset(("displaced", "damaged"))


#: A count since a day, or between two days, runs over a period though it names days.
_RUNNING = re.compile(
    r"\b(?:since\s+(?!then\b)|so\s+far\b|by\s+the\s+end\s+of|between\s+\d{1,2}\s+\w+\s+and\s+\d"
    r"|between\s+[A-Z]\w+\.?\s+\d{1,2}\s+and\s)",
    re.IGNORECASE,
)


#: "A week earlier", "days before" name a day, if not by its date.
_EARLIER = re.compile(
    r"\b(?:(?:an?|one|two|three|four|five|six|seven|\d+)\s+(?:day|week)s?|days|weeks)"
    r"\s+(?:earlier|before|ago)\b",
    re.IGNORECASE,
)


#: "It is ten years since the bombing that killed 202", but not "in the ten years since".
_YEARS_SINCE = re.compile(
    r"(?:\b(in|over|during|within|for|throughout)\s+(?:the\s+|these\s+)?)?(?:[\w-]+\s+)?"
    r"\b(?:years?|decades?|century|centuries|months?|weeks?)\s+"
    r"(?:(?:has|have|had)\s+)?(?:passed\s+|elapsed\s+|gone\s+by\s+)?since\b",
    re.IGNORECASE,
)


def _without_years_since(clause: str) -> str:
    """The clause without how long ago an event was, which says nothing of how long a count ran."""
    return _YEARS_SINCE.sub(lambda found: found[0] if found[1] else " ", clause)


@cache
def _incidents() -> re.Pattern[str]:
    """ "In two clashes", "several attacks", "three explosions", "in shootings across the city"."""
    two = r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|\d\d)"
    three = r"(?:three|four|five|six|seven|eight|nine|ten|[3-9]|\d\d)"
    many = alternatives(words("time", "several"))
    events = alternatives(words("time", "many_events"))
    salvos = alternatives(words("time", "salvos"))
    apart = alternatives(words("time", "apart_events"))
    between = r"\s+(?:[\w-]+\s+){0,2}"
    told = r"in\s+(?:(?!the\b|these\b|those\b)[\w'’-]+\s+){0,3}"
    return re.compile(
        rf"\b(?:(?:{two}|{many}){between}(?:{events})|(?:{three}|{many}){between}(?:{salvos})"
        rf"|{told}(?:{apart}))\b",
        re.IGNORECASE,
    )


@cache
def _places() -> re.Pattern[str]:
    """ "In Meta and Arauca departments", "in the towns of A and B", "in these places"."""
    kinds = alternatives(words("time", "plural_places"))
    name = r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,2}"
    return re.compile(
        rf"(?:{name}(?:,\s+{name})*,?\s+(?:and|AND)\s+{name}\s+(?i:{kinds})"
        rf"|(?i:{kinds})\s+(?i:of)\s+{name}(?:,\s+{name})*,?\s+(?:and|AND)\s+{name}"
        r"|(?i:in\s+(?:these|those|several|various|many|all)\s+(?:places|towns|cities|villages|areas)))\b"
    )


@cache
def _one_event() -> re.Pattern[str]:
    """ "The bomb on the ferry, in 1988, killed 70", "an airliner shot down in 1983"."""
    events = alternatives(words("time", "single_events"))
    ends = alternatives(words("time", "single_ends"))
    return re.compile(
        rf"\b(?:(?:the|an?|this|that|another|one)\s+(?:[\w-]+\s+){{0,3}}?(?:{events})|(?:{ends}))\b",
        re.IGNORECASE,
    )


@cache
def _disaster() -> re.Pattern[str]:
    """ "Floods", "was evacuated": what one disaster does to thousands."""
    return re.compile(rf"\b(?:{alternatives(words('time', 'disasters'))})\b", re.IGNORECASE)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('time', 'cumulative'))})\b", re.IGNORECASE)


@cache
def _since() -> re.Pattern[str]:
    """ "Since the fighting broke out", "since the war began", "since the outbreak of it"."""
    began = alternatives(words("time", "beginnings"))
    firsts = alternatives(words("time", "outbreaks"))
    return re.compile(
        rf"\bsince\s+(?:(?:[\w'’-]+\s+){{1,6}}?(?:{began})|(?:[\w'’-]+\s+){{0,3}}?(?:{firsts}))\b",
        re.IGNORECASE,
    )


def _from_to(clause: str, when: When | None) -> bool:
    """Whether the time is a period told by its two ends, and no one event lasted so long."""
    if when is None or when.precision != "period" or _one_event().search(clause):
        return False
    return when.surface.lower().startswith(("between ", "from "))


def _from_then_on(when: When | None) -> bool:
    """ "The offensive that began on 3 May": from that day on, though nobody says since."""
    if when is None or when.precision != "period" or when.end is not None or not when.start:
        return False
    return not when.surface.lower().startswith("since")


@cache
def _recorded() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:has|have|had|been)\s+(?:[a-z]+\s+)?(?:{alternatives(words('time', 'recorded'))})\b"
    )


def _recorded_by(clause: str, when: When | None) -> bool:
    """ "Had identified 2,000 victims by 31 May": a register that runs to that day."""
    return when is not None and runs_to(when) and _recorded().search(clause) is not None


#: Patterns and sentences whose answers are kept: each claim of a long line asks anew.
_KEPT = 512


@lru_cache(maxsize=_KEPT)
def _says(pattern: re.Pattern[str], clause: str) -> bool:
    return pattern.search(clause) is not None


@lru_cache(maxsize=_KEPT)
def _totals(clause: str) -> bool:
    return bool(totals_a_period(clause))


def scope_cues(clause: str, ahead: str, when: When | None, word: str) -> tuple[str, ...]:
    """What speaks for a count over a period or several incidents, and the precision of its time.

    ``clause``: the sentence of the claim; ``ahead``: the text before it; ``word``: the harm word.
    """
    clause = _without_years_since(clause)
    told = (
        *zip(
            OUTRIGHT,
            (
                _totals(clause),
                _says(_incidents(), clause),
                _says(_places(), clause),
                _says(_since(), clause) or _from_then_on(when),
                _from_to(clause, when),
                _recorded_by(clause, when),
                when is not None and is_long_before(when),
            ),
            strict=True,
        ),
        ("running count", _says(_RUNNING, clause)),
        ("plural harm", word.lower() in words("time", "plural_harms")),
        ("word of a period", _says(_cues(), clause)),
        ("word of a period ahead", _cues().search(ahead)),
        ("day named from afar", _says(_EARLIER, clause)),
        ("one event named", _says(_one_event(), clause)),
    )
    precision = (f"time to the {when.precision}",) if when is not None else ("no time",)
    return (*(name for name, found in told if found), *precision)


def scope_of(
    clause: str,
    neighbour: str,
    when: When | None,
    low: int | None,
    high: int | None,
    *,
    fragment: bool,
    in_town: bool,
    word: str = "",
    measure: str = "",
) -> str:
    """``event`` or ``cumulative``.

    ``clause`` is the sentence of the claim, ``neighbour`` the one before, which counts where the
    sentence is a ``fragment`` of it. ``in_town``: a place smaller than a country is stated.
    ``word``: the harm word. One victim is always one event; thousands may well be displaced by
    one flood.
    """
    clause = _without_years_since(clause)
    day = when is not None and when.precision in {"hour", "day"}
    size = max(low or 0, high or 0)
    if size == 1 and low == high:
        return "event"
    if _totals(clause) or _says(_incidents(), clause) or _says(_places(), clause):
        return "cumulative"
    if when is not None and (when.precision == "period" or _recorded_by(clause, when)):
        return "cumulative"
    if when is not None and is_long_before(when):
        return "cumulative"
    if size == 0 and low == high:
        return "event"
    if when is not None and when.precision in {"year", "month", "season"}:
        # "in 2015 in Afghanistan" is a year's count, "in Hillsborough in 1989" one event.
        one = size < _ONE_EVENT and not _says(_RUNNING, clause) and _says(_one_event(), clause)
        return "event" if one or (in_town and size < LARGE) else "cumulative"
    if _says(_RUNNING, clause):
        return "cumulative"
    if day:
        return "event"
    if word.lower() in words("time", "plural_harms"):
        return "cumulative"
    if _says(_cues(), clause) or (fragment and _cues().search(neighbour)):
        return "cumulative"
    if _says(_EARLIER, clause):
        return "event"
    large = size >= LARGE and not (measure in _AT_ONCE and _says(_disaster(), clause))
    return "cumulative" if large and not _one_incident(clause) else "event"


@lru_cache(maxsize=64)  # asked anew for each claim of the clause
def _one_incident(clause: str) -> bool:
    """Whether another count of the clause is small enough for one incident, which it then tells of.

    "218 people were killed, 7,000 injured and 300,000 left homeless". A part of a large total
    says nothing; nor does a number that no harm word follows or precedes.
    """
    openers = words("grammar", "part_openers") | words("grammar", "back_pronouns")
    quantities = find_quantities(clause)
    for index, quantity in enumerate(quantities):
        if not 1 < quantity.size < LARGE or quantity.qualifier == "vague":
            continue
        following = quantities[index + 1].start if index + 1 < len(quantities) else len(clause)
        ahead = re.findall(r"[a-z]+", clause[: quantity.start].lower())
        behind = re.findall(r"[a-z]+", clause[quantity.end : following].lower())
        if openers & {*ahead, *behind[:2]} or {*ahead[-1:], *behind[:1]} & words(
            "grammar", "further_steps"
        ):
            continue
        if any(
            row.frame in {"transitive", "intransitive", "state", "count"}
            for word in (*ahead[-1:], *behind)
            for row in harm_words().get(word, ())
        ):
            return True
    return False
