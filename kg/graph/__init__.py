"""Facts and their resolution → quads, as plain N-Quads lines: the only room that writes triples."""

from kg.graph.article import (
    DEFAULT_BASE,
    ArticleGraphs,
    article_graphs,
    article_quads,
    article_turtle,
    reference_quads,
)
from kg.graph.review import review_quads
from kg.graph.sightings import Sighting, sightings
from kg.graph.tenures import Tenures, tenures
from kg.graph.terms import is_evidence_quad

__all__ = [
    "DEFAULT_BASE", "ArticleGraphs", "Sighting", "Tenures", "article_graphs", "article_quads",
    "article_turtle", "is_evidence_quad", "reference_quads", "review_quads", "sightings", "tenures",
]  # fmt: skip
