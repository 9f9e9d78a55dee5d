"""The bundled case and its hand-made answer agree with each other and with the sources."""

from __future__ import annotations

import email
import gzip
import importlib.util
import io
import json
import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import feedparser
import lxml.html
import pypdfium2
import pytest
from warcio.archiveiterator import ArchiveIterator

from harmledger.demo import CASE_TITLE, case_paths

(CASE,) = case_paths()
DEMO = CASE.parent
EXPECTED: dict[str, Any] = tomllib.loads((DEMO / "expected.toml").read_text(encoding="utf-8"))
REPORTS: list[dict[str, Any]] = EXPECTED["report"]
BY_NAME = {report["document"]: report for report in REPORTS}
MARK = "Written for the harmledger demonstration from the public record; not a real publication."
SOURCES = (DEMO / "SOURCES.md").read_text(encoding="utf-8")

MEASURES = {"killed", "injured", "casualties", "missing", "displaced"}
QUALIFIERS = {
    "exactly",
    "at_least",
    "more_than",
    "at_most",
    "fewer_than",
    "about",
    "between",
    "vague",
}
STATUSES = {
    "civilian",
    "armed_forces",
    "police",
    "armed_group",
    "perpetrator",
    "mixed",
    "unstated",
}


def of_html(data: bytes | str) -> str:
    tree = lxml.html.fromstring(data)
    for junk in tree.xpath("//script | //style | //title"):
        junk.drop_tree()
    return " ".join(tree.text_content().split())


def of_warc(path: Path, address: str) -> str:
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_headers.get_header("WARC-Target-URI") == address:
                body = record.content_stream().read()
                media = record.http_headers.get_header("Content-Type")
                return of_html(body) if "html" in media else body.decode("utf-8")
    raise AssertionError(address)


def of_mhtml(path: Path) -> str:
    message = email.message_from_bytes(path.read_bytes())
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return of_html(bytes(part.get_payload(decode=True)).decode("utf-8"))
    raise AssertionError(path)


