"""A graph → what breaks the shapes of the ontology, as a Report for people."""

from kg.validate.ontology import ontology_graph, ontology_quads
from kg.validate.report import Report, Result
from kg.validate.shacl import ENGINES, Engine, validate

__all__ = ["ENGINES", "Engine", "Report", "Result", "ontology_graph", "ontology_quads", "validate"]
