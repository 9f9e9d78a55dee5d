"""Patterns of the words that tell a figure as an earlier one, ahead of it and behind it.

They are given 160 characters at most (``told_earlier._REACH``): some take the square of what they
are given, so no whole text may be searched by them.
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.words.lexicon import alternatives, words

__all__ = [
    "ahead",
    "behind",
    "changed_next",
    "grown",
    "hinted",
    "opening",
    "reported_behind",
    "turned",
]

_FILE = "told_earlier"
_WORD = r"[^\W\d][\w'’-]*"
#: Ways to the figure, without another number or the end of a clause.
_PLAIN = r"[^.;:\d\n]"


def _any(term: str, key: str = "words") -> str:
    return rf"(?:{alternatives(words(_FILE, term, key))})"


def _between(most: int) -> str:
    """Up to so many words that tell of no other event: "official", "police"."""
    other = rf"(?:{_any('other_harm')}\b|\w+['’]s?\b)"
    return rf"(?:(?!{other}){_WORD}\s+){{0,{most}}}?"


def _way(most: int) -> str:
    """Up to so many characters that neither turn to the new figure nor to another event."""
    an_event = rf"an?\s+(?:{_WORD}\s+)?{_any('other_harm')}"
    off = rf"(?:{_any('turns')}|{_any('other_harm', 'separate')}|{an_event})\b"
    return rf"(?:(?!\b{off}){_PLAIN}){{0,{most}}}?"


def _figure() -> str:
    return rf"{_any('earlier')}\s+{_between(3)}{_any('figures')}"


def _account(adjectives: str) -> str:
    first = _any("accounts", "first")
    one = rf"(?!{first}\s){adjectives}\s+{_between(2)}{_any('accounts', 'one')}"
    return rf"(?:{adjectives}\s+{_between(2)}{_any('accounts')}|{one})"


def _who(most: int) -> str:
    return rf"[^.;:,\d\n]{{1,{most}}}?"


@cache
def hinted() -> re.Pattern[str]:
    """A word without which no pattern of this module holds."""
    listed = "|".join(_any(*one) for one in (
        ("earlier",), ("adverbs",), ("changing",), ("changing", "active")))  # fmt: skip
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


@cache
def ahead() -> tuple[re.Pattern[str], ...]:
    """Words that end where the figure begins; ``said`` has them."""
    of_whom = rf"\s+(?:of|for|among)\s+(?:{_WORD}\s+){{0,3}}?{_WORD}"
    not_then = rf"(?!\s+{_any('not_then')})"
    no_noun = r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bits\s)(?<!\btheir\s)"
    # "The paper that first reported" is the first of those who told it.
    first = rf"(?<!\bwho\s)(?<!\bwhich\s)(?<!\bthat\s)first\s+{_any('adverbs', 'first')}"
    first = rf"(?:{first}|(?:(?<=was\s)|(?<=were\s)|(?<=been\s))first\s+reported)"
    adverb = rf"{_any('adverbs')}{not_then}"
    follows = r"(?=\s*(?:that\b|,|on\b|in\b|today\b|there\b|$))"
    in_one = rf"in\s+(?:an?|its|their|the)\s+{_account(_any('earlier'))}"
    patterns = (
        # "An earlier figure of ten"; "a previous toll of at least ten".
        rf"\b(?P<said>{_figure()})(?:{of_whom})?\s+of\s+(?:{_WORD}\s+){{0,2}}?$",
        # "The initial death toll was ten"; "the previous number of dead, ten".
        rf"\b(?P<said>(?:{_figure()}(?:{of_whom})?|{_any('earlier')}\s+{_any('figures', 'bare')}"
        rf"{of_whom}))(?:,\s*|(?:\s*\([^()\n]{{1,20}}\))?\s*[:(]\s*|\s+(?:"
        rf"{_any('figures', 'stands')}\b){_way(50)})$",
        # "Initial reports spoke of ten"; "an earlier statement by the ministry had put it at ten".
        rf"\b(?P<said>{_account(_any('earlier'))})\b(?:\s+(?:from|by|in|of)\s+{_who(40)})?"
        rf"\s+(?:had\s+|have\s+)?{_any('accounts', 'verbs')}\b{_way(60)}$",
        rf"\b(?P<said>{in_one}),?\s+{_who(40)}\s(?:had\s+)?{_any('giving')}\b{_way(60)}$",
        rf"\baccording\s+to\s+(?:an?\s+|the\s+)?(?P<said>{_account(_any('earlier', 'now_gone'))})"
        rf"\b(?:\s+(?:from|by)\s+{_who(30)})?,?\s+{_way(30)}$",
        # "Had earlier put the toll at ten"; "was first given as ten"; "said at first that ten".
        rf"\b{no_noun}(?P<said>(?:{first}|{adverb}\s+(?:(?:had|has|have|was|been)\s+)?{_any('giving')}))\b{_way(80)}$",
        rf"\b(?P<said>{_any('giving')}\s+{adverb}){follows}{_way(80)}$",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in patterns)


@cache
def opening() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A sentence that opens with the adverb: up to a verb and the figure, or up to the figure with
    a verb behind: "initially, officials said ten had died", "at first ten were thought dead"."""
    adverb = rf"\W*(?P<said>{_any('adverbs')})(?!\s+{_any('not_then')})"
    when = r"(?:\s+(?:(?:on|that)\s+\w+|in\s+the\s+\w+|today))?"
    be = r"(?:were|was|(?P<past>had\s+been)|have\s+been)(?P<told>)"
    verb = rf"(?:(?P<past>had\s+)|was\s+|were\s+|it\s+was\s+)?{_any('giving')}"
    return (
        re.compile(rf"{adverb}{when},?\s+(?:{_who(60)}\b{verb}|{_PLAIN}{{1,80}}?\b(?P<told>had\s+)"
                   rf"{_any('giving')})\b{_way(80)}$", re.IGNORECASE),
        re.compile(rf"{adverb}{when},?\s+(?:it\s+was\s+{_any('giving', 'passive')}\s+(?:that\s+)?)?"
                   rf"(?:{_WORD}\s+){{0,2}}?$", re.IGNORECASE),
        re.compile(rf"{_way(45)}\b{be}\s+{_any('giving', 'passive')}\b", re.IGNORECASE),
    )  # fmt: skip


