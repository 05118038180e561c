"""Bodies whose unnamed people came: the closing list of a report."""

import pytest
from drawing import Drawing, drawn

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

# levels joined by 、 are one body; the others are not
7月2日，全市推进会在大连市召开。[省直有关部门]、[中、省驻连新闻媒体]、[市有关单位]负责同志参加会议。
  represented 省直有关部门
  represented 中、省驻连新闻媒体
  represented 市有关单位
""")


@pytest.mark.parametrize("case", CLOSING, ids=str)
def test_represented_bodies(case: Drawing) -> None:
    assert case.mistakes() == []
