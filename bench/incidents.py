"""Incidents: articles grouped by shooting, the figures of a whole incident, and speed.

    python bench/incidents.py --eval DIR [--parts grouping proposals figures speed book]
        [--claims FILE] [--sizes N ...]

grouping  DIR/counts/gva_dev.jsonl through the product's own path (rows, texts, families, claims,
          incidents), all in one book. An article belongs to the incident of which it is marked as
          a report that is chiefly about it. Precision, recall and F of pairs of articles. Beside
          it TF-IDF cosine with a window of publication dates (``--no-baseline`` leaves it out),
          as pairs and joined in chains, each with the threshold and the window that give the
          best F on these very articles.
proposals the pairs of our incidents that are proposed as one: the share that is of one gold
          incident, of those where both are what some article is chiefly about.
figures   killed and injured of an incident, exact, assessed by ``airwars``. ``together``: the
          reports of a gold incident make a book of their own. ``in the book``: the incident of our
          own grouping that most of them are chiefly about. For the figure itself see
          ``claims.py``.
speed     made reports (``planted_incidents.py``) through ``find_incidents`` and ``assess``.
book      a book of made reports, then a hundred more (``growing_book.py``): all that follows from
          claims, and writing it.

Halves: a gold incident is in the half ``look`` where the SHA-256 of its name is even, else in
``check``. Only articles of ``look`` were read, and weights are fitted on them alone. A pair that is
wrongly joined across the halves counts half in each.

``--claims FILE`` holds the claims, so that they need not be read again: JSON Lines as
``harmledger claims --json`` writes them; the file is made where there is none.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any, cast

from claims import articles_in, bucket, harmed, rows
from evaluation import add_eval, part_of
from growing_book import grown
from harmledger.assessments import assess, load_method
from harmledger.claims import read_claims_in
from harmledger.families import find_families
from harmledger.incidents import find_incidents
from harmledger.ledger import kind_named
from harmledger.records import Claim, Family, Incident, Text
from planted_incidents import speed

PARTS = ("grouping", "proposals", "figures", "speed", "book")
HALVES = ("look", "check")


def half_of(incident: str) -> str:
    """``look`` or ``check``, by the hash of the incident's name."""
    return HALVES[hashlib.sha256(incident.encode()).digest()[-1] % 2]


def claims_of(texts: Iterable[Text], held: Path | None, processes: int) -> list[Claim]:
    """The claims of the texts; from ``held`` where that file exists, else read and kept there."""
    kind = kind_named("claims")
    if held is not None and held.is_file():
        with held.open("rb") as file:
            return [cast("Claim", kind.decode(line)) for line in file]
    found = [claim for _, own in read_claims_in(texts, processes) for claim in own]
    if held is not None:
        with held.open("wb") as file:
            file.writelines(kind.encode(claim) + b"\n" for claim in found)
    return found


def homes(incidents: Iterable[Incident]) -> dict[str, str]:
    """By document the incident that it is chiefly about."""
    return {r.document: one.id for one in incidents for r in one.reports if r.main}


def pair_scores(
    gold: Mapping[str, str], pairs: Iterable[tuple[str, str]]
) -> dict[str, tuple[float, ...]]:
    """Precision, recall and F of pairs of documents: of all, and by half."""
    right: Counter[str] = Counter()
    made: dict[str, float] = defaultdict(float)
    for one, two in pairs:
        same = gold[one] == gold[two]
        right["all"] += same
        made["all"] += 1
        for half in (half_of(gold[one]), half_of(gold[two])):
            right[half] += same
            made[half] += 0.5
    wanted: Counter[str] = Counter()
    for incident, count in Counter(gold.values()).items():
        for half in ("all", half_of(incident)):
            wanted[half] += count * (count - 1) // 2
    scores: dict[str, tuple[float, ...]] = {}
    for half in ("all", *HALVES):
        true = right[half] if half == "all" else right[half] / 2
        precision, recall = true / max(1, made[half]), true / max(1, wanted[half])
        both = 2 * precision * recall / max(1e-9, precision + recall)
        scores[half] = precision, recall, both, float(wanted[half])
    return scores


