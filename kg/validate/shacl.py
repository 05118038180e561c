"""SHACL: one door to two engines, which give one verdict.

pySHACL is the reference. On 600,000 statements it takes minutes, so a large graph goes through `shacl` (Rust,
MIT or Apache-2.0, one wheel of 2 MB), which is young: tests hold its results equal to those of pySHACL, one
by one, on good graphs and on every planted error.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from kg.packaged import ontology_dir
from kg.validate.ontology import ontology_graph
from kg.validate.report import Report, Result
from kg.validate.sources import broken, contents, union

if TYPE_CHECKING:
    import rdflib

ENGINES = ("pyshacl", "shacl")
Engine = Literal["pyshacl", "shacl"]
#: Bytes of a file from which on the fast engine is taken: some 10,000 statements.
LARGE = 2_000_000
_SEVERITIES = {"Violation": "violation", "Warning": "warning", "Info": "info"}
_READ_AS_TEXT = {".nq": "nquads", ".nt": "turtle", ".ttl": "turtle", ".trig": "trig"}


def validate(data: Path | rdflib.Graph, engine: Engine | None = None) -> Report:
    """Check a graph against `ontology/shapes.ttl`; named graphs are taken together.

    `data` is an rdflib Graph or Dataset, a file (.ttl .nq .trig .nt .rdf .jsonld, also with .gz), or an
    exports folder, of which graph.nq.gz is read. Without an `engine` a file of more than LARGE bytes goes
    through the fast one, where it is installed. SourceError names a file that cannot be read.
    """
    files = contents(data) if isinstance(data, Path) else data
    if engine is None:
        large = isinstance(files, list) and sum(len(content) for *_, content in files) > LARGE
        engine = "shacl" if large and find_spec("shacl") else "pyshacl"
    found = _by_rust(files) if engine == "shacl" else _by_pyshacl(files)
    results = tuple(sorted(found, key=_order))
    return Report(not any(r.severity == "violation" for r in results), results)


def _order(result: Result) -> tuple[bool, str, str, str, str]:
    not_violation = result.severity != "violation"
    return not_violation, result.severity, result.focus, result.path or "", f"{result.value} {result.message}"


def _by_rust(data: list[tuple[Path, str, bytes]] | rdflib.Graph) -> list[Result]:
    import shacl  # noqa: PLC0415

    shapes = shacl.Shapes.from_file(str(ontology_dir() / "shapes.ttl"))
    # Lines of N-Triples may follow a text in any of these languages.
    ontology = ontology_graph("kg", "codes").serialize(format="nt")
    if isinstance(data, list) and all(suffix in _READ_AS_TEXT for _, suffix, _ in data):
        path, form = data[0][0], _READ_AS_TEXT[data[0][1]]
        try:
            text = "\n".join([*(content.decode() for *_, content in data), ontology])
            report = shapes.validate_text(text, format=form)
        except Exception as error:  # of decoding, or of the engine's parser
            raise broken(path, error) from None
    else:
        report = shapes.validate_text(union(data).serialize(format="nt"), format="ntriples")
    return [_rust_result(result) for result in report.results]


def _rust_result(result: Any) -> Result:
    """The messages come in the order of the shape: English, then Chinese."""
    english, chinese = (*result.messages, "", "")[:2]
    return Result(
        severity=_SEVERITIES[result.severity],
        focus=_bare(result.focus_node),
        path=None if result.path is None else _bare(result.path),
        value=result.value_plain,
        message=english,
        message_zh=chinese,
    )


def _bare(iri: str) -> str:
    return iri.removeprefix("<").removesuffix(">")


def _by_pyshacl(data: list[tuple[Path, str, bytes]] | rdflib.Graph) -> list[Result]:
    import pyshacl  # noqa: PLC0415

    _, results, _ = pyshacl.validate(
        union(data),
        shacl_graph=ontology_graph("shapes"),
        advanced=True,
        allow_warnings=True,
        inplace=True,  # the union is our own copy
    )
    return _results(results)


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
