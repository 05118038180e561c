"""`make interop`: a build in the parsers and stores of others, and with that the table in README.md.

The build is the seed article and a hundred generated ones. Exit code 1, and no new table, when a parser finds
other statements, a store gives another answer, or Neo4j makes another graph of the tables than of the script.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bulk import BULK_FORMS, bulk_loaded
from fetch import fetch_n3, jars
from neo4j import from_script, from_tables
from parsers import (
    FORMS,
    OXIGRAPH,
    RAPPER,
    RDFLIB,
    SERDI,
    Parser,
    expected,
    jena,
    n3,
    rdf4j,
    read_by,
    version_of,
)
from stores import FUSEKI, OXIGRAPH_SERVER, VIRTUOSO, Other, differences

import kg
from kg.query import questions

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- stores: begin .*?-->\n).*?(<!-- stores: end -->)", re.DOTALL)
HEADS = ("program", "version", *FORMS, "`kg load`", "saved questions")
YES, NO = "✓", ""
#: What differs and is not ours to mend: program and form → statements that may differ, what its cell says.
KNOWN = {("RDF4J (Rio)", "RDF/XML"): (re.compile(r'"(?:\s|\\[nrt])*"'), "✓ ¹")}
NOTE = """
✓: the same statements as in N-Quads (in Virtuoso: as many), and no remark of the program. Answers to the
saved questions are compared with those of the build's own store, row by row in their order.
{neo4j}

¹ But for strings of white space alone, which it takes for empty ones.
"""

#: Values for the questions that need one, each with an answer in the seed article.
VALUES = {
    "evidence-of-person": {"person": "胡玉亭"},
    "who-held-post": {"post": "大连市委书记", "date": "2022-02-25"},
    "agreements-with-company": {"company": "集团"},
}


class Run:
    """One run: the build, and what has gone wrong so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wrong: list[str] = []
        world = folder / "world"
        command = [sys.executable, "-m", "benchmarks.corpus", "--articles", "100", "--seed", "1"]
        subprocess.run([*command, "-o", str(world)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        made = kg.build([ROOT / "seeds/articles", world / "articles.jsonl"])
        self.exports = folder / "exports"
        made.write(self.exports)
        self.ontology = list(made.ontology)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Tell how long a step takes, and note what it raises."""
        start = time.monotonic()
        try:
            yield
        except RuntimeError as error:
            self.wrong.append(str(error))
        print(f"{name}: {time.monotonic() - start:.1f} s", flush=True)

    def read(self, parser: Parser) -> tuple[str, ...]:
        """The row of a parser."""
        cells = []
        for form in FORMS:
            allowed, cell = KNOWN.get((parser.name, form), (None, YES))
            cells.append(cell if form in parser.forms else NO)
            if form in parser.forms:
                with self.timed(f"{parser.name} {form}"):
                    other = read_by(parser, self.exports, form) ^ expected(self.exports, self.ontology, form)
                    if bad := [line for line in other if not (allowed and allowed.search(line))]:
                        self.wrong.append(f"{parser.name} {form}: {len(bad)} statements differ")
        return (parser.name, version_of(parser.version), *cells, NO, NO)

    def asked(self, other: Other, forms: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The row of a store; `forms` are those that its own loader is given."""
        place = self.folder / other.name.replace(" ", "-")
        place.mkdir()
        for form in forms:
            with self.timed(f"{other.name} {form}"):
                problem = bulk_loaded(self.exports, self.ontology, form, place / form.replace("/", "-"))
                self.wrong += [problem] if problem else []
        with other.start(place) as address:
            with self.timed(f"{other.name}: kg load twice"):
                loaded = kg.load(address, self.exports)
                if not loaded.sent or kg.load(address, self.exports).sent:
                    self.wrong.append(f"{other.name}: a second load sends what has not changed")
            with self.timed(f"{other.name}: questions"):
                unlike = differences(address, self.exports, VALUES)
                self.wrong += [f"{other.name}: {name}" for name in unlike]
        count = len(questions())
        cells = (YES if form in forms else NO for form in FORMS)
        answers = f"{count - len(unlike)} of {count}"
        return (other.name, version_of(other.version), *cells, loaded.way, answers)

    def neo4j(self) -> str:
        """The sentence about Neo4j."""
        tables = script = ""
        with self.timed("Neo4j: tables"):
            tables = from_tables(self.exports, self.folder / "neo4j-tables")
        with self.timed("Neo4j: script"):
            script = from_script(self.exports, self.folder / "neo4j-script")
        if tables != script or not tables:
            self.wrong.append("Neo4j makes another graph of the tables than of the script")
        return "Neo4j 5.26.0 makes the same nodes and edges of `neo4j-*.csv` as of `graph.cypher`."


def with_table(readme: str, rows: list[tuple[str, ...]], neo4j: str) -> str:
    """The text of the README with this table between its marks."""
    lines = [HEADS, tuple("---" for _ in HEADS), *rows]
    table = "".join(f"| {' | '.join(cells)} |\n" for cells in lines) + NOTE.format(neo4j=neo4j)
    return BLOCK.sub(lambda match: f"{match[1]}{table}{match[2]}", readme)


def main() -> int:
    """Run everything, write the table, and say what went wrong."""
    os.environ.update(VIRTUOSO.credentials)
    parsers = [OXIGRAPH, RAPPER, SERDI, RDFLIB, n3(fetch_n3()), jena(jars("jena")),
               rdf4j(jars("rdf4j"), HERE / "Parse.java")]  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="kg-interop-") as scratch:
        run = Run(Path(scratch))
        rows = [run.read(parser) for parser in parsers]
        rows += [run.asked(OXIGRAPH_SERVER), run.asked(FUSEKI), run.asked(VIRTUOSO, BULK_FORMS)]
        neo4j = run.neo4j()
    print(*run.wrong, sep="\n", file=sys.stderr)
    if not run.wrong:
        README.write_text(with_table(README.read_text(encoding="utf-8"), rows, neo4j), encoding="utf-8")
    return 1 if run.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
