from __future__ import annotations

import subprocess
import sys

import networkx
import pytest

from kg.network import measures, shared_agreements, shared_events, write_measures_csv


def quote(words: str) -> dict:
    return {"article": "a", "start": 0, "end": 1, "words": words}


@pytest.fixture
def graph() -> networkx.MultiDiGraph:
    """Meetings of 甲乙, of 乙丙丁, and of everybody; two agreements of cities and a firm."""
    out = networkx.MultiDiGraph()
    for name in "甲乙丙丁":
        out.add_node(name, **{"class": "person", "label": name})
    for event, people in (("e1", "甲乙"), ("e2", "乙丙丁"), ("e3", "甲乙丙丁")):
        out.add_node(event, **{"class": "event", "label": event})
        for name in people:
            out.add_edge(
                name, event, f"{name}{event}", relation="attended", quotes=(quote(f"{name}出席{event}"),)
            )
    out.add_edge("甲", "e1", "again", relation="spoke", quotes=(quote("甲讲话"),))
    for city in ("沈阳", "鞍山", "丹东"):
        out.add_node(city, **{"class": "place", "label": city})
    out.add_node("firm", **{"class": "organization", "label": "公司"})
    out.add_node("sleeping", **{"class": "organization", "label": "没有签约"})
    out.add_node("six", **{"class": "group", "label": "组合"})
    for agreement, parties in (("w1", ("沈阳", "鞍山", "丹东", "firm")), ("w2", ("沈阳", "鞍山"))):
        out.add_node(agreement, **{"class": "agreement", "label": agreement})
        for party in parties:
            out.add_edge(party, agreement, f"{party}{agreement}", relation="party", quotes=(quote(party),))
    out.add_edge("six", "w1", "g", relation="party_group", quotes=())
    return out


def test_a_small_meeting_ties_more_than_a_large_one_and_one_of_all_ties_nobody(graph):
    people = shared_events(graph)
    assert set(people) == set("甲乙丙丁")
    assert people.edges["甲", "乙"]["weight"] == 1.0
    assert people.edges["乙", "丙"]["weight"] == 0.5
    assert people.edges["乙", "丙"]["occasions"] == ("e2",)
    assert not people.has_edge("甲", "丙")


def test_two_roles_at_one_event_count_once_and_keep_their_words(graph):
    edge = shared_events(graph).edges["甲", "乙"]
    assert edge["count"] == 1
    assert sorted(quote["words"] for quote in edge["quotes"]) == ["乙出席e1", "甲出席e1", "甲讲话"]


def test_parties_are_tied_by_their_agreements_and_groups_are_not_counted_twice(graph):
    bodies = shared_agreements(graph)
    assert set(bodies) == {"沈阳", "鞍山", "丹东", "firm"}
    assert bodies.edges["沈阳", "鞍山"]["weight"] == pytest.approx(1 / 3 + 1, abs=1e-6)
    assert bodies.edges["沈阳", "鞍山"]["occasions"] == ("w1", "w2")
    assert bodies.edges["firm", "丹东"]["count"] == 1


def test_the_broker_between_two_circles_has_the_betweenness(graph):
    rows = {row.node: row for row in measures(shared_events(graph))}
    assert rows["乙"].betweenness > 0.6
    assert rows["甲"].betweenness == 0
    assert rows["乙"].degree == 3
    assert rows["乙"].strength == 2.0
    assert rows["丙"].community == rows["丁"].community
    assert next(iter(rows)) == "乙"


def test_measures_do_not_depend_on_the_process(tmp_path):
    program = (
        "import networkx\nfrom pathlib import Path\nfrom kg.network import measures, write_measures_csv\n"
        "g = networkx.relabel_nodes(networkx.karate_club_graph(), lambda n: f'k{n}')\n"
        "import sys\nwrite_measures_csv(measures(g), Path(sys.argv[1]))\n"
    )
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / seed)], check=True, env={"PYTHONHASHSEED": seed}
        )
    first = (tmp_path / "1").read_bytes()
    assert first == (tmp_path / "2").read_bytes()
    assert len({line.split(b",")[-1] for line in first.splitlines()[1:]}) in (2, 3, 4)


def test_an_empty_network_has_no_measures(tmp_path):
    assert measures(shared_events(networkx.MultiDiGraph())) == []
    write_measures_csv([], tmp_path / "m.csv")
    assert (tmp_path / "m.csv").read_text().startswith("node,label,degree")
