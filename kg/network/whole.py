"""The whole graph as a network: things are nodes, facts are edges, posts are what an edge says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import networkx

from kg.network.quotes import Quote, Quotes
from kg.network.records import Records, code_name
from kg.store.terms import Quad
from kg.vocab import CODE, DCT, KG, SCHEMA, SKOS, WGS

#: Class of a node → ontology class; a subclass stands before its superclass.
CLASSES = {
    "person": KG.Person, "organization": KG.Organization, "place": KG.Place, "group": KG.Group,
    "event": KG.Event, "agreement": KG.Agreement, "document": KG.Work,
}
#: How a document is tied to an event: property → relation, and what the event does with the document.
_WORK_TIES = {
    KG.adoptedAt: ("adopted", CODE["relation-adopted"]), KG.presentedAt: ("presented_at", CODE["relation-presented"]),
    KG.signedAt: ("signed_document", CODE["relation-signed"]), KG.handledAt: ("handled", KG.handledAt),
}


def network(quads: Iterable[Quad], texts: Mapping[str, str] | None = None) -> networkx.MultiDiGraph:
    """Read the quads of a build into a network.

    `texts` maps the hash of an article to its canonical text; with it every quote carries its whole sentence.
    Nodes are IRIs, edge keys are the IRIs of the facts; docs/page.md lists the attributes. Press credits are
    not part of it: they stand with their article in `graph.graph["articles"]`.
    """
    return _Weaver(Records(quads), texts or {}).weave()


class _Weaver:
    """Builds one network; every method adds one kind of fact."""

    def __init__(self, records: Records, texts: Mapping[str, str]) -> None:
        self.records = records
        articles = list(records.of_type(KG.Article))
        self.texts = {iri: texts[key] for iri in articles if (key := iri.rsplit("/", 1)[-1]) in texts}
        self.quotes = Quotes(records, self.texts)
        self.graph = networkx.MultiDiGraph()

    def weave(self) -> networkx.MultiDiGraph:
        """All nodes, then all edges, then what is said of a node itself."""
        self._nodes()
        for add in (self._tenures, self._participations, self._agreements, self._works, self._groups, self._places,
                    self._appointments, self._doubts):
            add()
        self._own_facts()
        self.graph.graph["articles"] = {iri: self._article(iri) for iri in self.records.of_type(KG.Article)}
        return self.graph

    # ---- nodes ---------------------------------------------------------------------------------------------

    def _nodes(self) -> None:
        for name, ontology_class in CLASSES.items():
            for iri in self.records.of_type(ontology_class):
                if iri not in self.graph and not self._outside(iri):
                    self.graph.add_node(iri, **self._node(iri, name))

    def _outside(self, iri: str) -> bool:
        """Press credits, the publishing of an article and the article itself are no part of the network."""
        return ("/credit/" in iri or "/article/" in iri
                or CODE["event-publication"] in self.records.iris(iri, KG.kind))

    def _node(self, iri: str, name: str) -> dict[str, Any]:
        kind = self.records.iri(iri, KG.kind)
        data: dict[str, Any] = {
            "label": self.records.label(iri), "class": name, "kind": code_name(kind) if kind else "",
            "kind_label": self.records.label(kind) if kind else "", "names": self.records.names(iri), "facts": (),
            "quotes": self.quotes.of(iri), "confidence": self.records.confidence(iri),
        }
        domain = self.records.iri(iri, KG.domain)
        extra = {"date": self.records.value(iri, KG.date), "code": self.records.value(iri, SKOS.notation),
                 "domain": code_name(domain) if domain else "",
                 "domain_label": self.records.label(domain) if domain else ""}
        data |= {key: value for key, value in extra.items() if value}
        lat, long = self.records.value(iri, WGS.lat), self.records.value(iri, WGS.long)
        return data | ({"lat": float(lat), "long": float(long)} if lat and long else {})

    def _article(self, iri: str) -> dict[str, Any]:
        data = {"title": self.records.label(iri), "date": self.records.value(iri, KG.date),
                "url": self.records.value(iri, SCHEMA.url) or self.records.iri(iri, SCHEMA.url),
                "source": "、".join(map(self.records.label, self.records.iris(iri, DCT.publisher))),
                "id": self.records.value(iri, DCT.identifier), "text": self.texts.get(iri, "")}
        published = set(self.records.iris(iri, KG.handledAt))
        credits = [(self.records.label(self.records.iri(part, KG.role)), self.records.label(self.records.iri(part, KG.agent)))
                   for part in self.records.of_type(KG.Participation)
                   if published & set(self.records.iris(part, KG.inEvent))]
        return data | {"credits": tuple(credits)}

    # ---- edges ---------------------------------------------------------------------------------------------

    def _edge(self, start: str, end: str, key: str, relation: str, label: str, *trusted: str, **extra: str) -> None:
        """Add one fact. `trusted` are the records that may carry its words, the closest first."""
        if start not in self.graph or end not in self.graph:
            return
        trusted = tuple(iri for iri in trusted if iri)
        first = next((iri for iri in trusted if self.records.terms(iri, KG.reviewStatus)), "")
        review = self.records.iri(first, KG.reviewStatus) if first else ""
        data: dict[str, Any] = {
            "relation": relation, "label": label, "quotes": self.quotes.of(*trusted),
            "confidence": self.records.confidence(first) if first else None,
            "status": "" if review in ("", CODE["review-stated"]) else code_name(review),
            "status_label": "" if review in ("", CODE["review-stated"]) else self.records.label(review),
        }
        note = self.records.value(first, KG.reason) if first else ""
        data |= {name: value for name, value in {**extra, "note": note}.items() if value}
        self.graph.add_edge(start, end, key, **data)

    def _binary(self, subject: str, predicate: str, value: str, relation: str, *, back: bool = False,
                says: str = "") -> None:
        """A fact that is one triple: its words stand on its rdf:Statement, else on the subject."""
        statement = self.records.statement(subject, predicate, value)
        start, end = (value, subject) if back else (subject, value)
        key = statement or f"{subject} {predicate} {value}"
        extra = {"date": self.records.value(subject, KG.date)} if relation in ("party", "signed_at") else {}
        trusted = (statement,) if statement else (subject,)
        self._edge(start, end, key, relation, self.records.label(says or predicate), *trusted, **extra)

    def _tenures(self) -> None:
        """Person → organisation (or place, when the text names no organ), saying the title."""
        for tenure in self.records.of_type(KG.Tenure):
            post = self.records.iri(tenure, KG.post)
            where = (self.records.iri(tenure, KG.at) or self.records.iri(post, KG.postIn)
                     or self.records.iri(post, KG.jurisdiction))
            former = CODE["status-former"] in self.records.iris(tenure, KG.status)
            span = [self.records.value(tenure, predicate) for predicate in (KG.notBefore, KG.notAfter)]
            title = self.records.value(post, KG.title) or self.records.label(post)
            self._edge(self.records.iri(tenure, KG.holder), where, tenure, "held_post" if former else "holds_post",
                       f"{'原' if former else ''}{title}", tenure, detail=self.records.label(post),
                       date="–".join(span) if any(span) else self.records.value(tenure, KG.observedOn))

    def _participations(self) -> None:
        """Agent → event, saying the role; the posts in which the agent was there are its detail."""
        for part in self.records.of_type(KG.Participation):
            event, role = self.records.iri(part, KG.inEvent), self.records.iri(part, KG.role)
            tenures = sorted(self.records.iris(part, KG.inCapacity), key=self._first_word)
            posts = [self.records.label(self.records.iri(tenure, KG.post)) for tenure in tenures]
            self._edge(self.records.iri(part, KG.agent), event, part, code_name(role), self.records.label(role), part,
                       detail="、".join(posts), date=self.records.value(event, KG.date))

    def _first_word(self, subject: str) -> tuple[str, int, str]:
        """Sorts in the order of the text."""
        quotes = self.quotes.of(subject)
        return (quotes[0]["article"], quotes[0]["start"], subject) if quotes else ("", 0, subject)

    def _agreements(self) -> None:
        for agreement in self.records.of_type(KG.Agreement):
            for predicate, relation in ((KG.party, "party"), (KG.partyGroup, "party_group")):
                for party in self.records.iris(agreement, predicate):
                    self._binary(agreement, predicate, party, relation, back=True)
            for event in self.records.iris(agreement, KG.signedAt):
                self._binary(agreement, KG.signedAt, event, "signed_at")

    def _works(self) -> None:
        """Event → document; a document that is only cited hangs on the one event of its article."""
        events = defaultdict(list)
        for event in self.records.of_type(KG.Event):
            if event in self.graph:
                for graph in self.records.graphs(event):
                    events[graph].append(event)
        for work in self.records.of_type(KG.Work):
            if self.graph.nodes.get(work, {}).get("class") != "document":
                continue
            tied = [(predicate, event) for predicate in _WORK_TIES for event in self.records.iris(work, predicate)]
            for predicate, event in tied:
                relation, says = _WORK_TIES[predicate]
                self._binary(work, predicate, event, relation, back=True, says=says)
            if not tied and CODE["relation-cited"] in self.records.iris(work, KG.relation):
                for graph in sorted(self.records.graphs(work)):
                    if len(events[graph]) == 1:
                        self._edge(events[graph][0], work, f"{work} cited", "cited",
                                   self.records.label(CODE["relation-cited"]), work)

    def _groups(self) -> None:
        for group in self.records.of_type(KG.Group):
            for member in self.records.iris(group, KG.hasMember):
                self._binary(group, KG.hasMember, member, "member")

    def _places(self) -> None:
        """Where things are: an organisation's place, the whole of a part, the place of an event."""
        for name, predicate, relation in ((KG.Organization, KG.jurisdiction, "jurisdiction"),
                                          (KG.Organization, KG.partOf, "part_of"), (KG.Place, KG.partOf, "part_of"),
                                          (KG.Event, KG.place, "place")):
            for subject in self.records.of_type(name):
                for value in self.records.iris(subject, predicate):
                    self._binary(subject, predicate, value, relation)

    def _appointments(self) -> None:
        """Event → organisation of the post that it opens or closes."""
        for event in self.records.of_type(KG.Event):
            action, post = self.records.iri(event, KG.action), self.records.iri(event, KG.post)
            if action and post:
                where = self.records.iri(post, KG.postIn) or self.records.iri(post, KG.jurisdiction)
                label = self.records.label(action) + self.records.value(post, KG.title)
                self._edge(event, where, f"{event} action", code_name(action), label, event,
                           detail=self.records.label(post), date=self.records.value(event, KG.date))

    def _doubts(self) -> None:
        """Two of one name that may be one person: shown as a doubt, never merged."""
        for person in self.records.of_type(KG.Person):
            for other in self.records.iris(person, KG.sameAsCandidate):
                self._binary(person, KG.sameAsCandidate, other, "same_as_candidate")

    # ---- what is said of a node itself ---------------------------------------------------------------------

    def _own_facts(self) -> None:
        facts: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for event in self.records.of_type(KG.Event, KG.Agreement):
            if event in self.graph and (date := self.records.value(event, KG.date)):
                statement = self.records.statement(event, KG.date, date)
                facts[event].append(self._fact(event, KG.date, date, statement, self.records.value(event, KG.dateText)))
        for group in self.records.of_type(KG.Group):
            if size := self.records.value(group, KG.size):
                facts[group].append(self._fact(group, KG.size, size, "", ""))
        measures = sorted(self.records.of_type(KG.Measure),
                          key=lambda m: (self.records.iri(m, KG.kind), int(self.records.value(m, KG.order) or 0), m))
        for measure in measures:
            for event in self.records.iris(measure, KG.proposedAt):
                facts[event].append(self._measure(measure))
        for node, found in facts.items():
            if node in self.graph:
                self.graph.nodes[node]["facts"] = tuple(found)

    def _fact(self, subject: str, predicate: str, value: str, statement: str, detail: str) -> dict[str, Any]:
        trusted = [iri for iri in (statement, subject) if iri]
        reason = next((reason for iri in trusted if (reason := self.records.value(iri, KG.reason))), "")
        return _filled(term=predicate, label=self.records.label(predicate), value=value, detail=detail, note=reason,
                       confidence=self.records.confidence(trusted[0]), quotes=self.quotes.of(*trusted))

    def _measure(self, measure: str) -> dict[str, Any]:
        order, addressee = self.records.value(measure, KG.order), self.records.iris(measure, KG.addressee)
        text = self.records.label(measure)
        return _filled(term=measure, label=self.records.label(self.records.iri(measure, KG.kind)),
                       value=f"{order}. {text}" if order else text,
                       detail="、".join(map(self.records.label, addressee)),
                       confidence=self.records.confidence(measure), quotes=self.quotes.of(measure))


def _filled(**fact: str | float | None | tuple[Quote, ...]) -> dict[str, Any]:
    return {key: value for key, value in fact.items() if value not in ("", None)}
