"""Input that is no report: nothing breaks, and nothing makes a great family of unlike texts."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from reports import AIRSHIP, FERRY, INDEPENDENT
from test_families import BODY, edited, story

from builders import text
from harmledger.families import find_families
from harmledger.records import Capture, Page, Text, sha256_hex
from harmledger.texts import make_texts

NOTICE = (
    "<div class='cookie'><p>We use cookies to give you the best experience on our site. By going "
    "on you accept our use of cookies and our privacy policy.</p></div>"
)
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
FOOT = "<footer><p>Copyright. All rights reserved. Terms of use. Privacy policy.</p></footer>"
SIGN_UP = "<p>Sign up to our newsletter and never miss a story from the desk of our newsroom.</p>"


def page(number: int, body: str) -> Text:
    source = (
        f"<html><head><title>Page {number}</title></head><body>{MENU}{body}{FOOT}</body></html>"
    )
    content = source.encode()
    made = Page(
        id=sha256_hex(content),
        media_type="text/html",
        document=f"{number:03}.html",
        collected_from="in",
        size=len(content),
    )
    (found,) = make_texts([Capture(page=made, content=content)])
    assert isinstance(found, Text)
    return found


def paragraphs(body: str) -> str:
    return "".join(f"<p>{one}</p>" for one in body.split("\n\n"))


def empty() -> list[Text]:
    bodies = ["", " ", "\n\n", "\u200b", "...", "— — —"]
    return [text(body, f"{at}") for at, body in enumerate(bodies * 20)]


def ten_words() -> list[Text]:
    return [text(story(at, 10), f"{at}") for at in range(300)]


def ten_words_one_apart() -> list[Text]:
    words = story(1, 10).split()
    return [text(" ".join([*words[:9], f"last{at}"]), f"{at}") for at in range(300)]


def headlines_alone() -> list[Text]:
    return [page(at, f"<h1>Bulletin {at} of the day</h1>") for at in range(30)]


def boilerplate_alone() -> list[Text]:
    return [page(at, f"{NOTICE}{SIGN_UP}<p>Item {at}.</p>") for at in range(30)]


def the_same_boilerplate_alone() -> list[Text]:
    return [page(at, NOTICE + SIGN_UP) for at in range(30)]


def boilerplate_around_stories() -> list[Text]:
    bodies = [FERRY, AIRSHIP, INDEPENDENT]
    return [page(at, NOTICE + paragraphs(body) + SIGN_UP) for at, body in enumerate(bodies)]


def many_times() -> list[Text]:
    return [text(BODY, f"{at}") for at in range(10_000)] + [text(story(8), "another")]


def many_times_edited() -> list[Text]:
    copies = [text(edited(BODY, 0.02, seed=at), f"{at}") for at in range(300)]
    return [*copies, *(text(story(500 + at), f"x{at}") for at in range(50))]


def other_scripts() -> list[Text]:
    letters = {
        "arabic": (0x0627, 0x064A),
        "hebrew": (0x05D0, 0x05EA),
        "devanagari": (0x0905, 0x0939),
        "han": (0x4E00, 0x7000),
        "hangul": (0xAC00, 0xC000),
        "thai": (0x0E01, 0x0E2E),
        "ethiopic": (0x1200, 0x1240),
        "georgian": (0x10D0, 0x10F0),
    }
    chance = random.Random(3)
    made = []
    for name, (low, high) in letters.items():
        for at in range(6):
            words = (
                "".join(chr(chance.randrange(low, high)) for _ in range(chance.randrange(3, 7)))
                for _ in range(120)
            )
            made.append(text(" ".join(words), f"{name}{at}"))
    return made


@pytest.mark.parametrize(
    ("made", "largest"),
    [
        (empty, 1),
        (ten_words, 1),
        (ten_words_one_apart, 1),
        (headlines_alone, 1),
        (boilerplate_alone, 1),
        (the_same_boilerplate_alone, 1),
        (boilerplate_around_stories, 1),
        (many_times, 10_000),
        (many_times_edited, 300),
        (other_scripts, 1),
    ],
)
def test_the_largest_family(made: Callable[[], list[Text]], largest: int) -> None:
    texts = made()
    families = list(find_families(texts))
    assert sum(len(family.members) for family in families) == len(texts)
    assert max(len(family.members) for family in families) == largest
