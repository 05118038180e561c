"""The W3C's SPARQL 1.1 protocol and service description suites, run by npm's rdf-test-suite.

    KG_W3C_SUITE=FOLDER python tests/serve/w3c_protocol.py

FOLDER is a checkout of w3c/rdf-tests, or of its sparql/ part. Needs Node and npm; prints what fails and
counts, and leaves with 1 when a test fails that is not among those that a read-only endpoint must fail.
Not part of `make test`: tests/serve/test_protocol.py holds the same behaviours.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import rdflib
from serving import running, write_build

BASE = "https://w3c.github.io/rdf-tests/"
# 2.8.0 reaches into N3's inside and breaks with newer releases of n3 2.x.
PACKAGES = {"dependencies": {"rdf-test-suite": "2.8.0", "n3": "2.0.1"}, "overrides": {"n3": "2.0.1"}}
ENGINE = "const no = async () => {};\nmodule.exports = { parse: no, query: no, update: no };\n"
SPECIFICATION = "http://www.w3.org/TR/sparql11-"
SUITES = {"protocol": "protocolEndpoint", "service-description": "serviceDescriptionEndpoint"}
# These change the graph first; a read-only endpoint refuses that with 403.
READ_ONLY = {
    "update_dataset_default_graph", "update_dataset_default_graphs", "update_dataset_named_graphs",
    "update_dataset_full", "update_post_form", "update_post_direct", "update_base_uri",
}  # fmt: skip
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")


def suite_lines(protocol):
    """The graphs that the protocol tests ask for, as N-Quads lines."""
    manifest = rdflib.Graph().parse(protocol / "manifest.ttl", publicID=protocol.as_uri() + "/")
    lines = set()
    for data in set(manifest.objects(predicate=UT.graphData)):
        name = str(manifest.value(data, rdflib.RDFS.label))
        triples = rdflib.Graph().parse(protocol / Path(str(manifest.value(data, UT.graph))).name)
        lines.update(f"{s.n3()} {p.n3()} {o.n3()} <{name}> ." for s, p, o in triples)
    return sorted(lines)


def main():
    root = Path(os.environ["KG_W3C_SUITE"]).resolve()
    suite = next(path for path in (root / "sparql/sparql11", root / "sparql11") if path.is_dir())
    unexpected = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "package.json").write_text(json.dumps(PACKAGES))
        (folder / "engine.js").write_text(ENGINE)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
        write_build(folder / "exports", suite_lines(suite / "protocol"))
        # The runner would load these graphs by an update, before each test; they are built in already.
        shutil.copytree(suite, folder / "sparql" / "sparql11")
        manifest = folder / "sparql" / "sparql11" / "protocol" / "manifest.ttl"
        manifest.write_text(re.sub(r"\n *ut:graphData \[.*\] ;", "", manifest.read_text()))
        with running(folder / "exports", "--workers", "2") as server:
            for name, key in SUITES.items():
                given = json.dumps({key: f"http://127.0.0.1:{server.port}/sparql"})
                done = subprocess.run(
                    ["node_modules/.bin/rdf-test-suite", "engine.js",
                     f"{BASE}sparql/sparql11/manifest-all.ttl", "-m", f"{BASE}~{folder}/",
                     "-s", f"{SPECIFICATION}{name}/", "-i", given, "-o", "summary"],
                    cwd=folder, capture_output=True, text=True, check=False,
                )  # fmt: skip
                failed = re.findall(r"✖.*#(\S+)\)", done.stdout)
                summary = re.findall(r"\d+ / \d+ tests succeeded", done.stdout) or [done.stdout + done.stderr]
                print(f"{name}: {summary[-1]}")
                for test in failed:
                    print(f"  {'an update, refused' if test in READ_ONLY else 'FAILED'}: {test}")
                unexpected += len(set(failed) - READ_ONLY) + (not re.search(r"^\d+", summary[-1]))
    return 1 if unexpected else 0


if __name__ == "__main__":
    sys.exit(main())
