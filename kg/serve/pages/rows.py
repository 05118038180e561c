"""Facts as rows of a page: when, what with links, how sure, and the words behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.network.quotes import Quote, Quotes
from kg.network.records import Records, local
from kg.serve.pages.links import address
from kg.store import Term
from kg.vocab import CODE, KG, RDF

#: Classes from the special to the general: the first that fits names a thing.
CLASSES = ("Article", "Agreement", "Work", "Person", "Organization", "Place", "Group", "Event", "Post",
           "Tenure", "Participation", "Measure", "Agent")  # fmt: skip


class Link(NamedTuple):
    """A piece of a row; `href` is empty for plain text, `note` is set in grey."""

    text: str
    href: str = ""
    note: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One fact."""

    when: str
    parts: tuple[Link, ...]
    quotes: tuple[Quote, ...]
    confidence: float | None = None
    status: str = ""
    reason: str = ""


class Rows:
    """Makes rows from records, with the addresses of one base."""

    def __init__(self, records: Records, quotes: Quotes, base: str) -> None:
        self.records = records
        self.quotes = quotes
        self.base = base

    def link(self, iri: str) -> Link:
        """The name of a thing, leading to its page."""
        return Link(self.records.label(iri), address(iri, self.base))

    def value(self, term: Term) -> Link:
        """A value: a thing by its name, a web address as a link, anything else as it is."""
        if term.kind == "iri":
            return self.link(term.value)
        return Link(term.value, address(term.value, self.base))

    def class_of(self, iri: str) -> str:
        """Name of a thing's class, empty when it has none of ours."""
        kinds = {local(kind) for kind in self.records.iris(iri, RDF.type)}
        return next((name for name in CLASSES if name in kinds), "")

    def row(self, node: str, of: str, link: str) -> Row:
        """A thing that names `of` by the property `link`, as a row of its page."""
        kind = self.class_of(node)
        if kind == "Tenure":
            return self._row(node, self._tenure(node, of), self.tenure_time(node), node)
        if kind == "Participation":
            event = self.records.iri(node, KG.inEvent)
            when = "" if event == of else self.records.value(event, KG.date)
            return self._row(node, self._participation(node, of), when, node)
        if kind == "Measure":
            order = self.records.value(node, KG.order)
            name = self.link(node)
            text = f"{order}. {name.text}" if order else name.text
            listed = Link(self.records.label(self.records.iri(node, KG.kind)), note=True)
            return self._row(node, [name._replace(text=text), listed], "", node)
        statement = self.records.statement(node, link, of)
        notes = [Link(self.records.label(kind), note=True) for kind in self.records.iris(node, KG.kind)]
        return self._row(node, [self.link(node), *notes], self.records.value(node, KG.date), statement, node)

    def _row(self, node: str, parts: Sequence[Link], when: str, *trusted: str) -> Row:
        """Confidence, status and quotes come from the first of `trusted` that has some."""
        named = [iri for iri in trusted if iri]
        sure = (value for iri in named if (value := self.records.confidence(iri)) is not None)
        reason = next((text for iri in named if (text := self.records.value(iri, KG.reason))), "")
        review = self.records.iri(node, KG.reviewStatus)
        derived = review and review != CODE["review-stated"]
        return Row(when, tuple(parts), self.quotes.of(*named), next(sure, None),
                   self.records.label(review) if derived else "", reason)  # fmt: skip

    def _tenure(self, node: str, of: str) -> list[Link]:
        post, holder = self.records.iri(node, KG.post), self.records.iri(node, KG.holder)
        parts = [self.link(iri) for iri in (holder, post, self.records.iri(node, KG.at)) if iri and iri != of]
        state = self.records.iri(node, KG.status)
        return [*parts, *([Link(self.records.label(state), note=True)] if state else [])]

    def tenure_time(self, node: str) -> str:
        """The bounds of a tenure, or the days on which it was first and last seen where it has none."""
        seen = sorted(term.value for term in self.records.terms(node, KG.observedOn))
        first = self.records.value(node, KG.notBefore) or (seen[0] if seen else "")
        last = self.records.value(node, KG.notAfter) or (seen[-1] if seen else "")
        return first if first == last else f"{first} – {last}".strip()

    def _participation(self, node: str, of: str) -> list[Link]:
        event, agent = self.records.iri(node, KG.inEvent), self.records.iri(node, KG.agent)
        parts = [self.link(iri) for iri in (agent, event) if iri and iri != of]
        roles = [Link(self.records.label(role), note=True) for role in self.records.iris(node, KG.role)]
        tenures = self.records.iris(node, KG.inCapacity)
        posts = {self.link(self.records.iri(tenure, KG.post)) for tenure in tenures}
        return [*parts, *roles, *sorted(posts)]

    def own(self, iri: str) -> list[tuple[str, Row]]:
        """What is said of the thing itself: (name of the property, row), in the order of the ontology."""
        found = []
        for predicate in KG:
            full = KG[predicate]
            if predicate in _APART:
                continue
            for term in self.records.terms(iri, full):
                statement = self.records.statement(iri, full, term.value)
                whole = iri if predicate == "date" or self.class_of(iri) in _FACTS else ""
                row = self._row(statement or whole, [self.value(term)], "", statement, whole)
                found.append((self.records.label(full), row))
        return found


# Things whose evidence is that of everything said of them; a person's only shows that the name is there.
_FACTS = ("Tenure", "Participation", "Measure", "Agreement", "Work")
# Shown elsewhere on the page, or only for programs.
_APART = frozenset({"evidence", "confidence", "reviewStatus", "reason", "sameAsCandidate", "rawStart",
                    "rawEnd", "year", "dateText"})  # fmt: skip
