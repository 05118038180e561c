"""Files of a build in Virtuoso's own bulk loader: whether all of their triples arrive, without an error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "data"))
from parsers import FORMS, WITH_GRAPHS, expected
from servers import virtuoso

from kg.store import open_endpoint

#: Forms that Virtuoso 7 loads; it has no reader for JSON-LD.
BULK_FORMS = ("Turtle", "TriG", "N-Quads", "RDF/XML")
_GRAPH = "https://kg.example/loaded"  # of forms that name none


def bulk_loaded(exports: Path, ontology: list[str], form: str, folder: Path) -> str:
    """Load the files of a form into an empty Virtuoso: what went wrong, "" for nothing."""
    folder.mkdir()
    with virtuoso(folder, str(exports)) as (address, sql):
        files = "".join(f"ld_dir('{exports}', '{name}', '{_GRAPH}'); " for name in FORMS[form])
        _isql(sql, f"{files} rdf_loader_run();")
        errors = _isql(sql, "SELECT ll_file, ll_error FROM DB.DBA.load_list WHERE ll_error IS NOT NULL;")
        if "0 Rows" not in errors:
            return f"Virtuoso remarks on {form}: {errors[-300:]}"
        place = "GRAPH ?g { ?s ?p ?o }" if form in WITH_GRAPHS else f"GRAPH <{_GRAPH}> {{ ?s ?p ?o }}"
        text = f"SELECT (COUNT(*) AS ?n) {{ {place} FILTER(STRSTARTS(STR(?g), 'https://kg.example/')) }}"
        if form not in WITH_GRAPHS:
            text = f"SELECT (COUNT(*) AS ?n) {{ {place} }}"
        ((count,),) = open_endpoint(address).ask(text, {}, "bulk").values()
    wanted = len(expected(exports, ontology, form))
    return "" if int(count) == wanted else f"Virtuoso holds {count} triples of {form}, not {wanted}"


def _isql(port: int, text: str) -> str:
    command = ["isql-vt", f"127.0.0.1:{port}", "dba", "dba", f"exec={text}"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return ran.stdout + ran.stderr
