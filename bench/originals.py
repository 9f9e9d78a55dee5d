"""Which of two texts came first by their words alone: without dates, credit lines, addresses.

    python bench/originals.py --eval DIR [--each N] [--marks]

Pairs of DIR/families/pairs.jsonl whose first text is the original (rewrites, spun and edited
copies), and planted copies (``planted.py``) of the same texts, N of each kind. Two by two they go
through ``find_families``: ``right``, ``wrong`` and ``unknown`` are shares of the pairs that it puts
into one family. Of translations of one text neither is the original: ``said`` counts those of which
one is called so. ``--marks``: beside it how often each mark stood, for and against the original.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from evaluation import add_eval, part_of
from harmledger.families import find_families
from harmledger.records import Family
from planted import LEAST_WORDS, Copier
from train_families import as_text

#: Kinds of pairs neither of which is the original of the other.
TRANSLATED = "wmt_"

Pair = tuple[str, str, str]


def known_pairs(folder: Path) -> Iterator[Pair]:
    """Kind, original and copy of each pair of copies."""
    with (folder / "families/docs.jsonl").open(encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    with (folder / "families/pairs.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["copy"]:
                yield row["kind"], texts[row["a"]], texts[row["b"]]


def planted_pairs(folder: Path, each: int) -> Iterator[Pair]:
    """Planted copies of originals of the set."""
    firsts = {
        first: None for kind, first, _ in known_pairs(folder) if not kind.startswith(TRANSLATED)
    }
    long = sorted(text for text in firsts if len(text.split()) >= LEAST_WORDS)
    copier = Copier(long)
    for kind in (kind for kind in copier.kinds if kind != "exact"):
        for text in long[:each]:
            yield f"planted: {kind}", text, copier.kinds[kind](text)


def verdict(first: str, second: str, number: int) -> tuple[str | None, list[str]]:
    """right, wrong, unknown or None (apart), and the marks; documents in either order."""
    names = ("x", "y") if number % 2 else ("y", "x")
    texts = [as_text(name, text) for name, text in zip(names, (first, second), strict=True)]
    families = list(find_families(texts))
    if len(families) == 2:
        return None, []
    return _said(families[0], names[0]), _marks(families[0], names[0])


def _said(family: Family, original: str) -> str:
    (head, *_) = family.members
    if head.relation != "original":
        return "unknown"
    return "right" if head.document == original else "wrong"


def _marks(family: Family, original: str) -> list[str]:
    return [
        f"{clue.kind}{clue.strength} {'for' if clue.first == original else 'AGAINST'}"
        for tie in family.evidence
        for clue in tie.clues
    ]


def main() -> None:
    """One row a kind."""
    parser = argparse.ArgumentParser(description="Which of two texts is the original")
    add_eval(parser)
    parser.add_argument("--each", type=int, default=100, help="planted copies of each kind")
    parser.add_argument("--marks", action="store_true")
    options = parser.parse_args()
    part_of(options.eval, "families/docs.jsonl")
    found: dict[str, Counter[str | None]] = defaultdict(Counter)
    marks: dict[str, Counter[str]] = defaultdict(Counter)
    pairs = [*known_pairs(options.eval), *planted_pairs(options.eval, options.each)]
    for number, (kind, first, second) in enumerate(pairs):
        said, seen = verdict(first, second, number)
        found[kind][said] += 1
        marks[kind].update(seen)
    print("| kind | n | in one family | right | wrong | unknown |\n|---|---|---|---|---|---|")
    for kind, counts in found.items():
        joined = counts.total() - counts[None]
        if kind.startswith(TRANSLATED):
            named = counts["right"] + counts["wrong"]
            cells = f"- | said {named / joined:.3f} | {counts['unknown'] / joined:.3f}"
        else:
            shares = (counts[name] / joined for name in ("right", "wrong", "unknown"))
            cells = " | ".join(f"{share:.3f}" for share in shares)
        print(f"| {kind} | {counts.total()} | {joined} | {cells} |")
        if options.marks:
            print(f"    {dict(marks[kind].most_common())}")


if __name__ == "__main__":
    main()
