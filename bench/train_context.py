"""Trains the judge: the networks that make and drop claims by the context of the words.

    python bench/train_context.py --eval DIR [--folds 5] [--write]

It needs nothing but numpy. It learns from the reports of bench/gold/develop.jsonl and of the
develop half of bench/open: each candidate is a claim of its measure or none. Rules were made on
these reports, so what rules leave open there today is quite unlike what they leave open in other
texts. unread.jsonl beside them therefore keeps what the rules of the day read in each of them
before anyone had seen their errors: the candidates look at those claims, and by them the score is
taken, that of whole reports in folds: in each fold networks of the other folds' reports judge the
fold's. The sentences of the extractor's own tests
are learned from as well, always: what the rules read there is all that there is. ``--write``
replaces src/harmledger/vocabulary/en/context.json.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from claims import rows
from context_fit import Array, Fitted, fitted
from counted import counts, line, marks_at
from evaluation import training
from gold import DEVELOP, OPEN, UNREAD, texts_of_gold
from harmledger.claims.annotation.reading import Reading, open_text
from harmledger.claims.learned.around import Around, Known
from harmledger.claims.learned.candidates import candidates_of, heads_of
from harmledger.claims.learned.choosing import accepted
from harmledger.claims.learned.clues import clues_of, vectors_of
from harmledger.claims.learned.judge import bound, known_claims, slot_of
from harmledger.claims.learned.network import Network, packed
from harmledger.claims.learned.screening import Sight, sights_of
from harmledger.claims.learned.signs import Signs
from harmledger.claims.learned.slots import Slot, triggers
from harmledger.records import Text
from trait_fit import columns_of

HOME = Path(__file__).parent.parent
OUT = HOME / "src/harmledger/vocabulary/en/context.json"
#: Tables of sentences with all their claims, which rules read alone.
TABLES = HOME / "tests/claims"
_ROW = re.compile(r'(\w+) (\S+) "([^"]*)"')
VERSION = 3
#: The score from which a claim is made, and that below which one is dropped; of the screen, the
#: score from which a phrase is looked at closely, and that below which a claim is. In the folds.
ADD, DROP = 0.8, 0.01
SEEN, DOUBTED = 0.05, 0.8
#: In how many reports a trait must stand; the weight of candidates that no claim covers, of
#: those in the tables, and of those in reports drawn from all news or open ones, which are few.
REPORTS, FREE, TABLED, FEW = 10, 4.0, 8.0, {"general": 3.0, "open": 2.0}
#: Other bounds that are shown beside.
TRIED = [(a, d) for a in (0.7, 0.8) for d in (0.01, 0.03, 0.05)]
#: Units and networks of the judge, and of the screen.
JUDGE, SCREEN = (32, 2), (16, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate of a report: what is known of it, and whether it is a claim.

    ``sight``: what the screen sees of its head. ``drafted``: a claim of today's rules. ``run``:
    one that extraction asks for, too, not only training. ``open``: no claim of before covers it.
    """

    report: str
    sentence: int
    slot: Slot
    sight: Sight
    traits: list[str]
    vectors: Array
    harm: bool
    doubt: bool
    drafted: bool
    run: bool
    open: bool
    weight: float = 1.0


def _over(one: Any, other: Any) -> bool:
    return bool(one.start < other.end and other.start < one.end)


def readings(texts: Sequence[Text]) -> Iterator[Reading]:
    """The texts with what the rules draft, before the judge."""
    module = import_module("harmledger.claims.drafting")
    with mock.patch.object(module, "judge", side_effect=lambda _, __, drafts: drafts):
        for text in texts:
            reading = open_text(text)
            module.draft_claims([reading], every=True)
            yield reading


def _signs(reading: Reading) -> Signs:
    return Signs(reading.text.text, len(reading.waiting))


def _slots(reading: Reading) -> Iterator[tuple[int, Slot, Sight, bool, bool]]:
    """Every slot of a report: of claims drafted, and wide candidates, with the head's sight."""
    for index, parsed in reading.waiting.items():
        words = tuple(triggers(parsed))
        if not words:
            continue
        drafted = [s for s in map(slot_of, reading.drafts.get(index, ())) if s is not None]
        sights = sights_of(parsed, (s.counted.head for s in drafted), words)
        for slot, sight in zip(drafted, sights, strict=True):
            yield index, slot, sight, True, False
        narrow = {head.i for head in heads_of(parsed)}
        heads = list(heads_of(parsed, wide=True))
        seen = {s.head.i: s for s in sights_of(parsed, heads, words)}
        asked = {
            (s.counted.start, s.counted.end, s.counted.low, s.counted.high, s.word.measure)
            for s in candidates_of(parsed, (h for h in heads if h.i in narrow), words)
        }
        for slot in candidates_of(parsed, heads, words, wide=True):
            one = slot.counted
            key = (one.start, one.end, one.low, one.high, slot.word.measure)
            yield index, slot, seen[one.head.i], False, key in asked


