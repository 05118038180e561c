"""Where Chromium is, and how it is started without calls to its maker."""

from __future__ import annotations

import shutil

# Without these a headless Chromium asks its maker's hosts at every start.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """The installed browser; a missing one is an error, not a skip."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "the tests of the page need Chromium: install Debian's package chromium"
    return path
