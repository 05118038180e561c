"""Bodies whose unnamed people came: the closing list of a report."""

import pytest
from drawing import Drawing, drawn

from kg.extract import extract
from kg.read import read_one

CLOSING = drawn("""
# people in charge take part
5月6日，全省粮食工作会议在太原召开。[省财政厅]、[省农业农村厅]负责同志参加会议。
  represented 省财政厅
  represented 省农业农村厅

# 列席
5月6日，全省粮食工作会议在太原召开。[省审计厅]、[各市粮食局]主要负责人列席会议。
  represented 省审计厅
  represented 各市粮食局

# invited
5月6日，全省粮食工作会议在太原召开。特邀[山西农业大学]、[省农科院]代表出席。
  invited 山西农业大学
  invited 省农科院

# students and teachers
5月6日，太原理工大学举行科技节启动仪式。[材料学院]、[矿业学院]师生代表参加活动。
  represented 材料学院
  represented 矿业学院

# the opposite: people by name
5月6日，全省粮食工作会议在太原召开。省财政厅厅长{晋文}、副厅长{介平安}参加会议。
  no body

# the opposite: they will come
全省粮食工作会议将于5月6日在太原召开，省财政厅、省农业农村厅负责同志将参加会议。
  no body

# the opposite: they did not come
5月6日，全省粮食工作会议在太原召开。省财政厅负责同志未参加会议。
  no body

# the opposite: they are told to take part
会议要求，各市粮食局主要负责人要参加培训。
  no body
""")


@pytest.mark.parametrize("case", CLOSING, ids=str)
def test_represented_bodies(case: Drawing) -> None:
    assert case.mistakes() == []


def test_levels_joined_by_a_mark_are_one_body(tmp_path):
    path = tmp_path / "a.txt"
    bodies = "省直有关部门、中、省驻连新闻媒体、市有关单位"
    path.write_text(f"7月2日，全市推进会在大连市召开。{bodies}负责同志参加会议。", encoding="utf-8")
    found = [fact.body for fact in extract(read_one(path)).represented]
    assert found == ["省直有关部门", "中、省驻连新闻媒体", "市有关单位"]
