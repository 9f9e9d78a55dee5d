"""Copies made by a fixed seed: what a copying site does to a story, and texts by the thousand."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

#: Words of a text that copies are made of: of a shorter one 40 % say nothing.
LEAST_WORDS = 125
#: How often one story is copied.
OFTEN = 300


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def stories(folder: Path) -> dict[str, str]:
    """The texts of the sets under ``folder``, one for each known story or event."""
    texts = {row["id"]: row["text"] for row in rows(folder / "families" / "docs.jsonl")}
    first = {name: name for name in texts}

    def root(name: str) -> str:
        while first[name] != name:
            name = first[name]
        return name

    for pair in rows(folder / "families" / "pairs.jsonl"):
        if pair["kind"] != "random_unrelated":
            first[root(pair["a"])] = root(pair["b"])
    found: dict[str, str] = {}
    for name in texts:
        found.setdefault(root(name), texts[name])
    for row in rows(folder / "counts" / "gva_dev.jsonl"):
        found.setdefault(f"gva {row['incident']}", row["text"])
    for part in ("dev", "tst1", "tst2"):
        for row in rows(folder / "counts" / f"muc4_{part}.jsonl"):
            found[row["id"]] = row["text"]
    return found


class Copier:
    """Makes copies of a text in each of the ``kinds``; foreign words come from ``texts``."""

    def __init__(self, texts: list[str], seed: int = 5) -> None:
        self._chance = random.Random(seed)
        self._words = [word for text in texts[:500] for word in text.split()]
        self.kinds: dict[str, Callable[[str], str]] = {
            "exact": lambda text: text,
            "junk": self._wrapped,
            "5 % edited": lambda text: self._edited(text, 0.05),
            "10 % edited": lambda text: self._edited(text, 0.10),
            "20 % edited": lambda text: self._edited(text, 0.20),
            "cut to 70 %": lambda text: _cut(text, 0.7),
            "cut to 40 %": lambda text: _cut(text, 0.4),
            "combined": lambda text: self._wrapped(self._edited(_cut(text, 0.7), 0.10)),
        }

    def _edited(self, text: str, share: float) -> str:
        words = text.split()
        for place in self._chance.sample(range(len(words)), int(len(words) * share)):
            words[place] = self._chance.choice(self._words)
        return " ".join(words)

    def _wrapped(self, text: str) -> str:
        words = text.split()
        number = int(len(words) * self._chance.uniform(0.1, 0.5))
        junk = [self._chance.choice(self._words) for _ in range(number)]
        before = self._chance.randrange(number + 1)
        return " ".join([*junk[:before], *words, *junk[before:]])


def _cut(text: str, share: float) -> str:
    words = text.split()
    return " ".join(words[: int(len(words) * share)])


def many_texts(texts: list[str], number: int, seed: int = 1) -> Iterator[str]:
    """So many texts of about 250 words, each word drawn from what follows its forerunner.

    One word in thirty is a name out of a million, a few of them frequent; one text in five is
    a copy of the one before it with a word in twenty changed.
    """
    chance = random.Random(seed)
    follows: dict[str, list[str]] = {}
    words = [word for text in texts for word in text.split()]
    for one, two in pairwise(words):
        follows.setdefault(one, []).append(two)
    last: list[str] = []
    for place in range(number):
        if place % 5 == 4:
            made = [chance.choice(words) if chance.random() < 0.05 else word for word in last]
        else:
            made, word = [], chance.choice(words)
            for _ in range(chance.randrange(100, 400)):
                word = chance.choice(follows.get(word) or words)
                rare = chance.random() < 1 / 30
                made.append(f"Name{int(10 ** (6 * chance.random()))}" if rare else word)
        last = made
        yield " ".join(made)


def write_many(texts: list[str], number: int, path: Path) -> None:
    """One JSON string a line."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(text) + "\n" for text in many_texts(texts, number))
