"""The lines of one named graph while they are written. A line that is written twice stands once."""

from __future__ import annotations

from kg.graph import terms
from kg.graph.iris import Iris
from kg.labels import labels
from kg.vocab import KG, RDF, SKOS


class Lines:
    """Collects N-Quads lines of the graph `{base}graph/{name}`; `sorted()` gives them in order."""

    def __init__(self, iris: Iris, name: str) -> None:
        self.iris = iris
        self.name = name
        self._lines: set[str] = set()
        self._end = f" <{iris.graph(name)}> ."

    def add(self, subject: str, predicate: str, term: str) -> None:
        """One quad; `term` is a finished N-Quads term, subject and predicate are IRIs."""
        self._lines.add(f"<{subject}> <{predicate}> {term}{self._end}")

    def link(self, subject: str, predicate: str, target: str) -> None:
        """One quad whose object is an IRI."""
        self._lines.add(f"<{subject}> <{predicate}> <{target}>{self._end}")

    def node(self, iri: str, term: str, name: str | None = None, kind: str | None = None) -> None:
        """The type of a node and its labels (`kind` as kg.labels knows it)."""
        self.link(iri, RDF.type, term)
        if name is not None and kind is not None:
            for language, label in labels(name, kind):
                self.add(iri, SKOS.prefLabel, terms.text(label, language))

    def statement(self, subject: str, predicate: str, term: str, reason: str | None = None) -> str:
        """A quad and the rdf:Statement about it, whose IRI is returned."""
        self.add(subject, predicate, term)
        statement = self.iris.of("statement", self.name, subject, predicate, term)
        self.link(statement, RDF.type, RDF.Statement)
        self.link(statement, RDF.subject, subject)
        self.link(statement, RDF.predicate, predicate)
        self.add(statement, RDF.object, term)
        if reason:
            self.add(statement, KG.reason, terms.text(reason))
        return statement

    def sorted(self) -> list[str]:
        """The lines in order, each once."""
        return sorted(self._lines)
