"""The built site: whole, repeatable, replaced at once, safe against what it shows."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml.html import HTMLParser, document_fromstring
from site_book import HandBook, add_assessed, example_book, make_page

from claimed import make_claim, make_text
from harmledger.names import Names
from harmledger.records import Block, Incident, PartOf, Text, content_id
from harmledger.site import SiteProblem, build_site, masked, read_back, verify_site
from harmledger.site import build as building
from harmledger.site import swap as swapping
from harmledger.site.views import _origin_claims


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def page(path: Path):
    return document_fromstring(
        path.read_bytes(), parser=HTMLParser(encoding="utf-8", huge_tree=True)
    )


def test_the_site_is_whole(example_site):
    assert list(verify_site(example_site)) == []


def test_every_archived_text_reads_back(example, example_site):
    names = Names(example.claims(), example.texts())
    for text in example.texts():
        container = page(example_site / "texts" / f"{text.id}.html").get_element_by_id("text")
        assert read_back(container) == masked(text.text, names.ranges(text))


def test_every_claim_is_marked_and_listed_and_leads_back(example, example_site):
    for claim in example.claims():
        tree = page(example_site / "texts" / f"{claim.text_id}.html")
        assert tree.get_element_by_id(f"c-{claim.id}").tag == "mark"
        entry = tree.get_element_by_id(f"n-{claim.id}")
        assert entry.find(".//a[@class='jump']").get("href") == f"#c-{claim.id}"
        back = entry.findall(".//p[@class='back']/a")
        used = any(
            claim.id in subject.claims for subject in [*example.incidents(), *example.tolls()]
        )
        assert bool(back) == used


def test_a_figure_leads_to_its_sentence_and_the_sentence_leads_back(example, example_site):
    index = page(example_site / "index.html")
    for figure in example.figures():
        section = index.get_element_by_id(f"f-{figure.id}")
        href = section.find(".//li/span/a").get("href")
        file, fragment = href.split("#")
        text = page(example_site / file)
        assert text.get_element_by_id(fragment) is not None
        claim = fragment.removeprefix("c-")
        links = [a.get("href") for a in text.get_element_by_id(f"n-{claim}").findall(".//p/a")]
        folder = "incidents" if figure.subject_kind == "incident" else "tolls"
        assert f"../{folder}/{figure.subject}.html#f-{figure.id}" in links
        # The small number behind the mark goes the same way.
        notes = [a.get("href") for a in text.findall(".//sup/a")]
        assert set(notes) & set(links)


def test_the_overview_says_who_said_who_reported_and_how_many_origins(example_site):
    words = " ".join(page(example_site / "index.html").text_content().split())
    assert (
        "said by the Ministry of Health (authority); reported by North Wire, 4 March 2019" in words
    )
    assert "said by North Wire itself, 4 March 2019" in words
    assert "6 independent origins" in words
    assert "No person has checked or approved any figure here." in words
    assert "reports/<empty>.html the file is empty" in words


def test_the_incident_page_brackets_claims_by_origin_and_gives_reasons(example, example_site):
    incident = next(example.incidents())
    tree = page(example_site / "incidents" / f"{incident.id}.html")
    bars = tree.xpath("(//*[local-name()='svg'])[1]//*[local-name()='a']/@href")
    assert len(bars) == 9
    assert all(re.fullmatch(r"\.\./texts/\w+\.html#c-\w+", href) for href in bars)
    words = " ".join(tree.text_content().split())
    assert "All claims name Veldin and Sunday 3 March 2019." in words
    assert "part of another claim, no. 3" in words
    assert "copy, one of 2 of one origin" in words
    assert "hedged: may" in words


def test_the_toll_page_has_a_series_its_definition_and_its_rival(example, example_site):
    toll, rival = example.tolls()
    tree = page(example_site / "tolls" / f"{toll.id}.html")
    words = " ".join(tree.text_content().split())
    assert "People killed in the valley since January 2019, fighters and civilians alike." in words
    assert "lower than before: a revision" in words
    assert tree.xpath("//*[local-name()='svg'][@class='steps']")
    assert tree.xpath(f"//a[@href='../tolls/{rival.id}.html']")
    assert "The other states no beginning." in words
    assert tree.xpath("count(//*[local-name()='path'][@class='rival'])") == 1
    assert tree.xpath("//*[local-name()='svg']//*[text()='A']")


def test_names_of_victims_stand_nowhere_unless_asked_for(example, example_site, tmp_path):
    for name, content in files_of(example_site).items():
        assert b"Teodor" not in content, name
        assert b"Amarin" not in content, name
    book = HandBook(tmp_path, example.held)
    shown = build_site(book, names=True)
    assert list(verify_site(shown)) == []
    assert b"Teodor Amarin" in (shown / "index.html").read_bytes()
    assert not any(b'class="withheld"' in content for content in files_of(shown).values())


def test_hostile_reports_stay_text(example, example_site):
    hostile = list(example.texts())[3]
    html = (example_site / "texts" / f"{hostile.id}.html").read_text("utf-8")
    tree = page(example_site / "texts" / f"{hostile.id}.html")
    assert "<script" not in html
    assert not tree.xpath("//img | //script | //@onerror")
    assert "\u202e" not in html
    assert [a for a in tree.iter("a") if "javascript" in a.get("href", "")] == []
    assert tree.get_element_by_id("text").get("lang") is None


def test_every_block_of_a_report_is_isolated_in_its_direction(example, example_site):
    wire = next(example.texts())
    tree = page(example_site / "texts" / f"{wire.id}.html")
    container = tree.get_element_by_id("text")
    assert [b.get("dir") for b in container if "block" in b.get("class", "").split()] == [
        "auto"
    ] * 5
    css = (example_site / "style.css").read_text("utf-8")
    assert re.search(r"\.text \.block \{[^}]*unicode-bidi: isolate", css)
    assert re.search(r"mark\.claim \{[^}]*unicode-bidi: isolate", css)


def test_the_same_records_give_the_same_bytes(example, example_site, tmp_path):
    again = example_book(tmp_path)
    first = files_of(build_site(again))
    assert first == files_of(example_site)
    assert files_of(build_site(again)) == first


def test_an_empty_book_has_a_site(tmp_path):
    site = build_site(HandBook(tmp_path))
    assert list(verify_site(site)) == []
    assert "No method has been applied yet." in (site / "methods.html").read_text("utf-8")


def test_a_claim_without_its_text_is_shown_without_a_link(example, tmp_path):
    held = dict(example.held)
    held["texts"] = held["texts"][1:]
    site = build_site(HandBook(tmp_path, held))
    assert list(verify_site(site)) == []
    incident = held["incidents"][0]
    html = (site / "incidents" / f"{incident.id}.html").read_text("utf-8")
    assert "The text is no longer in the book." in html


def test_ids_that_are_no_file_names_stay_inside_the_site(tmp_path):
    book = HandBook(tmp_path)
    good = make_text("a", "Nine people died.")
    bad = Text(**{f: getattr(good, f) for f in good.__slots__} | {"id": "../../x"})
    book.add("texts", bad)
    book.add("claims", make_claim(bad, "Nine", 9, 9))
    site = build_site(book)
    assert list(verify_site(site)) == []
    assert {p.name for p in tmp_path.iterdir()} == {"site"}


def many(path: Path, number: int) -> HandBook:
    book = HandBook(path)
    text = make_text("a", "Nine people died.\n\n" * number)
    text = Text(
        **{f: getattr(text, f) for f in text.__slots__}
        | {"blocks": (Block(kind="body", start=0, end=len(text.text)),)}
    )
    book.add("texts", text)
    book.add("pages", make_page(text))
    for n in range(number):
        claim = make_claim(text, "Nine", 9, 9, nth=n)
        incident = Incident(
            id=content_id("i", n),
            title=f"Event {n}",
            when=None,
            where=None,
            measures=(),
            claims=(claim.id,),
            reports=(),
        )
        book.add("claims", claim)
        book.add("incidents", incident)
        add_assessed(book, incident, [claim], [("x", "other", [claim])], f"Nine ({n})", 9, 9, 9)
    return book


def test_a_long_overview_is_divided_and_nothing_falls_between_pages(tmp_path):
    book = many(tmp_path, 230)
    site = build_site(book)
    assert list(verify_site(site)) == []
    names = ["index.html", "incidents-2.html", "incidents-3.html"]
    assert not (site / "incidents-4.html").exists()
    seen = [re.findall(r'id="f-(\w+)"', (site / n).read_text("utf-8")) for n in names]
    assert [len(ids) for ids in seen] == [100, 100, 30]
    assert {i for ids in seen for i in ids} == {f.id for f in book.figures()}
    assert 'href="incidents-3.html"' in (site / "index.html").read_text("utf-8")
    assert 'href="index.html#incidents"' in (site / "incidents-3.html").read_text("utf-8")


def test_a_series_and_its_parts_lead_to_each_other(tmp_path):
    book = many(tmp_path, 3)
    whole, *parts = book.held["incidents"]
    told = PartOf(incident=whole.id, claim=whole.claims[0], sentence="It gives <one> figure.")
    book.held["incidents"] = [
        replace(whole, parts=tuple(one.id for one in parts)),
        *(replace(one, part_of=(told,)) for one in parts),
    ]
    site = build_site(book)
    assert list(verify_site(site)) == []

    def leads(one, heading):
        tree = page(site / "incidents" / f"{one.id}.html")
        return [
            link.get("href")
            for link in tree.xpath(f"//section[@aria-labelledby='{heading}']//li/a")
        ]

    assert leads(whole, "parts-h") == [f"../incidents/{one.id}.html" for one in parts]
    assert all(leads(one, "wholes-h") == [f"../incidents/{whole.id}.html"] for one in parts)
    assert leads(whole, "wholes-h") == leads(parts[0], "parts-h") == []
    body = (site / "incidents" / f"{parts[0].id}.html").read_text("utf-8")
    assert "It gives &lt;one&gt; figure." in body


class Killed(BaseException):
    """Stands for a kill: nothing may catch it and tidy up."""


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two steps"])
@pytest.mark.parametrize("moment", ["write", "before swap", "rename 1", "rename 2", "remove"])
def test_a_kill_leaves_an_old_or_a_new_site_and_the_next_call_heals(
    tmp_path, monkeypatch, exchange, moment
):
    book = many(tmp_path, 2)
    old = files_of(build_site(book))
    first, book.held = book.held, many(tmp_path, 3).held
    if not exchange:
        monkeypatch.setattr(swapping, "_exchange", lambda one, other: False)

    def die(*args, **kwargs):
        raise Killed

    with monkeypatch.context() as patch:
        if moment == "write":
            patch.setattr(building, "other_pages", die)
        elif moment == "before swap":
            patch.setattr(building, "swap_in", die)
        elif moment.startswith("rename"):
            wanted, done = int(moment[-1]), []
            real = Path.rename

            def rename(self, target):
                done.append(target)
                if len(done) == wanted:
                    raise Killed
                return real(self, target)

            patch.setattr(Path, "rename", rename)
        else:
            patch.setattr(swapping, "remove", die)
        try:
            build_site(book)
        except Killed:
            died = True
        else:
            died = False
    # With an exchange in one step there is no rename to die in.
    assert died == (not (exchange and moment.startswith("rename")))
    # A whole site stands there; only without an exchange, between two renames, it is aside.
    whole = tmp_path / (".site-old" if moment == "rename 2" and not exchange else "site")
    assert list(verify_site(whole)) == []
    new = files_of(build_site(book))
    assert len(new) == len(old) + 1
    assert {p.name for p in tmp_path.iterdir()} == {"site"}
    book.held = first
    assert files_of(build_site(book)) == old


def test_a_link_in_the_place_of_the_site_is_replaced_and_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "site").symlink_to(elsewhere)
    site = build_site(many(folder, 1))
    assert not site.is_symlink()
    assert (elsewhere / "mine.txt").read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path):
    (tmp_path / "book").write_text("a file")
    with pytest.raises(SiteProblem, match="the site cannot be written") as caught:
        build_site(HandBook(tmp_path / "book"))
    assert caught.value.hint


def test_the_exchange_is_used_where_the_system_has_it(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    if swapping._exchange(tmp_path / "a", tmp_path / "b"):
        assert (tmp_path / "a" / "b").exists()
        assert (tmp_path / "b" / "a").exists()
    else:
        assert (tmp_path / "a" / "a").exists()


def test_a_report_without_a_title_is_listed_by_its_first_words(tmp_path):
    book = HandBook(tmp_path)
    long = "Two barges sank below the weir, and the harbour office said that no crew was found."
    killed = (
        "Killed in the fall of the tower of the old upper mill was Dorotea Amarinova, 40, a cook."
    )
    texts = [make_text("0a1b", f"\n {long}"), make_text("0a1c", killed), make_text("0a1d", " ")]
    book.add("texts", *texts)
    book.add("pages", *(make_page(text) for text in texts))
    shown = " ".join(page(build_site(book) / "reports.html").text_content().split())
    assert "Two barges sank below the weir, and the harbour office said that no…" in shown
    assert "not stated 0a1b" in shown
    # A name that is withheld is not cut in two, and not shown.
    assert "of the old upper mill was …" in shown
    assert "Dorotea" not in shown
    assert "0a1dnot stated 0a1d" in shown


def test_the_claims_of_a_figure_are_looked_up_and_not_searched_for():
    compared = 0

    class Id(str):
        __slots__ = ()

        def __eq__(self, other):
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    number = 200
    ids = [Id(f"c{n}") for n in range(number)]
    origins = [SimpleNamespace(claims=ids[:number:2]), SimpleNamespace(claims=[*ids[1::2], "x"])]
    shelf = SimpleNamespace(
        assessments={"a": SimpleNamespace(origins=origins)}, claims={one: one for one in ids}
    )
    trace = [SimpleNamespace(claim_id=Id(one)) for one in ids]
    found = _origin_claims(shelf, SimpleNamespace(assessment="a", trace=trace))
    assert [str(one) for one in found] == [str(one) for one in ids]
    assert compared < 20 * number


def test_an_incident_with_many_claims_has_them_by_the_hundred(tmp_path):
    book = HandBook(tmp_path / "book")
    text = make_text("many.txt", " ".join(f"Witness w{n} saw {n} dead." for n in range(1, 251)))
    claims = [make_claim(text, f"w{n} saw", n, n) for n in range(1, 251)]
    book.add("texts", text)
    book.add("pages", make_page(text))
    book.add("claims", *claims)
    event = Incident(
        id=content_id("incident", "many"),
        title="Veldin: people killed",
        when=None,
        where=None,
        measures=(),
        claims=tuple(one.id for one in claims),
        reports=(),
    )
    book.add("incidents", event)
    add_assessed(
        book, event, claims, [("many.txt", "family", claims)], "1 to 250 killed", 1, None, 250
    )
    site = build_site(book)
    assert list(verify_site(site)) == []
    folder = site / "incidents"
    first, *further = (folder / f"{event.id}{tail}.html" for tail in ("", "-a1-2", "-a1-3"))
    numbers = []
    for one in (first, *further):
        tree = page(one)
        numbers += [cell.text for cell in tree.findall(".//td[@class='n']")]
        for link in tree.findall(".//nav[@aria-label='Pages of claims']/a"):
            assert (folder / link.get("href").partition("#")[0]).exists()
    assert numbers == [str(n) for n in range(1, 251)], "every claim once, numbered through"
    assert len(page(first).findall(".//td[@class='n']")) == 100
    assert "Claims 1 to 100 of 250." in first.read_text("utf-8")
    assert "The picture shows the first 200 claims; 50 more" in first.read_text("utf-8")
    assert page(further[0]).find(".//a[@rel='next']").get("href") == further[1].name
    back = page(further[1]).find(".//p[@class='lead']/a").get("href").partition("#")
    assert back[0] == first.name
    assert page(first).get_element_by_id(back[2]) is not None
