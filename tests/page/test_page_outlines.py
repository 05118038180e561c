"""The outlines on the map: where they lie, and that they are drawn at the right place."""

from __future__ import annotations

import re

import networkx
import pytest
from page_sample import BASE

from kg.page.outlines import all_outlines, outlines_around


def test_a_page_takes_only_the_lines_around_its_places():
    near = outlines_around([(121.6, 38.9), (123.4, 41.8)])
    assert 20 < len(near) < len(all_outlines()) / 5
    assert {kind for kind, *_ in near} == {"country", "province"}
    assert outlines_around([]) == []
    world = outlines_around([(-70.0, -50.0), (170.0, 60.0)])
    assert len(world) > 0.95 * len(all_outlines())


def test_what_lies_far_from_most_places_is_drawn_with_fewer_points():
    near = [(121.6, 38.9), (123.4, 41.8)] * 10

    def points(places):
        lines = outlines_around(places)
        return len(lines), sum(len(line) // 2 for line in lines)

    few, all_of_them = points(near)
    many, with_paris = points([*near, (2.4, 48.9)])
    assert many > 3 * few
    assert with_paris < sum(len(one.points) for one in all_outlines()) / 3
    line = max(all_outlines(), key=lambda one: len(one.points))
    x, y = line.points[0]
    far = next(
        one
        for one in outlines_around([(x + 30, y)] * 20 + [(x, y)])
        if one[1:3] == [round(100 * x), round(100 * y)]
    )
    assert 2 < len(far) // 2 < len(line.points) / 2
    assert sum(far[1::2]) == pytest.approx(100 * line.points[-1][0], abs=len(line.points))
    assert all_of_them > 100


def test_steps_add_up_to_the_points_of_the_table():
    line = next(one for one in all_outlines() if one.kind == "province")
    x, y = line.points[0]
    near = outlines_around(line.points)
    steps = next(one for one in near if one[1:3] == [round(100 * x), round(100 * y)])
    longs = [sum(steps[1 : index + 1 : 2]) / 100 for index in range(1, len(steps), 2)]
    lats = [sum(steps[2 : index + 1 : 2]) / 100 for index in range(2, len(steps), 2)]
    kept = list(zip(longs, lats, strict=True))
    assert kept == [point for point in line.points if point in kept]
    assert kept[-1] == line.points[-1]
    assert len(kept) > 0.9 * len(line.points)


def test_the_coast_passes_by_a_port_on_the_map(open_page):
    graph = networkx.MultiDiGraph(articles={})
    for name, lat, long in (("大连市", 38.91, 121.60), ("沈阳市", 41.79, 123.43)):
        graph.add_node(f"{BASE}place/{name}", **{"class": "place", "label": name, "lat": lat, "long": long})
    opened = open_page(graph, fragment="#v=map")
    spots = {
        name: opened.tab.locator(f"#view-map .spot[aria-label={name}] circle").evaluate(
            "one => [Number(one.getAttribute('cx')), Number(one.getAttribute('cy'))]"
        )
        for name in ("大连市", "沈阳市")
    }
    path = opened.tab.locator("#view-map .outline.country").get_attribute("d")
    points = [tuple(map(float, pair.split())) for pair in re.findall(r"-?[\d.]+ -?[\d.]+", path)]

    def to_the_coast(name: str) -> float:
        return min(((x - spots[name][0]) ** 2 + (y - spots[name][1]) ** 2) ** 0.5 for x, y in points)

    apart = abs(spots["大连市"][1] - spots["沈阳市"][1])
    assert to_the_coast("大连市") < apart / 10  # Dalian is a port, Shenyang lies 150 km inland
    assert to_the_coast("沈阳市") > apart / 4
    opened.assert_quiet()
