"""Trains the filler: the weights by which claims are made that no rule makes.

    python bench/train_filler.py --eval DIR [--folds 5] [--write]

Needs scikit-learn (``pip install scikit-learn``), which running harmledger does not. Labels:

gold   the reports in bench/gold that rules may be made from: each slot is harm or none;
judged numbers of other reports that rules left open, judged one by one (bench/gold/slots.jsonl);
MUC-4  victims in its answer: a slot with their number and a word of their description is harm,
       weighted low; other slots are taken for none at a still lower weight, for that answer leaves
       out events on purpose. Reports of any gold file are left out.

Slots that the rules fill, and persons without a number, are learned from as well, though reading
asks only about numbers: of persons too few were right in the folds. The score is that
of whole reports: in each fold, weights from the other folds' reports read the fold's. The threshold
is the lowest at which the claims added in the folds are right as often as ``FLOOR`` says.
``--write`` replaces src/harmledger/vocabulary/en/filler.json.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from claims import rows
from filler_labels import NEVER, Row, of_gold, of_judged, of_muc
from gold import CLAIMS, DEVELOP, SLOTS, development_gold, judged_slots
from harmledger.claims import read_claims
from harmledger.claims.learned import filler
from harmledger.claims.learned.filler import Weights, may_join
from harmledger.claims.learned.slots import Slot
from harmledger.records import Claim

OUT = Path(__file__).parent.parent / "src/harmledger/vocabulary/en/filler.json"
VERSION = 2
#: The inverse strength of the regularisation; in how many reports a trait must stand; the
#: smallest weight worth keeping; how many of the claims added must be right.
INVERSE, REPORTS, SMALLEST, FLOOR = 0.3, 4, 0.02, 0.9
#: Thresholds tried start after so many claims, for the first few say nothing.
FEWEST = 10


def trained(learned: Sequence[Row], threshold: float) -> Weights:
    """The weights that fit the rows best; the same rows always give the same."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    seen: dict[str, set[str]] = defaultdict(set)
    for row in learned:
        for trait in row.traits:
            seen[trait].add(row.report)
    kept = sorted(trait for trait, reports in seen.items() if len(reports) >= REPORTS)
    column = {trait: n for n, trait in enumerate(kept)}
    columns = [[column[t] for t in row.traits if t in column] for row in learned]
    ends = [0]
    for one in columns:
        ends.append(ends[-1] + len(one))
    flat = [n for one in columns for n in one]
    matrix = csr_matrix(([1.0] * len(flat), flat, ends), shape=(len(learned), len(kept)))
    model = LogisticRegression(C=INVERSE, solver="liblinear", max_iter=1000, random_state=0)
    model.fit(matrix, [row.harm for row in learned], [row.weight for row in learned])
    weights = {t: round(float(w), 3) for t, w in zip(kept, model.coef_[0], strict=True)}
    return Weights(
        VERSION,
        threshold,
        round(float(model.intercept_[0]), 3),
        {t: w for t, w in weights.items() if abs(w) >= SMALLEST},
    )


def added(held: Sequence[Row], model: Weights) -> Iterator[tuple[float, bool]]:
    """Score and truth of each claim that would be added, were there no threshold."""
    by_sentence: dict[tuple[str, int], list[tuple[float, Row]]] = defaultdict(list)
    for row in held:
        if row.asked and not row.filled:
            by_sentence[row.report, row.sentence].append((model.score(row.traits), row))
    for scored in by_sentence.values():
        accepted: list[Slot] = []
        for score, row in sorted(scored, key=lambda one: -one[0]):
            if may_join(row.slot, accepted):
                accepted.append(row.slot)
                yield score, row.harm


def threshold_of(scored: Iterable[tuple[float, bool]]) -> float:
    """The lowest score down to which ``FLOOR`` of the claims are right; 1 where there is none."""
    best, right = 1.0, 0
    for n, (score, harm) in enumerate(sorted(scored, key=lambda one: -one[0]), 1):
        right += harm
        if n >= FEWEST and right / n >= FLOOR:
            best = score
    return round(best, 3)


