"""How well the main text of news pages is found, against articleBody written by hand.

    python bench/texts.py [--eval DIR] [--errors N]

Reads ``DIR/intake/html/*.html.gz`` and ``DIR/intake/ground_truth.json`` and compares four-word
shingles, as the article extraction benchmark of Scrapinghub does (token ``\\w+``, multisets).
``pages``: precision and recall averaged over pages, F1 of the two averages (that benchmark's
figure). ``micro``: all shingles of all pages together. ``mean-f1``: the mean of pages' F1.
Beside ours run, over the same decoded pages: trafilatura with its default settings, and a naive
"all text of <p>". Speed is processor time, one process; ours includes metadata and blocks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import mean

from evaluation import add_eval, part_of
from harmledger.pages import read
from harmledger.records import Capture, Text
from harmledger.texts import make_texts

_TOKEN = re.compile(r"\w+")
_WIDTH = 4

Shingles = Counter[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """Runs of four tokens with how often each occurs; one short run for a shorter text."""
    tokens = _TOKEN.findall(text)
    if not tokens:
        return Counter()
    count = max(1, len(tokens) - _WIDTH + 1)
    return Counter(tuple(tokens[at : at + _WIDTH]) for at in range(count))


def f1_of(precision: float, recall: float) -> float:
    """Their harmonic mean; 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass
class Score:
    """Shingles found, found too many and missed, page by page, and the seconds it took."""

    pages: list[tuple[str, int, int, int]] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, name: str, wanted: str, got: str) -> None:
        """One page."""
        want, have = shingles(wanted), shingles(got)
        hits = (want & have).total()
        self.pages.append((name, hits, have.total() - hits, want.total() - hits))

    def figures(self) -> dict[str, float]:
        """name=value, as printed."""
        precisions = [hit / (hit + extra) for _, hit, extra, _ in self.pages if hit + extra]
        recalls = [hit / (hit + miss) for _, hit, _, miss in self.pages if hit + miss]
        precision, recall = mean(precisions or [0]), mean(recalls or [0])
        hits = sum(hit for _, hit, _, _ in self.pages)
        extras = sum(extra for _, _, extra, _ in self.pages)
        misses = sum(miss for _, _, _, miss in self.pages)
        micro_precision = hits / (hits + extras) if hits + extras else 0.0
        micro_recall = hits / (hits + misses) if hits + misses else 0.0
        return {
            "pages_precision": precision,
            "pages_recall": recall,
            "pages_f1": f1_of(precision, recall),
            "micro_f1": f1_of(micro_precision, micro_recall),
            "mean_f1": mean(self.page_f1(page) for page in self.pages),
            "docs_per_second": len(self.pages) / self.seconds if self.seconds else 0.0,
        }

    @staticmethod
    def page_f1(page: tuple[str, int, int, int]) -> float:
        """F1 of one page."""
        _, hit, extra, miss = page
        return 2 * hit / (2 * hit + extra + miss) if hit else 0.0


def ours(capture: Capture) -> str:
    """The kept blocks, without the title line that the text begins with."""
    text = next(make_texts([capture]))
    if not isinstance(text, Text):
        return ""
    return "\n".join(
        text.text[block.start : block.end]
        for block in text.blocks
        if block.kept and not (block.kind == "headline" and block.start == 0)
    )


def trafilatura_default(source: str) -> str:
    """What ``trafilatura.extract`` gives without options."""
    from trafilatura import extract

    return extract(source) or ""


def all_p(source: str) -> str:
    """The text of every p element."""
    from lxml import html

    tree = html.document_fromstring(source.encode("utf-8", "replace"))
    return "\n".join("".join(str(part) for part in node.itertext()) for node in tree.iter("p"))


def measure(
    documents: list[tuple[str, str]], answers: dict[str, str], read_text: Callable[[str], str]
) -> Score:
    """Runs one reader over all pages."""
    score = Score()
    for name, source in documents:
        begin = time.process_time()
        got = read_text(source)
        score.seconds += time.process_time() - begin
        score.add(name, answers[name], got)
    return score


def main() -> None:
    """Prints one line a reader: its name, then name=value."""
    parser = argparse.ArgumentParser(description="F1 of the main text of news pages")
    add_eval(parser)
    parser.add_argument("--errors", type=int, default=0, help="list the N worst pages of ours")
    options = parser.parse_args()
    answered = part_of(options.eval, "intake/ground_truth.json")
    folder = answered.parent
    logging.disable(logging.CRITICAL)
    truth = json.loads(answered.read_text(encoding="utf-8"))
    answers = {name: str(entry["articleBody"]) for name, entry in truth.items()}
    files = {name: folder / "html" / f"{name}.html.gz" for name in sorted(answers)}
    documents = [
        (name, gzip.decompress(path.read_bytes()).decode("utf-8", "replace"))
        for name, path in files.items()
    ]
    captures = {
        item.page.document.removesuffix(".html.gz"): item
        for item in read([folder / "html"])
        if isinstance(item, Capture)
    }
    # the first page pays for loading libraries, which is no matter of reading pages
    ours(captures[documents[0][0]])
    mine = Score()
    for name in answers:
        begin = time.process_time()
        got = ours(captures[name])
        mine.seconds += time.process_time() - begin
        mine.add(name, answers[name], got)
    readers = {
        "harmledger": mine,
        "trafilatura-default": measure(documents, answers, trafilatura_default),
        "all-p": measure(documents, answers, all_p),
    }
    print(f"pages={len(documents)}")
    for label, score in readers.items():
        figures = " ".join(f"{name}={value:.3f}" for name, value in score.figures().items())
        print(f"{label} {figures}")
    for page in sorted(mine.pages, key=Score.page_f1)[: options.errors]:
        print(f"{Score.page_f1(page):.3f} extra={page[2]} missed={page[3]} {page[0]}")


if __name__ == "__main__":
    main()
