"""Two methods over the same claims: matched by what they assess, with the rules that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from harmledger.assessments.method import Method
from harmledger.records import Assessment, Comparison, Difference, Reason

__all__ = ["compare"]

_Key = tuple[str, str, str, str, str]


def compare(
    first: Method,
    second: Method,
    ones: Iterable[Assessment],
    twos: Iterable[Assessment],
    titles: Mapping[str, str],
) -> Iterator[Comparison]:
    """Assessments of both side by side, by subject, measure, unit, phase and people.

    Rules are the same where they do the same in the same way, whatever they are called.
    ``titles``: of the subjects, by id. Incidents before tolls, then by title.
    """
    left = {_key(one): one for one in ones}
    right = {_key(one): one for one in twos}

    def place(key: _Key) -> tuple[str, str, _Key]:
        held = left.get(key) or right[key]
        return held.subject_kind, titles.get(key[0], ""), key

    for key in sorted({*left, *right}, key=place):
        one, two = left.get(key), right.get(key)
        held = one or two
        assert held is not None
        yield Comparison(
            subject=held.subject,
            subject_kind=held.subject_kind,
            title=titles.get(held.subject, ""),
            measure=held.measure,
            unit=held.unit,
            status=held.status,
            phase=held.phase,
            first=one,
            second=two,
            differences=tuple(_differences(first, second, one, two)),
        )


def _key(one: Assessment) -> _Key:
    return one.subject, one.measure, one.unit or "", one.status or "", one.phase or ""


def _differences(
    first: Method, second: Method, one: Assessment | None, two: Assessment | None
) -> Iterator[Difference]:
    if one is None or two is None:
        held, having, missing = (one, first, second) if two is None else (two, second, first)
        if held is not None:
            yield from _why_missing(held, having, missing)
        return
    ways = _ways(first), _ways(second)
    fired = _fired(one, ways[0]), _fired(two, ways[1])
    for here, method in ((0, first), (1, second)):
        for way, reasons in fired[here].items():
            others = fired[1 - here].get(way)
            if others is not None and _said(others) == _said(reasons):
                continue
            known = list(ways[1 - here].values())
            other = "fired with another outcome" if others else "did not fire"
            if way not in known and not others:
                other = "another such rule" if _does(way) in map(_does, known) else "no such rule"
            for reason in reasons:
                yield Difference(
                    method=method.id,
                    rule=reason.rule,
                    sentence=reason.sentence,
                    other=other,
                    claims=reason.claims,
                )


def _does(way: object) -> object:
    """What a rule does, or the grade that is given, however."""
    return way[0] if isinstance(way, tuple) else way


def _why_missing(held: Assessment, having: Method, missing: Method) -> Iterator[Difference]:
    """Which rule is why one method has no such assessment."""
    only, sides = missing.rule("only"), missing.rule("sides")
    people = held.status or "all"
    left_out = only is not None and not (
        held.measure in only.options.get("measures", (held.measure,))
        and held.subject_kind in only.options.get("subjects", (held.subject_kind,))
        and people in only.options.get("people", (people,))
    )
    other = having.rule("sides")
    choice = (only, missing) if left_out else (sides, missing) if sides else (other, having)
    rule, method = choice
    if rule is not None:
        yield Difference(
            method=method.id,
            rule=rule.id,
            sentence=rule.explanation,
            other="no such rule",
            claims=(),
        )


def _ways(method: Method) -> Mapping[str, object]:
    """By the id of a rule or grade what it does, and how."""
    rules = {rule.id: (rule.does, repr(sorted(rule.options.items()))) for rule in method.rules}
    grades = {g.id: (g.grade, repr(sorted(g.conditions.items()))) for g in method.grades}
    return {**rules, **grades}


def _fired(one: Assessment, ways: Mapping[str, object]) -> dict[object, list[Reason]]:
    found: dict[object, list[Reason]] = {}
    for reason in one.reasons:
        found.setdefault(ways.get(reason.rule, reason.rule), []).append(reason)
    return found


def _said(reasons: Iterable[Reason]) -> list[tuple[str, tuple[str, ...]]]:
    return [(reason.sentence, reason.claims) for reason in reasons]
