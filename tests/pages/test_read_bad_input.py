"""Bad input: each fault gives one clear Refusal, and everything else is read all the same."""

from __future__ import annotations

import gzip
import json
import os
import socket
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from archives import packed, page, wacz, warc

from harmledger.errors import UsageProblem
from harmledger.pages import InputOptions, read
from harmledger.records import Capture, Refusal

GOOD = b"Ten people were killed at the bridge."


def outcome(
    *paths: str | Path, options: InputOptions | None = None
) -> tuple[list[Capture], list[Refusal]]:
    found = list(read(paths, options or InputOptions()))
    for item in found:
        if isinstance(item, Refusal):
            assert item.message
            assert "\n" not in item.message + item.hint + item.source
    return (
        [item for item in found if isinstance(item, Capture)],
        [item for item in found if isinstance(item, Refusal)],
    )


@pytest.mark.parametrize(
    ("name", "content", "code", "severity"),
    [
        ("bad.txt", b"", "empty", "problem"),
        ("bad.html", b" \r\n\t ", "empty", "problem"),
        ("bad.html.gz", packed(b""), "empty", "problem"),
        ("bad.txt", bytes(range(256)) * 20, "not-a-report", "skipped"),
        ("bad", b"\x00\x01\x02\x03" * 500, "not-a-report", "skipped"),
        ("bad.html.gz", packed(page() * 50)[:-200], "truncated", "problem"),
        ("bad.html.gz", b"\x1f\x8b\x08\x00junk that is no gzip at all", "damaged", "problem"),
        ("bad.gz", b"\x1f\x8b", "truncated", "problem"),
        ("bad.gz", packed(packed(GOOD)), "not-a-report", "skipped"),
        ("bad.wacz", b"PK\x03\x04 and then nothing", "damaged", "problem"),
        ("bad.docx", wacz({"word/document.xml": b"<w/>"}), "not-a-report", "skipped"),
        ("bad.json", b'{"document": "x", "claims": []}', "no-rows", "skipped"),
        ("bad.json", b'{"text": "One."} and more', "bad-json", "skipped"),
        ("bad.json", b"[" * 100_000, "bad-json", "skipped"),
        ("bad.jsonl", b'{"text": "a", ', "bad-row", "problem"),
        ("bad.jsonl", b'{"a": 1}\n{"a": 2}\n', "no-rows", "skipped"),
        ("bad.jsonl", b"[" * 100_000, "bad-row", "problem"),
        ("bad.jsonl", '{"text": "K\xe4lte"}'.encode("cp1252"), "bad-row", "problem"),
        ("bad.rss", b"<rss><channel><title>t</title></channel></rss>", "no-entries", "problem"),
        ("bad.xml", b"<?xml version='1.0'?><sitemap><url>x</url></sitemap>", "not-a-report", None),
        ("bad.warc", b"WARC/1.0\r\n\r\n", "bad-record", "problem"),
        ("bad.css", b"p { color: red }", "not-a-report", "skipped"),
        ("bad.py", b"print('ten')", "not-a-report", "skipped"),
        ("bad.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "not-a-report", "skipped"),
        ("bad.csv", b"killed,place\n10,Varvarin\n", "not-a-report", "skipped"),
        (".hidden", GOOD + b"!", "hidden", "skipped"),
    ],
)
def test_a_bad_file_gives_one_line_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, code: str, severity: str | None
) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_bytes(GOOD + b" Again.")
    found, refused = outcome(tmp_path)
    assert [item.page.document for item in found] == ["a.txt", "z.txt"]
    assert [item.code for item in refused] == [code]
    assert refused[0].severity == (severity or "skipped")
    # a row or record is named behind the file
    assert refused[0].source.partition("#")[0] == f"{tmp_path.as_posix()}/{name}"


