"""``python -m harmledger``: the program, where its own name is not on the path."""

from __future__ import annotations

from harmledger.cli import main

if __name__ == "__main__":
    main()
