import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "data"))
from seed_graph import seed_lines
from serving import CANARY, running, write_build

from kg.validate import ontology_quads


@pytest.fixture(scope="session")
def build_folder(tmp_path_factory):
    """A build of the seed article, and a person whose name is markup."""
    folder = tmp_path_factory.mktemp("served") / "exports"
    graph = "<https://kg.example/graph/canary>"
    pref = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    person = "<https://kg.example/person/canary>"
    escaped = CANARY.replace('"', '\\"')
    lines = [
        *seed_lines(),
        f"{person} {kind} <https://kg.example/ontology#Person> {graph} .",
        f'{person} {pref} "{escaped}"@zh-Hans {graph} .',
        f'<https://kg.example/person/accent> {pref} "percent" <https://kg.example/graph/%E5%BC%A0> .',
    ]
    write_build(folder, lines, ontology_quads(base="https://kg.example/"))
    return folder


@pytest.fixture(scope="session")
def server(build_folder):
    with running(build_folder, "--workers", "3", "--timeout", "5") as running_server:
        yield running_server
