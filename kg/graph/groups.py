"""Groups (沿海六市): what the text calls them, how many they are, who they are and how we know."""

from __future__ import annotations

from kg.graph import terms
from kg.graph.entities import Entities
from kg.graph.iris import normal
from kg.model import GroupFact
from kg.vocab import KG


def write_groups(entities: Entities) -> None:
    """Groups first: agreements, measures and participations may name them."""
    for fact in entities.draft.facts.groups:
        iri = _write(entities, fact)
        for name in (fact.name, *fact.aliases):
            entities.groups[name] = iri


def _write(entities: Entities, fact: GroupFact) -> str:
    draft = entities.draft
    members = [entities.agent(name, "org") for name in fact.members]
    # One name may mean other members elsewhere: unresolved, it belongs to its article alone.
    scope = sorted(set(members)) or [draft.key]
    iri = draft.iris.of("group", normal(fact.name), str(fact.size), *scope)
    draft.node(iri, KG.Group, fact.name, "group")
    draft.trust(iri, fact, "derived" if fact.reason else "stated")
    for alias in fact.aliases:
        draft.alias(iri, alias)
    if fact.size is not None:
        draft.add(iri, KG.size, terms.integer(fact.size))
    if fact.reason:
        draft.add(iri, KG.reason, terms.text(fact.reason))
    for member in members:
        draft.state(iri, KG.hasMember, terms.iri(member), fact, fact.reason)
    return iri
