"""The W3C's SPARQL 1.1 suites over HTTP, run by npm's rdf-test-suite.

    python tests/serve/w3c/suites.py URL [NAME]...

URL is where an endpoint listens, such as http://127.0.0.1:7878/sparql, with what it holds being lost; a token
for writing stands in KG_TOKEN. The graph store is looked for at /store beside it (KG_GRAPH_STORE names
another). Prints passed and failed tests of each suite. Needs Node and npm.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urljoin

HERE = Path(__file__).parent
BASE = "https://w3c.github.io/rdf-tests/"
# 2.8.0 reaches into N3's inside and breaks with newer releases of n3 2.x.
PACKAGES = {"dependencies": {"rdf-test-suite": "2.8.0", "n3": "2.0.1"}, "overrides": {"n3": "2.0.1"}}
#: Name → specification whose tests are run.
SUITES = {
    "protocol": "sparql11-protocol",
    "service description": "sparql11-service-description",
    "graph store": "sparql11-http-rdf-update",
    "query": "sparql11-query",
    "update": "sparql11-update",
    "csv and tsv": "sparql11-results-csv-tsv",
    "json": "sparql11-results-json",
}
_RESULT = re.compile(r"(✔|✖)\s.*\((http\S+)\)", re.MULTILINE)


def prepare(folder):
    """The suites and their runner in an empty folder."""
    (folder / "package.json").write_text(json.dumps(PACKAGES))
    shutil.copy(HERE / "engine.js", folder)
    # Python 3.11.2 of Debian has no filters for tar files yet.
    shutil.unpack_archive(HERE / "sparql11.tar.xz", folder)
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)


def run(folder, name, endpoint, token="", graph_store=None):
    """(passed, failed) of a suite: sets of folder and name of the tests."""
    given = {
        "protocolEndpoint": endpoint, "serviceDescriptionEndpoint": endpoint,
        "graphStoreEndpoint": graph_store or urljoin(endpoint, "/store"),
    }  # fmt: skip
    words = ["node_modules/.bin/rdf-test-suite", "engine.js", f"{BASE}sparql/sparql11/manifest-all.ttl",
             "-m", f"{BASE}~{folder}/", "-s", f"http://www.w3.org/TR/{SUITES[name]}/",
             "-i", json.dumps(given), "-o", "summary", "-d", "20000"]  # fmt: skip
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False,
                          env={**os.environ, "KG_TOKEN": token})  # fmt: skip
    found = [(mark, iri.rpartition("/data-sparql11/")[2].replace("/manifest", "") or iri)
             for mark, iri in _RESULT.findall(done.stdout)]  # fmt: skip
    if not found:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return {iri for mark, iri in found if mark == "✔"}, {iri for mark, iri in found if mark == "✖"}


def main():
    endpoint, *names = sys.argv[1:]
    with tempfile.TemporaryDirectory() as place:
        prepare(Path(place))
        for name in names or SUITES:
            passed, failed = run(Path(place), name, endpoint, os.environ.get("KG_TOKEN", ""),
                                 os.environ.get("KG_GRAPH_STORE"))  # fmt: skip
            print(f"{name}: {len(passed)} of {len(passed) + len(failed)}", *sorted(failed), sep="\n  ")


if __name__ == "__main__":
    main()
