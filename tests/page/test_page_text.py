"""The page as text: one file, escaped, allowed to run its own scripts only."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from html.parser import HTMLParser

import networkx
import pytest
from page_data import data_of, inflated
from page_sample import BASE, LONG, PAYLOADS, TEXT, hostile_graph, little_graph

import kg
from kg.page import page
from kg.page.reasons import in_chinese


class Parsed(HTMLParser):
    """Elements with their attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self.open = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.open = tag

    def handle_endtag(self, tag):
        self.open = ""

    def handle_data(self, data):
        if self.open in ("script", "style"):
            self.raw.append((*self.elements[-1], data))


def test_the_document_says_what_it_is():
    text = page(little_graph())
    assert text.startswith("<!doctype html>")
    elements = Parsed(text).elements
    assert ("html", {"lang": "zh-CN"}) in elements
    assert "<title>江海协作会议召开</title>" in text
    assert any(tag == "meta" and attributes.get("name") == "viewport" for tag, attributes in elements)
    assert any(tag == "meta" and attributes.get("charset") == "utf-8" for tag, attributes in elements)


def test_nothing_is_asked_of_the_network():
    for tag, attributes in Parsed(page(little_graph())).elements:
        assert tag not in ("link", "iframe", "img", "base", "object", "embed")
        assert "src" not in attributes
        assert not (attributes.get("href") or "#").startswith(("http", "//", "javascript"))
        assert not [name for name in attributes if name.startswith("on")]
        assert "style" not in attributes
    assert "sourceMappingURL" not in page(little_graph())


def test_the_policy_allows_exactly_the_scripts_and_styles_of_the_template():
    parsed = Parsed(page(hostile_graph()))
    policy = next(
        a["content"] for t, a in parsed.elements if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    used = {
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in (
            inflated(text) if attributes.get("id") in ("kg-vis", "kg-page") else text
            for tag, attributes, text in parsed.raw
            if attributes.get("id") not in ("kg-data", "kg-more")
        )
    }
    assert used == allowed
    assert len(allowed) == 4
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_the_same_graph_gives_the_same_text():
    assert page(little_graph()) == page(little_graph())
    turned = networkx.MultiDiGraph(**little_graph().graph)
    turned.add_nodes_from(reversed(list(little_graph().nodes(data=True))))
    turned.add_edges_from(reversed(list(little_graph().edges(keys=True, data=True))))
    assert page(turned) == page(little_graph())
    more = little_graph()
    more.add_node("x", label="另一个")
    assert page(more) != page(little_graph())


def test_the_graph_is_not_changed():
    graph, before = little_graph(), little_graph()
    page(graph)
    assert dict(graph.nodes(data=True)) == dict(before.nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(before.edges(keys=True, data=True))


def test_nothing_is_written_to_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page(little_graph())
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - the folder as the system sees it


def test_parallel_facts_are_kept_on_one_line_and_opposite_ones_too():
    graph = little_graph()
    graph.add_edge(f"{BASE}event/m", f"{BASE}person/shan", "back", relation="cited", label="提到")
    lines = data_of(page(graph))["edges"]
    between = [line for line in lines if len(line["facts"]) == 3]
    assert len(between) == 1
    assert sorted(fact["label"] for fact in between[0]["facts"]) == ["出席", "提到", "讲话"]
    assert sum(len(line["facts"]) for line in lines) == graph.number_of_edges()


def test_quotes_point_at_their_words():
    data = data_of(page(little_graph()))
    quoted = [quote for line in data["edges"] for fact in line["facts"] for quote in fact["quotes"]]
    assert len(quoted) == 8
    for article, start, end in quoted:
        at, text = data["articles"][article]["pieces"][0]
        assert text[start - at : end - at] == TEXT[start:end] != ""


def test_without_the_text_of_the_article_the_sentence_is_in_the_page():
    graph = little_graph()
    graph.graph["articles"] = {}
    for *_, data in graph.edges(data=True):
        data["quotes"] = tuple(
            {**quote, "sentence": f"前{quote['words']}后", "at": quote["start"] - 1}
            for quote in data["quotes"]
        )
    for _, data in graph.nodes(data=True):
        data.pop("facts", None)
    articles = data_of(page(graph))["articles"]
    assert len(articles) == 1
    assert not articles[0]["whole"]
    assert any(piece == "前讲话后" for _, piece in articles[0]["pieces"])


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("its name begins with 沈阳", "名称以“沈阳”开头"),
        ("month of the dateline", "电头日期的月"),
        ("year before publication because the date would lie in the future", "发布日期的前一年：否则在将来"),
        ("same day as 3月8日", "与3月8日同日"),
        ("same year as 2021年 in the same headline", "与2021年同年（同一标题）"),
        ("因为", "因为"),
    ],
)
def test_reasons_are_told_in_chinese(reason, said):
    assert in_chinese(reason) == said


