"""Fetches into `.fetched/` (no part of the repository) what Debian and PyPI have not."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
FETCHED = HERE / ".fetched"
_N3 = "2.13.12"


def jars(profile: str) -> Path:
    """The folder with the jars of a profile of pom.xml, fetched by Maven once."""
    folder = FETCHED / profile
    pom = (HERE / "pom.xml").read_text()
    if not _is_whole(folder, pom):
        _is_there("mvn", "maven")
        shutil.rmtree(folder, ignore_errors=True)
        command = ["mvn", "--batch-mode", "--quiet", "--file", str(HERE / "pom.xml")]
        goal = [f"-P{profile}", "dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
        subprocess.run([*command, *goal], check=True)
        (folder / ".whole").write_text(pom)
    return folder


def fetch_n3() -> Path:
    """The folder with N3.js and our script, fetched by npm once."""
    folder = FETCHED / "n3"
    if not _is_whole(folder, _N3):
        _is_there("npm", "npm")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "package.json").write_text('{"private": true}')
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", f"n3@{_N3}"]
        subprocess.run(command, cwd=folder, check=True)
        (folder / ".whole").write_text(_N3)
    shutil.copy(HERE / "parse.cjs", folder)
    return folder


def _is_there(name: str, package: str) -> None:
    if shutil.which(name) is None:
        raise RuntimeError(f"{name} is missing: apt install {package}, or run .ci/run")


def _is_whole(folder: Path, what: str) -> bool:
    mark = folder / ".whole"
    return mark.is_file() and mark.read_text() == what
