import gzip
import random
import threading

import pytest
import rdflib

from kg.errors import OutputError, StoreError
from kg.graph import is_evidence_quad
from kg.store import FILE_NAMES, STORE_NAME, open_store, parse_quads, write_graph

NAMES = ["evidence.ttl", "graph.jsonld", "graph.nq.gz", "graph.rdf", "graph.trig", "graph.ttl",
         "ontology.ttl"]  # fmt: skip


@pytest.fixture(scope="module")
def folder(lines, tmp_path_factory):
    path = tmp_path_factory.mktemp("files")
    write_graph(lines, path)
    return path


def test_every_form_is_written_and_known_to_the_next_build(folder):
    assert sorted(p.name for p in folder.iterdir()) == ["columns", *NAMES, STORE_NAME]
    assert set(NAMES) < FILE_NAMES


def test_the_same_quads_give_the_same_bytes(lines, folder, tmp_path):
    shuffled = [f"{line}\n" for line in lines] + lines[:5]
    random.Random(7).shuffle(shuffled)
    write_graph(shuffled, tmp_path)
    for name in NAMES:
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name
    write_graph(lines[1:], tmp_path / "store" / "..")  # the opposite: one quad fewer is seen in the files
    assert (tmp_path / "graph.nq.gz").read_bytes() != (folder / "graph.nq.gz").read_bytes()


def test_nquads_are_sorted_lines_and_the_gzip_head_has_no_time_and_no_name(lines, folder):
    packed = (folder / "graph.nq.gz").read_bytes()
    assert packed[3] == 0 and packed[4:8] == b"\0\0\0\0"  # RFC 1952: FLG, MTIME
    assert gzip.decompress(packed).decode().splitlines() == sorted(set(lines))


def test_the_light_turtle_and_the_evidence_share_nothing_and_lack_nothing(lines, folder):
    light, behind, both = (
        rdflib.Graph().parse(path)
        for path in (folder / "graph.ttl", folder / "evidence.ttl", folder / "graph.rdf")
    )
    assert len(light) + len(behind) == len(both) == len({line[: line.rindex(" <")] for line in lines})
    assert set(light) | set(behind) == set(both)
    assert len(light) == len({line[: line.rindex(" <")] for line in lines if not is_evidence_quad(line)})
    assert "#char=" not in (folder / "graph.ttl").read_text()
    assert "#char=" in (folder / "evidence.ttl").read_text()


def test_a_person_finds_names_in_the_turtle(folder):
    text = (folder / "graph.ttl").read_text()
    assert "kg:party <https://kg.example/place/cn-210200>, # 大连市\n" in text
    assert "# 大连市委书记\n" in text  # a tenure is called by its post
    assert "# 沿海六市共同签署\n" in (folder / "evidence.ttl").read_text()
    assert text.index("# ---- kg:Person") < text.index("# ---- kg:Event") < text.index("# ---- kg:Measure")


def test_the_ontology_goes_into_the_store_and_a_file_of_its_own(lines, tmp_path):
    write_graph(lines, tmp_path, ontology=['<c:1> <c:label> "a label"@zh-Hans <g:ontology> .'])
    assert open_store(tmp_path).query('ASK { <c:1> <c:label> "a label"@zh-Hans }').value is True
    assert gzip.decompress((tmp_path / "graph.nq.gz").read_bytes()).decode().splitlines() == lines
    assert '<c:1> <c:label> "a label"@zh-Hans .' in (tmp_path / "ontology.ttl").read_text()
    (triple,) = rdflib.Graph().parse(tmp_path / "ontology.ttl")
    assert str(triple[0]) == "c:1"


def test_a_folder_that_cannot_be_written_is_named(lines, tmp_path):
    with pytest.raises(OutputError, match="missing"):
        write_graph(lines[:3], tmp_path / "missing")
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(OutputError, match=r"graph\.ttl: cannot be written"):
        write_graph(lines[:3], tmp_path)


def test_a_line_that_is_no_statement_stops_the_writing(tmp_path):
    with pytest.raises(StoreError, match="not an N-Quads statement: <a:s> <a:p>"):
        write_graph(["<a:s> <a:p>"], tmp_path)
    assert list(parse_quads([])) == []


def test_the_store_and_the_files_fail_together(lines, tmp_path):
    (tmp_path / STORE_NAME).write_text("no folder")
    with pytest.raises(StoreError):
        write_graph(lines, tmp_path)
    (tmp_path / STORE_NAME).unlink()
    (tmp_path / "graph.ttl").unlink()
    (tmp_path / "graph.ttl").mkdir()
    running = threading.active_count()
    with pytest.raises(OutputError, match=r"graph\.ttl"):
        write_graph(lines, tmp_path)
    assert threading.active_count() == running  # the store is not written on behind the error
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]
