"""What a reader does with a picture: opens what lies around a thing, walks a path, puts it on paper."""

from __future__ import annotations

import math
from itertools import combinations

from page_sample import BASE, little_graph
from playwright.sync_api import expect

from kg.page.layout.districts import FEW, districts, pack_districts
from kg.page.layout.packing import pack

RED, BLUE = (196, 47, 43), (36, 99, 197)  # an event and a person, in the light theme
FIND = """([red, green, blue]) => {
  const canvas = document.querySelector('#canvas canvas');
  const { width, height } = canvas;
  const data = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const hits = [];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const i = 4 * (y * width + x);
      if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) hits.push([x, y]);
    }
  }
  const box = canvas.getBoundingClientRect();
  const ratio = width / canvas.clientWidth;
  return hits.map(([x, y]) => [box.x + x / ratio, box.y + y / ratio]);
}"""


def found(tab, colour) -> list[tuple[float, float]]:
    """Points of the screen that have exactly this colour."""
    return [tuple(one) for one in tab.evaluate(FIND, list(colour))]


def middle(points) -> tuple[float, float]:
    return tuple(sum(axis) / len(points) for axis in zip(*points, strict=True))


def test_a_double_click_opens_the_neighbours_of_one_thing_and_shuts_them_again(open_page):
    opened = open_page(little_graph(), fragment="#f.around=person/shan&f.steps=1")
    tab = opened.tab
    expect(tab.locator("#shown")).to_contain_text("3/8")
    tab.mouse.dblclick(*middle(found(tab, RED)))
    expect(tab.locator("#shown")).to_contain_text("5/8")
    assert "f.more=event/m" in tab.url
    tab.reload()
    tab.wait_for_selector("body.ready")
    expect(tab.locator("#shown")).to_contain_text("5/8")
    expect(tab.locator("#panel-body button", has_text="收起")).to_be_visible()
    tab.locator("#panel-body button", has_text="收起").click()
    expect(tab.locator("#shown")).to_contain_text("3/8")
    opened.assert_quiet()


def test_around_one_thing_of_a_large_network_there_are_things_not_discs(open_page, large):
    opened = open_page(large)
    tab = opened.tab
    assert len(found(tab, BLUE)) == 0  # the overview: discs, their rims not quite opaque
    tab.evaluate("location.hash = 'n=event/3&f.around=event/3&f.steps=1'")
    expect(tab.locator("#shown")).to_contain_text("23/")
    tab.wait_for_timeout(300)
    centre, people = middle(found(tab, RED)), found(tab, BLUE)
    box = tab.locator("#canvas").bounding_box()
    assert math.dist(centre, middle(people)) < 40
    assert abs(centre[1] - box["y"] - box["height"] / 2) < 60
    assert min(math.dist(centre, person) for person in people) > 60
    opened.assert_quiet()


def test_a_path_is_brought_into_the_picture(open_page, large):
    opened = open_page(large, fragment="#n=person/3-5")
    tab = opened.tab
    tab.locator("#panel-body button", has_text="找路径").click()
    tab.fill("#search-input", "某甲5之7")
    tab.press("#search-input", "Enter")
    expect(tab.locator("#panel-body h2")).to_have_text("某甲3之5 → 某甲5之7")
    expect(tab.locator("#panel-body")).to_contain_text("经过 6 条关系")
    tab.mouse.move(5, 5)
    tab.wait_for_timeout(400)
    events, box = found(tab, RED), tab.locator("#canvas").bounding_box()
    assert len(events) > 20
    assert all(box["x"] + 150 < x < box["x"] + box["width"] for x, _ in events)
    tab.go_back()
    expect(tab.locator("#panel-body h2")).to_have_text("某甲3之5")
    opened.assert_quiet()


def test_of_many_hits_the_shortest_names_come_first(open_page, large):
    tab = open_page(large).tab
    tab.fill("#search-input", "某甲1")
    names = tab.locator("#search-hits li .hit-name").all_inner_texts()
    assert set(names[:10]) == {f"某甲1之{number}" for number in range(10)}
    assert [len(name) for name in names[10:]] == [6, 6]


def test_a_list_that_its_address_opens_goes_by_importance_too(open_page, large):
    tab = open_page(large, fragment="#v=list").tab
    people = tab.locator("#view-list section", has_text="人物").locator("th[scope=row]").all_inner_texts()
    assert len(people) == 100
    assert {name[-2:] for name in people} == {"之0", "之1"}  # who was at two meetings


