"""Fits the weights of ``vocabulary/linking/incidents.toml``.

    python bench/train_incidents.py --eval DIR [--claims FILE] [--write]

Pairs of main events of DIR/counts/gva_dev.jsonl that the candidate search brings together, both in
the half ``look`` (see ``incidents.py``), and whose dates and places do not contradict each other. A
weight keeps its sign and stays between its ``least`` and its ``most``. Without ``--write``
the weights are printed only.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np

from bounded_fit import fit
from claims import articles_in, rows
from evaluation import add_eval, part_of
from harmledger.families import find_families
from harmledger.incidents.candidates import candidates
from harmledger.incidents.events import is_event
from harmledger.incidents.features import values_of
from harmledger.incidents.links import contradicted
from harmledger.incidents.local import local_events
from harmledger.incidents.node import Node
from harmledger.incidents.nodes import make_nodes
from harmledger.incidents.weighing import weigh
from harmledger.records import Claim, Text
from harmledger.vocabulary import load
from incidents import claims_of, half_of
from weights_file import keep_rows

TARGET = Path(__file__).parents[1] / "src/harmledger/vocabulary/linking/incidents.toml"
BARS = ("threshold", "group_threshold", "proposed", "clear", "silent", "words_only", "likelier")
PENALTY = 0.001


def nodes_of(texts: list[Text], claims: list[Claim]) -> list[Node]:
    """The events of all texts, as the product makes them."""
    by_id = {text.id: text for text in texts}
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_event(claim):
            own[claim.text_id].append(claim)
    told = {text_id: local_events(by_id[text_id], said) for text_id, said in own.items()}
    return make_nodes(told, by_id, list(find_families(texts)))


def main() -> None:
    """Fit, print and, if asked, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_eval(parser)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    path = part_of(options.eval, "counts/gva_dev.jsonl")
    texts = articles_in(path)
    gold = {row["id"]: row["incident"] for row in rows(path)}
    nodes = nodes_of(texts, claims_of(texts, options.claims, 1))
    rarity = weigh(nodes)
    terms = [term for term in load("linking", "incidents").terms if term.id not in BARS]
    names = [term.id for term in terms]
    signs = np.array([-1.0 if float(term.data["weight"]) < 0 else 1.0 for term in terms])
    least = np.array([abs(float(term.data.get("least", 0.0))) for term in terms])
    most = np.array([abs(float(term.data.get("most", np.inf))) for term in terms])
    values, same = [], []
    pairs = (pair for lot in candidates(nodes, rarity) for pair in zip(*lot, strict=True))
    for one, two in pairs:
        first, second = nodes[one].locals[0], nodes[two].locals[0]
        incidents = [gold[nodes[place].document] for place in (one, two)]
        if first.chief and second.chief and {half_of(i) for i in incidents} == {"look"}:
            found = values_of(nodes[one], nodes[two], rarity)
            if contradicted(found):
                continue
            values.append([found.get(name, 0.0) for name in names])
            same.append(float(incidents[0] == incidents[1]))
    known = np.array(same)
    fitted, bias = fit(np.array(values) * signs, known, np.ones(len(known)), PENALTY, least, most)
    print(f"{len(known)} pairs, {known.sum():.0f} of one incident")
    new = {**dict(zip(names, map(float, fitted * signs), strict=True)), "threshold": -bias}
    keep_rows(TARGET, new, write=options.write, digits=2)


if __name__ == "__main__":
    main()
