"""Totals in lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from harmledger.cli.report import many
from harmledger.records import Sum, Total
from harmledger.wording import kind_words, range_words

__all__ = ["sum_words", "total_lines"]


_REOPENED = (
    "of {} with what the method gives: what a person decided needs another look, since something "
    "changed (harmledger list BOOK reviews --status needs_another_look)"
)


def total_lines(totals: Sequence[Total]) -> Iterator[str]:
    """Each total with what stands beside it; the rule once for each measure."""
    last = ""
    for total in totals:
        people = "" if total.people == "all" or total.by == "population" else total.people
        head = kind_words(total.measure, total.unit, total.phase, people)
        if head != last:
            if last:
                yield ""
            yield f"{head}. By {total.method}, rule {total.rule}: {total.sentence}"
            last = head
        key = "" if total.by == "all" else f"{total.key.replace('_', ' ')}: "
        graded = ", ".join(total.counted.grades).replace("_", " ")
        yield f"  {key}{sum_words(total.counted, total.show)} ({graded})"
        yield from (f"    added: {rest}" for rest in total.counted.rests)
        for one in total.beside:
            yield f"    beside it, {one.grades[0]}: {sum_words(one, total.show)}"
            yield from (f"      with the rest of a running count: {rest}" for rest in one.rests)
        if total.withdrawn:
            yield f"    withdrawn by people, in neither: {many(total.withdrawn, 'figure')}"
        if total.reopened:
            yield f"    {_REOPENED.format(many(total.reopened, 'figure'))}"


def sum_words(one: Sum, show: str) -> str:
    """22 to 42 in 3 incidents; what is not known is said, not counted as 0."""
    if not one.incidents and not one.known_high and not one.known_low:
        if one.parts:
            return (
                f"nothing to add up but {many(len(one.parts), 'part')} of what is counted elsewhere"
            )
        return "nothing to add up"
    words = [range_words(one.low, one.high, one.highest_said)]
    where = f"in {many(one.incidents, 'incident')}"
    if one.rests:
        left = f"what is left of {many(len(one.rests), 'running count')}"
        where = f"{where} and {left}" if one.incidents else f"in {left}"
    if one.low is None and one.known_low and one.without_low < one.incidents:
        # What is known comes first; the others stay unknown, and so does the sum of all.
        known = one.incidents - one.without_low
        words = [range_words(one.known_low, None, one.highest_said)]
        where = (
            f"in {known:,} of {many(one.incidents, 'incident')}, an unknown number in the other "
            f"{one.without_low:,}"
        )
        if one.rests:
            where = f"in what is left of {many(len(one.rests), 'running count')} and {where}"
    if show == "best":
        words = [f"best {'unknown' if one.best is None else f'{one.best:,}'}", *words]
    notes = []
    for name in ("low", "high", *(("best",) if show == "best" else ())):
        without, known = getattr(one, f"without_{name}"), getattr(one, f"known_{name}")
        if not without or (name == "low" and where.endswith(f"the other {without:,}")):
            continue
        if known:
            rest = f"those of the others add up to {known:,}"
            notes.append(f"no {name} is known for {without:,}, {rest}")
        else:
            notes.append(f"no {name} is known for {'it' if without == 1 else f'these {without:,}'}")
    if one.parts:
        notes.append(f"{many(len(one.parts), 'incident')} not added again, being part of others")
    note = f" ({'; '.join(notes)})" if notes else ""
    return f"{', '.join(words)} {where}{note}"
