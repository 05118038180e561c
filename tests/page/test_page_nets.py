"""The projections in the page: what is drawn, the evidence behind a tie, the measures."""

from __future__ import annotations

import csv
import io
import itertools

import pytest
from page_sample import ARTICLE, BASE, PAYLOADS, hostile_graph, little_graph, quote
from playwright.sync_api import expect
from test_page_browser import choose, pixels

from kg.network import measures, shared_events


def circles():
    """Three meetings: of 甲乙丙, of 丙丁, and of 丁戊己; 丙 and 丁 stand between two circles."""
    graph = little_graph()
    for name in "甲乙丙丁戊己":
        graph.add_node(f"{BASE}person/{name}", **{"class": "person", "label": f"李{name}"})
    for number, people in enumerate(("甲乙丙", "丙丁", "丁戊己")):
        event = f"{BASE}event/{number}"
        date = f"2023-0{number + 1}-01"
        graph.add_node(event, **{"class": "event", "label": f"第{number}场", "date": date})
        for name in people:
            graph.add_edge(
                f"{BASE}person/{name}",
                event,
                f"{event}/{name}",
                relation="attended",
                label="出席",
                date=date,
                quotes=(quote("出席会议"),),
            )
    return graph


def switch(tab, name: str) -> None:
    tab.select_option("#net", name)
    tab.wait_for_timeout(150)


def test_switching_to_people_draws_people_alone_and_says_what_a_tie_means(open_page):
    opened = open_page(circles())
    tab = opened.tab
    assert pixels(tab)["196,47,43"] > 5  # events
    switch(tab, "people")
    expect(tab.locator("#panel-body h2")).to_have_text("人物：同场")
    expect(tab.locator("#panel-body")).to_contain_text("1/(n−1)")
    expect(tab.locator("#shown")).to_have_text("8 个点 · 8 条线")
    assert pixels(tab)["196,47,43"] == 0
    assert "net=people" in tab.url
    tab.go_back()
    expect(tab.locator("#shown")).to_contain_text("17 个点")
    assert pixels(tab)["196,47,43"] > 5
    opened.assert_quiet()


def test_the_numbers_of_the_page_are_those_of_kg_network(open_page):
    graph = circles()
    tab = open_page(graph, fragment="#net=people&v=list").tab
    wanted = {row.label: [str(row.degree), f"{row.strength:g}", f"{round(row.betweenness, 5):g}"]
              for row in measures(shared_events(graph))}  # fmt: skip
    rows = tab.locator("#view-list tbody tr").all()
    shown = {row.locator("th").inner_text(): row.locator("td").all_inner_texts()[:3] for row in rows}
    assert shown == wanted
    assert float(shown["李丙"][2]) > float(shown["李甲"][2]) == 0


def test_a_tie_shows_its_occasions_with_the_words_of_both(open_page):
    opened = open_page(circles(), fragment="#net=people")
    tab = opened.tab
    choose(tab, "单晓东")
    expect(tab.locator("#panel-body h3").first).to_have_text("同场的人1")
    tab.locator("#panel-body .why").first.click()
    expect(tab.locator("#panel-body h2")).to_have_text("仇小川 — 单晓东")
    expect(tab.locator("#panel-body h3")).to_contain_text("江海协作会议")
    assert set(tab.locator("#panel-body mark").all_inner_texts()) >= {"单晓东出席会议", "仇小川主持会议"}
    assert "n=person/qiu&with=person/shan" in tab.url
    opened.assert_quiet()


def test_a_path_leads_over_ties_and_an_occasion_lights_whom_it_ties(open_page):
    opened = open_page(circles(), fragment="#net=people")
    tab = opened.tab
    choose(tab, "李甲")
    tab.locator("#panel-body button", has_text="找路径").click()
    choose(tab, "李己")
    expect(tab.locator("#panel-body")).to_contain_text("经过 3 条关系")
    choose(tab, "第0场")
    expect(tab.locator("#net")).to_have_value("people")
    choose(tab, "沈阳市委")  # neither a person nor an occasion: the whole opens
    expect(tab.locator("#net")).to_have_value("whole")
    expect(tab.locator("#panel-body h2")).to_have_text("沈阳市委")
    opened.assert_quiet()


def test_filters_reach_the_occasions_of_a_projection(open_page):
    opened = open_page(circles(), fragment="#net=people&f.from=2023-02-15")
    # Only the third meeting and the one of the little graph lie after the day.
    expect(opened.tab.locator("#shown")).to_have_text("显示 5/8 个点 · 4/8 条线")
    opened.assert_quiet()


