"""The command line. Data goes to stdout, everything else to stderr."""

from __future__ import annotations

from harmledger.cli.main import main

__all__ = ["main"]
