"""Parts of a text that are one source's account, as a heading or an opening sentence says.

"WHAT THE MINISTRY HAS SAID", "(from the operator's review)", "The commission's findings, in
short.", "Its account runs as follows." What follows goes on without naming it again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.attribution.hearing import Account, Hearing
from harmledger.claims.attribution.meant import name_beside
from harmledger.claims.attribution.memos import memo_of
from harmledger.claims.attribution.released import released_by
from harmledger.claims.attribution.speakers import (
    is_source,
    is_speaker,
    phrase,
    source_in,
    speaker_at,
)
from harmledger.claims.attribution.statements import statement_at
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

__all__ = ["account_at", "find_accounts", "teller_of"]

#: Sentences from the start among which the opening of a whole text stands.
OPENING = 4
#: Words of the longest heading, and characters of a sentence that is looked at.
_HEADING, _LONGEST = 12, 260
#: Sentences from the start in which a work is given or a heading names one, and words of a title.
_GIVEN, _TITLE = 2, 20
#: Characters of a text that may be all one work which its opening gives.
_SHORT = 4000
#: Sentences back in which the owner of "its account" is looked for.
_BACK = 4


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    name = r"(?P<name>(?:(?:the|an?)\s)?[A-Z][\w’'.&/-]*(?:\s[\w’'.&/-]+){0,7}?)"
    works = alternatives(words("reporting", "accounts"))
    told = alternatives(words("reporting", "verbs"))
    short = r"(?:in\s(?:brief|short|summary|outline)|summari[sz]ed|extracts?|excerpts?|summary)"
    opening = r"^(?:[^\n]{2,40}?(?:\s[-–—]{1,2}|:)\s)?"
    # Each holds the name, and the rest of the heading. In the last, any body that has a work of
    # its own may tell.
    forms = (
        # "What the ministry has said so far of the raid"
        rf"{opening}what\s{name}\s(?:(?:has|have|had)\s)?(?:{told})\b(?P<rest>[^?]*)$",
        # "The Army's account of the events", "The commission's findings, in short."
        rf"{opening}{name}['’]s?\s(?:own\s)?(?:(?:account|version)\sof\b(?P<rest>[^?]*)"
        rf"|(?:{works}),?\s\(?{short}\)?[.:]?)$",
        # "Inquiry findings in brief"
        rf"^{name}\s(?:{works}),?\s\(?{short}\)?(?P<rest>)[.:]?$",
        # "The league on the dead of the ford (summary)"
        rf"^{name}\son\s[^()?]{{3,80}}\({short}\)(?P<rest>)[.:]?$",
        # "(from the operator's internal review, made public on Monday)"
        rf"\((?:\w+\s)?from\s{name}['’]s?\s(?:\w+\s){{0,3}}?(?:{works})\b(?P<rest>)[^()]*\)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _follows() -> re.Pattern[str]:
    """ "Its account runs as follows.", "The statement maintains the following."."""
    works = alternatives(words("reporting", "accounts"))
    verbs = r"(?:runs?|ran|goes|went|reads?|is|are|was|were)"
    told = alternatives(words("reporting", "verbs"))
    return re.compile(
        rf"^(?:its|their|the|this|his|her)\s(?:\w+\s)?(?:{works})\s"
        rf"(?:{verbs}\s(?:\w+\s)?(?:as\sfollows|this|thus)|(?:{told})\sthe\sfollowing)[.:]?$",
        re.IGNORECASE,
    )


@cache
def _given() -> re.Pattern[str]:
    """ "The staff issued its evening bulletin", "the minister made a statement to the House"."""
    verbs = alternatives(words("reporting", "gives_work"))
    works = alternatives(words("reporting", "given_works"))
    return re.compile(
        rf"\b(?:{verbs})\s(?:[\w’'-]+\s){{0,4}}?(?:{works})\b(?!\s(?:that|saying|which|in which))",
        re.IGNORECASE,
    )


@cache
def _work() -> re.Pattern[str]:
    works = alternatives(words("reporting", "told_works"))
    return re.compile(rf"\b(?:{works}|summary|extracts?|excerpts?)\b", re.IGNORECASE)


#: Verbs that make a heading a sentence: "What the army said was a raid killed two".
_FINITE = re.compile(r"\b(?:is|was|are|were|has|have|had|will|would|did|does)\b", re.IGNORECASE)


def find_accounts(text: str, sentences: Sequence[Sentence]) -> list[Account]:
    """The accounts of a text, in order; most texts have none."""
    memo = memo_of(text)
    told = [] if memo is None else [memo]
    return list(_closed(text, sentences, told or list(_openings(text, sentences))))


def _openings(text: str, sentences: Sequence[Sentence]) -> Iterator[Account]:
    released = released_by(text) if sentences else None
    if released is not None:
        start, end, head = released
        yield Account(start=head, end=len(text), index=0, name=(start, end))
    for index, sentence in enumerate(sentences):
        given = statement_at(text, sentences, index)
        if given is not None and (index >= OPENING or given[0] < sentence.end):
            yield Account(start=given[0], end=given[1], index=index + 1, name=None)
            continue
        if sentence.end - sentence.start > _LONGEST:
            continue
        told = text[sentence.start : sentence.end]
        early = index < OPENING
        alone = _is_alone(sentences, index)
        if not early and not alone:
            continue
        if early and _follows().match(told):
            yield Account(start=sentence.end, end=len(text), index=index, name=None)
            continue
        if (
            len(text) <= _SHORT
            and index < _GIVEN
            and _given().search(told)
            and not _says_more(told)
        ):
            yield Account(start=sentence.end, end=len(text), index=index + 1, name=None)
            continue
        named = _heading(told) if released is None and index < _GIVEN else None
        if named is not None:
            name = (sentence.start + named[0], sentence.start + named[1])
            yield Account(start=sentence.end, end=len(text), index=index, name=name, heading=True)
            continue
        for pattern in _patterns():
            found = pattern.search(told)
            if found is None or _tells(found["rest"] or ""):
                continue
            start, end = (sentence.start + at for at in found.span("name"))
            if pattern is _patterns()[-1] or _may_tell(text[start:end]):
                yield Account(start=sentence.end, end=len(text), index=index, name=(start, end))
                break


def _says_more(told: str) -> bool:
    """Whether a sentence has content of its own: "issued a statement on the death of 12"."""
    return re.search(r"\b\d+\s(?:people|dead|killed|injured|wounded)\b", told) is not None


def _heading(told: str) -> tuple[int, int] | None:
    """Whose work a heading names: "ARMY COMMUNIQUE NO. 4", "Answer of the minister (summary)"."""
    plain = told[-1] not in ".!?" or told.isupper()
    if not plain or len(told.split()) > _TITLE or _tells(told) or not _work().search(told):
        return None
    return source_in(told)


def _tells(rest: str) -> bool:
    """Whether the heading goes on to say something: "the army's account of the raid disputed"."""
    told = set(rest.lower().split())
    said = words("stance", "denied") | words("reporting", "verbs")
    return _FINITE.search(rest) is not None or bool(told & said)


def _is_alone(sentences: Sequence[Sentence], index: int) -> bool:
    """Whether the sentence is a paragraph of its own, as a heading is."""
    here = sentences[index].paragraph
    before = index and sentences[index - 1].paragraph == here
    behind = index + 1 < len(sentences) and sentences[index + 1].paragraph == here
    return not before and not behind


def _may_tell(name: str) -> bool:
    last = name.split()[-1].lower()
    body = last in words("grammar", "bodies") | words("reporting", "documents")
    return is_source(name) or body or re.search(r"\b[A-Z]{3,}\b", name) is not None


def _closed(text: str, sentences: Sequence[Sentence], accounts: list[Account]) -> Iterator[Account]:
    """Each ends where the next begins; one under a heading of its own at the next heading."""
    for place, one in enumerate(accounts):
        end = accounts[place + 1].start if place + 1 < len(accounts) else one.end
        if one.index >= OPENING:
            end = min(end, _next_heading(text, sentences, one.index))
        yield replace(one, end=end)


def _next_heading(text: str, sentences: Sequence[Sentence], index: int) -> int:
    for behind in range(index + 1, len(sentences)):
        told = text[sentences[behind].start : sentences[behind].end]
        short = len(told.split()) <= _HEADING and told[-1] not in '.!”"'
        if short and _is_alone(sentences, behind):
            return sentences[behind].start
    return len(text)


def account_at(accounts: Sequence[Account], offset: int) -> Account | None:
    """The account that ``offset`` stands in."""
    place = bisect_right(accounts, offset, key=lambda one: one.start) - 1
    return accounts[place] if place >= 0 and offset < accounts[place].end else None


def teller_of(voices: Hearing, account: Account) -> Speaker | None:
    """Whose account it is."""
    if account.heading:
        parsed = voices.sentence(account.index)
        if parsed is None or any(
            t.tag_ in {"VBZ", "VBP"} or (t.tag_ == "VBD" and child(t, "nsubj", "nsubjpass"))
            for t in parsed.doc
        ):
            return None  # a headline: "Police statement angers family"
    if account.name is not None:
        return speaker_at(voices.text, *account.name)
    for index in range(account.index - 1, max(-1, account.index - 1 - _BACK), -1):
        parsed = voices.sentence(index)
        if parsed is None:
            return None
        for token in parsed.doc:
            if token.dep_ not in {"nsubj", "nsubjpass"} or not is_speaker(token):
                continue
            body = token.ent_type_ == "ORG" or token.lower_ in words("grammar", "bodies")
            found = phrase(parsed, name_beside(token) or token)
            body = body or token.lower_ in words("grammar", "office_holders")
            if found is not None and (body or is_source(found.name)):
                return found
    return None
