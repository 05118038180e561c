"""The parsers of other people: what each makes of the files of a build, compared statement by statement."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

#: Form → the files that hold all of a build in it.
FORMS = {
    "Turtle": ("graph.ttl", "evidence.ttl", "ontology.ttl"),
    "TriG": ("graph.trig",),
    "N-Quads": ("graph.nq.gz",),
    "JSON-LD": ("graph.jsonld",),
    "RDF/XML": ("graph.rdf",),
}
#: Forms that keep the named graphs.
WITH_GRAPHS = ("TriG", "N-Quads", "JSON-LD")
_BASE = "https://kg.example/"


@dataclass(frozen=True)
class Parser:
    """A program that reads a file and prints N-Quads.

    `command` is given the file and its form; `version` is a command whose first number is the version.
    """

    name: str
    version: tuple[str, ...]
    forms: tuple[str, ...]
    command: Callable[[str, str], list[str]]


def version_of(command: tuple[str, ...]) -> str:
    """The version that a program itself tells."""
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return re.findall(r"\d+(?:\.\d+)+", ran.stdout + ran.stderr)[0]


_NAMES = {"Turtle": "turtle", "TriG": "trig", "N-Quads": "nquads", "RDF/XML": "rdfxml", "JSON-LD": "json-ld"}
_PYTHON = (sys.executable, "-W", "ignore::DeprecationWarning", "-c")
_RDFLIB = """import sys, rdflib
dataset = rdflib.Dataset(default_union=True)
dataset.parse(sys.argv[1], format=sys.argv[2])
sys.stdout.write(dataset.serialize(format="nquads"))"""
_OXIGRAPH = str(Path(sys.executable).with_name("oxigraph"))

RAPPER = Parser(
    "rapper (Raptor)", ("rapper", "--version"), ("Turtle", "TriG", "N-Quads", "RDF/XML"),
    lambda file, form: ["rapper", "-q", "-i", _NAMES[form], "-o", "nquads", file, _BASE],
)  # fmt: skip
SERDI = Parser(
    "serdi (Serd)", ("serdi", "-v"), ("Turtle", "TriG", "N-Quads"),
    lambda file, form: ["serdi", "-i", _NAMES[form], "-o", "nquads", file],
)  # fmt: skip
RDFLIB = Parser(
    "rdflib", (*_PYTHON, "import rdflib; print(rdflib.__version__)"), tuple(FORMS),
    lambda file, form: [*_PYTHON, _RDFLIB, file, {"RDF/XML": "xml"}.get(form, _NAMES[form])],
)  # fmt: skip
OXIGRAPH = Parser(
    "Oxigraph", (_OXIGRAPH, "--version"), tuple(FORMS),
    lambda file, form: [_OXIGRAPH, "convert", "--from-file", file, "--to-format", "nq"],
)  # fmt: skip


def jena(jars: Path) -> Parser:
    """Jena's riot, from a folder of jars."""
    (core,) = jars.glob("jena-core*.jar")
    return Parser(
        "Apache Jena (riot)", ("echo", core.stem), tuple(FORMS), lambda file, form: riot(jars, file)
    )  # fmt: skip


def riot(jars: Path, file: str) -> list[str]:
    """The command of Jena's riot that reads a file."""
    return ["java", "-cp", f"{jars}:{jars}/*", "riotcmd.riot", "--check", "--output=nquads", file]


def rdf4j(jars: Path, source: Path) -> Parser:
    """RDF4J's Rio, from a folder of jars, driven by Parse.java."""
    (rio,) = jars.glob("rdf4j-rio-api-*.jar")
    return Parser(
        "RDF4J (Rio)", ("echo", rio.stem.removeprefix("rdf4j")), tuple(FORMS),
        lambda file, form: ["java", "-cp", f"{jars}/*", str(source), file],
    )  # fmt: skip


def n3(folder: Path) -> Parser:
    """N3.js, driven by parse.cjs in the folder where it is installed."""
    tell = f"console.log(require('{folder}/node_modules/n3/package.json').version)"
    return Parser(
        "N3.js", ("node", "-e", tell), ("Turtle", "TriG", "N-Quads"),
        lambda file, form: ["node", str(folder / "parse.cjs"), file],
    )  # fmt: skip


def statements(text: bytes, with_graph: bool) -> set[str]:
    """N-Quads as a set of statements, however their strings are escaped; language tags in lower case."""
    quads = ox.parse(text, format=ox.RdfFormat.N_QUADS)
    return {str(quad if with_graph else quad.triple) for quad in quads}


def expected(exports: Path, ontology: list[str], form: str) -> set[str]:
    """The statements of a build that its files of a form hold."""
    text = gzip.decompress((exports / "graph.nq.gz").read_bytes())
    if form == "Turtle":
        text += "".join(f"{line}\n" for line in ontology).encode()
    return statements(text, form in WITH_GRAPHS)


def read_by(parser: Parser, exports: Path, form: str) -> set[str]:
    """The statements that a parser finds in the files of a form.

    RuntimeError when it fails, or remarks anything.
    """
    found: set[str] = set()
    for name in FORMS[form]:
        path = exports / name
        if path.suffix == ".gz":  # not every program unpacks
            plain = exports.parent / path.stem
            plain.write_bytes(gzip.decompress(path.read_bytes()))
            path = plain
        ran = subprocess.run(parser.command(str(path), form), capture_output=True, check=False)
        if ran.returncode or ran.stderr.strip():
            raise RuntimeError(f"{parser.name} on {name}: {ran.stderr.decode(errors='replace')[:300]}")
        found |= statements(ran.stdout, form in WITH_GRAPHS)
    return found