def unread(spans: Sequence[Sequence[Any]], slots: Sequence[tuple[int, Slot]]) -> list[Known]:
    """The claims of before as candidates see them: with their sentence and the noun."""
    out: list[Known] = []
    for start, end, measure, low, high in spans:
        claim = Known(start, end, measure, low, high, None, "")
        met = [(i, s.counted) for i, s in slots if _over(s.counted, claim)]
        alike = [one for _, one in met if (one.low, one.high) == (low, high)]
        index = met[0][0] if met else None
        word = alike[0].head.lower_ if alike else ""
        out.append(Known(start, end, measure, low, high, index, word))
    return out


def learned(
    reading: Reading, answer: dict[str, Any], before: Any
) -> tuple[list[Row], list[Known], Signs]:
    """The candidates of a report, the claims around them, and the signs in it."""
    slots = list(_slots(reading))
    known = unread(before, [(index, slot) for index, slot, *_ in slots])
    around, signs = Around(known), _signs(reading)
    out: list[Row] = []
    for index, slot, sight, drafted, run in slots:
        parsed, one, measure = reading.waiting[index], slot.counted, slot.word.measure
        met = marks_at(one.start, one.end, (one.low, one.high), answer["claims"])
        harm = [c for c in met if c["measure"] == measure]
        dead = any(c["measure"] in {"killed", "casualties"} for c in met)
        doubt = any(not c.get("sure", True) for c in harm) or (
            not harm and slot.word.outcome_unknown and dead
        )
        free = not any(_over(k, one) for k in known)
        traits, vectors = clues_of(parsed, index, slot, around, signs), vectors_of(parsed, slot)
        row = (str(answer["n"]), index, slot, sight, traits, vectors)
        weight = (FREE if free else 1.0) * FEW.get(answer["drawn"], 1.0)
        out.append(Row(*row, bool(harm), doubt, drafted, run, free, weight))
    return out, known, signs


def tabled() -> Iterator[Row]:
    """The candidates of the tables' sentences: what has a row there is harm, nothing else is."""
    cases: list[tuple[str, list[tuple[str, ...]]]] = []
    files = [path.read_text(encoding="utf-8") for path in sorted(TABLES.glob("sentences*.txt"))]
    for told in "\n".join(files).splitlines():
        if told.startswith("> "):
            cases.append((told[2:].strip(), []))
        elif (wanted_row := _ROW.match(told)) and cases:
            cases[-1][1].append(wanted_row.groups())
    texts = [
        Text(id=f"table:{n}", page_id="", document=f"table:{n}", text=sentence, lang="en")
        for n, (sentence, _) in enumerate(cases)
    ]
    for text, (_, wanted), reading in zip(texts, cases, readings(texts), strict=True):
        known = known_claims(reading.drafts)
        around, signs = Around(known), _signs(reading)
        for index, slot, sight, drafted, run in _slots(reading):
            parsed, one = reading.waiting[index], slot.counted
            bounds = str(one.low) if one.low == one.high else f"{one.low}+"
            quote = text.text[one.start : one.end]
            harm = drafted or any(
                (measure, many) == (slot.word.measure, bounds) and (said in quote or quote in said)
                for measure, many, said in wanted
            )
            clues = clues_of(parsed, index, slot, around, signs)
            row = (text.id, index, slot, sight, clues)
            free = not any(_over(k, one) for k in known)
            vectors = vectors_of(parsed, slot)
            yield Row(*row, vectors, harm, False, drafted, run, free, TABLED)


def _network(learn: Sequence[Row], *, screen: bool) -> Network:
    traits = [row.sight.traits if screen else row.traits for row in learn]
    reports = [row.report for row in learn]
    kept, held = columns_of(list(zip(reports, traits, strict=True)), REPORTS)
    column = {trait: n for n, trait in enumerate(kept)}
    flags = np.zeros((len(learn), len(kept)), dtype=np.float32)
    for n, own in enumerate(held):
        flags[n, own] = 1.0
    vectors = np.stack([row.sight.vector if screen else row.vectors for row in learn])
    harm = np.array([row.harm for row in learn], dtype=np.float32)
    weight = np.array([1.0 if screen else row.weight for row in learn], dtype=np.float32)
    bounds = (SEEN, DOUBTED) if screen else (ADD, DROP)
    fit: Fitted = fitted(flags, vectors, harm, weight, *(SCREEN if screen else JUDGE))
    within, by_trait, start, out, direct, bias = fit
    return Network(VERSION, *bounds, column, within, by_trait, start, out, direct, bias)


