"""Counts in how many reports a word stands, and writes ``vocabulary/en/word_rarity.toml``.

    python bench/word_rarity.py --eval DIR

Only single words and in which of a dozen bands they fall are written. A word is kept where it
stands in ``LEAST`` reports or more; of capitalised words only those in one report of a hundred,
so that the file has no names of private persons. Every other word counts as the rarest. The
texts of the pairs that the likeness is measured on are not counted.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from evaluation import add_eval
from harmledger.families.rarity import reduced
from harmledger.families.segments import WORD

TARGET = Path(__file__).parents[1] / "src/harmledger/vocabulary/en/word_rarity.toml"
SOURCES = ("counts/gva_dev.jsonl", "counts/muc4_dev.jsonl", "attribution", "displacement")
LEAST = 5
NAMES = 0.01
STEP = 0.5

ABOUT = '''[about]
explanation = """
How rare an English word is in news reports: the natural logarithm of the number of reports to
one that has it, in steps of 0.5. Words are in lower case, cut to their first six letters so that
forms of one word count together. A word that stands nowhere here has the rarity of the last
band, for which there is nothing to list. The counts are fixed, so that whether two texts belong
together depends on no third text and not on the order in which texts arrive."""
source = "harmledger, bench/word_rarity.py: {reports} news reports, {words} words"
version = 1
'''


def texts(folder: Path) -> Iterator[str]:
    """The texts of all files counted."""
    for source in SOURCES:
        path = folder / source
        for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
            with file.open(encoding="utf-8") as lines:
                for line in lines:
                    text = json.loads(line).get("text")
                    if text:
                        yield text


def bands(folder: Path) -> tuple[dict[float, list[str]], int]:
    """The words of each band, and the number of reports."""
    standing: Counter[str] = Counter()
    named: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    reports = 0
    for text in texts(folder):
        reports += 1
        words = {match.group() for match in WORD.finditer(text)}
        standing.update({reduced(word) for word in words})
        if not text.isupper():
            named.update({reduced(word) for word in words if word[:1].isupper()})
            plain.update({reduced(word) for word in words if not word[:1].isupper()})
    found: dict[float, list[str]] = defaultdict(list)
    for word, count in standing.items():
        private = named[word] > plain[word] or not plain[word]
        if count < LEAST or any(sign.isdigit() for sign in word):
            continue
        if private and count < NAMES * reports:
            continue
        found[round(math.log(reports / count) / STEP) * STEP].append(word)
    return found, reports


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_eval(parser)
    found, reports = bands(parser.parse_args().eval)
    rarest = math.floor(math.log(reports / LEAST) / STEP) * STEP
    lines = [ABOUT.format(reports=reports, words=sum(map(len, found.values())))]
    for rarity in sorted(found):
        if rarity >= rarest:
            continue
        lines.append(f'[[term]]\nid = "r{int(rarity * 10):02d}"\nrarity = {rarity}\nwords = [')
        line = " "
        for word in sorted(found[rarity]):
            if len(line) + len(word) > 94:
                lines.append(line)
                line = " "
            line += f' "{word}",'
        lines.append(line + "\n]\n")
    lines.append(f'[[term]]\nid = "other"\nrarity = {rarest}\nwords = []')
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET}: {reports} reports")


if __name__ == "__main__":
    main()
