"""Each format, by the files people have: what is read, what it is called, where it came from."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from pathlib import Path

import pytest
from archives import PARAGRAPHS, packed, page, wacz, warc

from harmledger.pages import InputOptions, read
from harmledger.records import Capture, Refusal

ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Morava Wire</title>
<entry><title>Bridge struck</title><id>urn:1</id><updated>1999-05-30T15:00:00Z</updated>
<link rel="enclosure" href="https://wire.example/picture.jpg"/>
<link href="https://wire.example/bridge"/>
<content type="html">&lt;p&gt;Ten people were killed.&lt;/p&gt;</content></entry>
<entry><title>Memorial opened</title><id>urn:2</id><summary>A stone.</summary></entry></feed>"""
RSS = b"""<rss version="2.0"><channel><title>Morava Wire</title><language>en-GB</language>
<item><title>Bridge struck</title><link>https://wire.example/bridge</link>
<pubDate>Sun, 30 May 1999 15:00:00 GMT</pubDate><description>Ten people were killed.</description>
</item></channel></rss>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Morava Wire</title></channel>
<item><title>Bridge struck</title><link>https://wire.example/bridge</link>
<dc:date>1999-05-30</dc:date><dc:creator>A. Writer</dc:creator></item></rdf:RDF>"""
MHTML = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://wire.example/bridge\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><p>Ten.</p></html>\r\n--b--\r\n"
)


