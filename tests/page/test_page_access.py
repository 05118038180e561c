"""axe-core finds nothing, in every view, wide and light, narrow and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_sample import BASE, little_graph

from kg.page import page

STATES = (
    "",
    "n=event/m",
    "n=person/shan&to=person/qiu",
    "v=list",
    "v=timeline",
    "v=map",
    "v=text",
    "f.role=主持",
    "net=people",
    "net=agreements&n=place/cn-210100",
    "v=list&net=people",
)


@pytest.mark.parametrize(("size", "dark"), [((1400, 900), False), ((380, 800), True)])
def test_no_accessibility_finding(browser, tmp_path, size, dark):
    file = tmp_path / "graph.html"
    graph = little_graph()
    second = {
        "article": f"{BASE}article/second",
        "start": 0,
        "end": 2,
        "words": "甲乙",
        "sentence": "甲乙",
        "at": 0,
    }
    graph.add_node(f"{BASE}person/third", **{"class": "person", "label": "某丙", "quotes": (second,)})
    file.write_text(page(graph), encoding="utf-8")
    # axe is put into the page, which the page's own policy forbids.
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        bypass_csp=True,
    )
    found = {}
    for state in STATES:
        tab = context.new_page()
        tab.goto(f"{file.as_uri()}#{state}")
        tab.wait_for_selector("body.ready")
        results = Axe().run(tab).response
        assert len(results["passes"]) > 20
        found |= {(state, one["id"]): one["nodes"][0]["html"] for one in results["violations"]}
        tab.close()
    context.close()
    assert found == {}


def test_axe_would_find_a_fault(browser, tmp_path):
    file = tmp_path / "graph.html"
    file.write_text(page(little_graph()).replace('lang="zh-CN"', ""), encoding="utf-8")
    context = browser.new_context(bypass_csp=True)
    tab = context.new_page()
    tab.goto(file.as_uri())
    assert [one["id"] for one in Axe().run(tab).response["violations"]] == ["html-has-lang"]
    context.close()
