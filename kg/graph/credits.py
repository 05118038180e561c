"""The article itself, and who made it: press credits, in a name space apart from the political network."""

from __future__ import annotations

from kg.graph import terms
from kg.graph.entities import Entities
from kg.graph.iris import normal
from kg.graph.organizations import kind_of
from kg.model import CreditFact, Fact
from kg.vocab import DCT, KG, SCHEMA, XSD, code


def write_article(entities: Entities) -> None:
    """The Article node, its publication as an Event, and a Participation for every credit."""
    draft = entities.draft
    facts, article = draft.facts, draft.article
    title = facts.title or (article.title if article else None)
    draft.node(draft.iri, KG.Article, title, "work")
    draft.add(draft.iri, DCT.identifier, terms.text(facts.id))
    url = facts.url or (article.url if article else None)
    if url:
        draft.add(draft.iri, SCHEMA.url, terms.typed(url, XSD.anyURI))
    _date(entities, draft.iri)
    source = facts.source or (article.source if article else None)
    if source:
        draft.link(draft.iri, DCT.publisher, _credited(entities, source, "publisher"))
    if facts.credits:
        _write_publication(entities, title)


def _date(entities: Entities, subject: str) -> None:
    if entities.draft.published:
        term, year = terms.date(entities.draft.published, entities.draft.facts.id)
        entities.draft.add(subject, KG.date, term)
        if year is not None:
            entities.draft.add(subject, KG.year, terms.integer(year))


def _write_publication(entities: Entities, title: str | None) -> None:
    draft = entities.draft
    event = draft.iris.of("event", "publication", draft.key)
    draft.node(event, KG.Event, f"刊发:{title or draft.facts.id}", "event")
    draft.link(event, KG.kind, code("event", "publication"))
    draft.link(draft.iri, KG.handledAt, event)
    draft.trust(event, Fact())
    _date(entities, event)
    for fact in draft.facts.credits:
        _write_credit(entities, event, fact)


def _write_credit(entities: Entities, event: str, fact: CreditFact) -> None:
    draft = entities.draft
    agent = _credited(entities, fact.agent, fact.role)
    iri = draft.iris.of("participation", event, agent, fact.role)
    draft.write("participation", iri, event, agent, code("role", fact.role))
    draft.trust(iri, fact)


def _credited(entities: Entities, name: str, role: str) -> str:
    """An outlet by its name, a person by name and article: a photographer 王华 is never an official 王华."""
    draft = entities.draft
    is_body = role == "publisher" or kind_of(name) is not None or name in draft.facts.orgs
    iri = draft.iris.of("credit", normal(name)) if is_body else draft.iris.of("credit", draft.key, name)
    if is_body:
        draft.node(iri, KG.Organization, normal(name), "org")
        if normal(name) != name:
            draft.alias(iri, name)
        draft.link(iri, KG.kind, code("organization", "media"))
    else:
        draft.node(iri, KG.Person, name, "person")
    return iri
