"""Trains the weights by which a sentence with a harm word is parsed, or held back.

    python bench/train_sieve.py --eval DIR [--folds 5] [--write]

It needs nothing but numpy. It learns from the sentences with a harm word in the reports that rules
may be made from, in 500 of MUC-4 and 500 on shootings, and in general news (the families set but
for the texts that bench/speed.py reads). One may have a claim where it is marked, or where the
reader, without the sieve, makes a draft: so the weights know what rules and judge read today as
well. In each fold weights from the other folds' texts decide the fold's. Shown is which share of
general news is held back, and how many drafts, and marked ones among them, are lost with it.
``--write`` replaces src/harmledger/vocabulary/en/sieve.json.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from evaluation import training
from gold import CLAIMS, FRESH, LATER, development_gold, texts_of_gold
from harmledger.claims.annotation.reading import open_text
from harmledger.claims.drafting import draft_claims
from harmledger.claims.learned.sieve import SHORT, Sieve, traits_of
from harmledger.claims.learned.signs import Signs
from harmledger.records import Text
from speed import as_texts, documents
from trait_fit import columns_of, fit_traits, worth_keeping
from weights_file import keep_weights

OUT = Path(__file__).parent.parent / "src/harmledger/vocabulary/en/sieve.json"
VERSION = 2
#: The bounds in texts with few signs of violence and in others; those that are shown beside.
CALM, OTHER = -3.5, -4.5
TRIED = ((-2.5, -3.0, -3.5, -4.0), (-3.5, -4.5))
#: The strength of the regularisation; in how many texts a trait must stand; the smallest weight
#: worth keeping; the weight of open reports and general news; steps of the fit.
PULL, TEXTS, SMALLEST, FEW, STEPS = 3.0, 5, 0.05, 3.0, 300
#: Texts of the families set that are left for measuring speed; texts of each larger set.
SPEED, MANY = 200, 500


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with a harm word: ``drafted`` by the reader, ``marked`` where marks are known."""

    part: str
    text: str
    traits: tuple[str, ...]
    few: bool
    short: bool
    drafted: bool
    marked: bool


def _texts(eval_dir: Path) -> Iterator[tuple[str, Text, Sequence[dict[str, Any]]]]:
    """Each text with its part and its marks, none twice, and none that is for checking."""
    seen: set[str] = set()
    for gold, half in ((FRESH, "check"), (LATER, "check"), (CLAIMS, "check")):
        seen.update(text.text for text in texts_of_gold(gold, eval_dir, half)[0])
    texts, answers, parts = development_gold(eval_dir)
    for text, answer, part in zip(texts, answers, parts, strict=True):
        if text.text not in seen:
            seen.add(text.text)
            yield part, text, answer["claims"]
    for part, first, last in (("families", SPEED, 10_000), ("muc", 0, MANY), ("gva", 0, MANY)):
        for text in as_texts(documents(eval_dir, part, last)[first:]):
            if text.text not in seen:
                seen.add(text.text)
                yield part, text, ()


def learned(eval_dir: Path) -> Iterator[Row]:
    """The sentences with a harm word, each as the sieve sees it."""
    for part, text, marks in _texts(eval_dir):
        reading = open_text(text)
        if not reading.gated:
            continue
        draft_claims([reading], every=True)
        signs = Signs(text.text, len(reading.gated))
        for index in reading.gated:
            one = reading.sentences[index]
            marked = any(m["start"] < one.end and one.start < m["end"] for m in marks)
            traits = traits_of(text.text, one.start, one.end, signs)
            short, drafted = len(text.text) < SHORT, index in reading.drafts
            yield Row(part, text.text, tuple(traits), signs.few, short, drafted, marked)


def trained(learn: Sequence[Row]) -> Sieve:
    """The weights that fit the rows best; the same rows always give the same."""
    kept, held = columns_of([(row.text, row.traits) for row in learn], TEXTS)
    goal = np.array([float(row.drafted or row.marked) for row in learn])
    weight = np.array([FEW if row.part in {"open", "families"} else 1.0 for row in learn])
    values, start = fit_traits(held, len(kept), goal, weight, pull=PULL, steps=STEPS)
    weights = worth_keeping(kept, values, SMALLEST)
    return Sieve(VERSION, round(start, 2), CALM, OTHER, weights)


def _told(scored: Sequence[tuple[float, Row]], calm: float, other: float) -> str:
    """What a pair of bounds holds back."""
    back = [row for score, row in scored if score < (calm if row.few else other) and not row.short]
    told = []
    for part in dict.fromkeys(row.part for _, row in scored):
        every = [row for _, row in scored if row.part == part]
        own = [row for row in back if row.part == part]
        drafted = [row for row in own if row.drafted]
        told.append(
            f"{part} {len(own)} of {len(every)}, with a draft {len(drafted)} of "
            f"{sum(row.drafted for row in every)} (marked {sum(row.marked for row in drafted)})"
        )
    return "; ".join(told)


def main() -> None:
    """Cross-validate, print what is held back, and write the weights where asked."""
    arguments = training(__doc__).parse_args()
    every = list(learned(arguments.eval))
    texts = sorted({row.text for row in every})
    random.Random(0).shuffle(texts)
    fold = {text: n % arguments.folds for n, text in enumerate(texts)}
    scored: list[tuple[float, Row]] = []
    for n in range(arguments.folds):
        model = trained([row for row in every if fold[row.text] != n])
        scored.extend((model.sum_of(r.traits), r) for r in every if fold[r.text] == n)
    for calm, other in product(*TRIED):
        print(f"below {calm} and {other}: {_told(scored, calm, other)}")
    if arguments.write:
        model = trained(every)
        about = "Weights of the sieve (docs/claims.md), written by bench/train_sieve.py."
        keep_weights(OUT, about, model)


if __name__ == "__main__":
    main()
