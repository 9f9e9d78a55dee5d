"""Bytes to characters: marks, declarations that are true, declarations that lie."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.errors import InputRefused
from harmledger.texts.decode import decode

FRENCH = "L’armée a tué dix-sept personnes à Thiaroye, près de Dakar, le 1er décembre 1944. "
ENGLISH = "“Ten people were killed,” the mayor’s office said – among them a priest, Abbé André. "
RUSSIAN = "В Новочеркасске 2 июня 1962 года были убиты двадцать шесть человек, десятки ранены. "
NOISE = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(100))
JAPANESE = "広島では一九四五年八月六日に多くの人が亡くなった。被害者の数は今も確定していない。"


@pytest.mark.parametrize(
    ("content", "declared", "expected"),
    [
        (FRENCH.encode(), None, FRENCH),
        (b"\xef\xbb\xbf" + FRENCH.encode(), None, FRENCH),
        (b"\xff\xfe" + FRENCH.encode("utf-16-le"), None, FRENCH),
        (b"\xfe\xff" + FRENCH.encode("utf-16-be"), "utf-8", FRENCH),
        (b"\xff\xfe\x00\x00" + FRENCH.encode("utf-32-le"), None, FRENCH),
        (FRENCH.encode("utf-16-le"), None, FRENCH),
        (FRENCH.encode("utf-16-be"), None, FRENCH),
        (FRENCH.encode("cp1252"), "iso-8859-1", FRENCH),
        (ENGLISH.encode("cp1252"), None, ENGLISH),
        (FRENCH.encode(), "iso-8859-1", FRENCH),
        (FRENCH.encode(), "utf-16", FRENCH),
        (FRENCH.encode(), "no-such-charset", FRENCH),
        (FRENCH.encode(), "rot13", FRENCH),
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        ((RUSSIAN * 8).encode("cp1251"), None, RUSSIAN * 8),
        ((RUSSIAN * 8).encode("koi8-r"), "koi8-r", RUSSIAN * 8),
        ((RUSSIAN * 8).encode("cp1251"), "utf-8", RUSSIAN * 8),
        (JAPANESE.encode("cp932"), "shift_jis", JAPANESE),
        (JAPANESE.encode("euc-jp"), "euc-jp", JAPANESE),
        (JAPANESE.encode("iso2022-jp"), "iso-2022-jp", JAPANESE),
        (b"", None, ""),
        (b"a\r\nb\rc\n", None, "a\r\nb\rc\n"),
    ],
)
def test_decode(content: bytes, declared: str | None, expected: str) -> None:
    assert decode(content, declared) == expected


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="{}">',
        "<html><head><META http-equiv='Content-Type' content='text/html; charset={}'>",
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
@pytest.mark.parametrize("name", ["windows-1251", "utf-8", "utf-16"])
def test_a_declaration_inside_the_page_counts_where_it_fits(head: str, name: str) -> None:
    source = head.format(name) + RUSSIAN
    codec = "utf-8" if name == "utf-16" else name
    assert decode(source.encode(codec), None, markup=True) == source


def test_a_few_bad_bytes_in_utf8_do_not_change_the_encoding() -> None:
    text = decode((FRENCH * 20).encode() + b"\x92 fin")
    assert text == FRENCH * 20 + "\ufffd fin"


@pytest.mark.parametrize(
    "content",
    [bytes(range(1, 32)) * 30, b"\xff\xfe" + NOISE, b"\xfe\xff\x00\x01" * 50],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(InputRefused) as caught:
        decode(content)
    assert caught.value.code == "encoding"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
@settings(max_examples=100)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    # a leading mark is a mark and no text
    if not text.startswith(("\ufeff", "\ufffe")):
        assert decode(text.encode()) == text
