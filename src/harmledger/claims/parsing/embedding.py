"""The vectors of words before their context, worked out once for each different word of a batch.

What the model knows of a token before it looks at its neighbours depends on the token alone (its
form, its ends, its shape), and a third of the arithmetic goes there; more than half of the tokens
of a batch have stood in it before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["embed_once"]

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


def embed_once(network: Any) -> None:
    """Make the networks below ``network`` (of thinc) embed each different token of a batch once."""
    for layer in network.walk():
        # Taking the features of tokens, their rows of tables, and the mix of these.
        names = [one.name for one in layer.layers]
        if len(names) == 5 and names[0] == "extract_features" and names[-1] == "ragged2list":
            layer._func = _forward


def _forward(
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
