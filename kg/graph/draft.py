"""The graph of one article: the words behind every fact, and its trust marks."""

from __future__ import annotations

import re

from kg.errors import FactsError
from kg.graph import terms
from kg.graph.iris import Iris, digest
from kg.graph.lines import Lines
from kg.model import Article, Fact, Facts, Span
from kg.vocab import KG, SKOS, code

_HASH = re.compile(r"[0-9a-f]{16}")
_AROUND = 12  # characters kept before and after a quote, so that it is found again in a changed text


def article_key(facts: Facts, article: Article | None) -> str:
    """The article's hash; for facts written by hand without one, a digest of their id."""
    if facts.hash is not None and not _HASH.fullmatch(facts.hash):
        raise FactsError(
            facts.id, f"hash {facts.hash!r} is not 16 hex digits", "leave it out of facts by hand"
        )
    if article is None:
        return facts.hash or digest("facts", facts.id)
    if facts.hash not in (None, article.hash):
        raise FactsError(facts.id, "the facts belong to another text than this article", "extract them again")
    return article.hash


class Draft(Lines):
    """The records of one article's graph."""

    def __init__(self, facts: Facts, article: Article | None, iris: Iris) -> None:
        self.facts = facts
        self.article = article
        self.key = article_key(facts, article)
        super().__init__(iris, self.key)
        self.iri = iris.article(self.key)
        self._spans: dict[Span, str] = {}

    @property
    def published(self) -> str | None:
        """The article's own date."""
        return self.facts.published or (self.article.published if self.article else None)

    def alias(self, iri: str, name: str) -> None:
        """Another name of a node, as the article writes it."""
        self.add(iri, SKOS.altLabel, terms.text(name, "zh-Hans"))

    def trust(self, iri: str, fact: Fact, status: str = "stated") -> None:
        """The words behind a node, how often their rule was right, and its review state."""
        for evidence in self._evidence(fact):
            self.write("evidence", iri, evidence)
        if fact.confidence is not None:
            self.write("confidence", iri, terms.plain_decimal(fact.confidence))
        self.write("review", iri, code("review", status))

    def state(self, subject: str, predicate: str, term: str, fact: Fact, reason: str | None = None) -> None:
        """A binary fact with a source of its own; one that needs a reason is derived, not stated."""
        statement = self.statement(subject, predicate, term, reason)
        self.trust(statement, fact, "derived" if reason else "stated")

    def date(self, subject: str, value: str, fact: Fact, reason: str | None = None) -> None:
        """A date that may be partial, as a typed literal and, when known, the year as an integer."""
        term, year = terms.date(value, self.facts.id)
        self.state(subject, KG.date, term, fact, reason)
        if reason:
            self.add(subject, KG.reason, terms.text(reason))
        if year is not None:
            self.add(subject, KG.year, terms.integer(year))

    def mention(self, iri: str, span: Span) -> None:
        """A place in the text that names an entity."""
        self.write("evidence", iri, self._words(span))

    @property
    def has_text(self) -> bool:
        """False for facts written by hand: no text is known that their spans could count."""
        return self.article is not None or self.facts.hash is not None

    def _evidence(self, fact: Fact) -> tuple[str, ...]:
        if not fact.evidence or not self.has_text:
            self.write("whole", self.iri)
            return (f"{self.iri}#text",)
        return tuple(self._words(span) for span in fact.evidence)

    def _words(self, span: Span) -> str:
        """The Evidence of a span, which is written once however many facts rest on it."""
        known = self._spans.get(span)
        if known is not None:
            return known
        self._spans[span] = evidence = self.iris.fragment(self.key, "char", span)
        self.write("words", self.iri, span.start, span.end)
        if self.article is not None:
            self._quote(self.article, span)
        return evidence

    def _quote(self, article: Article, span: Span) -> None:
        start, end, text = span.start, span.end, article.text
        if end > len(text):
            raise FactsError(
                self.facts.id,
                f"evidence [{start}, {end}] lies beyond the text ({len(text)})",
                "count code points of `kg read`",
            )
        raw, before = article.raw_span(span), text[max(0, start - _AROUND) : start]
        after = text[end : end + _AROUND]
        self.write("quote", self.iri, start, end, raw.start, raw.end, article.quote(span), before, after)
