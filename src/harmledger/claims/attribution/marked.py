"""Sources that notes and lists mark by form: "UN command: about 20", "12 dead (Red Cross)".

Read from the characters of a line, as such lines are no sentences that a parser knows.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from harmledger.claims.attribution.speakers import is_source, kind_of, speaker_at
from harmledger.claims.words import gazetteer
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word
from harmledger.records import Speaker

__all__ = ["bracketed", "headed", "labelled"]

#: Characters of a line before a claim that are looked at.
LINE = 300
#: Where a label may begin: a line, an item, a sentence, another counter behind a semicolon.
_LABEL = re.compile(
    r"(?:(?<![^\n])|(?<=[.;!?…|])\s|(?<=\s[-–—])\s)\s*(?:[-•*–>▪]\s*|\(?\d{1,2}[.)]\s*)?"
    r"(?P<name>(?:[Tt]he |[Aa]n? )?[^\W\d_][^\d\n:;.!?\"“”()|,]{1,59}?)"
    r"(?:,\s[^:;.!?\n()]{1,40}?)?(?:\s*\((?P<by>[^()\n]{1,40})\))?\s*(?<!\d):(?=\s|\d)"
)
#: A number or a word for one, not far behind the colon.
_NUMBER = re.compile(
    r"\s*(?:[^\s\d.;:]+\s+){0,4}?(?:\d|(?:no|none|nobody|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|several|[a-z]+teen|[a-z]+ty)\b)",
    re.IGNORECASE,
)
#: The end of a sentence, behind which a label says nothing more.
_STOP = re.compile(r"[^\W\d_]{3}[.!?][\"”’)]?\s+[A-Z]")
_INITIALS = re.compile(r"[A-Z]{2,6}$")
#: "(Red Cross)", "(source: Red Cross)", "(American military, until May)".
_BRACKET = re.compile(
    r"(?:[^.;:!?()\n]|:(?=\s\d)){0,80}?[\"”’]?\s[(\[](?:source:\s*)?(?P<name>[^\W\d_][^()\[\]/\n]{1,59}?)"
    r"(?:,\s(?:until|since|in|on|at|day|first|later|final|\d)[^()\n]{0,30})?[)\]]"
)
#: "Inventory as published by the army:", "on the basis of information from the council:".
_HEAD = (
    r"\b(?:(?:information|figures|data|numbers|lists?|inventory|record|records|a\scount)\s(?:\w+\s)?"
    r"(?:from|by|of)|(?:%s)\sby)\s(?P<name>[^\W\d_][^\d\n:;.!?\"“”()|,]{1,59}?)"
    r"(?:,\s[^:;.!?\n()]{1,40}?)?:(?=\s|$)"
)
#: Other labels of a paragraph that are looked at.
_MOST = 20


#: Words of a label before "of" or "in".
_MOST_WORDS = 5
#: A line shorter than this is no line of a wrapped sentence.
_SHORT = 60


def labelled(text: str, offset: int) -> Speaker | None:
    """The label before ``offset`` in its line: "Red Cross, from two clinics: 54 dead"."""
    start = _line_start(text, offset)
    labels = list(islice(_LABEL.finditer(text, start, offset), _MOST))
    if not labels or _STOP.search(text, labels[-1].end(), offset):
        return None
    label = labels[-1]
    name = label["name"]
    if not _NUMBER.match(text, label.end()):
        return None
    if _toll_of(name):
        return speaker_at(text, *label.span("name"))
    if not _is_counter(name):
        return _by(text, label)
    if " " not in name and _among_victims(text, start, offset):
        return None
    return speaker_at(text, *label.span("name"))


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(_HEAD % alternatives(words("reporting", "kept")), re.IGNORECASE)


def headed(text: str, start: int, end: int) -> Speaker | None:
    """Whose figures stand behind a colon: "Losses as published by the army: ..."."""
    found = _heads().search(text, start, end)
    if found is None or not _is_counter(found["name"]):
        return None
    return speaker_at(text, *found.span("name"))


def _by(text: str, label: re.Match[str]) -> Speaker | None:
    """ "New arrivals (council estimate): 1,200": the council."""
    start, end = label.span("by")
    if start < 0:
        return None
    words_of = text[start:end].split()
    tellings = words("reporting", "tellings") | words("reporting", "figures")
    if len(words_of) > 1 and words_of[-1].lower() in tellings:
        end = text.rindex(words_of[-1], start, end)
        end = start + len(text[start:end].rstrip())
    return speaker_at(text, start, end) if _is_counter(text[start:end]) else None


def _line_start(text: str, offset: int) -> int:
    """Where the line begins; lines wrapped at some width are one."""
    lowest = max(0, offset - LINE)
    start = text.rfind("\n", lowest, offset) + 1
    while start - 1 > lowest:
        before = text.rfind("\n", lowest, start - 1) + 1
        if start - 1 - before < _SHORT:
            break
        start = before
    return max(start, lowest)


def _is_counter(name: str) -> bool:
    """Whether a label names who counts: no place, no victims, no words such as "note"."""
    told = [word for word in name.lower().split() if word not in {"the", "a", "an"}]
    no_counter = (
        words("reporting", "labels")
        | words("grammar", "count_nouns")
        | words("grammar", "toll_words")
        | words("grammar", "toll_nouns")
    )
    kind = kind_of(name)
    # There is a town of the name of Police.
    if name.split()[0].lower() in words("reporting", "no_closers"):
        return False  # "during the rescue: 1"
    if no_counter & set(told) or (gazetteer.known_name(name) and kind == "other"):
        return False
    if kind == "belligerent" and len(told) == 1 and is_person_word(told[0]):
        return False  # "Rebels: 12 killed"
    if _INITIALS.match(name) is not None:
        return True
    # "Officials in the port", but no clause: "The command sent a train to the valley".
    head = re.split(r"\s(?:of|in|at|for|from)\s", name)[0].split()
    return is_source(" ".join(head[-2:])) and len(head) <= _MOST_WORDS


def _toll_of(name: str) -> bool:
    """ "Official toll", "Army count": a figure with whose it is."""
    *owner, last = name.split()
    figures = words("reporting", "figures") | {"figures", "estimates", "list"}
    if not owner or last.lower() not in figures:
        return False
    told = [word for word in owner if word.lower() not in {"the", "a", "an"}]
    named = bool(told) and told[0].lower() in {"official", "unofficial"}
    return named or (bool(told) and is_source(" ".join(told)))


def _among_victims(text: str, start: int, offset: int) -> bool:
    """Whether the labels around say who was harmed: "Army: 12. Civilians: 30."."""
    first = text.rfind("\n\n", max(0, start - LINE), start) + 1 or max(0, start - LINE)
    end = text.find("\n\n", offset, offset + LINE)
    labels = _LABEL.finditer(text, first, end if end >= 0 else min(len(text), offset + LINE))
    return any(
        is_person_word(one["name"].lower().split()[-1]) and kind_of(one["name"]) == "other"
        for one in islice(labels, _MOST)
    )


def bracketed(text: str, offset: int, *, alone: bool = False) -> Speaker | None:
    """The source in brackets behind a count that ends at ``offset``: "12 dead (Red Cross)".

    ``alone``: it may be a single small word, "(police)".
    """
    found = _BRACKET.match(text, offset)
    if found is None:
        return None
    name = found["name"]
    ahead = text[offset : found.start("name")]
    harmed = kind_of(name) in {"belligerent", "witness"} or name.lower() == "police"
    plain = name.islower() and " " not in name and not alone and (harmed or not is_source(name))
    told = {word.strip(".,'’").lower() for word in name.split()}
    if plain or any(letter.isupper() for letter in ahead) or told & words("reporting", "verbs"):
        return None
    return speaker_at(text, *found.span("name")) if _is_counter(name) else None
