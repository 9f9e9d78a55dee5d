"""Pages to texts: the one place that knows every media type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from harmledger.errors import InputRefused
from harmledger.pages import parse_row
from harmledger.records import Capture, Page, Refusal, Text, content_id
from harmledger.texts.blocks import mark
from harmledger.texts.dates import iso_date, url_date
from harmledger.texts.decode import decode
from harmledger.texts.facts import Facts, Made, compose
from harmledger.texts.lang import language_code, language_of
from harmledger.texts.markup import main_paragraphs, parse_page
from harmledger.texts.meta import read_meta
from harmledger.texts.other import from_feed, html_of_mhtml
from harmledger.texts.pdf import from_pdf
from harmledger.texts.plain import from_markdown, from_plain, with_headline
from harmledger.vocabulary import languages

__all__ = ["CLEANER", "LONGEST", "make_text", "make_texts"]

#: The code that makes texts and marks blocks; raised whenever either changes.
CLEANER = "clean@2"

#: Characters of one report: about a thousand pages. What reads it holds all of it in memory.
LONGEST = 2_000_000

_HTML = {"text/html", "application/xhtml+xml"}
_FEEDS = {"application/atom+xml", "application/rss+xml"}


def make_texts(captures: Iterable[Capture]) -> Iterator[Text | Refusal]:
    """A Text for each capture, lazily, or the Refusal that says why there is none."""
    for capture in captures:
        page = capture.page
        try:
            yield make_text(capture)
        except InputRefused as error:
            yield Refusal(
                source=page.collected_from,
                code=error.code,
                message=error.message,
                hint=error.hint,
            )
        except Exception as error:  # noqa: BLE001 - hostile input must not end the run
            reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            yield Refusal(
                source=page.collected_from,
                code="unreadable",
                message=f"no text could be made of it ({reason})",
                hint="look at the file",
            )


def make_text(capture: Capture) -> Text:
    """The text of a page. InputRefused where it holds none or cannot be decoded."""
    page = capture.page
    made = _made(capture)
    text, facts = made.text, made.facts
    if not re.search(r"\w", text):
        raise InputRefused("no-text", "no text was found in it", hint="look at the file")
    if len(text) > LONGEST:
        raise InputRefused(
            "too-large",
            f"a text of {len(text):,} characters; the limit is {LONGEST:,}",
            hint="split it, or hand in the reports one file each",
        )
    given = page.given
    byline = given.byline or facts.byline
    published_at, published_from = _published(page, facts)
    return Text(
        id=content_id("text", page.id, text),
        page_id=page.id,
        document=page.document,
        text=text,
        lang=language_code(given.lang) or _language(facts.lang, text),
        title=given.title or facts.title,
        publisher=given.publisher or facts.publisher,
        byline=byline,
        published_at=published_at,
        published_from=published_from,
        url=facts.url or page.url,
        canonical=facts.canonical,
        blocks=mark(text, made.drafts, byline),
        cleaner=CLEANER,
    )


def _language(declared: str | None, text: str) -> str | None:
    """The language of the words; what a page says of itself only where they leave it open.

    Many sites keep ``lang="en"`` of a template in pages of other languages. Of two languages that
    no vocabulary reads the declared one is kept: neighbours such as Serbian and Croatian are hard
    to tell.
    """
    told = language_of(text)
    if declared is None or told is None or (declared in languages()) == (told in languages()):
        return declared or told
    return told


def _made(capture: Capture) -> Made:
    page, content = capture.page, capture.content
    kind = page.media_type
    if kind == "application/json":
        return _from_row(page, content)
    if kind in _HTML:
        return _from_html(content, page.charset, page.url)
    if kind == "multipart/related":
        markup, charset = html_of_mhtml(content)
        return _from_html(markup, charset, page.url)
    if kind in _FEEDS:
        return from_feed(content)
    if kind == "application/pdf":
        return from_pdf(content)
    if kind == "text/markdown":
        return from_markdown(decode(content, page.charset))
    if kind == "text/plain":
        return from_plain(decode(content, page.charset))
    raise InputRefused("media-type", f"of a type that is not read ({kind[:60]})")


def _from_row(page: Page, content: bytes) -> Made:
    value = parse_row(content).get(page.given.text_field or "text")
    if not isinstance(value, str):
        raise InputRefused("no-text", "the row has no text", hint="name its field of text")
    # half of a surrogate pair is legal JSON, but no character; one for one keeps offsets
    text = re.sub(r"[\ud800-\udfff]", "\ufffd", value)
    return with_headline(from_plain(text, title=page.given.title), page.given.title)


def _from_html(content: bytes, charset: str | None, url: str | None) -> Made:
    source = decode(content, charset, markup=True)
    tree = parse_page(source)
    facts = read_meta(tree, url) if tree is not None else Facts(url=url)
    pieces = main_paragraphs(source, tree, facts.lede)
    if facts.title:
        # the page's own headline stands at the head of its body, if anywhere
        head, rest = pieces[:4], pieces[4:]
        wanted = _bare(facts.title)
        pieces = [*(piece for piece in head if _bare(piece.text) != wanted), *rest]
    text, drafts = compose(pieces, title=facts.title if pieces else None)
    return Made(text, drafts, facts)


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _published(page: Page, facts: Facts) -> tuple[str | None, str | None]:
    """The date of publication and where it came from: what is stated before what is inferred."""
    found: list[tuple[str, str]] = []
    given = iso_date(page.given.published_at)
    if given:
        found.append((given, "feed" if page.media_type in _FEEDS else "given"))
    found.extend(facts.dates)
    if by_address := url_date(page.url):
        found.append((by_address, "url"))
    return found[0] if found else (None, None)
