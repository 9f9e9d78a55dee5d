"""Which text of a family came first: what is stated, then what the words tell; never a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from harmledger.families.dates import earliest
from harmledger.families.direction import DECIDES
from harmledger.families.stated import Stated
from harmledger.families.wordings import Bearer, Wording
from harmledger.records import Clue, Tie

__all__ = ["original_of"]

#: Clues shown.
_MOST_CLUES = 30


def original_of(
    wordings: Sequence[Wording], known: Stated, clues: Sequence[Clue]
) -> tuple[Bearer | None, Tie]:
    """The original, None where the evidence does not say, and the reason with all clues.

    ``clues``: what the words of linked texts tell. The text that came first by what is stated is
    the original unless the words decide that it was made from another. Where nothing is stated,
    it is the one text from which all others come by the words, none of which say the opposite.
    """
    home = {bearer.text_id: wording.key for wording in wordings for bearer in wording.bearers}
    weighed = _weighed((*known.clues, *clues), home)
    every = (*known.clues, *clues)
    if known.first is not None:
        against = [
            clue
            for clue in clues
            if clue.second is not None
            and home[clue.second] == home[known.first.text_id]
            and weighed[home[clue.first], home[clue.second]] >= DECIDES
        ]
        if against:
            sentence = f"The marks disagree: {_joined(known.clues[0])}, but {_joined(against[0])}."
            return None, _tie(sentence, None, known, every)
        return known.first, _tie(known.clues[0].sentence, known.first, known, every)
    root = _root(wordings, weighed)
    if root is None:
        sentence = "The dates of publication do not tell which text came first."
        if any((two, one) in weighed for one, two in weighed):
            sentence = "The words of the texts point both ways: which came first is not known."
        elif every:
            sentence = f"{sentence.removesuffix('.')}, and the words tell too little."
        return None, _tie(sentence, None, known, every)
    first = _bearer(root, known)
    telling = sorted(
        (clue for clue in clues if home[clue.first] == root.key),
        key=lambda clue: (-clue.strength, clue.kind, clue.sentence),
    )
    if first is None:
        sentence = f"No one text can be named that has the first words: {_joined(telling[0])}."
        return None, _tie(sentence, None, known, every)
    sentence = f"{first.document} came first by its words: {_joined(telling[0])}."
    return first, _tie(sentence, first, known, every)


def _weighed(clues: Sequence[Clue], home: dict[str, str]) -> dict[tuple[str, str], int]:
    """For two wordings the strength of what says that the first came before the second."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for clue in clues:
        first = home[clue.first]
        others = set(home.values()) - {first} if clue.second is None else {home[clue.second]}
        for other in others:
            found[first, other] += clue.strength
    return dict(found)


def _root(wordings: Sequence[Wording], weighed: dict[tuple[str, str], int]) -> Wording | None:
    """The one wording that all others come from, where no clue says the opposite."""
    after = {
        one: [two for (first, two), sum_ in weighed.items() if first == one and sum_ >= DECIDES]
        for one in {pair[0] for pair in weighed}
    }
    if any((two, one) in weighed for one, two in weighed):
        return None
    later = {two for _, two in weighed}
    roots = [wording for wording in wordings if wording.key not in later]
    if len(roots) != 1:
        return None
    reached, waiting = set(), [roots[0].key]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += after.get(one, [])
    return roots[0] if len(reached) == len(wordings) > 1 else None


def _bearer(wording: Wording, known: Stated) -> Bearer | None:
    """The one text of a wording that credits nobody, by date where there are more."""
    free = [bearer for bearer in wording.bearers if bearer in known.free]
    return free[0] if len(free) == 1 else earliest(free)


def _joined(clue: Clue) -> str:
    return clue.sentence.removesuffix(".")


def _tie(sentence: str, bearer: Bearer | None, known: Stated, clues: Sequence[Clue]) -> Tie:
    return Tie(
        kind="original",
        sentence=sentence,
        between=(bearer.document,) if bearer else (),
        text_ids=(bearer.text_id,) if bearer else (),
        marks=known.marks,
        clues=tuple(clues[:_MOST_CLUES]),
    )