def pairs_within(home: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every pair of documents that have the same home."""
    groups: dict[str, list[str]] = defaultdict(list)
    for document, its in home.items():
        groups[its].append(document)
    for documents in groups.values():
        yield from combinations(sorted(documents), 2)


def pair_lines(
    name: str, gold: Mapping[str, str], pairs: Iterable[tuple[str, str]]
) -> Iterator[str]:
    """One line for each half."""
    for half, (precision, recall, both, number) in pair_scores(gold, pairs).items():
        yield (
            f"grouping {name} {half}: precision {precision:.3f}, recall {recall:.3f}, "
            f"F {both:.3f} (pairs {number:.0f})"
        )


def proposal_lines(gold: Mapping[str, str], incidents: list[Incident]) -> Iterator[str]:
    """How many pairs are proposed, and how many of those that can be judged are right."""
    about = {one.id: {gold[r.document] for r in one.reports if r.main} for one in incidents}
    pairs = {frozenset((one.id, p.incident)) for one in incidents for p in one.proposals}
    known = [[about[one] for one in pair] for pair in pairs if all(about[one] for one in pair)]
    for half in ("all", *HALVES):
        own = [
            (one, two)
            for one, two in known
            if half == "all" or {half_of(name) for name in one | two} == {half}
        ]
        right = sum(not one.isdisjoint(two) for one, two in own)
        yield (
            f"proposals {half}: right {right} of {len(own)} pairs, precision "
            f"{right / max(1, len(own)):.3f} (of {len(pairs)} proposed in all)"
        )


def baseline(articles: list[dict[str, Any]]) -> Iterator[str]:
    """TF-IDF cosine and a window of dates: the pairs as they are, and joined in chains."""
    try:
        from baseline_tfidf import best
    except ImportError:
        yield "grouping TF-IDF: left out, scikit-learn is not installed"
        return
    gold = {row["id"]: row["incident"] for row in articles}
    for chained in (False, True):
        bar, days, pairs = best(articles, lambda found: pair_scores(gold, found)["all"][2], chained)
        name = f"TF-IDF{', chained' if chained else ''} (cosine {bar:.2f}, {days} days)"
        yield from pair_lines(name, gold, pairs)


def figure(
    incident: Incident | None, claims: Mapping[str, Claim], families: list[Family], measure: str
) -> int:
    """The figure of an incident; no incident and no claim count as 0, as in ``claims.py``."""
    if incident is None:
        return 0
    own = [claims[one] for one in incident.claims]
    return harmed(assess([incident], [], own, families, load_method("airwars")), measure)


def chosen(incidents: Iterable[Incident], documents: set[str]) -> Incident | None:
    """The incident that most of the documents are chiefly about."""
    best: tuple[int, int, str, Incident] | None = None
    for one in incidents:
        main = len({r.document for r in one.reports if r.main} & documents)
        if main and (best is None or (main, len(one.claims), one.id) > best[:3]):
            best = (main, len(one.claims), one.id, one)
    return best[3] if best else None


def figures(
    articles: list[dict[str, Any]],
    texts: list[Text],
    claims: list[Claim],
    families: list[Family],
    incidents: list[Incident],
) -> Iterator[str]:
    """Exact figures of gold incidents, by measure, half and gold."""
    by_id = {claim.id: claim for claim in claims}
    by_document: dict[str, list[Incident]] = defaultdict(list)
    for one in incidents:
        for report in one.reports:
            by_document[report.document].append(one)
    family_of = {member.document: one for one in families for member in one.members}
    text_of = {text.document: text for text in texts}
    of_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_document[claim.document].append(claim)
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in articles:
        gold[row["incident"]].append(row)
    right: Counter[tuple[str, ...]] = Counter()
    n: Counter[tuple[str, ...]] = Counter()
    for name, its in gold.items():
        documents = {row["id"] for row in its}
        own = [text_of[document] for document in sorted(documents)]
        said = [claim for text in own for claim in of_document[text.document]]
        kin = list(find_families(own))
        apart = chosen(find_incidents(own, said, kin), documents)
        met = {one.id: one for d in sorted(documents) for one in by_document[d]}
        shared = chosen(met.values(), documents)
        near = {
            f.id: f for r in (shared.reports if shared else ()) for f in [family_of[r.document]]
        }
        for measure in ("killed", "injured"):
            answer = its[0][measure]
            got = {
                "together": figure(apart, by_id, kin, measure),
                "in the book": figure(shared, by_id, list(near.values()), measure),
            }
            several = ["several reports"] if len(its) > 1 else []
            for group in ("all", half_of(name), f"gold {bucket(answer)}", *several):
                n[measure, group] += 1
                for way, value in got.items():
                    right[measure, group, way] += value == answer
    for measure, group in sorted(n):
        number = n[measure, group]
        listed = ", ".join(
            f"{way} {right[measure, group, way] / number:.3f}"
            for way in ("together", "in the book")
        )
        yield f"figures {measure} {group}: exact {listed} (incidents {number})"


def main() -> None:
    """Run the parts asked for, one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_eval(parser)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS[:-1])
    parser.add_argument("--claims", type=Path, metavar="FILE")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--no-baseline", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000, 50000])
    arguments = parser.parse_args()
    path = part_of(arguments.eval, "counts/gva_dev.jsonl")
    texts = articles_in(path)
    claims = claims_of(texts, arguments.claims, arguments.processes)
    if {"grouping", "proposals", "figures"} & set(arguments.parts):
        articles = rows(path)
        families = list(find_families(texts))
        incidents = list(find_incidents(texts, claims, families))
        if "grouping" in arguments.parts:
            gold = {row["id"]: row["incident"] for row in articles}
            if not arguments.no_baseline:
                for line in baseline(articles):
                    print(line, flush=True)
            for line in pair_lines("ours", gold, pairs_within(homes(incidents))):
                print(line, flush=True)
        if "proposals" in arguments.parts:
            gold = {row["id"]: row["incident"] for row in articles}
            for line in proposal_lines(gold, incidents):
                print(line, flush=True)
        if "figures" in arguments.parts:
            for line in figures(articles, texts, claims, families, incidents):
                print(line, flush=True)
    if "speed" in arguments.parts:
        for line in speed(texts, claims, arguments.sizes):
            print(line, flush=True)
    if "book" in arguments.parts:
        for line in grown(texts, claims, arguments.sizes):
            print(line, flush=True)


if __name__ == "__main__":
    main()
