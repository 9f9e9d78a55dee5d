"""The bundled case: short reports written for this project from the public record.

Where the facts come from stands in ``SOURCES.md``, a careful reader's answer in
``expected.toml``.
"""

from __future__ import annotations

from harmledger.demo.bundled import CASE_TITLE, case_paths

__all__ = ["CASE_TITLE", "case_paths"]