def counts(claims: Sequence[Claim], answer: dict[str, Any]) -> Counter[str]:
    """Right, extra and missed claims of a report, as the scorer beside the data counts them."""
    used: set[int] = set()
    found: Counter[str] = Counter()
    for mark in answer["claims"]:
        sure = mark.get("sure", True)
        group = "1" if mark["low"] == mark["high"] == 1 else "2"
        over = [
            i
            for i, c in enumerate(claims)
            if i not in used and c.start < mark["end"] and mark["start"] < c.end
        ]
        wanted = (mark["measure"], mark["low"], mark["high"])
        hit = [i for i in over if (claims[i].measure, claims[i].low, claims[i].high) == wanted]
        if hit:
            used.add(hit[0])
            found.update(["right", f"right {group}"] if sure else [])
        elif sure:
            found.update(["missed", f"missed {group}"])
        else:
            used.update(over)
    for i, claim in enumerate(claims):
        if i not in used:
            found.update(["extra", f"extra {'1' if claim.low == claim.high == 1 else '2'}"])
    return found


def line(name: str, total: Counter[str], group: str = "") -> str:
    """Precision, recall and F1 in one line."""
    right, extra, missed = (total[f"{word}{group}"] for word in ("right", "extra", "missed"))
    p, r = right / max(1, right + extra), right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + extra + missed)
    return f"{name}: precision {p:.3f}, recall {r:.3f}, F1 {f1:.3f} (right {right}, extra {extra})"


def main() -> None:
    """Cross-validate, print what the filler gains, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"), metavar="DIR")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="replace the weights of the package")
    arguments = parser.parse_args()
    texts, answers, sets = development_gold(arguments.eval)
    marked = {row["id"] for path in (CLAIMS, DEVELOP, SLOTS) for row in rows(path)}
    muc = rows(arguments.eval / "counts" / "muc4_dev.jsonl")
    own = list(of_gold(texts, answers))
    weak = list(of_muc(row for row in muc if row["id"] not in marked))
    judged = list(of_judged(judged_slots(arguments.eval)))
    for name, learned in (("gold", own), ("judged", judged), ("MUC-4", weak)):
        still = [row.harm for row in learned if row.asked and not row.filled]
        print(f"{name}: {len(learned)} slots; {len(still)} numbers open, {sum(still)} of harm")
    reports = [*(str(a["n"]) for a in answers), *sorted({row.report for row in judged})]
    fold_of = {report: n % arguments.folds for n, report in enumerate(reports)}
    own += judged
    models: list[Weights] = []
    scored: list[tuple[float, bool]] = []
    for fold in range(arguments.folds):
        learned = [r for r in own if fold_of[r.report] != fold] + weak
        models.append(trained(learned, NEVER.threshold))
        scored.extend(added([r for r in own if fold_of[r.report] == fold], models[-1]))
    threshold = threshold_of(scored)
    passed = [harm for score, harm in scored if score >= threshold]
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        some = [harm for score, harm in scored if score >= least]
        print(f"from {least}: {len(some)} slots filled, {sum(some)} rightly")
    print(f"threshold {threshold}: {len(passed)} slots filled, {sum(passed)} rightly")
    totals: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for fold, model in enumerate(models):
        chosen = [i for i, a in enumerate(answers) if fold_of[str(a["n"])] == fold]
        cut = replace(model, threshold=threshold)
        for how, used in (("rules alone", NEVER), ("with filler", cut)):
            with mock.patch.object(filler, "weights", return_value=used):
                read = read_claims(texts[i] for i in chosen)
                for i, (_, claims) in zip(chosen, read, strict=True):
                    totals[how, "all"] += counts(claims, answers[i])
                    totals[how, f"marked {sets[i]}"] += counts(claims, answers[i])
    for (how, part), total in sorted(totals.items()):
        print(line(f"{how}, {part}", total))
        for group in ("1", "2"):
            more = " and more" if group == "2" else ""
            print(line(f"{how}, {part}, claims of {group}{more}", total, f" {group}"))
    if arguments.write:
        model = trained(own + weak, threshold)
        held = {
            "about": "Weights of the filler (docs/claims.md), written by bench/train_filler.py.",
            "version": model.version,
            "threshold": model.threshold,
            "start": model.start,
            "weights": model.traits,
        }
        OUT.write_text(json.dumps(held, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{OUT.name}: {len(model.traits)} weights, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
