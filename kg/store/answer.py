"""What a query gives: a table, triples, or yes or no."""

from __future__ import annotations

from dataclasses import dataclass

from kg.store.terms import Quad, Term


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a SELECT; None where a variable is unbound. Variables have no question mark."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def values(self) -> list[tuple[str | None, ...]]:
        """The rows as plain strings: IRIs in full, literals without language and datatype."""
        return [tuple(None if term is None else term.value for term in row) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE, each once, sorted."""

    quads: tuple[Quad, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of an ASK."""

    value: bool


Answer = Table | Triples | Verdict