def test_the_posts_of_a_day_are_listed_when_one_opens_them(open_page):
    opened = open_page(little_graph(), fragment="#v=timeline")
    rows = opened.tab.locator("#view-timeline details li")
    expect(rows).to_have_count(0)
    opened.tab.locator("#view-timeline summary", has_text="其时可见的任职 2 项").click()
    expect(rows).to_have_count(2)
    expect(rows.filter(has_text="单晓东")).to_contain_text("沈阳市委")
    opened.assert_quiet()


def test_posts_stand_in_the_order_of_time(open_page):
    graph = little_graph()
    for name, year in (("后来的机构", "2023-05-01"), ("最早的机构", "2010-01-01"), ("无日期的机构", "")):
        graph.add_node(f"{BASE}organization/{year}", **{"class": "organization", "label": name})
        graph.add_edge(
            f"{BASE}person/shan",
            f"{BASE}organization/{year}",
            f"{BASE}tenure/x{year}",
            relation="held_post",
            label="原主任",
            date=year,
            quotes=(),
        )
    tab = open_page(graph, fragment="#n=person/shan").tab
    posts = tab.locator("#panel-body section", has=tab.locator("h3", has_text="职务")).first
    names = [text for text in posts.locator("a.link").all_inner_texts() if text.endswith("机构")]
    assert names == ["最早的机构", "后来的机构", "无日期的机构"]


def test_many_articles_for_one_fact_are_one_click_away(open_page):
    graph = little_graph()
    quotes = tuple(
        {
            "article": f"{BASE}article/{number}",
            "start": 0,
            "end": 2,
            "words": "甲乙",
            "sentence": f"甲乙{number}",
            "at": 0,
        }
        for number in range(5)
    )
    graph.add_edge(
        f"{BASE}person/qiu",
        f"{BASE}event/m",
        f"{BASE}participation/many",
        relation="spoke",
        label="讲话",
        quotes=quotes,
    )
    tab = open_page(graph, fragment="#n=person/qiu").tab
    expect(tab.locator("#panel-body", has_text="甲乙2")).to_be_visible()
    hidden = tab.locator("#panel-body blockquote", has_text="甲乙4")
    expect(hidden).to_be_hidden()
    tab.locator("#panel-body details.rest summary", has_text="另 2 篇报道的原文").click()
    expect(hidden).to_be_visible()


def test_paper_gets_a_light_picture_of_its_own_with_the_legend(open_page):
    opened = open_page(little_graph(), dark=True, size=(380, 800))
    tab = opened.tab
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    picture = tab.locator("#paper svg")
    expect(picture).to_be_visible()
    expect(tab.locator("#canvas")).to_be_hidden()
    assert picture.locator("rect").first.get_attribute("fill") == "#fcfcfa"
    assert "单晓东" in picture.locator("text").all_text_contents()
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(29, 33, 41)"
    expect(tab.locator("#panel-body")).to_be_visible()
    tab.emulate_media(media="screen")
    expect(picture).to_be_hidden()
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(232, 234, 238)"
    opened.assert_quiet()


def test_a_district_is_a_circle_without_the_flowers_of_another():
    radii = [10.0 + number % 7 for number in range(60)]
    # Every flower is tied to one of each other district too: packed as they are they would mix.
    ties = {(i, j): 1.0 for i, j in combinations(range(60), 2) if (j - i) in {1, 3}}
    district = [number % 3 for number in range(60)]

    def reach(spots, number):
        inside = [(spots[i], radii[i]) for i in range(60) if district[i] == number]
        x, y = ((min(s[axis] for s, _ in inside) + max(s[axis] for s, _ in inside)) / 2 for axis in range(2))
        return (x, y), max(math.dist((x, y), spot) + radius for spot, radius in inside)

    def apart(spots):
        circles = [reach(spots, number) for number in range(3)]
        return all(math.dist(a[0], b[0]) >= a[1] + b[1] - 0.1 for a, b in combinations(circles, 2))

    spots = pack_districts(radii, ties, district, 1.0)
    assert apart(spots)
    assert not apart(pack(radii, ties, 1.0))
    assert all(
        math.dist(spots[i], spots[j]) >= radii[i] + radii[j] - 0.1 for i, j in combinations(range(60), 2)
    )


def test_few_flowers_have_no_districts_and_a_flower_goes_with_most_of_its_nodes():
    community = {"a": 1, "b": 2, "c": 2}
    many = [["a", "b", "c"]] * (FEW + 1)
    assert districts(many, community) == [2] * (FEW + 1)
    assert districts([["a", "b"]] * (FEW + 1), community)[0] == 1
    assert districts(many[:FEW], community) == [-1] * FEW
