"""MHTML, feed entries and PDF; and that nothing ever ends the stream."""

from __future__ import annotations

import io
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_plain import assert_law

from harmledger.errors import InputRefused
from harmledger.records import Capture, Given, Page, Refusal, Text, sha256_hex
from harmledger.texts import make_text, make_texts
from harmledger.texts.make import LONGEST
from harmledger.texts.pdf import reflow

BODY = (
    "Ten people were killed at the bridge of Varvarin on 30 May 1999, the mayor said, and thirty "
    "were wounded. It was a market day and many had come from the villages around."
)


def capture(content: bytes, media_type: str, **given: str) -> Capture:
    page = Page(
        id=sha256_hex(content),
        media_type=media_type,
        document="a",
        collected_from="in/a",
        size=len(content),
        given=Given(**given),
    )
    return Capture(page=page, content=content)


def make(content: bytes, media_type: str, **given: str) -> Text:
    text = make_text(capture(content, media_type, **given))
    assert_law(text)
    return text


def pdf(
    pages: list[str], *, title: str = "", password: str = "", header: str = "", width: float = 0
) -> bytes:
    """A PDF by fpdf2; its moment of creation is fixed."""
    from datetime import UTC, datetime

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from fpdf import FPDF

    document = FPDF()
    document.set_creation_date(datetime(2001, 2, 3, tzinfo=UTC))
    if title:
        document.set_title(title)
    if password:
        document.set_encryption(owner_password="owner", user_password=password)
    document.set_font("Helvetica", size=11)
    for number, words in enumerate(pages, start=1):
        document.add_page()
        if header:
            document.cell(0, 8, header, new_x="LMARGIN", new_y="NEXT")
        document.multi_cell(width, 6, words)
        if header:
            document.set_y(-25)
            document.cell(0, 8, f"Page {number}")
    out = io.BytesIO()
    document.output(out)
    return out.getvalue()


def test_pdf_lines_are_put_together_to_paragraphs() -> None:
    text = make(pdf([f"Bridge struck at Varvarin\n\n{BODY}\n\n{BODY} Again."]), "application/pdf")
    blocks = [text.text[b.start : b.end] for b in text.blocks]
    assert blocks == ["Bridge struck at Varvarin", BODY, f"{BODY} Again."]
    assert text.title == "Bridge struck at Varvarin"
    assert (text.published_at, text.published_from) == ("2001-02-03", "pdf")


def test_pdf_headers_footers_and_page_numbers_are_dropped() -> None:
    pages = [f"Part {n}. {BODY} So ends part {n}." for n in ("one", "two", "three", "four")]
    text = make(pdf(pages, header="Morava Report 12"), "application/pdf")
    dropped = [text.text[b.start : b.end] for b in text.blocks if not b.kept]
    assert dropped.count("Morava Report 12") == 4
    assert "Page 3" in dropped
    kept = [text.text[b.start : b.end] for b in text.blocks if b.kept]
    assert kept == pages


def test_pdf_title_of_the_document_is_used_unless_a_program_wrote_it() -> None:
    content = pdf([BODY], title="Bridge struck at Varvarin")
    assert make(content, "application/pdf").title == "Bridge struck at Varvarin"
    assert make(pdf([BODY], title="Microsoft Word - x.doc"), "application/pdf").title is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (pdf([BODY], password="secret"), "encrypted"),
        (pdf(["", ""]), "no-text-layer"),
        (b"%PDF-1.7\nnothing of the kind", "damaged"),
        (pdf([BODY])[:400], "damaged"),
    ],
)
def test_pdf_without_words_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(InputRefused) as caught:
        make(content, "application/pdf")
    assert caught.value.code == code
    assert caught.value.hint


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "The bridge was struck on a market day and ten peo-\nple were killed.",
            ["The bridge was struck on a market day and ten people were killed."],
        ),
        (
            "The bridge was struck on a market day and ten peo\ufffe\nple were killed.",
            ["The bridge was struck on a market day and ten people were killed."],
        ),
        (
            "A cease-fire was near. The general said that the cease-\nfire would hold.",
            ["A cease-fire was near. The general said that the cease-fire would hold."],
        ),
        ("Town  Killed\n\nNis  14", ["Town Killed", "Nis 14"]),
    ],
)
def test_reflow(lines: str, expected: list[str]) -> None:
    assert reflow(lines) == expected


def mhtml(encoding: str, body: bytes, kind: str = "text/html; charset=windows-1252") -> bytes:
    return (
        b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n'
        b"\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n"
        b"--b\r\nContent-Type: " + kind.encode() + b"\r\nContent-Transfer-Encoding: "
        b"" + encoding.encode() + b"\r\n\r\n" + body + b"\r\n--b--\r\n"
    )


