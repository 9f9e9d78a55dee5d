"""Claims read from the bundled case against the hand-made answer in ``demo/expected.toml``.

    python bench/demo_answer.py [--errors]

A claim is right where quote (one holds the other), measure, low and high agree; the fields of
right claims are compared then; ``story`` is the place with that of the story, where a claim states
none itself. The answer was made by reading, without the program; the program
was developed with its errors in view, so the figures say what a user sees in the demo and no more.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from harmledger.claims import read_claims
from harmledger.demo import case_paths
from harmledger.pages import read
from harmledger.records import Capture, Claim, Text, Where
from harmledger.texts import make_texts

DEFAULTS: dict[str, Any] = {
    "status": None, "speaker": None, "stance": "asserted", "scope": "event", "where": None,
    "when": None, "qualifier": "exactly",
}  # fmt: skip
LOOSE = ("speaker", "where", "story", "when")


@dataclass
class Score:
    """Counts over all reports. ``fields``: name to (right, compared)."""

    right: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    missed_easy: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Right among those read."""
        return self.right / max(1, self.right + len(self.extra))

    @property
    def recall(self) -> float:
        """Right among those in the answer."""
        return self.right / max(1, self.right + len(self.missed))


def answer() -> dict[str, Any]:
    """The hand-made answer."""
    path = files("harmledger.demo").joinpath("expected.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def texts() -> Iterator[Text]:
    """The texts of the bundled case."""
    captures = (item for item in read(case_paths()) if isinstance(item, Capture))
    return (item for item in make_texts(captures) if isinstance(item, Text))


def _options(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _values(claim: Claim) -> dict[str, Any]:
    return {
        "status": claim.population.status if claim.population else None,
        "speaker": claim.speaker.name if claim.speaker else None,
        "stance": claim.stance,
        "scope": claim.scope,
        "where": _place(claim.where),
        "story": _place(claim.where or (claim.story.where if claim.story else None)),
        "when": claim.when.surface if claim.when else None,
        "qualifier": claim.qualifier,
    }


def _place(where: Where | None) -> str | None:
    """A place with the town that holds it: the answer may name either."""
    return ", ".join(filter(None, (where.name, where.within))) if where else None


def _alike(wanted: Any, got: Any) -> bool:
    if not wanted or not got:
        return not wanted and not got
    a, b = str(wanted).casefold(), str(got).casefold()
    return a in b or b in a


def _matches(want: dict[str, Any], claim: Claim, text: str) -> bool:
    near = want.get("near")
    around = " ".join(text[max(0, claim.start - 200) : claim.end + 200].split())
    return (
        (want["quote"] in claim.quote or claim.quote in want["quote"])
        and claim.measure in _options(want["measure"])
        and claim.low in _options(want.get("low"))
        and claim.high in _options(want.get("high"))
        and (not near or near in around)
    )


def score() -> Score:
    """Read the case and compare."""
    reports = {report["document"]: report for report in answer()["report"]}
    result = Score()
    for text, claims in read_claims(texts()):
        report = reports[text.document]
        wanted = reports[report.get("claims_as", text.document)].get("claim", [])
        left = list(claims)
        for want in wanted:
            found = next((c for c in left if _matches(want, c, text.text)), None)
            if found is None:
                result.missed.append(f"{text.document}: {want['quote']} {want['measure']}")
                result.missed_easy += "hard" not in want
                continue
            left.remove(found)
            result.right += 1
            for name, got in _values(found).items():
                wanted_name = "where" if name == "story" else name
                options = _options(want.get(wanted_name, DEFAULTS[wanted_name]))
                good = any(_alike(o, got) if name in LOOSE else o == got for o in options)
                result.compared[name] += 1
                result.fields[name] += good
        result.extra += [f"{text.document}: {c.quote} {c.measure}" for c in left]
    return result


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--errors", action="store_true", help="list what was missed and added")
    options = parser.parse_args()
    result = score()
    total = result.right + len(result.missed)
    print(
        f"claims={total} precision={result.precision:.3f} recall={result.recall:.3f} "
        f"missed={len(result.missed)} of_them_easy={result.missed_easy} extra={len(result.extra)}"
    )
    print(
        " ".join(f"{n}={result.fields[n] / n_of:.3f}" for n, n_of in result.compared.items()),
        f"n={result.right}",
    )
    if options.errors:
        for line in result.missed:
            print("missed", line)
        for line in result.extra:
            print("extra", line)


if __name__ == "__main__":
    main()
