"""The stylesheet: readable contrast in both colour schemes, nothing loaded."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = (files("harmledger.site") / "style.css").read_text("utf-8")
SCHEMES = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", found))
    for found in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
]


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", range(3), ids=["light", "dark", "print"])
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("ink", "paper"),
        ("soft", "paper"),
        ("link", "paper"),
        ("warn", "paper"),
        ("mark-ink", "mark"),
        ("mark-ink", "target"),
        ("link", "mark"),
        ("soft", "panel"),
        ("bar", "band"),
    ],
)
def test_words_stand_out_from_their_ground(scheme, words, ground):
    # WCAG 2.2 level AA for text of normal size.
    assert contrast(SCHEMES[scheme][words], SCHEMES[scheme][ground]) >= 4.5


def test_the_stylesheet_loads_nothing():
    assert "url(" not in CSS
    assert "@import" not in CSS
