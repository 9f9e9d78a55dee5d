"""Coarse parts of speech (VERB, AUX, NOUN...) from fine tags, looked up in a table.

The model gives them by rules on word, tag and label ("VBZ" is VERB, but "has" with it AUX), each
matched over every sentence. What they say of a token depends on these three alone, but for the
rule on "there is", and of most words on tag and label: each combination is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["CoarseTags"]


#: What the rules ask of a token.
_ASKED: list[int | str] = ["LOWER", "IS_SPACE", "TAG", "DEP"]


@dataclass(frozen=True, slots=True)
class _Rule:
    """``wanted``: the conditions on one token or two; ``given`` goes to the last of them."""

    wanted: list[dict[str, Any]]
    given: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the rules say of a word with this tag and label; ``pairs`` are those it may begin."""

    pos: int
    others: dict[str, str]
    pairs: tuple[_Rule, ...]


class CoarseTags:
    """The rules of a model's attribute ruler as far as they set part of speech, tag or label.

    ``CoarseTags(ruler.patterns).set(doc)`` sets of these what ``ruler(doc)`` would; morphology
    and lemmas are left out.
    """

    def __init__(self, rules: Iterable[Any]) -> None:
        every = [
            _Rule(wanted, {k: v for k, v in rule["attrs"].items() if k in {"POS", "TAG", "DEP"}})
            for rule in rules
            for wanted in rule["patterns"]
        ]
        self._single = [rule for rule in every if rule.given and len(rule.wanted) == 1]
        self._pairs = [rule for rule in every if rule.given and len(rule.wanted) == 2]
        self._words: set[str] = set()
        for rule in every:
            for row in rule.wanted:
                word = row.get("LOWER", "")
                self._words.update([word] if isinstance(word, str) else word.get("IN", ()))
        self._numbers: frozenset[int] = frozenset()  # those words as the model numbers them
        self._known: dict[tuple[int, int, int, int], _Answer] = {}

    def set(self, doc: Doc) -> None:
        """Set the part of speech of every token of a parsed sentence."""
        import numpy as np

        strings = doc.vocab.strings
        if not self._numbers:
            self._numbers = frozenset(strings[word] for word in self._words)
        begun: tuple[_Rule, ...] = ()
        found: list[int] = []
        # As numbers of all tokens at once: to ask each token takes three times as long.
        for at, row in enumerate(doc.to_array(_ASKED).tolist()):
            word, space, tag, dep = row
            key = (word if word in self._numbers else 0, space, tag, dep)
            answer = self._known.get(key)
            if answer is None:
                answer = self._known[key] = self._answer(doc[at])
            found.append(answer.pos)
            for rule in begun:
                if _fits(_values(doc[at]), rule.wanted[1]):
                    found[at] = strings[rule.given["POS"]]
            begun = answer.pairs
            if answer.others:  # white space, which the rules give a tag and a label of its own
                token = doc[at]
                token.tag_ = answer.others.get("TAG", token.tag_)
                token.dep_ = answer.others.get("DEP", token.dep_)
        if found:
            numbers: Any = np.array(found, dtype=np.uint64)
            doc.from_array(["POS"], numbers)

    def _answer(self, token: Token) -> _Answer:
        given: dict[str, str] = {}
        values = _values(token)
        for rule in self._single:  # the last one that fits holds
            if _fits(values, rule.wanted[0]):
                given |= rule.given
        return _Answer(
            pos=token.vocab.strings[given.pop("POS", "")],
            others=given,
            pairs=tuple(rule for rule in self._pairs if _fits(values, rule.wanted[0])),
        )


def _values(token: Token) -> dict[str, Any]:
    """What the rules ask of a token."""
    return {
        "TAG": token.tag_,
        "LOWER": token.lower_,
        "DEP": token.dep_,
        "IS_SPACE": token.is_space,
    }


def _fits(values: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether a token fulfils conditions such as ``{"TAG": "IN", "DEP": {"IN": ["mark"]}}``."""
    for name, condition in wanted.items():
        if isinstance(condition, dict):
            if values[name] not in condition.get("IN", [values[name]]):
                return False
            if values[name] in condition.get("NOT_IN", []):
                return False
        elif values[name] != condition:
            return False
    return True
