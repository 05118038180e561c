"""The facts of articles, kept from build to build: an article that has not changed is not extracted again.

A row is found by everything that facts are made from: what the article says and names itself, and the code,
tables and libraries of extraction. So it never has to be thrown away by hand, and nobody needs it: what is
missing, damaged or not to be written is extracted anew, and a build has the same bytes with and without it.
SQLite keeps the file whole through kills and between builds that use it at once.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import sys
import zlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import orjson

from kg.errors import FactsError
from kg.model import Article, Facts, from_json, to_json
from kg.packaged import seeds_dir
from kg.store import FACTS_CACHE

#: What extraction is made of beside the article: rooms and modules of this package, and libraries.
ROOMS = ("errors.py", "extract", "model", "packaged.py", "seeds")
LIBRARIES = ("daachorse", "orjson", "rjieba")
_AT_ONCE = 256  # articles that one transaction writes, and that a kill may lose
_PATIENCE = 5.0  # seconds for which another build may hold the file
_TABLE = "CREATE TABLE IF NOT EXISTS facts (key BLOB PRIMARY KEY, facts BLOB) WITHOUT ROWID"
_OTHERS = "DELETE FROM facts WHERE key NOT IN (SELECT key FROM asked)"


class FactsCache:
    """The file `folder`/facts.sqlite, made when there is something to keep.

    No method raises for a broken file: it is removed and made anew, and one that the disk or another program
    holds back is left alone for this build.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FACTS_CACHE
        self._waiting: list[tuple[bytes, bytes]] = []
        self._asked: list[tuple[bytes]] = []
        self._is_left_alone = False
        self._database: sqlite3.Connection | None = None
        if self._path.exists():
            self._database = self._opened()

    def get(self, article: Article) -> Facts | None:
        """The facts of this very article by this very extractor; None when they are not known."""
        key = _key(article)
        self._asked.append((key,))
        if self._database is None:
            return None
        try:
            row = self._database.execute("SELECT facts FROM facts WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return _unpacked(row[0], article) if row else None

    def put(self, article: Article, facts: Facts) -> None:
        """Keep the facts of an article."""
        self._waiting.append((_key(article), zlib.compress(to_json(facts))))
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def close(self, *, whole: bool) -> None:
        """Write what waits. After a `whole` build forget what it did not ask for: articles that have gone,
        and what another extractor made.
        """
        if self._waiting:
            self._write()
        if whole and self._database is not None:
            self._forget_others()
        if self._database is not None:
            self._database.close()
            self._database = None

    def _write(self) -> None:
        self._database = self._database or self._opened()
        if self._database is not None:
            try:
                with self._database:  # a transaction
                    self._database.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", self._waiting)
            except sqlite3.Error as error:
                self._give_up(error)
        self._waiting.clear()

    def _forget_others(self) -> None:
        assert self._database is not None
        try:
            with self._database:
                self._database.execute("CREATE TEMP TABLE asked (key BLOB PRIMARY KEY) WITHOUT ROWID")
                self._database.executemany("INSERT OR IGNORE INTO asked VALUES (?)", self._asked)
                self._database.execute(_OTHERS)
        except sqlite3.Error as error:
            self._give_up(error)

    def _opened(self) -> sqlite3.Connection | None:
        for _ in range(0 if self._is_left_alone else 2):  # a broken file is removed, and made once more
            database = None
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                database = sqlite3.connect(self._path, timeout=_PATIENCE)
                # A kill leaves the file whole all the same; only a loss of power may not, and costs nothing.
                database.execute("PRAGMA synchronous = OFF")
                database.execute(_TABLE)
                database.execute("SELECT key, facts FROM facts LIMIT 1").fetchone()
                return database
            except OSError:
                self._is_left_alone = True
            except sqlite3.Error as error:
                self._give_up(error, database)
        return None

    def _give_up(self, error: sqlite3.Error, opened: sqlite3.Connection | None = None) -> None:
        for database in (opened, self._database):
            if database is not None:
                database.close()
        self._database = None
        # OperationalError: locked, full, not writable – or a table of another form.
        self._is_left_alone = isinstance(error, sqlite3.OperationalError) and "no such" not in str(error)
        if not self._is_left_alone:
            for path in (self._path, self._path.with_name(f"{FACTS_CACHE}-journal")):
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)


def _key(article: Article) -> bytes:
    said = (article.id, article.published, article.title, article.source, article.url, article.text)
    return hashlib.sha256(extractor_version() + orjson.dumps(said)).digest()


def _unpacked(packed: bytes, article: Article) -> Facts | None:
    try:
        facts = from_json(zlib.decompress(packed), "cache")
    except (zlib.error, FactsError, TypeError):
        return None
    return facts if (facts.id, facts.hash) == (article.id, article.hash) else None


@cache
def extractor_version() -> bytes:
    """A digest of all that facts depend on beside their article: 32 bytes."""
    package = Path(__file__).parents[1]
    code = [path for room in ROOMS for path in (package / room, *(package / room).rglob("*.py"))]
    files = [*code, *seeds_dir().glob("*.csv"), *(seeds_dir() / "lexicon").glob("*.csv")]
    whole = hashlib.sha256(f"{sys.version_info[:3]} {[version(name) for name in LIBRARIES]}".encode())
    for path in sorted(path for path in files if path.is_file()):
        whole.update(hashlib.sha256(path.name.encode()).digest())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.digest()
