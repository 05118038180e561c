"""Publishing a build: it is written beside the last one and swapped in whole.

    with building(Path("exports")) as folder:
        ...write into folder...

At the end of the block the files are flushed to the disk and the folder takes the place of the target in
one step. A crash before that step leaves the last good build, a crash after it the new one; what a dead build
left behind is removed by the next. A lock keeps two builds out of one folder. POSIX only.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import OutputError
from kg.store.columns import COLUMNS_NAME
from kg.store.swap import swap_in

FILE_NAMES = frozenset({
    "graph.ttl", "evidence.ttl", "ontology.ttl", "graph.trig", "graph.nq.gz", "graph.jsonld", "graph.rdf",
    "graph.graphml", "graph.gexf", "nodes.csv", "edges.csv",
    "neo4j-nodes.csv", "neo4j-edges.csv", "graph.cypher", "facts.jsonl", "graph.html", "report.json",
})
STORE_NAME = "store"
#: What a build keeps for the next one: no export, and carried from each build to the one after it.
CACHE_NAME = ".cache"
FACTS_CACHE, SOURCES_CACHE = "facts.sqlite", "sources.jsonl.gz"
_CACHE_FILE = re.compile("|".join(map(re.escape, (FACTS_CACHE, f"{FACTS_CACHE}-journal", SOURCES_CACHE))))
# What Oxigraph (RocksDB) keeps in its folder.
_STORE_FILE = re.compile(
    r"CURRENT|IDENTITY|LOCK|LOG(\.old\.\d+)?|(MANIFEST|OPTIONS)-\d+|\d+\.(sst|log|blob|dbtmp)"
)
# What a build puts into the folders of its own.
_INNER = {
    STORE_NAME: _STORE_FILE, CACHE_NAME: _CACHE_FILE, COLUMNS_NAME: re.compile(r"[a-z]+\.parquet"),
}  # fmt: skip
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# Written by file browsers, without value to anyone.
_DEBRIS = frozenset({".DS_Store"})


@contextmanager
def building(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target`; when the block ends well, it becomes `target`.

    When the block raises, the folder is removed and `target` stays as it was. Raises OutputError when the
    target cannot be written, holds files that are no exports of kg, or is being built by another process.
    """
    target = _usable(target)
    with _lock(target):
        recover(target)
        _refuse_strangers(target)
        staging = target.with_name(f".{target.name}.building-{os.getpid()}")
        with _translated(target):
            staging.mkdir()
        try:
            with _translated(target, only=staging):
                yield staging
            publish(staging, target)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def publish(staging: Path, target: Path) -> None:
    """Make the finished build `staging` (a folder beside `target`) the new `target`, in one step.

    The caller holds the lock of `building`. Raises OutputError; `target` is then as it was.
    """
    unknown = sorted(_strangers(staging))
    if unknown:
        raise ValueError(f"{unknown[0]} is no export that the next build would know; add it to FILE_NAMES")
    with _translated(target):
        _sync(staging)
        _refuse_strangers(target)
        _carry_cache(target / CACHE_NAME, staging / CACHE_NAME)
        swap_in(staging, target)


def recover(target: Path) -> None:
    """Put right what a killed build left beside `target`: bring back the last build, remove the rest."""
    with _translated(target):
        previous = target.with_name(f".{target.name}.previous")
        if previous.is_dir() and not (target.is_dir() and any(target.iterdir())):
            previous.replace(target)
        leftover = re.compile(rf"\.{re.escape(target.name)}\.(previous|building-\d+)")
        for path in sorted(target.parent.iterdir()):
            if leftover.fullmatch(path.name):
                shutil.rmtree(path)


def check_target(target: Path) -> None:
    """Raise the OutputError that `building` would raise, before the work and not after it."""
    _refuse_strangers(_usable(target))


def _carry_cache(old: Path, new: Path) -> None:
    """Give the known facts a second name in the new build; the first goes with the old one after the swap."""
    for name in (FACTS_CACHE, f"{FACTS_CACHE}-journal"):
        if (old / name).is_file():
            new.mkdir(exist_ok=True)
            try:
                os.link(old / name, new / name)
            except OSError:  # a file system without links, or another build has just done with its journal
                with suppress(FileNotFoundError):
                    shutil.copyfile(old / name, new / name)


def _usable(target: Path) -> Path:
    """The real path of the target, its parent made; OutputError for what can never be swapped."""
    with _translated(target):
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.is_dir():
            raise OutputError(str(target), "is a file, not a folder", "name a folder for the exports")
        if target.is_mount():
            raise OutputError(str(target), "is a mount point, which cannot be swapped",
                              "name a folder inside it")
        if Path.cwd().is_relative_to(target):
            raise OutputError(str(target), "holds the folder you stand in",
                              "go elsewhere or name another folder")
    return target


@contextmanager
def _lock(target: Path) -> Iterator[None]:
    path = target.with_name(f".{target.name}.lock")
    with _translated(target):
        handle = _locked_file(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _locked_file(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # The last holder removes the file: what was locked may be a file without a name by now.
            if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except BlockingIOError:
            os.close(handle)
            raise OutputError(str(path), "another build is writing this folder",
                              "wait for it, or build into another folder") from None
        os.close(handle)


def _refuse_strangers(target: Path) -> None:
    with _translated(target):
        found = sorted(_strangers(target)) if target.is_dir() else []
    if found:
        raise OutputError(str(target), f"holds {found[0]}, which is no export of kg; nothing was changed",
                          "move it away, or build into another folder")


def _strangers(folder: Path) -> Iterator[str]:
    """Paths, relative to `folder`, of the entries that no build writes."""
    for path in folder.iterdir():
        known = _INNER.get(path.name)
        if known and path.is_dir() and not path.is_symlink():
            yield from (f"{path.name}/{inner.name}" for inner in path.iterdir()
                        if not (known.fullmatch(inner.name) and inner.is_file()))
        elif not (path.name in FILE_NAMES | _DEBRIS and path.is_file()):
            yield path.name


def _sync(folder: Path) -> None:
    """Flush every file and folder under `folder`, so that the swap never comes to the disk before them."""
    for place, _, names in os.walk(folder):
        for path in [*(Path(place) / name for name in names), Path(place)]:
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


@contextmanager
def _translated(target: Path, only: Path | None = None) -> Iterator[None]:
    """OSErrors as OutputErrors; with `only`, those that come from writing under that folder."""
    try:
        yield
    except OSError as error:
        # A write to a full disk names no file.
        if only and error.errno not in _FULL and not str(error.filename).startswith(str(only)):
            raise
        raise OutputError(str(error.filename or target), f"cannot be written ({error.strerror})",
                          f"check the rights and the space of {target.parent}") from None
