"""A page as a real browser holds it."""

from __future__ import annotations

import subprocess
from pathlib import Path


def dump(chromium: str, profile: Path, url: str) -> tuple[bytes, str]:
    """The page's tree as the browser holds it, and what it logged."""
    options = (
        *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
        *("--disable-component-update", "--disable-sync", "--no-first-run"),
        *("--window-size=800,900", "--virtual-time-budget=8000", "--enable-logging=stderr"),
    )
    done = subprocess.run(
        [chromium, *options, f"--user-data-dir={profile}", "--dump-dom", url],
        capture_output=True,
        timeout=120,
        check=True,
    )
    return done.stdout, done.stderr.decode("utf-8", "replace")