def captures(*paths: Path, options: InputOptions | None = None) -> list[Capture]:
    found = list(read(paths, options or InputOptions()))
    assert not [item for item in found if isinstance(item, Refusal)], found
    return [item for item in found if isinstance(item, Capture)]


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.html", page(), "text/html"),
        ("a.php", page(), "text/html"),
        ("a", page(), "text/html"),
        ("a.txt", page(), "text/html"),
        ("a.htm", b"<p>Ten people were killed.", "text/html"),
        ("utf16.html", b"\xff\xfe" + page().decode().encode("utf-16-le"), "text/html"),
        ("old.html", b"<?xml version='1.0'?><!-- saved -->\n<html><p>Ten.</p></html>", "text/html"),
        ("a.txt", b"Ten people were killed.", "text/plain"),
        ("a.txt", "Zehn Menschen wurden getötet.".encode("cp1252"), "text/plain"),
        ("a.txt", b"MZ was the ship's sign. BM too.", "text/plain"),
        ("a.md", b"# Bridge\n\nTen people were killed.", "text/markdown"),
        ("a.md", b"<p align=center>Bridge</p>\n\nTen were killed.", "text/markdown"),
        ("a.1999", b"Ten people were killed.", "text/plain"),
        ("a.pdf", b"%PDF-1.4 ...", "application/pdf"),
        ("a.txt", b"\n%PDF-1.4 ...", "application/pdf"),
        ("a.mhtml", MHTML, "multipart/related"),
        ("saved.mht", MHTML, "multipart/related"),
    ],
)
def test_single_reports_are_known_by_content_then_by_name(
    tmp_path: Path, name: str, content: bytes, media_type: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    [item] = captures(path)
    assert item.page.media_type == media_type
    assert item.content == content
    assert item.page.id == hashlib.sha256(content).hexdigest()
    assert item.page.document == name
    assert item.page.collected_from == path.as_posix()
    assert item.page.container is None


def test_mhtml_keeps_the_address_it_was_saved_from(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(MHTML)
    [item] = captures(tmp_path / "a.mhtml")
    assert item.page.url == "https://wire.example/bridge"


def test_a_packed_page_is_the_bytes_inside_and_its_container_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.html.gz"
    path.write_bytes(packed(page()))
    [item] = captures(path)
    assert item.content == page()
    assert item.page.document == "a.html.gz"
    assert item.page.container == hashlib.sha256(packed(page())).hexdigest()


def test_documents_in_a_folder_are_named_by_their_path_below_it(tmp_path: Path) -> None:
    for name in ("b/late.txt", "a/x.txt", "b/Early.txt", "top.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Report {name}.")
    found = captures(tmp_path)
    assert [item.page.document for item in found] == [
        "a/x.txt",
        "b/Early.txt",
        "b/late.txt",
        "top.txt",
    ]
    assert found[0].page.collected_from == f"{tmp_path.as_posix()}/a/x.txt"


def test_relative_paths_are_looked_up_below_root_and_named_as_given(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Ten people were killed.")
    [item] = [item for item in read(["in"], root=tmp_path) if isinstance(item, Capture)]
    assert (item.page.document, item.page.collected_from) == ("a.txt", "in/a.txt")


def test_json_lines_give_a_page_a_row_with_the_row_verbatim(tmp_path: Path) -> None:
    rows = [
        b'{"id": "v1", "text": "Ten people were killed.", "date": "1999-05-30",  "title": "At"}',
        b'{"text": "Drei\\u00a0Menschen", "url": "https://wire.example/3", "n": 1}',
        b'{"id": 7, "text": "Seven.", "date": 928000000}',
    ]
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\n".join(rows) + b"\r\n\n")
    found = captures(path)
    assert [item.content for item in found] == rows
    assert [item.page.document for item in found] == ["v1", "rows.jsonl:2", "7"]
    assert [item.page.collected_from for item in found][1] == f"{path.as_posix()}#2"
    assert found[0].page.media_type == "application/json"
    assert (found[0].page.given.title, found[0].page.given.published_at) == ("At", "1999-05-30")
    assert found[0].page.given.text_field == "text"
    assert found[1].page.url == "https://wire.example/3"
    assert found[2].page.given.published_at == "928000000"
    assert {item.page.container for item in found} == {
        hashlib.sha256(path.read_bytes()).hexdigest()
    }


@pytest.mark.parametrize(
    ("row", "given"),
    [
        ({"published": "1999-05-30"}, "1999-05-30"),
        ({"pubDate": "Sun, 30 May 1999 12:00:00 GMT"}, "Sun, 30 May 1999 12:00:00 GMT"),
        ({"datePublished": "1999-05-30", "modified": "2001-01-01"}, "1999-05-30"),
        ({"date": "1999-05-30", "published": "2001-01-01"}, "1999-05-30"),
        ({"date": " ", "published": "2001-01-01"}, "2001-01-01"),
        ({"modified": "2001-01-01"}, None),
    ],
)
def test_rows_give_their_date_under_the_usual_names(
    tmp_path: Path, row: dict[str, str], given: str | None
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": "Ten people were killed."} | row))
    [item] = captures(path)
    assert item.page.given.published_at == given
    [item] = captures(path, options=InputOptions(published_field="day"))
    assert item.page.given.published_at is None


def test_json_lines_use_the_fields_that_are_named(tmp_path: Path) -> None:
    row = {"uri": "https://a.example", "nr": "x", "body": "Ten.", "head": "H", "day": "1999"}
    path = tmp_path / "rows.txt"
    path.write_text(json.dumps(row))
    options = InputOptions(
        input_format="jsonl",
        text_field="body",
        id_field="nr",
        published_field="day",
        title_field="head",
        url_field="uri",
    )
    [item] = captures(path, options=options)
    given = item.page.given
    assert (item.page.document, item.page.url) == ("x", "https://a.example")
    assert (given.title, given.published_at, given.text_field) == ("H", "1999", "body")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'[{"text": "One."},\n {"text":"Two."}]', [b'{"text": "One."}', b'{"text":"Two."}']),
        (b'{"text": "One."}', [b'{"text": "One."}']),
        (b'{"text": "One."}\n{"text": "Two."}\n', [b'{"text": "One."}', b'{"text": "Two."}']),
        (b'{\n "text": "One."\n}\n', [b'{\n "text": "One."\n}']),
        (b'\xef\xbb\xbf[{"text": "One."}]', [b'{"text": "One."}']),
    ],
)
def test_json_files_may_be_a_row_a_list_or_lines(
    tmp_path: Path, content: bytes, expected: list[bytes]
) -> None:
    (tmp_path / "rows.json").write_bytes(content)
    assert [item.content for item in captures(tmp_path / "rows.json")] == expected


@pytest.mark.parametrize("is_packed", [False, True])
def test_warc_gives_the_decoded_payload(tmp_path: Path, is_packed: bool) -> None:
    records = [("https://wire.example/a", page("A")), ("https://wire.example/b", page("B"))]
    path = tmp_path / ("crawl.warc.gz" if is_packed else "crawl.warc")
    path.write_bytes(b"".join(warc(records, packed=is_packed)))
    found = captures(path)
    assert [item.content for item in found] == [page("A"), page("B")]
    assert found[0].page.document == found[0].page.url == "https://wire.example/a"
    assert found[0].page.fetched_at == "1999-06-01T08:00:00Z"
    assert found[0].page.charset == "utf-8"
    assert found[0].page.collected_from == f"{path.as_posix()}#https://wire.example/a"


def test_a_warc_packed_as_one_gzip_member_is_read_too(tmp_path: Path) -> None:
    records = warc([("https://wire.example/a", page("A")), ("https://wire.example/b", page("B"))])
    (tmp_path / "c.warc.gz").write_bytes(packed(b"".join(records)))
    assert [item.content for item in captures(tmp_path / "c.warc.gz")] == [page("A"), page("B")]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ((("Content-Encoding", "gzip"),), gzip.compress(page())),
        ((("Content-Encoding", "deflate"),), zlib.compress(page())),
        (
            (("Transfer-Encoding", "chunked"),),
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(page()), page()),
        ),
        (
            (("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")),
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(page())), gzip.compress(page())),
        ),
        ((("Content-Encoding", "identity"),), page()),
    ],
)
def test_warc_undoes_transfer_and_content_encodings(
    tmp_path: Path, headers: tuple[tuple[str, str], ...], body: bytes
) -> None:
    path = tmp_path / "c.warc"
    path.write_bytes(b"".join(warc([("https://wire.example/a", body)], headers=headers)))
    [item] = captures(path)
    assert item.content == page()


