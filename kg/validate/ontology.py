"""The ontology as RDF: for validation, and as quads so that a store knows the labels of its codes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.errors import TableError
from kg.packaged import ontology_dir

if TYPE_CHECKING:
    import rdflib


@lru_cache(maxsize=8)
def ontology_graph(*names: str) -> rdflib.Graph:
    """The files of `ontology/` with these stems (kg, codes, alignments, shapes) in one graph, read once.

    TableError names a file that is missing or does not parse.
    """
    import rdflib  # half a second; most commands never need it  # noqa: PLC0415

    graph = rdflib.Graph()
    for name in names:
        path = ontology_dir() / f"{name}.ttl"
        try:
            graph.parse(path, format="turtle")
        except OSError as error:
            raise TableError(str(path), f"cannot be read ({error.strerror})", "restore the file") from None
        except SyntaxError as error:
            raise TableError(str(path), f"is no Turtle ({error})", "mend the file") from None
    return graph


def ontology_quads(*, base: str = "https://kg.example/") -> list[str]:
    """Sorted N-Quads lines of `{base}graph/ontology`: terms and codes with labels, comments and hierarchy.

    Axioms about unnamed classes are left out, so that the graph has no blank nodes.
    """
    import rdflib  # noqa: PLC0415

    graph = ontology_graph("kg", "codes")
    named = (t for t in graph if not any(isinstance(node, rdflib.BNode) for node in t))
    return sorted(f"{s.n3()} {p.n3()} {o.n3()} <{base}graph/ontology> ." for s, p, o in named)
