"""HTML: the article and its metadata out of pages of every kind."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_plain import assert_law

from harmledger.errors import InputRefused
from harmledger.records import Capture, Page, Text, sha256_hex
from harmledger.texts import make_text, markup

PROSE = (
    "Ten people were killed at the bridge of Varvarin on 30 May 1999, the mayor said, and thirty "
    "were wounded. It was a market day and many had come from the villages around.",
    "The first missiles struck the bridge shortly after noon. Others followed some minutes later, "
    "when people had run to help those who lay on the broken deck.",
    "The bridge was rebuilt and opened again in 2001. A stone with ten names stands beside it.",
)


def make(source: str | bytes, url: str | None = None, charset: str | None = None) -> Text:
    content = source.encode() if isinstance(source, str) else source
    page = Page(
        id=sha256_hex(content),
        media_type="text/html",
        document="a.html",
        collected_from="in/a.html",
        size=len(content),
        url=url,
        charset=charset,
    )
    text = make_text(Capture(page=page, content=content))
    assert_law(text)
    return text


def page(head: str = "", top: str = "", bottom: str = "", root: str = "<html>") -> str:
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in PROSE)
    return (
        f"<!DOCTYPE html>{root}<head><meta charset=utf-8>{head}</head><body>{top}"
        f"<article>{body}</article>{bottom}</body></html>"
    )


def kept(text: Text) -> str:
    return "\n".join(text.text[b.start : b.end] for b in text.blocks if b.kept)


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_the_article_is_found_and_the_rest_left() -> None:
    text = make(
        page(
            head="<title>Bridge struck at Varvarin</title>",
            top="<nav><ul><li><a href=/a>Politics</a></li><li><a href=/b>Sport</a></li></ul></nav>"
            "<h1>Bridge struck at Varvarin</h1>",
            bottom="<footer>Imprint and contact</footer><script>alert('x')</script>",
        )
    )
    assert text.title == "Bridge struck at Varvarin"
    assert text.text == "\n\n".join(["Bridge struck at Varvarin", *PROSE])
    assert text.blocks[0].kind == "headline"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            ld('{"@type": "NewsArticle", "datePublished": "1999-05-31T08:00:00Z"}'),
            ("1999-05-31T08:00:00+00:00", "json-ld"),
        ),
        (
            ld('{"@graph": [{}, {"@type": ["Article"], "datePublished": "1999-05-31"}]}'),
            ("1999-05-31", "json-ld"),
        ),
        (ld("{broken") + '<meta property="article:published_time" content="1999-05-31">',
         ("1999-05-31", "meta")),
        ('<meta itemprop="datePublished" content="1999-05-31">', ("1999-05-31", "meta")),
        ('<meta name="DC.date.issued" content="1999-05-31">', ("1999-05-31", "meta")),
        ('<meta name="date" content="soon">', ("1999-06-01", "url")),
        ('<link rel="canonical" href="https://a.example/2001/02/03/x">', ("2001-02-03", "url")),
        (ld("[" * 20_000), ("1999-06-01", "url")),
        (ld('{"@type": "NewsArticle", "datePublished": {"a": []}}'), ("1999-06-01", "url")),
    ],
)  # fmt: skip
def test_the_date_says_where_it_came_from(head: str, expected: tuple[str, str]) -> None:
    text = make(page(head), url="https://a.example/1999/06/01/bridge")
    assert (text.published_at, text.published_from) == expected


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ('<p class="byline">Ann Sample, 31 May 1999</p>', ("1999-05-31", "text")),
        ('<time datetime="1999-05-31T09:00">yesterday</time>', ("1999-05-31T09:00:00", "text")),
        ('<time datetime="1999-05-31"></time><time datetime="2001-01-01"></time>', (None, None)),
        ("<p>It was founded on 2 March 1911.</p>", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_date_that_is_not_stated_is_unknown(
    top: str, expected: tuple[str | None, str | None]
) -> None:
    text = make(page(top=top))
    assert (text.published_at, text.published_from) == expected


GERMAN = (
    "Bei dem Angriff auf die Brücke wurden zehn Menschen getötet, sagte der Bürgermeister. Viele "
    "waren aus den Dörfern der Umgebung zum Markt gekommen und standen noch auf der Straße."
)


@pytest.mark.parametrize(
    ("declared", "words", "lang"),
    [
        ("en", GERMAN, "de"),  # the template's language
        ("de", GERMAN, "de"),
        ("de", PROSE[0], "en"),
        ("sr", GERMAN, "sr"),  # neither is read: the page's own word
        ("en", "Zehn Tote.", "en"),  # too short to tell
    ],
)
def test_the_words_tell_the_language_where_the_page_is_wrong(
    declared: str, words: str, lang: str
) -> None:
    source = f'<html lang="{declared}"><body><article><p>{words}</p></article></body></html>'
    assert make(source).lang == lang


def test_names_are_read_where_the_page_gives_them() -> None:
    text = make(
        page(
            ld(
                '{"@type": "NewsArticle", "headline": "Bridge &amp; market struck",'
                '"publisher": {"name": "Morava Post"}, "author": [{"name": "By Ann Sample"},'
                '{"name": "Ben Cole"}, {"name": "Morava Post"}]}'
            )
            + '<link rel="canonical" href="/1999/bridge?id=7">',
            root='<html lang="sr-RS">',
        ),
        url="https://post.example/x?utm=1",
    )
    assert text.title == "Bridge & market struck"
    assert text.publisher == "Morava Post"
    assert text.byline == "Ann Sample, Ben Cole"
    assert text.lang == "en"  # so are its words
    assert text.url == "https://post.example/1999/bridge?id=7"


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        ("<title>Bridge struck at Varvarin | Morava Post</title>", "", "Bridge struck at Varvarin"),
        ("<title>Bridge struck - and rebuilt</title>", "", "Bridge struck - and rebuilt"),
        (
            "<title>Bridge struck</title>",
            "<h1>Bridge struck at Varvarin, ten dead</h1>",
            "Bridge struck at Varvarin, ten dead",
        ),
        (
            "<title>Bridge struck at Varvarin</title>",
            "<h1>The Morava Post of Cuprija</h1>",
            "Bridge struck at Varvarin",
        ),
        (
            '<meta property="og:title" content="Bridge at Varvarin struck">',
            "<h1>Morava Post, the daily</h1><h1>Bridge at Varvarin struck twice</h1>",
            "Bridge at Varvarin struck twice",
        ),
        ("", "<h1>Bridge struck at Varvarin</h1>", "Bridge struck at Varvarin"),
        ("", "", None),
    ],
)
def test_title(head: str, top: str, title: str | None) -> None:
    assert make(page(head, top)).title == title


def test_without_a_name_the_publisher_is_the_site() -> None:
    assert make(page(), url="https://www.post.example/a").publisher == "post.example"
    assert make(page()).publisher is None


def test_an_address_that_is_no_web_address_is_not_taken() -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert make(page(head), url="https://a.example/x").url == "https://a.example/x"
    head = '<link rel="canonical" href="https://[broken/">'
    assert make(page(head), url="https://a.example/x").url == "https://a.example/x"


HOME, THERE = "https://www.post.example/1", "https://wire.invalid/story"


@pytest.mark.parametrize(
    ("canonical", "shown", "fetched", "own", "other"),
    [
        (THERE, HOME, None, HOME, THERE),
        (THERE, HOME, HOME, HOME, THERE),
        (THERE, "", HOME, HOME, THERE),
        (HOME, THERE, HOME, HOME, THERE),
        (HOME, HOME, "https://m.post.example/1?x=2", HOME, None),
        ("https://post.co.uk/1", "", "https://news.post.com/1", "https://post.co.uk/1", None),
        (THERE, "", "https://web.archive.org/web/2001/https://wire.invalid/story", THERE, None),
        (THERE, "", None, THERE, None),
        ("https://wire.invalid/", "", HOME, HOME, None),
        ("", "", HOME, HOME, None),
    ],
)
def test_the_address_of_another_site_is_kept_beside_its_own(
    canonical: str, shown: str, fetched: str | None, own: str, other: str | None
) -> None:
    head = f'<link rel="canonical" href="{canonical}"><meta property="og:url" content="{shown}">'
    text = make(page(head), url=fetched)
    assert (text.url, text.canonical) == (own, other)


def test_words_that_a_script_hides_are_not_spliced_into_a_sentence() -> None:
    tip = '<span class="rollover-people"><a href="/p">The mayor</a> More on him</span>'
    text = make(page(bottom="").replace("the mayor said", f"the mayor{tip} said"))
    assert PROSE[0] in text.text


def test_a_missing_standfirst_is_put_back() -> None:
    lede = "Two attacks some minutes apart destroyed the bridge at Varvarin on a market day in May."
    text = make(
        page(
            f'<meta name="description" content="{lede[:70]}...">',
            top=f'<div class="header"><div class="lede">{lede}</div></div>',
        )
    )
    assert lede in kept(text)
    assert text.text.count(lede) == 1


def test_layout_tables_give_paragraphs_and_data_tables_rows() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    data = "<table><tr><th>Town<th>Killed<tr><td>Varvarin<td>10<tr><td>Nis<td>14</table>"
    text = make(f"<html><body><table><tr><td>{body}{data}</td></tr></table></body></html>")
    for paragraph in PROSE:
        assert any(text.text[b.start : b.end] == paragraph for b in text.blocks)
    text = make(page(bottom="").replace("</article>", f"{data}</article>"))
    assert "Varvarin | 10" in [text.text[b.start : b.end] for b in text.blocks]


@pytest.mark.parametrize(
    "source",
    [
        f"<p>{PROSE[0]}<p>{PROSE[1]}<div><b><i>{PROSE[2]}",
        f"<html><body><p>{PROSE[0]}</div></span></p></table>{PROSE[1]}</body>",
        f"<html><<body><p class='a\">{PROSE[0]}</p><p>{PROSE[1]}</p>",
        f"<p>{PROSE[0]}</p><!-- never closed <p>{PROSE[1]}</p>",
        f"{PROSE[0]}<br>{PROSE[1]}<br><br>{PROSE[2]}",
        f"<html><head><title>T</title></head><frameset></frameset><p>{PROSE[0]}</p></html>",
        f"<?xml version='1.0' encoding='utf-16'?><html><body><p>{PROSE[0]}</p></body></html>",
    ],
)
def test_broken_html_is_still_read(source: str) -> None:
    assert PROSE[0] in make(source).text


@pytest.mark.parametrize("tag", ["div", "span", "table", "b", "blockquote", "x-y"])
def test_html_nested_100_000_deep_neither_crashes_nor_hangs(tag: str) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    deep = f"<html><body>{f'<{tag}>' * 100_000}{body}{f'</{tag}>' * 100_000}</body></html>"
    begin = time.process_time()
    text = make(deep)
    assert time.process_time() - begin < 10
    assert PROSE[0] in text.text


@pytest.mark.parametrize(
    "source",
    [
        "< " * 200_000 + PROSE[0],
        "<!--" * 100_000 + PROSE[0] + "-->" + f"<p>{PROSE[0]}</p>",
        "<script>" * 50_000 + "</script>" + f"<p>{PROSE[0]}</p>",
        f"<p>{PROSE[0]}</p>" + "<a b='" * 50_000,
        f"<p>{PROSE[0]}</p>" + "<p>x" * 100_000,
        f"<p>{PROSE[0]}</p>" + "<td>x" * 30_000,
        f"<p>{PROSE[0]}</p>" + "&#x41;" * 100_000,
        f"<p {' '.join(f'a{n}=1' for n in range(20_000))}>{PROSE[0]}</p>",
    ],
)
def test_html_made_to_be_slow_is_not(source: str) -> None:
    begin = time.process_time()
    text = make(source)
    assert time.process_time() - begin < 10
    assert PROSE[0] in text.text


def test_a_page_without_a_tree_keeps_its_rows() -> None:
    rows = "".join(f"<tr><td>Town {n}</td><td>{n}</td></tr>" for n in range(20_000))
    text = make(f"<html><body><p>{PROSE[0]}</p><table>{rows}</table></body></html>")
    assert "Town 7 | 7" in [text.text[b.start : b.end] for b in text.blocks]
    assert PROSE[0] in text.text


def test_nothing_is_said_on_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    make("<html><body><p>Ten.</p></body></html>")
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "source", ["<html></html>", "<html><script>var ten = 'killed'</script></html>", "<img src=x>"]
)
def test_a_page_without_words_is_refused(source: str) -> None:
    with pytest.raises(InputRefused) as caught:
        make(source)
    assert caught.value.code == "no-text"


def test_a_large_page_is_read_without_a_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harmledger.texts.markup._LARGEST", 100_000)
    text = make("<html><body>" + f"<p>{PROSE[0]}</p>" * 1000 + "</body></html>")
    assert text.text.count(PROSE[0]) == 1000


@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<div", ">", "<", "'", '"', "<!--", "-->", "<table>", "<td>", "<ul><li>",
     "<script>", "</script>", "&amp;", "&#0;", "\x00", "<h1>", "</h1>", "<a href=x>", "</a>",
     "<br>", "<meta charset=utf-16>", "ten were killed. ", PROSE[0], "<![CDATA[", "<svg>"]
), max_size=40))  # fmt: skip
@settings(max_examples=80, deadline=None)
def test_no_page_breaks_the_reading(parts: list[str]) -> None:
    try:
        make("<html>" + "".join(parts))
    except InputRefused as refused:
        assert refused.code in {"no-text", "encoding"}  # noqa: PT017 - either outcome is right


class _Searched(str):
    """Words that count how often something is looked for in them."""

    __slots__ = ()
    times = 0

    def __contains__(self, other: object) -> bool:
        _Searched.times += 1
        return str.__contains__(self, str(other))


def prose_of(body: str) -> list[str]:
    tree = markup.parse_page(f"<html><body>{body}</body></html>")
    assert tree is not None
    return [piece.text for piece in markup._prose(tree)]


SAID = "Shell number {} struck the mill by the river before noon and hurt nobody."


def test_a_page_poured_out_is_read_once_and_each_paragraph_compared_with_few(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    flattened: list[str] = []

    def flat(text: str) -> str:
        flattened.append(text)
        return _Searched(" ".join(text.split()))

    monkeypatch.setattr(markup, "flat", flat)
    monkeypatch.setattr(markup, "_NEAR", 5)
    monkeypatch.setattr(_Searched, "times", 0)
    number = 300
    found = prose_of("".join(f"<div>{SAID.format(n)}</div>" for n in range(number)))
    assert found == [SAID.format(n) for n in range(number)]
    assert _Searched.times <= 5 * number
    flattened.clear()
    deep = 40
    (one,) = prose_of("".join(f"<div>{SAID.format(n)} " for n in range(deep)) + "</div>" * deep)
    assert one.startswith(SAID.format(0))
    assert len(flattened) == 1, "what stands in a paragraph that was taken is not read again"


def test_what_a_poured_out_page_says_twice_is_kept_once() -> None:
    first = f"{SAID.format(1)} Two clerks saw it from the bridge, they told the board that day."
    pulled = "Two clerks saw it from the bridge, they told the board"
    far = "".join(f"<p>{SAID.format(n)}</p>" for n in range(2, 200))
    body = f"<p>{first}</p><blockquote>{pulled}.</blockquote><div><p>{pulled}</p></div>"
    assert prose_of(f"{body}{far}<p>{first}</p>") == [
        first,
        f"{pulled}.",
        *(SAID.format(n) for n in range(2, 200)),
    ]
