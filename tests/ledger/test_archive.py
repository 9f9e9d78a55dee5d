"""The archive keeps bytes under their hash, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.errors import BookDamaged, HarmledgerError
from harmledger.ledger import Archive
from harmledger.records import sha256_hex

PAGE = b"<p>Three people were killed.</p>"
ID = sha256_hex(PAGE)


def test_bytes_come_back_from_the_path_named_by_their_hash(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert archive.add(ID, PAGE) is True
    archive.settle()
    assert archive.path(ID) == tmp_path / ID[:2] / ID[2:]
    assert archive.path(ID).read_bytes() == PAGE == archive.content(ID)


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add(ID, PAGE)
    before = archive.path(ID).stat().st_mtime_ns
    assert archive.add(ID, PAGE) is False
    assert archive.path(ID).stat().st_mtime_ns == before


@pytest.mark.parametrize("altered", [b"cut", PAGE.replace(b"Three", b"Seven"), b""])
def test_an_altered_file_is_put_right(tmp_path: Path, altered: bytes) -> None:
    archive = Archive(tmp_path)
    archive.add(ID, PAGE)
    archive.path(ID).write_bytes(altered)
    assert archive.add(ID, PAGE) is True
    assert archive.content(ID) == PAGE


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200))
def test_every_file_is_found_under_its_page(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    archive = Archive(tmp_path_factory.mktemp("a"))
    archive.add(sha256_hex(content), content)
    assert [archive.page_id(path) for path in archive.files()] == [sha256_hex(content)]
    assert archive.content(sha256_hex(content)) == content


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    archive = Archive(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(HarmledgerError, match="No space") as caught:
        archive.add(ID, PAGE)
    assert "disk" in caught.value.hint
    assert list(archive.files()) == []


def test_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add(ID, PAGE)
    (tmp_path / ID[:2] / ".part-xyz").write_bytes(b"half")
    assert archive.sweep() == 1
    assert [archive.page_id(path) for path in archive.files()] == [ID]


@pytest.mark.parametrize("bad", ["", "../../etc/passwd", ID.upper(), ID[:-1], ID + "0", "g" * 64])
def test_only_a_hash_is_a_path(tmp_path: Path, bad: str) -> None:
    with pytest.raises(ValueError, match="not a SHA-256"):
        Archive(tmp_path).path(bad)


def test_a_missing_file_is_damage_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(BookDamaged, match=ID[:12]) as caught:
        Archive(tmp_path).content(ID)
    assert "verify" in caught.value.hint


@pytest.mark.parametrize("name", ["stray", "ab/short", f"{ID[:2]}/deep/{ID[2:]}"])
def test_stray_files_belong_to_no_page(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    assert Archive(tmp_path).page_id(path) is None
