"""Sums over incidents by the method's own rule; an incident counts once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from harmledger.assessments import Method, Rest, added, rest_of
from harmledger.figures.division import DIVISIONS, Row, key_of
from harmledger.figures.nouns import measure_order
from harmledger.figures.once import with_parts_marked
from harmledger.incidents import EFFECTS
from harmledger.records import Assessment, Claim, Figure, Incident, Sum, Toll, Total

__all__ = ["DIVISIONS", "totals"]

_NO_RULE = "This method declares no rule for totals: all grades are added up, lowest to highest."


def totals(
    method: Method,
    assessments: Iterable[Assessment],
    incidents: Iterable[Incident],
    claims: Iterable[Claim],
    *,
    by: str = "all",
    measure: str | None = None,
    figures: Iterable[Figure] = (),
    tolls: Iterable[Toll] = (),
    open_again: Set[str] = frozenset(),
) -> Iterator[Total]:
    """Totals by measure, unit, phase and key; ``by`` is one of ``DIVISIONS``.

    ``assessments`` are the method's; where a figure stands for one, its values count, and one
    that a person withdrew does not. Of all people where not by ``population``; of a method that
    assesses one status alone, of that. Only incidents that are among ``incidents`` count; one that
    is a part of another of the same sum is not added to it again, whatever key either has.
    ``open_again``: ids of figures or assessments of which a decision needs another look. For a
    method with a rule of residuals the rests of ``tolls`` are in the total of all: added, or
    beside it, as the grade of each count has it.
    """
    held = {claim.id: claim for claim in claims}
    # Walked once for each group, and callers hand on what a book yields but once.
    every, figures, tolls = list(assessments), list(figures), tuple(tolls)
    events = {i.id: i for i in incidents}
    rows = with_parts_marked(_rows(every, events, figures), method)
    key = key_of(by, held, events.values())
    again = {f.assessment for f in figures if f.id in open_again} | open_again
    groups: dict[tuple[str, str, str, str, str], list[Row]] = defaultdict(list)
    alone = _one_status(method)
    for row in rows:
        people = row.value.status or "all"
        kind = _kind(row.value)
        if measure not in {None, row.value.measure} or kind is None:
            continue
        if by == "population":
            groups[row.value.measure, *kind, people, people].append(row)
        elif people == (alone or "all"):
            groups[row.value.measure, *kind, key(row), people].append(row)
    in_order = sorted(groups.items(), key=lambda group: (measure_order(group[0][0]), group[0]))
    for (name, unit, phase, part, people), own in in_order:
        rests = _rests(method, name, people, own, every, tolls, held) if by == "all" else {}
        made = _total(method, by, part, name, people, own, rests)
        made = replace(made, unit=unit or None, phase=phase or None)
        lapsed = {row.value.id for row in own} & again
        yield replace(made, reopened=len(lapsed))


def _kind(one: Assessment) -> tuple[str, str] | None:
    """Unit and phase, empty of people: each is added up alone. None of people who are not counted
    one by one ("three families were killed"), of whom nobody says how many they were."""
    if one.measure in EFFECTS:
        return ("" if one.unit == "people" else one.unit or ""), one.phase or ""
    return ("", "") if one.unit in {None, "people"} else None


def _rows(
    assessments: Sequence[Assessment],
    incidents: Mapping[str, Incident],
    figures: Sequence[Figure],
) -> Iterator[Row]:
    by_assessment = {figure.assessment: figure for figure in figures}
    said = {_content(a): by_assessment[a.id] for a in assessments if a.id in by_assessment}
    for one in assessments:
        incident = incidents.get(one.subject)
        if incident is None:
            continue
        # "All people" has no figure of its own where one of a status says the same.
        figure = by_assessment.get(one.id) or said.get(_content(one))
        if figure is None:
            yield Row(incident, one, False)
            continue
        value = replace(one, low=figure.low, best=figure.best, high=figure.high, grade=figure.grade)
        value = replace(value, highest_said=figure.highest_said)
        yield Row(incident, value, figure.status == "withdrawn")


def _content(one: Assessment) -> tuple[object, ...]:
    return one.subject, one.measure, one.unit, one.phase, one.low, one.high, one.claims


def _one_status(method: Method) -> str | None:
    """The one status that the method assesses; None where it assesses all people."""
    only = method.rule("only")
    people = list(only.options.get("people", [])) if only else []
    return people[0] if len(people) == 1 and people[0] != "all" else None


def _total(
    method: Method,
    by: str,
    key: str,
    measure: str,
    people: str,
    rows: Sequence[Row],
    rests: Mapping[str, Sequence[Rest]],
) -> Total:
    rule = method.rule("total")
    in_force = [row for row in rows if not row.withdrawn]
    standing = [row.value for row in in_force if not row.within]
    parts = [row.value for row in in_force if row.within]
    every = {*(one.grade for one in (*standing, *parts)), *rests}
    grades = tuple(rule.options["grades"]) if rule else tuple(sorted(every))
    added_up = [rest for grade in grades for rest in rests.get(grade, ())]
    beside = sorted(every - set(grades))
    return Total(
        by=by,
        key=key,
        measure=measure,
        people=people,
        method=method.id,
        counted=_sum(standing, parts, grades, added_up),
        beside=tuple(_sum(standing, parts, (g,), rests.get(g, ())) for g in beside),
        withdrawn=len(rows) - len(in_force),
        rule=rule.id if rule else "none",
        sentence=rule.explanation if rule else _NO_RULE,
        show=rule.options["show"] if rule else "range",
    )


def _sum(
    standing: Sequence[Assessment],
    parts: Sequence[Assessment],
    grades: tuple[str, ...],
    rests: Sequence[Rest] = (),
) -> Sum:
    values = [one for one in standing if one.grade in grades]
    lows = [*(one.low for one in values), *(rest.low for rest in rests)]
    # A rest that is one number is its own best value; of a range nobody gave one.
    bests = [*(one.best for one in values), *(r.low if r.low == r.high else None for r in rests)]
    highs = [*(one.high for one in values), *(rest.high for rest in rests)]
    low, known_low, without_low = _added(lows)
    best, known_best, without_best = _added(bests)
    high, known_high, without_high = _added(highs)
    tops = [*(_top(one.low, one.high, one.highest_said) for one in values)]
    tops += [_top(rest.low, rest.high) for rest in rests]
    said = sum(tops)
    return Sum(
        grades=grades,
        incidents=len(values),
        low=low,
        best=best,
        high=high,
        known_low=known_low,
        known_best=known_best,
        known_high=known_high,
        without_low=without_low,
        without_best=without_best,
        without_high=without_high,
        subjects=tuple(one.subject for one in values),
        rests=tuple(rest.sentence for rest in rests),
        parts=tuple(one.subject for one in parts if one.grade in grades),
        highest_said=said if high is None and said > known_low else None,
    )


def _top(low: int | None, high: int | None, said: int | None = None) -> int:
    """The highest number that was said; 0 where none was."""
    return next((one for one in (high, said, low) if one is not None), 0)


def _added(values: Sequence[int | None]) -> tuple[int | None, int, int]:
    """The sum, None where one is unknown; the sum of those known; how many are not."""
    known = [value for value in values if value is not None]
    without = len(values) - len(known)
    return (None if without else sum(known)), sum(known), without


def _rests(
    method: Method,
    measure: str,
    people: str,
    rows: Sequence[Row],
    assessments: Sequence[Assessment],
    tolls: Sequence[Toll],
    claims: Mapping[str, Claim],
) -> dict[str, list[Rest]]:
    """The rests of the tolls of this measure and these people: those that are added up together
    under the first grade that is, of each other grade those that stand beside.

    One counter is one origin, so a method that adds up only what two say has its rests beside.
    """
    rule = method.rule("total")
    if method.rule("residuals") is None or rule is None:
        return {}
    by_subject = {a.subject: a for a in assessments if a.subject_kind == "toll"}
    pairs = [(row.incident, row.value) for row in rows if not row.withdrawn]
    found: dict[str, list[tuple[str, Rest]]] = defaultdict(list)
    for toll in tolls:
        one = by_subject.get(toll.id)
        if one is None or one.measure != measure or (one.status or "all") != people:
            continue
        # What is added up together is chosen together: no two counts of the same people.
        grades = rule.options["grades"]
        grade = grades[0] if one.grade in grades else one.grade
        found[grade].append((toll.id, rest_of(toll, one, pairs, claims)))
    return {grade: rests for grade, own in found.items() if (rests := added(own))}
