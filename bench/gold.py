"""The project's own gold: claims marked by hand, stored as offsets and fields, without text.

A line of ``bench/gold/claims.jsonl`` (marked twice), ``develop.jsonl``, ``fresh.jsonl`` or
``later.jsonl`` (marked once) is one report: the file of the evaluation data that holds it, its id
there, the SHA-256 of its text, ``half`` (develop or check; of the open reports also later) and its
claims; where only its beginning was marked, ``cut`` says how many characters of it. A claim has the
fields of the annotation guide; speaker, place and time are spans of the text; of the reports marked
once they were marked where ``told`` says so. The scorer's own form, with words in their place, is
made here from the text, which is checked by its hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from harmledger.records import Text, content_id

__all__ = [
    "CLAIMS",
    "DEVELOP",
    "FRESH",
    "LATER",
    "OPEN",
    "UNREAD",
    "development_gold",
    "folds_of",
    "texts_of_gold",
]

#: Marked twice and settled, in two halves; and marked once, for development and training only.
CLAIMS = Path(__file__).parent / "gold" / "claims.jsonl"
DEVELOP = Path(__file__).parent / "gold" / "develop.jsonl"
#: Marked once, for checking only: their errors are not read.
FRESH = Path(__file__).parent / "gold" / "fresh.jsonl"
#: The same, drawn later, with speaker, place and time by the guide.
LATER = Path(__file__).parent / "gold" / "later.jsonl"
#: What the rules of the day read in ``develop.jsonl`` before anyone had read their errors.
UNREAD = Path(__file__).parent / "gold" / "unread.jsonl"
#: The open reports, in words of our own, which lie beside their marks of the same form.
OPEN = Path(__file__).parent / "open"

_SPANS = ("speaker", "place", "when")
#: The scorer's terms for a status, which are coarser than ours.
_COARSE = {"armed_forces": "security", "police": "security", "armed_group": "combatant"}


def _texts(path: Path) -> dict[str, tuple[str, str | None]]:
    """The texts of one file by id, with their date where one is given."""
    if path.suffix == ".json":
        held = json.loads(path.read_text(encoding="utf-8"))
        return {name: (row["articleBody"], None) for name, row in held.items()}
    with path.open(encoding="utf-8") as file:
        found = (json.loads(line) for line in file)
        days = ("dct", "published")
        return {
            str(row["id"]): (row["text"], next(filter(None, map(row.get, days)), None))
            for row in found
        }


def _text(report: dict[str, Any], body: str, day: str | None) -> Text:
    """The text of a report; SystemExit where it is not the one that was marked."""
    if hashlib.sha256(body.encode()).hexdigest() != report["sha256"]:
        raise SystemExit(f"{report['file']}: {report['id']} is not the text that was marked")
    body = body[: report.get("cut")]
    return Text(
        id=content_id("text", report["id"], body),
        page_id="",
        document=report["id"],
        text=body,
        lang="en",
        published_at=day,
        published_from="given" if day else None,
    )


def texts_of_gold(gold: Path, folder: Path, half: str) -> tuple[list[Text], list[dict[str, Any]]]:
    """The texts of one half and its claims in the scorer's form; SystemExit if a text differs."""
    with gold.open(encoding="utf-8") as file:
        reports = [json.loads(line) for line in file]
    reports = [report for report in reports if report["half"] == half]
    files = {name: _texts(folder / name) for name in {report["file"] for report in reports}}
    texts: list[Text] = []
    answers: list[dict[str, Any]] = []
    for report in reports:
        body, day = files[report["file"]][report["id"]]
        texts.append(_text(report, body, day))
        claims = [dict(claim) for claim in report["claims"]]
        for claim in claims:
            claim["status"] = _COARSE.get(claim["status"], claim["status"])
            for name in _SPANS:
                span = claim.get(name)
                claim[name] = body[span[0] : span[1]] if span else None
        answers.append({"n": report["id"], "claims": claims, "drawn": report.get("drawn")})
    return texts, answers


def development_gold(folder: Path) -> tuple[list[Text], list[dict[str, Any]], list[str]]:
    """All reports that rules and weights may be made from, and the set of each.

    The sets: ``twice`` (the develop half of those marked twice), ``once``, and ``open`` (the
    develop half of the open reports, whose answers have their ``case`` too).
    """
    texts, answers = texts_of_gold(CLAIMS, folder, "develop")
    more, further = texts_of_gold(DEVELOP, folder, "develop")
    own, marked = texts_of_gold(OPEN / "claims.jsonl", OPEN, "develop")
    with (OPEN / "reports.jsonl").open(encoding="utf-8") as file:
        cases = {row["id"]: row["case"] for row in map(json.loads, file)}
    marked = [{**answer, "case": cases[answer["n"]]} for answer in marked]
    sets = ["twice"] * len(texts) + ["once"] * len(more) + ["open"] * len(own)
    return [*texts, *more, *own], [*answers, *further, *marked], sets


def folds_of(answers: Sequence[dict[str, Any]], folds: int) -> dict[str, int]:
    """The fold of each report, by its id: all reports of a case are in one."""
    whole = {str(answer["n"]): str(answer.get("case", answer["n"])) for answer in answers}
    order = {name: n for n, name in enumerate(dict.fromkeys(whole.values()))}
    return {report: order[name] % folds for report, name in whole.items()}
