"""The page in a real browser: it draws, answers, and asks nobody."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest
from page_sample import BASE, hostile_graph, little_graph
from playwright.sync_api import expect

from kg.page import page, show

SIZES = ((1400, 900), (900, 700), (380, 800))


COUNT_COLOURS = """() => {
  const canvas = document.querySelector('#canvas canvas');
  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  const found = {};
  for (let i = 0; i < data.length; i += 16) {
    if (!data[i + 3]) continue;
    const key = [data[i], data[i + 1], data[i + 2]].join();
    found[key] = (found[key] || 0) + 1;
  }
  return found;
}"""
FIND_A_PERSON = """() => {
  const canvas = document.querySelector('#canvas canvas');
  const { width, height } = canvas;
  const data = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const hits = [];
  for (let y = 2; y < height - 2; y += 2) {
    for (let x = 2; x < width - 2; x += 2) {
      const i = 4 * (y * width + x);
      if (data[i] === 36 && data[i + 1] === 99 && data[i + 2] === 197) hits.push([x, y]);
    }
  }
  const [x, y] = hits[Math.floor(hits.length / 4)];
  const box = canvas.getBoundingClientRect();
  const ratio = width / canvas.clientWidth;
  return [box.x + x / ratio, box.y + y / ratio];
}"""


def pixels(tab) -> Counter:
    """How often each colour stands in the canvas (every fourth pixel)."""
    return Counter(tab.evaluate(COUNT_COLOURS))


def choose(tab, query: str) -> None:
    tab.fill("#search-input", query)
    tab.press("#search-input", "Enter")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("dark", [False, True])
def test_the_picture_is_painted_and_nobody_is_asked(open_page, size, dark):
    opened = open_page(little_graph(), size=size, dark=dark)
    seen = pixels(opened.tab)
    assert len(seen) > 20
    person = "110,163,255" if dark else "36,99,197"
    assert seen[person] > 5
    width = opened.tab.evaluate("document.documentElement.scrollWidth")
    assert width <= size[0]
    opened.assert_quiet()


def test_a_network_that_swallows_everything_leaves_the_page_whole(browser, tmp_path):
    """Not refused but never answered: a page that waits for anything from outside would stay blank."""
    file = tmp_path / "g.html"
    file.write_text(page(little_graph()), encoding="utf-8")
    context = browser.new_context(offline=True)
    asked = []
    context.route(lambda url: not url.startswith("file:"), lambda route: asked.append(route.request.url))
    tab = context.new_page()
    tab.goto(file.as_uri())
    tab.wait_for_selector("body.ready", timeout=10_000)
    assert asked == []
    context.close()


def test_a_click_on_a_node_shows_what_it_is_and_its_words_in_their_sentence(open_page):
    opened = open_page(little_graph())
    tab = opened.tab
    x, y = tab.evaluate(FIND_A_PERSON)
    assert tab.locator("#panel-body h2").inner_text() == "这是什么"
    tab.mouse.click(x, y)
    expect(tab.locator("#panel-body .what")).to_contain_text("人物")
    name = tab.locator("#panel-body h2").inner_text()
    assert name in ("单晓东", "仇小川")
    words = {"单晓东": "沈阳市委书记单晓东", "仇小川": "鞍山市市长仇小川"}[name]
    marked = tab.locator("#panel-body mark", has_text=words).first
    expect(marked).to_be_visible()
    sentence = tab.locator("#panel-body blockquote", has_text=words).first.inner_text()
    assert sentence.endswith("。")
    assert len(sentence) > len(words) + 3
    opened.assert_quiet()


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("单晓东", "单晓东"),
        ("單曉東", "单晓东"),
        ("shanxiaodong", "单晓东"),
        ("sxd", "单晓东"),
        ("Shàn", "单晓东"),
        ("qiuxc", None),
        ("qxc", "仇小川"),
        ("供水", "江海供水合作协议"),
    ],
)
def test_search_finds_by_either_script_pinyin_and_initials(open_page, query, name):
    tab = open_page(little_graph()).tab
    tab.fill("#search-input", query)
    hits = tab.locator("#search-hits li .hit-name")
    if name is None:
        expect(hits).to_have_count(0)
    else:
        expect(hits.first).to_have_text(name)


def test_search_works_by_keyboard_alone_and_says_so(open_page):
    tab = open_page(little_graph()).tab
    tab.keyboard.press("/")
    tab.keyboard.type("xiao")
    expect(tab.locator("#search-input")).to_have_attribute("aria-expanded", "true")
    first = tab.locator("#search-hits li[aria-selected=true]").inner_text()
    tab.keyboard.press("ArrowDown")
    assert tab.locator("#search-hits li[aria-selected=true]").inner_text() != first
    tab.keyboard.press("Enter")
    expect(tab.locator("#status")).to_contain_text("已选")
    tab.keyboard.press("Escape")
    expect(tab.locator("#panel-body h2")).to_have_text("这是什么")


def test_the_permanent_link_opens_the_same_state_and_back_works(open_page):
    opened = open_page(little_graph())
    tab = opened.tab
    choose(tab, "sxd")
    assert tab.url.endswith("#n=person/shan")
    choose(tab, "qxc")
    assert tab.url.endswith("#n=person/qiu")
    tab.go_back()
    expect(tab.locator("#panel-body h2")).to_have_text("单晓东")
    other = open_page(little_graph(), fragment="#v=list&n=event/m&off=place")
    expect(other.tab.locator("#panel-body h2")).to_have_text("江海协作会议")
    expect(other.tab.locator("#view-list tr", has_text="鞍山市政府").first).to_be_visible()
    assert other.tab.locator("#view-list h2", has_text="行政区").count() == 0
    other.assert_quiet()


def test_the_legend_hides_and_shows_a_class(open_page):
    opened = open_page(little_graph())
    tab = opened.tab
    before = pixels(tab)["20,128,90"]
    chip = tab.locator("#legend-classes .chip", has_text="行政区")
    expect(chip).to_contain_text("2")
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "false")
    tab.wait_for_timeout(100)
    assert before > 10
    assert pixels(tab)["20,128,90"] == 0
    expect(tab.locator("#shown")).to_contain_text("6/8")
    tab.locator("#reset").click()
    expect(tab.locator("#shown")).to_contain_text("8 个点")
    opened.assert_quiet()


def test_filters_narrow_by_role(open_page):
    tab = open_page(little_graph()).tab
    tab.locator("#more-filters summary").click()
    tab.select_option("[data-facet=role]", "主持")
    choose(tab, "江海协作会议")
    expect(tab.locator("#panel-body h3", has_text="主持")).to_be_visible()
    assert tab.locator("#panel-body h3", has_text="出席").count() == 0


def test_one_can_look_at_the_surroundings_of_one_thing_and_expand_them(open_page):
    opened = open_page(little_graph(), fragment="#n=person/shan")
    tab = opened.tab
    tab.locator("#panel-body button", has_text="只看周围").click()
    expect(tab.locator("#focus-name")).to_have_text("只看「单晓东」周围 1 步")
    expect(tab.locator("#shown")).to_contain_text("3/8")
    tab.locator("#focus-more").click()
    expect(tab.locator("#shown")).to_contain_text("6/8")
    assert "f.around=person/shan" in tab.url
    tab.locator("#focus-less").click()
    expect(tab.locator("#shown")).to_contain_text("3/8")
    tab.locator("#focus-end").click()
    expect(tab.locator("#shown")).to_have_text("8 个点 · 8 条线")
    opened.assert_quiet()


def test_the_place_filter_keeps_what_belongs_to_the_place(open_page):
    opened = open_page(little_graph(), fragment="#v=list&f.place=place/cn-210100")
    names = opened.tab.locator("#view-list th[scope=row]").all_inner_texts()
    assert sorted(names) == sorted(
        ["沈阳市", "沈阳市委", "单晓东", "江海供水合作协议", "鞍山市", "江海协作会议"]
    )
    opened.assert_quiet()


def test_an_address_that_names_nothing_shows_everything(open_page):
    opened = open_page(little_graph(), fragment="#n=person/nobody&v=nothing&off=x&f.around=no&to=no&a=99")
    expect(opened.tab.locator("#shown")).to_have_text("8 个点 · 8 条线")
    expect(opened.tab.locator("#panel-body h2")).to_have_text("这是什么")
    opened.assert_quiet()


def test_the_list_holds_what_the_picture_holds(open_page):
    graph = little_graph()
    opened = open_page(graph)
    opened.tab.keyboard.press("2")
    names = opened.tab.locator("#view-list th[scope=row]").all_inner_texts()
    assert sorted(names) == sorted(data["label"] for _, data in graph.nodes(data=True))
    row = opened.tab.locator("#view-list tr", has=opened.tab.locator("th", has_text="单晓东")).inner_text()
    assert all(word in row for word in ("书记", "沈阳市委", "出席", "讲话"))
    opened.assert_quiet()


def test_the_reader_draws_the_facts_on_the_text(open_page):
    opened = open_page(little_graph(), fragment="#v=text")
    tab = opened.tab
    expect(tab.locator("#view-text")).to_contain_text("江海协作会议在沈阳召开")
    tab.locator("#view-text mark", has_text="沈阳市委书记").click()
    expect(tab.locator("#panel-body")).to_contain_text("书记")
    expect(tab.locator("#panel-body")).to_contain_text("沈阳市委")
    opened.assert_quiet()


def test_a_source_leads_to_its_place_in_the_article(open_page):
    tab = open_page(little_graph(), fragment="#n=person/qiu").tab
    tab.locator("#panel-body figcaption button").first.click()
    expect(tab.locator("#view-text mark.found")).to_be_visible()
    assert "v=text" in tab.url


def test_timeline_and_map_tell_the_same_facts(open_page):
    opened = open_page(little_graph(), fragment="#v=timeline")
    tab = opened.tab
    expect(tab.locator("#view-timeline h2")).to_have_text("2023 年 3 月")
    expect(tab.locator("#view-timeline .day").first).to_contain_text("江海供水合作协议")
    tab.keyboard.press("4")
    expect(tab.locator("#view-map .spot")).to_have_count(2)
    arc = tab.locator("#view-map .arc")
    expect(arc).to_have_attribute("aria-label", "沈阳市与鞍山市：1 项协议")
    arc.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel-body mark").first).to_have_text("沈阳市与鞍山市签署")
    opened.assert_quiet()


def test_the_map_zooms_and_leaves_out_what_lies_far_away_at_first(open_page):
    graph = little_graph()
    for number in range(6):
        graph.add_node(
            f"{BASE}place/near{number}",
            **{"class": "place", "label": f"县{number}", "lat": 41.2 + number / 10, "long": 123.2},
        )
    graph.add_node(f"{BASE}place/fr", **{"class": "place", "label": "法国", "lat": 48.9, "long": 2.4})
    opened = open_page(graph, fragment="#v=map")
    tab = opened.tab

    def apart() -> float:
        boxes = [
            tab.locator(f"#view-map .spot[aria-label={name}] circle").bounding_box()
            for name in ("沈阳市", "鞍山市")
        ]
        return abs(boxes[0]["y"] - boxes[1]["y"])

    first = apart()
    assert first > 200  # with the far place in the first view it would be under 20
    assert tab.locator("#view-map .spot[aria-label=法国] circle").bounding_box()["x"] < 0
    tab.keyboard.press("-")
    assert apart() == pytest.approx(first * 0.8, rel=0.02)
    tab.keyboard.press("0")
    assert apart() == pytest.approx(first, rel=0.01)
    opened.assert_quiet()


def test_the_shortest_path_between_two(open_page):
    opened = open_page(little_graph(), fragment="#n=person/shan")
    tab = opened.tab
    tab.locator("#panel-body button", has_text="找路径").click()
    choose(tab, "qxc")
    expect(tab.locator("#panel-body h2")).to_contain_text("单晓东 → 仇小川")
    expect(tab.locator("#panel-body")).to_contain_text("经过 2 条关系")
    assert "to=person/qiu" in tab.url
    opened.assert_quiet()


def test_what_is_visible_can_be_taken_away(open_page, tmp_path):
    rdflib = pytest.importorskip("rdflib")
    opened = open_page(little_graph(), fragment="#off=place")
    tab = opened.tab
    files = {}
    for kind in ("png", "svg", "csv", "ttl"):
        tab.locator("#export summary").click()
        with tab.expect_download() as event:
            tab.locator(f"[data-export={kind}]").click()
        files[kind] = tmp_path / event.value.suggested_filename
        event.value.save_as(files[kind])
    assert files["png"].read_bytes().startswith(b"\x89PNG")
    svg = files["svg"].read_text(encoding="utf-8")
    assert "单晓东" in svg
    assert "鞍山市<" not in svg
    rows = list(csv.DictReader(io.StringIO(files["csv"].read_text(encoding="utf-8-sig"), newline="")))
    assert {row["label"] for row in rows} == {"书记", "市长", "出席", "讲话", "主持", "签署于"}
    assert next(row for row in rows if row["label"] == "书记")["words"] == "沈阳市委书记单晓东"
    graph = rdflib.Graph().parse(files["ttl"], format="turtle")
    kg = rdflib.Namespace("https://kg.example/ontology#")
    assert (rdflib.URIRef(f"{BASE}tenure/1"), kg.holder, rdflib.URIRef(f"{BASE}person/shan")) in graph
    assert (None, None, rdflib.URIRef(f"{BASE}place/cn-210100")) not in graph
    opened.assert_quiet()


def test_arrow_keys_walk_from_node_to_node(open_page):
    tab = open_page(little_graph(), fragment="#n=event/m").tab
    tab.locator("#canvas").focus()
    reached = set()
    for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
        tab.keyboard.press(key)
        reached.add(tab.locator("#panel-body h2").inner_text())
    assert len(reached - {"江海协作会议"}) >= 1


@pytest.mark.parametrize("view", ["graph", "list", "timeline", "map", "text"])
def test_markup_in_the_data_is_shown_and_never_runs(open_page, view):
    graph = hostile_graph()
    opened = open_page(graph, fragment=f"#v={view}")
    tab = opened.tab
    for key in "<>svjh长反":
        tab.fill("#search-input", key)
    tab.fill("#search-input", "")
    for number in range(graph.number_of_nodes()):
        tab.evaluate(
            "n => { location.hash = `v=${document.body.dataset.view}&n=${encodeURIComponent(n)}`; }",
            sorted(graph)[number].removeprefix(f"{BASE}thing/"),
        )
        tab.wait_for_timeout(20)
    tab.mouse.move(500, 400)
    tab.mouse.click(500, 400)
    assert tab.evaluate("window.canary") is None
    assert (
        tab.evaluate(
            "document.querySelectorAll('#panel-body script, #panel-body img, #panel-body svg[onload]').length"
        )
        == 0
    )
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1400
    opened.assert_quiet()


def test_hostile_names_read_as_they_are(open_page):
    opened = open_page(hostile_graph())
    tab = opened.tab
    choose(tab, "scriptwindowcanary1script")
    expect(tab.locator("#panel-body h2")).to_have_text("<script>window.canary=1</script>")
    choose(tab, "反向")
    expect(tab.locator("#panel-body h2")).to_contain_text("[U+202E]反向[U+2066]隔离")
    choose(tab, "长长长长长")
    assert len(tab.locator("#panel-body h2").inner_text()) == 10_000
    assert tab.locator("#panel-body h2").bounding_box()["height"] < 400
    opened.assert_quiet()


def test_a_notebook_shows_the_same_page_in_a_frame(browser, tmp_path):
    file = tmp_path / "notebook.html"
    file.write_text(
        f"<!doctype html><meta charset=utf-8>{show(little_graph(), height=600).data}", encoding="utf-8"
    )
    context = browser.new_context()
    tab = context.new_page()
    complaints = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(file.as_uri())
    frame = tab.frame_locator("iframe")
    frame.locator("body.ready").wait_for()
    frame.locator("#search-input").fill("sxd")
    frame.locator("#search-input").press("Enter")
    expect(frame.locator("#panel-body h2")).to_have_text("单晓东")
    assert complaints == []
    context.close()


def test_where_it_is_served_a_thing_has_a_link_to_its_page_and_nowhere_else(browser, open_page):
    context = browser.new_context()
    graph = little_graph()
    graph.add_node(f"{BASE}/evil.invalid/x", **{"class": "person", "label": "外站"})
    context.route("**/*", lambda route: route.fulfill(body=page(graph), content_type="text/html"))
    tab = context.new_page()
    tab.goto("http://127.0.0.1/network#n=person/shan")
    link = tab.locator("#panel-body .iri a")
    assert link.get_attribute("href") == "/person/shan"
    choose(tab, "外站")
    expect(link).to_have_count(0)
    context.close()
    assert open_page(graph, fragment="#n=person/shan").tab.locator("#panel-body .iri a").count() == 0
