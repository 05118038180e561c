"""The quads of a build by subject, and the few readings that the network needs of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from kg.store.terms import Quad, Term, parse_term
from kg.vocab import DCT, KG, RDF, SKOS

# Evidence and its positions only repeat what its IRI says.
_SKIPPED = re.compile(r"#(?:char=|position=|point>)")
_QUOTE = re.compile(r"/([0-9a-f]+)#quote=")
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"  # terms of the ontology are named by it
LANGUAGES = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant", "zh-latn-pinyin": "zh-Latn-pinyin", "en": "en"}


class Records:
    """Statements by subject and predicate, in the order of their texts, whatever order they came in.

    `texts` are the hashes of articles whose text is known: their quotes are left out.
    """

    def __init__(self, quads: Iterable[Quad], texts: Container[str] = ()) -> None:
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._graphs: dict[str, set[str]] = defaultdict(set)
        for subject, predicate, value, graph in quads:
            if _SKIPPED.search(subject) or ((quote := _QUOTE.search(subject)) and quote[1] in texts):
                continue
            found[subject[1:-1]][predicate[1:-1]].add(value)
            self._graphs[subject[1:-1]].add(graph[1:-1])
        self._found = {
            subject: {
                predicate: [parse_term(text) for text in sorted(texts)]
                for predicate, texts in predicates.items()
            }
            for subject, predicates in sorted(found.items())
        }
        self._of_type: dict[str, list[str]] = defaultdict(list)
        for subject in self._found:
            for kind in self.iris(subject, RDF.type):
                self._of_type[kind].append(subject)
        self._in_event: dict[str, list[str]] = defaultdict(list)
        for part in self.of_type(KG.Participation):
            for event in self.iris(part, KG.inEvent):
                self._in_event[event].append(part)
        self._statements = {self._triple(subject): subject for subject in self.of_type(RDF.Statement)}

    def of_type(self, *classes: str) -> Iterator[str]:
        """Subjects of any of these classes, sorted within each."""
        for kind in classes:
            yield from self._of_type.get(kind, ())

    def participations(self, event: str) -> list[str]:
        """Participations in an event, sorted."""
        return self._in_event.get(event, [])

    def terms(self, subject: str, *predicates: str) -> list[Term]:
        """All values of these predicates."""
        about = self._found.get(subject, {})
        return [term for predicate in predicates for term in about.get(predicate, ())]

    def iris(self, subject: str, *predicates: str) -> list[str]:
        """All values that are IRIs."""
        return [term.value for term in self.terms(subject, *predicates) if term.kind == "iri"]

    def iri(self, subject: str, predicate: str) -> str:
        """The first IRI, or an empty string."""
        return next(iter(self.iris(subject, predicate)), "")

    def value(self, subject: str, predicate: str) -> str:
        """The first literal, or an empty string."""
        return next((term.value for term in self.terms(subject, predicate) if term.kind == "literal"), "")

    def graphs(self, subject: str) -> set[str]:
        """Named graphs that say something about the subject."""
        return self._graphs.get(subject, set())

    def names(self, subject: str) -> dict[str, tuple[str, ...]]:
        """Names by language, the preferred first; language tags in their usual case."""
        names: dict[str, list[str]] = defaultdict(list)
        for term in self.terms(subject, SKOS.prefLabel, SKOS.altLabel):
            tag = (term.language or "").lower()
            names[LANGUAGES.get(tag, tag)].append(term.value)
        return {tag: tuple(dict.fromkeys(names[tag])) for tag in sorted(names)}

    def label(self, subject: str) -> str:
        """Name in simplified Chinese, else in any language, else the end of the IRI."""
        labels = {
            (term.language or "").lower(): term.value
            for term in self.terms(subject, SKOS.prefLabel, _RDFS_LABEL)
        }
        for tag in ("zh-hans", "zh", "", *sorted(labels)):
            if tag in labels:
                return labels[tag]
        return self.value(subject, DCT.identifier) or local(subject)

    def statement(self, subject: str, predicate: str, value: str) -> str:
        """IRI of the rdf:Statement about a triple whose object is an IRI or a plain value; else empty."""
        return self._statements.get((subject, predicate, value), "")

    def _triple(self, statement: str) -> tuple[str, str, str]:
        parts = [self.terms(statement, part) for part in (RDF.subject, RDF.predicate, RDF.object)]
        first = [part[0].value if part else "" for part in parts]
        return (first[0], first[1], first[2])

    def confidence(self, subject: str) -> float | None:
        """kg:confidence, 0…1, or None where it was not measured."""
        value = self.value(subject, KG.confidence)
        return float(value) if value else None


def local(iri: str) -> str:
    """What stands after the last # or / of an IRI."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def code_name(iri: str) -> str:
    """Name of a concept within its list: code#role-chaired → chaired."""
    return local(iri).split("-", 1)[-1]
