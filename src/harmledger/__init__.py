"""harmledger: figures on harm to people that lead to the sentence they came from.

``harmledger.extract(text, published_at=None)`` reads claims from a text.
``harmledger.Book(path)`` opens a book. Everything else is under the stage folders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from harmledger.claims import extract
    from harmledger.ledger import Book

__all__ = ["Book", "__version__", "extract"]

__version__ = "0.1.0"

# Imported on first use, so that ``import harmledger`` and ``harmledger --help`` stay fast.
_LAZY = {"Book": "harmledger.ledger", "extract": "harmledger.claims"}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
