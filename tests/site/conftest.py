"""The example book and its site, built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_book import HandBook, example_book

from harmledger.site import build_site


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> HandBook:
    book = example_book(tmp_path_factory.mktemp("example"))
    build_site(book)
    return book


@pytest.fixture(scope="session")
def example_site(example: HandBook) -> Path:
    return example.path / "site"
