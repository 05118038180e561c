from __future__ import annotations

import random
from collections import Counter

import networkx
import pytest
from network_sample import HASH, TEXT, quads

from kg.network import edge_rows, network, node_rows


@pytest.fixture(scope="module")
def graph() -> networkx.MultiDiGraph:
    return network(quads(), {HASH: TEXT})


def node(graph: networkx.MultiDiGraph, label: str) -> str:
    found = [iri for iri, data in graph.nodes(data=True) if data["label"] == label]
    assert len(found) == 1, f"{label}: {found}"
    return found[0]


def facts(graph: networkx.MultiDiGraph, start: str, end: str) -> dict[str, dict]:
    return {
        data["relation"]: data for data in graph.get_edge_data(node(graph, start), node(graph, end)).values()
    }


def test_things_are_nodes_and_nothing_else_is(graph):
    assert Counter(data["class"] for _, data in graph.nodes(data=True)) == {
        "person": 3,
        "organization": 3,
        "group": 1,
        "place": 3,
        "event": 1,
        "agreement": 1,
        "document": 1,
    }


def test_a_post_is_an_edge_that_says_the_title(graph):
    post = facts(graph, "单晓东", "沈阳市委")["holds_post"]
    assert (post["label"], post["detail"], post["confidence"]) == ("书记", "沈阳市委书记", 0.9)
    assert post["date"] == "2023-05-12"


def test_two_roles_of_one_person_are_two_edges(graph):
    roles = facts(graph, "单晓东", "沈鞍协作会议")
    assert set(roles) == {"attended", "spoke"}
    assert roles["spoke"]["label"] == "讲话"
    assert roles["spoke"]["detail"] == "沈阳市委书记"
    assert set(facts(graph, "李文", "沈鞍协作会议")) == {"chaired"}


def test_a_city_that_signs_is_the_party(graph):
    assert set(facts(graph, "沈阳市", "沈鞍供水合作协议")) == {"party"}
    assert not graph.has_edge(node(graph, "沈阳市政府"), node(graph, "沈鞍供水合作协议"))
    assert set(facts(graph, "沈鞍供水合作协议", "沈鞍协作会议")) == {"signed_at"}


def test_documents_hang_on_their_event_and_bodies_are_represented(graph):
    assert facts(graph, "沈鞍协作会议", "沈鞍协作要点")["adopted"]["label"] == "审议通过"
    assert set(facts(graph, "省水利厅", "沈鞍协作会议")) == {"represented"}


def test_what_follows_from_a_name_is_marked_as_derived(graph):
    derived = facts(graph, "沈阳市委", "沈阳市")["jurisdiction"]
    assert derived["status"] == "derived"
    assert "沈阳市" in derived["note"]
    assert facts(graph, "单晓东", "沈阳市委")["holds_post"]["status"] == ""


def test_every_quote_is_a_slice_of_the_text_inside_its_sentence(graph):
    seen = 0
    for *_, data in graph.edges(data=True):
        for quote in data["quotes"]:
            assert TEXT[quote["start"] : quote["end"]] == quote["words"]
            inside = quote["start"] - quote["at"]
            assert quote["sentence"][inside : inside + len(quote["words"])] == quote["words"]
            seen += 1
    assert seen >= 12
    spoke = facts(graph, "单晓东", "沈鞍协作会议")["spoke"]["quotes"][0]
    assert spoke["sentence"] == "沈阳市委书记单晓东出席会议并讲话,沈阳市市长李文主持会议。"


def test_press_credits_stay_out_and_stand_with_their_article(graph):
    assert not [iri for iri, data in graph.nodes(data=True) if data["label"] in ("赵一", "钱二")]
    article = next(iter(graph.graph["articles"].values()))
    assert sorted(name for _, name in article["credits"]) == ["赵一", "钱二"]
    assert article["title"] == "沈鞍协作会议在沈阳召开"


def test_measures_are_told_in_order_at_their_event(graph):
    told = graph.nodes[node(graph, "沈鞍协作会议")]["facts"]
    assert [fact["value"] for fact in told] == ["2023-05-12", "1. 加快管网建设", "2. 统一水价"]
    assert told[0]["detail"] == "5月12日"
    assert told[1]["quotes"][0]["words"] == "加快管网建设"


def test_places_bring_code_point_and_names(graph):
    place = graph.nodes[node(graph, "沈阳市")]
    assert place["code"] == "210100"
    assert place["lat"] == pytest.approx(41.8, abs=0.5)
    assert "瀋陽市" in place["names"]["zh-Hant"]
    assert graph.nodes[node(graph, "单晓东")]["names"]["zh-Latn-pinyin"] == ("Shàn Xiǎodōng",)


def test_without_the_text_the_sentence_is_what_the_graph_keeps(graph):
    bare = network(quads())
    edges = [data for *_, data in bare.edges(data=True) if data["quotes"]]
    assert edges
    assert all(
        "sentence" in quote and quote["at"] <= quote["start"] for data in edges for quote in data["quotes"]
    )


def test_the_order_of_the_quads_changes_nothing(graph):
    mixed = quads()
    random.Random(7).shuffle(mixed)
    again = network(mixed, {HASH: TEXT})
    assert node_rows(again) == node_rows(graph)
    assert edge_rows(again) == edge_rows(graph)
    assert list(again) == list(graph)
