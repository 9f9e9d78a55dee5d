"""Claims read from the evaluation sets and from the project's own gold.

    python bench/claims.py --eval DIR [--sets own muc gva displacement attribution] [--half check]

own           ``bench/gold/claims.jsonl``: claims marked by hand (offsets and fields only; the
              texts stay in DIR). ``blind`` of DIR/score_claims.py does the scoring. ``--half once``
              is ``develop.jsonl``: marked once, for development and training.
muc           groups of victims of MUC-4: ``muc`` of DIR/score_claims.py.
gva           articles on shootings, headlines and all: the figure of the report's main incident
              (see below) against the killed and injured of the incident, exact.
displacement  excerpts: a claim of the quantity, with a measure that fits the term.
attribution   political news: of claims inside one attributed passage, the speaker is its source.

The figure of one report: of its incidents the one marked as what the report is chiefly about,
assessed by ``airwars``: the high of all people (the low where no high is known) and, for the
killed, the attackers who died, whom that method keeps apart and the answer counts. No claim counts
as 0 here, because the answer says 0 where nobody was harmed. One naive regular expression runs
beside it over the same texts.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation import add_eval, part_of
from gold import CLAIMS, DEVELOP, FRESH, LATER, texts_of_gold
from harmledger.assessments import assess, load_method
from harmledger.claims import read_claims_in
from harmledger.incidents import find_incidents
from harmledger.ledger import kind_named
from harmledger.pages import InputOptions, read
from harmledger.records import Assessment, Claim, Refusal, Text, content_id
from harmledger.texts import make_texts

#: The parts of the own gold: file and half of each.
PARTS = {
    "develop": (CLAIMS, "develop"),
    "check": (CLAIMS, "check"),
    "once": (DEVELOP, "develop"),
    "fresh": (FRESH, "check"),
    "later": (LATER, "check"),
}
#: Parts of which speaker, place and time were not marked throughout.
HARM_ONLY = frozenset(("once",))
SETS = ("own", "muc", "gva", "displacement", "attribution")
NAIVE = {
    "killed": re.compile(
        r"(\d+|one|two|three|four|five|six)\s+(?:\w+\s+){0,3}(?:killed|dead)", re.I
    ),
    "injured": re.compile(
        r"(\d+|one|two|three|four|five|six)\s+(?:\w+\s+){0,3}(?:injured|wounded|hurt|shot)", re.I
    ),
}
WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}

#: Terms of the displacement set and the measures that state them.
TERMS = {
    "Destroyed Housing": {"damaged"},
    "Partially Destroyed Housing": {"damaged"},
}

#: Sources that only point to one named before.
PRONOUNS = {"he", "she", "it", "they", "who", "which", "that", "one", "his", "her", "their", "its"}

Read = list[tuple[Text, tuple[Claim, ...]]]


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def text_of(row: dict[str, Any]) -> Text:
    """A row as a text, its date given where it has one."""
    return Text(
        id=content_id("text", row["id"], row["text"]),
        page_id="",
        document=str(row["id"]),
        text=row["text"],
        lang="en",
        published_at=row.get("dct"),
        published_from="given" if row.get("dct") else None,
    )


def articles_in(path: Path) -> list[Text]:
    """The rows of a file of articles as the product's texts, headline and all."""
    options = InputOptions(input_format="jsonl", published_field="dct")
    captures = [c for c in read([path], options) if not isinstance(c, Refusal)]
    return [text for text in make_texts(captures) if isinstance(text, Text)]


def bucket(number: int) -> str:
    """Gold 0, 1 or >= 2."""
    return "0" if number == 0 else "1" if number == 1 else ">=2"