def trained(learn: Sequence[Row]) -> tuple[Network, Network]:
    """The judge and its screen that fit the rows; the same rows always give the same."""
    learn = [row for row in learn if not row.doubt]
    heads: dict[tuple[str, int, int], Row] = {}
    for row in learn:
        key = (row.report, row.sentence, row.sight.head.i)
        if key not in heads or row.harm:
            heads[key] = row
    return _network(learn, screen=False), _network(list(heads.values()), screen=True)


def judged(
    held: Sequence[tuple[Row, float, float]],
    known: Sequence[Known],
    signs: Signs,
    judge: Network,
    screen: Network,
) -> list[Known]:
    """The claims of a report as judge and screen leave them; ``held``: rows with both scores."""
    out: list[Known] = []
    for claim in known:
        own = [
            (score, sight)
            for row, score, sight in held
            if _over(row.slot.counted, claim)
            and (row.slot.word.measure, row.slot.counted.low, row.slot.counted.high)
            == (claim.measure, claim.low, claim.high)
        ]
        drop = bound(judge, signs, claim.measure)
        if not own or max(own)[0] >= drop or max(sight for _, sight in own) >= screen.drop:
            out.append(claim)
    sentences: dict[int, list[tuple[float, Slot, int]]] = defaultdict(list)
    for n, (row, score, sight) in enumerate(held):
        if row.open and row.run and score >= judge.add and sight >= screen.add:
            sentences[row.sentence].append((score, row.slot, n))
    for index, scored in sentences.items():
        for _, slot, _ in accepted(scored):
            one = slot.counted
            measure = slot.word.measure
            out.append(Known(one.start, one.end, measure, one.low, one.high, index, ""))
    return out


def _file(network: Network) -> dict[str, Any]:
    return {
        "add": network.add,
        "drop": network.drop,
        "bias": round(network.bias, 4),
        "start": [round(float(v), 4) for v in network.start],
        "out": [round(float(v), 4) for v in network.out],
        "within": packed(network.within),
        "by_trait": packed(network.by_trait),
        "direct": [round(float(v), 3) for v in network.direct],
        "traits": list(network.traits),
    }


def main() -> None:
    """Cross-validate, print what the judge gains, and write the networks where asked."""
    arguments = training(__doc__).parse_args()
    texts, answers = texts_of_gold(DEVELOP, arguments.eval, "develop")
    more, further = texts_of_gold(OPEN / "claims.jsonl", OPEN, "develop")
    texts = [*texts, *more]
    answers = [*answers, *({**answer, "drawn": "open"} for answer in further)]
    unread_rows = [*rows(UNREAD), *rows(OPEN / "unread.jsonl")]
    before = {row["id"]: row["claims"] for row in unread_rows}
    read = [
        learned(reading, answer, before[str(answer["n"])])
        for reading, answer in zip(readings(texts), answers, strict=True)
    ]
    always = list(tabled())
    everything = [*always, *(row for own, *_ in read for row in own)]
    left = sum(row.open and row.harm and row.run for row in everything)
    print(f"{len(read)} reports, {len(everything)} candidates, {left} open and claims")
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for fold in range(arguments.folds):
        mine = [one for n, one in enumerate(read) if n % arguments.folds != fold]
        judge, screen = trained([*always, *(row for own, *_ in mine for row in own)])
        for n, ((own, known, signs), answer) in enumerate(zip(read, answers, strict=True)):
            if n % arguments.folds != fold:
                continue
            scores = judge.scores([row.traits for row in own], [row.vectors for row in own])
            sights = screen.scores([r.sight.traits for r in own], [r.sight.vector for r in own])
            held = list(zip(own, scores, sights, strict=True))
            part = answer["drawn"] or "harm"
            totals[f"{part}, as it was"] += counts(known, answer)
            for add, drop in ((2.0, -1.0), (2.0, DROP), (ADD, -1.0), *TRIED):
                for seen, doubted in ((0.0, 2.0), (SEEN, DOUBTED)):
                    one = replace(judge, add=add, drop=drop)
                    two = replace(screen, add=seen, drop=doubted)
                    after = judged(held, known, signs, one, two)
                    name = f"{part}, add {add}, drop {drop}, screen {seen} {doubted}"
                    totals[name] += counts(after, answer)
    for how, total in sorted(totals.items()):
        print(line(how, total))
    if arguments.write:
        judge, screen = trained(everything)
        held_file = {
            "about": "The networks of the judge (docs/claims.md), by bench/train_context.py.",
            "version": VERSION,
            "judge": _file(judge),
            "screen": _file(screen),
        }
        OUT.write_text(json.dumps(held_file, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{OUT.name}: {len(judge.traits)} traits, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
