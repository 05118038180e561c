"""Fetches into `.fetched/` (no part of the repository) what Debian and PyPI have not."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
FETCHED = HERE / ".fetched"
_N3 = "2.13.12"


def fetch_n3() -> Path:
    """The folder with N3.js and our script, fetched by npm once."""
    folder = FETCHED / "n3"
    mark = folder / ".whole"
    if not (mark.is_file() and mark.read_text() == _N3):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "package.json").write_text('{"private": true}')
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", f"n3@{_N3}"]
        subprocess.run(command, cwd=folder, check=True)
        mark.write_text(_N3)
    shutil.copy(HERE / "parse.cjs", folder)
    return folder