def test_every_reason_of_the_annotated_articles_is_told_in_chinese():
    graph = kg.build("tests/gold/shared/articles").network()
    facts = [data for *_, data in graph.edges(data=True)]
    facts += [fact for _, data in graph.nodes(data=True) for fact in data.get("facts", ())]
    reasons = {fact["note"] for fact in facts if fact.get("note")}
    assert len(reasons) > 40
    assert [said for said in map(in_chinese, sorted(reasons)) if re.search("[a-z]{2}", said)] == []


def test_hostile_text_stands_escaped_and_whole():
    text = page(hostile_graph(), heading=PAYLOADS[2])
    assert [tag for tag, _ in Parsed(text).elements].count("script") == 5
    names = {node["name"] for node in data_of(text)["nodes"]}
    assert names == {*PAYLOADS, LONG}


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\ud800", "\x00"])
def test_characters_that_break_scripts_or_files_do_not(char):
    graph = networkx.MultiDiGraph()
    graph.add_node("a", label=f"甲{char}乙")
    text = page(graph)
    text.encode("utf-8")
    assert data_of(text)["nodes"][0]["name"].startswith("甲")


@pytest.mark.parametrize(
    "name", ["title", "size", "level", "n_id", "hidden", "mass", "shape", "x", "source", "group", "value"]
)
def test_attributes_that_pyvis_would_take_for_options_do_no_harm(name):
    graph = little_graph()
    for _, data in graph.nodes(data=True):
        data[name] = "大"
    for *_, data in graph.edges(data=True):
        data[name] = "大"
    assert page(graph) == page(little_graph())


@pytest.mark.parametrize("graph", [networkx.MultiDiGraph(), networkx.MultiDiGraph([("a", "a")])])
def test_graphs_with_nothing_to_draw_still_give_a_page(graph):
    assert page(graph).startswith("<!doctype html>")
    assert data_of(page(graph))["edges"] == []


def test_a_large_page_is_packed_and_holds_what_a_small_one_holds():
    graph = little_graph()
    long = "，".join(f"第{number}项" for number in range(20_000))
    facts = ({"label": "要求", "value": long},)
    graph.add_node(f"{BASE}event/long", **{"class": "event", "label": "长会", "facts": facts})
    text = page(graph)
    assert 'type="application/gzip" id="kg-more"' in text
    assert len(text) < len(page(little_graph())) + 120_000
    packed, plain = data_of(text), data_of(page(little_graph()))
    assert [edge["facts"] for edge in packed["edges"]] == [edge["facts"] for edge in plain["edges"]]
    assert {node["name"] for node in packed["nodes"]} == {node["name"] for node in plain["nodes"]} | {"长会"}


def test_of_a_network_too_large_to_draw_the_best_connected_part_is_drawn(monkeypatch):
    monkeypatch.setattr("kg.page.html.MOST", 7)
    monkeypatch.setattr("kg.page.html.MOST_DRAWN", 3)
    graph = little_graph()
    data = data_of(page(graph))
    assert data["counts"]["all"] == 8
    assert [node["name"] for node in data["nodes"]] == ["单晓东", "江海协作会议", "江海供水合作协议"]
    assert sum(len(edge["facts"]) for edge in data["edges"]) == 3
    monkeypatch.undo()
    assert data_of(page(graph))["counts"]["all"] == len(data_of(page(graph))["nodes"]) == 8
