"""Positions: people around their meeting, parties around their agreements, nothing on top of anything."""

from __future__ import annotations

import math
from collections import defaultdict

import pytest

from kg.page.labels import columns, shorten, wrap
from kg.page.layout import gather, layout
from kg.page.search import initials, plain, search_keys

SIZE = (60.0, 40.0)


def ties(*pairs: tuple[str, str, float]) -> dict[str, dict[str, float]]:
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for first, second, weight in pairs:
        near[first][second] = near[second][first] = weight
    return {node: dict(sorted(others.items())) for node, others in sorted(near.items())}


def two_meetings() -> tuple[dict[str, str], dict[str, dict[str, float]]]:
    """Meetings A and B with nine people each; three agreements of A among four cities that form a group."""
    classes = {"A": "event", "B": "event", "G": "group"}
    pairs = []
    for meeting in "AB":
        for number in range(9):
            person = f"p{meeting}{number}"
            classes |= {person: "person", f"o{person}": "organization"}
            pairs += [(person, meeting, 4.0), (person, f"o{person}", 2.0)]
    for agreement in ("x", "y", "z"):
        classes[agreement] = "agreement"
        pairs += [(agreement, "A", 1.0), *((f"c{n}", agreement, 3.0) for n in range(4))]
    for number in range(4):
        classes[f"c{number}"] = "place"
        pairs += [("G", f"c{number}", 1.5), (f"opA{number}", f"c{number}", 0.5)]
    pairs.append(("pA0", "B", 3.9))
    return classes, ties(*pairs)


def far(spots, first: str, second: str) -> float:
    return math.hypot(spots[first].x - spots[second].x, spots[first].y - spots[second].y)


def test_people_stand_around_their_own_meeting():
    classes, near = two_meetings()
    spots = layout(classes, near, lambda _: SIZE)
    for meeting, other in ("AB", "BA"):
        ring = [far(spots, f"p{meeting}{n}", meeting) for n in range(9)]
        assert max(ring) - min(ring) < 2
        assert all(far(spots, f"p{meeting}{n}", other) > max(ring) for n in range(9))


def test_cities_stand_around_their_agreements_and_the_group_in_the_middle():
    classes, near = two_meetings()
    spots = layout(classes, near, lambda _: SIZE)
    agreements = [far(spots, name, "G") for name in "xyz"]
    cities = [far(spots, f"c{n}", "G") for n in range(4)]
    assert max(agreements) < min(cities)
    assert max(cities) - min(cities) < 2


def test_an_organ_stands_outside_its_official():
    classes, near = two_meetings()
    spots = layout(classes, near, lambda _: SIZE)
    for number in range(1, 9):
        assert far(spots, f"opB{number}", "B") > far(spots, f"pB{number}", "B")
        assert far(spots, f"opB{number}", f"pB{number}") < far(spots, f"opB{number}", f"pB{(number + 4) % 9}")


def test_no_two_nodes_touch():
    classes, near = two_meetings()
    spots = layout(
        classes | {f"alone{n}": "organization" for n in range(12)},
        near | {f"alone{n}": {} for n in range(12)},
        lambda _: SIZE,
    )
    names = sorted(spots)
    assert len(names) == len(classes) + 12
    closest = min(far(spots, a, b) for i, a in enumerate(names) for b in names[i + 1 :])
    assert closest > 30


def test_flowers_do_not_overlap():
    classes, near = two_meetings()
    spots = layout(classes, near, lambda _: SIZE)
    members = defaultdict(list)
    for node, spot in spots.items():
        members[spot.flower].append(node)
    assert len(members) == 3
    discs = []
    for nodes in members.values():
        x, y = (sum(getattr(spots[n], axis) for n in nodes) / len(nodes) for axis in ("x", "y"))
        discs.append((x, y, max(math.hypot(spots[n].x - x, spots[n].y - y) for n in nodes)))
    for i, (x, y, r) in enumerate(discs):
        for other_x, other_y, other_r in discs[i + 1 :]:
            assert math.hypot(x - other_x, y - other_y) > 0.9 * (r + other_r)


def test_coordinates_are_whole_and_repeat():
    classes, near = two_meetings()
    first = layout(classes, near, lambda _: SIZE)
    assert first == layout(dict(reversed(classes.items())), near, lambda _: SIZE)
    assert all(isinstance(value, int) for spot in first.values() for value in (spot.x, spot.y, spot.flower))


def test_a_narrow_sheet_gives_a_tall_picture():
    classes, near = two_meetings()

    def shape(aspect: float) -> float:
        spots = layout(classes, near, lambda _: SIZE, aspect).values()
        return (max(s.x for s in spots) - min(s.x for s in spots)) / (
            max(s.y for s in spots) - min(s.y for s in spots)
        )

    assert shape(0.5) < 0.8 < shape(1.6)


def test_what_no_event_reaches_forms_a_flower_of_its_own():
    flowers = gather(
        {"a": "person", "b": "organization", "c": "person", "d": "person"},
        ties(("a", "b", 2), ("b", "c", 2)) | {"d": {}},
    )
    assert [flower.middle for flower in flowers] == ["b", "d"]
    assert flowers[0].rings == [["a", "c"]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("胡玉亭", ["胡玉亭"]),
        ("辽宁沿海经济带工作推进会议", ["辽宁沿海经济带", "工作推进会议"]),
        ("", [""]),
        ("a" * 12, ["a" * 12]),
    ],
)
def test_labels_are_wrapped_into_lines_of_about_equal_width(text, lines):
    assert wrap(text) == lines


def test_a_label_never_has_more_than_three_lines_and_says_when_it_is_cut():
    lines = wrap("长" * 10_000)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert max(columns(line) for line in lines) <= 10
    assert not wrap("长" * 27)[-1].endswith("…")


def test_titles_that_begin_alike_say_the_rest_only():
    titles = {
        str(n): f"沿海经济带六城市{rest}"
        for n, rest in enumerate(("科技共享协议书", "信用共建协议书", "海洋环境协议书"))
    }
    assert shorten(titles)["1"] == "…信用共建协议书"
    assert shorten({"1": titles["1"], "2": titles["2"]}) == {"1": titles["1"], "2": titles["2"]}
    same = {"1": titles["1"], "2": titles["1"], "3": titles["1"]}
    assert shorten(same) == same


@pytest.mark.parametrize(
    ("reading", "letters"),
    [
        ("Hú Yùtíng", "hyt"),
        ("Dàlián Shìwěi", "dlsw"),
        ("Xī'ān", "xa"),
        ("Ōuyáng Nà", "oyn"),
        ("Lǚ Xiǎo", "lx"),
        ("Shēnyáng", "sy"),
        ("Zhuāng Shuǐlián", "zsl"),
        ("Liaoning GDP", ""),
        ("", ""),
    ],
)
def test_initials_come_from_syllables(reading, letters):
    assert initials(reading) == letters


def test_search_keys_know_both_scripts_and_pinyin():
    names = {"zh-Hans": ("吕晓",), "zh-Hant": ("呂曉",), "zh-Latn-pinyin": ("Lǚ Xiǎo",)}
    assert search_keys("吕晓", names) == "吕晓|呂曉|lvxiao|lx"
    assert plain("Lǚ  Xiǎo·甲") == "lvxiao甲"
