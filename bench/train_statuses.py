"""Trains the weights by which a status is given that no rule reads.

    python bench/train_statuses.py --eval DIR [--also GOLD ...] [--folds 5] [--write]

Needs scikit-learn (``pip install scikit-learn``), which running harmledger does not. It learns from
the claims of bench/gold and bench/open that rules may be made from, where ours has the same measure
and number and no rule reads a status: the traits of ours, the status of the mark. ``--also`` names
further files in the form of develop.jsonl. The score is that of whole reports: in each fold,
weights from the other folds' reports decide the fold's; then that of each collection, by weights
from the others.
``--write`` replaces src/harmledger/vocabulary/en/statuses.json.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from counted import matched
from evaluation import training
from gold import development_gold, folds_of, texts_of_gold
from harmledger.claims import read_claims
from harmledger.claims.persons import statuses
from harmledger.claims.persons.status_model import StatusWeights, barred
from harmledger.claims.persons.status_traits import Seen, coarse
from harmledger.records import Text
from trait_fit import trait_matrix
from weights_file import keep_weights

OUT = Path(__file__).parent.parent / "src/harmledger/vocabulary/en/statuses.json"
VERSION = 7
#: The inverse strength of the regularisation; in how many reports a trait must stand; the
#: smallest weight worth keeping.
INVERSE, REPORTS, SMALLEST = 0.1, 8, 0.05
#: The scorer's word for members of armed groups, and ours.
OURS = {"combatant": "armed_group"}


@dataclass(frozen=True)
class Row:
    """One claim that the marks have too: its report, traits, status by rules and as marked.

    ``never``: statuses that no weight may give it.
    """

    report: str
    part: str
    traits: tuple[str, ...]
    rule: str
    marked: str
    never: frozenset[str]


def learned(
    texts: Sequence[Text], answers: Sequence[dict[str, Any]], parts: Sequence[str]
) -> Iterator[Row]:
    """The rows of all reports, with statuses by the rules alone."""
    with mock.patch.object(statuses, "weighed", side_effect=lambda _, claims: list(claims)):
        read = list(read_claims(texts))
    for (text, claims), answer, part in zip(read, answers, parts, strict=True):
        seen = Seen(text.text, claims)
        at = {claim.id: index for index, claim in enumerate(seen.claims)}
        for claim, mark in matched(claims, answer["claims"]).pairs:
            if claim.id in at:
                status = OURS.get(mark["status"], mark["status"])
                traits = tuple(seen.traits(at[claim.id]))
                never = barred(text.text, claim)
                yield Row(str(answer["n"]), part, traits, coarse(claim), status, never)


def trained(rows: Sequence[Row]) -> StatusWeights:
    """The weights that fit the rows best that no rule decides; they always come out the same."""
    from sklearn.linear_model import LogisticRegression

    rows = [row for row in rows if row.rule == "unstated"]
    kept, matrix = trait_matrix([(row.report, row.traits) for row in rows], REPORTS)
    start: dict[str, float] = {}
    weights: dict[str, dict[str, float]] = {}
    for status in sorted({row.marked for row in rows}):
        model = LogisticRegression(C=INVERSE, solver="liblinear", max_iter=1000, random_state=0)
        model.fit(matrix, [row.marked == status for row in rows])
        start[status] = round(float(model.intercept_[0]), 2)
        for trait, weight in zip(kept, model.coef_[0], strict=True):
            if abs(weight) >= SMALLEST:
                weights.setdefault(trait, {})[status] = round(float(weight), 2)
    return StatusWeights(VERSION, start, weights)


def _collection(report: str, part: str) -> str:
    """The collection of a report: ours, or by its id MUC-4, displacement, news or shootings."""
    if part == "open":
        return part
    if "MUC" in report:
        return "muc"
    if report.startswith("id"):
        return "displacement"
    return "gva" if report.isalnum() else "news"


def validated(rows: Sequence[Row], groups: Sequence[str]) -> None:
    """Print how many statuses are right, those of each group by weights from the other groups."""
    right: Counter[tuple[str, str]] = Counter()
    size: Counter[str] = Counter()
    for group in sorted(set(groups)):
        apart = list(zip(rows, groups, strict=True))
        model = trained([row for row, own in apart if own != group])
        for row in (row for row, own in apart if own == group):
            asked = row.rule == "unstated"
            given = model.choose(row.traits, row.never) if asked else row.rule
            for part in (row.part, "all"):
                size[part] += 1
                right[part, "rules alone"] += row.rule == row.marked
                right[part, "with weights"] += given == row.marked
    for (part, how), number in sorted(right.items()):
        print(f"  {part}, {how}: {number / size[part]:.3f} of {size[part]}")


def main() -> None:
    """Cross-validate, print what the weights gain, and write them where asked."""
    parser = training(__doc__)
    parser.add_argument("--also", type=Path, nargs="*", default=[], metavar="GOLD")
    arguments = parser.parse_args()
    texts, answers, parts = development_gold(arguments.eval)
    further_gold = [(path, "develop") for path in arguments.also]
    for path, half in further_gold:
        more, further = texts_of_gold(path, arguments.eval, half)
        texts, answers = [*texts, *more], [*answers, *further]
        parts = [*parts, *[path.stem] * len(more)]
    rows = list(learned(texts, answers, parts))
    print("in folds of whole reports:")
    fold_of = folds_of(answers, arguments.folds)
    validated(rows, [str(fold_of[row.report]) for row in rows])
    print("each collection by weights from the others:")
    validated(rows, [_collection(row.report, row.part) for row in rows])
    if arguments.write:
        model = trained(rows)
        about = "Weights of statuses (docs/claims.md), written by bench/train_statuses.py."
        keep_weights(OUT, about, model)


if __name__ == "__main__":
    main()
