"""Families: planted copies, and documents a second beside datasketch and rensa.

    python bench/families.py --eval DIR [--seed FILE] [--sizes 2000 20000]
        [--contenders ours grouping] [--core N]

Planted copies (``planted.py``) are put among the texts of the sets, one story 300 times, and the
report of ``--seed`` too. ``recall``: copies in the family of their story. ``precision``: of
all pairs of texts within one family, those that are of one story; texts of the sets that copy each
other without the answers saying so count as wrong. The largest families of different stories are
listed with ``--errors``.

Speed: texts drawn word by word from the sets (``many_texts``) are read by ours (texts in, families
out, evidence and all), by ``grouping`` (candidates and grouping alone) and by MinHash with 128
values over runs of five words, one query and one insertion a text at a threshold of 0.5 (datasketch
and rensa, where installed; their words are parted by white space). Each runs in a process of its
own; processor time counts, reading the file does not; memory is the highest the process ever held.

Rewrites and translations are measured by ``rewrites.py``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from evaluation import add_eval, part_of
from harmledger.families import find_families
from harmledger.families.grouping import group
from harmledger.families.wordings import collect
from harmledger.records import Family, Text, content_id
from planted import LEAST_WORDS, OFTEN, Copier, rows, stories, write_many
from speed import alone

CONTENDERS = ("ours", "grouping", "rensa", "datasketch")


def as_text(name: str, words: str) -> Text:
    """A record without blocks: all of it is story."""
    return Text(id=content_id("text", name), page_id="", document=name, text=words)


def planted(folder: Path, seed: Path | None, each: int) -> tuple[dict[str, Text], dict[str, Any]]:
    """All texts by name; for each copy its kind and the name of its story."""
    base = stories(folder)
    texts = {name: as_text(name, words) for name, words in base.items()}
    if seed is not None:
        texts["seed"] = as_text("seed", seed.read_text(encoding="utf-8"))
    copier = Copier(list(base.values()))
    long = sorted(name for name, words in base.items() if len(words.split()) >= LEAST_WORDS)
    copies: dict[str, Any] = {}
    for place, kind in enumerate(copier.kinds):
        for name in long[place * each : (place + 1) * each]:
            copy = f"{name} {kind}"
            copies[copy] = kind, name
            texts[copy] = as_text(copy, copier.kinds[kind](base[name]))
    often = long[len(copier.kinds) * each]
    for number in range(OFTEN):
        kind = list(copier.kinds)[number % 4]
        copy = f"{often} {kind} {number}"
        copies[copy] = f"one story {OFTEN} times", often
        texts[copy] = as_text(copy, copier.kinds[kind](base[often]))
    return texts, copies


def scores(families: list[Family], copies: dict[str, Any], errors: int) -> Iterator[str]:
    """Recall by kind, precision of pairs, the seed's family and the largest one."""
    family = {member.document: one.id for one in families for member in one.members}
    found: dict[str, list[bool]] = defaultdict(list)
    for copy, (kind, name) in copies.items():
        found[kind].append(family[copy] == family[name])
    for kind, hits in found.items():
        yield f"recall {kind}: {sum(hits) / len(hits):.3f} n={len(hits)}"
    right = pairs = 0
    mixed = []
    for one in families:
        names = [member.document for member in one.members]
        told = Counter(copies[name][1] if name in copies else name for name in names)
        right += sum(count * (count - 1) // 2 for count in told.values())
        pairs += len(names) * (len(names) - 1) // 2
        if len(told) > 1:
            mixed.append((len(told), sorted(told)[:5]))
    recall = [hit for hits in found.values() for hit in hits]
    yield f"recall all: {sum(recall) / len(recall):.3f} n={len(recall)}"
    yield f"precision of pairs: {right / pairs:.4f} n={pairs}, families of two stories {len(mixed)}"
    yield f"largest family: {max(len(one.members) for one in families)} texts"
    if "seed" in family:
        sizes = {one.id: len(one.members) for one in families}
        yield f"the seed's family: {sizes[family['seed']]} text"
    for _, names in sorted(mixed, reverse=True)[:errors]:
        yield f"mixed: {names}"


def _ours() -> Callable[[list[str]], int]:
    return lambda texts: sum(
        1 for _ in find_families(as_text(str(at), words) for at, words in enumerate(texts))
    )


def _grouping() -> Callable[[list[str]], int]:
    return lambda texts: len(
        group(collect(as_text(str(at), words) for at, words in enumerate(texts)))
    )


def _shingles(words: str) -> list[str]:
    parts = words.casefold().split()
    return [" ".join(parts[at : at + 5]) for at in range(max(1, len(parts) - 4))]


def _datasketch() -> Callable[[list[str]], int]:
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found, unused-ignore]

    def read(texts: list[str]) -> int:
        index = MinHashLSH(threshold=0.5, num_perm=128)
        met = 0
        for at, words in enumerate(texts):
            value = MinHash(num_perm=128)
            value.update_batch([run.encode() for run in set(_shingles(words))])
            met += len(index.query(value))
            index.insert(at, value)
        return met

    return read


