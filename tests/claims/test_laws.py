"""Laws that hold for any text, and input nobody wrote to be read."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.claims import EXTRACTOR, extract, read_claims
from harmledger.claims.quantities.grammar import find_quantities
from harmledger.claims.words.numbers import parse_number
from harmledger.records import Block, Claim, Text

WORDS = st.sampled_from(
    "killed wounded 12 people dozens the army said in Kunduz and . , : “ ” \n at least more than "
    "was were missing hostages \u200f لا \x07 who of 3,000 children including including two no one "
    "death toll rose to ( ) - 2015 Tuesday it added that he's 1.2 million \U0001f480 İ".split(" ")
)


def _check(text: str, claims: list[Claim]) -> None:
    ids = {claim.id for claim in claims}
    assert len(ids) == len(claims)
    for claim in claims:
        assert claim.quote == text[claim.start : claim.end]
        assert claim.quote.strip()
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
        assert claim.low is not None or claim.high is not None
        if claim.low is not None and claim.high is not None:
            # "Between 30 and 12" is kept as it is told.
            assert min(claim.low, claim.high) >= 0
            assert claim.low <= claim.high or claim.qualifier == "between"
        for span in (claim.where, claim.actor):
            assert span is None or text[span.start : span.end] == span.name
        said = claim.speaker
        assert said is None or " ".join(text[said.start : said.end].split()) == said.name
        if claim.when is not None:
            surface = claim.when.surface
            assert text[claim.when.offset : claim.when.offset + len(surface)] == surface
        assert claim.part_of is None or (claim.part_of in ids and claim.part_of != claim.id)
        assert claim.extractor == EXTRACTOR


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_spans_hold_in_any_text(words: list[str]) -> None:
    text = " ".join(words)
    claims = extract(text, published_at="2015-10-05")
    _check(text, claims)
    assert extract(text, published_at="2015-10-05") == claims


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_the_grammar_never_fails(text: str) -> None:
    last = 0
    for quantity in find_quantities(text):
        assert last <= quantity.start <= quantity.core_start < quantity.core_end <= quantity.end
        last = quantity.end


@given(st.integers(min_value=0, max_value=99_999_999))
def test_digits_round_trip(number: int) -> None:
    assert parse_number(f"{number:,}") == number
    assert parse_number(str(number)) == number


def test_claims_come_in_input_order_whatever_the_batch() -> None:
    texts = [
        Text(id=f"t{i}", page_id="p", document=f"d{i}", text=f"In all, {i + 2} people were killed.")
        for i in range(150)
    ]
    read = list(read_claims(texts))
    assert [text.id for text, _ in read] == [text.id for text in texts]
    assert [claims[0].low for _, claims in read] == list(range(2, 152))


def test_dropped_blocks_give_no_claims() -> None:
    text = "Five people were killed.\n\nSee also 90 people killed in another town"
    blocks = (
        Block(kind="body", start=0, end=24),
        Block(kind="see_also", start=26, end=len(text), kept=False, reason="a link"),
    )
    record = Text(id="t", page_id="p", document="d", text=text, blocks=blocks)
    ((_, claims),) = read_claims([record])
    assert [claim.quote for claim in claims] == ["Five"]


def test_an_id_does_not_depend_on_the_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    (before,) = extract("Five people were killed.")
    monkeypatch.setattr("harmledger.claims.annotation.annotate.EXTRACTOR", "rules-en@999")
    (after,) = extract("Five people were killed.")
    assert after.extractor == "rules-en@999"
    assert after.id == before.id


def test_what_is_no_text_is_said_so() -> None:
    for wrong in (None, b"12 people were killed", 12):
        with pytest.raises(TypeError, match="must be a string"):
            extract(wrong)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize("wrong", ["2016-99-99", "March", "3 October 2015"])
def test_what_is_no_date_is_said_so(wrong: str) -> None:
    with pytest.raises(ValueError, match="no date such as"):
        extract("Twelve people were killed on Tuesday.", published_at=wrong)


def test_dates_of_publication_may_be_dates() -> None:
    sentence = "Twelve people were killed on Tuesday."
    (one,) = extract(sentence, published_at=date(2015, 10, 8))
    (two,) = extract(sentence, published_at="2015-10-08")
    assert one.when == two.when
    assert one.when is not None
    assert one.when.start == "2015-10-06"


def test_a_lone_surrogate_is_no_reason_to_stop() -> None:
    text = "In the town \ud800 12 people were killed\udfff."
    (claim,) = extract(text)
    assert text[claim.start : claim.end] == "12"


LONG = {
    "one line without an end": "the army and the people of the town went on and on " * 20_000,
    "harm in one line": "12 people were killed and " * 500,
    "numbers": " ".join(str(n) for n in random.Random(1).choices(range(5000), k=100_000)),
    "control characters": "".join(map(chr, range(32))) * 200 + " 12 people were killed.",
    "right to left": "قتل 12 شخصا في غارة. 12 people were killed in Gaza. " * 50,
    "table": "\n".join(f"Town {n} | {n} | killed" for n in range(2_000)),
    "no spaces": "killed" * 50_000,
}


@pytest.mark.parametrize("name", LONG)
def test_long_and_odd_input(name: str) -> None:
    _check(LONG[name], extract(LONG[name]))
