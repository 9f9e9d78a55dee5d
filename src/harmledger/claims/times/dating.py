"""The times that a sentence names, and the one that it states for a harm."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.clause import (
    APART,
    clause_distance,
    of_the_deed,
    of_the_rise,
)
from harmledger.claims.places.remembered import of_the_ceremony
from harmledger.claims.places.telling import is_told, told_by
from harmledger.claims.times.compared import is_compared, since_before, told_of_then
from harmledger.claims.times.nextday import is_next_day
from harmledger.claims.times.prior import is_prior
from harmledger.claims.times.ranges import closed, runs_to
from harmledger.claims.times.when import find_times
from harmledger.claims.words.eventwords import is_event
from harmledger.claims.words.lexicon import words
from harmledger.records import When

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.drafts.draft import Draft

__all__ = ["Dated", "time_for", "time_since", "times_of"]

#: Rules whose verb says how the harmed are: "was in critical condition on Thursday".
_STATES = frozenset(("condition",))


#: Measures of what is done once: that one still lies in hospital says nothing of the day.
_DONE = frozenset(("killed", "injured", "casualties"))

#: A time this many tokens from the harm word belongs to it, whatever the parser made of it.
_BESIDE = 2
#: How far before a time the event may stand that it dates.
_REACH = 8


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression and the token that heads it.

    ``told``: the verb of telling it hangs on; ``event``: the event it stands behind ("the shooting
    Friday night"); ``lasting``: whether it says until when something was still so; ``heads``:
    whether it opens the sentence as its label ("June 1910: a blast ...").
    """

    when: When
    token: Token
    told: Token | None
    event: Token | None
    lasting: bool = False
    heads: bool = False


def times_of(parsed: Parsed, published: date | None, year: int | None = None) -> list[Dated]:
    """The times of a sentence in order; ``year``: see :func:`find_times`."""
    sentence = parsed.sentence
    found: list[Dated] = []
    for when in find_times(parsed.text, sentence.start, sentence.end, published, year):
        inside = _tokens(parsed, when.offset, when.offset + len(when.surface))
        head = _head(inside)
        if head is not None and not is_compared(head):
            before = _before(inside[0])
            # A clock says when it was, not when it was told.
            told = _telling(head, before) if when.precision != "hour" else None
            if runs_to(when):
                told = None  # "had identified 2,000 by 31 May": to which day they were counted
            # "Claimed today the attack on 7 May": one time dates the telling; but of "were killed
            # on Tuesday, it announced on Saturday" the one behind the verb.
            if told is not None and any(
                t.told is not None and t.told.i == told.i and not t.token.i < told.i < head.i
                for t in found
            ):
                told = None
            event = _event_before(inside[0])
            end = when.offset + len(when.surface)
            first = not parsed.text[sentence.start : when.offset].strip()
            heads = first and parsed.text[end : sentence.end].lstrip().startswith(":")
            found.append(Dated(when, head, told, event, lasting=_lasting(head), heads=heads))
    return found


def time_since(trigger: Token, parsed: Parsed, published: date | None) -> When | None:
    """The time of a harm that another is compared with: "the worst since a ferry sank in 1987,
    drowning 193"; None where the harm is not told of then."""
    if "since" not in parsed.words:
        return None
    sentence = parsed.sentence
    for when in find_times(parsed.text, sentence.start, sentence.end, published):
        inside = _tokens(parsed, when.offset, when.offset + len(when.surface))
        head = _head(inside)
        since = since_before(head) if head is not None else None
        if head is not None and since is not None and told_of_then(trigger, head, inside[-1]):
            return _then(parsed, when, since, published)
    return None


def _then(parsed: Parsed, when: When, since: Token, published: date | None) -> When:
    """ "In 1982" of "since 1982": then, and not from then on."""
    start = parsed.end(since)
    named = parsed.text[start : when.offset + len(when.surface)]
    if not named.strip() or when.offset > parsed.start(since):
        return when
    alone = f"in {named.strip()}"
    then = next(iter(find_times(alone, 0, len(alone), published)), when)
    offset = start + len(named) - len(named.lstrip())
    return replace(then, surface=named.strip(), offset=offset)


def _tokens(parsed: Parsed, start: int, stop: int) -> list[Token]:
    return [t for t in parsed.doc if parsed.start(t) < stop and start < parsed.end(t)]


def _head(inside: list[Token]) -> Token | None:
    """The token of a stretch of text that hangs on one outside of it."""
    numbers = {t.i for t in inside}
    return next((t for t in inside if t.head.i not in numbers or t.head.i == t.i), None)


