"""Putting one folder in the place of another."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
# The kernel, or the file system, has no exchange.
_NOT_OFFERED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def swap_in(new: Path, target: Path) -> None:
    """Put the folder `new` in the place of `target` (its sibling) and remove the folder that was there.

    One step where the system can exchange two names. Elsewhere two renames: a crash between them leaves the
    old folder as `.{name}.previous`, from which the next build recovers. Raises OSError; `target` is then
    as it was.
    """
    if not target.exists() or not any(target.iterdir()):
        new.replace(target)  # over a missing or an empty folder a plain rename is one step
        _sync_names(target.parent)
        return
    if exchange(new, target):
        _sync_names(target.parent)
        shutil.rmtree(new, ignore_errors=True)
        return
    previous = target.with_name(f".{target.name}.previous")
    target.rename(previous)
    try:
        new.rename(target)
    except OSError:
        previous.rename(target)
        raise
    _sync_names(target.parent)
    shutil.rmtree(previous, ignore_errors=True)


def exchange(first: Path, second: Path) -> bool:
    """Exchange two names in one step; False where the system does not offer it. Raises OSError."""
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_OFFERED:
        return False
    raise OSError(code, os.strerror(code), str(second))


def _sync_names(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
