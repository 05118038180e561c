"""Triples → bytes in an RDF format, as an answer of the store: each once, sorted."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, BinaryIO

from kg.store.terms import Quad

if TYPE_CHECKING:
    import pyoxigraph as ox


def serialised(quads: Iterable[Quad], form: str, prefixes: Mapping[str, str]) -> bytes:
    """Statements in an RDF format (ttl, nt, nq, trig, rdf, jsonld), their graphs left out."""
    import pyoxigraph as ox  # noqa: PLC0415 - heavy

    text = "".join(f"{s} {p} {o} .\n" for s, p, o, _ in quads)
    out = io.BytesIO()
    write_triples((q.triple for q in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)), form, out, prefixes)
    return out.getvalue()


def write_triples(
    triples: Iterable[ox.Triple], form: str, out: BinaryIO, prefixes: Mapping[str, str]
) -> None:
    """Write triples, each once and sorted: the same bytes for the same triples."""
    import pyoxigraph as ox  # noqa: PLC0415

    unique = sorted(set(triples), key=str)
    # Oxigraph declares prefixes in any order; only Turtle and TriG have them in lines that can be sorted.
    declared = dict(prefixes) if form in ("ttl", "trig") else None
    text = ox.serialize(unique, format=ox.RdfFormat.from_extension(form), prefixes=declared) or b""
    if declared:
        lines = text.split(b"\n", len(declared))
        text = b"\n".join([*sorted(lines[:-1]), lines[-1]])
    out.write(text)
