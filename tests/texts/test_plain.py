"""Plain text: verbatim, its paragraphs, its head lines and its junk."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from harmledger.records import Block, Capture, Given, Page, Text, sha256_hex
from harmledger.texts import CLEANER, make_text
from harmledger.texts.blocks import byline_of, mark
from harmledger.texts.junk import junk_of
from harmledger.texts.paragraphs import paragraphs
from harmledger.texts.plain import from_markdown
from harmledger.texts.titles import headline_of

BODY = (
    "Ten people were killed at the bridge of Varvarin on 30 May 1999, the mayor said, and thirty "
    "were wounded. It was a market day and many had come from the villages around."
)


def make(text: str, media_type: str = "text/plain", **given: str) -> Text:
    content = text.encode()
    page = Page(
        id=sha256_hex(content),
        media_type=media_type,
        document="a.txt",
        collected_from="in/a.txt",
        size=len(content),
        given=Given(**given),
    )
    return make_text(Capture(page=page, content=content))


def kinds(text: Text) -> list[tuple[str, bool, str]]:
    return [(b.kind, b.kept, text.text[b.start : b.end].split("\n")[0][:30]) for b in text.blocks]


def block_with(text: Text, words: str) -> Block:
    at = text.text.index(words)
    [found] = [block for block in text.blocks if block.start <= at < block.end]
    return found


def assert_law(text: Text) -> None:
    """Blocks are in order, do not overlap, and cover every character that is not space."""
    at = 0
    for block in text.blocks:
        assert at <= block.start < block.end <= len(text.text)
        assert not text.text[at : block.start].strip()
        assert block.kept == (block.reason is None)
        at = block.end
    assert not text.text[at:].strip()


def test_a_plain_text_is_kept_verbatim() -> None:
    written = f"  A headline without a stop\r\n\r\n{BODY}\t \r\n\u00a0\n\nThe end.  \n"
    text = make(written)
    assert text.text == written
    assert_law(text)
    assert text.cleaner == CLEANER
    assert make("\ufeff" + written).text == written


def test_the_id_is_of_the_page_and_the_text() -> None:
    assert make(BODY).id == make(BODY).id
    assert make(BODY).id != make(BODY + " ").id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),
        (f"{BODY}\n{BODY}", [BODY, BODY]),
        (
            "the men were taken from the village to an unknown\nplace by soldiers of the army\n"
            "and two of them died.",
            [
                "the men were taken from the village to an unknown\nplace by soldiers of the army\n"
                "and two of them died."
            ],
        ),
        ("Killed:\n- ten at noon\n- two later", ["Killed:", "- ten at noon", "- two later"]),
        (
            "Ten people were killed when the bridge was struck at noon,\nthe mayor said.\n"
            "   Thirty people were wounded, he said, and the town hall\nwas damaged.",
            [
                "Ten people were killed when the bridge was struck at noon,\nthe mayor said.",
                "Thirty people were wounded, he said, and the town hall\nwas damaged.",
            ],
        ),
        ("", []),
        ("\n \n", []),
        ("x", ["x"]),
    ],
)  # fmt: skip
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected


@pytest.mark.parametrize(
    "filler",
    [
        " " * 200_000,
        "\t\n" * 100_000,
        "." * 200_000,
        "\u3000" * 100_000,
        "A " * 100_000,
        "#" * 200_000,
    ],
)
def test_text_made_to_be_slow_is_not(filler: str) -> None:
    begin = time.process_time()
    for media_type in ("text/plain", "text/markdown"):
        assert_law(make(f"One.{filler}\nTwo.\n{filler}\n\nThree {filler}", media_type))
    assert time.process_time() - begin < 10


def test_a_wrapped_text_of_long_paragraphs_keeps_them_whole() -> None:
    words = (BODY * 4).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) + 1 > 72:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    text = "\n".join([*lines, line])
    assert len(list(paragraphs(text))) == 1
    assert len(list(paragraphs(text + "\n\n" + text))) == 2


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ann Sample", "Ann Sample"),
        ("BY ANN SAMPLE", "ANN SAMPLE"),
        ("By Ann Sample and Ben Cole", "Ann Sample and Ben Cole"),
        ("By ANN SAMPLE, Example Press Writer", "ANN SAMPLE"),
        ("By Ann Sample | The Example Post", "Ann Sample"),
        ("By Ann Sample in Kabul", "Ann Sample"),
        ("Written by Ann de Sample", "Ann de Sample"),
        ("By Jean-Luc O’Sample", "Jean-Luc O’Sample"),
        ("By noon ten people had been killed.", None),
        ("By Monday, 10 had died", None),
        ("By the river ten bodies lay", None),
        ("Ann Sample", None),
        ("By", None),
    ],
)
def test_bylines(line: str, name: str | None) -> None:
    assert byline_of(line) == name


def test_the_head_of_a_scrape_is_read() -> None:
    text = make(f"Bridge struck at Varvarin\n\nBy Ann Sample\n\nMay 31, 1999\n\n{BODY}\n\n{BODY}")
    assert (text.title, text.byline) == ("Bridge struck at Varvarin", "Ann Sample")
    assert (text.published_at, text.published_from) == ("1999-05-31", "text")
    assert [kind for kind, _, _ in kinds(text)] == [
        "headline",
        "byline",
        "dateline",
        "body",
        "body",
    ]
    assert [kept for _, kept, _ in kinds(text)] == [True, False, False, True, True]


@pytest.mark.parametrize(
    "first",
    [
        "Ten people were killed.",
        "VARVARIN, 30 MAY 99 -- Ten were killed",
        "By Ann Sample",
        "30 May 1999",
        "- ten killed",
        "Ten people " * 20,
    ],
)
def test_what_is_no_headline_is_not_taken_for_one(first: str) -> None:
    assert make(f"{first}\n\n{BODY}").title is None


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"VARVARIN, 31 MAY 99 (EXAMPLE WIRE) -- {BODY}", "1999-05-31"),
        (f"PRAGUE (CZECHOSLOVAKIA), 9 JUL 89 -- [TEXT] {BODY}", "1989-07-09"),
        (f"VARVARIN, June 1, 1999 (Example Wire) - {BODY}", "1999-06-01"),
        (f"VARVARIN, June 1 (Example Wire) - {BODY}", None),
        (BODY, None),
    ],
)
def test_datelines(text: str, published: str | None) -> None:
    assert make(text).published_at == published


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Morava Wire, 1 June 1999", "Morava Wire"),
        ("The Daily Lantern | June 1, 1999", "The Daily Lantern"),
        ("Note on the record up to 1 June 1999", None),
        ("Taken on the night of 1 June 1999", None),
        ("Losses since 1 June 1999", None),
    ],
)
def test_words_that_lead_on_to_a_date_are_no_publisher(line: str, publisher: str | None) -> None:
    assert make(f"Bridge hit at Varvarin\n\n{line}\n\n{BODY}").publisher == publisher


def test_what_the_row_says_goes_before_what_the_text_says() -> None:
    text = make(
        f"VARVARIN, 31 MAY 99 -- {BODY}",
        published_at="Tue, 01 Jun 1999 09:00:00 GMT",
        title="Bridge",
        publisher="Morava Wire",
        byline="A. Writer",
        lang="sr-Latn",
    )
    assert (text.published_at, text.published_from) == ("1999-06-01T09:00:00+00:00", "given")
    assert (text.title, text.publisher, text.byline, text.lang) == (
        "Bridge",
        "Morava Wire",
        "A. Writer",
        "sr",
    )


@pytest.mark.parametrize(
    ("block", "position", "kind"),
    [
        ("See also Ten things to know", 0.2, "see_also"),
        ("See also\u00a0 Ten things to know", 0.2, "see_also"),
        ("READ MORE: Ten killed elsewhere", 0.2, "see_also"),
        ("RELATED: Four people shot", 0.2, "see_also"),
        ("Source link", 0.9, "source_link"),
        ("Source link »", 0.9, "source_link"),
        ("Leave a Reply Cancel reply", 0.9, "comment"),
        ("Name and email are required. Your email address will not be published.", 0.9, "comment"),
        ("Ann Sample contributed to this report.", 0.9, "credit"),
        ("(Reporting by Ann Sample; Editing by Ben Cole)", 0.9, "credit"),
        ("Copyright 2015 Example Press. All rights reserved.", 0.9, "credit"),
        ("Photo: Ann Sample/Example Press", 0.5, "credit"),
        ("Share this:", 0.9, "navigation"),
        ("Subscribe to our newsletter and never miss a story", 0.5, "navigation"),
        ("We use cookies to improve your visit.", 0.0, "navigation"),
        ("ADVERTISEMENT", 0.5, "navigation"),
        ("* * *", 0.5, "navigation"),
        ("I’m a freelance journalist and have written on the region for years.", 0.9, "bio"),
        ("About the author", 0.9, "bio"),
    ],
)
def test_junk_is_known(block: str, position: float, kind: str) -> None:
    found = junk_of(block, position)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("block", "position"),
    [
        ("“I’m a citizen.”", 0.9),
        ("I am a survivor, she said. Ten of my family were killed.", 0.9),
        ("Sources at the hospital said that ten people were killed.", 0.5),
        ("Readers more than once asked how many were killed.", 0.5),
        ("Photo: the bridge, where ten people were killed", 0.5),
        ("The company said violent threats had long been against its terms of service.", 0.5),
        ("Ten bodies were found in the town, and the mayor wanted to make a donation.", 0.5),
        ("Comments by the minister drew anger after ten people were killed.", 0.9),
        ("Copyright law was not the matter; ten were killed.", 0.9),
        (
            "Leave a reply was all the general did; he killed nobody, he said, and " + "so " * 30,
            0.9,
        ),
        ("Added to the ten were two who died later.", 0.5),
        ("Leave a Reply", 0.1),
    ],
)
def test_what_only_looks_like_junk_is_kept(block: str, position: float) -> None:
    assert junk_of(block, position) is None


def test_the_readers_comments_below_a_form_are_dropped() -> None:
    text = make(f"{BODY}\n\n{BODY} Again.\n\nLeave a comment\n\nJohn: I heard 500 were killed!")
    assert block_with(text, "500 were killed").kind == "comment"
    assert not block_with(text, "500 were killed").kept
    assert block_with(text, "Again.").kept


def test_a_comment_link_above_the_report_drops_nothing_below_it() -> None:
    text = make(f"Bridge struck at Varvarin\n\nLeave a comment\n\n{BODY}\n\n{BODY}")
    assert [block.kept for block in text.blocks][-2:] == [True, True]


def test_titles_below_a_heading_of_links_are_dropped_until_prose_begins() -> None:
    text = make(f"{BODY}\n\nRelated stories\n\nFive killed in Nis\n\nBridge rebuilt\n\n{BODY} End.")
    assert not block_with(text, "Five killed in Nis").kept
    assert not block_with(text, "Bridge rebuilt").kept
    assert block_with(text, "End.").kept


def test_the_authors_box_is_dropped_but_not_a_person_in_the_report() -> None:
    text = make(
        f"A headline\n\nBy Ann Sample\n\n{BODY}\n\nBen Cole is a reporter who was there. He saw it."
        f"\n\n{BODY} More.\n\nAnn Sample is a journalist who writes about bridges."
    )
    assert block_with(text, "Ben Cole is").kept
    assert block_with(text, "Ann Sample is a journalist").kind == "bio"
    assert text.byline == "Ann Sample"


def test_labels_of_pictures_are_dropped_and_end_the_sentence_before_them() -> None:
    told = "Photo: A. Prat, Staff Image 3 of 33 Six carters died at Yala PHOTO 4/33 Two were hurt."
    text = make(f"{BODY}\n\n{told}\n\nImage 5 of 33\n\nNo image 3 of 9 is known, he said.")
    blocks = [(text.text[b.start : b.end], b.kind, b.reason) for b in text.blocks[1:]]
    label = ("caption", "the label of a picture")
    assert blocks == [
        ("Photo: A. Prat, Staff", "body", None),
        ("Image 3 of 33", *label),
        ("Six carters died at Yala", "body", None),
        ("PHOTO 4/33", *label),
        ("Two were hurt.", "body", None),
        ("Image 5 of 33", *label),
        ("No image 3 of 9 is known, he said.", "body", None),
    ]


def test_json_rows_keep_the_text_of_the_field_verbatim() -> None:
    row = '{"id": "7", "body": "Ten\\u00a0killed.\\r\\n\\r\\nLone \\ud83d half."}'
    text = make(row, "application/json", text_field="body")
    assert text.text == "Ten\u00a0killed.\r\n\r\nLone \ufffd half."
    text.text.encode()
    assert_law(text)


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        (BODY, "en"),
        (BODY.upper(), "en"),
        ("Zehn Menschen wurden an der Brücke getötet, sagte der Bürgermeister der Stadt.", "de"),
        ("Ten killed.", None),
        ("12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90", None),
    ],
)
def test_language(words: str, lang: str | None) -> None:
    assert make(words).lang == lang


PIECES = st.sampled_from(
    ["See also X", "Leave a Reply", "By Ann Sample", BODY, "Related", "- ten", "30 May 1999", "***",
     "# Head", "| a | b |", "[x](y)", "\u2028", "\x0b", "a\x00b", "===", "1)"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=12), st.sampled_from("\n \r"))
@settings(max_examples=80, deadline=None)
def test_blocks_cover_any_text(parts: list[str], glue: str) -> None:
    written = (glue * 2).join(parts)
    assume(re.search(r"\w", written))
    row = make(json.dumps({"text": written}), "application/json", text_field="text")
    assert row.text == written
    assert_law(row)
    made = from_markdown(written)
    assert made.text == written
    assert_law(replace(row, blocks=mark(made.text, made.drafts)))


def test_a_headline_given_apart_stands_behind_the_text() -> None:
    row = json.dumps({"text": BODY, "title": "Market  bridge bombed"})
    text = make(row, "application/json", title="Market  bridge bombed")
    assert text.text == f"{BODY}\n\nMarket bridge bombed"
    assert kinds(text)[-1] == ("headline", True, "Market bridge bombed")
    assert_law(text)


@pytest.mark.parametrize("title", ["ten people were killed at the bridge", " ", "--", None])
def test_a_headline_that_the_text_holds_or_that_is_none_adds_nothing(title: str | None) -> None:
    given = {} if title is None else {"title": title}
    assert make(json.dumps({"text": BODY}), "application/json", **given).text == BODY


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Bridge bombed at noon - Varvarin Herald", "Bridge bombed at noon"),
        ("Ten killed - Herald.com-Town News, Weather & Sports", "Ten killed"),
        ("Ten killed at a bridge - | Channel 24 News", "Ten killed at a bridge"),
        ("Ten killed at a bridge in Varvarin - Health Ministry", None),
        ("Ten killed - the mayor counts again and finds more", None),
    ],
)
def test_the_name_of_a_site_is_no_part_of_a_headline(title: str, headline: str | None) -> None:
    assert headline_of(title) == (headline or title)
