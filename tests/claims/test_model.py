"""The model, run part by part, says what spaCy's own pipeline says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from harmledger.claims.parsing.model import MODEL, model, parse

HERE = Path(__file__).parent
#: Words for which the rules for parts of speech make exceptions, white space, odd characters.
ODD = [
    "There is  one.\tThere were none, and that's what they've had.",
    "Do what you do because those that did have to, but not once.",
    "“Let's go,” he'd said; isn't it? — n’t \x1f \u200f \U0001f480 12 %",
    "Gonna be somethin', if anyone can; nothing ain't so. Whose is it, though?",
    " ",
    "",
]


def _sentences() -> list[str]:
    lines = [
        line
        for name in ("sentences.txt", "sentences_more.txt", "sentences_single.txt")
        for line in (HERE / name).read_text(encoding="utf-8").splitlines()
    ]
    return [line[2:] for line in lines if line.startswith("> ")] + ODD


def test_parts_of_speech_are_those_of_the_rules() -> None:
    ruler = model().get_pipe("attribute_ruler")
    for doc in parse(_sentences(), names=False):
        ours = [(token.text, token.pos_, token.tag_, token.dep_) for token in doc]
        for token in doc:
            token.pos = 0
        ruler(doc)
        assert ours == [(token.text, token.pos_, token.tag_, token.dep_) for token in doc]


def test_vectors_are_those_of_the_pipeline() -> None:
    import numpy as np
    import spacy

    own, plain = model(), spacy.load(MODEL)
    docs = [own.make_doc(sentence) for sentence in [*_sentences()[:60], *ODD]]
    for name in ("tok2vec", "ner"):
        for one, other in zip(
            *(_vectors(nlp.get_pipe(name).model, docs) for nlp in (own, plain)), strict=True
        ):
            assert np.allclose(one, other, atol=1e-4)


def _vectors(network: Any, docs: list[Any]) -> Any:
    has = network.has_ref("tok2vec")
    return (network.get_ref("tok2vec") if has else network).predict(docs)


def test_parses_and_names_are_those_of_the_pipeline() -> None:
    import spacy

    sentences = _sentences()
    expected = list(spacy.load(MODEL).pipe(sentences))
    got = list(parse(sentences, names=True))
    assert [doc.text for doc in got] == sentences
    same = [
        [(t.tag_, t.pos_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in one]
        == [(t.tag_, t.pos_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in other]
        for one, other in zip(got, expected, strict=True)
    ]
    # Another library rounds the last bit of a product otherwise: a rare tie may fall otherwise.
    assert sum(same) >= 0.99 * len(same)
