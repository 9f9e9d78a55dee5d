"""Why each sentence of a text gave the claims it gave, or none: shown by :func:`explain`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import TYPE_CHECKING

from harmledger.claims.annotation.reading import open_text
from harmledger.claims.drafting import draft_claims
from harmledger.claims.drafts.bare import BARE
from harmledger.claims.drafts.draft import Draft
from harmledger.claims.extract import read_claims
from harmledger.claims.harms.find import Harm, find_harms
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import under_number
from harmledger.claims.words.gate import gate_words, lacking
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_anaphoric, is_person_word
from harmledger.records import Claim, Explanation, Ground, Text

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["explain"]

_HELD_BACK = (
    "its words, and those of the text around it, tell of no harm that is counted, as learned"
)


def explain(texts: Iterable[Text]) -> Iterator[tuple[Text, tuple[Explanation, ...]]]:
    """One explanation a sentence, in text order, for each text in the order given.

    It reads what :func:`read_claims` reads, so the claims named are those it returns.
    """
    for text, claims in read_claims(texts):
        yield text, tuple(_sentences(text, claims))


def _sentences(text: Text, claims: tuple[Claim, ...]) -> Iterator[Explanation]:
    reading = open_text(text, every=True)
    draft_claims([reading])
    parsed = reading.waiting
    for index, sentence in enumerate(reading.sentences):
        raw = text.text[sentence.start : sentence.end]
        own = [
            c
            for c in claims
            if (c.sentence_start, c.sentence_end) == (sentence.start, sentence.end)
        ]
        found: tuple[str, ...] = tuple(dict.fromkeys(gate_words(raw)))
        grounds: tuple[Ground, ...] = ()
        none: str | None = None
        if index in parsed:
            grounds = tuple(_grounds(parsed[index], reading.drafts.get(index, []), own))
            grounds += tuple(_continued(c) for c in own if c.basis and c.basis.rule == BARE)
        else:
            # A sentence without harm words can go on counting those of the sentence before.
            grounds = tuple(_continued(claim) for claim in own)
        if not own:
            held_back = index in reading.gated and index not in parsed
            none = _HELD_BACK if held_back else _why_none(raw, found, grounds)
        yield Explanation(
            document=text.document,
            start=sentence.start,
            end=sentence.end,
            sentence=" ".join(raw.split()),
            words=found,
            grounds=grounds,
            none=none,
        )


def _why_none(raw: str, found: tuple[str, ...], grounds: tuple[Ground, ...]) -> str:
    if not found:
        missing = lacking(raw)
        if missing:
            return "; ".join(missing)
        return "no harm word stands in it"
    if not grounds:
        listed = ", ".join(f"“{word}”" for word in found)
        return f"no rule finds whom {listed} befell"
    return "; ".join(dict.fromkeys(f"“{g.word}”: {g.refused}" for g in grounds if g.refused))


def _continued(claim: Claim) -> Ground:
    basis = claim.basis
    return Ground(
        word=basis.word if basis else "",
        rule=BARE if basis and basis.rule == BARE else "continued",
        path="the sentence before",
        quote=claim.quote,
        claim=claim.id,
    )


def _grounds(parsed: Parsed, drafts: list[Draft], claims: list[Claim]) -> Iterator[Ground]:
    by_span = {(claim.start, claim.end, claim.measure): claim for claim in claims}
    told: set[int] = set()
    counted: set[int] = set()
    for draft in drafts:
        claim = by_span.get((draft.counted.start, draft.counted.end, draft.measure))
        if claim is not None:
            told.add(draft.trigger.i)
            counted.add(draft.counted.head.i)
            yield _ground(parsed, draft, claim)
    for harm in find_harms(parsed):
        if harm.trigger.i not in told:
            yield _refused(parsed, harm, counted)


def _ground(parsed: Parsed, draft: Draft, claim: Claim) -> Ground:
    return Ground(
        word=claim.basis.word if claim.basis else written(parsed, draft.trigger),
        rule=draft.rule,
        path=path_between(parsed, draft.trigger, draft.counted.head),
        quote=" ".join(claim.quote.split()),
        claim=claim.id,
        score=None if draft.score is None else round(draft.score, 2),
        reasons=draft.reasons,
        status_by=claim.basis.status_by if claim.basis else (),
        scope_by=claim.basis.scope_by if claim.basis else (),
    )


def _refused(parsed: Parsed, harm: Harm, counted: Set[int]) -> Ground:
    """``counted``: the heads of phrases that claims of this sentence count."""
    head = harm.victim
    start, end = parsed.start(head.doc[head.left_edge.i]), parsed.end(head)
    return Ground(
        word=written(parsed, harm.trigger),
        rule=harm.rule,
        path=path_between(parsed, harm.trigger, head),
        quote=" ".join(parsed.text[start:end].split()),
        refused=_reason(parsed, head, counted=head.i in counted),
    )


def written(parsed: Parsed, token: Token) -> str:
    """The token as it stands in the text: the parser is given a commoner word for some."""
    return parsed.text[parsed.start(token) : parsed.end(token)]


def _reason(parsed: Parsed, head: Token, *, counted: bool) -> str:
    """Why a victim phrase counts nobody, in the order in which the extractor asks."""
    phrase = written(parsed, head)
    if counted:
        return f"“{phrase}” is counted by another word of the sentence"
    modifiers = {c.lower_ for c in head.children if c.i < head.i}
    if is_anaphoric(head.lower_):
        return f"“{phrase}” points back to people counted before"
    if head.pos_ == "PRON":
        return f"“{phrase}” names no one and gives no number"
    if under_number(head):
        return f"“{phrase}” stands under a number that is given elsewhere, or nowhere"
    plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ in words("grammar", "collective_plurals")
    if plural and modifiers & words("grammar", "definite"):
        return f"“{phrase}” is definite and without a number, so it counts no one anew"
    if modifiers & words("grammar", "distributive"):
        return f"“{phrase}” ranges over many"
    if is_person_word(head.lower_):
        return f"“{phrase}” is a word for people, but counts nobody here"
    return f"“{phrase}” is no word for people that is known, or counts nobody here"


def path_between(parsed: Parsed, trigger: Token, victim: Token) -> str:
    """The steps from the harm word to the victim, up "->" and down "<-" the parse tree."""
    if trigger.i == victim.i:
        return written(parsed, trigger)
    above = [trigger, *trigger.ancestors]
    up = [victim, *victim.ancestors]
    meeting = next((token for token in above if token in up), None)
    if meeting is None:
        return f"{written(parsed, trigger)} ... {written(parsed, victim)}"
    steps = [written(parsed, trigger)]
    for token in above[: above.index(meeting)]:
        steps.append(f"-{token.dep_}-> {written(parsed, token.head)}")
    for token in reversed(up[: up.index(meeting)]):
        steps.append(f"<-{token.dep_}- {written(parsed, token)}")
    return " ".join(steps)
