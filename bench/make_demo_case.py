"""Writes the files of the demonstration case that cannot be edited by hand.

    python bench/make_demo_case.py [FOLDER]

Their prose stands in ``src/harmledger/demo/prose/`` (first line the title, paragraphs parted
by empty lines), the reprint's in the plain-text report it copies. The same prose gives the
same bytes: dates and ids are fixed and nothing is compressed except the WARC, whose
compressed bytes may differ between versions of zlib (its content does not).
"""

from __future__ import annotations

import gzip
import quopri
import sys
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from fpdf import FPDF
from fpdf.enums import XPos, YPos

DEMO = Path(__file__).resolve().parent.parent / "src" / "harmledger" / "demo"
MARK = "Written for the harmledger demonstration from the public record; not a real publication."

#: The core fonts of PDF hold no curly quotes.
PLAIN_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def prose(path: Path) -> tuple[str, list[str]]:
    """Title and paragraphs of a prose file."""
    title, *paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    return title, paragraphs


def html_paragraphs(paragraphs: list[str]) -> str:
    """Paragraphs as HTML; quotes are left as they are so that texts stay comparable."""
    return "\n".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs)


def reprint() -> bytes:
    """The exact reprint: Example Wire's first report on another paper's page, windows-1252."""
    title, paragraphs = prose(DEMO / "case" / "2015-10-03-example-wire.txt")
    body = [p for p in paragraphs if p != MARK][1:]
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1252" />
<title>{escape(title)} – The Northern Courier (example)</title>
<link rel="canonical" href="https://northern-courier.example/world/2015/10/03/kunduz-hospital" />
<meta name="date" content="2015-10-03" />
<meta name="description" content="{MARK}" />
</head>
<body>
<div id="masthead"><a href="/">The Northern Courier (example)</a></div>
<div id="menu"><ul><li><a href="/news">News</a></li><li><a href="/world">World</a></li><li><a href="/farming">Farming</a></li><li><a href="/ferries">Ferry times</a></li><li><a href="/births">Births &amp; deaths</a></li></ul></div>
<div id="cookies">The Courier uses cookies. <a href="/cookies">What is this?</a> <a href="#">Close</a></div>
<div id="story">
<h1>{escape(title)}</h1>
<p class="credit">From Example Wire | Published 3 October 2015</p>
{html_paragraphs(body)}
</div>
<div id="sidebar"><h3>Most read today</h3><ol><li><a href="/1">Ferry cancelled for third day</a></li><li><a href="/2">Photographs from the harvest fair</a></li><li><a href="/3">Council meets on school roof</a></li></ol>
<p><a href="/advert">Your advertisement here – ask for our rates</a></p></div>
<div id="footer"><p>{MARK}</p><p>© The Northern Courier (example) – <a href="/legal">Legal</a></p></div>
</body>
</html>
"""  # noqa: E501 - markup as saved from a browser
    return page.replace("\n", "\r\n").encode("cp1252")


def mhtml() -> bytes:
    """The review of 5 November as a browser saves it: one file, HTML and a style sheet."""
    title, paragraphs = prose(DEMO / "prose" / "2015-11-05-open-record.txt")
    address = "https://open-record.example/2015/11/05/kunduz-review"
    page = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(title)} :: Open Record (example)</title>
<meta property="og:site_name" content="Open Record (example)">
<meta property="article:published_time" content="2015-11-05T13:00:00Z">
<meta name="description" content="{MARK}">
<link rel="stylesheet" href="{address}/style.css"></head>
<body>
<table width="100%"><tr><td><a href="/">Open Record (example)</a></td><td><a href="/archive">Archive</a> | <a href="/feed">Feed</a></td></tr></table>
<h2>{escape(title)}</h2>
<p>Posted on November 5, 2015</p>
{html_paragraphs(paragraphs)}
<hr>
<p>Filed under: <a href="/tag/afghanistan">Afghanistan</a> | <a href="#respond">Leave a comment</a></p>
<p><small>{MARK}</small></p>
</body></html>
"""  # noqa: E501 - markup as saved from a browser
    boundary = "----MultipartBoundary--harmledgerdemo20151105----"
    head = f"""From: <Saved for the harmledger demonstration>
Snapshot-Content-Location: {address}
Subject: {title.replace("’", "'")} :: Open Record (example)
Date: Fri, 6 Nov 2015 08:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="{boundary}"

"""
    html_part = f"""--{boundary}
Content-Type: text/html
Content-ID: <frame-0@harmledger.example>
Content-Transfer-Encoding: quoted-printable
Content-Location: {address}

"""
    css_part = f"""
--{boundary}
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable
Content-Location: {address}/style.css

body {{ font-family: serif; max-width: 40em }}

--{boundary}--
"""
    text = head.encode() + html_part.encode() + quopri.encodestring(page.encode("utf-8"))
    return (text + css_part.encode()).replace(b"\n", b"\r\n")


