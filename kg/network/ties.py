"""Facts as edges: who holds which post, takes part in what, signs what, belongs where."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import networkx

from kg.network.quotes import Quotes
from kg.network.records import Records, code_name
from kg.vocab import CODE, KG

#: How a document is tied to an event: property → relation, and what the event does with the document.
_WORK_TIES = {
    KG.adoptedAt: ("adopted", CODE["relation-adopted"]),
    KG.presentedAt: ("presented_at", CODE["relation-presented"]),
    KG.signedAt: ("signed_document", CODE["relation-signed"]),
    KG.handledAt: ("handled", KG.handledAt),
}


class Ties:
    """Adds the edges of one network; every method adds one kind of fact."""

    def __init__(self, records: Records, quotes: Quotes, graph: networkx.MultiDiGraph) -> None:
        self.records = records
        self.quotes = quotes
        self.graph = graph

    def add(self) -> None:
        """All facts whose two ends are nodes of the graph."""
        self._tenures()
        self._participations()
        self._agreements()
        self._works()
        self._groups()
        self._places()
        self._appointments()
        self._doubts()

    def _edge(
        self, start: str, end: str, key: str, relation: str, label: str, *trusted: str, **extra: str
    ) -> None:
        """Add one fact. `trusted` are the records that may carry its words, the closest first."""
        if start not in self.graph or end not in self.graph:
            return
        trusted = tuple(iri for iri in trusted if iri)
        first = next((iri for iri in trusted if self.records.terms(iri, KG.reviewStatus)), "")
        review = self.records.iri(first, KG.reviewStatus) if first else ""
        data: dict[str, Any] = {
            "relation": relation,
            "label": label,
            "quotes": self.quotes.of(*trusted),
            "confidence": self.records.confidence(first) if first else None,
            "status": "" if review in ("", CODE["review-stated"]) else code_name(review),
            "status_label": "" if review in ("", CODE["review-stated"]) else self.records.label(review),
        }
        note = self.records.value(first, KG.reason) if first else ""
        data |= {name: value for name, value in {**extra, "note": note}.items() if value}
        self.graph.add_edge(start, end, key, **data)

    def _binary(
        self, triple: tuple[str, str, str], relation: str, *, back: bool = False, says: str = ""
    ) -> None:
        """A fact that is one triple: its words stand on its rdf:Statement, else on the subject."""
        subject, predicate, value = triple
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
            where = (
                self.records.iri(tenure, KG.at)
                or self.records.iri(post, KG.postIn)
                or self.records.iri(post, KG.jurisdiction)
            )
            former = CODE["status-former"] in self.records.iris(tenure, KG.status)
            title = self.records.value(post, KG.title) or self.records.label(post)
            self._edge(
                self.records.iri(tenure, KG.holder),
                where,
                tenure,
                "held_post" if former else "holds_post",
                f"{'原' if former else ''}{title}",
                tenure,
                detail=self.records.label(post),
                date=self._span(tenure),
            )

    def _span(self, tenure: str) -> str:
        """The bounds of a tenure, or the days on which it was first and last seen where it has none."""
        days = sorted(term.value for term in self.records.terms(tenure, KG.observedOn))
        begin = self.records.value(tenure, KG.notBefore) or (days[0] if days else "")
        end = self.records.value(tenure, KG.notAfter) or (days[-1] if days else "")
        return begin if begin == end else f"{begin}–{end}"

    def _participations(self) -> None:
        """Agent → event, saying the role; the posts in which the agent was there are its detail."""
        for part in self.records.of_type(KG.Participation):
            event, role = self.records.iri(part, KG.inEvent), self.records.iri(part, KG.role)
            tenures = sorted(self.records.iris(part, KG.inCapacity), key=self._first_word)
            posts = [self.records.label(self.records.iri(tenure, KG.post)) for tenure in tenures]
            self._edge(
                self.records.iri(part, KG.agent),
                event,
                part,
                code_name(role),
                self.records.label(role),
                part,
                detail="、".join(posts),
                date=self.records.value(event, KG.date),
            )

    def _first_word(self, subject: str) -> tuple[str, int, str]:
        """Sorts in the order of the text."""
        quotes = self.quotes.of(subject)
        return (quotes[0]["article"], quotes[0]["start"], subject) if quotes else ("", 0, subject)

    def _agreements(self) -> None:
        for agreement in self.records.of_type(KG.Agreement):
            for predicate, relation in ((KG.party, "party"), (KG.partyGroup, "party_group")):
                for party in self.records.iris(agreement, predicate):
                    self._binary((agreement, predicate, party), relation, back=True)
            for event in self.records.iris(agreement, KG.signedAt):
                self._binary((agreement, KG.signedAt, event), "signed_at")

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
            tied = [
                (predicate, event) for predicate in _WORK_TIES for event in self.records.iris(work, predicate)
            ]
            for predicate, event in tied:
                relation, says = _WORK_TIES[predicate]
                self._binary((work, predicate, event), relation, back=True, says=says)
            if not tied and CODE["relation-cited"] in self.records.iris(work, KG.relation):
                for graph in sorted(self.records.graphs(work)):
                    if len(events[graph]) == 1:
                        self._edge(
                            events[graph][0],
                            work,
                            f"{work} cited",
                            "cited",
                            self.records.label(CODE["relation-cited"]),
                            work,
                        )

    def _groups(self) -> None:
        for group in self.records.of_type(KG.Group):
            for member in self.records.iris(group, KG.hasMember):
                self._binary((group, KG.hasMember, member), "member")

    def _places(self) -> None:
        """Where things are: an organisation's place, the whole of a part, the place of an event."""
        for name, predicate, relation in (
            (KG.Organization, KG.jurisdiction, "jurisdiction"),
            (KG.Organization, KG.partOf, "part_of"),
            (KG.Place, KG.partOf, "part_of"),
            (KG.Event, KG.place, "place"),
        ):
            for subject in self.records.of_type(name):
                for value in self.records.iris(subject, predicate):
                    self._binary((subject, predicate, value), relation)

    def _appointments(self) -> None:
        """Event → organisation of the post that it opens or closes."""
        for event in self.records.of_type(KG.Event):
            action, post = self.records.iri(event, KG.action), self.records.iri(event, KG.post)
            if action and post:
                where = self.records.iri(post, KG.postIn) or self.records.iri(post, KG.jurisdiction)
                label = self.records.label(action) + self.records.value(post, KG.title)
                self._edge(
                    event,
                    where,
                    f"{event} action",
                    code_name(action),
                    label,
                    event,
                    detail=self.records.label(post),
                    date=self.records.value(event, KG.date),
                )

    def _doubts(self) -> None:
        """Two of one name that may be one person: shown as a doubt, never merged."""
        for person in self.records.of_type(KG.Person):
            for other in self.records.iris(person, KG.sameAsCandidate):
                self._binary((person, KG.sameAsCandidate, other), "same_as_candidate")
