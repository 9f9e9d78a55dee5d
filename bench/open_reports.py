"""Claims and incidents of the open reports of ``bench/open`` against their marks.

    python bench/open_reports.py [--half develop|check|later|all] [--processes 2] [--errors]

It needs no other data. A claim is right where its span overlaps the mark's and measure, low and
high are equal (``counted.py``); fields are compared on right claims whose mark is sure: speaker,
place and time are right where both are none, or one holds the other, or they share a word.
``--errors`` lists missed, extra and wrong claims, of the develop half alone: those of the check
half and of the later reports are not to be read.

Incidents: pairs of reports that are chiefly about one event (``events.jsonl``) against those whose
main incident is one; of the pairs that were not joined, how many are proposed (their incidents name
each other), and how many of all proposed pairs are right; and of each report with such an event
whether its main incident has the event's day (or the month or year the text gives) and place. A
place is ``near`` where it is not the one marked in that report but holds it, lies in it or beside
it: another report of the event, or the event's own name, calls it so, or the gazetteer has it at
most 50 km from a place so called.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from counted import counts, line, matched
from gold import OPEN, texts_of_gold
from harmledger.claims import read_claims_in
from harmledger.claims.words.gazetteer import resolve
from harmledger.families import find_families
from harmledger.incidents import find_incidents
from harmledger.places import NEAR_KM, distance_km
from harmledger.records import Claim, Incident, Text

HALVES = ("develop", "check", "later")
#: Words that two names may share by chance.
SMALL = frozenset(("the", "a", "an", "of", "in", "on", "at", "and", "said"))
#: The scorer's terms for a status, which are coarser than ours (see ``gold.py``).
COARSE = {"armed_forces": "security", "police": "security", "armed_group": "combatant"}


def alike(ours: str | None, marked: str | None) -> bool:
    """Both none, one within the other, or a word in common."""
    if not ours or not marked:
        return not ours and not marked
    one, other = ours.lower(), marked.lower()
    shared = set(re.findall(r"\w+", one)) & set(re.findall(r"\w+", other))
    return one in other or other in one or bool(shared - SMALL)


def fields(claim: Claim, mark: dict[str, Any]) -> Iterator[tuple[str, bool, Any, Any]]:
    """Each field of a right claim: name, whether right, ours, the mark's."""
    speaker = claim.speaker.name if claim.speaker else None
    place = claim.where.name if claim.where else None
    when = claim.when.surface if claim.when else None
    told = (claim.population.status if claim.population else None) or "unstated"
    status = COARSE.get(told, told)
    for name, ours, marked in (
        ("status", status, mark["status"]),
        ("scope", claim.scope, mark["scope"]),
        ("stance", claim.stance, mark["modality"]),
    ):
        yield name, ours == marked, ours, marked
    for name, own, mine in (
        ("speaker", speaker, mark["speaker"]),
        ("place", place, mark["place"]),
        ("when", when, mark["when"]),
    ):
        yield name, alike(own, mine), own, mine
        if mine:
            yield f"{name} given", bool(own) and alike(own, mine), own, mine


def listed(text: Text, claims: Sequence[Claim], answer: dict[str, Any]) -> Iterator[str]:
    """The errors in one report, each with its sentence."""

    def around(start: int, end: int) -> str:
        before, behind = text.text[max(0, start - 90) : start], text.text[end : end + 90]
        return " ".join(f"{before}[{text.text[start:end]}]{behind}".split())

    joined = matched(claims, answer["claims"])
    for mark in joined.missed:
        over = [
            f"{c.measure} {c.low}-{c.high} “{c.quote}”"
            for c in claims
            if c.start < mark["end"] and mark["start"] < c.end
        ]
        told = f"{mark['measure']} {mark['low']}-{mark['high']}"
        yield f"missed {told}: {around(mark['start'], mark['end'])} {over or ''}"
    for claim in joined.extra:
        told = f"{claim.measure} {claim.low}-{claim.high}"
        yield f"extra {told}: {around(claim.start, claim.end)}"
    for claim, mark in joined.pairs:
        for name, right, ours, marked in fields(claim, mark):
            if not right and "given" not in name:
                where = around(claim.start, claim.end)
                yield f"{name} {claim.measure} ours {ours!r} marked {marked!r}: {where}"


def claims_of_half(half: str, processes: int, errors: bool) -> None:
    """Print the score of one half."""
    texts, answers = texts_of_gold(OPEN / "claims.jsonl", OPEN, half)
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    compared: Counter[str] = Counter()
    for (text, claims), answer in zip(read_claims_in(texts, processes), answers, strict=True):
        total += counts(claims, answer)
        for claim, mark in matched(claims, answer["claims"]).pairs:
            for name, good, _, _ in fields(claim, mark):
                compared[name] += 1
                right[name] += good
        if errors:
            for told in listed(text, claims, answer):
                print(f"{text.document}: {told}")
    print(line(f"open, {half} ({len(texts)} reports)", total))
    for group, named in ((" 1", "of one person"), (" 2", "of none or of two and more")):
        print(line(f"  {named}", total, group))
    for name in sorted(compared):
        print(f"  {name}: {right[name] / compared[name]:.3f} (n={compared[name]})")