def _rensa() -> Callable[[list[str]], int]:
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found, unused-ignore]

    def read(texts: list[str]) -> int:
        index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
        met = 0
        for at, words in enumerate(texts):
            value = RMinHash(num_perm=128, seed=42)
            value.update(_shingles(words))
            met += len(index.query(value))
            index.insert(at, value)
        return met

    return read


def measure(contender: str, path: Path, core: int | None, out: Any) -> None:
    """In a process of its own: seconds of the processor, then memory in MB, texts included."""
    if core is not None:
        os.sched_setaffinity(0, {core})
    texts = [json.loads(line) for line in path.open(encoding="utf-8")]
    readers = {"ours": _ours, "grouping": _grouping, "rensa": _rensa, "datasketch": _datasketch}
    read = readers[contender]()
    read(texts[:10])
    start = time.process_time()
    read(texts)
    # Kilobytes on Linux, bytes on macOS.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    out.send((time.process_time() - start, peak))


def speed(
    texts: list[str], sizes: list[int], contenders: list[str], core: int | None
) -> Iterator[str]:
    """One line for each size and contender."""
    own = {"ours", "grouping"}
    ready = [name for name in contenders if name in own or importlib.util.find_spec(name)]
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.jsonl"
            write_many(texts, size, path)
            for name in ready:
                seconds, peak = alone(measure, name, path, core)
                yield (
                    f"{size} {name}: {size / seconds:.0f} documents a second, "
                    f"{seconds:.1f} s, {peak:.0f} MB"
                )


def main() -> None:
    """Prints one line a figure."""
    parser = argparse.ArgumentParser(description="Families: planted copies and speed")
    add_eval(parser)
    parser.add_argument("--seed", type=Path, help="a report to put among the sets")
    parser.add_argument("--each", type=int, default=200, help="copies of each kind")
    parser.add_argument("--errors", type=int, default=0, help="list so many mixed families")
    parser.add_argument("--sizes", type=int, nargs="*", default=[2000, 20000])
    parser.add_argument("--contenders", nargs="+", choices=CONTENDERS, default=CONTENDERS)
    parser.add_argument("--core", type=int, help="tie the contenders to this core")
    options = parser.parse_args()
    part_of(options.eval, "families/docs.jsonl")
    texts, copies = planted(options.eval, options.seed, options.each)
    for line in scores(list(find_families(texts.values())), copies, options.errors):
        print(line)
    if options.sizes:
        news = [row["text"] for row in rows(options.eval / "families" / "docs.jsonl")]
        news += [row["text"] for row in rows(options.eval / "counts" / "muc4_dev.jsonl")]
        for line in speed(news, options.sizes, options.contenders, options.core):
            print(line, flush=True)


if __name__ == "__main__":
    main()
