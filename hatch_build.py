"""Brings the SPARQL editor of the query page into the wheel: @zazuko/yasgui (MIT) from npm, pinned.

It is a megabyte of others' code, so it is fetched when the wheel is built and not kept in the repository.
Without npm, or without a network, the wheel is built all the same: the query page then has a plain text area.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "@zazuko/yasgui@4.6.2"
SHA256 = "6520cdd256a4003e8d45865e0d631b6456b88a0e6b65f4f3e56d78a25d74c9a7"
FILES = ("yasgui.min.js", "yasgui.min.css")
EDITOR = Path("kg", "serve", "editor")
_SECONDS = 60


class CustomBuildHook(BuildHookInterface[Any]):
    """Runs before every wheel, an editable one as well."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put the editor where the package looks for it, unless it is there."""
        folder = Path(self.root) / EDITOR
        stamp = folder / "package.txt"
        if stamp.is_file() and stamp.read_text() == PACKAGE:
            return
        shutil.rmtree(folder, ignore_errors=True)
        try:
            _fetch(folder)
        except (OSError, ValueError, subprocess.SubprocessError, tarfile.TarError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            print(f"kg: {PACKAGE} could not be had from npm ({error}); "
                  "the query page of kg serve gets a plain text area instead", file=sys.stderr)  # fmt: skip
        else:
            stamp.write_text(PACKAGE)


def _fetch(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm is not installed")
    with tempfile.TemporaryDirectory() as place:
        words = [npm, "pack", PACKAGE, "--silent", "--fetch-retries=1", "--pack-destination", place]
        subprocess.run(words, check=True, capture_output=True, timeout=_SECONDS, cwd=place)
        (archive,) = Path(place).glob("*.tgz")
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != SHA256:
            raise ValueError(f"it has the checksum {found}, not {SHA256}")
        folder.mkdir(parents=True)
        with tarfile.open(archive) as packed:
            for name in FILES:
                member = packed.extractfile(f"package/build/{name}")
                if member is None:
                    raise ValueError(f"it holds no {name}")
                (folder / name).write_bytes(member.read())
