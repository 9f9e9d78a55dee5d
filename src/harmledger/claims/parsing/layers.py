"""Layers of the model's networks that give the same numbers with less work.

- What the model knows of a token before it looks at its neighbours depends on the token alone (its
  form, its ends, its shape), and a third of the arithmetic goes there: it is worked out once for
  each different token of a batch, of which more than half have stood in it before.
- A layer that scales its numbers by their mean and spread takes the mean once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["quicken"]

#: Odd numbers that make one of the numbers of a token: tokens that differ get another.
_MIX = (
    0x9E3779B97F4A7C15,
    0xC2B2AE3D27D4EB4F,
    0x165667B19E3779F9,
    0xD6E8FEB86659FD93,
    0xA0761D6478BD642F,
    0xE7037ED1A0B428DB,
    0x8EBC6AF09C88C6E3,
    0x589965CC75374CC3,
)


def quicken(network: Any) -> None:
    """Replace such layers of a network (of thinc), which is then good for predicting alone."""
    for layer in network.walk():
        if layer.name == "layernorm":
            layer._func = _scaled
        # Taking the features of tokens, their rows of tables, and the mix of these.
        names = [one.name for one in layer.layers]
        if len(names) == 5 and names[0] == "extract_features" and names[-1] == "ragged2list":
            layer._func = _embedded


def _scaled(layer: Any, given: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
    import numpy as np

    size = given.shape[1]
    found = given - np.add.reduce(given, axis=1, keepdims=True) / np.float32(size)
    spread = np.add.reduce(found * found, axis=1, keepdims=True) / np.float32(size)
    found *= (spread + 1e-08) ** (-1.0 / 2.0)
    found *= layer.get_param("G")
    found += layer.get_param("b")
    return found, lambda wrong: wrong


def _embedded(
    layer: Any, docs: list[Doc], is_train: bool
) -> tuple[list[Any], Callable[[Any], list[Doc]]]:
    import numpy as np

    features, _, tables, mix, _ = layer.layers
    own = features.predict(docs)
    rows = np.concatenate(own) if own else np.zeros((0, 1), dtype=np.uint64)
    if not len(rows):
        return [np.zeros((0, layer.get_dim("nO")), dtype=np.float32) for _ in docs], list
    key = (rows.astype(np.uint64) * np.array(_MIX[: rows.shape[1]], dtype=np.uint64)).sum(axis=1)
    _, first, back = np.unique(key, return_index=True, return_inverse=True)
    found = mix.predict(tables.predict(rows[first]))[back]
    return np.split(found, np.cumsum([len(one) for one in own])[:-1]), list