@cache
def behind() -> tuple[re.Pattern[str], ...]:
    """Words that begin where the figure ends; ``said`` has them."""
    be = r"(?:were|was|had\s+been|have\s+been|are|is)"
    passive = _any("giving", "passive")
    adverb = rf"(?:{_any('adverbs')}|first(?!\s+\w+\s+missing))"
    whom = r"(?:(?!\b(?:who|which|that|what|was|were|been)\b)[^.;:,\d\n]){0,30}?"
    figure = rf"(?:the|an?|its|their)\s+{_figure()}"
    return tuple(
        re.compile(one, re.IGNORECASE)
        for one in (
            # "Ten people were initially reported dead"; "had earlier been said to have died".
            rf"{whom}\s{be}\s+(?P<said>{adverb}\s+{passive})\b",
            rf"{whom}\shad\s+(?P<said>{adverb}\s+been\s+{passive})\b",
            # "The ten first reported"; "the ten deaths reported earlier".
            rf"(?:\s+{_WORD}){{0,2}}?\s+(?P<said>{adverb}\s+{_any('giving', 'noun')})\b",
            rf"(?:\s+{_WORD}){{0,2}}?\s+(?P<said>{_any('giving', 'noun')}\s+{_any('adverbs')})"
            rf"(?!\s+{_any('not_then')})(?!\s+(?:in|on|at|by)\b)",
            # "Ten, the initial figure"; "ten was the first count".
            rf"{_way(30)},\s+(?P<said>{figure})\b",
            rf"\s+(?:was|were|had\s+been)\s+(?P<said>{figure})\b",
            # "Ten had died before revising it"; "before it raised the toll".
            rf"{_way(60)}\bbefore\s+(?P<said>{_any('changing', 'active')}\s+(?:it|that|(?:the|its|"
            rf"that|this)\s+{_between(1)}{_any('figures')}))\b",
            # "Ten died, a figure that was later corrected".
            rf"{_PLAIN}{{0,60}}?\b(?:{_any('figures')}|which|that|it)\s+(?:(?:was|were|is|has|have|"
            rf"had|been|it|they)\s+){{0,2}}(?P<said>{_any('changing', 'since')}\s+"
            rf"{_any('changing')})\b",
            rf"{_PLAIN}{{0,40}}?,?\s+according\s+to\s+(?:an?\s+|the\s+)?"
            rf"(?P<said>{_account(_any('earlier', 'now_gone'))})\b",
        )
    )


