"""What is wrong with a site is found: one change a row."""

from __future__ import annotations

import shutil
from hashlib import sha256

import pytest

from harmledger.site import readback, verify_site


def append(path, words):
    with path.open("a") as file:
        file.write(words)


@pytest.fixture
def site(example_site, tmp_path):
    return shutil.copytree(example_site, tmp_path / "site")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("</main>", "<script>1</script></main>", "has a <script>"),
        ("</main>", "<img src='logo.png'></main>", "has a <img>"),
        ("</main>", "<p onclick='x()'>x</p></main>", "has the event handler onclick"),
        ("</main>", "<p style='color:red'>x</p></main>", "has a style of its own"),
        ("</main>", "<style>p{}</style></main>", "has a <style>"),
        ("</main>", "<a href='javascript:x()'>x</a></main>", "leads outside"),
        ("</main>", "<a href='https://x.example/'>x</a></main>", "lacks rel=noreferrer nofollow"),
        ("</main>", "<a href='//x.example/'>x</a></main>", "leads outside"),
        ("</main>", "<a href='../secret.html'>x</a></main>", "leaves the site"),
        ("</main>", "<a href='nowhere.html'>x</a></main>", "leads nowhere: nowhere.html"),
        ("</main>", "<a href='#nowhere'>x</a></main>", "leads nowhere: index.html#nowhere"),
        ("</main>", "<a href='http://[x/'>x</a></main>", "no address"),
        ("</main>", "<p id='main'>x</p></main>", "the id 'main' stands twice"),
        ("</main>", "<svg><rect fill='url(http://x.example/#a)'/></svg></main>", "loads something"),
        ("<title>", "<meta http-equiv='refresh' content='0;url=x'><title>", "http-equiv"),
        ("style.css", "https://x.example/style.css", "leads outside"),
        ("default-src 'none'", "default-src *", "no content security policy"),
        (">At least 22</b>", ">At least 23</b>", "is not the marked text"),
        ('data-quote="', 'data-quote="0', "is quoted but marked nowhere"),
    ],
)
def test_a_change_of_the_overview_is_found(site, old, new, problem):
    path = site / "index.html"
    html = path.read_text("utf-8")
    assert old in html
    path.write_text(html.replace(old, new, 1), "utf-8")
    found = list(verify_site(site))
    assert any(problem in line for line in found), found
    assert all(line.startswith("index.html: ") for line in found)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (">At least 22<", "><", "is empty"),
        (">At least 22<", ">At least 220<", "is not the marked text"),
        ('id="c-', 'id="d-', "has a mark but no anchor"),
    ],
)
def test_a_change_of_an_archived_text_is_found(site, old, new, problem):
    path = next(p for p in (site / "texts").iterdir() if "who sold bread" in p.read_text("utf-8"))
    html = path.read_text("utf-8")
    start = html.index('id="text"')
    path.write_text(html[:start] + html[start:].replace(old, new, 1), "utf-8")
    assert any(problem in line for line in verify_site(site))


@pytest.mark.parametrize(
    ("inside", "problem"),
    [
        ('<span data-char="zz">x</span>', "data-char='zz' is no code point"),
        ('<span data-char="">x</span>', "data-char='' is no code point"),
        ('<span data-char="110000">x</span>', "data-char='110000' is no code point"),
        (f'<span data-char="{"1" * 9999}">x</span>', f"data-char='{'1' * 20}' is no code point"),
        ('<span data-length="x">x</span>', "data-length='x' is not how much"),
        ('<span data-length="-4">x</span>', "data-length='-4' is not how much"),
        ('<span data-length="999999999">x</span>', "data-length='999999999' is not how much"),
        (f'<span data-length="{"9" * 9999}">x</span>', "is not how much was withheld"),
    ],
)
def test_what_stands_for_characters_is_checked(site, inside, problem):
    path = next(p for p in (site / "texts").iterdir() if "who sold bread" in p.read_text("utf-8"))
    html = path.read_text("utf-8")
    start = html.index('id="text"')
    path.write_text(html[:start] + html[start:].replace(">At least 22<", f">{inside}<", 1), "utf-8")
    name = path.relative_to(site).as_posix()
    found = list(verify_site(site))
    assert any(line.startswith(f"{name}: ") and problem in line for line in found), found


def test_marks_of_a_page_show_no_more_than_reports_have(site, monkeypatch):
    path = next(p for p in (site / "texts").iterdir() if "who sold bread" in p.read_text("utf-8"))
    monkeypatch.setattr(readback, "_MOST", 30)
    found = [line for line in verify_site(site) if "shows more text" in line]
    assert f"{path.relative_to(site).as_posix()}: shows more text than any report has" in found


def test_a_missing_page_is_found(site):
    next((site / "incidents").iterdir()).unlink()
    assert any("leads nowhere: incidents/" in line for line in verify_site(site))


def test_foreign_files_links_and_loading_styles_are_found(site):
    (site / "extra.js").write_text("1")
    (site / "link.html").symlink_to(site / "index.html")
    (site / "style.css").write_text("@import 'https://x.example/a.css';")
    found = "\n".join(verify_site(site))
    assert "extra.js: does not belong to a site" in found
    assert "link.html: is a link" in found
    assert "style.css: loads something by @import" in found


def test_a_claim_marked_on_two_pages_is_found(site):
    one = next((site / "texts").iterdir())
    shutil.copy(one, site / "texts" / "twice.html")
    assert any("is marked on two pages" in line for line in verify_site(site))


@pytest.mark.parametrize("make", [lambda p: None, lambda p: p.mkdir()])
def test_no_site_is_said(tmp_path, make):
    make(tmp_path / "site")
    assert ["there is no site here" in line for line in verify_site(tmp_path / "site")] == [True]


def test_an_empty_page_is_found(site):
    (site / "methods.html").write_bytes(b"")
    assert any(line.startswith("methods.html: ") for line in verify_site(site))


def test_any_change_of_words_is_found(site):
    path = next(
        p for p in sorted((site / "texts").iterdir()) if "sold bread" in p.read_text("utf-8")
    )
    path.write_text(path.read_text("utf-8").replace("sold bread", "sold guns"), "utf-8")
    name = path.relative_to(site).as_posix()
    assert list(verify_site(site)) == [f"{name}: was altered after the site was built"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda p: p.unlink(), "SHA256SUMS: cannot be read; build the site again"),
        (lambda p: p.write_bytes(b"\xff"), "SHA256SUMS: cannot be read; build the site again"),
        (lambda p: append(p, "0  x"), "SHA256SUMS: holds a line that names no file"),
        (
            lambda p: p.write_text("".join(p.read_text().splitlines(True)[1:])),
            "is not listed in SHA256SUMS",
        ),
        (lambda p: append(p, "a" * 64 + "  gone.html\n"), "gone.html: is missing"),
    ],
)
def test_a_spoiled_list_of_files_is_found(site, change, problem):
    change(site / "SHA256SUMS")
    (found,) = verify_site(site)
    assert problem in found


def test_the_list_is_that_of_sha256sum(example_site):
    for line in (example_site / "SHA256SUMS").read_text("ascii").splitlines():
        digest, name = line.split("  ")
        assert sha256((example_site / name).read_bytes()).hexdigest() == digest
