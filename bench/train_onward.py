"""Trains the weights by which a number goes on with a count of people, or does not.

    python bench/train_onward.py --eval DIR [--folds 5] [--write]

It needs nothing but numpy. It learns from the reports of bench/gold/develop.jsonl and of the
develop half of bench/open: each number near a count of people that no claim covers goes on with it,
or does not. Rules were made on these reports, so what rules leave open there today is quite unlike
what they leave open in other texts; the claims of the rules of the day before anybody had seen
their errors (unread.jsonl) are therefore those around which the numbers stand. In each fold weights
from the other folds' cases decide the fold's. ``--write`` replaces
src/harmledger/vocabulary/en/onward.json.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np

from claims import rows
from counted import marks_at
from evaluation import training
from gold import DEVELOP, OPEN, UNREAD, texts_of_gold
from harmledger.claims.annotation.reading import open_text
from harmledger.claims.learned.onward import Onward, Told, candidates
from harmledger.claims.learned.onward_model import OnwardWeights
from harmledger.claims.learned.slots import PEOPLE
from trait_fit import columns_of, fit_traits, worth_keeping
from weights_file import keep_weights

OUT = Path(__file__).parent.parent / "src/harmledger/vocabulary/en/onward.json"
VERSION = 1
#: The scores from which a number makes a claim, in sentences without and with a harm word; others
#: that are shown beside.
BOUND, GATED, TRIED = 0.55, 0.75, (0.3, 0.4, 0.5, 0.55, 0.65, 0.75)
#: The strength of the regularisation; in how many reports a trait must stand; the smallest weight
#: worth keeping; the weight of open reports, which are few; steps of the fit.
PULL, REPORTS, SMALLEST, FEW, STEPS = 6.0, 3, 0.03, 3.0, 300


@dataclass(frozen=True, slots=True)
class Row:
    """A number near a count: its collection, case, text and candidate, and whether it goes on."""

    part: str
    case: str
    text: str
    one: Onward
    goes_on: bool
    sure: bool


def learned(eval_dir: Path) -> Iterator[Row]:
    """The candidates of all reports that may be learned from."""
    before = {row["id"]: row["claims"] for row in (*rows(UNREAD), *rows(OPEN / "unread.jsonl"))}
    cases = {row["id"]: row["case"] for row in rows(OPEN / "reports.jsonl")}
    for part, (texts, answers) in (
        ("general", texts_of_gold(DEVELOP, eval_dir, "develop")),
        ("open", texts_of_gold(OPEN / "claims.jsonl", OPEN, "develop")),
    ):
        for text, answer in zip(texts, answers, strict=True):
            name, reading = str(answer["n"]), open_text(text)
            told = [
                Told(start, end, measure, low, high, index)
                for start, end, measure, low, high in before[name]
                for index, one in enumerate(reading.sentences)
                if one.start <= start < one.end and measure in PEOPLE
            ]
            gated, taken = frozenset(reading.gated), [(c[0], c[1]) for c in before[name]]
            for one in candidates(text.text, reading.sentences, gated, told, taken):
                bounds = one.quantity.low, one.quantity.high
                met = marks_at(one.start, one.end, bounds, answer["claims"])
                goes_on = any(c["measure"] == one.measure for c in met)
                sure = all(c.get("sure", True) for c in met)
                yield Row(part, cases.get(name, name), text.id, one, goes_on, sure)


def trained(learn: Sequence[Row]) -> OnwardWeights:
    """The weights that fit the rows best; the same rows always give the same."""
    learn = [row for row in learn if row.sure]
    kept, held = columns_of([(row.case, row.one.traits) for row in learn], REPORTS)
    goal = np.array([float(row.goes_on) for row in learn])
    weight = np.array([FEW if row.part == "open" else 1.0 for row in learn])
    values, start = fit_traits(held, len(kept), goal, weight, pull=PULL, steps=STEPS)
    weights = worth_keeping(kept, values, SMALLEST)
    return OnwardWeights(VERSION, round(start, 2), BOUND, GATED, weights)


def main() -> None:
    """Cross-validate, print what the weights gain, and write them where asked."""
    arguments = training(__doc__).parse_args()
    every = list(learned(arguments.eval))
    for part in ("general", "open"):
        own = [row for row in every if row.part == part]
        print(f"{part}: {len(own)} numbers, {sum(row.goes_on for row in own)} go on")
    cases = sorted({row.case for row in every})
    random.Random(0).shuffle(cases)
    fold = {case: n % arguments.folds for n, case in enumerate(cases)}
    best: dict[tuple[str, int], tuple[float, Row]] = {}
    for n in range(arguments.folds):
        model = trained([row for row in every if fold[row.case] != n])
        for row in every:
            if fold[row.case] == n:
                score, key = model.score(row.one.traits), (row.text, row.one.start)
                if key not in best or score > best[key][0]:
                    best[key] = score, row
    for bound, kind in product(TRIED, ("gated", "not gated")):
        told = []
        for part in ("general", "open"):
            own = [
                row
                for score, row in best.values()
                if score >= bound and row.part == part and kind in row.one.traits
            ]
            right = sum(row.goes_on for row in own)
            told.append(f"{part} {right} right, {sum(row.sure for row in own) - right} wrong")
        print(f"{kind}, from {bound}: {'; '.join(told)}")
    if arguments.write:
        model = trained(every)
        about = "Weights of numbers that go on (docs/claims.md), by bench/train_onward.py."
        keep_weights(OUT, about, model)


if __name__ == "__main__":
    main()