def score_module(folder: Path) -> ModuleType:
    """The scorer that lies beside the data."""
    path = part_of(folder, "score_claims.py")
    spec = importlib.util.spec_from_file_location("score_claims", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def written(found: Read, folder: Path) -> Path:
    """The claims as ``harmledger claims --json`` writes them."""
    path = folder / "claims.jsonl"
    encode = kind_named("claims").encode
    with path.open("wb") as file:
        file.writelines(encode(claim) + b"\n" for _, claims in found for claim in claims)
    return path


def naive(text: str, measure: str) -> int:
    """The first number before a harm word, 0 where there is none."""
    match = NAIVE[measure].search(text)
    if match is None:
        return 0
    return WORDS.get(match[1].lower()) or (int(match[1]) if match[1].isdigit() else 1)


def figure_of(text: Text, claims: Iterable[Claim], measure: str) -> int:
    """The figure of the report's main incident; 0 where it has none."""
    own = list(claims)
    chief = [i for i in find_incidents([text], own, []) if any(r.main for r in i.reports)]
    if not chief:
        return 0
    return harmed(assess(chief[:1], [], own, [], load_method("airwars")), measure)


def harmed(found: Iterable[Assessment], measure: str) -> int:
    """The high of an incident, and the dead attackers where they are counted apart from it.

    They are not where the rule ``attackers_within`` says that the high may count them already.
    """
    own = [one for one in found if one.measure == measure]
    whole = [one for one in own if one.status is None]
    total = sum(one.high if one.high is not None else one.low or 0 for one in whole)
    told = {reason.rule for one in whole for reason in one.reasons}
    if measure == "killed" and "attackers_apart" in told and "attackers_within" not in told:
        total += sum(one.low or 0 for one in own if one.status == "perpetrator")
    return total


def gva(folder: Path, processes: int) -> Iterator[str]:
    """Exact figures of the main incident, split by gold."""
    path = folder / "counts" / "gva_dev.jsonl"
    gold = {row["id"]: row for row in rows(path)}
    found = read_claims_in(articles_in(path), processes)
    right: Counter[tuple[str, str, str]] = Counter()
    n: Counter[tuple[str, str]] = Counter()
    for text, claims in found:
        for measure in ("killed", "injured"):
            answer = gold[text.document][measure]
            ours = figure_of(text, claims, measure) == answer
            theirs = naive(text.text, measure) == answer
            for group in ("all", bucket(answer), *([">0"] if answer else [])):
                n[measure, group] += 1
                right[measure, group, "ours"] += ours
                right[measure, group, "naive"] += theirs
    for measure, group in sorted(n):
        number = n[measure, group]
        ours, theirs = (right[measure, group, who] / number for who in ("ours", "naive"))
        yield f"gva {measure} gold {group}: exact {ours:.3f}, naive {theirs:.3f} (n={number})"


def muc(folder: Path, processes: int) -> Iterator[str]:
    """Recall of victim groups, each file and all together."""
    scorer = score_module(folder)
    parts = [folder / "counts" / f"muc4_{name}.jsonl" for name in ("dev", "tst1", "tst2")]
    with tempfile.TemporaryDirectory() as scratch:
        together = Path(scratch) / "muc.jsonl"
        together.write_bytes(b"".join(path.read_bytes() for path in parts))
        texts = [text_of(row) for path in parts for row in rows(path)]
        out = written(list(read_claims_in(texts, processes)), Path(scratch))
        for path in (*parts, together):
            got = scorer.muc(path, out)
            listed = ", ".join(
                f"{name} {value:.3f}" if isinstance(value, float) else f"{name}={value}"
                for name, value in got.items()
            )
            yield f"muc {path.stem}: {listed}  (a 2 at the end: groups of two and more)"


def displacement(folder: Path, processes: int) -> Iterator[str]:
    """A claim of the quantity whose measure states the term."""
    gold = rows(folder / "displacement" / "idetect_dev.jsonl")
    found = read_claims_in(map(text_of, gold), processes)
    right: Counter[str] = Counter()
    n: Counter[str] = Counter()
    for row, (_, claims) in zip(gold, found, strict=True):
        measures = TERMS.get(row["term"], {"displaced"})
        hit = any(row["quantity"] in (c.low, c.high) and c.measure in measures for c in claims)
        for group in ("all", row["unit"], row["term"]):
            n[group] += 1
            right[group] += hit
    for group in n:
        share = right[group] / n[group]
        yield f"displacement {group}: quantity and term {share:.3f} (n={n[group]})"


def attribution(folder: Path, processes: int) -> Iterator[str]:
    """Of claims inside one attributed passage: a speaker that overlaps its source.

    The source of a passage may be a pronoun, while a claim names whom it points to: passages whose
    source is a noun or a name are counted apart.
    """
    right = given = inside = outside = silent = nouns = right_nouns = 0
    gold = {
        str(row["id"]): row
        for name in ("polnear_dev", "polnear_train_sample")
        for row in rows(folder / "attribution" / f"{name}.jsonl")
    }
    for text, claims in read_claims_in(map(text_of, gold.values()), processes):
        spans = [
            (content["spans"], [s for source in one.get("Source", []) for s in source["spans"]])
            for marks in gold[text.document]["annotations"]
            for one in marks["attributions"]
            for content in one.get("Content", [])
        ]
        for claim in claims:
            held = [s for c, s in spans if any(a <= claim.start and claim.end <= b for a, b in c)]
            sources = [span for source in held for span in source]
            if not held:
                outside += 1
                silent += claim.speaker is None
            elif sources:
                inside += 1
                given += claim.speaker is not None
                hit = claim.speaker is not None and any(
                    a < claim.speaker.end and claim.speaker.start < b for a, b in sources
                )
                right += hit
                if any(text.text[a:b].lower() not in PRONOUNS for a, b in sources):
                    nouns += 1
                    right_nouns += hit
    for what, number, of in (
        ("inside a passage: speaker is its source", right, inside),
        ("inside a passage whose source is no pronoun: the same", right_nouns, nouns),
        ("inside a passage: any speaker", given, inside),
        ("outside of all: no speaker", silent, outside),
    ):
        yield f"attribution {what} {number / max(1, of):.3f} (n={of})"


def own(folder: Path, processes: int, half: str | None) -> Iterator[str]:
    """The project's own gold, scored as the scorer beside the data does."""
    scorer = score_module(folder)
    for part in ("develop", "check", "fresh", "later") if half is None else (half,):
        texts, answers = texts_of_gold(PARTS[part][0], folder, PARTS[part][1])
        with tempfile.TemporaryDirectory() as scratch:
            out = written(list(read_claims_in(texts, processes)), Path(scratch))
            gold = Path(scratch) / "gold.jsonl"
            gold.write_text("".join(json.dumps(answer) + "\n" for answer in answers), "utf-8")
            got = scorer.blind(gold, out)
        figures = ", ".join(
            f"{name} {value:.3f}" if isinstance(value, float) else f"{name}={value}"
            for name, value in got.items()
            if not (part in HARM_ONLY and name.startswith(("speaker", "place", "when")))
        )
        yield f"own gold, {part} ({len(texts)} reports): {figures}"


def main() -> None:
    """Run the sets asked for, one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_eval(parser)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS)
    parser.add_argument("--half", choices=tuple(PARTS))
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    for name in arguments.sets:
        if name == "own":
            lines = own(arguments.eval, arguments.processes, arguments.half)
        else:
            lines = globals()[name](arguments.eval, arguments.processes)
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main()
