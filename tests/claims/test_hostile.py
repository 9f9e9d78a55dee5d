"""Texts nobody wrote to be read: no crash, exact spans in order, and no work that explodes.

No time is asserted. The sizes are those at which anything quadratic would be noticed by whoever
waits for this file.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from harmledger.claims import extract
from harmledger.claims.parsing.sentences import MAX_LENGTH, split_sentences
from harmledger.records import Claim, Text

PLAIN = "The council met on Tuesday, and the mayor said that the road would open in May. "
HARM = "Shells killed 12 people and wounded five in Sarajevo on Monday, the UN said. "
KILLED = "12 people were killed."


def _numbers() -> str:
    return " ".join(str(n) for n in random.Random(1).choices(range(5_000), k=100_000))


def _mixed_words() -> str:
    words = "killed people the army said 12 in Sarajevo wounded were who and children of".split()
    return " ".join(random.Random(1).choices(words, k=3_000))


def _table() -> str:
    return "\n".join(f"Town {n}\t{n % 90}\t{n % 7}" for n in range(10_000)) + "\nkilled"


def _headed_table() -> str:
    rows = "\n".join(f"Town {n} | {n % 90} | {n % 7}" for n in range(10_000))
    return "Town | Killed | Wounded\n" + rows


#: Each makes its text; what it must hold at least of (claims, and quantities as quoted).
TEXTS: dict[str, tuple[Callable[[], str], int]] = {
    "5 MB in one line": (lambda: PLAIN * 62_500 + HARM, 2),
    "harm in one line": (lambda: HARM * 300, 600),
    "no punctuation": (
        lambda: "men killed 12 people in Mostar and the army said that it shot " * 80,
        40,
    ),
    "words at random": (_mixed_words, 50),
    "100,000 numbers": (_numbers, 0),
    "numbers and harm": (lambda: "7 killed " * 150, 100),
    "ages and harm": (lambda: KILLED + " a 12-year-old boy, 13," * 1_500, 1),
    "number words": (
        lambda: "killed two hundred thousand and " + "two hundred thousand and " * 9_000,
        0,
    ),
    "one number": (lambda: "killed " + "1" * 1_000_000, 0),
    "one grouped number": (lambda: "killed 1" + ",000" * 250_000, 0),
    "Arabic": (lambda: "قُتل 12 شخصًا في غارة على المدينة، بحسب وزارة الصحة. " * 5_000 + KILLED, 1),
    "Hebrew with marks": (
        lambda: "\u202bנהרגו 12 איש\u202c and \u206712\u2069 people were killed. " * 300,
        300,
    ),
    "mixed scripts": (
        lambda: "12 человек убиты, 数十人が死亡, ٣٥ قتيلا, and 4 people were killed. " * 300,
        300,
    ),
    "control characters": (lambda: "".join(map(chr, range(32))) * 3_000 + "\n\n" + KILLED, 1),
    "NULs": (lambda: "\x00" * 500_000 + KILLED, 1),
    "NULs inside": (lambda: "12\x00people were\x00killed\x00in Mostar. " * 500, 0),
    "lone surrogates": (lambda: "In \ud800 12 people\udfff were killed\udc00. " * 300, 0),
    "zero-width characters": (lambda: "\u200b12 people were\u200d killed\ufeff. " * 300, 0),
    "zero-width inside words": (lambda: "k\u200bi\u200blled 12 " * 50_000, 0),
    "combining marks": (lambda: "12 people were killed" + "\u0301" * 500_000, 0),
    "capitals that grow": (lambda: "İzmir: 12 people were killed. " * 300, 300),
    "emoji": (lambda: "\U0001f480" * 100_000 + " " + KILLED, 1),
    "a table": (_table, 0),
    "a table of the dead": (
        lambda: "\n".join(f"Town {n} | {n} killed |" for n in range(400)),
        100,
    ),
    "a table with heads": (_headed_table, 20_000),
    "labels without an end": (lambda: "Killed: 12, " * 200, 1),
    "labels without a value": (lambda: "Killed: " * 2_000, 0),
    "dots": (lambda: "Killed" + "." * 300_000 + " 12\n" + "Killed" + " ." * 100_000, 0),
    "a legend and no table": (lambda: "k = killed. " + "12 k " * 2_000, 1_000),
    "heads and no rows": (lambda: "Killed | Wounded\n" * 2_000, 0),
    "wide cells": (lambda: "Killed" + " " * 300_000 + "Wounded\n12" + " " * 300_000 + "7", 0),
    "one word": (lambda: "killed" * 170_000, 0),
    "one word before": (lambda: "a" * 1_000_000 + " " + KILLED, 1),
    "one word behind": (lambda: KILLED[:-1] + " " + "a" * 1_000_000, 1),
    "one word with apostrophes": (lambda: KILLED + " " + "a'" * 500_000, 1),
    "one address": (lambda: "12 killed http://example.org/" + "a/" * 500_000, 0),
    "brackets": (lambda: "(" * 100_000 + KILLED + ")" * 100_000, 1),
    "square brackets": (lambda: "12 people [12 killed " * 100, 30),
    "open asides": (lambda: "killed " + " [" * 200_000, 0),
    "open brackets before a name": (lambda: "( " * 200_000 + "(UN) killed 12", 0),
    "quotations in quotations": (lambda: "“ ‘" * 50_000 + KILLED + "’ ”" * 50_000, 1),
    "quotations that never end": (lambda: "“12 people were killed, he said. " * 300, 300),
    "quotation marks": (lambda: '"' * 300_000 + KILLED, 1),
    "100,000 line breaks": (lambda: "\n" * 100_000 + KILLED + "\n" * 100_000, 1),
    "a word a line": (lambda: "killed\n" * 3_000, 0),
    "blank lines of blanks": (lambda: "12 killed\n \t" * 200 + "\n \t" * 100_000, 100),
    "blanks": (lambda: "12" + " " * 500_000 + "people were" + " " * 500_000 + "killed", 0),
    "full stops": (lambda: KILLED + "." * 1_000_000 + "x", 1),
    "marks": (lambda: KILLED + "?!…" * 300_000 + "x", 1),
    "marks and quotation marks": (lambda: KILLED + '"' * 1_000_000 + "x", 1),
    "hyphens": (lambda: KILLED + "-" * 1_000_000, 0),
    "datelines": (lambda: "\n\n".join(["MOSTAR" + " -- [x] " * 20] * 3_000), 0),
    "a list without an end": (lambda: "12 killed" + ", 5 wounded" * 150, 100),
    "conjunctions": (lambda: "killed " + "men and " * 20_000, 0),
    "abbreviations": (lambda: "Mr. A. B. killed 12 U.S. men. " * 300, 200),
    "short forms": (lambda: "Union of Nurses (UN) said 12 died. " * 300, 300),
    "as many speakers as claims": (
        lambda: "".join(f"Mr Name{n} said that {n + 2} people were killed. " for n in range(300)),
        300,
    ),
    "speakers that point back": (lambda: "It added that 12 people were killed. " * 300, 300),
    "dated harm in one paragraph": (
        lambda: "Three men were killed in Basra on 4 May 1993, the mayor said. " * 700,
        700,
    ),
    "short paragraphs": (lambda: "12 people died there.\n\n" * 500, 500),
    "totals that go on": (lambda: "12 people died. They were 3 men and 9 women. " * 200, 600),
    "capitals": (lambda: "TWELVE PEOPLE WERE KILLED IN SARAJEVO ON MONDAY. " * 300, 300),
    "clauses in clauses": (
        lambda: "12 people " + "who said that men who " * 20_000 + "were killed",
        0,
    ),
}


def _check(text: str, claims: list[Claim]) -> None:
    assert [c.start for c in claims] == sorted(c.start for c in claims)
    assert len({c.id for c in claims}) == len(claims)
    for claim in claims:
        assert text[claim.start : claim.end] == claim.quote
        for span in (claim.where, claim.actor):
            assert span is None or text[span.start : span.end] == span.name
        said = claim.speaker
        assert said is None or " ".join(text[said.start : said.end].split()) == said.name


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text(name: str) -> None:
    make, least = TEXTS[name]
    text = make()
    last = 0
    for sentence in split_sentences(Text(id="t", page_id="p", document="d", text=text)):
        assert last <= sentence.start < sentence.end <= sentence.start + MAX_LENGTH
        last = sentence.end
    claims = extract(text, published_at="1994-02-06")
    _check(text, claims)
    assert len(claims) >= least


@pytest.mark.parametrize(
    "text",
    [
        "LONDON, 4 JUN 40 (HOME SERVICE) -- [SPEECH] [ ] [TEXT] FIVE MEN WERE KILLED AT DERRY.",
        "LONDON, 4 JUN 40 (   ) -- [ ] [ ] FIVE MEN WERE KILLED AT DERRY.",
        "LONDON -- [STATEMENT BY ] [TEXT] FIVE MEN WERE KILLED.",
        "Five men were killed,      said.",
        "Five men were killed —    (@x) May 5, 2015",
    ],
)
def test_where_a_source_should_stand_and_nothing_does_there_is_none(text: str) -> None:
    (claim,) = extract(text)
    assert claim.low == 5
    assert claim.speaker is None
