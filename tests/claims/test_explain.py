"""``--explain``: every sentence says why it gave its claims, or none."""

from __future__ import annotations

from dataclasses import replace

from harmledger.claims import claims_of, explain
from harmledger.records import Text, content_id

BODY = (
    "Gunmen killed at least 12 villagers in Kunduz on Monday, police said. "
    "They beat drums. The victims were killed at noon. The mayor spoke. "
    "Among the dead were 3 nurses."
)


def _text() -> Text:
    return Text(
        id=content_id("text", BODY),
        page_id="",
        document="report",
        text=BODY,
        lang="en",
        published_at="2015-10-05",
        published_from="given",
    )


def test_every_claim_and_every_sentence_has_its_reason() -> None:
    text = _text()
    ((_, explanations),) = explain([text])
    assert [e.sentence for e in explanations] == [
        " ".join(text.text[e.start : e.end].split()) for e in explanations
    ]
    first, drums, victims, mayor, dead = explanations
    (ground,) = first.grounds
    assert (ground.word, ground.rule, ground.path) == (
        "killed",
        "active",
        "killed <-dobj- villagers",
    )
    assert (
        drums.none == "“beat” counts only beside one of: allegedly, badly, bat, batons and others"
    )
    assert victims.none == "“killed”: “victims” points back to people counted before"
    assert mayor.none == "no harm word stands in it"
    assert dead.none is None
    told = [g.claim for e in explanations for g in e.grounds if g.claim]
    assert told == [claim.id for claim in claims_of(text)]


def test_words_are_named_as_they_stand_in_the_text() -> None:
    body = "A constable who was shot died in Kunduz on Monday, police said."
    text = replace(_text(), id=content_id("text", body), text=body)
    ((_, (told,)),) = explain([text])
    refused = next(g for g in told.grounds if g.refused)
    assert refused.path == "shot -relcl-> constable"
    assert refused.refused == "“constable” is counted by another word of the sentence"
    for ground in told.grounds:
        steps = [part for part in ground.path.split() if not part.startswith(("-", "<"))]
        assert all(step in body for step in steps)
