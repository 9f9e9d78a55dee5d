"""One module a command; each is imported only when it is run."""

from __future__ import annotations

__all__: list[str] = []
