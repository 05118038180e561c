"""The records of one named graph while it is written, and the lines that they become."""

from __future__ import annotations

from collections import defaultdict

from kg.graph import terms
from kg.graph.iris import Iris
from kg.graph.templates import BLOCKS, TEMPLATES, turtle_blocks
from kg.labels import labels
from kg.vocab import KG


class Lines:
    """Collects records of the graph `{base}graph/{name}`; `sorted()` gives their N-Quads lines in order.

    `records` holds the rows of each kind of `kg.graph.mapping`. What is written twice stands once.
    """

    def __init__(self, iris: Iris, name: str) -> None:
        self.iris = iris
        self.name = name
        self.records: dict[str, list[tuple[object, ...]]] = defaultdict(list)

    def write(self, kind: str, *row: object) -> None:
        """One record, its columns in the order of `kg.graph.templates.columns`."""
        self.records[kind].append(row)

    def add(self, subject: str, predicate: str, term: str) -> None:
        """One quad; `term` is a finished N-Quads term, subject and predicate are IRIs."""
        self.records["value"].append((subject, predicate, term))

    def link(self, subject: str, predicate: str, target: str) -> None:
        """One quad whose object is an IRI."""
        self.records["link"].append((subject, predicate, target))

    def node(self, iri: str, term: str, name: str | None = None, kind: str | None = None) -> None:
        """The type of a node and its labels (`kind` as kg.labels knows it)."""
        self.write("node", iri, term)
        if name is not None and kind is not None:
            for language, label in labels(name, kind):
                self.write("label", iri, label, language)

    def statement(self, subject: str, predicate: str, term: str, reason: str | None = None) -> str:
        """A quad and the rdf:Statement about it, whose IRI is returned."""
        statement = self.iris.of("statement", self.name, subject, predicate, term)
        self.write("statement", subject, predicate, term, statement)
        if reason:
            self.add(statement, KG.reason, terms.text(reason))
        return statement

    def sorted(self) -> list[str]:
        """The lines in order, each once."""
        end = f" <{self.iris.graph(self.name)}> ."
        written = [text for kind, rows in self.records.items() for text in TEMPLATES[kind](rows, end)]
        lines = sorted({line for text in written for line in text.split("\n")})
        return lines[1:]  # the first is the empty one after the last newline

    def turtle(self) -> str:
        """The same triples as Turtle, a block a subject in the order in which they are met; no prefixes."""
        said: defaultdict[str, list[str]] = defaultdict(list)
        for kind, rows in self.records.items():
            BLOCKS[kind](dict.fromkeys(rows), said)
        return turtle_blocks(said)
