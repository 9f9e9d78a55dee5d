"""The example book and its site, built once."""

from __future__ import annotations

import os
import shutil
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


@pytest.fixture(scope="session")
def chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        if os.environ.get("HARMLEDGER_NO_BROWSER") == "1":
            pytest.skip("HARMLEDGER_NO_BROWSER=1")
        pytest.fail(
            "no chromium found: install it (apt-get install chromium), name it in $CHROMIUM, or "
            "set HARMLEDGER_NO_BROWSER=1 to go without these tests"
        )
    return found
