"""The graph of one article: the words behind every fact, and its trust marks."""

from __future__ import annotations

import re

from kg.errors import FactsError
from kg.graph import terms
from kg.graph.iris import Iris, digest
from kg.graph.lines import Lines
from kg.model import Article, Fact, Facts, Span
from kg.vocab import KG, OA, RDF, SKOS, XSD, code

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
    """The lines of one article's graph."""

    def __init__(self, facts: Facts, article: Article | None, iris: Iris) -> None:
        self.facts = facts
        self.article = article
        self.key = article_key(facts, article)
        super().__init__(iris, self.key)
        self.iri = iris.article(self.key)

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
            self.link(iri, KG.evidence, evidence)
        if fact.confidence is not None:
            self.add(iri, KG.confidence, terms.decimal(fact.confidence))
        self.link(iri, KG.reviewStatus, code("review", status))

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
        self.link(iri, KG.evidence, self._words(span))

    @property
    def has_text(self) -> bool:
        """False for facts written by hand: no text is known that their spans could count."""
        return self.article is not None or self.facts.hash is not None

    def _evidence(self, fact: Fact) -> tuple[str, ...]:
        if not fact.evidence or not self.has_text:
            whole = f"{self.iri}#text"
            self._source(whole)
            return (whole,)
        return tuple(self._words(span) for span in fact.evidence)

    def _words(self, span: Span) -> str:
        evidence = self.iris.fragment(self.key, "char", span)
        self._source(evidence)
        position = self.iris.fragment(self.key, "position", span)
        self.link(evidence, OA.hasSelector, position)
        self.link(position, RDF.type, OA.TextPositionSelector)
        self.add(position, OA.start, terms.typed(str(span.start), XSD.nonNegativeInteger))
        self.add(position, OA.end, terms.typed(str(span.end), XSD.nonNegativeInteger))
        if self.article is not None:
            self._quote(self.article, span, evidence)
        return evidence

    def _source(self, evidence: str) -> None:
        self.link(evidence, RDF.type, KG.Evidence)
        self.link(evidence, OA.hasSource, self.iri)

    def _quote(self, article: Article, span: Span, evidence: str) -> None:
        if span.end > len(article.text):
            raise FactsError(
                self.facts.id,
                f"evidence [{span.start}, {span.end}] lies beyond the text ({len(article.text)})",
                "count code points of `kg read`",
            )
        raw = article.raw_span(span)
        self.add(evidence, KG.rawStart, terms.integer(raw.start))
        self.add(evidence, KG.rawEnd, terms.integer(raw.end))
        quote = self.iris.fragment(self.key, "quote", span)
        self.link(evidence, OA.hasSelector, quote)
        self.link(quote, RDF.type, OA.TextQuoteSelector)
        self.add(quote, OA.exact, terms.text(article.quote(span)))
        self.add(quote, OA.prefix, terms.text(article.text[max(0, span.start - _AROUND) : span.start]))
        self.add(quote, OA.suffix, terms.text(article.text[span.end : span.end + _AROUND]))
