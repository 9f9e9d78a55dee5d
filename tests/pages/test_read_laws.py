"""Laws of reading: whatever lies in a file, the stream goes on and says what it left out."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from archives import packed, page, wacz, warc
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.pages import read
from harmledger.pages.lines import LineReader
from harmledger.records import Capture, Refusal, sha256_hex

URLS = [f"https://wire.example/{name}" for name in "abc"]
RECORDS = warc([(url, page(url[-1])) for url in URLS])
PLAIN = b"".join(RECORDS)
PACKED = b"".join(warc([(url, page(url[-1])) for url in URLS], packed=True))
SEEDS = [
    b"",
    b"Ten people were killed.",
    page(),
    packed(page()),
    PLAIN,
    PACKED,
    wacz({"archive/a.warc": PLAIN}),
    b'{"text": "Ten."}\n{"text": "Two."}\n',
    b"<rss><channel><title>t</title><item><title>a</title></item></channel></rss>",
    b"%PDF-1.7 ",
]
NAMES = ["a", "a.txt", "a.html", "a.jsonl", "a.json", "a.warc", "a.warc.gz", "a.wacz", "a.xml"]


def outcome(content: bytes, name: str) -> list[Capture | Refusal]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        (Path(folder) / "z.txt").write_bytes(b"The last report.")
        return list(read([folder]))


@given(st.sampled_from(SEEDS), st.data(), st.sampled_from(NAMES))
@settings(max_examples=120, deadline=None)
def test_damaged_input_never_ends_the_stream(seed: bytes, data: st.DataObject, name: str) -> None:
    content = bytearray(seed)
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(at, min(len(content), at + 40)))
        content[at:end] = data.draw(st.binary(max_size=20))
    found = outcome(bytes(content), name)
    last = found[-1]
    assert isinstance(last, Capture)
    assert last.page.document == "z.txt"
    # the file left a page or a word on why not
    assert len(found) > 1
    for item in found:
        if isinstance(item, Capture):
            assert item.page.id == sha256_hex(item.content)
            assert item.page.size == len(item.content) > 0
        else:
            assert item.code != "unreadable", item
            assert "\n" not in item.message


@given(st.integers(40, len(PLAIN)))
@settings(max_examples=60, deadline=None)
def test_a_cut_warc_keeps_what_was_whole_and_says_that_it_was_cut(cut: int) -> None:
    found = outcome(PLAIN[:cut], "a.warc")
    urls = [item.page.url for item in found if isinstance(item, Capture)][:-1]
    ends = [len(b"".join(RECORDS[:number])) for number in (1, 2, 3)]
    # the blank lines behind a record are no part of it
    whole = sum(end - 4 <= cut for end in ends)
    assert urls == URLS[:whole]
    told = [item for item in found if isinstance(item, Refusal)]
    assert len(told) == (0 if any(end - 4 <= cut <= end for end in ends) else 1)


@given(st.binary(max_size=300), st.lists(st.integers(1, 50), max_size=20))
@settings(max_examples=60)
def test_line_reader_gives_every_byte_once(content: bytes, sizes: list[int]) -> None:
    import io

    reader = LineReader(io.BytesIO(content))
    got = b""
    for number, size in enumerate(sizes):
        piece = reader.read(size) if number % 2 else reader.readline(size)
        assert len(piece) <= size
        if number % 5 == 4 and piece:
            reader.push(piece)
        else:
            got += piece
    assert got + reader.read() == content


@pytest.mark.parametrize("count", [1, 500])
def test_a_deep_folder_is_walked(tmp_path: Path, count: int) -> None:
    folder = tmp_path
    for _ in range(count):
        folder = folder / "d"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_bytes(b"Ten people were killed.")
    [item] = read([tmp_path])
    assert isinstance(item, Capture)
    assert item.page.document == "d/" * count + "a.txt"
