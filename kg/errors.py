"""What can go wrong, drawn as a tree.

KgError
├── SourceError    a file or folder that cannot be read as what it should be
│   └── SourceTooLarge
├── FactsError     a facts file that does not follow the exchange format
├── TableError     a broken row in a table of seeds/ or ontology/
├── OutputError    a folder or file that cannot be written
├── QueryError     a question that does not parse, or is unknown, or lacks a parameter
│   └── QueryRefused
└── StoreError     a store that is missing, locked or broken
    ├── StoreConflict
    └── StoreReplaced

Every error names the place and says what to try; `str(error)` is one line.
"""

from __future__ import annotations


class KgError(Exception):
    """Broken input. `place` is the file (or row) and `hint` what to try."""

    def __init__(self, place: str, problem: str, hint: str) -> None:
        super().__init__(place, problem, hint)
        self.place = place
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return " ".join(f"{self.place}: {self.problem}; {self.hint}".split())


class SourceError(KgError):
    """A file or folder that cannot be read as an article."""


class SourceTooLarge(SourceError):
    """A file beyond the size that one article can have."""


class FactsError(KgError):
    """A facts file that does not follow the exchange format."""


class TableError(KgError):
    """A broken row in a table of `seeds/` or `ontology/`."""


class OutputError(KgError):
    """A folder or file that cannot be written."""


class QueryError(KgError):
    """A question that is unknown, lacks a parameter, or does not parse."""


class QueryRefused(QueryError):
    """A query that would do more than read this graph: ask another server, change it, read another one."""


class StoreError(KgError):
    """A store that is missing, locked or broken."""


class StoreConflict(StoreError):
    """An update that wants a graph which is not there, or a new one which is."""


class StoreReplaced(StoreError):
    """An open store whose files are gone, as another build took its place: open it anew."""
