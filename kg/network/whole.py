"""The whole graph as a network: things are nodes, facts are edges, posts are what an edge says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx

from kg.network.quotes import Quotes
from kg.network.records import Records, code_name
from kg.network.said import Said
from kg.network.ties import Ties
from kg.store.terms import Quad
from kg.vocab import CODE, DCT, KG, SCHEMA, SKOS, WGS

#: Class of a node → ontology class; a subclass stands before its superclass.
CLASSES = {
    "person": KG.Person,
    "organization": KG.Organization,
    "place": KG.Place,
    "group": KG.Group,
    "event": KG.Event,
    "agreement": KG.Agreement,
    "document": KG.Work,
}


def network(quads: Iterable[Quad], texts: Mapping[str, str] | None = None) -> networkx.MultiDiGraph:
    """Read the quads of a build into a network.

    `texts` maps the hash of an article to its canonical text; with it every quote carries its whole sentence.
    Nodes are IRIs, edge keys are the IRIs of the facts; docs/page.md lists the attributes. Press credits are
    not part of it: they stand with their article in `graph.graph["articles"]`.
    """
    by_hash = texts or {}
    records = Records(quads, by_hash)
    articles = list(records.of_type(KG.Article))
    known = {iri: by_hash[key] for iri in articles if (key := iri.rsplit("/", 1)[-1]) in by_hash}
    things = _Things(records, Quotes(records, known), known)
    graph = things.graph
    Ties(records, things.quotes, graph).add()
    Said(records, things.quotes, graph).add()
    graph.graph["articles"] = {iri: things.article(iri) for iri in articles}
    return graph


class _Things:
    """The nodes of one network, and its articles."""

    def __init__(self, records: Records, quotes: Quotes, texts: Mapping[str, str]) -> None:
        self.records = records
        self.quotes = quotes
        self.texts = texts
        self.graph = networkx.MultiDiGraph()
        for name, ontology_class in CLASSES.items():
            for iri in records.of_type(ontology_class):
                if iri not in self.graph and not self._outside(iri):
                    self.graph.add_node(iri, **self._node(iri, name))

    def _outside(self, iri: str) -> bool:
        """Press credits, the publishing of an article and the article itself are no part of the network."""
        return (
            "/credit/" in iri
            or "/article/" in iri
            or CODE["event-publication"] in self.records.iris(iri, KG.kind)
        )

    def _node(self, iri: str, name: str) -> dict[str, Any]:
        kind = self.records.iri(iri, KG.kind)
        data: dict[str, Any] = {
            "label": self.records.label(iri),
            "class": name,
            "kind": code_name(kind) if kind else "",
            "kind_label": self.records.label(kind) if kind else "",
            "names": self.records.names(iri),
            "facts": (),
            "quotes": self.quotes.of(iri),
            "confidence": self.records.confidence(iri),
        }
        domain = self.records.iri(iri, KG.domain)
        extra = {
            "date": self.records.value(iri, KG.date),
            "code": self.records.value(iri, SKOS.notation),
            "domain": code_name(domain) if domain else "",
            "domain_label": self.records.label(domain) if domain else "",
        }
        data |= {key: value for key, value in extra.items() if value}
        lat, long = self.records.value(iri, WGS.lat), self.records.value(iri, WGS.long)
        return data | ({"lat": float(lat), "long": float(long)} if lat and long else {})

    def article(self, iri: str) -> dict[str, Any]:
        data = {
            "title": self.records.label(iri),
            "date": self.records.value(iri, KG.date),
            "url": self.records.value(iri, SCHEMA.url) or self.records.iri(iri, SCHEMA.url),
            "source": "、".join(map(self.records.label, self.records.iris(iri, DCT.publisher))),
            "id": self.records.value(iri, DCT.identifier),
            "text": self.texts.get(iri, ""),
        }
        published = self.records.iris(iri, KG.handledAt)
        parts = {part for event in published for part in self.records.participations(event)}
        credits = [
            (
                self.records.label(self.records.iri(part, KG.role)),
                self.records.label(self.records.iri(part, KG.agent)),
            )
            for part in sorted(parts)
        ]
        return data | {"credits": tuple(credits)}
