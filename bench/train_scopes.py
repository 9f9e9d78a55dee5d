"""Trains the weights by which a count is of one event, or over a period or several incidents.

    python bench/train_scopes.py --eval DIR [--folds 5] [--write]

Needs scikit-learn (``pip install scikit-learn``), which running harmledger does not. It learns from
the claims of bench/gold and bench/open that rules may be made from, where ours has the same measure
and number: the traits of ours, the scope of the mark. The score is that of whole reports: in each
fold, weights from the other folds' reports decide the fold's; then that of each collection, by
weights from the others. ``--write`` replaces
src/harmledger/vocabulary/en/scopes.json.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest import mock

from counted import matched
from evaluation import training
from gold import development_gold, folds_of
from harmledger.claims import read_claims
from harmledger.claims.annotation.scope_model import ScopeWeights, scopes_weighed
from harmledger.claims.annotation.scope_traits import scope_traits
from harmledger.records import Claim, Text
from trait_fit import trait_matrix, worth_keeping
from weights_file import keep_weights

OUT = Path(__file__).parent.parent / "src/harmledger/vocabulary/en/scopes.json"
VERSION = 2
#: The inverse strength of the regularisation; in how many reports a trait must stand; the
#: smallest weight worth keeping.
INVERSE, REPORTS, SMALLEST = 0.15, 5, 0.04
#: The weight of claims in reports marked twice and in news on conflict, which are few.
FEW = 3.0


@dataclass(frozen=True)
class Row:
    """One claim that the marks have too: its report, its text and the scope as marked."""

    report: str
    part: str
    text: str
    claim: Claim
    traits: tuple[str, ...]
    marked: str


def learned(
    texts: Sequence[Text], answers: Sequence[dict[str, Any]], parts: Sequence[str]
) -> Iterator[Row]:
    """The rows of all reports, with scopes by the rules alone."""
    extract = import_module("harmledger.claims.extract")
    with mock.patch.object(extract, "scopes_weighed", side_effect=lambda _, claims: claims):
        read = list(read_claims(texts))
    for (text, claims), answer, part in zip(read, answers, parts, strict=True):
        report = str(answer["n"])
        where = part if part == "open" else "other" if part == "twice" else _collection(report)
        for claim, mark in matched(claims, answer["claims"]).pairs:
            traits = tuple(scope_traits(text.text, claim))
            yield Row(report, where, text.text, claim, traits, mark["scope"])


def _collection(report: str) -> str:
    if "MUC" in report:
        return "muc"
    return "gva" if report.isalnum() and not report.startswith("id") else "other"


def trained(rows: Sequence[Row]) -> ScopeWeights:
    """The weights that fit the rows best; the same rows always give the same."""
    from sklearn.linear_model import LogisticRegression

    kept, matrix = trait_matrix([(row.report, row.traits) for row in rows], REPORTS)
    model = LogisticRegression(C=INVERSE, solver="liblinear", max_iter=2000, random_state=0)
    weight = [FEW if row.part == "other" else 1.0 for row in rows]
    model.fit(matrix, [row.marked == "cumulative" for row in rows], sample_weight=weight)
    weights = worth_keeping(kept, model.coef_[0], SMALLEST)
    return ScopeWeights(VERSION, round(float(model.intercept_[0]), 2), weights)


def validated(rows: Sequence[Row], groups: Sequence[str]) -> None:
    """Print how many scopes are right, those of each group by weights from the other groups."""
    scope_model = import_module("harmledger.claims.annotation.scope_model")
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    apart = list(zip(rows, groups, strict=True))
    for group in sorted(set(groups)):
        model = trained([row for row, its in apart if its != group])
        own = [row for row, its in apart if its == group]
        with mock.patch.object(scope_model, "scope_weights", return_value=model):
            for row in own:
                (after,) = scopes_weighed(row.text, [row.claim])
                for part in (row.part, "all"):
                    for how, scope in (("rules", row.claim.scope), ("weighed", after.scope)):
                        tally[f"{part}, {how}"][f"{scope} for {row.marked}"] += 1
    for name, counts in sorted(tally.items()):
        right = counts["event for event"] + counts["cumulative for cumulative"]
        told = ", ".join(f"{what} {n}" for what, n in sorted(counts.items()))
        print(f"  {name}: {right / counts.total():.3f} of {counts.total()} ({told})")


def main() -> None:
    """Cross-validate, print what the weights gain, and write them where asked."""
    arguments = training(__doc__).parse_args()
    texts, answers, parts = development_gold(arguments.eval)
    rows = list(learned(texts, answers, parts))
    print("in folds of whole reports:")
    fold_of = folds_of(answers, arguments.folds)
    validated(rows, [str(fold_of[row.report]) for row in rows])
    print("each collection by weights from the others:")
    validated(rows, [row.part for row in rows])
    if arguments.write:
        model = trained(rows)
        about = "Weights of scopes (docs/claims.md), written by bench/train_scopes.py."
        keep_weights(OUT, about, model)


if __name__ == "__main__":
    main()
