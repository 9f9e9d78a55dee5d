"""The plain way to group articles: TF-IDF cosine and a window of publication dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import Any

from sklearn.feature_extraction.text import (  # type: ignore[import-not-found, unused-ignore]
    TfidfVectorizer,
)

#: What is tried; the best on the articles themselves is taken, in the baseline's favour.
BARS = (0.10, 0.14, 0.18, 0.20, 0.22, 0.26, 0.30, 0.35, 0.40, 0.50, 0.60)
WINDOWS = (3, 7, 14, 30, 60, 100000)

Pairs = list[tuple[str, str]]


def best(
    articles: list[dict[str, Any]], score: Callable[[Pairs], float], chained: bool
) -> tuple[float, int, Pairs]:
    """Threshold, days and pairs that score best; chained, whatever hangs together is one group."""
    vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2)
    words = vectorizer.fit_transform(f"{row['title'] or ''} {row['text']}" for row in articles)
    near = (words @ words.T).tocoo()
    names = [str(row["id"]) for row in articles]
    days = [date.fromisoformat(row["dct"][:10]).toordinal() for row in articles]
    met = [
        (value, int(one), int(two), abs(days[one] - days[two]))
        for one, two, value in zip(near.row, near.col, near.data, strict=True)
        if one < two and value >= BARS[0]
    ]
    found: list[tuple[float, float, int, Pairs]] = []
    for bar in BARS:
        for window in WINDOWS:
            pairs = [
                (names[one], names[two])
                for value, one, two, gap in met
                if value >= bar and gap <= window
            ]
            pairs = _chained(pairs) if chained else pairs
            if len(pairs) < 100 * len(names):
                found.append((score(pairs), bar, window, pairs))
    return max(found, key=lambda item: item[:3])[1:]


def _chained(pairs: Pairs) -> Pairs:
    first: dict[str, str] = {}

    def root(name: str) -> str:
        while first.setdefault(name, name) != name:
            first[name] = first[first[name]]
            name = first[name]
        return name

    for one, two in pairs:
        first[root(one)] = root(two)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in list(first):
        groups[root(name)].append(name)
    return [pair for group in groups.values() for pair in combinations(group, 2)]
