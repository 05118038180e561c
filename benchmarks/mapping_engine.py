"""One mapper in a process of its own: `python mapping_engine.py ENGINE FORM FOLDER OUT [TIMES]`.

FOLDER is what `benchmarks.mapping_records` wrote, FORM "nt" or "ttl". The process keeps to one core; it runs
under the peers' interpreters too, so it imports kg only when kg is the engine. With TIMES kg reads the
records so often, one after the other.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SLOT = re.compile(r"\{(\w+)\}")
Spec = dict[str, Any]


def articles(folder: Path, times: int = 1) -> Iterator[dict[str, list[list[str]]]]:
    """The records of each article: kind → rows."""
    import orjson  # noqa: PLC0415

    for _ in range(times):
        with (folder / "records.jsonl").open("rb") as lines:
            yield from map(orjson.loads, lines)


def kg_engine(form: str, folder: Path, out: Path, spec: Spec) -> None:
    """The compiled mapping of `kg.graph`, an article at a time."""
    from kg.graph.templates import blocks, compiled, turtle_blocks  # noqa: PLC0415

    texts = {kind: about["text"] for kind, about in spec.items()}
    times = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    with out.open("wb", buffering=1 << 16) as file:
        if form == "nt":
            templates = compiled(texts)
            for records in articles(folder, times):
                for kind, rows in records.items():
                    for text in templates[kind](rows, " ."):
                        file.write(text.encode())
            return
        tell = blocks(texts)
        head = [f"@prefix {prefix}: <{space}> .\n" for prefix, space in prefixes().items()]
        file.write("".join(head).encode())
        for records in articles(folder, times):
            said: defaultdict[str, list[str]] = defaultdict(list)
            for kind, rows in records.items():
                tell[kind](rows, said)
            file.write(turtle_blocks(said).encode())


def prefixes() -> dict[str, str]:
    from kg.vocab import PREFIXES  # noqa: PLC0415

    return dict(PREFIXES)


def _makers(triple: list[str], columns: list[str], iri: Any, literal: Any) -> list[Any]:
    """A function a term: row → term; what never changes is made once."""
    return [_maker(text, columns, iri, literal) for text in triple]


def _maker(text: str, columns: list[str], iri: Any, literal: Any) -> Any:
    if text.startswith("<"):
        body = text[1:-1]
        if "{" not in body:
            constant = iri(body)
            return lambda row: constant
        filled = re.sub(r"\{(\w+)\}", lambda m: f"{{{columns.index(m[1])}}}", body)
        return lambda row: iri(filled.format(*row))
    body, _, suffix = text.rpartition('"')
    place = columns.index(body[2:-1])
    return lambda row: literal(row[place], suffix)


def pyoxigraph_engine(form: str, folder: Path, out: Path, spec: Spec) -> None:
    """pyoxigraph's serialiser, fed with terms one triple at a time."""
    import pyoxigraph as ox  # noqa: PLC0415

    types = {"": None}

    def literal(value: str, suffix: str) -> Any:
        if suffix.startswith("@"):
            return ox.Literal(value, language=suffix[1:])
        if suffix and suffix not in types:
            types[suffix] = ox.NamedNode(suffix[3:-1])
        return ox.Literal(value, datatype=types[suffix])

    makers = {kind: [_makers(t, about["columns"], ox.NamedNode, literal) for t in about["triples"]]
              for kind, about in spec.items()}  # fmt: skip
    made = (ox.Triple(subject(row), predicate(row), value(row))
            for records in articles(folder) for kind, rows in records.items() for row in rows
            for subject, predicate, value in makers[kind])  # fmt: skip
    if form == "nt":
        ox.serialize(made, str(out), format=ox.RdfFormat.N_TRIPLES)
    else:
        ox.serialize(made, str(out), format=ox.RdfFormat.TURTLE, prefixes=prefixes())


