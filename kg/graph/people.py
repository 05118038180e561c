"""Posts held and acts on posts: tenures, the days they were seen, appointments that open and close them."""

from __future__ import annotations

from collections import defaultdict

from kg.graph import terms
from kg.graph.entities import Entities
from kg.graph.events import Events
from kg.model import AppointmentFact, Facts, PostFact
from kg.vocab import KG, code

#: Acts that open a tenure; removed closes one, nominated does neither.
OPENING = ("appointed", "elected")


def write_posts(entities: Entities) -> None:
    """Each post of a person is a Tenure. A title proves one day, never an interval; a résumé states one."""
    seen = days_seen(entities.draft.facts)
    for fact in entities.draft.facts.posts:
        tenure = entities.tenure(fact.person, fact.org, fact.title)
        entities.draft.trust(tenure, fact)
        times = (KG.since, KG.notBefore, fact.since), (KG.until, KG.notAfter, fact.until)
        for stated, bound, told in times:
            if told and not told.startswith("-"):
                day, _ = terms.date(told, entities.draft.facts.id)
                entities.draft.state(tenure, stated, day, fact)
                entities.draft.add(tenure, bound, day)
        if fact.former:
            entities.draft.link(tenure, KG.status, code("status", "former"))
            continue
        for day in days_of(fact, seen, entities.draft.published):
            entities.draft.add(tenure, KG.observedOn, terms.date(day, entities.draft.facts.id)[0])


def days_seen(facts: Facts) -> dict[tuple[str, str], set[str]]:
    """(person, "org title") → the known days of the events where the person took part in that capacity."""
    days = {e.key: e.date for e in facts.events if terms.is_full_date(e.date) and not e.planned}
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in facts.participation:
        day = days.get(row.event)
        for capacity in row.capacity if day else ():
            seen[row.agent, capacity].add(str(day))
    return seen


def days_of(fact: PostFact, seen: dict[tuple[str, str], set[str]], published: str | None) -> list[str]:
    """The days on which an article sees a person in a post: those of events, else its own, if known whole."""
    days = seen.get((fact.person, f"{fact.org} {fact.title}")) or {published or ""}
    return sorted(day for day in days if terms.is_full_date(day))


def write_appointments(entities: Entities, events: Events) -> None:
    """Each act on a post is an Event of kind appointment with the person as its appointee.

    Appointed and elected open a tenure, removed closes one; a nomination does neither.
    """
    for fact in entities.draft.facts.appointments:
        event = _appointment(entities, events, fact)
        if fact.action == "nominated":
            continue
        tenure = entities.tenure(fact.person, fact.org, fact.title)
        opens = fact.action in OPENING
        entities.draft.trust(tenure, fact)
        entities.draft.link(event, KG.opens if opens else KG.closes, tenure)
        if fact.date and not fact.date.startswith("--"):
            term, _ = terms.date(fact.date, entities.draft.facts.id)
            entities.draft.add(tenure, KG.notBefore if opens else KG.notAfter, term)


def _appointment(entities: Entities, events: Events, fact: AppointmentFact) -> str:
    draft = entities.draft
    person, post = entities.person(fact.person), entities.post(fact.org, fact.title)
    # Without a day two articles may tell of two acts; then the act belongs to its article alone.
    scope = fact.date if terms.is_full_date(fact.date) else draft.key
    event = draft.iris.of("event", "appointment", fact.action, str(scope), person, post)
    name = f"{fact.person}{_VERBS[fact.action]}{fact.org}{fact.title}"
    draft.node(event, KG.Event, name, "event")
    draft.link(event, KG.kind, code("event", "appointment"))
    draft.link(event, KG.action, code("action", fact.action))
    draft.link(event, KG.post, post)
    draft.trust(event, fact)
    if fact.date:
        draft.date(event, fact.date, fact)
    events.participation(event, person, "appointee", fact)
    return event


_VERBS = {"appointed": "任", "removed": "不再担任", "elected": "当选", "nominated": "获提名为"}
