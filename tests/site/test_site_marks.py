"""The marked text: nothing lost, every claim found once, its mark is its quote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from markupsafe import Markup

from harmledger.records import Block, Text
from harmledger.site import marks, masked, read_back
from harmledger.site.mark_writer import Span
from harmledger.site.marks import body_html, clipped
from harmledger.site.show import show, show_range


def parse(html: str) -> HtmlElement:
    page = f'<!DOCTYPE html><meta charset="utf-8"><div id="text">{html}</div>'
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    return document_fromstring(page.encode("utf-8"), parser=parser).get_element_by_id("text")


def text_of(body: str, blocks: tuple[Block, ...] = ()) -> Text:
    return Text(id="t", page_id="p", document="d", text=body, blocks=blocks)


def pieces(container: HtmlElement, claim: str) -> str:
    marks = [m for m in container.iter("mark") if claim in m.get("data-c", "").split()]
    return "".join(read_back(mark) for mark in marks)


# All of Unicode, lone surrogates too, and often what HTML treats in its own way.
awkward = st.sampled_from(
    [
        *("\r\n", "\r", "\n", "\x00", "\x0c", "\x85", "\x1f", "\u202e", "\u2066", "\ud800"),
        *("&", "&amp;", "&#13;", "<", "</div>", "</mark>", "<script>", "]]>", "<!--", "\ufeff"),
        *("\ufffe", "e\u0301"),
    ]
)
bodies = st.lists(st.one_of(awkward, st.text(max_size=8)), max_size=12).map("".join)
points = st.integers(min_value=0, max_value=60)
spans = st.lists(st.tuples(points, points), max_size=9).map(
    lambda pairs: [
        Span(id=f"{n:x}", start=min(pair), end=max(pair)) for n, pair in enumerate(pairs)
    ]
)
blocks = st.lists(st.tuples(points, points, st.booleans()), max_size=4).map(
    lambda rows: tuple(
        Block(kind="body", start=min(a, b), end=max(a, b), kept=kept, reason=None if kept else "<")
        for a, b, kept in rows
    )
)
hidden_ranges = st.lists(points, max_size=6, unique=True).map(
    lambda cuts: tuple(zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False))
)


@settings(max_examples=200, deadline=None)
@given(bodies, spans, blocks, hidden_ranges)
def test_any_text_with_any_spans_is_read_back_exactly(body, spans, blocks, hidden):
    hidden = tuple((s, min(e, len(body))) for s, e in hidden if s < len(body))
    notes = {span.id: Markup('<sup data-ui="">1</sup>') for span in spans}
    container = parse(body_html(text_of(body, blocks), spans, hidden, notes))
    whole = masked(body, hidden)
    assert read_back(container) == whole
    ids = [e.get("id") for e in container.iterdescendants("*") if e.get("id")]
    assert sorted(ids) == sorted(f"c-{span.id}" for span in spans)
    for span in clipped(spans, len(body)):
        assert pieces(container, span.id) == whole[span.start : span.end]
    # A note is put where a claim ends, once for each.
    assert len(list(container.iter("sup"))) == len(spans)


@settings(max_examples=100, deadline=None)
@given(bodies)
def test_shown_characters_are_read_back_exactly(body):
    assert read_back(parse(show(body))) == body


def test_a_crossing_claim_keeps_one_anchor_and_all_its_text():
    html = body_html(
        text_of("0123456789"), [Span(id="a", start=1, end=6), Span(id="b", start=4, end=9)]
    )
    container = parse(html)
    assert pieces(container, "a") == "12345"
    assert pieces(container, "b") == "45678"
    assert html.count('id="c-b"') == 1
    assert 'class="claim cont" data-c="b"' in html


def test_a_nested_claim_stands_inside_its_whole():
    html = body_html(
        text_of("44, including 33 passengers"),
        [Span(id="whole", start=0, end=16), Span(id="part", start=14, end=16)],
    )
    assert (
        '<mark id="c-whole" class="claim" data-c="whole">44, including '
        '<mark id="c-part" class="claim" data-c="part">33</mark></mark>' in html
    )


@pytest.mark.parametrize("same_span", [True, False])
def test_five_hundred_claims_on_one_spot_do_not_make_a_tree_browsers_flatten(same_span):
    body = "x" * 1200
    spans = [
        Span(id=f"{n:03x}", start=0 if same_span else n, end=1200 - (0 if same_span else n))
        for n in range(500)
    ]
    container = parse(body_html(text_of(body), spans))
    assert read_back(container) == body
    deepest = max(len(list(mark.iterancestors())) for mark in container.iter("mark"))
    assert deepest < 64
    ids = [e.get("id") for e in container.iterdescendants("*") if e.get("id")]
    assert len(ids) == len(set(ids)) == 500
    for span in spans[::25]:
        assert len(pieces(container, span.id)) == span.end - span.start


def test_a_gap_between_blocks_does_not_look_at_every_mark(monkeypatch):
    looks = 0

    class Looked:
        def __init__(self, *, id, start, end):
            self.id, self._start, self.end = id, start, end

        @property
        def start(self):
            nonlocal looks
            looks += 1
            return self._start

    monkeypatch.setattr(marks, "Span", Looked)
    number = 200
    body = "4 dead\n\n" * number
    blocks = tuple(
        Block(kind="body", start=at, end=at + 6, kept=True) for at in range(0, 8 * number, 8)
    )
    spans = [Span(id=f"c{n}", start=8 * n, end=8 * n + 1) for n in range(number)]
    html = body_html(text_of(body, blocks), spans)
    assert looks < 10 * number
    assert html.count('<div class="gap">') == number
    assert html.count("<mark") == number
    assert read_back(parse(html)) == body


def test_a_gap_in_which_a_mark_stands_is_drawn() -> None:
    body = "4 dead\n\n5 hurt\n\n6 dead"
    blocks = tuple(Block(kind="body", start=at, end=at + 6, kept=True) for at in (0, 8, 16))
    long, inside = Span(id="long", start=2, end=10), Span(id="in", start=15, end=16)
    for spans, gaps in (([], 2), ([long], 1), ([inside], 1), ([long, inside], 0)):
        assert body_html(text_of(body, blocks), spans).count('class="gap"') == gaps


def test_a_dropped_block_says_why_and_the_reason_is_no_part_of_the_text():
    body = "Nine died.\n\nSee also: x"
    blocks = (
        Block(kind="body", start=0, end=10),
        Block(kind="see_also", start=12, end=23, kept=False, reason="links <b>"),
    )
    html = body_html(text_of(body, blocks), [])
    assert read_back(parse(html)) == body
    assert "left out (see also): links &lt;b&gt;" in html
    assert 'class="block dropped k-see_also"' in html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;"),
        ("a\r\nb", "a&#13;\nb"),
        ("\u202e03", '<span class="char" data-char="202E">[U+202E]</span>03'),
        ("\x00", '<span class="char" data-char="0000">[U+0000]</span>'),
        ("\x0c", '<span class="char" data-char="000C">[page break]</span>'),
        ("\u200fقتل", "\u200fقتل"),
    ],
)
def test_awkward_characters_are_shown_inert(written, shown):
    assert str(show(written)).replace("&quot;", "&#34;").replace("&#x27;", "&#39;") == shown


def test_a_withheld_stretch_shows_only_its_length():
    html = show_range("killed Ana Bell there", 0, 21, [(7, 15)])
    assert html == ('killed <span class="withheld" data-length="8">[name withheld]</span> there')
    assert read_back(parse(html)) == "killed ████████ there"


@pytest.mark.parametrize(
    ("body", "flows"),
    [
        ("\n".join(["The council met in the old town hall on a cold day in March"] * 4), True),
        ("\n".join(["The council met in the old town hall on a cold day in March"] * 2), False),
        ("A rose\nis a rose\nis a rose\nis a rose", False),
        ("The council met in the old town hall. " * 12, False),
    ],
)
def test_lines_of_one_width_run_on_and_are_read_back_as_they_were(body: str, flows: bool) -> None:
    text = text_of(body)
    made = body_html(text, [])
    assert (' flow"' in made) == flows
    assert read_back(parse(made)) == body
