"""Events, who took part in which role, and the bodies that were represented."""

from __future__ import annotations

from kg.errors import FactsError
from kg.graph import terms
from kg.graph.entities import Entities
from kg.graph.iris import normal
from kg.model import EventFact, Fact
from kg.vocab import KG, code


class Events:
    """The events of one article by their key in the facts."""

    def __init__(self, entities: Entities) -> None:
        self.entities = entities
        self.draft = entities.draft
        self.iris: dict[str, str] = {}
        self.facts: dict[str, EventFact] = {}
        for fact in self.draft.facts.events:
            self.iris[fact.key] = self._write(fact)
            self.facts[fact.key] = fact

    def iri(self, key: str, what: str) -> str:
        """The event that `what` names by its key; FactsError when there is none."""
        if key not in self.iris:
            raise FactsError(self.draft.facts.id, f"unknown event {key!r} in {what}", "add it to events")
        return self.iris[key]

    def _write(self, fact: EventFact) -> str:
        draft = self.draft
        place = self.entities.places.node(fact.place) if fact.place else None
        # Only day, place and name together tell that two articles mean one event.
        told = self.entities.resolution.events.get((draft.key, fact.key))
        where = place or (draft.iris.place(told) if told else "")
        is_shared = (place or told is not None) and terms.is_full_date(fact.date)
        scope = fact.date if is_shared else f"{draft.key} {fact.date}"
        event = draft.iris.of("event", fact.type, str(scope), where, normal(fact.name))
        draft.node(event, KG.Event, fact.name, "event")
        draft.link(event, KG.kind, code("event", fact.type))
        draft.trust(event, fact)
        if fact.date:
            draft.date(event, fact.date, fact, fact.date_reason)
        if fact.date_text:
            draft.add(event, KG.dateText, terms.text(fact.date_text, "zh-Hans"))
        if place:
            draft.state(event, KG.place, terms.iri(place), fact)
        if fact.planned:
            draft.link(event, KG.status, code("status", "planned"))
        return event

    def participation(self, event: str, agent: str, role: str, fact: Fact, order: int | None = None) -> str:
        """One Participation: an agent at an event in a role."""
        iri = self.draft.iris.of("participation", event, agent, role)
        self.draft.write("participation", iri, event, agent, code("role", role))
        self.draft.trust(iri, fact)
        if order is not None:
            self.draft.add(iri, KG.order, terms.integer(order))
        return iri

    def write_participation(self) -> None:
        """Every row of the facts; `order` is the place of the agent in the list of its event, from 1."""
        ranks: dict[str, dict[str, int]] = {}
        for fact in self.draft.facts.participation:
            event, agent = self.iri(fact.event, "participation"), self.entities.agent(fact.agent)
            rank = ranks.setdefault(event, {})
            order = rank.setdefault(agent, len(rank) + 1)
            iri = self.participation(event, agent, fact.role, fact, order)
            for capacity in fact.capacity:
                self.draft.link(iri, KG.inCapacity, self._tenure(fact.agent, capacity))

    def _tenure(self, person: str, capacity: str) -> str:
        org, _, title = capacity.rpartition(" ")
        if not org:
            problem = f"capacity {capacity!r} is not an organisation and a title"
            raise FactsError(self.draft.facts.id, problem, "put one space between them")
        return self.entities.tenure(person, org, title)

    def write_represented(self) -> None:
        """Bodies whose unnamed people were there: a Group (or the organisation, when it is one)."""
        for fact in self.draft.facts.represented:
            event = self.iri(fact.event, "represented")
            if fact.body in self.draft.facts.orgs:
                body = self.entities.organization(fact.body)
            else:
                body = self.draft.iris.of("group", self.draft.key, event, normal(fact.body))
                self.draft.node(body, KG.Group, fact.body, "group")
                self.draft.trust(body, fact)
            self.participation(event, body, "invited" if fact.invited else "represented", fact)