def rdflib_engine(form: str, folder: Path, out: Path, spec: Spec) -> None:
    """An rdflib Graph, serialised."""
    import rdflib  # noqa: PLC0415

    def literal(value: str, suffix: str) -> Any:
        if suffix.startswith("@"):
            return rdflib.Literal(value, lang=suffix[1:])
        return rdflib.Literal(value, datatype=suffix[3:-1] if suffix else None, normalize=False)

    makers = {kind: [_makers(t, about["columns"], rdflib.URIRef, literal) for t in about["triples"]]
              for kind, about in spec.items()}  # fmt: skip
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, space in prefixes().items():
        graph.bind(prefix, space)
    for records in articles(folder):
        for kind, rows in records.items():
            for row in rows:
                for subject, predicate, value in makers[kind]:
                    graph.add((subject(row), predicate(row), value(row)))
    graph.serialize(out, format="nt" if form == "nt" else "turtle", encoding="utf-8")


def maplib_engine(form: str, folder: Path, out: Path, spec: Spec) -> None:
    """maplib: an OTTR template a kind, IRIs made by polars first, as in its examples."""
    import polars as pl  # noqa: PLC0415
    from maplib import Model  # noqa: PLC0415

    model = Model()
    for kind, about in spec.items():
        frame = pl.read_csv(folder / f"{kind}.csv", infer_schema=False).fill_null("")
        if not frame.height:
            continue
        made: dict[str, tuple[str, Any]] = {}
        body = [f"ottr:Triple({', '.join(_argument(t, made, pl) for t in triple)})"
                for triple in about["triples"]]
        parameters = ", ".join(f"{kind_} ?{name}" for name, (kind_, _) in made.items())
        model.add_template(
            "@prefix ottr: <http://ns.ottr.xyz/0.4/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
            "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
            f"<urn:t:{kind}> [{parameters}] :: {{ {', '.join(body)} }} .")
        model.map(f"urn:t:{kind}", frame.select(made_.alias(name) for name, (_, made_) in made.items()),
                  validate_iris=False)
    model.write(str(out), format="ntriples" if form == "nt" else "turtle")


def _argument(term: str, made: dict[str, tuple[str, Any]], pl: Any) -> str:
    """A constant, or the name of a column that is made of the slots of a term."""
    if "{" not in term:
        return term
    name = re.sub(r"\W", "_", term)
    body, _, suffix = term.rpartition('"')
    if term.startswith("<"):
        parts = [pl.col(part) if number % 2 else pl.lit(part)
                 for number, part in enumerate(_SLOT.split(term[1:-1])) if part]  # fmt: skip
        made[name] = "ottr:IRI", pl.concat_str(parts)
    elif suffix.startswith("@"):
        lang = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"
        column = pl.col(body[2:-1]).alias(lang)
        made[name] = "rdf:langString", pl.struct(column, pl.lit(suffix[1:]).alias("l"))
    else:
        column = pl.col(body[2:-1])
        number = {"integer": pl.Int64, "nonNegativeInteger": pl.UInt64, "decimal": pl.Decimal(38, 12)}.get(
            suffix.rpartition("#")[2][:-1])
        made[name] = suffix[2:] or "xsd:string", column.cast(number) if number else column
    return f"?{name}"


def morph_engine(form: str, folder: Path, out: Path, spec: Spec) -> None:
    """morph-kgc: the mapping as RML over the same CSV files."""
    import morph_kgc  # noqa: PLC0415

    config = (folder / "morph.ini").read_text(encoding="utf-8")
    graph = morph_kgc.materialize_set(config)
    out.write_text("".join(f"{line} .\n" for line in graph), encoding="utf-8")


ENGINES = {"kg": kg_engine, "pyoxigraph": pyoxigraph_engine, "rdflib": rdflib_engine, "maplib": maplib_engine,
           "morph-kgc": morph_engine}  # fmt: skip


def main() -> None:
    name, form, folder, out = sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ |= {"POLARS_MAX_THREADS": "1", "RAYON_NUM_THREADS": "1"}
    spec = json.loads((folder / "spec.json").read_text(encoding="utf-8"))
    ENGINES[name](form, folder, out, spec)


if __name__ == "__main__":
    main()