@pytest.mark.parametrize("name", ["style.css", "photo.png", "rows.json", "junk.bin"])
def test_a_file_named_by_the_user_that_is_no_report_is_a_problem(tmp_path: Path, name: str) -> None:
    content = {"style.css": b"p {}", "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(9)}
    path = tmp_path / name
    path.write_bytes(content.get(name, b"\x00\x01" * 99 if name == "junk.bin" else b"{}"))
    found, refused = outcome(path)
    assert not found
    assert [item.severity for item in refused] == ["problem"]
    assert refused[0].hint


def test_a_huge_file_is_refused_by_its_size_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as out:
        out.write(page() * 200)
        out.truncate(300_000_000)
    tracemalloc.start()
    _, refused = outcome(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [item.code for item in refused] == ["too-large"]
    assert "300.0 MB" in refused[0].message
    assert peak < 5_000_000


def test_a_gzip_bomb_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.html.gz"
    with gzip.open(path, "wb") as out:
        out.write(page())
        for _ in range(120):
            out.write(bytes(b" " * 1_000_000))
    tracemalloc.start()
    found, refused = outcome(path, options=InputOptions(max_bytes=2_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert not found
    assert [item.code for item in refused] == ["too-large"]
    assert peak < 12_000_000


def test_a_bad_row_is_refused_and_the_others_read(tmp_path: Path) -> None:
    rows = [
        b'{"id": "1", "text": "One."}',
        b'{"id": "2", "text": ',
        b'["three"]',
        b'{"id": "4", "text": ""}',
        b'{"id": "5", "text": "' + b"x" * 5000 + b'"}',
        b'{"id": "6", "text": "Six."}',
    ]
    (tmp_path / "rows.jsonl").write_bytes(b"\n".join(rows))
    found, refused = outcome(tmp_path, options=InputOptions(max_bytes=1000))
    assert [item.page.document for item in found] == ["1", "6"]
    assert [item.code for item in refused] == ["bad-row", "bad-row", "no-text", "too-large"]
    assert [item.source.rpartition("#")[2] for item in refused] == ["2", "3", "4", "5"]


def test_where_rows_are_asked_for_nothing_else_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(9))
    (tmp_path / "b.html").write_bytes(page())
    (tmp_path / "c.rows").write_bytes(b'{"text": "Ten."}')
    found, refused = outcome(tmp_path, options=InputOptions(input_format="jsonl"))
    assert [item.page.document for item in found] == ["c.rows:1"]
    assert [item.source.partition("#")[0][-6:] for item in refused] == ["/a.png", "b.html"]


def test_rows_with_another_text_field_give_one_line_with_the_fields_there_are(
    tmp_path: Path,
) -> None:
    (tmp_path / "rows.jsonl").write_bytes(b'{"body": "Ten.", "n": 1}\n' * 1000)
    found, [refusal] = outcome(tmp_path / "rows.jsonl")
    assert not found
    assert "'text'" in refusal.message
    assert "body" in refusal.hint


def test_truncated_json_lines_keep_the_whole_rows_before(tmp_path: Path) -> None:
    # random letters, so that the rows do not shrink to nothing
    rows = [json.dumps({"id": str(n), "text": os.urandom(400).hex()}) for n in range(200)]
    whole = packed("\n".join(rows).encode())
    (tmp_path / "rows.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    found, refused = outcome(tmp_path)
    assert 20 < len(found) < 190
    assert [item.page.document for item in found] == [str(n) for n in range(len(found))]
    assert {item.code for item in refused} <= {"truncated", "bad-row"}
    assert refused[-1].code == "truncated"


ADDRESSES = [f"https://wire.example/{name}" for name in "abcde"]


def _records(*, is_packed: bool) -> list[bytes]:
    return warc([(url, page(url[-1])) for url in ADDRESSES], packed=is_packed)


def _write(folder: Path, pieces: list[bytes], *, is_packed: bool) -> Path:
    path = folder / ("c.warc.gz" if is_packed else "c.warc")
    path.write_bytes(b"".join(pieces))
    return path


def _broken(piece: bytes, how: str) -> bytes:
    length = piece.partition(b"Content-Length: ")[2].partition(b"\r\n")[0]
    match how:
        case "short":
            return piece.replace(b"Content-Length: " + length, b"Content-Length: 100")
        case "long":
            return piece.replace(b"Content-Length: " + length, b"Content-Length: 1900")
        case "huge":
            return piece.replace(b"Content-Length: " + length, b"Content-Length: 99999999999")
        case "none":
            return piece.replace(b"Content-Length: " + length, b"Content-Size: none")
        case "negative":
            return piece.replace(b"Content-Length: " + length, b"Content-Length: -4")
        case "cut":
            return piece[: len(piece) // 2]
        case "head":
            return b"WORC" + piece[4:]
        case "noise":
            return b"\x00\xff\n noise \r\n" * 50
        case _:
            middle = len(piece) // 2
            return piece[:middle] + bytes(byte ^ 0x5A for byte in piece[middle:])


@pytest.mark.parametrize(
    "how", ["short", "long", "huge", "none", "negative", "cut", "head", "noise"]
)
def test_a_warc_with_a_broken_record_goes_on_at_the_next(tmp_path: Path, how: str) -> None:
    pieces = _records(is_packed=False)
    pieces[2] = _broken(pieces[2], how)
    found, refused = outcome(_write(tmp_path, pieces, is_packed=False))
    assert [item.page.url for item in found] == [*ADDRESSES[:2], *ADDRESSES[3:]]
    assert len(refused) == 1
    assert refused[0].severity == "problem"


@pytest.mark.parametrize("how", ["flip", "noise", "cut"])
def test_a_packed_warc_with_a_broken_member_goes_on_at_the_next(tmp_path: Path, how: str) -> None:
    pieces = _records(is_packed=True)
    if how == "cut":
        pieces[2] = pieces[2][: len(pieces[2]) // 2]
    else:
        pieces[2] = _broken(pieces[2], how)
    found, refused = outcome(_write(tmp_path, pieces, is_packed=True))
    kept = [item.page.url for item in found]
    # a cut member takes the head of the next one for its own data
    expected = [*ADDRESSES[:2], *ADDRESSES[3:]]
    assert kept in (expected, [*ADDRESSES[:2], *ADDRESSES[4:]] if how == "cut" else expected)
    assert len(refused) == (0 if how == "noise" else 1)


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize("share", [0.1, 0.35, 0.5, 0.77, 0.99])
def test_a_truncated_warc_keeps_the_whole_records_before(
    tmp_path: Path, share: float, is_packed: bool
) -> None:
    pieces = _records(is_packed=is_packed)
    whole = b"".join(pieces)
    cut = int(len(whole) * share)
    path = _write(tmp_path, [whole[:cut]], is_packed=is_packed)
    ends = [sum(map(len, pieces[: number + 1])) for number in range(len(pieces))]
    complete = sum(end <= cut for end in ends)
    found, refused = outcome(path)
    assert [item.page.url for item in found] == ADDRESSES[:complete]
    assert len(refused) == 1


def test_a_record_too_large_is_refused_and_the_next_read(tmp_path: Path) -> None:
    records = [(ADDRESSES[0], page("A" * 9000)), (ADDRESSES[1], page("B"))]
    path = _write(tmp_path, warc(records), is_packed=False)
    found, refused = outcome(path, options=InputOptions(max_bytes=5000))
    assert [item.page.url for item in found] == ADDRESSES[1:2]
    assert [item.code for item in refused] == ["too-large"]


def test_a_payload_that_unpacks_too_far_is_refused(tmp_path: Path) -> None:
    bomb = gzip.compress(page() + b" " * 20_000_000)
    headers = (("Content-Encoding", "gzip"),)
    pieces = warc([(ADDRESSES[0], bomb)], headers=headers) + warc([(ADDRESSES[1], page())])
    path = _write(tmp_path, pieces, is_packed=False)
    found, refused = outcome(path, options=InputOptions(max_bytes=1_000_000))
    assert [item.page.url for item in found] == ADDRESSES[1:2]
    assert [item.code for item in refused] == ["too-large"]


def test_an_encoding_that_is_not_known_is_refused(tmp_path: Path) -> None:
    pieces = warc([(ADDRESSES[0], b"??")], headers=(("Content-Encoding", "x-lzma"),))
    _, refused = outcome(_write(tmp_path, pieces, is_packed=False))
    assert [item.code for item in refused] == ["encoding"]


def test_a_zip_bomb_in_a_wacz_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "c.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("archive/bomb.warc", "w") as member:
            member.write(warc([(ADDRESSES[0], page("A"))])[0])
            for _ in range(150):
                member.write(bytes(1_000_000))
        archive.writestr("archive/good.warc", warc([(ADDRESSES[1], page("B"))])[0])
    tracemalloc.start()
    found, refused = outcome(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [item.page.url for item in found] == ADDRESSES[1:2]
    assert [item.code for item in refused] == ["bomb"]
    assert peak < 20_000_000


def test_a_wacz_that_lies_about_its_sizes_is_stopped_while_reading(tmp_path: Path) -> None:
    inner = packed(warc([(ADDRESSES[0], page("A"))])[0] + bytes(120_000_000))
    path = tmp_path / "c.wacz"
    path.write_bytes(wacz({"archive/a.warc.gz": inner}))
    found, refused = outcome(path)
    assert [item.page.url for item in found] == ADDRESSES[:1]
    assert "bomb" in {item.code for item in refused}


@pytest.mark.parametrize(
    "name", ["archive/../../evil.warc", "/archive/evil.warc", "..\\evil.warc", "C:\\evil.warc"]
)
def test_a_member_whose_name_leads_out_is_refused_and_nothing_is_written(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "c.wacz"
    evil = warc([(ADDRESSES[0], page("A"))])[0]
    good = warc([(ADDRESSES[1], page("B"))])[0]
    path.write_bytes(wacz({name: evil, "archive/good.warc": good}))
    before = sorted(tmp_path.rglob("*"))
    found, refused = outcome(path)
    assert [item.page.url for item in found] == ADDRESSES[1:2]
    assert [item.code for item in refused] == ["path-traversal"]
    assert sorted(tmp_path.rglob("*")) == before


def test_entities_in_a_feed_are_not_expanded(tmp_path: Path) -> None:
    levels = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(9)
    )
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    feed = (
        f'<!DOCTYPE rss [{levels}<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
        "<rss><channel><title>t</title><item><title>One</title><link>https://a.example/1</link>"
        "<description>Ten killed &l8; &f; so.</description></item></channel></rss>"
    )
    (tmp_path / "feed.xml").write_text(feed)
    [item], refused = outcome(tmp_path / "feed.xml")
    assert not refused
    assert len(item.content) < 1000
    assert b"secret" not in item.content
    assert b"killed" in item.content


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("A&nbsp;B", "A B"),
        ("&Eacute;tat &ndash; &quot;dix&quot;", 'État – "dix"'),
        ("A &unknown; B", "A B"),
        ("<b>A</b>&nbsp;&rsquo;<i>B</i>", "A ’B"),
    ],
)
def test_entities_of_html_in_a_feed_are_spelled_out(
    tmp_path: Path, written: str, read_as: str
) -> None:
    feed = f"<rss><channel><item><title>{written}</title><guid>1</guid></item></channel></rss>"
    (tmp_path / "feed.xml").write_text(feed)
    [item], _ = outcome(tmp_path / "feed.xml")
    assert item.page.given.title == read_as
    assert b"&nbsp;" not in item.content


def test_missing_paths_empty_folders_and_dangling_links(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "a" / "here.txt").write_bytes(GOOD)
    found, refused = outcome(tmp_path / "missing.txt", tmp_path / "empty", tmp_path / "a")
    assert [item.page.document for item in found] == ["here.txt"]
    assert [item.code for item in refused] == ["missing", "empty-folder", "dangling-link"]
    assert {item.severity for item in refused} == {"problem"}


def test_a_folder_that_contains_itself_by_a_link_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "deep" / "a.txt").write_bytes(GOOD)
    found, refused = outcome(tmp_path / "in")
    assert [item.page.document for item in found] == ["deep/a.txt"]
    assert [(item.code, item.severity) for item in refused] == [("link-loop", "problem")]


def test_a_link_to_a_folder_elsewhere_is_followed_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_bytes(GOOD)
    for name in ("one", "two"):
        (tmp_path / "in" / name).symlink_to(tmp_path / "other", target_is_directory=True)
    found, refused = outcome(tmp_path / "in")
    assert [item.page.document for item in found] == ["one/a.txt"]
    assert [item.code for item in refused] == ["link-again"]


def test_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        folder = Path.cwd()
        os.chdir(tmp_path)  # a socket's path may not be long
        try:
            listener.bind("s.txt")
        finally:
            os.chdir(folder)
        _, refused = outcome(tmp_path)
    codes = [item.code for item in refused]
    assert codes == ["not-a-file", "not-a-file", "empty-folder"]


def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "a.txt").chmod(0)
    _, refused = outcome(tmp_path)
    may_read_everything = os.geteuid() == 0
    assert [item.code for item in refused] == ([] if may_read_everything else ["unreadable"])


def test_a_file_that_fails_while_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.txt").write_bytes(GOOD + b"!")
    real = Path.open

    def failing(self: Path, *args: object, **options: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", failing)
    found, refused = outcome(tmp_path)
    assert [item.page.document for item in found] == ["b.txt"]
    assert [(item.code, item.message) for item in refused] == [
        ("unreadable", "cannot be read: Permission denied")
    ]


def test_the_same_bytes_under_two_names_are_counted_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.txt").write_bytes(GOOD)
    (tmp_path / "rows.jsonl").write_bytes(b'{"text": "x"}\n{"text": "x"}\n')
    found, refused = outcome(tmp_path)
    assert [item.page.document for item in found] == ["a.txt", "rows.jsonl:1"]
    assert [item.message for item in refused] == [
        "the same report as a.txt; counted once",
        "the same report as rows.jsonl:1; counted once",
    ]
    assert {(item.code, item.severity) for item in refused} == {("same-bytes", "problem")}


def test_an_address_crawled_twice_with_the_same_bytes_is_no_problem(tmp_path: Path) -> None:
    path = _write(tmp_path, warc([(ADDRESSES[0], page())] * 2), is_packed=False)
    found, [refusal] = outcome(path)
    assert len(found) == 1
    assert (refusal.code, refusal.severity) == ("same-bytes", "skipped")


def test_a_path_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    found, [refusal] = outcome(tmp_path / "a.txt", tmp_path / "a.txt")
    assert len(found) == 1
    assert (refusal.code, refusal.severity) == ("given-twice", "skipped")


def test_parts_of_a_saved_page_are_passed_over_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "Report.html").write_bytes(page())
    (tmp_path / "Report_files").mkdir()
    (tmp_path / "Report_files" / "frame.html").write_bytes(b"<html><p>Buy this.</p></html>")
    (tmp_path / "Report_files" / "x.css").write_bytes(b"p {}")
    found, refused = outcome(tmp_path)
    assert [item.page.document for item in found] == ["Report.html"]
    assert [(item.code, item.severity) for item in refused] == [("saved-parts", "skipped")]


def test_names_are_shown_on_one_line_and_in_characters(tmp_path: Path) -> None:
    name = os.fsencode(str(tmp_path)) + b"/caf\xe9\nbar\x1b[31m.txt"
    with open(name, "wb") as out:  # noqa: PTH123 - the name is bytes
        out.write(GOOD)
    [item], _ = outcome(tmp_path)
    item.page.document.encode("utf-8")
    assert not any(char in item.page.document for char in "\n\x1b")


def test_an_unexpected_fault_inside_a_reader_ends_in_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> object:
        raise ZeroDivisionError("no such thing")

    monkeypatch.setattr("harmledger.pages.files.read_feed", failing)
    (tmp_path / "a.rss").write_bytes(b"<rss><channel/></rss>")
    (tmp_path / "b.txt").write_bytes(GOOD)
    found, [refusal] = outcome(tmp_path)
    assert refusal.code == "unreadable"
    assert "no such thing" in refusal.message
    assert len(found) == 1


@pytest.mark.parametrize("options", [{"input_format": "csv"}, {"max_bytes": 0}])
def test_options_that_mean_nothing_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(UsageProblem):
        InputOptions(**options)  # type: ignore[arg-type]


def test_a_feed_of_many_entries_is_read_in_time_that_grows_with_them(tmp_path: Path) -> None:
    entry = b"<item><title>x</title><link>https://a.example/%d</link></item>"

    def seconds(count: int) -> float:
        items = b"".join(entry % number for number in range(count))
        path = tmp_path / f"{count}.rss"
        path.write_bytes(b"<rss><channel><title>t</title>" + items + b"</channel></rss>")
        began = time.process_time()
        captures, refusals = outcome(path)
        assert (len(captures), refusals) == (count, [])
        return time.process_time() - began

    # eight times the entries: 64 times the time where each looks through all the others
    assert seconds(8000) < 24 * max(seconds(1000), 0.02)


def test_a_bomb_in_a_packed_warc_is_one_line(tmp_path: Path) -> None:
    (bomb,) = warc([("https://a.example/1", page() + b"a" * 120_000_000)], packed=True)
    (good,) = warc([("https://a.example/2", page())], packed=True)
    (tmp_path / "bad.warc.gz").write_bytes(bomb + good)
    _captures, refusals = outcome(tmp_path / "bad.warc.gz")
    assert [refusal.code for refusal in refusals] == ["bomb"]


def test_a_number_of_too_many_digits_is_told_without_words_of_python(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_bytes(b'{"text": "a", "id": ' + b"9" * 5000 + b"}")
    _captures, refusals = outcome(tmp_path)
    assert [refusal.message for refusal in refusals] == [
        "row 1 is not JSON (a number with too many digits)"
    ]


def test_a_book_among_the_reports_is_not_read(tmp_path: Path) -> None:
    book = tmp_path / "old-book"
    (book / "archive" / "ab").mkdir(parents=True)
    (book / "archive" / "ab" / "cd").write_bytes(GOOD)
    (book / "ledger.db").write_bytes(b"SQLite format 3")
    (tmp_path / "good.txt").write_bytes(GOOD)
    captures, refusals = outcome(tmp_path)
    assert [item.page.document for item in captures] == ["good.txt"]
    assert [(r.code, r.severity) for r in refusals] == [("book", "skipped")]


@pytest.mark.skipif(os.name == "nt", reason="folders of POSIX systems")
def test_a_folder_too_deep_to_be_named_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    (tmp_path / "z.txt").write_bytes(GOOD)
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(24):
        os.mkdir("d" * 200, dir_fd=here)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    captures, refusals = outcome(tmp_path)
    assert [item.page.document for item in captures] == ["z.txt"]
    assert [(r.code, "too long" in r.message) for r in refusals] == [("unreadable", True)]


def test_a_folder_that_cannot_be_opened_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_place: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", closed)
    _captures, refusals = outcome(tmp_path)
    assert [refusal.code for refusal in refusals] == ["unreadable"]


def test_a_file_whose_rows_are_wrong_in_different_ways_says_so(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": 1}\n{"text": "a", \n{"id": 2}\n', "utf-8")
    _found, (refusal,) = outcome(tmp_path)
    assert refusal.code == "no-rows"
    two, one = refusal.message.removeprefix("no row can be read: ").split("; ")
    assert two.startswith("2 ")
    assert "text" in two
    assert one.startswith("1 is not JSON (")
