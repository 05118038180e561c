"""One article's facts and their resolution → the quads of its named graph, and what they call for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.graph import terms
from kg.graph.credits import write_article
from kg.graph.documents import Documents
from kg.graph.draft import Draft
from kg.graph.entities import Entities
from kg.graph.events import Events
from kg.graph.groups import write_groups
from kg.graph.iris import Iris
from kg.graph.people import write_appointments, write_posts
from kg.graph.reference import derived_lines, place_lines
from kg.model import Article, Facts, Resolution
from kg.seeds import Seeds
from kg.vocab import SKOS

DEFAULT_BASE = "https://kg.example/"


class ArticleGraphs(NamedTuple):
    """Sorted, unique N-Quads lines (no newline): those of the article's own graph, and those that it adds to
    graph/derived and graph/reference, which are the union of what all articles add.
    """

    article: list[str]
    derived: list[str]
    reference: list[str]


def article_graphs(
    facts: Facts, article: Article | None, resolution: Resolution, seeds: Seeds, *, base: str = DEFAULT_BASE
) -> ArticleGraphs:
    """All quads of one article. See `article_quads` for facts without an article, and for errors."""
    entities = _write(facts, article, resolution, seeds, Iris(base))
    codes = sorted(entities.places.codes)
    return ArticleGraphs(
        entities.draft.sorted(), derived_lines(entities), place_lines(codes, seeds, entities.draft.iris)
    )


def article_quads(
    facts: Facts, article: Article | None, resolution: Resolution, seeds: Seeds, *, base: str = DEFAULT_BASE
) -> list[str]:
    """Sorted, unique N-Quads lines (no newline) of one article, all in `{base}graph/{hash}`.

    Without the article evidence has positions but no quotes; when the facts carry no hash either (written by
    hand), it is the whole article. FactsError when facts contradict themselves or their text.
    """
    return _write(facts, article, resolution, seeds, Iris(base)).draft.sorted()


def article_turtle(
    facts: Facts, article: Article | None, resolution: Resolution, seeds: Seeds, *, base: str = DEFAULT_BASE
) -> str:
    """The triples of `article_quads` as Turtle, straight from the records: a block a subject, without the
    prefixes of `kg.vocab.PREFIXES` at the top, so that many articles go into one file.
    """
    return _write(facts, article, resolution, seeds, Iris(base)).draft.turtle()


def reference_quads(codes: Iterable[str], seeds: Seeds, *, base: str = DEFAULT_BASE) -> list[str]:
    """Sorted, unique N-Quads lines of `{base}graph/reference` for GB/T 2260 and ISO 3166-1 codes."""
    return place_lines(codes, seeds, Iris(base))


def _write(
    facts: Facts, article: Article | None, resolution: Resolution, seeds: Seeds, iris: Iris
) -> Entities:
    entities = Entities(Draft(facts, article, iris), resolution, seeds)
    write_article(entities)
    write_groups(entities)
    events = Events(entities)
    write_posts(entities)
    events.write_participation()
    events.write_represented()
    write_appointments(entities, events)
    documents = Documents(entities, events)
    documents.write_agreements()
    documents.write_documents()
    documents.write_measures()
    _write_names(entities)
    return entities


def _write_names(entities: Entities) -> None:
    """What the article names without a fact of its own; other names; the places where entities are named."""
    draft = entities.draft
    for name in draft.facts.places:
        entities.places.node(name)
    credited = {fact.agent for fact in draft.facts.credits}
    for name in draft.facts.orgs:
        # An outlet that only prints stays in its own name space; 中国 is a place whoever lists it.
        if name not in credited:
            entities.agent(name, "org")
    for fact in draft.facts.aliases:
        draft.state(entities.agent(fact.name, "org"), SKOS.altLabel, terms.text(fact.alias, "zh-Hans"), fact)
    _write_mentions(entities)


def _write_mentions(entities: Entities) -> None:
    """Where the text names what the facts are about. A mention alone makes no node, and the photographer's
    name in a press credit is no mention of an official of that name.
    """
    draft = entities.draft
    credits = [span for fact in draft.facts.credits for span in fact.evidence]
    for mention in draft.facts.mentions if draft.has_text else ():
        iri = entities.known(mention.kind, mention.name)
        is_credit = any(mention.span.start < span.end and span.start < mention.span.end for span in credits)
        if iri is not None and not is_credit:
            draft.mention(iri, mention.span)
