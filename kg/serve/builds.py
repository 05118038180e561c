"""Which build stands in a folder."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from kg.errors import StoreError
from kg.store import STORE_NAME


def build_id(folder: Path) -> str:
    """16 hex digits that change with every new build of an exports folder (or a store folder).

    Raises StoreError when there is none.
    """
    inside = folder / STORE_NAME / "CURRENT"
    try:
        state = (inside if inside.is_file() else folder / "CURRENT").stat()
    except OSError:
        raise StoreError(str(folder), "holds no store", "run kg build, or name the folder it wrote") from None
    return blake2b(f"{state.st_ino} {state.st_mtime_ns}".encode(), digest_size=8).hexdigest()