def of_pdf(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def of_jsonl(path: Path, name: str) -> str:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return str(next(row["text"] for row in rows if row["id"] == name))


def of_feed(path: Path, address: str) -> str:
    feed = feedparser.parse(path.read_bytes())
    return of_html(next(e.content[0].value for e in feed.entries if e.link == address))


def text_of(report: dict[str, Any]) -> str:
    """The whole text of a report, junk included, by other means than the package's own."""
    path, name = CASE / report["file"], report["document"]
    by_format: dict[str, Callable[[], str]] = {
        "text": lambda: path.read_text(encoding="utf-8"),
        "markdown": lambda: path.read_text(encoding="utf-8"),
        "html": lambda: of_html(path.read_bytes()),
        "mhtml": lambda: of_mhtml(path),
        "jsonl": lambda: of_jsonl(path, name),
        "feed": lambda: of_feed(path, name),
        "warc": lambda: of_warc(path, name),
        "pdf": lambda: of_pdf(path),
    }
    return " ".join(by_format[report["format"]]().split())


def either(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]


def claims_of(report: dict[str, Any]) -> list[dict[str, Any]]:
    same = report.get("claims_as")
    return list((BY_NAME[same] if same else report)["claim"])


CLAIMS = [(r, c) for r in REPORTS for c in claims_of(r)]
CLAIM_IDS = [f"{r['document']}-{c['near']}" for r, c in CLAIMS]
every_report = pytest.mark.parametrize("report", REPORTS, ids=[r["document"] for r in REPORTS])
every_claim = pytest.mark.parametrize(("report", "claim"), CLAIMS, ids=CLAIM_IDS)


@every_report
def test_report_is_short_marked_and_sourced(report: dict[str, Any]) -> None:
    text = text_of(report)
    assert MARK in text
    assert 80 <= len(text.split()) <= 360  # 300 words of report and what stands around it
    assert report["sources"]
    for number in report["sources"]:
        assert f"\n| {number} |" in SOURCES
    if report["published"]:
        date.fromisoformat(report["published"])
    for field in ("copy_of", "rewrite_of", "claims_as"):
        assert report.get(field, report["document"]) in BY_NAME


@every_report
def test_words_that_are_no_claims_stand_in_the_report(report: dict[str, Any]) -> None:
    text = text_of(report)
    for trap in report.get("not_claims", []) + report.get("dropped", []):
        assert trap["words"] in text
        assert trap["why"]


@every_claim
def test_quote_stands_once_near_its_words(report: dict[str, Any], claim: dict[str, Any]) -> None:
    assert text_of(report).count(claim["near"]) == 1
    assert re.search(rf"(?<!\w){re.escape(claim['quote'])}(?!\w)", claim["near"])


@every_claim
def test_surfaces_stand_in_the_report(report: dict[str, Any], claim: dict[str, Any]) -> None:
    text = text_of(report)
    for field in ("speaker", "where", "when"):
        for surface in either(claim.get(field, "")):
            assert surface.lower() in text.lower()


@every_claim
def test_fields_keep_to_the_vocabulary(report: dict[str, Any], claim: dict[str, Any]) -> None:
    known = "quote near measure low high qualifier status speaker stance scope part_of where when"
    assert set(claim) <= {*known.split(), "unit", "hard"}
    assert set(either(claim["measure"])) <= MEASURES
    assert set(either(claim["status"])) <= STATUSES
    assert set(either(claim.get("scope", "event"))) <= {"event", "cumulative"}
    assert claim.get("stance", "asserted") in {"asserted", "hedged", "denied"}
    qualifier, low, high = claim.get("qualifier", "exactly"), claim.get("low"), claim.get("high")
    assert qualifier in QUALIFIERS
    if qualifier in {"exactly", "about"}:
        assert low == high is not None
    elif qualifier == "between":
        assert low < high
    elif qualifier in {"at_most", "fewer_than"}:
        assert low is None
        assert high is not None
    else:
        assert low is not None
        assert high is None


@every_report
def test_parts_belong_to_a_claim_before_them(report: dict[str, Any]) -> None:
    seen: dict[str, dict[str, Any]] = {}
    for claim in claims_of(report):
        if "part_of" in claim:
            whole = seen[claim["part_of"]]
            assert claim.get("high", claim["low"]) <= whole.get("high", whole.get("low"))
        seen[claim["quote"]] = claim


def test_exact_reprint_holds_every_paragraph_of_the_original() -> None:
    copy = text_of(BY_NAME["2015-10-03-northern-courier.html"])
    original = (CASE / "2015-10-03-example-wire.txt").read_text(encoding="utf-8")
    title, _, *body = original.strip().split("\n\n")
    for paragraph in [title, *body]:
        assert paragraph in copy


def test_edited_copy_is_neither_the_same_nor_another_text() -> None:
    copy = BY_NAME["2015-10-04-daily-lantern.txt"]
    theirs = set(text_of(copy).split())
    ours = set(text_of(BY_NAME[copy["copy_of"]]).split())
    assert 0.6 < len(theirs & ours) / len(theirs | ours) < 0.95


def test_case_has_the_formats_and_relations_it_is_there_to_show() -> None:
    assert 14 <= len(REPORTS) <= 20
    assert {r["format"] for r in REPORTS} >= {"html", "text", "pdf", "warc", "feed", "jsonl"}
    assert sum("copy_of" in r for r in REPORTS) == 2
    assert sum("rewrite_of" in r for r in REPORTS) == 1
    page = (CASE / "2015-10-03-northern-courier.html").read_bytes()
    assert b"charset=windows-1252" in page
    with pytest.raises(UnicodeDecodeError):
        page.decode("utf-8")


def test_every_file_is_a_report_or_left_out_for_a_reason() -> None:
    told = {r["file"] for r in REPORTS} | {r["file"] for r in EXPECTED["left_out"]}
    present = {p.name for p in CASE.iterdir()}
    assert told == present
    assert all(f"`{name}`" in SOURCES for name in present)
    assert sum(p.stat().st_size for p in CASE.iterdir()) < 200_000
    assert EXPECTED["case"] == CASE_TITLE


def test_files_to_be_left_out_hold_no_text() -> None:
    assert (CASE / "2015-10-05-saved-page.html").read_bytes() == b""
    assert of_pdf(CASE / "2015-10-05-scanned-page.pdf").strip() == ""


def test_incidents_and_tolls_name_claims_of_the_reports() -> None:
    def said(document: str, measure: str, low: int | None, high: int | None) -> bool:
        return any(
            measure in either(c["measure"]) and (c.get("low"), c.get("high")) == (low, high)
            for c in claims_of(BY_NAME[document])
        )

    for incident in EXPECTED["incident"]:
        date.fromisoformat(incident["date"])
        reports = incident["main_in"] + incident["mentioned_in"]
        assert len(reports) == len(set(reports))
        for figure in incident["figure"]:
            assert figure["document"] in reports
            date.fromisoformat(figure.get("said_on", incident["date"]))
            assert said(
                figure["document"], figure["measure"], figure.get("low"), figure.get("high")
            )
    for toll in EXPECTED["toll"]:
        for point in toll["points"]:
            date.fromisoformat(point["as_of"])
            assert said(point["document"], toll["measure"], point.get("low"), point.get("high"))


def test_range_said_of_an_incident_is_that_of_its_figures() -> None:
    for incident in EXPECTED["incident"]:
        totals = [
            f for f in incident["figure"] if f["measure"] == "killed" and not f.get("contested")
        ]
        ends = [f[end] for f in totals for end in ("low", "high") if end in f]
        assert incident["killed_said"] == {"lowest": min(ends), "highest": max(ends)}


def load_script() -> ModuleType:
    path = Path(__file__).parents[2] / "bench" / "make_demo_case.py"
    spec = importlib.util.spec_from_file_location("make_demo_case", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_files_are_what_the_script_makes(tmp_path: Path) -> None:
    script = load_script()
    script.write_all(tmp_path)
    for name in script.FILES:
        made, committed = (tmp_path / name).read_bytes(), (CASE / name).read_bytes()
        if name.endswith(".gz"):  # compressed bytes differ between versions of zlib
            made, committed = gzip.decompress(made), gzip.decompress(committed)
        assert made == committed


def test_warc_is_one_gzip_member_a_record() -> None:
    data = (CASE / "2015-11-crawl.warc.gz").read_bytes()
    kinds = [record.rec_type for record in ArchiveIterator(io.BytesIO(data))]
    assert kinds == ["warcinfo", "response", "response"]
    assert data.count(b"\x1f\x8b\x08") == 3
