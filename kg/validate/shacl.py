"""SHACL through pySHACL: the one door to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import SourceError
from kg.validate.ontology import ontology_graph
from kg.validate.report import Report, Result

if TYPE_CHECKING:
    import rdflib

_FORMATS = {
    ".ttl": "turtle", ".nq": "nquads", ".trig": "trig", ".nt": "nt", ".rdf": "xml", ".jsonld": "json-ld",
}  # fmt: skip
_SEVERITIES = {"Violation": "violation", "Warning": "warning", "Info": "info"}


def validate(data: Path | rdflib.Graph) -> Report:
    """Check a graph against `ontology/shapes.ttl`; named graphs are taken together.

    `data` is an rdflib Graph or Dataset, a file (.ttl .nq .trig .nt .rdf .jsonld, also with .gz), or an
    exports folder, of which graph.nq.gz is read. A graph.ttl is read with the evidence.ttl beside it, where a
    build puts half of its statements. SourceError names a file that cannot be read.
    """
    import pyshacl  # noqa: PLC0415

    graph = _union(_load(data) if isinstance(data, Path) else data)
    _, results, _ = pyshacl.validate(
        graph,
        shacl_graph=ontology_graph("shapes"),
        advanced=True,
        allow_warnings=True,
        inplace=True,  # `graph` is our own copy
    )
    found = tuple(sorted(_results(results), key=_order))
    return Report(not any(r.severity == "violation" for r in found), found)


def _order(result: Result) -> tuple[bool, str, str, str, str]:
    not_violation = result.severity != "violation"
    return not_violation, result.severity, result.focus, result.path or "", f"{result.value} {result.message}"


def _load(path: Path) -> rdflib.Graph:
    import rdflib  # noqa: PLC0415

    dataset = rdflib.Dataset(default_union=True)
    evidence = path.with_name("evidence.ttl")
    _parse(dataset, path / "graph.nq.gz" if path.is_dir() else path)
    if path.name == "graph.ttl" and evidence.exists():
        _parse(dataset, evidence)
    return dataset


def _parse(dataset: rdflib.Dataset, path: Path) -> None:
    import gzip  # noqa: PLC0415

    plain = path.with_suffix("") if path.suffix == ".gz" else path
    if plain.suffix not in _FORMATS:
        raise SourceError(str(path), "is no RDF file by its name", f"use one of {', '.join(_FORMATS)}")
    try:
        content = path.read_bytes()
        content = gzip.decompress(content) if path.suffix == ".gz" else content
        dataset.parse(data=content, format=_FORMATS[plain.suffix])
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise SourceError(str(path), problem, "run `kg build`") from None
    except Exception as error:  # every rdflib parser has errors of its own
        raise SourceError(str(path), f"is broken ({error})", "build it again") from None


def _union(data: rdflib.Graph) -> rdflib.Graph:
    """All named graphs in one, with the ontology: shapes ask it for subclasses and code lists."""
    import rdflib  # noqa: PLC0415

    graph = rdflib.Graph()
    graph += ontology_graph("kg", "codes")
    if isinstance(data, rdflib.Dataset):
        for s, p, o, _ in data.quads((None, None, None, None)):
            graph.add((s, p, o))
    else:
        graph += data
    return graph


def _results(report: rdflib.Graph) -> list[Result]:
    from rdflib.namespace import SH  # noqa: PLC0415

    found = []
    for node in report.objects(None, SH.result):
        messages = {getattr(m, "language", None): str(m) for m in report.objects(node, SH.resultMessage)}
        severity = str(report.value(node, SH.resultSeverity)).rpartition("#")[2]
        path, value = report.value(node, SH.resultPath), report.value(node, SH.value)
        found.append(Result(
            severity=_SEVERITIES[severity],
            focus=str(report.value(node, SH.focusNode)),
            path=None if path is None else str(path),
            value=None if value is None else str(value),
            message=messages.get("en", ""),
            message_zh=messages.get("zh-Hans", ""),
        ))  # fmt: skip
    return found
