"""The site in a real browser, from ``file://``: text, targets, styles, width, and back.

Needs Chromium: ``$CHROMIUM``, or one on the path. Where there is none these tests fail, unless
``HARMLEDGER_NO_BROWSER=1`` says that this is known.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from browser import dump
from lxml.html import HTMLParser, document_fromstring, fromstring

from harmledger.names import Names
from harmledger.site import masked, read_back

# The pages forbid scripts. Copies made for these tests allow this one, and nothing else is
# changed: it reads the text by the rules of readback.py, and measures.
PROBE = """<script>
function read(node, root) {
  if (node.nodeType === 3) return node.data;
  if (node.nodeType !== 1) return '';
  if (node !== root && node.hasAttribute('data-ui')) return '';
  if (node.hasAttribute('data-char')) {
    return String.fromCodePoint(parseInt(node.dataset.char, 16));
  }
  if (node.hasAttribute('data-length')) return '\\u2588'.repeat(+node.dataset.length);
  return Array.from(node.childNodes, child => read(child, root)).join('');
}
addEventListener('load', () => setTimeout(() => {
  const text = document.getElementById('text'), target = document.querySelector(':target');
  const seen = element => element && getComputedStyle(element).backgroundColor;
  parent.postMessage(JSON.stringify({
    page: location.href.split('/').slice(-2).join('/'),
    text: text && read(text, text),
    target: target && read(target, target),
    targetColour: seen(target),
    otherColours: Array.from(document.querySelectorAll('mark'))
      .filter(mark => !mark.closest(':target')).map(seen),
    paper: seen(document.body),
    top: target && target.getBoundingClientRect().top,
    height: innerHeight,
    width: innerWidth,
    scrollWidth: document.documentElement.scrollWidth,
  }), '*');
}, 50));
</script></body>"""


@pytest.fixture(scope="module")
def probed(chromium, example, example_site, tmp_path_factory) -> dict[str, dict[str, Any]]:
    """Every page of the example, in a frame as wide as a small phone, as the browser sees it."""
    folder = tmp_path_factory.mktemp("probed")
    copy = Path(shutil.copytree(example_site, folder / "site"))
    for path in copy.rglob("*.html"):
        html = path.read_text("utf-8")
        html = html.replace(
            "default-src 'none';", "default-src 'none'; script-src 'unsafe-inline';"
        )
        path.write_text(html.replace("</body>", PROBE), "utf-8")
    pages = [path.relative_to(copy).as_posix() for path in sorted(copy.rglob("*.html"))]
    pages += [f"texts/{claim.text_id}.html#c-{claim.id}" for claim in example.claims()]
    frames = "".join(
        f'<iframe src="site/{page}" style="border:0;width:360px;height:640px"></iframe>'
        for page in pages
    )
    harness = folder / "harness.html"
    harness.write_text(
        '<!DOCTYPE html><meta charset="utf-8"><pre id="out"></pre><script>addEventListener('
        "'message', e => {document.getElementById('out').textContent += e.data + '\\n'})"
        f"</script>{frames}",
        "utf-8",
    )
    html, log = dump(chromium, folder / "profile", harness.as_uri())
    assert "Refused to" not in log
    assert "violates the following Content Security Policy" not in log
    lines = fromstring(html.decode("utf-8")).get_element_by_id("out").text_content().splitlines()
    seen = {answer["page"]: answer for answer in map(json.loads, lines)}
    assert len(seen) == len(pages)
    return seen


def answer(probed: dict[str, dict[str, Any]], page: str) -> dict[str, Any]:
    return next(found for name, found in probed.items() if name.endswith(page))


def test_the_browser_reads_every_text_back_exactly(probed, example):
    names = Names(example.claims(), example.texts())
    for text in example.texts():
        whole = masked(text.text, names.ranges(text))
        assert answer(probed, f"texts/{text.id}.html")["text"] == whole


def test_a_plain_dump_of_the_untouched_page_reads_back_too(
    chromium, example, example_site, tmp_path
):
    hostile = list(example.texts())[3]
    page = example_site / "texts" / f"{hostile.id}.html"
    html, log = dump(chromium, tmp_path / "profile", page.as_uri())
    assert "Refused to" not in log
    # The dump is HTML again, and a carriage return in HTML must be a reference to survive.
    html = html.replace(b"\r", b"&#13;")
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    container = document_fromstring(html, parser=parser).get_element_by_id("text")
    assert read_back(container) == hostile.text


def test_every_claim_is_the_target_of_its_link_in_view_and_highlighted(probed, example):
    names = Names(example.claims(), example.texts())
    texts = {text.id: text for text in example.texts()}
    for claim in example.claims():
        text = texts[claim.text_id]
        found = answer(probed, f"{claim.text_id}.html#c-{claim.id}")
        whole = masked(text.text, names.ranges(text))
        # A crossing claim's first piece is the target: the quote begins with it.
        assert found["target"]
        assert whole[claim.start : claim.end].startswith(found["target"])
        assert 0 <= found["top"] < found["height"]
        assert found["targetColour"] not in ("rgba(0, 0, 0, 0)", found["paper"])
        assert found["targetColour"] not in found["otherColours"]


def test_the_stylesheet_applies_on_every_page_under_the_policy(probed):
    papers = {found["paper"] for found in probed.values()}
    assert len(papers) == 1
    assert papers != {"rgba(0, 0, 0, 0)"}


def test_no_page_scrolls_sideways_on_a_small_phone(probed):
    wide = {
        page: found["scrollWidth"]
        for page, found in probed.items()
        if found["scrollWidth"] > found["width"]
    }
    assert all(found["width"] == 360 for found in probed.values())
    assert wide == {}


def test_from_a_figure_to_its_sentence_and_back(probed, example, example_site):
    index = document_fromstring((example_site / "index.html").read_bytes())
    for figure in example.figures():
        link = index.get_element_by_id(f"f-{figure.id}").find(".//li/span/a").get("href")
        assert answer(probed, link)["target"]
        claim = re.search(r"#c-(\w+)$", link)
        assert claim
        text = document_fromstring((example_site / link.split("#")[0]).read_bytes())
        note = text.xpath("//mark[@id=$id]/following::sup[1]/a/@href", id=f"c-{claim[1]}")[0]
        path, fragment = note.split("#")
        there = document_fromstring((example_site / "texts" / path).resolve().read_bytes())
        assert there.get_element_by_id(fragment) is not None