def test_mhtml_gives_the_page_in_it() -> None:
    import base64
    import quopri

    source = f"<html><body><h1>Bridge struck</h1><p>“{BODY}”</p></body></html>".encode("cp1252")
    for encoding, body in (
        ("8bit", source),
        ("quoted-printable", quopri.encodestring(source)),
        ("base64", base64.encodebytes(source)),
    ):
        assert f"“{BODY}”" in make(mhtml(encoding, body), "multipart/related").text


@pytest.mark.parametrize(
    "content", [mhtml("8bit", b"words", "text/plain"), b"", b"MIME-Version: 1.0\r\n\r\n", b"\xff"]
)
def test_mhtml_without_a_page_is_refused(content: bytes) -> None:
    with pytest.raises(InputRefused):
        make(content, "multipart/related")


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (b"--B\r\nContent-Type: image/png\r\n\r\nx\r\n" * 10_001, "too-large"),
        (
            b"--B\r\n"
            + b"".join(
                b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n)
                for n in range(2000)
            ),
            "nested",
        ),
    ],
)
def test_mhtml_made_to_be_slow_or_deep_is_refused(parts: bytes, code: str) -> None:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n'
    with pytest.raises(InputRefused) as refused:
        make(head + parts + b"\r\n--B--\r\n", "multipart/related")
    assert refused.value.code == code


def test_a_text_too_long_for_memory_is_refused() -> None:
    sentence = b"Ten people were killed at the bridge. "
    (found,) = make_texts([capture(sentence * (LONGEST // len(sentence) + 1), "text/plain")])
    assert isinstance(found, Refusal)
    assert (found.code, found.message[-22:]) == ("too-large", "the limit is 2,000,000")
    (found,) = make_texts([capture(sentence * 2000, "text/plain")])
    assert isinstance(found, Text)


def test_a_feed_entry_gives_its_longest_text() -> None:
    entry = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>Morava Wire</title><item><title>Bridge &amp;amp; market</title>
      <description>Ten people were killed.</description>
      <content:encoded><![CDATA[<p>{BODY}</p><p>Read more: <a href="x">Nis</a></p>]]>
      </content:encoded></item></channel></rss>"""
    text = make(
        entry.encode(),
        "application/rss+xml",
        title="Bridge & market",
        publisher="Morava Wire",
        published_at="Sun, 30 May 1999 15:00:00 GMT",
    )
    assert text.text == f"Bridge & market\n\n{BODY}\n\nRead more: Nis"
    assert [block.kept for block in text.blocks] == [True, True, False]
    assert (text.published_at, text.published_from) == ("1999-05-30T15:00:00+00:00", "feed")
    assert text.publisher == "Morava Wire"


def test_an_atom_entry_may_hold_elements() -> None:
    entry = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Bridge</title>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p><p>Two &lt; ten.
      </p></div></content></entry></feed>"""
    text = make(entry.encode(), "application/atom+xml")
    assert text.text == f"Bridge\n\n{BODY}\n\nTwo < ten."


def test_the_stream_goes_on_after_a_refusal() -> None:
    items = [
        capture(b"", "text/plain"),
        capture(BODY.encode(), "text/plain"),
        capture(b"%PDF", "application/pdf"),
        capture(b"x", "image/png"),
        capture(b"[1]", "application/json"),
        capture(BODY.encode() + b"!", "text/plain"),
    ]
    made = list(make_texts(items))
    assert [type(item) for item in made] == [Refusal, Text, Refusal, Refusal, Refusal, Text]
    assert all(item.source == "in/a" for item in made if isinstance(item, Refusal))


def test_an_unexpected_fault_becomes_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: Capture) -> Text:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr("harmledger.texts.make.make_text", failing)
    [refusal] = make_texts([capture(b"x", "text/plain")])
    assert isinstance(refusal, Refusal)
    assert refusal.code == "unreadable"
    assert "\n" not in refusal.message


MEDIA_TYPES = [
    "text/plain",
    "text/markdown",
    "text/html",
    "multipart/related",
    "application/rss+xml",
    "application/atom+xml",
    "application/pdf",
    "application/json",
]


@given(st.binary(max_size=400), st.sampled_from(MEDIA_TYPES))
@settings(max_examples=150, deadline=None)
def test_no_bytes_end_the_stream(content: bytes, media_type: str) -> None:
    [item] = make_texts([capture(content, media_type)])
    assert isinstance(item, Text | Refusal)
    if isinstance(item, Text):
        assert_law(item)
    else:
        assert item.code != "unreadable"
