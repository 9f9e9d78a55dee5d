"""Names of victims: found in all that is shown, so that they can be withheld."""

from __future__ import annotations

from harmledger.names.withheld import Names

__all__ = ["Names"]