def warc_record(kind: str, address: str | None, date: str, media: str, block: bytes) -> bytes:
    """One WARC/1.1 record in its own gzip member, with an id made of its address."""
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, address or 'harmledger demo')}>",
        f"WARC-Date: {date}",
        f"Content-Type: {media}",
        f"Content-Length: {len(block)}",
    ]
    if address:
        lines.insert(3, f"WARC-Target-URI: {address}")
    record = "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
    return gzip.compress(record, mtime=0)


def http_response(media: str, body: bytes) -> bytes:
    """An HTTP response as a crawler stores it."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def warc() -> bytes:
    """Two crawled pages: HTML of 25 November and plain text of 27 November."""
    title, paragraphs = prose(DEMO / "prose" / "2015-11-25-example-wire.txt")
    page = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(title)} | Example Wire</title>
<meta property="og:site_name" content="Example Wire">
<meta name="description" content="{MARK}">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{title}", "datePublished": "2015-11-25T17:20:00Z", "publisher": {{"@type": "Organization", "name": "Example Wire"}}}}</script>
</head><body>
<nav><a href="/">Example Wire</a> <a href="/asia">Asia</a> <a href="/europe">Europe</a></nav>
<article><h1>{escape(title)}</h1>
{html_paragraphs(paragraphs)}
</article>
<footer><p>{MARK}</p></footer>
</body></html>
"""  # noqa: E501 - markup as saved from a browser
    title, paragraphs = prose(DEMO / "prose" / "2015-11-27-lakeside-press-agency.txt")
    byline = "Lakeside Press Agency (example)\n27 November 2015"
    plain = "\n\n".join([title, byline, *paragraphs, MARK]) + "\n"
    info = f"software: bench/make_demo_case.py\r\ndescription: {MARK}\r\n"
    return b"".join(
        [
            warc_record(
                "warcinfo", None, "2015-11-28T06:00:00Z", "application/warc-fields", info.encode()
            ),
            warc_record(
                "response",
                "https://wire.example/2015/11/25/kunduz-investigation",
                "2015-11-28T06:00:01Z",
                "application/http;msgtype=response",
                http_response("text/html; charset=utf-8", page.encode("utf-8")),
            ),
            warc_record(
                "response",
                "https://lakeside-press.example/2015/11/27/nato-summary.txt",
                "2015-11-28T06:00:02Z",
                "application/http;msgtype=response",
                http_response("text/plain; charset=utf-8", plain.encode("utf-8")),
            ),
        ]
    )


def new_pdf(title: str, date: datetime) -> FPDF:
    """An empty A4 document whose bytes depend on nothing but what is put in it."""
    pdf = FPDF(format="A4")
    pdf.set_compression(False)
    pdf.set_creation_date(date)
    pdf.set_producer("harmledger demonstration")
    pdf.set_title(title)
    pdf.set_subject(MARK)
    pdf.set_lang("en")
    pdf.set_margins(25, 25)
    pdf.add_page()
    return pdf


def digest() -> bytes:
    """The report of 12 December: a PDF with a text layer."""
    title, paragraphs = prose(DEMO / "prose" / "2015-12-12-example-monitor.txt")
    pdf = new_pdf(title, datetime(2015, 12, 12, 16, 0, tzinfo=UTC))
    pdf.set_author("Example Monitor (example)")

    def line(text: str, size: int, style: str = "") -> None:
        pdf.set_font("Times", style, size)
        text = text.translate(PLAIN_QUOTES)
        pdf.multi_cell(
            0, size * 0.5, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT, padding=(0, 0, 3)
        )

    line(title, 16, "B")
    line("Example Monitor (example), 12 December 2015", 11, "I")
    for paragraph in paragraphs:
        line(paragraph, 12)
    line(MARK, 9, "I")
    return bytes(pdf.output())


def scan() -> bytes:
    """A PDF without text, such as a scanner makes: grey bars where lines would be."""
    pdf = new_pdf("Scan without a text layer", datetime(2015, 10, 5, 9, 0, tzinfo=UTC))
    pdf.set_fill_color(190)
    for row in range(24):
        pdf.rect(25, 30 + row * 8, 150 - (row * 37) % 60, 3, style="F")
    return bytes(pdf.output())


FILES = {
    "2015-10-03-northern-courier.html": reprint,
    "2015-10-05-scanned-page.pdf": scan,
    "2015-11-05-open-record.mhtml": mhtml,
    "2015-11-crawl.warc.gz": warc,
    "2015-12-12-example-monitor.pdf": digest,
}


def write_all(folder: Path) -> None:
    """Writes every generated file into ``folder``."""
    for name, make in FILES.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else DEMO / "case")