def _lasting(head: Token) -> bool:
    """Whether a state lasts until then: "remained hospitalized Sunday", "was listed as stable"."""
    verb = next((t for t in head.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    said = {verb.lower_, *(c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"})}
    still = any(c.lower_ == "still" for c in verb.children)
    return still or bool(said & words("time", "lasting"))


def _in_front(head: Token) -> bool:
    """ "Between 1991 and 2002 some 900 died": what opens the sentence, if the parser hangs it on
    nothing, is of the clause behind it."""
    return head.i == 0 and head.pos_ == "ADP" and head.head.i == head.i


def _before(first: Token) -> Token | None:
    """The word before a time, over "on", "late" and the like."""
    at = first.i - 1
    while at >= 0 and first.doc[at].lower_ in {"on", "late", "early", ":"}:
        at -= 1
    return first.doc[at] if at >= 0 else None


def _event_before(first: Token) -> Token | None:
    """The event that a time stands behind: "the fighting in Basra between 3 May and 5 May"."""
    for at in range(first.i - 1, max(-1, first.i - 1 - _REACH), -1):
        token = first.doc[at]
        if token.pos_ in {"NOUN", "PROPN"} and is_event(token):
            return token
        if token.pos_ in {"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"}:
            return None
    return None


def _telling(head: Token, before: Token | None) -> Token | None:
    """ "Police said on Tuesday that": by the parse, or because it stands right behind the verb."""
    if before is not None and is_told(before):
        return before
    return told_by(head)


def _rising(trigger: Token, time: Token) -> bool:
    """ "The number of those who died in the bombing climbed overnight": the day of the rise."""
    rise = time.head
    if rise.pos_ != "VERB" or rise.lower_ not in words("not_counts", "rise"):
        return False
    tolls = words("places", "tolls")
    return any(
        c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in tolls and c.is_ancestor(trigger)
        for c in rise.children
    )


def _of_burial(trigger: Token, time: Token) -> bool:
    """ "The dockers killed in March were buried on Sunday", "the burial of 12 on Sunday"."""
    for above in islice(time.ancestors, 2):
        if above.i == trigger.i:
            return False
        if above.lower_ in words("grammar", "laid_to_rest"):
            if trigger.is_ancestor(above):
                return False  # "a bomb at a funeral on Friday killed 12"
            return above.pos_ == "NOUN" or any(c.dep_ == "auxpass" for c in above.children)
    return False


def _of_what_came_after(other: Dated, time: Dated) -> bool:
    """ "In the year before the attack of 3 May 1997": the day is that of the attack."""
    if time.event is None or other.token.i >= time.event.i or not is_prior(other.when):
        return False
    between = time.token.doc[other.token.i + 1 : time.token.i]
    return not any(token.pos_ in {"VERB", "AUX", "PUNCT"} for token in between)


def time_for(trigger: Token, here: list[Dated], draft: Draft) -> When | None:
    """The time that its own sentence states for the harm of ``draft``, which hangs on ``trigger``.

    The nearest by clauses, a day before a period; else the one that heads the sentence.
    """
    best: tuple[tuple[object, ...], When] | None = None
    # "The number killed by the bomb of 15 August rose on Saturday": it was the day of the rise.
    own = [t for t in here if draft.rule == "toll" and trigger.is_ancestor(t.token)]
    for time in own or here:
        if of_the_rise(trigger, time.token) or (time.lasting and draft.measure in _DONE):
            continue
        if not own and _rising(trigger, time.token):
            continue
        if trigger.lower_ in words("places", "later_deaths") and is_next_day(time.when.surface):
            continue  # "was shot on Sunday and died the next day"
        if draft.measure in _DONE and _of_burial(trigger, time.token):
            continue
        if of_the_ceremony(trigger, time.token):
            continue
        if time.token.head.lower_ == "had" and time.when.surface.lower().endswith("ago"):
            continue  # "the mission had 330 a week ago": when it counted
        if any(_of_what_came_after(other, time) for other in here):
            continue
        far = clause_distance(trigger, time.token)
        if time.event is not None:
            far = min(far, clause_distance(trigger, time.event))
        if time.told is not None and time.told.i != trigger.i:
            if not trigger.i < time.token.i < time.told.i:
                continue
            far = 1  # "were killed on Tuesday, police said"
        if abs(time.token.i - trigger.i) <= _BESIDE or _in_front(time.token):
            far = min(far, 1)
        heads = {trigger.i, trigger.head.i, trigger.head.head.i}
        stays = draft.rule in _STATES or is_told(trigger.head)  # "remained hospitalized Sunday"
        if stays and time.token.head.i in heads and time.when.precision != "period":
            far += 3
        if draft.measure == "detained" and of_the_deed(trigger, time.token):
            continue
        if far >= APART - 1:
            continue
        # "On Monday, the day before the vote" is Monday.
        undated = time.when.start is None and time.when.end is None
        vague = undated or time.when.precision == "period"
        key = (far > 1, vague, far, abs(time.token.i - trigger.i))
        if best is None or key < best[0]:
            best = (key, time.when)
    if best is not None:
        return closed(best[1], [time.when for time in here])
    return next((time.when for time in here if time.heads), None)