@cache
def reported_behind() -> re.Pattern[str]:
    """ "Ten died, police had initially said.": who gave it, at the end of the clause."""
    early = rf"(?:{_any('adverbs')})"
    verb, first = _any("giving"), _any("adverbs", "at_first")
    return re.compile(
        rf"{_PLAIN}{{0,60}}?,\s+{_who(50)}\s(?P<said>had\s+{early}\s+{verb}|"
        rf"{first}\s+{verb}|{verb}\s+{first}|had\s+{verb}\s+{early})\s*(?:[.,;]|$)",
        re.IGNORECASE,
    )


@cache
def turned() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A figure that is changed to the next one: "corrected its figure of" ahead and "to" behind;
    "the figure of" ahead and "was corrected to" behind."""
    ways = rf"(?:\s+{_any('changing', 'ways')})?"
    changing = rf"(?:{_any('changing')}|{_any('changing', 'active')})"
    return (
        re.compile(rf"\b(?P<said>{changing}\s+(?:its|the|an?|their|that|this)\s+{_between(2)}"
                   rf"{_any('figures')})\s+of\s+(?:{_WORD}\s+){{0,2}}?$", re.IGNORECASE),
        re.compile(rf"{_PLAIN}{{0,40}}?{ways}\s(?:to|with|by)\s+(?:{_WORD}\s+){{0,4}}?$",
                   re.IGNORECASE),
        re.compile(rf"{_PLAIN}{{0,50}}?\b(?:was|were|has\s+been|had\s+been|have\s+been)\s+"
                   rf"(?:{_any('changing', 'since')}\s+)?(?P<said>{_any('changing')}{ways})\s+"
                   rf"(?:to|with|by)\s+(?:{_WORD}\s+){{0,3}}?$", re.IGNORECASE),
    )  # fmt: skip


@cache
def grown() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Raised the toll to" ahead of the new figure, "from" between it and the earlier one."""
    of_whom = rf"(?:\s+(?:of|for|among)\s+(?:{_WORD}\s+){{0,3}}?{_WORD})?"
    changing = rf"(?:{_any('changing')}|{_any('changing', 'active')})"
    return (
        re.compile(rf"\b(?P<said>{changing}\s+(?:its|the|their)\s+{_between(2)}"
                   rf"{_any('figures')}){of_whom}\s+to\s+(?:{_WORD}\s+){{0,2}}?$", re.IGNORECASE),
        re.compile(rf"(?:\s+{_WORD}){{0,2}}?\s+from\s+(?:{_WORD}\s+){{0,2}}?", re.IGNORECASE),
    )  # fmt: skip


@cache
def changed_next() -> re.Pattern[str]:
    """The next sentence: "The figure was later corrected"."""
    return re.compile(
        rf"\s*(?:the|that|this)\s+{_between(1)}{_any('figures')}\s+(?:was|were|has\s+been|had\s+"
        rf"been)\s+(?P<said>{_any('changing', 'since')}\s+{_any('changing')})\b",
        re.IGNORECASE,
    )
