"""kg page and kg network: the same page and the same numbers as the build's, and what goes wrong."""

from __future__ import annotations

import csv
import io

from cli_runs import SEED
from page_data import data_of


def test_a_page_of_articles_is_the_page_of_their_build(kg, exports, tmp_path):
    ran = kg("page", SEED, "-o", "new.html")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("new.html: 63 nodes, ")
    assert (tmp_path / "new.html").read_bytes() == (exports / "graph.html").read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["new.html"]


def test_a_page_of_a_folder_has_the_same_things_with_shorter_sentences(kg, exports, tmp_path):
    assert kg("page", exports).code == 0

    ours, whole = (data_of((folder / "graph.html").read_text("utf-8")) for folder in (tmp_path, exports))
    assert [node["name"] for node in ours["nodes"]] == [node["name"] for node in whole["nodes"]]
    assert [node["kind"] for node in ours["nodes"]] == [node["kind"] for node in whole["nodes"]]
    assert ours["nets"] == whole["nets"]
    assert (ours["articles"][0]["whole"], whole["articles"][0]["whole"]) == (False, True)


def test_what_cannot_be_read_is_named_and_the_rest_is_drawn(kg, tmp_path):
    ran = kg("page", SEED, "missing.txt")
    assert ran.code == 2
    assert [line.split(":")[1].strip() for line in ran.problems()] == ["missing.txt"]
    assert (tmp_path / "graph.html").stat().st_size > 100_000
    assert kg("page", SEED, "-o", "no/such/place.html").problems() == [
        "kg: no/such/place.html: cannot be written (No such file or directory);"
        " name a file in a folder that can be written"
    ]


def test_the_six_cities_stand_alike_and_a_table_says_who_they_signed_with(kg, exports):
    ran = kg("network", "agreements", "--store", exports, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out, newline="")))
    six = ("大连市", "丹东市", "锦州市", "营口市", "盘锦市", "葫芦岛市")
    cities = [row for row in rows if row["label"] in six]
    assert {(row["degree"], row["strength"], row["community"]) for row in cities} == {("7", "6", "1")}
    assert rows[0]["node"].startswith("https://kg.example/place/")
    ties = kg("network", "agreements", "--ties", "--store", exports, "--format", "csv").out
    tie = next(
        row
        for row in csv.DictReader(io.StringIO(ties, newline=""))
        if {row["source_label"], row["target_label"]} == {"大连市", "丹东市"}
    )
    assert (tie["count"], len(tie["occasions"].split(" | "))) == ("6", 6)
    assert "沿海六市" in tie["words"]
    assert "#char=" in tie["articles"]


def test_a_network_without_ties_prints_its_columns_alone(kg, exports):
    """The only meeting of the seed is one of everybody, which tells nothing apart."""
    assert kg("network", "--ties", "--store", exports, "--format", "csv").out == (
        "source,source_label,target,target_label,weight,count,occasions,words,articles\r\n"
    )
    people = kg("network", "--store", exports).out.splitlines()
    assert people[0].split() == ["label", "degree", "strength", "betweenness", "community"]
    assert len(people) == 2 + 17
    assert kg("network", "--store", "nowhere").problems()[0].startswith("kg: nowhere: holds no store")