def test_size_and_colour_follow_the_choice_and_are_explained(open_page):
    opened = open_page(circles(), fragment="#net=people")
    tab = opened.tab
    first, second = "36,99,197", "180,83,9"  # the two largest communities
    seen = pixels(tab)
    assert seen[first] > 20 and seen[second] > 20
    expect(tab.locator("#communities .chip")).to_have_count(3)
    tab.locator("#looks summary").click()
    expect(tab.locator("#says")).to_contain_text("社群")
    tab.select_option("#colour", "kind")
    tab.wait_for_timeout(150)
    assert pixels(tab)[second] == 0
    tab.select_option("#size", "between")
    expect(tab.locator("#says")).to_contain_text("最短路径")
    tab.wait_for_timeout(150)
    assert pixels(tab)[first] != seen[first]
    assert "size=between" in tab.url and "colour=kind" in tab.url
    opened.assert_quiet()


def test_measures_and_ties_can_be_taken_away(open_page, tmp_path):
    graph = circles()
    opened = open_page(graph, fragment="#net=people")
    tables = {}
    for kind in ("measures", "csv"):
        opened.tab.locator("#export summary").click()
        with opened.tab.expect_download() as event:
            opened.tab.locator(f"[data-export={kind}]").click()
        event.value.save_as(tmp_path / kind)
        text = (tmp_path / kind).read_text(encoding="utf-8-sig")
        tables[kind] = list(csv.DictReader(io.StringIO(text, newline="")))
    expected = {row.node: row for row in measures(shared_events(graph))}
    assert {row["node"]: int(row["degree"]) for row in tables["measures"]} == {
        node: row.degree for node, row in expected.items()
    }
    pair = {"单晓东", "仇小川"}
    tie = next(row for row in tables["csv"] if {row["source_name"], row["target_name"]} == pair)
    assert (tie["occasions"], tie["weight"]) == ("江海协作会议", "1")
    assert ARTICLE in tie["articles"]
    opened.assert_quiet()


@pytest.mark.parametrize("net", ["people", "agreements"])
def test_markup_in_a_projection_is_shown_and_never_runs(open_page, net):
    graph = hostile_graph()
    names = (*PAYLOADS, "长" * 10_000)
    kinds = ("person", "event", "attended") if net == "people" else ("organization", "agreement", "party")
    occasion = f"{BASE}thing/occasion"
    graph.add_node(occasion, **{"class": kinds[1], "label": PAYLOADS[0]})
    for number, name in enumerate(names):
        graph.add_node(f"{BASE}thing/p{number}", **{"class": kinds[0], "label": name})
        graph.add_edge(f"{BASE}thing/p{number}", occasion, f"e{number}", relation=kinds[2], label=name)
    graph.add_node(f"{BASE}thing/else", **{"class": kinds[0], "label": "另"})
    opened = open_page(graph, fragment=f"#net={net}")
    tab = opened.tab
    expect(tab.locator("#net")).to_have_value(net)
    for number in range(len(names)):
        tab.evaluate("hash => { location.hash = hash; }", f"net={net}&n=p{number}")
        tab.wait_for_timeout(30)
        tab.locator("#panel-body .why").first.click()
    for view in ("list", "timeline", "map", "graph"):
        tab.locator(f"#tab-{view}").click()
    assert tab.evaluate("window.canary") is None
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1400
    opened.assert_quiet()


def test_an_address_of_a_net_in_which_nobody_is_tied_opens_the_whole(open_page):
    graph = little_graph()
    graph.remove_nodes_from([f"{BASE}event/m", f"{BASE}agreement/w"])
    opened = open_page(graph, fragment="#net=people")
    expect(opened.tab.locator("#net")).to_have_value("whole")
    assert opened.tab.locator("#net option").all_inner_texts() == ["全部关系"]
    opened.assert_quiet()


def test_every_pair_of_views_and_nets_opens_from_its_address(open_page):
    opened = open_page(circles())
    views, nets = ("graph", "list", "timeline", "map", "text"), ("whole", "people", "agreements")
    for view, net in itertools.product(views, nets):
        opened.tab.evaluate("hash => { location.hash = hash; }", f"v={view}&net={net}")
        expect(opened.tab.locator(f"#view-{view}")).to_be_visible()
        expect(opened.tab.locator("#net")).to_have_value(net)
    opened.assert_quiet()
