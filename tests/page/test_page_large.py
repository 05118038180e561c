"""A graph beyond vis-network: an overview of flowers on our own canvas, and the same shell around it."""

from __future__ import annotations

import pytest
from page_sample import large_graph
from playwright.sync_api import expect

from kg.page import page

READ = "() => document.querySelector('#canvas canvas').toDataURL().length"


def test_first_an_overview_then_the_nodes_of_one_flower(open_page, large):
    opened = open_page(large)
    tab = opened.tab
    assert tab.evaluate("document.querySelector('#canvas .vis-network')") is None
    tab.keyboard.press("0")
    tab.wait_for_timeout(300)
    overview = tab.evaluate(READ)
    assert overview > 20_000
    box = tab.locator("#canvas").bounding_box()
    # The flowers lie packed around the middle: a click on one of the discs goes to it.
    for dx in range(0, 200, 12):
        tab.mouse.click(box["x"] + box["width"] / 2 + dx, box["y"] + box["height"] / 2)
        tab.wait_for_timeout(150)
        if tab.evaluate(READ) != overview:
            break
    assert tab.evaluate(READ) != overview
    tab.mouse.move(5, 5)
    tab.keyboard.press("0")
    tab.wait_for_timeout(300)
    assert tab.evaluate(READ) == overview
    opened.assert_quiet()


def test_search_panel_and_list_work_as_in_the_small_page(open_page, large):
    opened = open_page(large)
    tab = opened.tab
    tab.fill("#search-input", "某甲7之1")
    tab.press("#search-input", "Enter")
    expect(tab.locator("#panel-body h2")).to_have_text("某甲7之1")
    expect(tab.locator("#panel-body")).to_contain_text("第8次会议")
    tab.keyboard.press("2")
    expect(tab.locator("#view-list tbody tr")).to_have_count(200)
    tab.locator("#view-list button", has_text="再显示").first.click()
    assert tab.locator("#view-list tbody tr").count() > 600
    opened.assert_quiet()


def test_a_node_can_be_dragged_and_the_picture_moved(open_page, large):
    opened = open_page(large, fragment="#n=event/3")
    tab = opened.tab
    before = tab.evaluate(READ)
    box = tab.locator("#canvas").bounding_box()
    x, y = box["x"] + box["width"] * 0.75, box["y"] + 40
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.mouse.move(x - 90, y + 50, steps=4)
    tab.mouse.up()
    tab.wait_for_timeout(250)
    assert tab.evaluate(READ) != before
    expect(tab.locator("#panel-body h2")).to_have_text("第3次会议")
    tab.mouse.wheel(0, -400)
    tab.wait_for_timeout(250)
    opened.assert_quiet()


#: Does ACT when the picture stands, before all is unpacked; `window.early` says whether that was so.
WATCH = """new MutationObserver(() => {
  if (!document.body || !document.body.classList.contains('ready') || window.early !== undefined) return;
  window.early = document.body.classList.contains('whole') || !document.getElementById('more-filters').hidden;
  ACT
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['class'] });"""
CLICK = "document.getElementById('tab-list').click();"
SEARCH = """const input = document.getElementById('search-input');
  input.value = '第3次会议';
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));"""
ADDRESS = "location.hash = 'n=event/3';"


@pytest.fixture
def early(browser, tmp_path, large):
    """The page after something was done in it before all was unpacked."""
    contexts, errors = [], []

    def opened(act):
        file = tmp_path / "graph.html"
        file.write_text(page(large), encoding="utf-8")
        contexts.append(browser.new_context())
        contexts[-1].add_init_script(WATCH.replace("ACT", act))
        tab = contexts[-1].new_page()
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.goto(file.as_uri())
        tab.wait_for_selector("body.whole")
        assert tab.evaluate("window.early") is False
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


def test_a_click_before_all_is_unpacked_is_kept(early):
    tab = early(CLICK)
    expect(tab.locator("#view-list")).to_be_visible()
    expect(tab.locator("#view-list tbody tr")).to_have_count(200)


@pytest.mark.parametrize("act", [SEARCH, ADDRESS], ids=["search", "address"])
def test_what_is_asked_for_before_all_is_unpacked_is_answered_a_moment_later(early, act):
    expect(early(act).locator("#panel-body h2")).to_have_text("第3次会议")


RIM = """() => {
  const canvas = document.querySelector('#canvas canvas');
  const ctx = canvas.getContext('2d');
  const drawn = (x) => ctx.getImageData(x, 0, 3, canvas.height).data.some((value) => value > 0);
  return [drawn(0), drawn(canvas.width - 3), drawn(Math.round(canvas.width / 2))];
}"""


def test_all_of_a_large_network_fits_a_small_screen(open_page):
    tab = open_page(large_graph(400, 12), size=(320, 420)).tab
    assert tab.evaluate(RIM) == [False, False, True]
