"""The words that two reports share, as the first of them writes them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from harmledger.incidents.words import code_of, first_written, stem, words_in

ROWS = [
    ("shells", "Bombshells: a shell, two shells fell", "shells"),
    ("shell", "A shell_hole and 4shells", "shell"),
    ("mine", "Miners and a landmine; the mine", "mine"),
    ("bridge", "bridges and a BRIDGE", "bridges"),
    ("мосты", "у моста мосты", "мосты"),
    ("мостов", "Мостовая у мостов", "мостовая"),
    ("bridge", "abridged", None),
]


def test_the_first_word_of_a_stem_is_found() -> None:
    for wanted, raw, word in ROWS:
        code = code_of(stem(wanted))
        assert first_written({code}, raw) == ({code: word} if word else {})


@given(st.lists(st.text("aAbB1_é ẞж", max_size=9), max_size=8))
def test_every_word_of_a_text_is_found_as_it_stands_there(parts: list[str]) -> None:
    raw = " ".join(parts)
    codes = words_in(raw).words
    every = [int.from_bytes(codes[at : at + 8], "little") for at in range(0, len(codes), 8)]
    together = first_written(every, raw)
    assert together.keys() == set(every)
    for code in every:
        assert first_written([code], raw) == {code: together[code]}
