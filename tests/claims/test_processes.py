"""Several processes give what one gives, in the same order."""

from __future__ import annotations

import pytest

from harmledger.claims import in_processes, read_claims_in
from harmledger.errors import HarmledgerError
from harmledger.records import Text, content_id


def _texts(number: int) -> list[Text]:
    bodies = [f"Gunmen killed {n + 2} villagers in Kunduz, police said." for n in range(number)]
    return [
        Text(
            id=content_id("text", body),
            page_id="",
            document=f"report-{n}",
            text=body,
            lang="en",
            published_at="2015-10-05",
            published_from="given",
        )
        for n, body in enumerate(bodies)
    ]


def _dies(group: list[Text]) -> int:
    import os

    os._exit(3)


def test_two_processes_give_what_one_gives() -> None:
    texts = _texts(150)
    one = list(read_claims_in(texts, 1))
    assert list(read_claims_in(texts, 2)) == one
    assert [text.document for text, _ in one] == [text.document for text in texts]
    assert [claims[0].low for _, claims in one] == [n + 2 for n in range(150)]


def test_a_process_that_ends_is_one_clear_error() -> None:
    with pytest.raises(HarmledgerError, match="has ended") as caught:
        list(in_processes(_dies, [_texts(1), _texts(1)], 2))
    assert "`processes`" in caught.value.hint
