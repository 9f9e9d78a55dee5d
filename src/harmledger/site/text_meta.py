"""Where a text came from, in words, for the head of its page."""

from __future__ import annotations

from harmledger.records import Text
from harmledger.site.shelf import Shelf
from harmledger.site.show import show
from harmledger.site.views import View
from harmledger.site.words import date_words, no_folder

__all__ = ["text_meta"]


def text_meta(shelf: Shelf, text: Text) -> View:
    """Where a text came from, in words."""
    page = shelf.pages.get(text.page_id)
    address = text.url or (page.url if page else None) or ""
    about = (text.id,)
    hide = shelf.names.in_address(address, about)
    web = address.startswith(("http://", "https://"))
    collected = page.collected_from if page else text.document
    if shelf.names.in_address(collected, about):
        collected = "(withheld: it spells a name)"
    return {
        "withdrawn": shelf.decided(text.page_id, about),
        "title": shelf.cards[text.id].title,
        "publisher": shelf.shown(text.publisher, about),
        "byline": shelf.shown(text.byline, about),
        "date": date_words(text.published_at),
        "page_id": text.page_id,
        "address": show(address) if not hide else None,
        "address_withheld": bool(address) and hide,
        "href": address if web and not hide else None,
        "collected": show(no_folder(collected)),
        "media_type": page.media_type if page else "",
    }
