"""Fits the weights of ``vocabulary/linking/likeness.toml``.

    python bench/train_families.py --eval DIR [--write]

DIR/families/docs.jsonl has texts (id, text), pairs.jsonl pairs of them (a, b, copy 1 or 0, kind).
Every kind of copy has the same importance, whatever its number of pairs; independent reports of
one event count for four fifths of the pairs that are no copies, unrelated texts for one fifth.
Without ``--write`` the weights are printed only. Raise ``version`` in the file by hand.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bounded_fit import Array, fit
from evaluation import add_eval, part_of
from harmledger.families.fingerprint import Fingerprint, fingerprint
from harmledger.families.likeness import FEATURES, likeness
from harmledger.records import Text
from weights_file import keep_rows

TARGET = Path(__file__).parents[1] / "src/harmledger/vocabulary/linking/likeness.toml"

#: Chosen among 0.03, 0.01, 0.003 and 0.001 by the recall of the kind left out.
PENALTY = 0.01

#: Of the importance of pairs that are no copies, the share of each kind.
APART = {"basil_same_event": 0.8, "random_unrelated": 0.2}


@dataclass(frozen=True)
class Pairs:
    """The pairs of the set: features, whether a copy, and kind; and the texts themselves."""

    features: Array
    copies: Array
    kinds: NDArray[np.str_]
    texts: list[tuple[str, str]]

    def copy_kinds(self) -> list[str]:
        """Kinds of which all pairs are copies, sorted."""
        return sorted({str(kind) for kind in self.kinds[self.copies == 1]})

    def importance(self, without: str | None = None) -> Array:
        """What each pair counts for in the fit; nothing for the kind left out."""
        found = np.zeros(len(self.copies))
        kinds = [kind for kind in self.copy_kinds() if kind != without]
        for kind, share in [*((kind, 1 / len(kinds)) for kind in kinds), *APART.items()]:
            mine = self.kinds == kind
            found[mine] = share / mine.sum()
        return found


def as_text(name: str, text: str) -> Text:
    """A bare text, all story."""
    return Text(id=name, page_id="", document=name, text=text, lang="en")


def read_pairs(folder: Path, first: int | None = None) -> Pairs:
    """The pairs under ``folder`` with their features; ``first``: of so many words of each text."""
    paired = part_of(folder, "families/pairs.jsonl")
    with (folder / "families/docs.jsonl").open(encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    if first is not None:
        beginning = re.compile(rf"\s*(?:\S+\s*){{1,{first}}}")
        texts = {
            name: found.group() if (found := beginning.match(text)) else text
            for name, text in texts.items()
        }
    with paired.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    prints: dict[str, Fingerprint] = {}
    for row in rows:
        for name in (row["a"], row["b"]):
            if name not in prints:
                prints[name] = fingerprint(as_text(name, texts[name]))
    return Pairs(
        features=np.array([likeness(prints[row["a"]], prints[row["b"]]).values for row in rows]),
        copies=np.array([float(row["copy"]) for row in rows]),
        kinds=np.array([row["kind"] for row in rows]),
        texts=[(texts[row["a"]], texts[row["b"]]) for row in rows],
    )


def main() -> None:
    """Fit, print and, if asked, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_eval(parser)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    pairs = read_pairs(options.eval)
    weights, bias = fit(pairs.features, pairs.copies, pairs.importance(), PENALTY)
    values = {**dict(zip(FEATURES, map(float, weights), strict=True)), "bias": bias}
    keep_rows(TARGET, values, write=options.write, digits=3)


if __name__ == "__main__":
    main()
