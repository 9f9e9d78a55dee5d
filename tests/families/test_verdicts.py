"""Decisions kept from run to run: they spare work and change nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from reports import AIRSHIP, FERRY, INDEPENDENT, REWORDED

from builders import text
from harmledger.families import Verdicts, find_families, relations
from harmledger.families import verdicts as room
from harmledger.families.drafts import Draft
from harmledger.families.grouping import Group
from harmledger.records import Text

CODE = "c0de"


def a_book() -> list[Text]:
    return [
        text(FERRY, "wire", published_at="1994-09-28"),
        text(REWORDED, "site", published_at="1994-09-29"),
        text(INDEPENDENT, "paper"),
        text("\n\n".join([*FERRY.split("\n\n")[:4], *AIRSHIP.split("\n\n")[:3]]), "both"),
        text(AIRSHIP, "airship"),
    ]


def kept_of(texts: list[Text]) -> str:
    verdicts = Verdicts()
    list(find_families(texts, verdicts))
    return verdicts.written(CODE)


def test_with_and_without_them_all_is_the_same() -> None:
    texts = a_book()
    expected, written = list(find_families(texts)), kept_of(texts)
    for early in range(len(texts) + 1):
        verdicts = Verdicts.read(kept_of(texts[:early]), CODE)
        assert list(find_families(texts[::-1], verdicts)) == expected
        assert verdicts.written(CODE) == written


def test_what_was_compared_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = a_book()
    written = kept_of(texts)
    assert len(json.loads(written.partition("\n")[2])) >= 1

    def never(*_: object) -> None:
        raise AssertionError("compared again")

    monkeypatch.setattr(room, "decide", never)
    assert Verdicts.read(written, CODE).written(CODE) == Verdicts().written(CODE)
    verdicts = Verdicts.read(written, CODE)
    list(find_families(texts, verdicts))
    assert verdicts.written(CODE) == written
    with pytest.raises(AssertionError):
        list(find_families(texts, Verdicts.read(written, "other code")))


@pytest.mark.parametrize("cut", [0, 10, 60, -1])
def test_damaged_ones_are_not_believed(cut: int) -> None:
    texts = a_book()
    expected, written = list(find_families(texts)), kept_of(texts)
    head, _, rows = written.partition("\n")
    wrong = rows.replace('"rewrite"', "null")
    assert wrong != rows
    for damaged in (written[:cut], written[cut:], f"{head}\n{wrong}", "", "no code\n[[]]"):
        verdicts = Verdicts.read(damaged, CODE)
        assert list(find_families(texts, verdicts)) == expected
        assert verdicts.written(CODE) == written


def test_texts_that_leave_take_their_decisions_along() -> None:
    texts = a_book()
    verdicts = Verdicts.read(kept_of(texts), CODE)
    list(find_families(texts[:2], verdicts))
    assert verdicts.written(CODE) == kept_of(texts[:2])


def test_another_language_is_another_text() -> None:
    texts = a_book()
    verdicts = Verdicts.read(kept_of(texts), CODE)
    other = [replace(one, lang="et") for one in texts]
    assert list(find_families(other, verdicts)) == list(find_families(other))


def test_families_are_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = a_book()
    written = kept_of(texts)
    asked: list[int] = []
    real = relations.drafts_of

    def counting(groups: Sequence[Group]) -> list[Draft]:
        asked.append(sum(len(group.wordings) > 1 for group in groups))
        return real(groups)

    monkeypatch.setattr(relations, "drafts_of", counting)
    found = list(find_families(texts, Verdicts.read(written, CODE)))
    assert found == list(find_families(texts))
    assert asked[0] == 0 < asked[-1]


def test_a_family_follows_what_its_texts_say_of_themselves() -> None:
    texts = a_book()
    written = kept_of(texts)
    renamed = [replace(one, document="agency") for one in texts[:1]] + texts[1:]
    found = list(find_families(renamed, Verdicts.read(written, CODE)))
    assert found == list(find_families(renamed))
    assert "agency" in {member.document for family in found for member in family.members}
