"""Names of one article → nodes: persons, organisations, groups, posts, tenures."""

from __future__ import annotations

import re

from kg.graph import terms
from kg.graph.draft import Draft
from kg.graph.iris import normal
from kg.graph.organizations import OrganizationName, kind_of, read_organization
from kg.graph.places import Places
from kg.model import Facts, Resolution, local_person_key
from kg.seeds import Seeds
from kg.vocab import KG, code

_GOVERNMENT = re.compile(r"(.+[省市县区州旗盟镇乡])(?:人民)?政府")


class Entities:
    """Gives every name of one article its IRI, and writes the node when the name is first asked for."""

    def __init__(self, draft: Draft, resolution: Resolution, seeds: Seeds) -> None:
        self.draft = draft
        self.resolution = resolution
        self.seeds = seeds
        self.groups: dict[str, str] = {}
        self.organizations: dict[str, OrganizationName] = {}
        self.places = Places(draft, resolution, seeds)
        self._known: dict[tuple[str, str], str] = {}
        facts = draft.facts
        self._full = {fact.alias: fact.name for fact in facts.aliases}
        self._kinds = _kinds(facts)

    def agent(self, name: str, otherwise: str = "person") -> str:
        """The IRI of a group, person, place or organisation of that name.

        What nothing tells apart is `otherwise`: who takes part is a person, who signs an organisation (org),
        who is addressed a group.
        """
        name = self._full.get(name, name)
        if name in self.groups:
            return self.groups[name]
        kind = self._kinds.get(name)
        if kind is None and (self.draft.key, name) in self.resolution.persons:
            kind = "person"
        if kind != "person" and self.places.is_place(name):
            kind = "place"
        if kind is None and kind_of(name) is not None:
            kind = "org"
        elif kind is None:
            kind = "place" if self.seeds.places.by_name(name) else otherwise
        writers = {
            "person": self.person,
            "place": self.places.node,
            "org": self.organization,
            "group": self.group,
        }
        return writers[kind](name)

    def known(self, kind: str, name: str) -> str | None:
        """The node that the facts have made of a person, org or place of this name; credits do not count."""
        if kind == "place":
            return self.places.known(name)
        return self._known.get((kind, self._full.get(name, name)))

    def group(self, name: str) -> str:
        """A group that nothing is known of but its name (各市): of this article alone."""
        iri = self.draft.iris.of("group", self.draft.key, normal(name))
        if self._is_new("group", name, iri):
            self.draft.node(iri, KG.Group, name, "group")
        return iri

    def person(self, name: str) -> str:
        """A person, by the key of the resolution."""
        key = self.resolution.persons.get((self.draft.key, name))
        if key is None:
            key = local_person_key(self.draft.key, name)
        iri = self.draft.iris.person(key)
        if self._is_new("person", name, iri):
            self.draft.node(iri, KG.Person, name, "person")
        return iri

    def read(self, name: str) -> OrganizationName:
        """The parts of an organisation's name."""
        return read_organization(name, self.seeds, self.places.of)

    def organization(self, name: str) -> str:
        """An organisation, by place and name; of this article alone when its name means nothing elsewhere."""
        name = self._full.get(name, name)
        known = self._known.get(("org", name))
        if known is not None:
            return known
        read = self.read(name)
        iri = self.organization_iri(read)
        self._known["org", name] = iri
        self.organizations[iri] = read
        if read.jurisdiction is not None:
            self.places.codes.add(read.jurisdiction.code)
        self.draft.node(iri, KG.Organization, read.name, "org")
        self.draft.link(iri, KG.kind, code("organization", read.kind))
        if read.name != name:
            self.draft.alias(iri, name)
        return iri

    def organization_iri(self, read: OrganizationName) -> str:
        """An organ of a place by place, kind and the rest of its name, any other body by its whole name."""
        if read.is_local:
            return self.draft.iris.of("org", self.draft.key, read.name)
        if read.jurisdiction is not None:
            return self.draft.iris.of("org", read.jurisdiction.code, read.kind, normal(read.rest))
        return self.draft.iris.of("org", normal(read.name))

    def post(self, org: str, title: str) -> str:
        """A post: a title in an organisation, or in a place whose organ the text does not name."""
        at_place = self.places.is_place(org)
        body = self.places.node(org) if at_place else self.organization(org)
        iri = self.draft.iris.of("post", body, normal(title))
        if self._is_new("post", f"{org} {title}", iri):
            name = org if at_place else self.organizations[body].name
            self.draft.node(iri, KG.Post, _post_name(name, title), "post")
            self.draft.add(iri, KG.title, terms.text(title, "zh-Hans"))
            self.draft.link(iri, KG.jurisdiction if at_place else KG.postIn, body)
            if self.seeds.is_single(title):
                self.draft.link(iri, KG.kind, code("post", "single"))
        return iri

    def tenure(self, person: str, org: str, title: str) -> str:
        """A person in a post: the first spell, unless all articles together tell of several."""
        holder, post = self.person(person), self.post(org, title)
        ordinal = self.resolution.spells.get((self.draft.key, person, f"{org} {title}"), 1)
        iri = self.draft.iris.tenure(holder, post, ordinal)
        if self._is_new("tenure", f"{person} {org} {title}", iri):
            self.draft.write("tenure", iri, holder, post)
            if not self.places.is_place(org):
                self.draft.link(iri, KG.at, self.organization(org))
        return iri

    def _is_new(self, kind: str, name: str, iri: str) -> bool:
        if (kind, name) in self._known:
            return False
        self._known[kind, name] = iri
        return True


def _kinds(facts: Facts) -> dict[str, str]:
    """Name → person or org, as the facts use it; a mention decides only where no fact does."""
    credited = {fact.agent for fact in facts.credits}
    named = [m for m in reversed(facts.mentions) if m.kind in ("person", "org") and m.name not in credited]
    kinds = {mention.name: mention.kind for mention in named}
    kinds |= dict.fromkeys(facts.orgs, "org")
    people = {fact.person for fact in facts.posts} | {fact.person for fact in facts.appointments}
    people |= {fact.agent for fact in facts.participation if fact.capacity}
    return kinds | dict.fromkeys(people, "person")


def _post_name(body: str, title: str) -> str:
    """盘锦市政府 + 市长 → 盘锦市市长, as everybody says; else the body and the title."""
    seat = _GOVERNMENT.fullmatch(body)
    head = seat and (title.removesuffix("助理").endswith(f"{seat[1][-1]}长") or title.endswith("主席"))
    return f"{seat[1]}{title}" if seat and head else f"{body}{title}"
