"""What is said of a thing itself: the date of an event, the size of a group, the measures in order."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import networkx

from kg.network.quotes import Quote, Quotes
from kg.network.records import Records
from kg.vocab import KG


class Said:
    """Adds the attribute `facts` to the nodes of one network."""

    def __init__(self, records: Records, quotes: Quotes, graph: networkx.MultiDiGraph) -> None:
        self.records = records
        self.quotes = quotes
        self.graph = graph

    def add(self) -> None:
        """Dates first, then sizes, then measures by list and order."""
        facts: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for event in self.records.of_type(KG.Event, KG.Agreement):
            if event in self.graph and (date := self.records.value(event, KG.date)):
                statement = self.records.statement(event, KG.date, date)
                facts[event].append(
                    self._fact(event, KG.date, date, statement, self.records.value(event, KG.dateText))
                )
        for group in self.records.of_type(KG.Group):
            if size := self.records.value(group, KG.size):
                facts[group].append(self._fact(group, KG.size, size, "", ""))
        measures = sorted(
            self.records.of_type(KG.Measure),
            key=lambda m: (self.records.iri(m, KG.kind), int(self.records.value(m, KG.order) or 0), m),
        )
        for measure in measures:
            for event in self.records.iris(measure, KG.proposedAt):
                facts[event].append(self._measure(measure))
        for node, found in facts.items():
            if node in self.graph:
                self.graph.nodes[node]["facts"] = tuple(found)

    def _fact(self, subject: str, predicate: str, value: str, statement: str, detail: str) -> dict[str, Any]:
        trusted = [iri for iri in (statement, subject) if iri]
        reason = next((reason for iri in trusted if (reason := self.records.value(iri, KG.reason))), "")
        return _filled(
            term=predicate,
            label=self.records.label(predicate),
            value=value,
            detail=detail,
            note=reason,
            confidence=self.records.confidence(trusted[0]),
            quotes=self.quotes.of(*trusted),
        )

    def _measure(self, measure: str) -> dict[str, Any]:
        order, addressee = self.records.value(measure, KG.order), self.records.iris(measure, KG.addressee)
        text = self.records.label(measure)
        return _filled(
            term=measure,
            label=self.records.label(self.records.iri(measure, KG.kind)),
            value=f"{order}. {text}" if order else text,
            detail="、".join(map(self.records.label, addressee)),
            confidence=self.records.confidence(measure),
            quotes=self.quotes.of(measure),
        )


def _filled(**fact: str | float | tuple[Quote, ...] | None) -> dict[str, Any]:
    return {key: value for key, value in fact.items() if value not in ("", None)}