def _place(one: Incident) -> str | None:
    return one.where.name if one.where else None


def _near(one: Incident, names: Iterable[str]) -> bool:
    """Whether the incident's place is called by one of the names, or within 50 km of one."""
    if one.where is None:
        return False
    for name in names:
        if alike(one.where.name, name) or (one.where.within and alike(one.where.within, name)):
            return True
        known = resolve(name.title() if name.isupper() else name, Counter())
        if known is None or known.lat is None or known.precision == "country":
            continue
        there = replace(one.where, lat=known.lat, lon=known.lon)
        distance = distance_km(one.where, there)
        if distance is not None and distance <= NEAR_KM:
            return True
    return False


def _names(rows: Iterable[dict[str, Any]]) -> dict[str, set[str]]:
    """By event what its place is called: in any report, and in the event's own name."""
    names: dict[str, set[str]] = {}
    for event in (event for row in rows for event in row["events"]):
        own = names.setdefault(event["event"], set())
        own.add(re.sub(r"-\d{4}.*$", "", event["event"]).replace("-", " ").title())
        if event["place"]:
            own.add(event["place"])
    return names


def _main_of(incidents: Iterable[Incident]) -> dict[str, Incident]:
    return {r.document: one for one in incidents for r in one.reports if r.main}


def _proposed(own: dict[str, Incident], held: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of reports whose main incidents are named with each other as perhaps one."""
    for one, two in combinations(held, 2):
        first, second = own[one], own[two]
        if second.id in {p.incident for p in first.proposals} or first.id in {
            p.incident for p in second.proposals
        }:
            yield one, two


def _dated(one: Incident, day: str | None) -> bool:
    """Whether the incident holds the day, month or year that the mark gives."""
    if day is None or one.when is None:
        return (day is None) == (one.when is None)
    first = day.split("/")[0]
    return (one.when.start or "")[: len(first)] == first or (
        "/" in day and first <= (one.when.start or "") <= day.split("/")[1]
    )


def incidents_of_half(half: str, processes: int, errors: bool) -> None:
    """Print how well reports of one event come together, and how well events are dated."""
    texts, _ = texts_of_gold(OPEN / "claims.jsonl", OPEN, half)
    with (OPEN / "events.jsonl").open(encoding="utf-8") as file:
        marked = {row["id"]: row for row in map(json.loads, file)}
    read = list(read_claims_in(texts, processes))
    claims = [claim for _, found in read for claim in found]
    own = _main_of(find_incidents(texts, claims, find_families(texts)))
    events = {
        t.document: next(e for e in row["events"] if e["event"] == row["main"])
        for t in texts
        if (row := marked[t.document])["main"]
    }
    pairs = {
        p for p in combinations(sorted(events), 2) if events[p[0]]["event"] == events[p[1]]["event"]
    }
    held = sorted(name for name in own if name in events)
    found = {p for p in combinations(held, 2) if own[p[0]].id == own[p[1]].id}
    right = len(pairs & found)
    score = 2 * right / max(1, len(pairs) + len(found))
    of = f"{right} right of {len(found)}, {len(pairs)} in all"
    print(f"  pairs of reports of one event: F {score:.3f} ({of})")
    proposed = set(_proposed(own, held)) - found
    of = f"{len(pairs & proposed)} right of {len(proposed)}"
    print(f"  pairs proposed, not joined: {of}, of {len(pairs - found)} left apart")
    days = {d: _dated(own[d], events[d]["date"]) for d in held}
    places = {d: alike(_place(own[d]), events[d]["place"]) for d in held}
    print(f"  reports about one event with a main incident: {len(held)} of {len(events)}")
    called = _names(marked.values())
    near = {d: places[d] or _near(own[d], called[events[d]["event"]]) for d in held}
    told = f"its place: {sum(places.values())} (or near: {sum(near.values())})"
    print(f"  its day as marked: {sum(days.values())}, {told}")
    if errors:
        for d in held:
            if not (days[d] and near[d]):
                one, event = own[d], events[d]
                where = _place(one)
                when = (one.when.start, one.when.precision) if one.when else None
                print(f"{d}: ours {when} {where}, marked {event['date']} {event['place']}")
        for p in sorted(pairs - found):
            print(f"apart: {p[0]} {p[1]} ({events[p[0]]['event']})")
        for p in sorted(found - pairs):
            print(f"together: {p[0]} {p[1]}")
        for p in sorted(proposed):
            print(f"proposed{'' if p in pairs else ' wrongly'}: {p[0]} {p[1]}")


def main() -> None:
    """Score the halves asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=(*HALVES, "all"), default="all")
    parser.add_argument("--parts", nargs="+", choices=("claims", "incidents"), default=None)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--errors", action="store_true", help="list them, of the develop half")
    arguments = parser.parse_args()
    for half in HALVES if arguments.half == "all" else (arguments.half,):
        errors = arguments.errors and half == "develop"
        parts = arguments.parts or ("claims", "incidents")
        if "claims" in parts:
            claims_of_half(half, arguments.processes, errors)
        if "incidents" in parts:
            incidents_of_half(half, arguments.processes, errors)


if __name__ == "__main__":
    main()
