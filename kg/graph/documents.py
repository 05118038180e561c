"""Agreements with all their parties, documents with what was done to them, and numbered measures."""

from __future__ import annotations

import re

from kg.graph import terms
from kg.graph.entities import Entities
from kg.graph.events import Events
from kg.graph.iris import digest, normal
from kg.model import AgreementFact, DocumentFact, MeasureFact
from kg.vocab import KG, code, code_or_other

_YEAR = re.compile(r"(?:19|20)\d\d")
#: What was done to a document at an event → property; `issued` and `cited` need no event.
_AT_EVENT = {
    "adopted": KG.adoptedAt, "presented": KG.presentedAt, "signed": KG.signedAt, "issued": KG.handledAt,
    "cited": KG.handledAt,
}  # fmt: skip


class Documents:
    """The works of one article by their normalised title."""

    def __init__(self, entities: Entities, events: Events) -> None:
        self.entities = entities
        self.events = events
        self.draft = entities.draft
        self._agreements: dict[str, str] = {}

    def write_agreements(self) -> None:
        """Every agreement; parties that come from a group are marked derived, and the group is kept."""
        for fact in self.draft.facts.agreements:
            self._agreements[normal(fact.title)] = self._agreement(fact)

    def _agreement(self, fact: AgreementFact) -> str:
        draft = self.draft
        parties = {name: self.entities.agent(name, "org") for name in fact.parties}
        event = self.events.iri(fact.event, "agreement") if fact.event else None
        date = fact.date or (self.events.facts[fact.event].date if fact.event else None)
        scope = date[:4] if date and _YEAR.match(date) else draft.key
        iri = draft.iris.of("agreement", normal(fact.title), scope, *sorted(set(parties.values())))
        draft.node(iri, KG.Agreement, fact.title.strip("《》"), "work")
        draft.link(iri, KG.kind, code_or_other("agreement", fact.kind))
        if fact.domain:
            draft.link(iri, KG.domain, code_or_other("domain", fact.domain))
        draft.trust(iri, fact)
        if fact.date:
            draft.date(iri, fact.date, fact)
        if event:
            draft.state(iri, KG.signedAt, terms.iri(event), fact)
        self._parties(iri, fact, parties)
        return iri

    def _parties(self, iri: str, fact: AgreementFact, parties: dict[str, str]) -> None:
        group = self.entities.groups.get(fact.via_group or "")
        members = self._members(fact.via_group)
        if group and group not in parties.values():
            self.draft.state(iri, KG.partyGroup, terms.iri(group), fact)
        for name, party in parties.items():
            reason = f"a member of {fact.via_group}, which signed" if name in members else None
            self.draft.state(iri, KG.party, terms.iri(party), fact, reason)

    def _members(self, group: str | None) -> set[str]:
        return {
            member
            for fact in self.draft.facts.groups
            if group in (fact.name, *fact.aliases)
            for member in fact.members
        }

    def write_documents(self) -> None:
        """Every document: what was done to it, and at which event when there was one."""
        for fact in self.draft.facts.documents:
            iri = self._work(fact)
            self.draft.trust(iri, fact)
            self.draft.state(iri, KG.relation, terms.iri(code("relation", fact.relation)), fact)
            if fact.event:
                event = self.events.iri(fact.event, "document")
                self.draft.state(iri, _AT_EVENT[fact.relation], terms.iri(event), fact)
            if fact.year:
                self.draft.date(iri, fact.year, fact)

    def _work(self, fact: DocumentFact) -> str:
        """A work, or the agreement of that title. A title that names no place is of its article alone."""
        title = fact.title.strip("《》")
        known = self._agreements.get(normal(title))
        if known:
            return known
        iri = self.draft.iris.of("document", *self._scope(title), normal(title))
        self.draft.node(iri, KG.Work, title, "work")
        return iri

    def _scope(self, title: str) -> tuple[str, ...]:
        yearly = title.endswith(("报告", "要点", "安排")) and not _YEAR.search(title)
        national = title.startswith(("中华人民共和国", "中国共产党", "国务院", "中共中央"))
        places = self.entities.seeds.places
        local = any(places.by_name(title[:length]) for length in range(2, min(len(title), 12)))
        return () if (national or local) and not yearly else (self.draft.key,)

    def write_measures(self) -> None:
        """Every item of a numbered list, in the order of the text."""
        for fact in self.draft.facts.measures:
            self._measure(fact)

    def _measure(self, fact: MeasureFact) -> None:
        draft = self.draft
        event = self.events.iri(fact.event, "measure") if fact.event else None
        iri = draft.iris.of(
            "measure", event or draft.iri, fact.list, str(fact.order), digest(normal(fact.text))
        )
        draft.node(iri, KG.Measure, fact.text, "measure")
        draft.link(iri, KG.kind, code_or_other("list", fact.list))
        draft.add(iri, KG.order, terms.integer(fact.order))
        draft.trust(iri, fact)
        if event:
            draft.link(iri, KG.proposedAt, event)
        if fact.addressee:
            draft.link(iri, KG.addressee, self.entities.agent(fact.addressee, "group"))