@pytest.mark.parametrize(
    ("media_type", "status", "body", "why"),
    [
        ("image/png", "200 OK", b"\x89PNG\r\n\x1a\n" + bytes(40), "image"),
        ("text/html", "404 Not Found", page(), "with status 404"),
        ("text/html", "301 Moved", b"", "with status 301"),
        ("text/css", "200 OK", b"p { color: red }", "css"),
        ("application/json", "200 OK", b'{"a": 1}', "application"),
    ],
)
def test_what_is_no_report_in_a_warc_is_counted_in_one_line(
    tmp_path: Path, media_type: str, status: str, body: bytes, why: str
) -> None:
    path = tmp_path / "c.warc"
    other = warc([("https://wire.example/x", body)] * 2, media_type=media_type, status=status)
    path.write_bytes(b"".join([*other, *warc([("https://wire.example/a", page())])]))
    first, second = read([path])
    assert isinstance(first, Capture)
    assert isinstance(second, Refusal)
    assert second.severity == "skipped"
    assert f"2 {why}" in second.message


def test_wacz_reads_every_warc_under_archive(tmp_path: Path) -> None:
    one = b"".join(warc([("https://wire.example/a", page("A"))], packed=True))
    two = b"".join(warc([("https://wire.example/b", page("B"))]))
    path = tmp_path / "c.wacz"
    path.write_bytes(
        wacz(
            {
                "datapackage.json": b"{}",
                "archive/2.warc": two,
                "archive/1.warc.gz": one,
                "pages/pages.jsonl": b'{"url": "https://wire.example/a", "text": "no"}',
            }
        )
    )
    found = captures(path)
    assert [item.content for item in found] == [page("A"), page("B")]
    assert found[0].page.container == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found[0].page.collected_from == (
        f"{path.as_posix()}#archive/1.warc.gz#https://wire.example/a"
    )


@pytest.mark.parametrize(
    ("content", "media_type", "document", "given"),
    [
        (
            ATOM,
            "application/atom+xml",
            "https://wire.example/bridge",
            ("Bridge struck", "Morava Wire", None, "1999-05-30T15:00:00Z"),
        ),
        (
            RSS,
            "application/rss+xml",
            "https://wire.example/bridge",
            ("Bridge struck", "Morava Wire", None, "Sun, 30 May 1999 15:00:00 GMT"),
        ),
        (
            RDF,
            "application/rss+xml",
            "https://wire.example/bridge",
            ("Bridge struck", "Morava Wire", "A. Writer", "1999-05-30"),
        ),
    ],
)
def test_feeds_give_a_page_an_entry_that_stands_for_itself(
    tmp_path: Path,
    content: bytes,
    media_type: str,
    document: str,
    given: tuple[str | None, ...],
) -> None:
    (tmp_path / "feed.xml").write_bytes(content)
    first = captures(tmp_path / "feed.xml")[0]
    said = first.page.given
    assert (said.title, said.publisher, said.byline, said.published_at) == given
    assert (first.page.media_type, first.page.document, first.page.url) == (
        media_type,
        document,
        document,
    )
    # read again alone, the entry is the same page: same bytes, same id
    (tmp_path / "one.xml").write_bytes(first.content)
    assert captures(tmp_path / "one.xml")[0].page.id == first.page.id


def test_a_feed_entry_without_an_address_is_named_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "feed.atom").write_bytes(ATOM)
    second = captures(tmp_path / "feed.atom")[1]
    assert (second.page.document, second.page.url) == ("urn:2", None)


def test_reading_is_lazy(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Report {number}.")
    stream = read([tmp_path])
    first = next(stream)
    (tmp_path / "1.txt").write_text("Changed while reading.")
    second = next(stream)
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert second.content == b"Changed while reading."


def test_the_same_input_gives_the_same_pages_again(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(ATOM)
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "c.warc").write_bytes(b"".join(warc([("https://wire.example/x", page("C"))])))
    assert list(read([tmp_path])) == list(read([tmp_path]))
    assert PARAGRAPHS[0].encode() in captures(tmp_path / "a.html")[0].content
