"""The outlines on the map: where they lie, and that they are drawn at the right place."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from itertools import pairwise

import networkx
from page_sample import BASE

from kg.packaged import seeds_dir
from kg.page.outlines import all_outlines, outlines_around


def points_of(places):
    """The lines around these places as their points, in degrees."""
    x, y, out = 0, 0, []
    for _, *steps in outlines_around(places):
        line = []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            line.append((x / 100, y / 100))
        out.append(line)
    return out


def test_a_page_takes_only_the_lines_around_its_places():
    near = outlines_around([(121.6, 38.9), (123.4, 41.8)])
    assert 10 < len(near) < len(all_outlines()) / 5
    assert {kind for kind, *_ in near} == {"country", "province"}
    assert outlines_around([]) == []
    world = outlines_around([(-70.0, -50.0), (170.0, 60.0)])
    assert len(world) > 0.95 * len(all_outlines())


def test_lines_that_meet_are_one():
    ends = Counter(end for one in all_outlines() for end in (one.points[0], one.points[-1]))
    shared = [end for end, many in ends.items() if many > 1]
    assert len(shared) < 0.2 * len(ends)
    with (seeds_dir() / "outlines.csv").open(encoding="utf-8") as file:
        rows = [row["points"].split() for row in csv.DictReader(file)]
    steps = {frozenset((a, b)) for row in rows for a, b in pairwise(points_in(row))}
    ours = [frozenset((a, b)) for one in all_outlines() for a, b in pairwise(one.points)]
    assert len(rows) > 2 * len(all_outlines())
    assert set(ours) == steps


def points_in(numbers):
    return [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def test_what_lies_far_from_most_places_is_drawn_with_fewer_points():
    near = [(121.6, 38.9), (123.4, 41.8)] * 10
    few, many = points_of(near), points_of([*near, (2.4, 48.9)])
    assert len(many) > 3 * len(few)
    assert sum(map(len, many)) < sum(len(one.points) for one in all_outlines()) / 3
    line = max(all_outlines(), key=lambda one: len(one.points)).points
    x, y = line[0]
    far = next(one for one in points_of([(x + 30, y)] * 20 + [(x, y)]) if one[0] == line[0])
    assert 2 < len(far) < len(line) / 2
    assert far[-1] == line[-1]


def test_near_the_places_no_point_that_is_left_out_would_be_seen():
    line = max(
        (one for one in all_outlines() if one.kind == "province"), key=lambda one: len(one.points)
    ).points
    kept = next(one for one in points_of(line) if one[0] == line[0] and one[-1] == line[-1])
    wide = max(x for x, _ in line) - min(x for x, _ in line) + 12
    tall = max(y for _, y in line) - min(y for _, y in line) + 12
    assert kept == [point for point in line if point in kept]
    assert len(kept) < len(line)
    off = max(min(aside(point, a, b) for a, b in pairwise(kept)) for point in line)
    assert off < max(wide, tall) / 1000


def aside(point, first, last):
    """Distance of a point from the line between two, by stepping along it."""
    steps = [
        (first[0] + (last[0] - first[0]) * k / 50, first[1] + (last[1] - first[1]) * k / 50)
        for k in range(51)
    ]
    return min(math.dist(point, step) for step in steps)


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
